"""What others changed, brought into this file: nothing that waits here is written over."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.changes import (
    CaptureContext,
    ChangeGroup,
    ChangeKind,
    ForeignGroup,
    synced_tables,
)
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.sync import Link, UnfinishedGroup, UnknownValue
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.models.users import User
from ecrm_desktop.models.wire import (
    Unit,
    Wire,
    WireError,
    from_wire,
    needed,
    unit_of,
    units,
)
from ecrm_desktop.models.wire_rows import row_reader
from ecrm_desktop.sync.forgetting import empty_history, forget_people
from ecrm_desktop.sync.many_rows import indexed_together, insert_captured
from ecrm_desktop.sync.sealed_passwords import close_changed, closed_rows

_TABLES: Final = frozenset(table.name for table in synced_tables())
SERVER: Final = UUID(int=0)
"""The origin of what the server itself made, such as a conflict."""


def apply_page(
    session: Session, capture: CaptureContext, link: Link, groups: Sequence[Mapping[str, Any]]
) -> None:
    """Bring a page of the server's history into the file, each group under its author's name.

    Needs `Database.applying`. What only a newer program knows is kept beside the records. What no
    longer goes together is for `repairs`.
    """
    forget_people(session, groups)
    keys: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for _revision, _kind, table, key, *_rest in group["ops"]:
            keys[table].add(key)
    held = Held(session, link, keys)
    with indexed_together(session.connection(), keys):
        _apply(session, capture, link, groups, held, _Writer(session, capture, keys))


def _apply(
    session: Session,
    capture: CaptureContext,
    link: Link,
    groups: Sequence[Mapping[str, Any]],
    held: "Held",
    writer: "_Writer",
) -> None:
    for group in groups:
        operations = group["ops"]
        if not operations:
            continue
        _adopt(session, capture, group)
        _note_end(session, capture.group, is_last=not group.get("more"))
        is_own = group["d"] == link.device_id.hex
        last = operations[-1][0]
        for _revision, kind, table, key, *rest in operations:
            fields = {**(rest[0] or {}), **(rest[1] or {})} if len(rest) > 1 else dict(*rest)
            mine = held.by(key, last, is_own=is_own)
            writer.write(kind, table, bytes.fromhex(key), fields, mine)
        # The triggers ask whose change it is when a row is written.
        writer.flush()


def as_group(action: str, operations: Sequence[Sequence[Any]]) -> Mapping[str, Any]:
    """Return operations of the server's own as a group of a page."""
    return {
        "g": uuid4().hex,
        "d": None,
        "u": None,
        "a": action,
        "at": stored_instant(utc_now()),
        "more": False,
        "ops": operations,
    }


def _adopt(session: Session, capture: CaptureContext, group: Mapping[str, Any]) -> None:
    uid, revision = UUID(group["g"]), group["ops"][-1][0]
    known = session.scalar(select(ChangeGroup).where(ChangeGroup.uid == uid))
    if known is not None and known.origin is not None:
        known.revision = revision
        session.flush()
        capture.join(known.number)
        return
    capture.adopt(
        ForeignGroup(
            # What the server made of a group of this file is no change of this PC.
            uid=uid if known is None else uuid4(),
            origin=SERVER if group["d"] is None or known is not None else UUID(group["d"]),
            at=_instant(group["at"]),
            user_id=None if group["u"] is None else UUID(group["u"]),
            action=group["a"],
            revision=revision,
        )
    )


def _note_end(session: Session, group: int, *, is_last: bool) -> None:
    """Write down whether a group goes on in another page."""
    if is_last:
        mine = UnfinishedGroup.group_number == group
        session.execute(delete(UnfinishedGroup).where(mine))
    else:
        session.execute(insert(UnfinishedGroup).values(group_number=group).on_conflict_do_nothing())


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


