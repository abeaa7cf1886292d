"""What people do with goods that come back."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.purchases import ReturnDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.returns import Returned, returned_by_line
from ecrm_desktop.services.amounts import check_amount, check_quantity
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.services.records import at_field, get_active, lines_of, require
from ecrm_desktop.services.return_limits import check_returns, refunded_beyond


def record_return(session: Session, draft: ReturnDraft) -> UUID:
    """Store goods of a purchase that came back; return the return's id.

    Raises InvalidInput at the field at fault, in a line `lines.<index>.<field>`: LINES_MISSING,
    RETURN_TOO_MANY (left, in thousandths), REFUND_TOO_LARGE (product), QUANTITY_ZERO,
    NUMBER_NEGATIVE, NUMBER_TOO_LARGE, RECORD_MISSING, DATE_IN_FUTURE, RETURN_BEFORE_PURCHASE.
    """
    with at_field("purchase_id"):
        purchase = get_active(session, Purchase, draft.purchase_id)
    if not draft.lines:
        raise InvalidInput(Problem.LINES_MISSING, "lines")
    if draft.returned_at > utc_now():
        raise InvalidInput(Problem.DATE_IN_FUTURE, "returned_on")
    if draft.returned_on < purchase.purchased_on:
        raise InvalidInput(Problem.RETURN_BEFORE_PURCHASE, "returned_on")
    require(session, User, draft.user_id, "user_id")
    _check_not_too_many(session, draft)
    record = Return(
        purchase_id=purchase.id,
        customer_id=purchase.customer_id,
        returned_on=draft.returned_on,
        returned_at=draft.returned_at,
        user_id=draft.user_id,
        reason=lines_of(draft.reason, "reason"),
        total=sum(line.amount for line in draft.lines),
        lines=[
            ReturnLine(
                purchase_line_id=line.purchase_line_id, quantity=line.quantity, amount=line.amount
            )
            for line in draft.lines
        ],
    )
    before = refunded_beyond(session, purchase.id)
    session.add(record)
    session.flush()
    fields = {line.purchase_line_id: f"lines.{at}.amount" for at, line in enumerate(draft.lines)}
    check_returns(session, purchase.id, before=before, amount_fields=fields)
    return record.id


def delete_return(session: Session, return_id: UUID) -> UUID:
    """Put a return into the bin; return the deletion's id."""
    return put_in_bin(session, [get_active(session, Return, return_id)])


def _check_not_too_many(session: Session, draft: ReturnDraft) -> None:
    bought = select(PurchaseLine.id, PurchaseLine.quantity).where(
        PurchaseLine.purchase_id == draft.purchase_id
    )
    returned = returned_by_line(session, draft.purchase_id)
    left = {
        line_id: quantity - returned.get(line_id, Returned()).quantity
        for line_id, quantity in session.execute(bought)
    }
    for position, line in enumerate(draft.lines):
        field = f"lines.{position}"
        if line.purchase_line_id not in left:
            raise InvalidInput(Problem.RECORD_MISSING, f"{field}.purchase_line_id")
        check_quantity(line.quantity, f"{field}.quantity")
        check_amount(line.amount, f"{field}.amount")
        if line.quantity > left[line.purchase_line_id]:
            raise InvalidInput(
                Problem.RETURN_TOO_MANY, f"{field}.quantity", left=left[line.purchase_line_id]
            )
        left[line.purchase_line_id] -= line.quantity
