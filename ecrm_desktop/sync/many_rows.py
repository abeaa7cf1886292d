"""Many records at once into the tables: inserted, captured and indexed together, not row by row."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any, Final

from sqlalchemy import Connection

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import LIST_GROUP, CaptureContext, capture_of_inserts
from ecrm_desktop.models.customer_index import INDEXED, REFRESH, ROW_BY_ROW, without_triggers
from ecrm_desktop.values.ids import to_json

# As many as one statement takes without keeping each apart for an undo.
_TOGETHER: Final = 50
_LEAST_CAPTURED_TOGETHER: Final = 20
_LEAST_INDEXED_TOGETHER: Final = 300
_CUSTOMERS: Final = "customers"


def insert_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Insert rows, whose values are in the order of `columns`."""
    names = ", ".join(f'"{name}"' for name in columns)
    head = f"INSERT INTO {table} ({names}) VALUES "
    places = f"({', '.join('?' * len(columns))})"
    for at in range(0, len(rows), _TOGETHER):
        block = rows[at : at + _TOGETHER]
        connection.exec_driver_sql(
            head + ", ".join([places] * len(block)), tuple(chain.from_iterable(block))
        )


def insert_captured(
    connection: Connection,
    capture: CaptureContext,
    table: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
) -> None:
    """Insert rows and capture them in the present group; many by one statement, in their order."""
    if len(rows) < _LEAST_CAPTURED_TOGETHER or capture.is_silent:
        insert_rows(connection, table, columns, rows)
        return
    last = connection.exec_driver_sql(f"SELECT max(rowid) FROM {table}").scalar() or 0
    with capture.held_back():
        insert_rows(connection, table, columns, rows)
    connection.exec_driver_sql(LIST_GROUP)
    statement = capture_of_inserts(Base.metadata.tables[table])
    # Rowids go on from the largest one, unless that is the largest possible.
    if connection.exec_driver_sql(statement, (last,)).rowcount != len(rows):
        raise RuntimeError


@contextmanager
def indexed_together(connection: Connection, keys: Mapping[str, set[str]]) -> Iterator[None]:
    """Bring the index of customers up to date at the end, where many records are written within.

    `keys` are the records by table, as hex; whose they are is asked before and afterwards.
    """
    written = {table: keys[table] for table in INDEXED if keys.get(table)}
    if sum(map(len, written.values())) < _LEAST_INDEXED_TOGETHER:
        yield
        return
    customers = _customers(connection, written)
    with without_triggers(connection, ROW_BY_ROW):
        yield
    customers |= _customers(connection, written)
    connection.exec_driver_sql(REFRESH, (to_json(sorted(customers)),))


def _customers(connection: Connection, written: Mapping[str, set[str]]) -> set[bytes]:
    customers: set[bytes] = set()
    for table, keys in written.items():
        column = "id" if table == _CUSTOMERS else "customer_id"
        customers.update(
            connection.exec_driver_sql(
                f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"
                " AND id IN (SELECT unhex(value) FROM json_each(?))",
                (to_json(sorted(map(bytes.fromhex, keys))),),
            ).scalars()
        )
    return customers
