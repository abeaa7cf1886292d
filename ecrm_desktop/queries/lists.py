"""What every list has in common: ids first, rows of the visible part after."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

from sqlalchemy import LargeBinary, Select, SQLColumnExpression, type_coerce
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

    Rows come in small batches, so that a million ids take 16 MB and no more on the way.
    """
    raw = statement.with_only_columns(type_coerce(column, LargeBinary(16)))
    result = session.execute(raw.execution_options(yield_per=10_000))
    return IdList.from_bytes(result.scalars())


class _HasId(Protocol):
    @property
    def id(self) -> UUID: ...


Row = TypeVar("Row", bound=_HasId)


def in_order(ids: Iterable[UUID], rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order of `ids`, leaving out those that are gone."""
    by_id = {row.id: row for row in rows}
    return [by_id[one] for one in ids if one in by_id]
