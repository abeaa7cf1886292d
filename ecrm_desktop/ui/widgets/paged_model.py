"""Rows of a long list, of which only the visible blocks are in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.values.ids import IdList

Row = TypeVar("Row")
BLOCK = 100
_BLOCKS_KEPT = 30
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """One column of a list.

    `format` gives the text of a cell; `badge` the colour if the text is shown as a badge. `width`
    in logical pixels; a column that `stretches` takes what is left. `bold` for the name; `numeric`
    aligns to the end; `icon` names a small picture before the text; `hidden` until asked for.
    Where there is no room for all, those with `gives_way` are left out, the largest first.
    """

    key: str
    title: str
    format: Callable[[Row], str]
    width: int = 120
    stretches: bool = False
    sortable: bool = True
    badge: Callable[[Row], BadgeKind | None] | None = None
    numeric: bool = False
    bold: bool = False
    icon: Callable[[Row], str] | None = None
    hidden: bool = False
    gives_way: int = 0


class PagedModel(QAbstractTableModel, Generic[Row]):
    """A list of ids with rows given block by block; it fetches nothing itself.

    When a missing row is looked at it emits `rows_wanted(generation, ids)` with the ids of its
    block; whoever listens answers with `put_rows`. Answers to an older `show_ids` are dropped.
    """

    rows_wanted = Signal(int, object)  # generation, Sequence[UUID]

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self.columns = list(columns)
        self._ids = IdList()
        self._blocks: dict[int, dict[UUID, Row]] = {}
        self._asked: set[int] = set()
        self._generation = 0

    @property
    def ids(self) -> IdList:
        """The ids of the list, in its order."""
        return self._ids

    def show_ids(self, ids: Sequence[UUID]) -> None:
        """Show another list; rows of the old one serve until the new ones arrive."""
        self.beginResetModel()
        self._generation += 1
        old = {one: row for block in self._blocks.values() for one, row in block.items()}
        self._ids = ids if isinstance(ids, IdList) else IdList(ids)
        self._blocks = {}
        self._asked = set()
        for block in range(min(2, (len(ids) + BLOCK - 1) // BLOCK)):
            part = self._block_ids(block)
            if old and all(one in old for one in part):
                self._blocks[block] = {one: old[one] for one in part}
        self.endResetModel()
        for block in list(self._blocks):
            self._ask(block)

    def refresh_rows(self) -> None:
        """Ask for the rows again, showing the old ones meanwhile."""
        self._generation += 1
        self._asked = set()
        for block in list(self._blocks):
            self._ask(block)

    def put_rows(self, generation: int, ids: Sequence[UUID], rows: Sequence[Row]) -> None:
        """Take the rows of `ids`; each row has an `id`."""
        if generation != self._generation or not ids:
            return
        try:
            first = self._ids.index(ids[0])
        except ValueError:
            return
        block = first // BLOCK
        self._blocks.pop(block, None)
        self._blocks[block] = {row.id: row for row in rows}  # type: ignore[attr-defined]
        while len(self._blocks) > _BLOCKS_KEPT:
            oldest = next(iter(self._blocks))
            del self._blocks[oldest]
            self._asked.discard(oldest)
        last = min(first + len(ids), len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def row(self, number: int) -> Row | None:
        """Return a row, or None while it is on its way."""
        if not 0 <= number < len(self._ids):
            return None
        block = number // BLOCK
        found = self._blocks.get(block)
        if found is None:
            self._ask(block)
            return None
        return found.get(self._ids[number])

    def _block_ids(self, block: int) -> IdList:
        return self._ids[block * BLOCK : (block + 1) * BLOCK]

    def _ask(self, block: int) -> None:
        if block not in self._asked:
            self._asked.add(block)
            self.rows_wanted.emit(self._generation, self._block_ids(block))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the length of the list."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text for screens, screen readers and tests."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            row = self.row(index.row())
            return "" if row is None else self.columns[index.column()].format(row)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None
