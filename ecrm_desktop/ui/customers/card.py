"""One customer beside the list: who they are, what needs care, and all that happened."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.call_context import CallContext, call_context
from ecrm_desktop.queries.customer_detail import (
    CustomerDetail,
    FieldRow,
    customer_detail,
    customer_fields,
)
from ecrm_desktop.queries.customer_scores import ScoreRow, customer_score
from ecrm_desktop.queries.customers import CustomerRow, customer_rows
from ecrm_desktop.queries.timeline import CustomerTimeline, TimelineEvent, customer_timeline
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.card_list_page import RecordCard
from ecrm_desktop.ui.customers.attention import Attention
from ecrm_desktop.ui.customers.card_head import CardHead
from ecrm_desktop.ui.customers.details import CustomerDetails
from ecrm_desktop.ui.customers.events import timeline_item
from ecrm_desktop.ui.customers.groups import CustomerGroups
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.scroll_area import FittedScrollArea
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.ui.widgets.timeline import Timeline
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import RecordKind

_PAGE = 100
_LEAST_ABOVE = 128
_LEAST_BELOW = 64
_ALL, _DETAILS, _GROUPS = "all", "details", "groups"
_TABS: Final[dict[str, tuple[RecordKind, ...] | None]] = {
    _ALL: None,
    "interactions": (RecordKind.INTERACTION,),
    "purchases": (RecordKind.PURCHASE, RecordKind.RETURN),
    "complaints": (RecordKind.COMPLAINT,),
    "tasks": (RecordKind.TASK,),
    _GROUPS: None,
    _DETAILS: None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contents:
    detail: CustomerDetail
    row: CustomerRow
    fields: list[FieldRow]
    context: CallContext
    timeline: CustomerTimeline
    score: ScoreRow | None


class CustomerCard(RecordCard):
    """Shows one customer, or how to choose one.

    The page does what it does for its list too: `merge_asked(UUID)`, `delete_asked(UUID)` and
    `forget_asked(UUID)`.
    """

    merge_asked = Signal(object)
    delete_asked = Signal(object)
    forget_asked = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._customer_id: UUID | None = None
        self._events: Sequence[TimelineEvent] = ()
        self._complete = True
        self.head = CardHead(ui)
        self.attention = Attention(ui)
        self.tabs = Tabs([(key, "") for key in _TABS])
        self.timeline = Timeline(name=translate("Customers", "Everything that happened"))
        self.groups = CustomerGroups(ui)
        self.details = CustomerDetails(ui)
        self._lay_out()
        self._join()
        self.show_customer(None)

    @property
    def customer_id(self) -> UUID | None:
        """Whose card it is."""
        return self._customer_id

    def show_customer(self, customer_id: UUID | None) -> None:
        """Show another customer, or nobody."""
        if customer_id != self._customer_id:
            self._events = ()
            self._complete = True
        self._customer_id = customer_id
        self.refresh()

    def take_focus(self) -> None:
        """Put the keyboard into what is shown."""
        shown = self._below.currentWidget()
        (self.head.edit if shown is None else shown).setFocus()

    def show_groups(self) -> None:
        """Show the groups that the customer is in."""
        self._open_tab(_GROUPS)

    def show_story(self) -> None:
        """Show everything that happened."""
        self._open_tab(_ALL)

    def refresh(self) -> None:
        """Read the customer again."""
        customer_id, today = self._customer_id, self._ui.today()
        kinds, limit = _TABS[self.tabs.current], max(_PAGE, len(self._events))
        if customer_id is None:
            self._whole.setCurrentIndex(0)
            return
        self._ui.background.read(
            lambda session: _read(session, customer_id, kinds, limit, today),
            self._show,
            owner=self,
            key="card",
            failed=self._show_gone,
        )

    def menu(self) -> QMenu:
        """Return what else can be done with the customer."""
        menu = QMenu(self)
        for icon, text, do in self._actions():
            menu.addAction(theme.icon(icon), text, partial(self._ask, do))
        return menu

    def _actions(self) -> Iterator[tuple[str, str, Callable[[UUID], None]]]:
        navigator, may = self._ui.navigator, self._ui.may
        yield "pencil", translate("Customers", "Edit"), navigator.edit_customer
        if may(Permission.EXPORT):
            yield "printer", translate("Customers", "Print the file"), navigator.print_customer
            yield "phone", translate("Customers", "Save as a contact…"), navigator.save_contact
        merge = translate("Customers", "Merge with another customer…")
        yield "merge", merge, self.merge_asked.emit
        if may(Permission.SEE_AUDIT):
            yield "history", translate("Customers", "History of changes"), self._open_history
        yield "trash-2", translate("Customers", "Delete"), self.delete_asked.emit
        if may(Permission.FORGET):
            yield "user-x", translate("Customers", "Forget for good…"), self.forget_asked.emit

    def _lay_out(self) -> None:
        self._whole = QStackedLayout(self)
        self._whole.setContentsMargins(1, 1, 1, 1)
        self._whole.addWidget(
            EmptyState(
                "user",
                translate("Customers", "No customer chosen"),
                translate("Customers", "Calls, purchases and complaints are shown here together."),
            )
        )
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.S)
        column.setSpacing(theme.S + 2)
        upper = QWidget()
        about = QVBoxLayout(upper)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(theme.S + 2)
        about.addWidget(self.head)
        about.addWidget(self.attention)
        column.addWidget(FittedScrollArea(upper, least_height=_LEAST_ABOVE))
        column.addWidget(self.tabs)
        below = QWidget()
        self._below = QStackedLayout(below)
        self._below.addWidget(self.timeline)
        self._below.addWidget(self.details)
        self._below.addWidget(self.groups)
        self._nothing = EmptyState(
            "inbox",
            translate("Customers", "Nothing here yet"),
            translate("Customers", "The first call or purchase will stand here."),
            action=translate("Customers", "Record a call"),
            on_action=lambda: self._ask(self._ui.navigator.new_interaction),
        )
        self._below.addWidget(self._nothing)
        # In a low window what happened gives way first; then who they are scrolls.
        below.setMinimumHeight(_LEAST_BELOW)
        below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(below, 1)
        self._whole.addWidget(shown)

    def _join(self) -> None:
        head, navigator = self.head, self._ui.navigator
        actions: tuple[tuple[Button, Callable[[UUID], None]], ...] = (
            (head.edit, navigator.edit_customer),
            (head.call, navigator.new_interaction),
            (head.purchase, navigator.new_purchase),
            (head.complaint, navigator.new_complaint),
            (head.task, navigator.new_task),
            (head.print, navigator.print_customer),
        )
        for button, do in actions:
            button.clicked.connect(lambda _checked, do=do: self._ask(do))
        head.more.clicked.connect(self._offer)
        self.tabs.chosen.connect(self._choose)
        self.timeline.activated_item.connect(self._open)
        self.timeline.end_reached.connect(self._read_more)

    def _show(self, contents: _Contents) -> None:
        self.head.show_customer(contents.detail, contents.row)
        self.attention.show_context(contents.context)
        # What somebody will bring is a sum.
        score = contents.score if self._ui.may(Permission.SEE_SUMS) else None
        self.details.show_detail(contents.detail, contents.fields, score)
        counts = contents.timeline.counts
        returns = counts[RecordKind.RETURN]
        for key, text, count in (
            (_ALL, translate("Customers", "All"), None),
            ("interactions", translate("Customers", "Calls"), counts[RecordKind.INTERACTION]),
            (
                "purchases",
                translate("Customers", "Purchases"),
                counts[RecordKind.PURCHASE] + returns,
            ),
            ("complaints", translate("Customers", "Complaints"), counts[RecordKind.COMPLAINT]),
            ("tasks", translate("Customers", "Tasks"), counts[RecordKind.TASK]),
            (_GROUPS, translate("Customers", "Groups"), None),
            (_DETAILS, translate("Customers", "Details"), None),
        ):
            number = self._ui.display.number(count) if count else ""
            self.tabs.show_text(key, f"{text} {number}".strip())
        self.groups.show_customer(contents.detail.id)
        self._show_events(contents.timeline.events, contents.timeline.counts)
        self._whole.setCurrentIndex(1)

    def _show_events(
        self, events: Sequence[TimelineEvent], counts: Mapping[RecordKind, int]
    ) -> None:
        kinds = _TABS[self.tabs.current] or counts
        self._events = events
        self._complete = len(events) >= sum(counts[kind] for kind in kinds)
        today = self._ui.today()
        self.timeline.show_items(
            [timeline_item(event, self._ui.display, today) for event in events]
        )
        other = {_DETAILS: self.details, _GROUPS: self.groups}.get(self.tabs.current)
        self._below.setCurrentWidget(other or (self.timeline if events else self._nothing))

    def _show_gone(self, error: Exception) -> None:
        self._customer_id = None
        self._whole.setCurrentIndex(0)
        if not isinstance(error, EcrmError):
            self._ui.messenger.show_error(error)

    def _open_tab(self, key: str) -> None:
        self.tabs.choose(key)
        self._choose(key)

    def _choose(self, key: str) -> None:
        if key in {_DETAILS, _GROUPS}:
            self._below.setCurrentWidget(self.details if key == _DETAILS else self.groups)
            return
        self._events = ()
        self.timeline.scrollToTop()
        self.refresh()

    def _read_more(self) -> None:
        customer_id, kinds = self._customer_id, _TABS[self.tabs.current]
        if self._complete or customer_id is None:
            return
        self._complete = True
        known = self._events
        self._ui.background.read(
            lambda session: customer_timeline(
                session, customer_id, kinds, limit=_PAGE, before=known[-1]
            ),
            lambda page: self._add_events(known, page),
            owner=self,
            key="card",
        )

    def _add_events(self, known: Sequence[TimelineEvent], page: CustomerTimeline) -> None:
        if page.events:
            self._show_events([*known, *page.events], page.counts)

    def _open(self, kind: str, record_id: UUID) -> None:
        navigator = self._ui.navigator
        match kind:
            case RecordKind.INTERACTION:
                navigator.open_interaction(record_id)
            case RecordKind.COMPLAINT:
                navigator.open_complaint(record_id)
            case RecordKind.PURCHASE:
                navigator.open_purchase(record_id)
            case RecordKind.TASK:
                navigator.open_task(record_id)

    def _open_history(self, customer_id: UUID) -> None:
        self._ui.navigator.open_history(customer_id, self.head.name)

    def _ask(self, do: Callable[[UUID], None]) -> None:
        if self._customer_id is not None:
            do(self._customer_id)

    def _offer(self) -> None:
        self.menu().exec(self.head.more.mapToGlobal(self.head.more.rect().bottomLeft()))


def _read(
    session: Session,
    customer_id: UUID,
    kinds: tuple[RecordKind, ...] | None,
    limit: int,
    today: date,
) -> _Contents:
    detail = customer_detail(session, customer_id)
    return _Contents(
        detail=detail,
        row=customer_rows(session, [customer_id])[0],
        fields=customer_fields(session),
        context=call_context(session, customer_id, today),
        timeline=customer_timeline(session, customer_id, kinds, limit=limit),
        score=customer_score(session, customer_id),
    )
