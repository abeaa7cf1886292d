"""Values of captured changes as they are in Python, and the names of the records they name."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, Select, Table, Time, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import Change, ChangeKind
from ecrm_desktop.models.record_tables import RECORD_TABLES
from ecrm_desktop.models.types import EnumText, RecordId, UtcInstant
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.statuses import CustomerKind, RecordKind

Ref = tuple[str, UUID]
"""A record: its table and its id."""

_AT_ONCE: Final = 500
_NAMED_AFTER: Final[Mapping[str, tuple[str, ...]]] = {
    "audit_thinnings": (),
    "complaint_changes": ("note",),
    "complaints": ("number", "subject"),
    "conflicts": (),
    "customer_consents": ("channel",),
    "customer_favorites": ("name",),
    "customer_field_values": (),
    "customer_fields": ("title",),
    "customer_merges": (),
    "customer_phones": ("number",),
    "customer_socials": ("handle",),
    "customer_tags": ("tag",),
    "customers": ("kind", "first_name", "last_name", "company_name", "code"),
    "devices": ("name",),
    "distinct_customers": (),
    "exports": ("subject",),
    "failed_passwords": (),
    "forgotten_customers": (),
    "imports": ("file_name",),
    "interactions": ("subject",),
    "products": ("name",),
    "purchase_lines": ("title",),
    "purchases": ("number",),
    "restores": ("backup",),
    "return_lines": (),
    "returns": (),
    "segment_pins": ("reason",),
    "segments": ("name",),
    "shop": ("name",),
    "tasks": ("title",),
    "users": ("name",),
}
_DAYS: Final[Mapping[str, str]] = {
    "audit_thinnings": "until",
    "purchases": "purchased_on",
    "returns": "returned_on",
    "interactions": "occurred_at",
}
_CUSTOMERS: Final[Mapping[str, str]] = {
    "complaints": "customer_id",
    "interactions": "customer_id",
    "purchases": "customer_id",
    "returns": "customer_id",
    "tasks": "customer_id",
    "customer_merges": "kept_id",
    "distinct_customers": "first_id",
}
# What has no name of its own is called as what it refers to.
_CALLED_AS: Final[Mapping[str, tuple[str, str]]] = {
    "failed_passwords": ("user_id", "users"),
    "customer_field_values": ("field_id", "customer_fields"),
    "return_lines": ("purchase_line_id", "purchase_lines"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordName:
    """What a record is called, or was while it was there.

    `day` tells records without a name apart (an instant for an interaction), `customer` is the
    name of whom it is about; `exists` is False when it was deleted for good.
    """

    table: str
    id: UUID
    name: str = ""
    day: date | None = None
    customer: str = ""
    exists: bool = False


def decoded(table: str, captured: str | None) -> dict[str, Any]:
    """Return column → value of what a trigger captured; {} for nothing."""
    columns = Base.metadata.tables[table].columns
    values: dict[str, Any] = json.loads(captured) if captured else {}
    return {name: _value(columns[name], value) for name, value in values.items() if name in columns}


def refers_to(table: str, column: str, values: Mapping[str, Any]) -> str:
    """Return the table that a column's ids are of, "" if they are of none.

    What a task is about depends on its other `values`.
    """
    if table == "tasks" and column == "record_id":
        kind = values.get("record_kind")
        return RECORD_TABLES[kind].__tablename__ if isinstance(kind, RecordKind) else ""
    keys = Base.metadata.tables[table].columns[column].foreign_keys
    return next((key.column.table.name for key in keys), "")


def record_names(session: Session, records: Iterable[Ref]) -> dict[Ref, RecordName]:
    """Return what records are called, also of those that were deleted since."""
    wanted: dict[str, set[UUID]] = {}
    for table, record_id in records:
        wanted.setdefault(table, set()).add(record_id)
    found: dict[Ref, dict[str, Any]] = {}
    for table, ids in wanted.items():
        found |= {(table, one): row for one, row in _present(session, table, ids).items()}
    there = set(found)
    found |= _deleted(session, {(t, one) for t, ids in wanted.items() for one in ids} - there)
    people = _others(session, found, {key: (col, "customers") for key, col in _CUSTOMERS.items()})
    called = _others(session, found, _CALLED_AS)
    return {
        ref: RecordName(
            table=ref[0],
            id=ref[1],
            name=called.get(ref) or _name(ref[0], found.get(ref, {})),
            day=found.get(ref, {}).get(_DAYS.get(ref[0], "")),
            customer=people.get(ref, ""),
            exists=ref in there,
        )
        for ref in ((table, one) for table, ids in wanted.items() for one in ids)
    }


def _others(
    session: Session, found: Mapping[Ref, Mapping[str, Any]], by: Mapping[str, tuple[str, str]]
) -> dict[Ref, str]:
    """Return what other records are called that `by` says records refer to: (column, table)."""
    referred: dict[Ref, Ref] = {}
    for ref, values in found.items():
        column, table = by.get(ref[0], ("", ""))
        other = values.get(column)
        if isinstance(other, UUID):
            referred[ref] = (table, other)
    names = record_names(session, referred.values()) if referred else {}
    return {ref: names[other].name for ref, other in referred.items()}


def present_values(session: Session, table: str, ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """Return all columns of records as they are now, in the bin or not."""
    known = Base.metadata.tables[table]
    return _rows(session, select(known), known, ids)


def _present(session: Session, table: str, ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    known = Base.metadata.tables[table]
    names = {"id", *_NAMED_AFTER[table], _DAYS.get(table, "id"), _CUSTOMERS.get(table, "id")}
    names.add(_CALLED_AS.get(table, ("id", ""))[0])
    return _rows(session, select(*(known.c[name] for name in sorted(names))), known, ids)


def _rows(
    session: Session, statement: Select[Any], table: Table, ids: Iterable[UUID]
) -> dict[UUID, dict[str, Any]]:
    found = {}
    for some in batched(ids, _AT_ONCE):
        for row in session.execute(statement.where(table.c.id.in_(some))).mappings():
            found[row["id"]] = dict(row)
    return found


def _deleted(session: Session, records: set[Ref]) -> dict[Ref, dict[str, Any]]:
    ids = [record_id for _, record_id in records]
    found: dict[Ref, dict[str, Any]] = {}
    for some in batched(ids, _AT_ONCE):
        statement = (
            select(Change.table_name, Change.record_id, Change.before)
            .where(
                Change.record_id.in_(some),
                Change.kind == ChangeKind.DELETE,
            )
            .order_by(Change.number)
        )
        for table, record_id, before in session.execute(statement):
            if (table, record_id) in records:
                found[table, record_id] = decoded(table, before)
    return found


def _name(table: str, values: Mapping[str, Any]) -> str:
    if table == "customers":
        return _person(values)
    return " ".join(str(one) for key in _NAMED_AFTER[table] if (one := values.get(key)))


def _person(values: Mapping[str, Any]) -> str:
    company = values.get("company_name") or ""
    person = f"{values.get('first_name') or ''} {values.get('last_name') or ''}".strip()
    first = company if values.get("kind") == CustomerKind.COMPANY else person
    return first or person or company or values.get("code") or ""


def _value(column: Column[Any], value: Any) -> Any:
    kind = column.type
    if value is None:
        return None
    if isinstance(kind, RecordId):
        return UUID(value)
    if isinstance(kind, UtcInstant):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    if isinstance(kind, EnumText):
        return kind.kind(value) if value in set(kind.kind) else value
    for known, read in ((Date, date.fromisoformat), (Time, time.fromisoformat), (Boolean, bool)):
        if isinstance(kind, known):
            return read(value)
    return value
