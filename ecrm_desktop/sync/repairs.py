"""What is set right by rule after others' changes came in, on every PC in the same way."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Column, Table, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Base, Synced, utc_now
from ecrm_desktop.models.changes import (
    CaptureContext,
    Change,
    ChangeKind,
    synced_tables,
    without_masks,
)
from ecrm_desktop.models.customers import Customer, CustomerPhone, CustomerSocial
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.models.sync import Link, UnfinishedGroup
from ecrm_desktop.models.types import RecordId, stored_instant
from ecrm_desktop.models.users import User
from ecrm_desktop.models.wire import from_wire, units
from ecrm_desktop.values.ids import to_json
from ecrm_desktop.values.statuses import Role
from ecrm_desktop.values.totals import purchase_total

REPAIR: Final = "repair"
"""The action of the group that a repair is."""

PERSONAL: Final[dict[type[Synced], tuple[str, ...]]] = {
    CustomerPhone: ("number",),
    CustomerSocial: ("network", "handle"),
}
"""Parts of a customer whose ids are not derived: two PCs that add the same make two of it."""
_TABLES: Final = {table.name: table for table in synced_tables()}
_CHAIN: Final = 20  # merged into somebody who was merged into somebody, and so on


_NONE: Final = to_json([])
_AT_ONCE: Final = 5_000
_MOST_REPAIRS: Final = 20


Name = tuple[str, bytes]
"""A record's table and id."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The records that others wrote and those that they removed for good, by table.

    `unknown` is what is needed and was never here, unless the server was `asked` for it.
    """

    written: dict[str, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    removed: dict[str, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    unknown: set[Name] = field(default_factory=set)
    asked: AbstractSet[Name] = frozenset()
    _ids: dict[str, str] = field(default_factory=dict)

    def ids(self, table: str) -> str:
        """Return the written ids of one table as a JSON list of hex; nothing is added any more."""
        if table not in self._ids:
            self._ids[table] = to_json(sorted(self.written[table]))
        return self._ids[table]


class MissingError(Exception):
    """Records have to be there that never were here; `records` are their tables and ids."""

    def __init__(self, records: AbstractSet[Name]) -> None:
        super().__init__(len(records))
        self.records = records


def repair_some(
    session: Session, capture: CaptureContext, link: Link, asked: AbstractSet[Name] = frozenset()
) -> bool:
    """Look through some of what came in since the last time; return whether that was all.

    Only where the file holds everything up to one revision: until then much points at what is on
    its way. The same holds for groups that are on their way themselves. A file that was filled is
    for `suspects` once. Raises MissingError where the server has to be asked first, unless it was
    `asked`; then nothing may be committed.
    """
    rows = _unrepaired(session, link, _AT_ONCE)
    if not rows:
        return True
    touched = Touched(asked=asked)
    for _number, table, key, kind in rows:
        is_gone = kind == ChangeKind.DELETE
        (touched.removed if is_gone else touched.written)[table].add(key)
    link.repaired = rows[-1][0]
    repair(session, capture, touched)
    return len(rows) < _AT_ONCE


def has_unrepaired(session: Session, link: Link) -> bool:
    """Return whether anything came in that was not looked through."""
    return bool(_unrepaired(session, link, 1))


def _unrepaired(session: Session, link: Link, most: int) -> Sequence[Any]:
    unfinished = select(func.min(Change.number)).where(
        Change.group_number.in_(select(UnfinishedGroup.group_number))
    )
    first = session.scalar(unfinished)
    return _run(
        session,
        "SELECT c.number, c.table_name, c.record_id, c.kind FROM changes c"
        " JOIN change_groups g ON g.number = c.group_number"
        " WHERE c.number > ? AND g.origin IS NOT NULL AND c.number < coalesce(?, c.number + 1)"
        " ORDER BY c.number LIMIT ?",
        link.repaired,
        first,
        most,
    )


def repair(session: Session, capture: CaptureContext, touched: Touched) -> None:
    """Set right what `touched` records may have put wrong, as a change of this PC.

    A pointer to nothing becomes empty; where it may not be, what it points at is there again as it
    was, or what points goes too where that is forgotten. What points at a merged customer points at
    the one who stayed. Sums are those of their lines, a purchase that goods came back of is in no
    bin, each customer has a number or address once and one first phone, and the shop has an owner.
    The same records give the same result on every PC, so that it does not matter who is first; so
    what was removed before this file came to the shop is asked for, as `repair_some` says.
    """
    capture.go_on(REPAIR)
    _follow_merges(session, touched)
    _mend_pointers(session, touched)
    if touched.unknown:
        raise MissingError(touched.unknown)
    _mend_returns(session, touched)
    _mend_sums(session, touched)
    _mend_twins(session, touched)
    _mend_first_phones(session, touched)
    _mend_owner(session, touched)


def references(tables: Mapping[str, Table]) -> Iterator[tuple[Table, Column[Any], Table]]:
    """Yield which column of which of the tables refers to which."""
    for table in tables.values():
        for column in table.columns:
            for key in column.foreign_keys:
                yield table, column, key.column.table


def _run(session: Session, statement: str, *values: Any) -> list[Any]:
    result = session.connection().exec_driver_sql(statement, values)
    return list(result.all()) if result.returns_rows else []


def _set(session: Session, table: str, key: bytes, **values: Any) -> None:
    values["updated_at"] = stored_instant(utc_now())
    named = ", ".join(f'"{name}" = ?' for name in values)
    _run(session, f"UPDATE {table} SET {named} WHERE id = ?", *values.values(), key)


def _follow_merges(session: Session, touched: Touched) -> None:
    merged = "SELECT id FROM customers WHERE merged_into_id IS NOT NULL"
    customers = Customer.__tablename__
    for table, column, target in references(_TABLES):
        if target.name != customers or table.name in {
            customers,
            "customer_merges",
            "distinct_customers",
        }:
            continue
        for ids, where in (
            (touched.ids(table.name), "t.id"),
            (touched.ids(customers), f'"{column.name}"'),
        ):
            if ids == _NONE:
                continue
            rows = _run(
                session,
                f'SELECT t.id, "{column.name}" FROM {table.name} t WHERE {where} IN'
                f' (SELECT unhex(value) FROM json_each(?)) AND "{column.name}" IN ({merged})',
                ids,
            )
            for key, customer in rows:
                stays = _who_stays(session, customer)
                if stays != customer:
                    _set(session, table.name, key, **{column.name: stays})


def _who_stays(session: Session, customer: bytes) -> bytes:
    stays = customer
    for _ in range(_CHAIN):
        rows = _run(session, "SELECT merged_into_id FROM customers WHERE id = ?", stays)
        if not rows or rows[0][0] is None:
            return stays
        stays = rows[0][0]
    return customer


def _mend_pointers(session: Session, touched: Touched) -> None:
    for table, column, target in references(_TABLES):
        for ids, where in (
            (touched.ids(table.name), "t.id"),
            (to_json(sorted(touched.removed[target.name])), column.name),
        ):
            if ids == _NONE:
                continue
            rows = _run(
                session,
                f'SELECT t.id, "{column.name}" FROM {table.name} t WHERE {where} IN'
                f' (SELECT unhex(value) FROM json_each(?)) AND "{column.name}" IS NOT NULL'
                f' AND "{column.name}" NOT IN (SELECT id FROM {target.name})',
                ids,
            )
            for key, missing in rows:
                if column.nullable:
                    _set(session, table.name, key, **{column.name: None})
                elif not _bring_back(session, touched, target.name, missing):
                    _run(session, f"DELETE FROM {table.name} WHERE id = ?", key)


def _bring_back(session: Session, touched: Touched, table: str, key: bytes) -> bool:
    """Put a record back as it was last seen here; False if nothing is known of it any more."""
    if _run(session, f"SELECT 1 FROM {table} WHERE id = ?", key):
        return True
    values = _last_seen(session, table, key)
    if values is None:
        if (table, key) not in touched.asked and not _has_trace(session, key):
            touched.unknown.add((table, key))
        return False
    # It may point at nothing in its turn.
    for column in Base.metadata.tables[table].columns:
        for foreign in column.foreign_keys:
            there, pointed = foreign.column.table.name, values[column.name]
            if pointed is None or _run(session, f"SELECT 1 FROM {there} WHERE id = ?", pointed):
                continue
            if column.nullable:
                values[column.name] = None
            elif not _bring_back(session, touched, there, pointed):
                return False
    named = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    _run(session, f"INSERT INTO {table} ({named}) VALUES ({marks})", *values.values())
    return True


def _has_trace(session: Session, key: bytes) -> bool:
    return bool(_run(session, "SELECT 1 FROM changes WHERE record_id = ? LIMIT 1", key))


def _last_seen(session: Session, table: str, key: bytes) -> dict[str, Any] | None:
    """Return a record as it was when it was removed for good; None if that is forgotten."""
    rows = _run(
        session,
        "SELECT before FROM changes WHERE record_id = ? AND kind = 'delete'"
        " ORDER BY number DESC LIMIT 1",
        key,
    )
    former = json.loads(rows[0][0]) if rows else {}
    if not former:
        return None
    now = stored_instant(utc_now())
    values: dict[str, Any] = {"id": key}
    for unit in units(table):
        values |= from_wire(table, unit, None)
    values |= {"created_at": now, "updated_at": now}
    columns = Base.metadata.tables[table].columns
    for name, value in without_masks(Base.metadata.tables[table], former).items():
        is_id = isinstance(columns[name].type, RecordId) and value is not None
        values[name] = bytes.fromhex(value) if is_id else value
    return values


def _owners_of(session: Session, touched: Touched, part: str, column: str) -> Iterable[bytes]:
    """Return what the written parts belong to; of those that went, what they belonged to."""
    rows = _run(
        session,
        f"SELECT DISTINCT {column} FROM {part} WHERE id IN (SELECT unhex(value) FROM json_each(?))",
        touched.ids(part),
    )
    removed = touched.removed[part]
    gone = (
        _run(
            session,
            # Not by the index of owners, which has all of them.
            "SELECT DISTINCT owner_id FROM changes WHERE +kind = 'delete' AND record_id IN"
            " (SELECT unhex(value) FROM json_each(?)) AND +owner_id IS NOT NULL",
            to_json(sorted(removed)),
        )
        if removed
        else []
    )
    return sorted({one for (one,) in (*rows, *gone)})


def _mend_returns(session: Session, touched: Touched) -> None:
    """Take a purchase out of the bin again that goods came back of meanwhile."""
    rows = _run(
        session,
        "SELECT DISTINCT p.id FROM returns r JOIN purchases p ON p.id = r.purchase_id"
        " WHERE r.deleted_at IS NULL AND p.deleted_at IS NOT NULL"
        " AND (r.id IN (SELECT unhex(value) FROM json_each(?))"
        " OR p.id IN (SELECT unhex(value) FROM json_each(?)))",
        touched.ids(Return.__tablename__),
        touched.ids(Purchase.__tablename__),
    )
    for (key,) in rows:
        _set(session, Purchase.__tablename__, key, deleted_at=None, deletion_id=None)


def _mend_sums(session: Session, touched: Touched) -> None:
    for whole, part, column, what in (
        (Purchase, PurchaseLine, "purchase_id", "total"),
        (Return, ReturnLine, "return_id", "amount"),
    ):
        name = whole.__tablename__
        ids = {*touched.written[name], *_owners_of(session, touched, part.__tablename__, column)}
        more = "discount, shipping, tax" if whole is Purchase else "0, 0, 0"
        rows = _run(
            session,
            f"SELECT id, total, {more}, (SELECT coalesce(sum({what}), 0) FROM"
            f" {part.__tablename__} WHERE {column} = {name}.id) FROM {name} WHERE id IN"
            " (SELECT unhex(value) FROM json_each(?))",
            to_json(sorted(ids)),
        )
        for key, total, discount, shipping, tax, lines in rows:
            right = lines
            if whole is Purchase:
                right = purchase_total([lines], min(lines, discount), shipping, tax)
            if (right == total and lines >= discount) or _is_disputed(session, key):
                continue
            if lines < discount:
                _set(session, name, key, discount=lines)
            if right != total:
                _set(session, name, key, total=right)


def _is_disputed(session: Session, key: bytes) -> bool:
    """Tell whether PCs go on setting a record right in different ways, which no rule may."""
    rows = _run(
        session,
        "SELECT count(*) FROM changes c JOIN change_groups g ON g.number = c.group_number"
        " WHERE c.record_id = ? AND g.action = ?",
        key,
        REPAIR,
    )
    return bool(rows[0][0] > _MOST_REPAIRS)


def _mend_twins(session: Session, touched: Touched) -> None:
    for model, keys in PERSONAL.items():
        table, names = model.__tablename__, ", ".join(keys)
        these = "customer_id IN (SELECT unhex(value) FROM json_each(?1))"
        _run(
            session,
            f"DELETE FROM {table} WHERE {these} AND id NOT IN"
            f" (SELECT min(id) FROM {table} WHERE {these} GROUP BY customer_id, {names})",
            to_json(_owners_of(session, touched, table, "customer_id")),
        )


def _mend_first_phones(session: Session, touched: Touched) -> None:
    phones = CustomerPhone.__tablename__
    rows = _run(
        session,
        f"SELECT id, is_primary, row_number() OVER ("
        "PARTITION BY customer_id ORDER BY is_primary DESC, position, id) = 1"
        f" FROM {phones} WHERE customer_id IN (SELECT unhex(value) FROM json_each(?))",
        to_json(_owners_of(session, touched, phones, "customer_id")),
    )
    for key, is_primary, is_first in rows:
        if is_primary != is_first:
            _set(session, phones, key, is_primary=is_first)


def _mend_owner(session: Session, touched: Touched) -> None:
    users = User.__tablename__
    if not touched.written[users] and not touched.removed[users]:
        return
    may = f"role = '{Role.OWNER}' AND active AND deleted_at IS NULL"
    if _run(session, f"SELECT 1 FROM {users} WHERE {may} LIMIT 1"):
        return
    earliest = _run(
        session,
        f"SELECT id FROM {users} ORDER BY role <> '{Role.OWNER}', created_at, id LIMIT 1",
    )
    for (key,) in earliest:
        owner = {"role": Role.OWNER.value, "active": 1, "deleted_at": None, "deletion_id": None}
        _set(session, users, key, **owner)
