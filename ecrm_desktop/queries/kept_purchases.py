"""The purchases of which something was kept: those that averages count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.values.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPurchases:
    """Purchases that did not come back whole; `total` is what they cost less what was refunded."""

    count: int = 0
    total: int = 0


def kept_in(session: Session, period: Period) -> KeptPurchases:
    """Return the purchases made in a period, as they are by now: returns of later days count."""
    return kept_purchases(
        session,
        Purchase.purchased_on.between(period.first, period.last),
        Purchase.deleted_at.is_(None),
    )


def kept_purchases(session: Session, *conditions: ColumnElement[bool]) -> KeptPurchases:
    """Return the kept ones of the purchases that pass."""
    count, total = session.execute(
        select(func.count(), func.coalesce(func.sum(Purchase.total), 0)).where(*conditions)
    ).one()
    # Few purchases have returns, so only theirs are looked into.
    came = _with_returns(conditions)
    whole, less = session.execute(
        select(
            func.count().filter(came.c.is_whole),
            func.coalesce(
                func.sum(case((came.c.is_whole, came.c.total), else_=came.c.refunded)), 0
            ),
        ).select_from(came)
    ).one()
    return KeptPurchases(count=count - whole, total=total - less)


def returned_whole(
    session: Session, customer_ids: Sequence[UUID]
) -> dict[UUID | None, KeptPurchases]:
    """Return how many purchases of each customer came back whole, and what was not refunded."""
    came = _with_returns([Return.customer_id.in_(customer_ids)])
    found = session.execute(
        select(came.c.customer_id, func.count(), func.sum(came.c.total - came.c.refunded))
        .where(came.c.is_whole)
        .group_by(came.c.customer_id)
    )
    return {one: KeptPurchases(count=count, total=total) for one, count, total in found}


def _with_returns(conditions: Iterable[ColumnElement[bool]]) -> Any:
    bought = (
        select(func.sum(PurchaseLine.quantity))
        .where(PurchaseLine.purchase_id == Purchase.id)
        .correlate(Purchase)
        .scalar_subquery()
    )
    return (
        select(
            Return.customer_id,
            Purchase.total,
            func.sum(ReturnLine.amount).label("refunded"),
            (func.sum(ReturnLine.quantity) >= bought).label("is_whole"),
        )
        .select_from(Return)
        .join(Purchase, Purchase.id == Return.purchase_id)
        .join(ReturnLine, ReturnLine.return_id == Return.id)
        .where(Return.deleted_at.is_(None), and_(*conditions))
        .group_by(Purchase.id)
        .subquery()
    )
