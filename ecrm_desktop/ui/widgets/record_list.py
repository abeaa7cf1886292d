"""A table joined to what fills it: to queries, or to rows that are all at hand."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.settings import TABLE_STATES, Settings
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.ids import IdList

Row = TypeVar("Row")
Filter = TypeVar("Filter")


class Identified(Protocol):
    """A row of a record."""

    @property
    def id(self) -> UUID:
        """Which record it is of."""


IdentifiedRow = TypeVar("IdentifiedRow", bound=Identified)


class RecordList(QObject, Generic[Filter, Row]):
    """Fills a table by two queries: ids first, rows of what is visible after.

    `filled(count)` whenever a list has arrived. Sort and shape of the table are its own business.
    """

    filled = Signal(int)

    def __init__(
        self,
        table: RecordTable[Row],
        background: Background,
        settings: Settings,
        *,
        name: str,
        list_ids: Callable[[Session, Filter, Sort], IdList],
        read_rows: Callable[[Session, Sequence[UUID]], Sequence[Row]],
        sort: Sort,
        filter: Callable[[], Filter],  # noqa: A002 - what it is
    ) -> None:
        """`name` is the key under which the table's shape is remembered.

        `filter` is asked, whenever the list is read, which records pass.
        """
        super().__init__(table)
        self._table, self._background, self._settings = table, background, settings
        self._list_ids, self._read_rows = list_ids, read_rows
        self._name = name
        self._sort, self._filter = sort, filter
        self._wanted: Sequence[UUID] = ()
        self._shown: tuple[Filter, Sort] | None = None
        table.show_sort(sort.key, descending=sort.descending)
        shape = settings.get(TABLE_STATES).get(name)
        if isinstance(shape, dict):
            table.restore_shape(shape)
        table.paged.rows_wanted.connect(self._fetch)
        table.sort_changed.connect(self._sort_by)
        table.shape_changed.connect(self._remember)

    def refresh(self) -> None:
        """Read the list again."""
        wanted, sort = self._filter(), self._sort
        self._background.read(
            lambda session: self._list_ids(session, wanted, sort),
            lambda ids: self._take(ids, (wanted, sort)),
            owner=self,
            key="ids",
        )

    def select_when_read(self, ids: Sequence[UUID]) -> None:
        """Select these records when the list is read the next time."""
        self._wanted = ids

    def _take(self, ids: IdList, asked: tuple[Filter, Sort]) -> None:
        if ids == self._table.paged.ids:
            self._table.paged.refresh_rows()
        else:
            self._table.show_ids(ids, again=asked == self._shown)
        self._shown = asked
        wanted, self._wanted = self._wanted, ()
        self._table.select(wanted)
        self.filled.emit(len(ids))

    def _fetch(self, generation: int, ids: Sequence[UUID]) -> None:
        self._background.read(
            lambda session: self._read_rows(session, ids),
            lambda rows: self._table.paged.put_rows(generation, ids, rows),
            owner=self,
        )

    def _sort_by(self, key: str, descending: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._sort = Sort(key, descending)
        self.refresh()

    def _remember(self) -> None:
        self._settings.set_part(TABLE_STATES, self._name, self._table.shape())


class ShortRecordList(QObject, Generic[IdentifiedRow]):
    """Fills a table with rows that were read together, because there are never many."""

    def __init__(self, table: RecordTable[IdentifiedRow]) -> None:
        super().__init__(table)
        self._table = table
        self._rows: dict[UUID, IdentifiedRow] = {}
        table.paged.rows_wanted.connect(self._give)

    def show(self, rows: Sequence[IdentifiedRow]) -> None:
        """Show these rows instead."""
        self._rows = {row.id: row for row in rows}
        ids = IdList(self._rows)
        if ids == self._table.paged.ids:
            self._table.paged.refresh_rows()
        else:
            self._table.show_ids(ids, again=True)

    def row(self, record_id: UUID | None) -> IdentifiedRow | None:
        """Return the row of a record, if it is shown."""
        return self._rows.get(record_id) if record_id is not None else None

    def current(self) -> IdentifiedRow | None:
        """Return the current row."""
        return self.row(self._table.current())

    def _give(self, generation: int, ids: Sequence[UUID]) -> None:
        rows = [self._rows[one] for one in ids if one in self._rows]
        self._table.paged.put_rows(generation, ids, rows)
