"""Saves what belongs to one customer: phones, consents, tags and the like."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Insert, Table, delete, insert, select, update
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Synced, utc_now
from ecrm_desktop.models.customers import CustomerConsent, CustomerPhone, CustomerSocial
from ecrm_desktop.values.consents import PlainAnswer, strictest
from ecrm_desktop.values.ids import derived_id, new_id


@dataclass(frozen=True, slots=True)
class Part:
    """What one table is to have of a customer: by the columns that tell rows apart, the rest."""

    model: type[Synced]
    keys: tuple[str, ...]
    wanted: Mapping[tuple[Any, ...], Mapping[str, Any]]


def save_parts(
    session: Session, customer_id: UUID, parts: Iterable[Part], *, is_new: bool = False
) -> None:
    """Make a customer's rows those that are wanted: same key, same row."""
    connection = session.connection()
    now = utc_now()
    for part in parts:
        table: Any = part.model.__table__
        there = {} if is_new else _stored(connection, part, customer_id)
        missing = [key for key in part.wanted if key not in there]
        ids = _ids(connection, part, customer_id, missing, is_new=is_new)
        new = [
            {
                "id": one,
                "customer_id": customer_id,
                # What was typed first stands first, wherever it is read.
                "created_at": now + timedelta(microseconds=at),
                "updated_at": now,
                **dict(zip(part.keys, key, strict=True)),
                **part.wanted[key],
            }
            for at, (one, key) in enumerate(zip(ids, missing, strict=True))
        ]
        if new:
            connection.execute(_insert(table), new)
        for key, row in there.items():
            this = table.c.id == row["id"]
            if key not in part.wanted:
                connection.execute(delete(table).where(this))
                continue
            values = part.wanted[key]
            if any(row[name] != value for name, value in values.items()):
                changed = {**values, "updated_at": utc_now()}
                connection.execute(update(table).where(this).values(changed))


# A number or an address could be worked out from such an id once the person is forgotten.
_PERSONAL: Final = frozenset({CustomerPhone, CustomerSocial})


def part_id(customer_id: UUID, table: str, key: Iterable[Any]) -> UUID:
    """Return the id of a customer's part: the same on every PC that gives them the same."""
    return derived_id(customer_id, table, *map(str, key))


def _ids(
    connection: Connection,
    part: Part,
    customer_id: UUID,
    keys: Sequence[tuple[Any, ...]],
    *,
    is_new: bool,
) -> list[UUID]:
    table: Any = part.model.__table__
    if part.model in _PERSONAL:
        return [new_id() for _ in keys]
    ids = [part_id(customer_id, table.name, key) for key in keys]
    if is_new or not ids:
        return ids
    # It may have gone to somebody else in a merge.
    taken = set(connection.scalars(select(table.c.id).where(table.c.id.in_(ids))))
    return [new_id() if one in taken else one for one in ids]


def _stored(
    connection: Connection, part: Part, customer_id: UUID
) -> dict[tuple[Any, ...], dict[str, Any]]:
    """Return a customer's rows by their keys, of each key one; two PCs may have added the same."""
    table: Any = part.model.__table__
    rows: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    mine = select(table).where(table.c.customer_id == customer_id).order_by(table.c.id)
    for one in connection.execute(mine).mappings().all():
        rows.setdefault(tuple(one[key] for key in part.keys), []).append(dict(one))
    standing = {key: _standing(part, several) for key, several in rows.items()}
    for key, several in rows.items():
        for row in several:
            if row["id"] != standing[key]["id"]:
                connection.execute(delete(table).where(table.c.id == row["id"]))
    return standing


def _standing(part: Part, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return which of several rows of one key stays: the first, of consents the strictest."""
    if part.model is not CustomerConsent:
        return rows[0]
    answers = [PlainAnswer(row["granted"], row["given_on"], row["source"]) for row in rows]
    return rows[answers.index(strictest(answers))]


@cache
def _insert(table: Table) -> Insert:
    return insert(table)
