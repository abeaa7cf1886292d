"""What people do with purchases."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.record_drafts import purchase_draft
from ecrm_desktop.services.amounts import check_amount, check_quantity
from ecrm_desktop.services.bin import put_ids_in_bin
from ecrm_desktop.services.counters import is_shared, next_number, reach_number
from ecrm_desktop.services.edits import Conflict, rebase, told
from ecrm_desktop.services.records import (
    at_field,
    get_active,
    line_of,
    lines_of,
    require,
)
from ecrm_desktop.services.return_limits import check_returns, refunded_beyond
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import clean
from ecrm_desktop.values.totals import line_total, purchase_total

_COUNTER: Final = "purchase"
_NUMBER_LIMIT: Final = 40


def record_purchase(session: Session, draft: PurchaseDraft) -> UUID:
    """Store a new purchase; return its id.

    Raises InvalidInput at the field at fault, which in a line is `lines.<index>.<field>`:
    LINES_MISSING, NAME_MISSING, QUANTITY_ZERO, NUMBER_NEGATIVE, NUMBER_TOO_LARGE,
    DISCOUNT_TOO_LARGE, RECORD_MISSING, DATE_IN_FUTURE at `purchased_on` and those of `clean`.
    Numbers need not be unique: every PC counts alone, and paper books begin anew each year.
    """
    if draft.customer_id is not None:
        with at_field("customer_id"):
            get_active(session, Customer, draft.customer_id)
    purchase = Purchase()
    _fill(session, purchase, draft)
    session.add(purchase)
    return purchase.id


def update_purchase(
    session: Session, purchase_id: UUID, draft: PurchaseDraft, *, base: PurchaseDraft | None = None
) -> tuple[Conflict, ...]:
    """Change what differs from `base`, without it all, as `rebase` says; return the conflicts.

    Lines that carry a `line_id` stay the same ones; the instant goes with the day. Raises as
    `record_purchase`, and when returns would no longer fit: LINE_HAS_RETURNS for a line left out,
    and those of `check_returns`.
    """
    purchase = get_active(session, Purchase, purchase_id)
    current = purchase_draft(session, purchase_id)
    edit = rebase(draft, base, current)
    draft, conflicts = edit.draft, edit.conflicts
    if draft.purchased_on == current.purchased_on:
        draft = replace(draft, purchased_at=current.purchased_at)
        conflicts = tuple(one for one in conflicts if one.field != "purchased_at")
    if draft.customer_id is not None and draft.customer_id != purchase.customer_id:
        with at_field("customer_id"):
            get_active(session, Customer, draft.customer_id)
    _check_returned_lines_kept(session, purchase, draft)
    before = refunded_beyond(session, purchase_id)
    _fill(session, purchase, draft)
    session.execute(
        update(Return)
        .where(
            Return.purchase_id == purchase_id,
            Return.customer_id.is_distinct_from(purchase.customer_id),
        )
        .values(customer_id=purchase.customer_id)
    )
    session.flush()
    check_returns(session, purchase_id, before=before)
    return told(session, "purchases", purchase_id, conflicts)


def delete_purchases(session: Session, purchase_ids: Sequence[UUID]) -> UUID:
    """Put purchases and their returns into the bin; return the deletion's id."""
    return put_ids_in_bin(session, Purchase, purchase_ids)


def _fill(session: Session, purchase: Purchase, draft: PurchaseDraft) -> None:
    if not draft.lines:
        raise InvalidInput(Problem.LINES_MISSING, "lines")
    if draft.purchased_at > utc_now() and draft.purchased_at != purchase.purchased_at:
        raise InvalidInput(Problem.DATE_IN_FUTURE, "purchased_on")
    require(session, User, draft.seller_id, "seller_id")
    with at_field("number"):
        number = to_latin_digits(clean(draft.number, limit=_NUMBER_LIMIT))
    note = lines_of(draft.note, "note")
    lines = _lines(session, purchase, draft.lines)
    for field in ("discount", "shipping", "tax"):
        check_amount(getattr(draft, field), field)
    with at_field("discount"):
        total = purchase_total(
            (line.total for line in lines), draft.discount, draft.shipping, draft.tax
        )
    purchase.number = number or purchase.number or free_number(session)
    purchase.customer_id = draft.customer_id
    purchase.purchased_on = draft.purchased_on
    purchase.purchased_at = draft.purchased_at
    purchase.channel = draft.channel
    purchase.seller_id = draft.seller_id
    purchase.discount = draft.discount
    purchase.shipping = draft.shipping
    purchase.tax = draft.tax
    purchase.total = total
    purchase.payment_method = draft.payment_method
    purchase.note = note
    purchase.lines = lines


