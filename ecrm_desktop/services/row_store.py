"""Rows on their way into the tables: in blocks, below the ORM, with nothing left to defaults."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Any, Final

from sqlalchemy import Column, Connection

from ecrm_desktop.models.base import Base, Synced
from ecrm_desktop.models.changes import LIST_GROUP, CaptureContext, capture_of_inserts

_BLOCK = 20_000
# One row a statement, each would be kept apart for an undo, with all pages it writes to, and each
# would open all indexes.
_TOGETHER: Final = 50


Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """Rows of one table, with the statements that insert one or many, and capture what was."""

    table: str
    one: str
    many: str
    capture: str
    rows: list[Row] = field(default_factory=list)


class Store:
    """Gathers rows of several tables and inserts them, always in the order of `table` calls.

    A row that others refer to must be of an earlier table: SQLite would search all tables for
    those waiting for it. `connection` gives the one of the present transaction. With the `capture`
    of that connection, rows are captured many at a time, else by the triggers, one by one.
    """

    def __init__(
        self, connection: Callable[[], Connection], capture: CaptureContext | None = None
    ) -> None:
        self._connection = connection
        self._capture = capture
        self._waiting: list[_Waiting] = []

    def table(self, model: type[Synced], columns: str) -> list[Row]:
        """Return a list that takes rows: values of `columns` as kept, then the instant of making.

        Columns not named take the model's default.
        """
        table = Base.metadata.tables[model.__tablename__]
        given = columns.split()
        names = [*given, "created_at", "updated_at"]
        # The last value stands for both instants.
        width = len(given) + 1
        values: list[int | str] = [*range(1, width + 1), width]
        for column in table.columns:
            if column.name not in names and not column.nullable:
                names.append(column.name)
                values.append(_default(column))
        head = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES "
        waiting = _Waiting(
            table=table.name,
            one=head + _places(values, width, 1),
            many=head + _places(values, width, _TOGETHER),
            capture=capture_of_inserts(table),
        )
        self._waiting.append(waiting)
        return waiting.rows

    def write_blocks(self) -> None:
        """Insert what has gathered, once it is worth it."""
        if any(len(one.rows) >= _BLOCK for one in self._waiting):
            self.write()

    def write(self) -> None:
        """Insert all that has gathered."""
        for waiting in self._waiting:
            if waiting.rows:
                with self._captured(waiting):
                    self._insert(waiting)
                waiting.rows.clear()

    def _insert(self, waiting: _Waiting) -> None:
        rows, connection = waiting.rows, self._connection()
        rest = len(rows) % _TOGETHER
        for at in range(0, len(rows) - rest, _TOGETHER):
            some = chain.from_iterable(rows[at : at + _TOGETHER])
            connection.exec_driver_sql(waiting.many, tuple(some))
        if rest:
            connection.exec_driver_sql(waiting.one, rows[-rest:])

    @contextmanager
    def _captured(self, waiting: _Waiting) -> Iterator[None]:
        """Capture the rows that are inserted within, if the triggers need not."""
        capture, connection = self._capture, self._connection()
        if capture is None or capture.is_silent:
            yield
            return
        last = connection.exec_driver_sql(f"SELECT max(rowid) FROM {waiting.table}").scalar() or 0
        with capture.held_back():
            yield
        connection.exec_driver_sql(LIST_GROUP)
        done = connection.exec_driver_sql(waiting.capture, (last,)).rowcount
        # Rowids go on from the largest one, unless that is the largest possible.
        if done != len(waiting.rows):
            raise RuntimeError


def _places(values: Sequence[int | str], width: int, count: int) -> str:
    """Return `count` rows of VALUES: numbers are places among the `width` values of a row."""
    return ", ".join(
        f"({', '.join(_place(value, width * at) for value in values)})" for at in range(count)
    )


def _place(value: int | str, before: int) -> str:
    return f"?{before + value}" if isinstance(value, int) else value


def _default(column: Column[Any]) -> str:
    if column.default is None or not column.default.is_scalar:
        raise LookupError(f"{column.table.name}.{column.name} has no default")
    value = column.default.arg  # type: ignore[attr-defined]  # is_scalar says that there is one
    if isinstance(value, StrEnum):
        return f"'{value.value}'"
    return f"'{value}'" if isinstance(value, str) else str(int(value))
