"""The complaints as a board by status or as a list."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QFrame, QMenu, QStackedLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaints import (
    BoardColumn,
    ComplaintFilter,
    ComplaintRow,
    complaint_board,
    complaint_categories,
    complaint_rows,
    list_complaints,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.complaints import delete_complaints
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.complaints.board import Board
from ecrm_desktop.ui.complaints.columns import complaint_columns
from ecrm_desktop.ui.complaints.moving import move_or_ask
from ecrm_desktop.ui.complaints.reopen import ask_to_reopen
from ecrm_desktop.ui.complaints.resolve import open_resolve_sheet
from ecrm_desktop.ui.list_page import ListPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.ui.widgets.period_chip import PeriodChip
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.values.statuses import ComplaintStatus, Severity
from ecrm_desktop.values.text import isolate_words

_BOARD, _LIST = "board", "list"
_NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class _Answer:
    board: list[BoardColumn]
    users: list[UserRow]
    categories: list[str]


class ComplaintsPage(ListPage[ComplaintFilter, ComplaintRow]):
    """Enter opens a complaint; on the board Ctrl with the arrows moves it along."""

    shows = frozenset({"complaints", "customers", "products", "purchases", "returns", "users"})

    def __init__(self, ui: UiContext) -> None:
        super().__init__(
            ui,
            title=translate("Complaints", "Complaints"),
            search_hint=translate("Complaints", "Search the complaints"),
            name="complaints",
            columns=complaint_columns(ui),
            list_ids=list_complaints,
            read_rows=complaint_rows,
            sort=Sort("received_at", descending=True),
            delete=delete_complaints,
        )
        self._add_filters()
        self._view = Tabs(
            [
                (_BOARD, translate("Complaints", "Board")),
                (_LIST, translate("Complaints", "List")),
            ]
        )
        self._view.chosen.connect(self._show_view)
        self._bar.add_action(self._view)
        self._add_export()
        add = Button(translate("Complaints", "New complaint"), icon="plus", kind="primary")
        add.clicked.connect(lambda _checked: ui.navigator.new_complaint())
        self._bar.add_action(add)
        self.board = Board(ui.display)
        self._lay_out_views()
        self.board.activated_id.connect(ui.navigator.open_complaint)
        self.board.move_asked.connect(self._move)
        self.board.delete_asked.connect(lambda one: self.delete([one]))

    def refresh(self) -> None:
        """Read the complaints again."""
        passing = self.filter()
        self.background.read(
            lambda session: _read(session, passing), self._show, owner=self, key="complaints"
        )
        self._list.refresh()

    def edit(self, record_id: UUID) -> None:
        """Show a complaint with its history."""
        self._ui.navigator.open_complaint(record_id)

    def menu_for(self, row: ComplaintRow) -> QMenu:
        """Return what can be done with a complaint, the same as on the board."""
        return self.board.card_menu(row)

    def show_list(self) -> None:
        """Show the list instead of the board."""
        self._view.choose(_LIST)
        self._show_view(_LIST)

    def _current(self) -> UUID | None:
        if self._view.current == _LIST:
            return self.table.current()
        card = self.board.current()
        return None if card is None else card.id

    def _add_filters(self) -> None:
        self._overdue = FilterChip(
            translate("Complaints", "Due"), [(True, translate("Complaints", "only overdue"))]
        )
        self._severity = FilterChip(
            translate("Complaints", "Severity"), [(one, label(one)) for one in Severity]
        )
        self._category = FilterChip(translate("Complaints", "Category"))
        self._assignee = FilterChip(translate("Complaints", "Responsible"))
        self._period = PeriodChip(translate("Complaints", "Received"), self._ui.display)
        for chip in (
            self._overdue, self._severity, self._category, self._assignee, self._period,
        ):  # fmt: skip
            self._bar.add_chip(chip)

    def _lay_out_views(self) -> None:
        nothing = self._nothing(
            "message-square-warning",
            translate("Complaints", "No complaints yet"),
            translate(
                "Complaints", "What a customer is unhappy about belongs here until it is mended."
            ),
            action=translate("Complaints", "New complaint"),
            on_action=self._ui.navigator.new_complaint,
        )
        nothing_found = nothing_fits(self._bar, translate("Complaints", "No complaint fits"))
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._bar)
        listed = QFrame()
        listed.setProperty("role", "card")
        around = QVBoxLayout(listed)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.table)
        shown = QWidget()
        self._stack = QStackedLayout(shown)
        for widget in (self.board, listed, nothing, nothing_found):
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        outer.setSpacing(theme.M)
        outer.addWidget(card)
        outer.addWidget(shown, 1)

    def filter(self) -> ComplaintFilter:
        """Return what the chips and the searched words let pass."""
        severity, category = self._severity.value, self._category.value
        assignee = self._assignee.value
        since, until = self._period.instants(self._ui.today())
        return ComplaintFilter(
            today=self._ui.today(),
            severities=(severity,) if isinstance(severity, Severity) else (),
            category=category if isinstance(category, str) else None,
            assignee_id=assignee if isinstance(assignee, UUID) else None,
            unassigned=assignee == _NOBODY,
            overdue=self._overdue.value is True,
            since=since,
            until=until,
            text=self._bar.searched,
        )

    def _show(self, answer: _Answer) -> None:
        self._assignee.set_choices(
            [
                *((one.id, one.name) for one in answer.users),
                (_NOBODY, translate("Complaints", "Nobody")),
            ]
        )
        self._category.set_choices([(one, one) for one in answer.categories])
        self.board.show_columns(answer.board, self._ui.today())
        number = self._ui.display.number
        total = sum(column.total for column in answer.board)
        overdue = sum(column.overdue for column in answer.board)
        self._bar.show_count(
            translate(
                "Complaints",
                "{count}, {overdue} of them overdue",
                count=number(total),
                overdue=number(overdue),
            )
            if overdue
            else number(total)
        )
        self._is_empty = not total
        self._show_view(self._view.current)

    def _show_view(self, view: str) -> None:
        if self._is_empty:
            self._stack.setCurrentIndex(3 if self._bar.is_filtered else 2)
        else:
            self._stack.setCurrentIndex(1 if view == _LIST else 0)

    _is_empty = False

    def _apply(self) -> None:
        self.refresh()

    def _focus_list(self) -> None:
        if self._view.current == _LIST:
            self.table.setFocus()
        else:
            self.board.take_focus()

    def _move(self, complaint_id: UUID, shown: ComplaintStatus, status: ComplaintStatus) -> None:
        if status == ComplaintStatus.RESOLVED:
            open_resolve_sheet(self._ui, self, complaint_id, shown=shown)
            return
        if status == ComplaintStatus.REOPENED:
            ask_to_reopen(self._ui, self, complaint_id, shown=shown)
            return
        text = translate("Complaints", "Moved to “{status}”.", status=label(status))
        move_or_ask(
            self._ui,
            complaint_id,
            status,
            shown=shown,
            done=lambda: self._ui.messenger.inform(text),
            owner=self,
        )

    def call_record(self, row: ComplaintRow) -> str:
        """Return what a sentence about one complaint begins with."""
        name = isolate_words(row.customer_name)
        return translate("Complaints", "The complaint of {name}", name=name) if name else ""

    def binned_text(self, count: int) -> str:
        """Return what is said when so many complaints have gone to the bin."""
        if count == 1:
            return translate("Complaints", "The complaint is in the bin.")
        return translate(
            "Complaints", "{count} complaints are in the bin.", count=self._ui.display.number(count)
        )


def _read(session: Session, filter_: ComplaintFilter) -> _Answer:
    return _Answer(
        board=complaint_board(session, filter_),
        users=users(session),
        categories=complaint_categories(session),
    )
