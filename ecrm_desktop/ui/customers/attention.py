"""What a customer needs now: open complaints, broken promises and unusual silence."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.call_context import CallContext
from ecrm_desktop.queries.complaints import ComplaintRow
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.due import due_text
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.note import Note

_SHOWN = 3


class Attention(QWidget):
    """The most urgent few, worst first."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_context(self, context: CallContext) -> None:
        """Show what needs care; nothing at all if all is well."""
        clear(self._column)
        notes = list(self._notes(context))[:_SHOWN]
        for note in notes:
            self._column.addWidget(note)
        self.setVisible(bool(notes))

    def _notes(self, context: CallContext) -> Iterator[Note]:
        today = self._ui.today()
        overdue = [one for one in context.complaints if one.is_overdue(today)]
        for complaint in overdue:
            yield self._complaint(complaint, BadgeKind.RED)
        for task in context.overdue:
            text = translate("Customers", "Promised: “{title}”", title=task.title)
            yield self._owed(
                text, task.due_on, BadgeKind.RED, partial(self._ui.navigator.open_task, task.id)
            )
        for complaint in context.complaints:
            if complaint not in overdue:
                yield self._complaint(complaint, BadgeKind.AMBER)
        if context.silence is not None:
            number = self._ui.display.number
            yield Note(
                translate(
                    "Customers",
                    "Used to buy every {usual} days; away for {days} days now",
                    usual=number(context.silence.usual_days),
                    days=number(context.silence.days),
                ),
                BadgeKind.AMBER,
            )

    def _complaint(self, complaint: ComplaintRow, kind: BadgeKind) -> Note:
        text = translate("Customers", "Open complaint: “{subject}”", subject=complaint.subject)
        see = partial(self._ui.navigator.open_complaint, complaint.id)
        return self._owed(text, complaint.due_on, kind, see)

    def _owed(self, text: str, due_on: date, kind: BadgeKind, see: Callable[[], None]) -> Note:
        due = due_text(due_on, self._ui.today(), self._ui.display)
        action = translate("Customers", "See")
        return Note(dotted((text, due)), kind, action=action, on_action=see)
