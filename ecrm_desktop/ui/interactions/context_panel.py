"""The side of the call sheet: what to know before saying a word."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import language, translate
from ecrm_desktop.queries.call_context import CallContext, LastPurchase
from ecrm_desktop.queries.complaints import ComplaintRow
from ecrm_desktop.queries.interactions import InteractionRow
from ecrm_desktop.queries.tasks import TaskRow
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.due import due_text
from ecrm_desktop.ui.widgets.interaction_texts import interaction_text
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.text import isolate_words

_TITLES_SHOWN = 4


class ContextPanel(QWidget):
    """Shows one customer, an unknown number, or that nobody is chosen yet.

    `customer_wanted(Phone)` asks for a customer with an unknown number.
    """

    customer_wanted = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._badge = Badge(parent=self)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.S)
        top = QHBoxLayout()
        top.addWidget(self._badge)
        top.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(top)
        column.addWidget(self._inside)
        column.addStretch()
        self.show_nobody()

    def show_badge(self, text: str, kind: BadgeKind) -> None:
        """Say what kind of interaction it is, and for how long it has lasted."""
        self._badge.show_text(text, kind)

    def show_nobody(self) -> None:
        """Say that nobody is chosen yet."""
        clear(self._column)
        self._say(translate("CallSheet", "Who is it?"), "name")
        self._say(
            translate(
                "CallSheet",
                "Type a part of the name, phone or code; what matters is told here.",
            ),
            "muted",
        )

    def show_caller(self, phone: Phone, before: InteractionRow | None) -> None:
        """Show a number that belongs to no customer, and its last interaction."""
        clear(self._column)
        self._say(self._ui.display.phone(phone.number), "name")
        self._say(translate("CallSheet", "This number belongs to no customer yet."), "muted")
        make = Button(translate("CallSheet", "Make a customer of it"), icon="user-plus")
        make.clicked.connect(lambda: self.customer_wanted.emit(phone))
        self._column.addWidget(make)
        if before is not None:
            self._show_last_interaction(before)

    def show_context(self, context: CallContext) -> None:
        """Show what matters about a customer."""
        clear(self._column)
        display, today = self._ui.display, self._ui.today()
        self._say(context.name, "name")
        about = (display.phone(context.phone), isolate_words(context.city))
        self._say(dotted(about), "muted")
        for complaint in context.complaints:
            self._show_complaint(complaint, today)
        for task in context.overdue:
            self._show_promise(task, today)
        if context.silence is not None:
            self._note(
                translate(
                    "CallSheet",
                    "Used to buy every {usual} days; away for {days} days now",
                    usual=display.number(context.silence.usual_days),
                    days=display.number(context.silence.days),
                ),
                BadgeKind.AMBER,
            )
        if context.last_purchase is not None:
            self._show_last_purchase(context.last_purchase)
        if context.last_interaction is not None:
            self._show_last_interaction(context.last_interaction)
        if context.last_purchase is None and context.last_interaction is None:
            self._say(
                translate("CallSheet", "Nothing has happened with this customer yet."), "muted"
            )

    def _show_complaint(self, complaint: ComplaintRow, today: date) -> None:
        parts = (
            due_text(complaint.due_on, today, self._ui.display),
            translate(
                "CallSheet", "responsible: {name}", name=isolate_words(complaint.assignee_name)
            )
            if complaint.assignee_name
            else "",
        )
        self._note(
            translate(
                "CallSheet", "Open complaint: “{subject}”", subject=isolate_words(complaint.subject)
            ),
            BadgeKind.RED,
            detail=dotted(parts),
            action=partial(self._ui.navigator.open_complaint, complaint.id),
        )

    def _show_promise(self, task: TaskRow, today: date) -> None:
        self._note(
            translate(
                "CallSheet", "Promised and not done: “{title}”", title=isolate_words(task.title)
            ),
            BadgeKind.RED,
            detail=due_text(task.due_on, today, self._ui.display),
        )

    def _show_last_purchase(self, purchase: LastPurchase) -> None:
        display = self._ui.display
        self._head(translate("CallSheet", "Last purchase"))
        when = display.day(purchase.purchased_on, today=self._ui.today())
        total = display.money_with_unit(purchase.total)
        self._say(f"{dotted((when, total))}\n{_listed(purchase.titles)}", "muted")

    def _show_last_interaction(self, interaction: InteractionRow) -> None:
        self._head(translate("CallSheet", "Last interaction"))
        what = interaction.subject or interaction_text(
            interaction.channel, interaction.direction, answered=interaction.answered
        )
        when = self._ui.display.day(interaction.occurred_at, today=self._ui.today())
        words = (when, isolate_words(what), isolate_words(interaction.user_name))
        self._say(dotted(words), "muted")
        if interaction.text:
            self._say(interaction.text, "small")

    def _head(self, text: str) -> None:
        self._column.addSpacing(theme.XS)
        self._say(text, "heading")

    def _say(self, text: str, role: str) -> None:
        self._column.addWidget(Label(text, role, wrap=True))

    def _note(
        self,
        text: str,
        kind: BadgeKind,
        *,
        detail: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        self._column.addWidget(
            Note(
                text,
                kind,
                detail=detail,
                action=translate("CallSheet", "See") if action else "",
                on_action=action,
            )
        )


def _listed(titles: Sequence[str]) -> str:
    comma = "، " if language() == "fa" else ", "
    shown = comma.join(isolate_words(title) for title in titles[:_TITLES_SHOWN])
    return f"{shown}…" if len(titles) > _TITLES_SHOWN else shown