class Held:
    """What this PC changed and the server does not know yet, or took after what comes in now."""

    def __init__(self, session: Session, link: Link, keys: Mapping[str, Iterable[str]]) -> None:
        every = sorted({key for some in keys.values() for key in some})
        rows = session.connection().exec_driver_sql(
            "SELECT lower(hex(c.record_id)), c.table_name, c.kind, c.after, p.revision"
            " FROM changes c JOIN change_groups g ON g.number = c.group_number"
            " LEFT JOIN sent_parts p ON c.number BETWEEN p.first AND p.last"
            " WHERE c.record_id IN (SELECT unhex(value) FROM json_each(?)) AND g.origin IS NULL"
            " AND (c.number > ? OR p.revision > ?)",
            (json.dumps(every), link.sent, link.cursor),
        )
        self._mine: dict[str, list[tuple[frozenset[str] | None, int | None]]] = {}
        for key, table, kind, after, revision in rows:
            names = None
            if kind == ChangeKind.UPDATE:
                known = unit_of(table)
                changed = (known[name].name for name in json.loads(after or "{}") if name in known)
                names = frozenset({*changed, "updated_at"})
            self._mine.setdefault(key, []).append((names, revision))

    def by(self, key: str, last: int, *, is_own: bool) -> frozenset[str] | None:
        """Return which units of a record stay as they are; None for all of it.

        `last` is the revision of the last operation of the part that comes in: whoever was copied
        meets groups of this file as another PC's.
        What the server made of an own operation is the record as it is there, with all that it
        took from here.
        """
        units_held: frozenset[str] = frozenset()
        for names, mine in self._mine.get(key, ()):
            if mine is not None and (is_own or mine <= last):
                continue
            if names is None:
                return None
            units_held |= names
        return units_held


