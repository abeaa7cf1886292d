"""What the pages with a list of records have in common."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.deleting import ask_if_many, back_text, binned_text, delete_with_undo
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.list_card import ListCard
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.ui.widgets.record_list import RecordList
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind

Filter = TypeVar("Filter")
Row = TypeVar("Row")


class ListPage(Page, Generic[Filter, Row]):
    """A list under a bar with filters, a search and an export; Delete bins, which can be undone.

    A page puts its chips and buttons on the bar and then lays the list out, with what stands in its
    place while it is empty.
    """

    listed: ListCard

    lists_customers = False
    """Whether the records are customers, of whom more can be written than the columns."""

    def __init__(
        self,
        ui: UiContext,
        *,
        title: str,
        search_hint: str,
        name: str,
        columns: Sequence[Column[Row]],
        list_ids: Callable[[Session, Filter, Sort], IdList],
        read_rows: Callable[[Session, Sequence[UUID]], Sequence[Row]],
        sort: Sort,
        delete: Callable[[Session, Sequence[UUID]], UUID] | None = None,
    ) -> None:
        """`name` as in `RecordList`; `delete` is the service, if these records can be deleted."""
        super().__init__(ui.background)
        self._ui = ui
        self._title = title
        self._read_rows = read_rows
        self._delete_records = delete
        self._bar = ListBar(title, search_hint)
        self.table: RecordTable[Row] = RecordTable(columns, name=title)
        self._list = RecordList(
            self.table,
            ui.background,
            ui.settings,
            name=name,
            list_ids=list_ids,
            read_rows=read_rows,
            sort=sort,
            filter=self.filter,
        )
        self._bar.filtered.connect(self._apply)
        self._bar.left.connect(self._focus_list)
        self.table.activated_id.connect(self._activate)
        self.table.delete_asked.connect(self.delete)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)

    def filter(self) -> Filter:
        """Return what the chips and the searched words let pass."""
        raise NotImplementedError

    def filter_text(self) -> str:
        """Return in words what is filtered, for an export."""
        return self._bar.filter_text

    def edit(self, record_id: UUID) -> None:
        """Open the form of a record; nothing, where there is none."""

    def edit_current(self) -> None:
        """Open the form of the current record (F4)."""
        current = self._current()
        if current is not None:
            self.edit(current)

    def menu_for(self, row: Row) -> QMenu | None:
        """Return what can be done with the selected records, of which `row` is the current."""
        return None

    def delete(self, ids: Sequence[UUID]) -> None:
        """Put records into the bin, after a question if many, and offer to take them out again."""
        delete = self._delete_records
        if ids and delete is not None:
            fits = self.table.rows_in_view()
            ask_if_many(self._ui, len(ids), fits=fits, then=partial(self._delete, delete, ids))

    def _delete(
        self, delete: Callable[[Session, Sequence[UUID]], UUID], ids: Sequence[UUID]
    ) -> None:
        gone, back = self._deleting_texts(ids)
        # At once, so that a second Delete does not mean the same record again.
        self.table.step_off(ids)
        delete_with_undo(
            self._ui,
            lambda session: delete(session, ids),
            gone,
            owner=self,
            back=back,
            on_undone=partial(self._list.select_when_read, ids),
        )

    def call_record(self, row: Row) -> str:
        """Return what a sentence about one record begins with; empty if it has no name."""
        raise NotImplementedError

    def binned_text(self, count: int) -> str:
        """Return what is said when so many records without a name have gone to the bin."""
        raise NotImplementedError

    def export(self) -> None:
        """Have the list written or printed exactly as it is seen."""
        self._ui.navigator.export(
            ListExport(
                self._title,
                self.table.visible_columns(),
                self.table.paged.ids,
                self._read_rows,
                filter_text=self.filter_text(),
                are_customers=self.lists_customers,
            )
        )

    def _deleting_texts(self, ids: Sequence[UUID]) -> tuple[str, str]:
        """Return what is said when records went to the bin, and when they came back."""
        row = self.table.row_of(ids[0]) if len(ids) == 1 else None
        name = self.call_record(row) if row is not None else ""
        if name:
            return binned_text(name), back_text(self._ui, name, 1)
        return self.binned_text(len(ids)), back_text(self._ui, "", len(ids))

    def _current(self) -> UUID | None:
        return self.table.current()

    def _activate(self, record_id: UUID) -> None:
        """Do what Enter and a double click do."""
        self.edit(record_id)

    def _apply(self) -> None:
        """Read what passes the filters now."""
        self._list.refresh()

    def _focus_list(self) -> None:
        self.table.setFocus()

    def _add_export(self) -> None:
        button = Button(translate("ListPage", "Export"), icon="download")
        button.clicked.connect(lambda _checked: self.export())
        if self._ui.may(Permission.EXPORT):
            self._bar.add_action(button)

    def _add_delete(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction(
            theme.icon("trash-2"),
            translate("ListPage", "Delete"),
            lambda: self.delete(self.table.selected_ids()),
        )

    def _nothing(
        self,
        icon: str,
        title: str,
        text: str,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        imports: ImportKind | None = None,
    ) -> EmptyState:
        """Say what belongs here, and offer to record it or to bring in rows of a kind."""
        offered = imports if self._ui.may(Permission.IMPORT) else None
        return EmptyState(
            icon,
            title,
            text,
            action=action,
            on_action=on_action,
            other=translate("ListPage", "Bring in from a file") if offered else "",
            on_other=partial(self._ui.navigator.import_rows, offered) if offered else None,
        )

    def _lay_out(
        self,
        *,
        nothing: EmptyState,
        nothing_found: EmptyState,
        above: QWidget | None = None,
        below: QWidget | None = None,
        beside: QWidget | None = None,
    ) -> None:
        """Fill the page with the list; the others as in `ListCard`, and a card `beside` it."""
        self.listed = ListCard(
            self._bar,
            self.table,
            nothing=nothing,
            nothing_found=nothing_found,
            above=above,
            below=below,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        row.setSpacing(theme.M)
        row.addWidget(self.listed, 1)
        if beside is not None:
            row.addWidget(beside)
        self._list.filled.connect(self._show_count)

    def _show_count(self, count: int) -> None:
        self._bar.show_count(self._count_text(count))
        self.listed.show_count(count)

    def _count_text(self, count: int) -> str:
        return self._ui.display.number(count)

    def _offer(self, place: QPoint) -> None:
        row = self.table.paged.row(self.table.currentIndex().row())
        menu = self.menu_for(row) if row is not None else None
        if menu is not None:
            menu.exec(self.table.viewport().mapToGlobal(place))
