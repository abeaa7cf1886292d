"""The audit trail as a list: one entry a user action, whatever number of records it wrote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, func, literal_column, select, type_coerce
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import Change, ChangeGroup, ChangeKind
from ecrm_desktop.models.types import RecordId
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.change_filter import (
    DEEDS,
    RECORD_TABLES,
    ROOTS,
    ChangeFilter,
    EntryKind,
    conditions_of,
)
from ecrm_desktop.queries.change_values import RecordName, record_names
from ecrm_desktop.queries.devices import pc_names
from ecrm_desktop.queries.lists import Sort, collect_ids
from ecrm_desktop.values.ids import IdList

__all__ = [
    "ChangeFilter",
    "ChangeRow",
    "EntryKind",
    "change_rows",
    "entry_id",
    "entry_number",
    "list_changes",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One entry: `count` records like `record`, in `changes` rows of all tables.

    `user_name` is "" where nobody had said who they are, `pc` where the shop is on one PC alone.
    `fields` are (table, column) that changed, (table of a part, "") for parts that
    came or went; empty where there were too many.
    """

    id: UUID
    number: int
    at: datetime
    user_id: UUID | None
    user_name: str
    pc: str
    action: str
    kind: EntryKind
    record: RecordName
    count: int
    changes: int
    fields: tuple[tuple[str, str], ...]


def entry_id(number: int) -> UUID:
    """Return the id under which lists know the entry with a group's number."""
    return UUID(int=number << 64)


def entry_number(entry: UUID) -> int:
    """Return the number of an entry's group."""
    return entry.int >> 64


def list_changes(session: Session, filter_: ChangeFilter, sort: Sort) -> IdList:
    """Return the entries that pass, by time."""
    number = ChangeGroup.number
    one = type_coerce(
        func.unhex(func.printf("%016x0000000000000000", number)).expression, RecordId()
    )
    statement: Select[Any] = select(one).where(*conditions_of(filter_))
    statement = statement.order_by(number.desc() if sort.descending else number)
    return collect_ids(session, statement, one)


