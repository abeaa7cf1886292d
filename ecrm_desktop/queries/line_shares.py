"""What customers paid for lines, where it is not what the lines say."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, case, func, or_, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.purchases import Purchase, PurchaseLine

LINE_WORDS: ColumnElement[str] = case(
    (PurchaseLine.product_id.is_(None), PurchaseLine.title), else_=""
)
"""A line without a product of the list goes by its own words."""


def share_differences(
    session: Session, *conditions: ColumnElement[bool], product_id: UUID | None = None
) -> Sequence[Row[UUID | None, str, int]]:
    """Return sums of (share − total) of the lines of the purchases that pass, or of one product's.

    They are told apart by product, or by the words of lines without one; the share is that of
    `values.totals.paid_shares`. It is the total where a purchase has no discount or tax of its own,
    so such purchases are not read: most sums are made by an index, and corrected by these.
    """
    paid = Purchase.total - Purchase.shipping
    lines_total = paid - Purchase.tax + Purchase.discount
    # Lines that cost nothing share equally.
    weight: ColumnElement[Any] = case((lines_total == 0, 1), else_=PurchaseLine.total)
    count = (
        select(func.count())
        .where(PurchaseLine.purchase_id == Purchase.id)
        .correlate(Purchase)
        .scalar_subquery()
    )
    shared = (
        select(
            PurchaseLine.product_id,
            LINE_WORDS.label("words"),
            PurchaseLine.total,
            paid.label("paid"),
            case((lines_total == 0, count), else_=lines_total).label("whole"),
            weight.label("weight"),
            func.sum(weight)
            .over(
                # In the order of an index, so that only the lines of one purchase are sorted.
                partition_by=(Purchase.purchased_on, Purchase.purchased_at, Purchase.id),
                order_by=(PurchaseLine.position, PurchaseLine.id),
                rows=(None, 0),
            )
            .label("through"),
        )
        .join(PurchaseLine, PurchaseLine.purchase_id == Purchase.id)
        .where(or_(Purchase.discount != 0, Purchase.tax != 0), *conditions)
        .subquery()
    )
    share = func.ecrm_line_share(shared.c.paid, shared.c.through, shared.c.weight, shared.c.whole)
    statement = select(
        shared.c.product_id, shared.c.words, func.sum(share - shared.c.total)
    ).group_by(shared.c.product_id, shared.c.words)
    if product_id is not None:
        statement = statement.where(shared.c.product_id == product_id)
    return session.execute(statement).all()
