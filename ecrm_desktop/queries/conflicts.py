"""Values that lost against others while nobody of both authors had seen the other one's."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.sync import Conflict, Device
from ecrm_desktop.models.users import User
from ecrm_desktop.models.wire import WireError, from_wire, unit_of
from ecrm_desktop.queries.change_values import (
    RecordName,
    Ref,
    decoded,
    record_names,
    refers_to,
)

_COLUMNS: Final = (
    *("id", "table_name", "record_id", "unit", "lost"),
    *("lost_user_id", "lost_device", "lost_at"),
    *("won_user_id", "won_device", "won_at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a value, on which PC and when; "" and None for what is not known."""

    user_id: UUID | None
    user_name: str
    device_id: UUID | None
    device_name: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LostValue:
    """One column: the value that lost, and the one that is there now (a `RecordName` for an id)."""

    column: str
    lost: Any
    present: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """What lost against what, at which record; `unit` as the wire names it.

    Without `values` it was a deletion that lost: the record is there because somebody edited it.
    """

    id: UUID
    unit: str
    record: RecordName
    values: tuple[LostValue, ...]
    lost_by: Author
    won_by: Author

    @property
    def is_deletion(self) -> bool:
        """Whether what lost would put the record into the bin, or remove it."""
        return not self.values or any(
            one.column == "deleted_at" and one.lost is not None for one in self.values
        )

    @property
    def is_return(self) -> bool:
        """Whether what lost would take the record out of the bin."""
        return any(one.column == "deleted_at" and one.lost is None for one in self.values)


def open_conflicts(session: Session) -> list[ConflictRow]:
    """Return the conflicts that nobody settled, by record and time.

    Those whose value is there again by now, or whose record is gone, are left out.
    """
    return _open(session)


def find_conflict(session: Session, conflict_id: UUID) -> ConflictRow | None:
    """Return one of the open conflicts."""
    return next(iter(_open(session, Conflict.id == conflict_id)), None)


def _open(session: Session, *conditions: ColumnElement[bool]) -> list[ConflictRow]:
    found = session.execute(
        select(*(getattr(Conflict, name) for name in _COLUMNS))
        .where(Conflict.settled_at.is_(None), *conditions)
        .order_by(Conflict.table_name, Conflict.record_id, Conflict.lost_at, Conflict.id)
    ).all()
    known = [one for one in found if one.table_name in RECORDS]
    pairs = {one.id: _values(session, one) for one in known}
    told = [one for one in known if pairs[one.id] is not None]
    records = record_names(session, {(one.table_name, one.record_id) for one in told})
    refs: set[Ref] = set()
    for one in told:
        for column, both in (pairs[one.id] or {}).items():
            refs |= {ref for value in both if (ref := _ref(one.table_name, column, value))}
    names = record_names(session, refs)
    people, devices = _names(session, User), _names(session, Device)

    def author(user: UUID | None, device: UUID | None, at: datetime | None) -> Author:
        return Author(
            user_id=user,
            user_name="" if user is None else people.get(user, ""),
            device_id=device,
            device_name="" if device is None else devices.get(device, ""),
            at=at,
        )

    def shown(table: str, column: str, value: Any) -> Any:
        ref = _ref(table, column, value)
        return value if ref is None else names[ref]

    return [
        ConflictRow(
            id=one.id,
            unit=one.unit,
            record=records[one.table_name, one.record_id],
            values=tuple(
                LostValue(
                    column=column,
                    lost=shown(one.table_name, column, lost),
                    present=shown(one.table_name, column, present),
                )
                for column, (lost, present) in (pairs[one.id] or {}).items()
            ),
            lost_by=author(one.lost_user_id, one.lost_device, one.lost_at),
            won_by=author(one.won_user_id, one.won_device, one.won_at),
        )
        for one in told
    ]


def _values(session: Session, conflict: Row[Any]) -> dict[str, tuple[Any, Any]] | None:
    """Return by column what lost and what is there, where they differ; None if nothing is left."""
    table = conflict.table_name
    columns = Base.metadata.tables[table].columns
    row = (
        session.connection()
        .exec_driver_sql(f"SELECT * FROM {table} WHERE id = ?", (conflict.record_id.bytes,))
        .mappings()
        .first()
    )
    if row is None:
        return None
    if not conflict.unit:
        return {}
    unit = next((one for one in unit_of(table).values() if one.name == conflict.unit), None)
    if unit is None or not set(unit.columns) <= set(columns.keys()):
        return None
    try:
        lost = _decoded(table, from_wire(table, unit, json.loads(conflict.lost)))
    except (WireError, ValueError):  # what only a newer program wrote
        return None
    present = _decoded(table, {name: row[name] for name in unit.columns})
    differing = {
        name: (lost[name], present[name])
        for name in unit.columns
        if lost[name] != present[name] and RECORDS[table][name].is_shown
    }
    if None not in differing.get("deleted_at", (None,)):
        return None  # both deleted it
    return differing or None


def _decoded(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    plain = {
        name: value.hex() if isinstance(value, bytes) else value for name, value in values.items()
    }
    return decoded(table, json.dumps(plain))


def _ref(table: str, column: str, value: Any) -> Ref | None:
    if not isinstance(value, UUID):
        return None
    target = refers_to(table, column, {})
    return (target, value) if target else None


def _names(session: Session, model: type[User | Device]) -> dict[UUID, str]:
    return {one.id: one.name for one in session.execute(select(model.id, model.name))}