def change_rows(session: Session, ids: Sequence[UUID]) -> list[ChangeRow]:
    """Return the entries of some ids in their order; those that are gone are left out."""
    numbers = [entry_number(one) for one in ids]
    counted = _counted(session, numbers)
    mains = _mains(session, counted)
    groups = session.execute(
        select(
            ChangeGroup.number,
            ChangeGroup.at,
            ChangeGroup.user_id,
            ChangeGroup.action,
            ChangeGroup.origin,
            func.coalesce(User.name, "").label("user_name"),
        )
        .outerjoin(User, User.id == ChangeGroup.user_id)
        .where(ChangeGroup.number.in_(numbers))
    ).mappings()
    by_number = {group["number"]: group for group in groups}
    names = record_names(session, (main.record for main in mains.values()))
    fields = _fields(session, counted, mains)
    pcs = pc_names(session)
    missing = {one["user_id"] for one in by_number.values() if not one["user_name"]} - {None}
    users = record_names(session, (("users", one) for one in missing))
    return [
        ChangeRow(
            id=entry_id(number),
            number=number,
            at=group["at"],
            user_id=group["user_id"],
            user_name=group["user_name"]
            or ("" if group["user_id"] is None else users["users", group["user_id"]].name),
            pc=pcs.get(group["origin"], ""),
            action=group["action"],
            kind=mains[number].kind,
            record=names[mains[number].record],
            count=mains[number].count,
            changes=sum(one.count for one in counted[number]),
            fields=fields.get(number, ()),
        )
        for number in numbers
        if (group := by_number.get(number)) is not None and number in mains
    ]


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many changes of one kind a group has in one table, and the first of them."""

    table: str
    kind: ChangeKind
    count: int
    first: int


@dataclass(frozen=True, slots=True)
class _Main:
    """What an entry is mainly about."""

    record: tuple[str, UUID]
    kind: EntryKind
    count: int


def _counted(session: Session, numbers: Sequence[int]) -> dict[int, list[_Counted]]:
    found: dict[int, list[_Counted]] = {}
    statement = (
        select(
            Change.group_number,
            Change.table_name,
            Change.kind,
            func.count(),
            func.min(Change.number),
        )
        .where(Change.group_number.in_(numbers))
        .group_by(Change.group_number, Change.table_name, Change.kind)
    )
    for number, table, kind, count, first in session.execute(statement):
        found.setdefault(number, []).append(_Counted(table, kind, count, first))
    return found


_KIND_RANK: Final = (ChangeKind.INSERT, ChangeKind.DELETE, ChangeKind.UPDATE)


def _rank(one: _Counted) -> tuple[int, int, int]:
    table = ROOTS.get(one.table, one.table)
    deed = 0 if (one.table, one.kind) in DEEDS else 1
    part = len(RECORD_TABLES) if one.table in ROOTS else 0
    return deed, RECORD_TABLES.index(table) + part, _KIND_RANK.index(one.kind)


def _mains(session: Session, counted: dict[int, list[_Counted]]) -> dict[int, _Main]:
    firsts = {number: min(ones, key=_rank) for number, ones in counted.items()}
    statement = select(
        Change.number, Change.table_name, Change.record_id, Change.owner_id, Change.after
    ).where(Change.number.in_([one.first for one in firsts.values()]))
    rows = {row.number: row for row in session.execute(statement)}
    mains: dict[int, _Main] = {}
    for number, first in firsts.items():
        row = rows.get(first.first)
        if row is None:
            continue
        is_part = first.table in ROOTS
        record = (ROOTS.get(first.table, first.table), row.owner_id if is_part else row.record_id)
        kind = EntryKind.CHANGED if is_part else _kind(first, row.after)
        count = first.count
        if count > 1 and (is_part or first.kind is ChangeKind.UPDATE):
            count = _records(session, number, first)
        mains[number] = _Main(record, kind, count)
    return mains


def _kind(one: _Counted, after: str | None) -> EntryKind:
    if (one.table, one.kind) in DEEDS:
        return DEEDS[one.table, one.kind]
    match one.kind:
        case ChangeKind.INSERT:
            return EntryKind.CREATED
        case ChangeKind.DELETE:
            return EntryKind.REMOVED
    if after and '"deleted_at":' in after:
        return EntryKind.RESTORED if '"deleted_at":null' in after else EntryKind.BINNED
    return EntryKind.CHANGED


def _records(session: Session, number: int, one: _Counted) -> int:
    column = Change.owner_id if one.table in ROOTS else Change.record_id
    return (
        session.scalar(
            select(func.count(column.distinct())).where(
                Change.group_number == number,
                Change.table_name == one.table,
                Change.kind == one.kind,
            )
        )
        or 0
    )


_FEW: Final = 60


def _fields(
    session: Session, counted: dict[int, list[_Counted]], mains: dict[int, _Main]
) -> dict[int, tuple[tuple[str, str], ...]]:
    few = [
        number
        for number, main in mains.items()
        if main.kind is EntryKind.CHANGED and sum(one.count for one in counted[number]) <= _FEW
    ]
    found: dict[int, dict[tuple[str, str], None]] = {}
    keys = func.json_each(Change.after).table_valued("key")
    statement = (
        select(Change.group_number, Change.table_name, Change.kind, keys.c.key)
        .outerjoin(keys, literal_column("1"))
        .where(Change.group_number.in_(few))
        .order_by(Change.number)
    )
    for number, table, kind, key in session.execute(statement):
        root = mains[number].record[0]
        if ROOTS.get(table, table) == root:
            field = (table, key or "") if kind is ChangeKind.UPDATE else (table, "")
            found.setdefault(number, {})[field] = None
    return {number: tuple(ones) for number, ones in found.items()}
