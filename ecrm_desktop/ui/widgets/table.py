"""A list that sorts, hides columns, remembers its shape and scrolls through a million rows."""

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.paged_model import AnyIndex, Column, PagedModel
from ecrm_desktop.ui.widgets.table_delegate import TableDelegate
from ecrm_desktop.ui.widgets.table_header import TableHeader
from ecrm_desktop.values.ids import IdList

Row = TypeVar("Row")
_LANDMARKS = 3
_ONLY_THESE = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
_ONE_ROW = _ONLY_THESE | QItemSelectionModel.SelectionFlag.Current


def lay_rows(table: QTableView, height: int) -> None:
    """Let a table have rows of one height without numbers and grid, which Tab leaves."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    vertical = table.verticalHeader()
    vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    vertical.setDefaultSectionSize(height)
    vertical.hide()


class RecordTable(QTableView, Generic[Row]):
    """A list of records.

    Signals: `activated_id(UUID)` for Enter or a double click, `current_id(UUID | None)` when
    another row becomes current, `selected(count)`, `sort_changed(key, descending)`,
    `delete_asked(IdList)` for the Delete key, `shape_changed` when columns were moved, hidden
    or resized.
    """

    activated_id = Signal(object)
    current_id = Signal(object)
    selected = Signal(int)
    sort_changed = Signal(str, bool)
    delete_asked = Signal(object)
    shape_changed = Signal()

    def __init__(self, columns: Sequence[Column[Row]], *, name: str) -> None:
        """`name` is what screen readers call the list."""
        super().__init__()
        self.paged: PagedModel[Row] = PagedModel(columns)
        self._delegate = TableDelegate(self)
        self._header = TableHeader(self.paged.columns)
        self._restoring = False
        # Columns for which there is no room, with their widths.
        self._left_out: dict[int, int] = {}
        self.setAccessibleName(name)
        self.setHorizontalHeader(self._header)
        self.setModel(self.paged)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        lay_rows(self, theme.ROW_HEIGHT)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme.ROW_HEIGHT)
        for number, column in enumerate(columns):
            self._header.resizeSection(number, column.width)
            self.setColumnHidden(number, column.hidden)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._offer_columns)
        self._header.sectionClicked.connect(self._sort_by)
        self._header.sectionMoved.connect(lambda *_: self._emit_shape())
        self._header.sectionResized.connect(lambda *_: self._emit_shape())
        self.doubleClicked.connect(self._activate)

    def show_ids(self, ids: Sequence[UUID], *, again: bool = False) -> None:
        """Show another list; what is selected and current stays so, as far as it is still there.

        If the current record is gone, the first becomes current. If it is the same list `again`,
        the one that took its place does, and the rows in view stay where they are seen.
        """
        bar, here, selected = self.verticalScrollBar(), self.currentIndex(), self.selected_ids()
        current, scrolled = self.current(), bar.value()
        seen = self._first_seen()
        self.paged.show_ids(ids)
        rows = self.paged.ids.places(selected)
        at = self.paged.ids.places(IdList([] if current is None else [current]))
        if at:
            self._go_to(at[0])
            self._select_rows(rows)
        elif ids:
            place = min(max(here.row(), 0), len(ids) - 1) if again else 0
            self._go_to(rows[0] if rows else place)
            self._select_rows(rows or [place])
        else:
            self.current_id.emit(None)
            # A list that is replaced loses its selection without a word.
            self.selected.emit(0)
        if again:
            bar.setValue(scrolled + self._moved(seen))
        elif at:
            bar.setValue(scrolled)

    def current(self) -> UUID | None:
        """Return the id of the current row."""
        number = self.currentIndex().row()
        return self.paged.ids[number] if 0 <= number < len(self.paged.ids) else None

    def make_current(self, one: UUID, *, scroll: bool = True) -> None:
        """Make a record's row current, if the list has it."""
        try:
            number = self.paged.ids.index(one)
        except ValueError:
            return
        self._go_to(number)
        if scroll:
            self.scrollTo(self.paged.index(number, 0))

    def select(self, ids: Sequence[UUID]) -> None:
        """Select the rows of records, as far as the list has them, and go to the first."""
        numbers = self.paged.ids.places(IdList(ids))
        if numbers:
            self._go_to(numbers[0])
            self._select_rows(numbers)

    def step_off(self, ids: Sequence[UUID]) -> None:
        """Go to the next row that is none of `ids`, or the one before; to none, if all are."""
        here = self.currentIndex().row()
        for first, last in _runs(self.paged.ids.places(IdList(ids))):
            if first <= here <= last:
                if last + 1 < len(self.paged.ids):
                    self._go_to(last + 1)
                elif first > 0:
                    self._go_to(first - 1)
                else:
                    self.clearSelection()

    def row_of(self, one: UUID) -> Row | None:
        """Return the row of a record, if the list has it and it was read."""
        at = self.paged.ids.places(IdList([one]))
        return self.paged.row(at[0]) if at else None

    def _first_seen(self) -> dict[UUID, int]:
        """Return a few of the first rows in view; none where the list is seen from its top."""
        top = self.rowAt(0) if self.verticalScrollBar().value() else -1
        rows = range(top, min(top + _LANDMARKS, len(self.paged.ids))) if top >= 0 else ()
        return {self.paged.ids[row]: row for row in rows}

    def _moved(self, before: dict[UUID, int]) -> int:
        """Return by how many pixels rows were moved; the one that moved least tells.

        Another may have been edited, and be somewhere else altogether.
        """
        ids = self.paged.ids
        moves = [ids.index(one) - row for one, row in before.items() if one in ids]
        return min(moves, key=abs, default=0) * theme.ROW_HEIGHT

    def _go_to(self, number: int) -> None:
        # Not `setCurrentIndex`, which looks whether Ctrl or Shift is held at this moment.
        index = self.paged.index(number, self._first_column())
        self.selectionModel().setCurrentIndex(index, _ONE_ROW)

    def _select_rows(self, numbers: Sequence[int]) -> None:
        selection, last = QItemSelection(), len(self.paged.columns) - 1
        for first, end in _runs(numbers):
            selection.select(self.paged.index(first, 0), self.paged.index(end, last))
        self.selectionModel().select(selection, _ONLY_THESE)

    def _first_column(self) -> int:
        order = (self._header.logicalIndex(place) for place in range(self._header.count()))
        return next(n for n in order if not self.isColumnHidden(n))

    def selected_ids(self) -> IdList:
        """Return the ids of the selected rows, in the list's order, without an object of each."""
        ids, selection = IdList(), self.selectionModel().selection()
        parts = (selection.at(at) for at in range(selection.count()))
        for top, bottom in sorted((part.top(), part.bottom()) for part in parts):
            ids.extend(self.paged.ids[top : bottom + 1])
        return ids

    def rows_in_view(self) -> int:
        """Return how many rows can be seen at once."""
        return max(1, self.viewport().height() // theme.ROW_HEIGHT)

    def selected_count(self) -> int:
        """Return how many rows are selected, without making their ids."""
        selection = self.selectionModel().selection()
        return sum(selection.at(at).height() for at in range(selection.count()))

    def show_sort(self, key: str, *, descending: bool) -> None:
        """Mark the column the list is sorted by, without asking for a sort."""
        number = next(n for n, column in enumerate(self.paged.columns) if column.key == key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicatorShown(True)
        self._header.setSortIndicator(number, order)

    def visible_columns(self) -> list[Column[Row]]:
        """Return the columns that somebody wants to see, in their order, for an export."""
        order = [self._header.logicalIndex(place) for place in range(self._header.count())]
        return [self.paged.columns[n] for n in order if self._is_wanted(n)]

    def shape(self) -> dict[str, Any]:
        """Return order, widths and hidden columns, to be kept as JSON."""
        order = [self._header.logicalIndex(place) for place in range(self._header.count())]
        return {
            "order": [self.paged.columns[n].key for n in order],
            "hidden": [c.key for n, c in enumerate(self.paged.columns) if not self._is_wanted(n)],
            "widths": {
                c.key: self._width(n)
                for n, c in enumerate(self.paged.columns)
                if self._is_wanted(n) and not c.stretches
            },
        }

    def restore_shape(self, shape: dict[str, Any]) -> None:
        """Take a shape that `shape` gave; columns it does not know stay as they are."""
        numbers = {column.key: n for n, column in enumerate(self.paged.columns)}
        self._restoring = True
        self._show_all_wanted()
        for place, key in enumerate(key for key in shape.get("order", ()) if key in numbers):
            self._header.moveSection(self._header.visualIndex(numbers[key]), place)
        hidden = shape.get("hidden")
        if hidden is not None and set(numbers) - set(hidden):
            for key, n in numbers.items():
                self.setColumnHidden(n, key in hidden)
        for key, width in shape.get("widths", {}).items():
            if key in numbers and isinstance(width, int):
                self._header.resizeSection(numbers[key], max(48, min(width, 2000)))
        self._restoring = False
        self._fit()

    def _emit_shape(self) -> None:
        if not self._restoring:
            self.shape_changed.emit()

    def _is_wanted(self, number: int) -> bool:
        return number in self._left_out or not self.isColumnHidden(number)

    def _width(self, number: int) -> int:
        return self._left_out.get(number) or self._header.sectionSize(number)

    def _show_all_wanted(self) -> None:
        for number in self._left_out:
            self.setColumnHidden(number, False)
        self._left_out.clear()

    def _leave_out(self) -> None:
        """Leave out what there is no room for, as far as it gives way."""
        columns = self.paged.columns
        wanted = [n for n in range(len(columns)) if self._is_wanted(n)]
        least = {n: columns[n].width if columns[n].stretches else self._width(n) for n in wanted}
        over = sum(least.values()) - self.viewport().width()
        yielding = sorted(
            (n for n in wanted if columns[n].gives_way), key=lambda n: -columns[n].gives_way
        )
        left_out: dict[int, int] = {}
        for number in yielding:
            if over > 0:
                left_out[number] = least[number]
                over -= least[number]
        if left_out.keys() != self._left_out.keys():
            self._show_all_wanted()
            for number in left_out:
                self.setColumnHidden(number, True)
            self._left_out = left_out

    def _fit(self) -> None:
        self._restoring = True
        self._leave_out()
        shown = [n for n in range(len(self.paged.columns)) if not self.isColumnHidden(n)]
        flexible = [n for n in shown if self.paged.columns[n].stretches] or shown[:1]
        used = sum(
            self.paged.columns[n].width if n in flexible else self._header.sectionSize(n)
            for n in shown
        )
        more = max(0, self.viewport().width() - used) // len(flexible)
        for n in flexible:
            self._header.resizeSection(n, self.paged.columns[n].width + more)
        self._restoring = False

    def _sort_by(self, number: int) -> None:
        column = self.paged.columns[number]
        if not column.sortable:
            return
        again = self._header.isSortIndicatorShown() and (
            self._header.sortIndicatorSection() == number
        )
        ascending = self._header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        descending = ascending if again else column.numeric
        self.show_sort(column.key, descending=descending)
        self.sort_changed.emit(column.key, descending)

    def _offer_columns(self, place: QPoint) -> None:
        self.columns_menu().exec(self._header.mapToGlobal(place))

    def columns_menu(self) -> QMenu:
        """Return a menu that shows and hides columns; one always stays."""
        menu = QMenu(self)
        shown = [n for n in range(len(self.paged.columns)) if self._is_wanted(n)]
        for n, column in enumerate(self.paged.columns):
            action = QAction(column.title, menu)
            action.setCheckable(True)
            action.setChecked(n in shown)
            action.setEnabled(shown != [n])
            action.toggled.connect(lambda on, n=n: self._show_column(n, on=on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(translate("Table", "Usual columns"), self._reset_columns)
        return menu

    def _show_column(self, number: int, *, on: bool) -> None:
        self._show_all_wanted()
        self.setColumnHidden(number, not on)
        self._fit()
        self._emit_shape()

    def _reset_columns(self) -> None:
        self.restore_shape(
            {
                "order": [column.key for column in self.paged.columns],
                "hidden": [column.key for column in self.paged.columns if column.hidden],
                "widths": {column.key: column.width for column in self.paged.columns},
            }
        )
        self._emit_shape()

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.activated_id.emit(self.paged.ids[index.row()])

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which record is current now."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.current_id.emit(self.current())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint whole rows, since bold text depends on the selection, and tell how many."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.selected.emit(self.selected_count())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, Delete asks to delete the selected ones."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._activate(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.delete_asked.emit(self.selected_ids())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters: Qt would look through every row, and wait for each to be read."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the whole row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def viewportEvent(self, event: QEvent) -> bool:
        """Put the light out when the mouse leaves."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to the columns that stretch."""
        super().resizeEvent(event)
        self._fit()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Join sorted numbers that follow each other; yield the first and last of each run."""
    if numbers and numbers[-1] - numbers[0] + 1 == len(numbers):
        yield numbers[0], numbers[-1]
        return
    first = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            yield numbers[first], number
            first = at + 1
