"""Rows on their way into the tables: in blocks, below the ORM, with nothing left to defaults."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import chain
from typing import Any, Final

from sqlalchemy import Column, Connection

from ecrm_desktop.models.base import Base

_BLOCK = 20_000
# One row a statement, each would be kept apart for an undo, with all pages that the triggers of the
# capture write to, and each would open all indexes of what is captured.
_TOGETHER: Final = 50


Row = tuple[Any, ...]


class Store:
    """Gathers rows of several tables and inserts them, always in the order of `table` calls.

    A row that others refer to must be of an earlier table: SQLite would search all tables for
    those waiting for it. `connection` gives the one of the present transaction.
    """

    def __init__(self, connection: Callable[[], Connection]) -> None:
        self._connection = connection
        self._waiting: list[tuple[str, str, list[Row]]] = []

    def table(self, model: type[Base], columns: str) -> list[Row]:
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
        rows: list[Row] = []
        self._waiting.append(
            (head + _places(values, width, 1), head + _places(values, width, _TOGETHER), rows)
        )
        return rows

    def write_blocks(self) -> None:
        """Insert what has gathered, once it is worth it."""
        if any(len(rows) >= _BLOCK for *_, rows in self._waiting):
            self.write()

    def write(self) -> None:
        """Insert all that has gathered."""
        for one, many, rows in self._waiting:
            rest = len(rows) % _TOGETHER
            for at in range(0, len(rows) - rest, _TOGETHER):
                some = chain.from_iterable(rows[at : at + _TOGETHER])
                self._connection().exec_driver_sql(many, tuple(some))
            if rest:
                self._connection().exec_driver_sql(one, rows[-rest:])
            rows.clear()


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
