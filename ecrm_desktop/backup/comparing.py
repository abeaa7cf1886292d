"""A plain file measured by a backup of it that is as it was written, where nobody changed anything.

SQLite does not check what stands in a record; a bit that flips there goes into every later backup.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecrm_desktop.models.changes import FORGETTING, synced_tables
from ecrm_desktop.storage.database_file import Reading, readable_uri

_UNCAPTURED = {"updated_at"}
_GROUP = ("number", "at", "user_id", "action")
_CHANGE = ("group_number", "table_name", "record_id", "owner_id", "kind")
_VALUES = ("before", "after")
# Named one by one: the number of a phone is somebody's own.
_OWN_NUMBERS = {
    "complaints": "number",
    "customers": "code",
    "products": "code",
    "purchases": "number",
}
_NAMED = 3


@dataclass(frozen=True, slots=True)
class SpoiledRecords:
    """How many records of a table are spoiled, and what people know the first of them by.

    That is a code or a number, the customer's or the purchase's for what belongs to one; never a
    name, so that whoever passes it on tells nothing of anybody.
    """

    count: int
    known_by: tuple[str, ...] = ()


def spoiled_records(connection: Any, backup: Path) -> dict[str, SpoiledRecords]:
    """Return by table which records are not as in a backup, though nobody changed them.

    `connection` is a raw one to a plain file, for reading. Nothing where the file does not go back
    to the backup, as after a restore, or has another schema. Raises the driver's errors.
    """
    connection.execute("ATTACH ? AS kept KEY ''", (readable_uri(backup, Reading.IMMUTABLE),))
    try:
        return _compared(connection)
    finally:
        connection.execute("DETACH kept")


def _compared(connection: Any) -> dict[str, SpoiledRecords]:
    found: dict[str, SpoiledRecords] = {}
    last = _last_shared(connection)
    if last is None:
        return found
    change, group = last
    for table in synced_tables():
        columns = [one.name for one in table.columns if one.name not in _UNCAPTURED]
        found[table.name] = _differing(
            connection,
            table.name,
            "id",
            _known_by(table.name, {one.name for one in table.columns}),
            f"{_differ(columns)} AND NOT EXISTS (SELECT 1 FROM main.changes c"
            " WHERE c.record_id = k.id AND c.number > ?)",
            change,
        )
    found["change_groups"] = _differing(
        connection, "change_groups", "number", "''", _differ(_GROUP)
    )
    forgotten = connection.execute(
        "SELECT 1 FROM main.change_groups WHERE number > ? AND action = ?", (group, FORGETTING)
    ).fetchone()
    # Forgetting somebody is all that may empty what was captured.
    captured = _CHANGE if forgotten else _CHANGE + _VALUES
    found["changes"] = _differing(connection, "changes", "number", "''", _differ(captured))
    return {table: records for table, records in found.items() if records.count}


def _last_shared(connection: Any) -> tuple[int, int] | None:
    """Return the numbers of the backup's last change and its group, if the file has them too."""
    revisions = {
        connection.execute(f"SELECT version_num FROM {name}.alembic_version").fetchone()
        for name in ("main", "kept")
    }
    last = "SELECT max(number) FROM {0}.changes"
    change = connection.execute(last.format("kept")).fetchone()[0]
    if len(revisions) > 1 or change is None:
        return None
    both = [
        connection.execute(
            f"SELECT g.number, g.at FROM {name}.changes c JOIN {name}.change_groups g"
            " ON g.number = c.group_number WHERE c.number = ?",
            (change,),
        ).fetchone()
        for name in ("main", "kept")
    ]
    return (change, both[0][0]) if both[0] is not None and both[0] == both[1] else None


def _known_by(table: str, columns: set[str]) -> str:
    """Return what selects the code or number that a record `k`, or whose it is, is known by."""
    if table in _OWN_NUMBERS:
        return f"k.{_OWN_NUMBERS[table]}"
    if "purchase_id" in columns:
        return "(SELECT number FROM kept.purchases WHERE id = k.purchase_id)"
    if "customer_id" in columns:
        return "(SELECT code FROM kept.customers WHERE id = k.customer_id)"
    return "''"


def _differing(
    connection: Any, table: str, key: str, known_by: str, differs: str, *values: int
) -> SpoiledRecords:
    found = connection.execute(
        f"SELECT {known_by} FROM kept.{table} k LEFT JOIN main.{table} l ON l.{key} = k.{key}"
        f" WHERE {differs}",
        values,
    )
    count, named = 0, dict[str, None]()
    for (number,) in found:
        count += 1
        if number and len(named) < _NAMED:
            named[str(number)] = None
    return SpoiledRecords(count, tuple(named))


def _differ(columns: "tuple[str, ...] | list[str]") -> str:
    sides = (", ".join(f'{side}."{name}"' for name in columns) for side in ("l", "k"))
    return "({}) IS NOT ({})".format(*sides)
