"""What one entry of the audit trail wrote: each record with its parts, before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal_column, or_, select, type_coerce
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import Change, ChangeKind
from ecrm_desktop.models.types import RecordId
from ecrm_desktop.queries.change_filter import DEEDS, RECORD_TABLES, ROOTS
from ecrm_desktop.queries.change_values import (
    RecordName,
    Ref,
    decoded,
    present_values,
    record_names,
    refers_to,
)
from ecrm_desktop.queries.changes import entry_number
from ecrm_desktop.queries.lists import collect_ids
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.ids import IdList

_EMPTY: Final = "{}"
_NOT_CAPTURED: Final = frozenset({"id", "updated_at"})
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedValue:
    """One field: typed values, a `RecordName` where it refers to a record, None for nothing."""

    column: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPart:
    """What became of one record of one table.

    `values` are all that were not empty for a record that came or went, else those that differ.
    `is_emptied` tells that the values were there and were removed with a forgotten customer.
    """

    name: RecordName
    kind: ChangeKind
    values: tuple[ChangedValue, ...]
    is_emptied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRecord:
    """A whole record (`id`) with what became of it and of its parts."""

    id: UUID
    name: RecordName
    parts: tuple[ChangedPart, ...]

    @property
    def kind(self) -> ChangeKind:
        """What became of the record itself; changed, if only its parts did."""
        own = (part.kind for part in self.parts if part.name.id == self.id)
        return next(own, ChangeKind.UPDATE)


def entry_records(session: Session, entry: UUID) -> IdList:
    """Return the ids of the whole records that an entry wrote, what it is mainly about first."""
    number = entry_number(entry)
    record = func.coalesce(Change.owner_id, Change.record_id)
    ranks = _ranked((ROOTS.get(one, one), one) for one in (*RECORD_TABLES, *ROOTS))
    inner = (
        select(
            type_coerce(record, RecordId()).label("id"),
            func.min(ranks).label("rank"),
            func.min(Change.number).label("first"),
        )
        .where(Change.group_number == number)
        .group_by(record)
        .subquery()
    )
    statement = select(inner.c.id).order_by(inner.c.rank, inner.c.first)
    return collect_ids(session, statement, inner.c.id)


def _ranked(tables: Iterable[tuple[str, str]]) -> ColumnElement[int]:
    # An import or a merge is at the end of the tables, yet what the entry is about.
    order = sorted(RECORD_TABLES, key=lambda table: table not in {one for one, _ in DEEDS})
    ranks = {table: order.index(root) for root, table in tables}
    cases = " ".join(f"WHEN '{table}' THEN {rank}" for table, rank in ranks.items())
    return literal_column(f"CASE table_name {cases} END")


def changed_records(session: Session, entry: UUID, ids: Sequence[UUID]) -> list[ChangedRecord]:
    """Return what an entry did to some of its whole records, in the order of `ids`."""
    number = entry_number(entry)
    writes: dict[Ref, list[_Write]] = {}
    owners: dict[Ref, UUID] = {}
    for some in batched(ids, _AT_ONCE):
        for one in _writes(session, number, some):
            writes.setdefault(one.ref, []).append(one)
            owners[one.ref] = one.root
    made = [ref for ref, ones in writes.items() if ones[-1].kind is not ChangeKind.DELETE]
    made = [ref for ref in made if any(one.kind is ChangeKind.INSERT for one in writes[ref])]
    states = _states_after(session, {ref: writes[ref][-1].number for ref in made})
    folded = {ref: _fold(ones, states.get(ref, {})) for ref, ones in writes.items()}
    named = [*writes, *((ROOTS.get(table, table), owners[table, one]) for table, one in writes)]
    names = record_names(session, [*named, *_references(folded)])
    records: dict[UUID, list[ChangedPart]] = {}
    roots: dict[UUID, RecordName] = {}
    for ref, (kind, before, after) in folded.items():
        table, root = ref[0], owners[ref]
        roots[root] = names[ROOTS.get(table, table), root]
        part = ChangedPart(
            name=names[ref],
            kind=kind,
            values=_differences(table, before, after, names),
            is_emptied=any(_EMPTY in {one.before, one.after} for one in writes[ref]),
        )
        own_first = 0 if ref[1] == root else len(records.get(root, ()))
        records.setdefault(root, []).insert(own_first, part)
    return [
        ChangedRecord(id=one, name=roots[one], parts=tuple(records[one]))
        for one in ids
        if one in records
    ]


@dataclass(frozen=True, slots=True)
class _Write:
    number: int
    table: str
    record_id: UUID
    owner_id: UUID | None
    kind: ChangeKind
    before: str | None
    after: str | None

    @property
    def ref(self) -> Ref:
        return self.table, self.record_id

    @property
    def root(self) -> UUID:
        return self.owner_id or self.record_id


_WRITE: Final = (
    Change.number,
    Change.table_name,
    Change.record_id,
    Change.owner_id,
    Change.kind,
    Change.before,
    Change.after,
)
_Folded = tuple[ChangeKind, dict[str, Any], dict[str, Any]]


def _writes(session: Session, number: int, ids: Iterable[UUID]) -> list[_Write]:
    some = list(ids)
    statement = (
        select(*_WRITE)
        # The sum keeps SQLite from reading a group of a million rows for some records of it.
        .where(Change.group_number + 0 == number)
        .where(or_(Change.record_id.in_(some), Change.owner_id.in_(some)))
        .order_by(Change.number)
    )
    return [_Write(*row) for row in session.execute(statement)]


def _states_after(session: Session, refs: dict[Ref, int]) -> dict[Ref, dict[str, Any]]:
    """Return all values of records as they were after a change: those of now, less later ones."""
    states: dict[Ref, dict[str, Any]] = {ref: {} for ref in refs}
    ids = [record_id for _, record_id in refs]
    gone: set[Ref] = set()
    for some in batched(ids, _AT_ONCE):
        statement = (
            select(*_WRITE)
            .where(Change.record_id.in_(some))
            .where(Change.kind != ChangeKind.INSERT)
            .order_by(Change.number)
        )
        for row in session.execute(statement):
            one = _Write(*row)
            if one.number <= refs.get(one.ref, one.number) or one.ref in gone:
                continue
            state = states[one.ref]
            states[one.ref] = decoded(one.table, one.before) | state
            if one.kind is ChangeKind.DELETE:
                gone.add(one.ref)
    for table in {table for table, _ in refs}:
        rest = [one for known, one in refs if known == table and (table, one) not in gone]
        for record_id, values in present_values(session, table, rest).items():
            states[table, record_id] = values | states[table, record_id]
    return states


def _fold(writes: list[_Write], state: dict[str, Any]) -> _Folded:
    """Return what several changes of one record come to."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for one in writes:
        if one.kind is ChangeKind.INSERT:
            after = {name: state[name] for name in state if name not in _NOT_CAPTURED}
        else:
            before = decoded(one.table, one.before) | before
            after |= decoded(one.table, one.after)
    if writes[-1].kind is ChangeKind.DELETE:
        return ChangeKind.DELETE, before, {}
    if writes[0].kind is ChangeKind.INSERT:
        return ChangeKind.INSERT, {}, after
    return ChangeKind.UPDATE, before, after


def _references(folded: dict[Ref, _Folded]) -> list[Ref]:
    return [
        (target, value)
        for (table, _), (_, before, after) in folded.items()
        for values in (before, after)
        for column, value in values.items()
        if isinstance(value, UUID) and (target := refers_to(table, column, values))
    ]


def _differences(
    table: str, before: dict[str, Any], after: dict[str, Any], names: dict[Ref, RecordName]
) -> tuple[ChangedValue, ...]:
    def shown(column: str, values: dict[str, Any]) -> Any:
        value = values.get(column)
        if isinstance(value, UUID):
            return names.get((refers_to(table, column, values), value), value)
        return None if value == "" else value

    pairs = (
        ChangedValue(column=one, before=shown(one, before), after=shown(one, after))
        for one in Base.metadata.tables[table].columns.keys()  # noqa: SIM118 - not a dict
        if one in before or one in after
    )
    return tuple(pair for pair in pairs if pair.before != pair.after)
