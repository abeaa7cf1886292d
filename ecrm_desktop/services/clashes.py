"""What comes back from the bin or out of a merge and belongs to another record by now."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.models.products import Product
from ecrm_desktop.services.customer_codes import next_codes


class ClashKind(StrEnum):
    """What two records would have; the comment says how it ends once it is accepted."""

    CODE = "code"  # who comes back gets the next free one
    NATIONAL_ID = "national_id"  # both have it
    PHONE = "phone"  # both have it
    PRODUCT_CODE = "product_code"  # the product comes back without it
    REFERRER = "referrer"  # who comes back has no referrer


@dataclass(frozen=True, slots=True)
class Clash:
    """A `value` of the record called `name` that one called `other` has by now.

    For a referrer `other` is who would be brought by somebody whom they brought.
    """

    kind: ClashKind
    record_id: UUID
    name: str
    value: str
    other: str


def check_accepted(clashes: Iterable[Clash], accepted: Collection[Clash]) -> None:
    """Raise InvalidInput COMES_BACK_TAKEN (clashes) unless somebody has accepted all of them."""
    found = tuple(clashes)
    if not {*found} <= {*accepted}:
        raise InvalidInput(Problem.COMES_BACK_TAKEN, clashes=found)


def replace_codes(session: Session, clashes: Iterable[Clash]) -> None:
    """Give the customers whose codes clash the next free ones."""
    taken = list(dict.fromkeys(one.record_id for one in clashes if one.kind is ClashKind.CODE))
    for customer_id, code in zip(taken, next_codes(session, len(taken), ()), strict=True):
        session.execute(update(Customer).where(Customer.id == customer_id).values(code=code))


def clashes_in(error: Exception) -> tuple[Clash, ...]:
    """Return the clashes that an error of `check_accepted` tells of; none of any other error."""
    if not isinstance(error, InvalidInput) or error.problem is not Problem.COMES_BACK_TAKEN:
        return ()
    found: Any = error.details["clashes"]
    return tuple(found)


def customer_clashes(
    session: Session,
    coming: ColumnElement[bool],
    since: datetime | InstrumentedAttribute[datetime | None],
    apart_from: UUID | None = None,
) -> list[Clash]:
    """Return what of the customers who are `coming` other living ones have, but `apart_from`.

    Phones may be shared, so only those tell that were given to another after `since`.
    """
    other = aliased(Customer)
    living = and_(
        other.deleted_at.is_(None), other.id != Customer.id, other.id.is_distinct_from(apart_from)
    )
    clashes = []
    for kind, mine, theirs in (
        (ClashKind.CODE, Customer.code, other.code),
        (ClashKind.NATIONAL_ID, Customer.national_id, other.national_id),
    ):
        same = and_(theirs == mine, mine != "", living)
        rows = session.execute(select(Customer, mine, other).join(other, same).where(coming))
        clashes += [Clash(kind, one.id, one.name, value, who.name) for one, value, who in rows]
    phone, given = aliased(CustomerPhone), aliased(CustomerPhone)
    rows = session.execute(
        select(Customer, phone.number, other)
        .join(phone, phone.customer_id == Customer.id)
        .join(given, and_(given.number == phone.number, given.created_at > since))
        .join(other, and_(other.id == given.customer_id, living))
        .where(coming)
    )
    clashes += [
        Clash(ClashKind.PHONE, one.id, one.name, number, who.name) for one, number, who in rows
    ]
    return list(dict.fromkeys(clashes))


def product_clashes(session: Session, coming: ColumnElement[bool]) -> list[Clash]:
    """Return the codes and barcodes of the products that are `coming` which living ones have."""
    other = aliased(Product)
    clashes = []
    for code in (Product.code, Product.barcode):
        # A scanner reads either, so a code may not be another product's barcode.
        same = and_(code != "", or_(other.code == code, other.barcode == code))
        rows = session.execute(
            select(Product.id, Product.name, code, other.name)
            .join(other, and_(same, other.deleted_at.is_(None)))
            .where(coming)
        )
        clashes += [
            Clash(ClashKind.PRODUCT_CODE, record_id, name, value, who)
            for record_id, name, value, who in rows
        ]
    return list(dict.fromkeys(clashes))
