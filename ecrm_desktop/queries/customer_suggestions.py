"""What was typed before, offered again, so that one city does not get three spellings."""

from typing import Final, Literal

from sqlalchemy import CTE, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer, CustomerFavorite, CustomerTag
from ecrm_desktop.values.text import sort_key

SuggestedField = Literal["province", "city", "job", "tag", "favorite"]

# The latest records know the words in use; reading all of a million takes a second.
_LATEST: Final = 20_000


def customer_suggestions(session: Session, field: SuggestedField) -> list[str]:
    """Return the different texts in use in one field, in alphabetical order."""
    texts = session.scalars(_STATEMENTS[field])
    return sorted({text for text in texts if text}, key=sort_key)


def _different(column: InstrumentedAttribute[str]) -> CTE:
    """Return the different values of an indexed column, each found by one step in the index."""
    values = select(func.min(column).label("value")).cte("different", recursive=True)
    following = select(func.min(column)).where(column > values.c.value).scalar_subquery()
    return values.union_all(select(following).where(values.c.value.is_not(None)))


def _cities() -> Select[str]:
    keys = _different(CustomerIndex.sort_city)
    one = (
        select(Customer.city)
        .join(CustomerIndex, CustomerIndex.customer_id == Customer.id)
        .where(CustomerIndex.sort_city == keys.c.value)
        .limit(1)
        .scalar_subquery()
    )
    return select(one).where(keys.c.value.is_not(None))


def _latest(column: InstrumentedAttribute[str]) -> Select[str]:
    table = column.class_
    latest = select(column.label("value")).order_by(table.id.desc()).limit(_LATEST).subquery()
    return select(latest.c.value).distinct()


_STATEMENTS: Final[dict[SuggestedField, Select[str]]] = {
    "city": _cities(),
    "tag": select(_different(CustomerTag.tag).c.value),
    "province": _latest(Customer.province),
    "job": _latest(Customer.job),
    "favorite": _latest(CustomerFavorite.name),
}