def _lines(session: Session, purchase: Purchase, drafts: Sequence[LineDraft]) -> list[PurchaseLine]:
    stored = {line.id: line for line in purchase.lines}
    wanted = {draft.product_id for draft in drafts if draft.product_id}
    found = session.execute(select(Product.id, Product.name).where(Product.id.in_(wanted)))
    names = {row.id: row.name for row in found}
    lines = []
    for position, draft in enumerate(drafts):
        # A line that is gone since the form was opened is written anew.
        line = stored.pop(draft.line_id, None) if draft.line_id else None
        line = line or PurchaseLine()
        _fill_line(line, draft, names, f"lines.{position}")
        line.position = position
        lines.append(line)
    return lines


def _fill_line(line: PurchaseLine, draft: LineDraft, names: Mapping[UUID, str], field: str) -> None:
    if draft.product_id is not None and draft.product_id not in names:
        raise InvalidInput(Problem.RECORD_MISSING, f"{field}.product_id")
    line.product_id = draft.product_id
    name = names[draft.product_id] if draft.product_id else ""
    line.title = line_of(draft.title, f"{field}.title") or name
    if not line.title:
        raise InvalidInput(Problem.NAME_MISSING, f"{field}.title")
    check_quantity(draft.quantity, f"{field}.quantity")
    check_amount(draft.unit_price, f"{field}.unit_price")
    check_amount(draft.discount, f"{field}.discount")
    with at_field(f"{field}.discount"):
        line.total = line_total(draft.quantity, draft.unit_price, draft.discount)
    line.quantity = draft.quantity
    line.unit_price = draft.unit_price
    line.discount = draft.discount


def _check_returned_lines_kept(session: Session, purchase: Purchase, draft: PurchaseDraft) -> None:
    """Refuse to leave out a line that a return points at, even one in the bin: it may come back."""
    kept = {line.line_id for line in draft.lines}
    lost = [line.id for line in purchase.lines if line.id not in kept]
    pointed_at = session.scalar(
        select(ReturnLine.id).where(ReturnLine.purchase_line_id.in_(lost)).limit(1)
    )
    if pointed_at is not None:
        raise InvalidInput(Problem.LINE_HAS_RETURNS, "lines")


def free_number(session: Session) -> str:
    """Return the next number that no purchase has."""
    number = next_number(session, _COUNTER)
    if is_shared(session):
        while _is_taken(session, number):
            number = next_number(session, _COUNTER)
    elif _is_taken(session, number):
        # People or an import gave numbers out, perhaps a million: stride over them, then halve
        # the way back to the last one that was met.
        taken, stride = number, 1
        while _is_taken(session, taken + stride):
            taken, stride = taken + stride, stride * 2
        number = taken + stride
        while number - taken > 1:
            middle = (number + taken) // 2
            if _is_taken(session, middle):
                taken = middle
            else:
                number = middle
        reach_number(session, _COUNTER, number)
    return str(number)


def free_numbers(session: Session, count: int) -> list[str]:
    """Return that many next numbers that no purchase has."""
    if is_shared(session):
        return [free_number(session) for _ in range(count)]
    numbers: list[str] = []
    while len(numbers) < count:
        first = int(free_number(session))
        wanted = [str(first + step) for step in range(count - len(numbers))]
        taken = session.scalars(select(Purchase.number).where(Purchase.number.in_(wanted)))
        there = set(taken)
        numbers += [number for number in wanted if number not in there]
        reach_number(session, _COUNTER, int(wanted[-1]))
    return numbers


def _is_taken(session: Session, number: int) -> bool:
    statement = select(Purchase.id).where(Purchase.number == str(number)).limit(1)
    return session.scalar(statement) is not None