class _Writer:
    """Writes what operations say into the tables, new records many at once."""

    def __init__(
        self, session: Session, capture: CaptureContext, keys: Mapping[str, set[str]]
    ) -> None:
        self._session = session
        self._capture = capture
        self._connection = session.connection()
        # By the columns of the table's `row_reader`.
        self._new: dict[str, dict[bytes, tuple[Any, ...]]] = {}
        self._there = self._known(keys)
        self._has_unknown = session.scalar(select(UnknownValue.unit).limit(1)) is not None

    def _known(self, keys: Mapping[str, set[str]]) -> set[bytes]:
        """Return which of the records are there."""
        there: set[bytes] = set()
        for table in keys.keys() & _TABLES:
            there.update(
                self._connection.exec_driver_sql(
                    f"SELECT id FROM {table} WHERE id IN (SELECT unhex(value) FROM json_each(?))",
                    (json.dumps([*keys[table]]),),
                ).scalars()
            )
        return there

    def write(
        self,
        kind: str,
        table: str,
        key: bytes,
        fields: Mapping[str, Wire],
        held: frozenset[str] | None,
    ) -> None:
        """Do one operation, less the units that are `held` here; None: all of them."""
        if kind == "d":
            self._delete(table, key, held)
        elif kind in {"c", "u"} and (fields or kind == "u"):
            # Of what was forgotten since, the log has nothing.
            if kind == "c" and held and key not in self._there:
                # What was changed here went with the record.
                held = frozenset()
            is_whole = kind == "c" and held == frozenset() and key not in self._there
            if not is_whole or not self._make(table, key, fields):
                self._set(table, key, fields, held, makes=kind == "c")
        elif kind == "f":
            self._forget(table, key, fields)

    def flush(self) -> None:
        """Insert the new records that were gathered, in the present group of changes."""
        for table, rows in self._new.items():
            names, some = row_reader(table).columns, list(rows.values())
            if table == Import.__tablename__:
                names = (*names, "group_number")
                some = [(*row, self._capture.group) for row in some]
            elif table == User.__tablename__:
                names, some = closed_rows(names, some)
            insert_captured(self._connection, self._capture, table, names, some)
        self._new.clear()

    def _delete(self, table: str, key: bytes, held: frozenset[str] | None) -> None:
        if table in _TABLES and held == frozenset() and key in self._there:
            if self._new.get(table, {}).pop(key, None) is None:
                self._connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", (key,))
            self._there.discard(key)
        if self._has_unknown:
            mine = UnknownValue.record_id == UUID(bytes=key)
            self._session.execute(delete(UnknownValue).where(mine))

    def _forget(self, table: str, key: bytes, fields: Mapping[str, Wire]) -> None:
        """Empty what was captured of a record and its parts; needs a group that forgets."""
        # Whatever was done here without knowing of it is dropped there.
        if fields:
            self._set(table, key, fields, frozenset(), makes=True)
        else:
            self._delete(table, key, frozenset())
        self.flush()
        mine = UnknownValue.record_id == UUID(bytes=key)
        self._session.execute(delete(UnknownValue).where(mine))
        empty_history(self._session, self._capture, table, key)

    def _make(self, table: str, key: bytes, fields: Mapping[str, Wire]) -> bool:
        """Make a new record in one go; False if it has to be looked at unit by unit."""
        row = row_reader(table).row(key, fields) if table in _TABLES else None
        if row is None:
            return False
        self._new.setdefault(table, {})[key] = row
        self._there.add(key)
        return True

    def _set(
        self,
        table: str,
        key: bytes,
        fields: Mapping[str, Wire],
        held: frozenset[str] | None,
        *,
        makes: bool,
    ) -> None:
        known = _units(table)
        values: dict[str, Any] = {}
        if makes and key in self._there:
            # All of it: what is not named is nothing, as it is in a new one anyway.
            fields = {**dict.fromkeys(known), **fields}
        for name, value in fields.items():
            unit = known.get(name)
            if unit is None:
                self._keep(table, key, name, value)
            elif held is not None and name not in held:
                try:
                    values |= from_wire(table, unit, value)
                except WireError:
                    self._keep(table, key, name, value)
        if table not in _TABLES or held is None:
            return
        # Of what was forgotten little is left, but never an empty date or id.
        values = {name: one for name, one in values.items() if one or name not in needed(table)}
        new = self._new.get(table, {}).get(key)
        if new is not None:
            self._new[table][key] = _row(table, _named(table, new) | values)
        elif key in self._there:
            self._update(table, key, values)
        elif makes and all(values.get(name) for name in needed(table)):
            row = _row(table, {"id": key, **_nothing(table), **values})
            self._new.setdefault(table, {})[key] = row
            self._there.add(key)

    def _update(self, table: str, key: bytes, values: Mapping[str, Any]) -> None:
        if values:
            if table == User.__tablename__:
                with self._capture.held_back():
                    close_changed(self._connection, key, values)
            named = ", ".join(f"{_quoted(name)} = ?" for name in values)
            self._connection.exec_driver_sql(
                f"UPDATE {table} SET {named} WHERE id = ?", (*values.values(), key)
            )

    def _keep(self, table: str, key: bytes, unit: str, value: Wire) -> None:
        mine = {"table_name": table, "record_id": UUID(bytes=key), "unit": unit}
        if value is None:
            those = (getattr(UnknownValue, name) == one for name, one in mine.items())
            self._session.execute(delete(UnknownValue).where(*those))
            return
        self._has_unknown = True
        text = json.dumps(value, ensure_ascii=False)
        self._session.execute(
            insert(UnknownValue)
            .values(**mine, value=text)
            .on_conflict_do_update(index_elements=[*mine], set_={"value": text})
        )


def _quoted(name: str) -> str:
    return f'"{name}"'


@cache
def _nothing(table: str) -> Mapping[str, Any]:
    """Return the columns of a record that says nothing."""
    whole: dict[str, Any] = {}
    for unit in units(table):
        whole |= from_wire(table, unit, None)
    return whole


def _named(table: str, row: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(row_reader(table).columns, row, strict=True))


def _row(table: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(values[name] for name in row_reader(table).columns)


@cache
def _units(table: str) -> Mapping[str, Unit]:
    return {unit.name: unit for unit in units(table)} if table in _TABLES else {}
