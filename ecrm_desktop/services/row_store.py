"""Rows on their way into the tables: in blocks, below the ORM, with nothing left to defaults."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection

from ecrm_desktop.models.base import Base

_BLOCK = 20_000


Row = tuple[Any, ...]


class Store:
    """Gathers rows of several tables and inserts them, always in the order of `table` calls.

    A row that others refer to must be of an earlier table: SQLite would search all tables for
    those waiting for it. `connection` gives the one of the present transaction.
    """

    def __init__(self, connection: Callable[[], Connection]) -> None:
        self._connection = connection
        self._waiting: list[tuple[str, list[Row]]] = []

    def table(self, model: type[Base], columns: str) -> list[Row]:
        """Return a list that takes rows: values of `columns` as kept, then the instant of making.

        Columns not named take the model's default.
        """
        table = Base.metadata.tables[model.__tablename__]
        given = columns.split()
        names = [*given, "created_at", "updated_at"]
        # The last value stands for both instants.
        values = [f"?{at}" for at in range(1, len(given) + 2)] + [f"?{len(given) + 1}"]
        for column in table.columns:
            if column.name not in names and not column.nullable:
                names.append(column.name)
                values.append(_default(column))
        statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join(values)})"
        rows: list[Row] = []
        self._waiting.append((statement, rows))
        return rows

    def write_blocks(self) -> None:
        """Insert what has gathered, once it is worth it."""
        if any(len(rows) >= _BLOCK for _, rows in self._waiting):
            self.write()

    def write(self) -> None:
        """Insert all that has gathered."""
        for statement, rows in self._waiting:
            if rows:
                self._connection().exec_driver_sql(statement, rows)
                rows.clear()


def _default(column: Column[Any]) -> str:
    if column.default is None or not column.default.is_scalar:
        raise LookupError(f"{column.table.name}.{column.name} has no default")
    value = column.default.arg  # type: ignore[attr-defined]  # is_scalar says that there is one
    if isinstance(value, StrEnum):
        return f"'{value.value}'"
    return f"'{value}'" if isinstance(value, str) else str(int(value))
