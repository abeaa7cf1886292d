"""What every list has in common: ids first, rows of the visible part after."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

from sqlalchemy import LargeBinary, Select, SQLColumnExpression, cast, func, select, type_coerce
from sqlalchemy.orm import Session

from ecrm_desktop.values.ids import IdList


@dataclass(frozen=True, slots=True)
class Sort:
    """By which column a list is sorted; `key` is a column's key on the screen."""

    key: str
    descending: bool = False


def collect_ids(
    session: Session, statement: Select[UUID], column: SQLColumnExpression[UUID]
) -> IdList:
    """Return the ids that `statement`, a SELECT of `column`, gives, without making a UUID of each.

    SQLite itself puts them into one block: a million rows handed over one by one would take the
    interpreter away from the window a million times.
    """
    session.flush()
    ids = statement.with_only_columns(type_coerce(column, LargeBinary(16)).label("id")).subquery()
    block = session.connection().scalar(
        select(cast(func.group_concat(ids.c.id, ""), LargeBinary(16)))
    )
    return IdList.from_block(block or b"")


class _HasId(Protocol):
    @property
    def id(self) -> UUID: ...


Row = TypeVar("Row", bound=_HasId)


def in_order(ids: Iterable[UUID], rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order of `ids`, leaving out those that are gone."""
    by_id = {row.id: row for row in rows}
    return [by_id[one] for one in ids if one in by_id]
