"""Warns that a customer who is being typed in may be there already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.values.text import fold_compact


class Similarity(StrEnum):
    """What two customers have in common, the surest sign first."""

    NATIONAL_ID = "national_id"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarCustomer:
    """A customer who may be the same one; `matched` is the phone or national ID in common."""

    id: UUID
    code: str
    name: str
    phone: str
    city: str
    similarity: Similarity
    matched: str


_SHORTEST_INEXACT: Final = 4


def similar_customers(
    session: Session,
    *,
    phones: Sequence[str] = (),
    national_id: str = "",
    first_name: str = "",
    last_name: str = "",
    company_name: str = "",
    apart_from: UUID | None = None,
    limit: int = 5,
) -> list[SimilarCustomer]:
    """Return living customers with the same national ID or phone (E.164), or nearly the same name.

    A name is nearly the same if it differs in one letter at most, letter forms, spaces and the
    order of first and last name not counted.
    """
    reasons: dict[UUID, tuple[Similarity, str]] = {}
    if national_id:
        same = select(Customer.id).where(
            Customer.national_id == national_id, Customer.deleted_at.is_(None)
        )
        for customer_id in session.scalars(same.limit(limit + 1)):
            reasons[customer_id] = (Similarity.NATIONAL_ID, national_id)
    if phones:
        owners = (
            select(CustomerPhone.customer_id, CustomerPhone.number)
            .join(CustomerIndex, CustomerIndex.customer_id == CustomerPhone.customer_id)
            .where(CustomerPhone.number.in_(phones))
        )
        for customer_id, number in session.execute(owners.limit(limit + 1)):
            reasons.setdefault(customer_id, (Similarity.PHONE, number))
    for customer_id in _namesakes(session, first_name, last_name, company_name, limit + 1):
        reasons.setdefault(customer_id, (Similarity.NAME, ""))
    if apart_from is not None:
        reasons.pop(apart_from, None)
    chosen = list(reasons)[:limit]
    return sorted(_rows(session, chosen, reasons), key=lambda row: chosen.index(row.id))


def _rows(
    session: Session, chosen: Sequence[UUID], reasons: dict[UUID, tuple[Similarity, str]]
) -> Iterator[SimilarCustomer]:
    statement = (
        select(
            Customer.id,
            Customer.code,
            CUSTOMER_NAME.label("name"),
            CustomerIndex.phone,
            Customer.city,
        )
        .join(CustomerIndex, CustomerIndex.customer_id == Customer.id)
        .where(Customer.id.in_(chosen))
    )
    for row in session.execute(statement).mappings():
        similarity, matched = reasons[row["id"]]
        yield SimilarCustomer(**row, similarity=similarity, matched=matched)


def _namesakes(
    session: Session, first_name: str, last_name: str, company_name: str, limit: int
) -> list[UUID]:
    first, last, company = map(fold_compact, (first_name, last_name, company_name))
    first_column, last_column = CustomerIndex.first_folded, CustomerIndex.last_folded
    conditions: list[ColumnElement[bool]] = []
    if first and last:
        conditions = [
            *_one_nearly(session, (first_column, first), (last_column, last)),
            *_one_nearly(session, (first_column, last), (last_column, first)),
        ]
    if company:
        conditions.append(first_column == company)
    found: dict[UUID, None] = {}
    for condition in conditions:
        statement = select(CustomerIndex.customer_id).where(condition).limit(limit)
        found |= dict.fromkeys(session.scalars(statement))
    return list(found)[:limit]


_Part = tuple[InstrumentedAttribute[str], str]


def _one_nearly(session: Session, one: _Part, other: _Part) -> Iterator[ColumnElement[bool]]:
    """Yield conditions under which both parts of a name are the same, or one of them nearly."""
    yield (one[0] == one[1]) & (other[0] == other[1])
    for (same, text), (column, wanted) in ((one, other), (other, one)):
        spellings = session.scalars(select(column).where(same == text).distinct())
        near = [one for one in spellings if one != wanted and is_nearly(one, wanted)]
        if near:
            yield (same == text) & column.in_(near)


def is_nearly(one: str, other: str) -> bool:
    """Tell whether two folded names differ by at most one letter added, changed or swapped.

    The first letter counts (احمد is not محمد), and names of three letters must be the same.
    """
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST_INEXACT or one[0] != other[0]:
        return False
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    tail, longer_tail = shorter[start:], longer[start:]
    swapped = longer_tail[:2] == tail[:2][::-1] and tail[2:] == longer_tail[2:]
    if len(shorter) == len(longer):
        return tail[1:] == longer_tail[1:] or swapped
    return tail == longer_tail[1:]
