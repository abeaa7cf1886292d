"""Saves what belongs to one customer: phones, consents, tags and the like."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, Table, delete, insert, select, update
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Synced, utc_now
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
        there: dict[tuple[Any, ...], dict[str, Any]] = {}
        if not is_new:
            mine = select(table).where(table.c.customer_id == customer_id).order_by(table.c.id)
            for one in connection.execute(mine).mappings().all():
                first = there.setdefault(tuple(one[key] for key in part.keys), dict(one))
                # Two PCs may each have added the same.
                if first["id"] != one["id"]:
                    connection.execute(delete(table).where(table.c.id == one["id"]))
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


@cache
def _insert(table: Table) -> Insert:
    return insert(table)
