"""Saves what belongs to one customer: phones, consents, tags and the like."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Insert, Table, delete, insert, select, update
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Synced, utc_now
from ecrm_desktop.models.customers import CustomerConsent
from ecrm_desktop.values.consents import PlainAnswer, strictest
from ecrm_desktop.values.ids import new_id


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
    for part in parts:
        table: Any = part.model.__table__
        there = {} if is_new else _stored(connection, part, customer_id)
        new = [
            {
                "id": new_id(),
                "customer_id": customer_id,
                **dict(zip(part.keys, key, strict=True)),
                **values,
            }
            for key, values in part.wanted.items()
            if key not in there
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
