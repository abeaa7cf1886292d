"""What all returns of a purchase together may not exceed, however they came about."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return
from ecrm_desktop.queries.returns import Returned, returned_by_line
from ecrm_desktop.values.totals import paid_shares


def check_returns(
    session: Session,
    purchase_id: UUID,
    *,
    before: int = 0,
    amount_fields: Mapping[UUID, str] = MappingProxyType({}),
) -> None:
    """Check the returns of a purchase as they are stored now; asked after each change of either.

    Raises InvalidInput PURCHASE_IN_BIN, RETURN_BEFORE_PURCHASE at `purchased_on`,
    LESS_THAN_RETURNED (product; returned, in thousandths) at `lines.<index>.quantity` of the
    purchase, REFUND_TOO_LARGE (product) at `lines.<index>.unit_price` if more was refunded for the
    line than was paid for it, by more than the shipping or than the `refunded_beyond` of `before`.
    `amount_fields` are the fields of a return's draft, by the ids of lines, if one was recorded.
    """
    returned = returned_by_line(session, purchase_id)
    if not returned:
        return
    purchase = session.execute(
        select(Purchase.shipping, Purchase.purchased_on, Purchase.deleted_at).where(
            Purchase.id == purchase_id
        )
    ).one()
    if purchase.deleted_at is not None:
        raise InvalidInput(Problem.PURCHASE_IN_BIN)
    first_returned_on = session.scalars(
        select(func.min(Return.returned_on)).where(
            Return.purchase_id == purchase_id, Return.deleted_at.is_(None)
        )
    ).one()
    if first_returned_on < purchase.purchased_on:
        raise InvalidInput(Problem.RETURN_BEFORE_PURCHASE, "purchased_on")
    # Shipping is no line's, so whoever is given it back has it in the refund of some line. What
    # earlier versions let through must not keep a purchase from being changed.
    spare = max(purchase.shipping, before)
    for position, (line, share) in enumerate(_lines_and_shares(session, purchase_id)):
        back = returned.get(line.id, Returned())
        if back.quantity > line.quantity:
            raise InvalidInput(
                Problem.LESS_THAN_RETURNED,
                f"lines.{position}.quantity",
                product=line.title,
                returned=back.quantity,
            )
        spare -= max(0, back.amount - share)
        if spare < 0:
            field = amount_fields.get(line.id, f"lines.{position}.unit_price")
            raise InvalidInput(Problem.REFUND_TOO_LARGE, field, product=line.title)


def refunded_beyond(session: Session, purchase_id: UUID) -> int:
    """Return by how much refunds of lines exceed what was paid for these, as stored now."""
    returned = returned_by_line(session, purchase_id)
    if not returned:
        return 0
    return sum(
        max(0, returned.get(line.id, Returned()).amount - share)
        for line, share in _lines_and_shares(session, purchase_id)
    )


def _lines_and_shares(session: Session, purchase_id: UUID) -> list[tuple[Any, int]]:
    """Return the lines of a purchase in their order, each with what was paid for it."""
    lines = session.execute(
        select(
            PurchaseLine.id,
            PurchaseLine.title,
            PurchaseLine.quantity,
            PurchaseLine.total,
            Purchase.discount,
            Purchase.tax,
        )
        .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
        .where(PurchaseLine.purchase_id == purchase_id)
        .order_by(PurchaseLine.position)
    ).all()
    first = lines[0]
    shares = paid_shares([line.total for line in lines], first.discount, first.tax)
    return list(zip(lines, shares, strict=True))
