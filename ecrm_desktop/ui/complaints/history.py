"""A complaint's history in words, and the list that shows it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaint_detail import ComplaintEvent
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.complaints.satisfaction import satisfaction_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import ComplaintStatus, Severity
from ecrm_desktop.values.text import isolate_words

_LONG_TEXTS = frozenset({"description", "resolution"})


def event_title(event: ComplaintEvent, display: Display) -> str:
    """Return what happened in one sentence."""
    if event.field == "note":
        return translate("ComplaintHistory", "Note")
    if event.field == "status" and not event.before:
        return translate("ComplaintHistory", "Complaint recorded")
    name = _field_name(event.field)
    if event.field in _LONG_TEXTS:
        return translate("ComplaintHistory", "{field} changed", field=name)
    values = {
        "field": name,
        "before": _value(event.field, event.before, display),
        "after": _value(event.field, event.after, display),
    }
    if not event.before:
        return translate("ComplaintHistory", "{field}: {after}", **values)
    if not event.after:
        return translate("ComplaintHistory", "{field}: {before} taken away", **values)
    return translate("ComplaintHistory", "{field}: {before} → {after}", **values)


def event_text(event: ComplaintEvent) -> str:
    """Return what was written at length: the note, or the new text."""
    return event.after if event.field in _LONG_TEXTS else event.note


def _field_name(field: str) -> str:
    names: dict[str, Callable[[], str]] = {
        "status": lambda: translate("ComplaintHistory", "Status"),
        "customer_id": lambda: translate("ComplaintHistory", "Customer"),
        "subject": lambda: translate("ComplaintHistory", "Subject"),
        "description": lambda: translate("ComplaintHistory", "What happened"),
        "category": lambda: translate("ComplaintHistory", "Category"),
        "severity": lambda: translate("ComplaintHistory", "Severity"),
        "purchase_id": lambda: translate("ComplaintHistory", "Purchase"),
        "product_id": lambda: translate("ComplaintHistory", "Product"),
        "assignee_id": lambda: translate("ComplaintHistory", "Responsible"),
        "received_at": lambda: translate("ComplaintHistory", "Received"),
        "due_on": lambda: translate("ComplaintHistory", "Due"),
        "resolution": lambda: translate("ComplaintHistory", "Resolution"),
        "compensation": lambda: translate("ComplaintHistory", "Compensation"),
        "satisfaction": lambda: translate("ComplaintHistory", "Satisfaction"),
    }
    return names[field]()


def _value(field: str, text: str, display: Display) -> str:
    if not text:
        return ""
    shown: dict[str, Callable[[], str]] = {
        "status": lambda: label(ComplaintStatus(text)),
        "severity": lambda: label(Severity(text)),
        "due_on": lambda: display.date(date.fromisoformat(text)),
        "received_at": lambda: display.datetime(datetime.fromisoformat(text)),
        "compensation": lambda: display.money_with_unit(int(text)),
        "satisfaction": lambda: satisfaction_text(int(text)),
        "purchase_id": lambda: display.code(text),
    }
    return shown[field]() if field in shown else isolate_words(text)


class History(QWidget):
    """Entries, latest first; notes are shown whole."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.S)
        self.setAccessibleName(translate("ComplaintHistory", "History"))

    def show_events(self, events: Sequence[ComplaintEvent]) -> None:
        """Show other entries."""
        clear(self._column)
        for event in events:
            self._column.addWidget(self._entry(event))

    def _entry(self, event: ComplaintEvent) -> QFrame:
        display = self._ui.display
        entry = QFrame()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, theme.XS)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(Label(event_title(event, display), "heading", wrap=True), 1)
        day = display.day(event.changed_at, today=self._ui.today())
        when = translate(
            "ComplaintHistory", "{day} {clock}", day=day, clock=display.time(event.changed_at)
        )
        head.addWidget(Label(when, "small"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for text, role in ((event_text(event), ""), (event.user_name, "small")):
            if text:
                column.addWidget(Label(text, role, wrap=True, selectable=not role))
        return entry
