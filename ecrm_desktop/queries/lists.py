"""What every list has in common: ids first, rows of the visible part after."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import LargeBinary, Select, SQLColumnExpression, type_coerce
from sqlalchemy.orm import Session

from ecrm_desktop.values.ids import IdList

_BATCH: Final = 10_000


@dataclass(frozen=True, slots=True)
class Sort:
    """By which column a list is sorted; `key` is a column's key on the screen."""

    key: str
    descending: bool = False


def collect_ids(
    session: Session, statement: Select[UUID], column: SQLColumnExpression[UUID]
) -> IdList:
    """Return the ids that `statement`, a SELECT of `column`, gives, without making a UUID of each.

    They are read past SQLAlchemy's rows, which cost three times the query itself, and in small
    batches, so that a million ids take 16 MB and no more on the way.
    """
    raw = statement.with_only_columns(type_coerce(column, LargeBinary(16)))
    session.flush()
    with session.connection().execute(raw) as result:
        cursor: Any = result.cursor
        batches = iter(lambda: cursor.fetchmany(_BATCH), [])
        return IdList.from_bytes(row[0] for batch in batches for row in batch)


class _HasId(Protocol):
    @property
    def id(self) -> UUID: ...


Row = TypeVar("Row", bound=_HasId)


def in_order(ids: Iterable[UUID], rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order of `ids`, leaving out those that are gone."""
    by_id = {row.id: row for row in rows}
    return [by_id[one] for one in ids if one in by_id]
