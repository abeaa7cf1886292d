"""Giving records that an import changed their former values back."""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection

from ecrm_desktop.models.base import Base, utc_now
from ecrm_desktop.models.types import RecordId, stored_instant
from ecrm_desktop.services.imports.row_values import PARTS
from ecrm_desktop.values.ids import to_json

_IDS = "(SELECT unhex(value) FROM json_each(?1))"
_CHANGED_RECORDS = """
SELECT DISTINCT coalesce(c.owner_id, c.record_id) AS owner
FROM changes c WHERE c.group_number = ?1 AND c.table_name IN ({tables})
    AND coalesce(c.owner_id, c.record_id) NOT IN (
        SELECT record_id FROM changes
        WHERE group_number = ?1 AND table_name = ?2 AND kind = 'insert')
ORDER BY owner
"""
# Everything an import did to records that were there before, and to their parts, newest first.
_CHANGED = f"""
SELECT coalesce(c.owner_id, c.record_id) AS owner, c.table_name, c.record_id, c.kind, c.before
FROM changes c WHERE c.group_number = ?2 AND c.table_name IN ({{tables}})
    AND (c.record_id IN {_IDS} OR c.owner_id IN {_IDS})
ORDER BY owner, c.number DESC
"""
RESTORED: Final = {"customers": ("customers", *PARTS), "products": ("products",)}
"""The tables whose records an import may change, with their parts."""
_UNIQUE: Final = {"customers": ("code", "national_id"), "products": ("code", "barcode")}

_Change = tuple[bytes, str, bytes, str, str | None]


def changed_records(connection: Connection, group: int, table: str) -> Sequence[bytes]:
    """Return the records of a table that an import found and changed, or whose parts it did."""
    statement = _CHANGED_RECORDS.format(tables=_names(table))
    return connection.exec_driver_sql(statement, (group, table)).scalars().all()


def restore_records(
    connection: Connection, group: int, table: str, owners: Sequence[bytes]
) -> set[bytes]:
    """Give some of these records their former values again; return which ones were left.

    Those are left whose former code or national ID belongs to somebody else by now.
    """
    statement = _CHANGED.format(tables=_names(table))
    found = connection.exec_driver_sql(statement, (to_json(owners), group)).all()
    undone = {
        owner: _former(list(changes)) for owner, changes in groupby(found, key=lambda one: one[0])
    }
    taken = _taken(connection, table, undone)
    _write(connection, [former for one, former in undone.items() if one not in taken])
    return taken


def _names(table: str) -> str:
    return ", ".join(f"'{name}'" for name in RESTORED[table])


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
