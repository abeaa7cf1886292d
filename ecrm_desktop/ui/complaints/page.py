"""The complaints as a board by status or as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

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
from ecrm_desktop.services.complaints import delete_complaints, move_complaint
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.complaints.board import Board
from ecrm_desktop.ui.complaints.columns import complaint_columns
from ecrm_desktop.ui.complaints.resolve import open_resolve_sheet
from ecrm_desktop.ui.deleting import delete_with_undo
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.period_chip import PeriodChip
from ecrm_desktop.ui.widgets.record_list import RecordList
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ComplaintStatus, Severity

_BOARD, _LIST = "board", "list"
_NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class _Answer:
    board: list[BoardColumn]
    users: list[UserRow]
    categories: list[str]


class ComplaintsPage(Page):
    """Enter opens a complaint; on the board Ctrl with the arrows moves it along."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._bar = ListBar(
            translate("Complaints", "Complaints"), translate("Complaints", "Search the complaints")
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
        export = Button(translate("Complaints", "Export"), icon="download")
        export.clicked.connect(self._export)
        if ui.may(Permission.EXPORT):
            self._bar.add_action(export)
        add = Button(translate("Complaints", "New complaint"), icon="plus", kind="primary")
        add.clicked.connect(lambda _checked: ui.navigator.new_complaint())
        self._bar.add_action(add)
        self.board = Board(ui.display)
        self.table: RecordTable[ComplaintRow] = RecordTable(
            complaint_columns(ui), name=translate("Complaints", "Complaints")
        )
        self._list = RecordList(
            self.table,
            ui.background,
            ui.settings,
            name="complaints",
            list_ids=list_complaints,
            read_rows=complaint_rows,
            sort=Sort("received_at", descending=True),
            filter=self._filter(),
        )
        self._lay_out()
        self._bar.filtered.connect(self.refresh)
        self._bar.left.connect(self._focus_view)
        self.board.activated_id.connect(ui.navigator.open_complaint)
        self.board.move_asked.connect(self._move)
        self.board.delete_asked.connect(lambda one: self._delete([one]))
        self.table.activated_id.connect(ui.navigator.open_complaint)
        self.table.delete_asked.connect(self._delete)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)

    def refresh(self) -> None:
        """Read the complaints again."""
        filter_ = self._filter()
        self.background.read(
            lambda session: _read(session, filter_), self._show, owner=self, key="complaints"
        )
        self._list.show(filter_)

    def edit_current(self) -> None:
        """Open the current complaint (F4)."""
        current = self._current()
        if current is not None:
            self._ui.navigator.open_complaint(current)

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

    def _lay_out(self) -> None:
        nothing = EmptyState(
            "message-square-warning",
            translate("Complaints", "No complaints yet"),
            translate(
                "Complaints", "What a customer is unhappy about belongs here until it is mended."
            ),
            action=translate("Complaints", "New complaint"),
            on_action=self._ui.navigator.new_complaint,
        )
        nothing_found = EmptyState(
            "search",
            translate("Complaints", "No complaint fits"),
            action=translate("Complaints", "Show all"),
            on_action=self._bar.clear_filters,
        )
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

    def _filter(self) -> ComplaintFilter:
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

    def _focus_view(self) -> None:
        if self._view.current == _LIST:
            self.table.setFocus()
        else:
            self.board.take_focus()

    def _move(self, complaint_id: UUID, status: ComplaintStatus) -> None:
        if status == ComplaintStatus.RESOLVED:
            open_resolve_sheet(self._ui, self, complaint_id)
            return
        text = translate("Complaints", "Moved to “{status}”.", status=label(status))
        me = self._ui.user.id
        self.background.write(
            lambda session: move_complaint(session, complaint_id, status, user_id=me),
            lambda _nothing: self._ui.messenger.inform(text),
            owner=self,
        )

    def _delete(self, ids: Sequence[UUID]) -> None:
        if not ids:
            return
        text = (
            translate("Complaints", "The complaint is in the bin.")
            if len(ids) == 1
            else translate(
                "Complaints",
                "{count} complaints are in the bin.",
                count=self._ui.display.number(len(ids)),
            )
        )

        delete_with_undo(
            self._ui, lambda session: delete_complaints(session, ids), text, owner=self
        )

    def _offer(self, place: QPoint) -> None:
        row = self.table.paged.row(self.table.currentIndex().row())
        if row is not None:
            self.board.card_menu(row).exec(self.table.viewport().mapToGlobal(place))

    def _export(self) -> None:
        self._ui.navigator.export(
            ListExport(
                translate("Complaints", "Complaints"),
                self.table.visible_columns(),
                self.table.paged.ids,
                complaint_rows,
                filter_text=self._bar.filter_text,
            )
        )


def _read(session: Session, filter_: ComplaintFilter) -> _Answer:
    return _Answer(
        board=complaint_board(session, filter_),
        users=users(session),
        categories=complaint_categories(session),
    )
