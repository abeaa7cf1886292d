"""What all returns of a purchase together may not exceed, however they came about."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return
from ecrm_desktop.queries.returns import Returned, returned_by_line


def check_returns(session: Session, purchase_id: UUID) -> None:
    """Check the returns of a purchase as they are stored now; asked after each change of either.

    Raises InvalidInput PURCHASE_IN_BIN, RETURN_BEFORE_PURCHASE at `purchased_on`,
    LESS_THAN_RETURNED (returned, in thousandths) at `lines.<index>.quantity` of the purchase,
    REFUND_TOO_LARGE if more was refunded than was paid.
    """
    returned = returned_by_line(session, purchase_id)
    if not returned:
        return
    purchase = session.execute(
        select(Purchase.total, Purchase.purchased_on, Purchase.deleted_at).where(
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
    lines = session.execute(
        select(PurchaseLine.id, PurchaseLine.quantity)
        .where(PurchaseLine.purchase_id == purchase_id)
        .order_by(PurchaseLine.position)
    )
    for position, (line_id, quantity) in enumerate(lines):
        back = returned.get(line_id, Returned()).quantity
        if back > quantity:
            raise InvalidInput(
                Problem.LESS_THAN_RETURNED, f"lines.{position}.quantity", returned=back
            )
    if sum(one.amount for one in returned.values()) > purchase.total:
        raise InvalidInput(Problem.REFUND_TOO_LARGE)
