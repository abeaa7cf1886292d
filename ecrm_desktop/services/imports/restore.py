"""Giving records that an import changed their former values back."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection

from ecrm_desktop.models.base import Base, utc_now
from ecrm_desktop.models.types import RecordId, stored_instant
from ecrm_desktop.services.customer_index import PostponedIndex
from ecrm_desktop.services.imports.row_values import PARTS

_AT_ONCE: Final = 2_000
_IDS = "(SELECT unhex(value) FROM json_each(?1))"
# Everything an import did to a record that was there before, and to its parts, newest first.
_CHANGED = """
SELECT coalesce(c.owner_id, c.record_id) AS owner, c.table_name, c.record_id, c.kind, c.before
FROM changes c WHERE c.group_number = ?1 AND c.table_name IN ({tables})
    AND coalesce(c.owner_id, c.record_id) NOT IN (
        SELECT record_id FROM changes
        WHERE group_number = ?1 AND table_name = ?2 AND kind = 'insert')
ORDER BY owner, c.number DESC
"""
_TABLES: Final = {"customers": ("customers", *PARTS), "products": ("products",)}
_UNIQUE: Final = {"customers": ("code", "national_id"), "products": ("code", "barcode")}

_Change = tuple[bytes, str, bytes, str, str | None]


def restore_records(
    connection: Connection,
    index: PostponedIndex,
    group: int,
    report_progress: Callable[[int], None],
) -> tuple[int, list[tuple[str, bytes]]]:
    """Return how many records have their former values again, and which ones were left (table, id).

    Those in the temporary table `edited_since` are left, and those whose former code or national ID
    belongs to somebody else by now.
    """
    restored: int = 0
    left: list[tuple[str, bytes]] = []
    for table, parts in _TABLES.items():
        names = ", ".join(f"'{name}'" for name in parts)
        found = connection.exec_driver_sql(_CHANGED.format(tables=names), (group, table))
        for block in _blocks(found):
            owners = list(block)
            edited = _asked(connection, f"SELECT id FROM edited_since WHERE id IN {_IDS}", owners)
            undone = {one: _former(block[one]) for one in owners if one not in edited}
            taken = _taken(connection, table, undone)
            free = {one: former for one, former in undone.items() if one not in taken}
            _write(connection, free.values())
            left += [(table, one) for one in owners if one not in free]
            restored += len(free)
            if table == "customers":
                index.refresh(free)
            report_progress(sum(map(len, block.values())))
    return restored, left


def _blocks(found: Any) -> Iterator[dict[bytes, list[_Change]]]:
    """Yield the changes of some records at a time, by record."""
    block: dict[bytes, list[_Change]] = {}
    # Read to the end: nothing may be open on the tables that are written in between.
    for owner, changes in groupby(found.all(), key=lambda change: bytes(change[0])):
        block[owner] = list(changes)
        if len(block) == _AT_ONCE:
            yield block
            block = {}
    if block:
        yield block


class _Former:
    """What one record and its parts had before: (table, id) → values, and parts to be removed."""

    __slots__ = ("made", "values")

    def __init__(self) -> None:
        self.values: dict[tuple[str, bytes], dict[str, Any]] = {}
        self.made: list[tuple[str, bytes]] = []


def _former(changes: Sequence[_Change]) -> _Former:
    former = _Former()
    for _, table, record_id, kind, before in changes:
        if kind == "insert":
            former.made.append((table, record_id))
        elif before is not None:
            # Newest first, so the value before the first change is the one that stays.
            former.values.setdefault((table, record_id), {}).update(json.loads(before))
    for key in former.made:
        former.values.pop(key, None)
    return former


def _taken(connection: Connection, table: str, undone: dict[bytes, _Former]) -> set[bytes]:
    """Return the records whose former code belongs to another living one by now."""
    taken: set[bytes] = set()
    for column in _UNIQUE[table]:
        wanted = {
            one: values[column]
            for one, former in undone.items()
            if (values := former.values.get((table, one))) and values.get(column)
        }
        if not wanted:
            continue
        found = connection.exec_driver_sql(
            f"SELECT {column}, id FROM {table} WHERE deleted_at IS NULL"
            f" AND {column} IN (SELECT value FROM json_each(?1))",
            (json.dumps([*wanted.values()], ensure_ascii=False),),
        )
        owners: dict[str, set[bytes]] = {}
        for value, owner in found:
            owners.setdefault(value, set()).add(owner)
        # Records that are restored together may hand a code around among themselves.
        taken.update(one for one, value in wanted.items() if owners.get(value, set()) - {*undone})
    return taken


def _write(connection: Connection, formers: Any) -> None:
    now = stored_instant(utc_now())
    statements: dict[str, list[tuple[Any, ...]]] = {}
    for former in formers:
        for (table, record_id), values in former.values.items():
            names = sorted(values)
            settings = ", ".join(f'"{name}" = ?' for name in (*names, "updated_at"))
            rows = statements.setdefault(f"UPDATE {table} SET {settings} WHERE id = ?", [])
            stored = (_stored(table, name, values[name]) for name in names)
            rows.append((*stored, now, record_id))
        for table, record_id in former.made:
            rows = statements.setdefault(f"DELETE FROM {table} WHERE id = ?", [])
            rows.append((record_id,))
    for statement, rows in statements.items():
        connection.exec_driver_sql(statement, rows)


def _stored(table: str, column: str, value: Any) -> Any:
    is_id = isinstance(Base.metadata.tables[table].columns[column].type, RecordId)
    return bytes.fromhex(value) if is_id and value is not None else value


def _asked(connection: Connection, statement: str, ids: Sequence[bytes]) -> set[bytes]:
    found = connection.exec_driver_sql(statement, (json.dumps([one.hex() for one in ids]),))
    return set(found.scalars())
