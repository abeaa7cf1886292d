"""Finds customers who may be one person, for instance made on two PCs that did not know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer, DistinctCustomers
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.queries.similar_customers import Similarity, is_nearly
from ecrm_desktop.values.batches import batched

SHARED_BY_MOST: Final = 5
"""A number that more customers have than these is the shop's own, or nobody's."""

_AT_ONCE: Final = 500
# What two living customers share; those whom nobody shares it with are left in the index.
_SHARED: Final = """
SELECT p.number, p.customer_id FROM customer_phones p
JOIN customer_index i ON i.customer_id = p.customer_id
WHERE p.number IN (SELECT number FROM customer_phones GROUP BY number HAVING count(*) > 1)
ORDER BY p.number
"""
_SAME: Final = """
SELECT {column}, id FROM customers WHERE {column} <> '' AND deleted_at IS NULL AND {column} IN (
    SELECT {column} FROM customers WHERE {column} <> '' GROUP BY {column} HAVING count(*) > 1
) ORDER BY {column}
"""
_SHARES: Final = (
    (Similarity.NATIONAL_ID, _SAME.format(column="national_id")),
    (Similarity.PHONE, _SHARED),
    (Similarity.EMAIL, _SAME.format(column="email")),
)
_Name = tuple[str, str]
_Pair = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedCustomer:
    """One of two who may be the same; `purchase_total` in minor units."""

    id: UUID
    code: str
    name: str
    phone: str
    city: str
    purchase_count: int
    purchase_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeProposal:
    """Two customers, and what they have in common; `is_sure`: the very same name as well.

    `kept` is the one with more purchases, else the earlier one.
    """

    kept: ProposedCustomer
    merged: ProposedCustomer
    similarity: Similarity
    matched: str
    is_sure: bool


def merge_proposals(session: Session, limit: int) -> list[MergeProposal]:
    """Return pairs of living customers who may be one person, the surest first, `limit` at most.

    Either they have one national ID, or one phone or e-mail address and names that are alike or not
    given: families and companies share numbers. Whom somebody said to be two is left out.
    """
    apart = set(session.execute(select(DistinctCustomers.first_id, DistinctCustomers.second_id)))
    found: dict[_Pair, tuple[Similarity, str, bool]] = {}
    for similarity, statement in _SHARES:
        groups = [one for one in _groups(session, statement) if len(one[1]) <= SHARED_BY_MOST]
        names = _names(session, {one for _value, ids in groups for one in ids})
        for value, ids in groups:
            for pair in _pairs(ids):
                if pair in found or pair in apart:
                    continue
                one, other = (names.get(key, ("", "")) for key in pair)
                if similarity is Similarity.NATIONAL_ID or are_alike(one, other):
                    found[pair] = similarity, value, one == other and any(one)
    chosen = sorted(
        found, key=lambda pair: (not found[pair][2], [*Similarity].index(found[pair][0]))
    )
    rows = _rows(session, {one for pair in chosen[:limit] for one in pair})
    proposals = []
    for pair in chosen[:limit]:
        kept, merged = sorted(
            (rows[one] for one in pair), key=lambda row: row.purchase_count, reverse=True
        )
        similarity, matched, is_sure = found[pair]
        proposals.append(
            MergeProposal(
                kept=kept, merged=merged, similarity=similarity, matched=matched, is_sure=is_sure
            )
        )
    return proposals


def are_alike(one: _Name, other: _Name) -> bool:
    """Tell whether two folded names, each of a first and a last one, may be of one person.

    One of them is not given, or they differ by a letter, or in their order, or one has a part less
    or only the beginning of the first name.
    """
    if not any(one) or not any(other) or is_nearly("".join(one), "".join(other)):
        return True
    if is_nearly(one[1] + one[0], "".join(other)):
        return True
    (first, last), (second_first, second_last) = one, other
    if not is_nearly(last, second_last):
        # A name that somebody typed into one field.
        shorter, longer = sorted(("".join(one), "".join(other)), key=len)
        return bool(shorter) and (not all(one) or not all(other)) and shorter in longer
    return first.startswith(second_first) or second_first.startswith(first)


def _groups(session: Session, statement: str) -> list[tuple[str, list[UUID]]]:
    groups: dict[str, list[UUID]] = {}
    for value, key in session.connection().exec_driver_sql(statement):
        ids = groups.setdefault(value, [])
        owner = UUID(bytes=key)
        if owner not in ids:
            ids.append(owner)
    return [(value, ids) for value, ids in groups.items() if len(ids) > 1]


def _pairs(ids: Sequence[UUID]) -> Iterator[_Pair]:
    ordered = sorted(ids)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            yield one, other


def _names(session: Session, ids: set[UUID]) -> dict[UUID, _Name]:
    names: dict[UUID, _Name] = {}
    columns = CustomerIndex.customer_id, CustomerIndex.first_folded, CustomerIndex.last_folded
    for some in batched(sorted(ids), _AT_ONCE):
        for key, first, last in session.execute(select(*columns).where(columns[0].in_(some))):
            names[key] = first, last
    return names


def _rows(session: Session, ids: set[UUID]) -> dict[UUID, ProposedCustomer]:
    columns: tuple[Any, ...] = (
        Customer.id,
        Customer.code,
        CUSTOMER_NAME.label("name"),
        CustomerIndex.phone,
        Customer.city,
        CustomerIndex.purchase_count,
        CustomerIndex.purchase_total,
    )
    statement = select(*columns).join(CustomerIndex, CustomerIndex.customer_id == Customer.id)
    return {
        row["id"]: ProposedCustomer(**row)
        for some in batched(sorted(ids), _AT_ONCE)
        for row in session.execute(statement.where(Customer.id.in_(some))).mappings()
    }
