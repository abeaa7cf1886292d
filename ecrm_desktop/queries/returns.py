"""What came back of purchases, and how much of each line still may."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.purchases import PurchaseLine, Return, ReturnLine
from ecrm_desktop.models.users import User


@dataclass(frozen=True, slots=True)
class Returned:
    """How much of a line came back, in thousandths, and what was refunded for it."""

    quantity: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnLineRow:
    """One line of a return."""

    purchase_line_id: UUID
    title: str
    quantity: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """One return; `total` is what the customer was given back."""

    id: UUID
    returned_on: date
    returned_at: datetime
    user_name: str
    reason: str
    total: int
    lines: tuple[ReturnLineRow, ...]


def returned_by_line(session: Session, purchase_id: UUID) -> dict[UUID, Returned]:
    """Return what came back of each line of a purchase; lines without returns are left out."""
    statement = (
        select(
            ReturnLine.purchase_line_id, func.sum(ReturnLine.quantity), func.sum(ReturnLine.amount)
        )
        .join(Return, Return.id == ReturnLine.return_id)
        .where(Return.purchase_id == purchase_id, Return.deleted_at.is_(None))
        .group_by(ReturnLine.purchase_line_id)
    )
    return {
        line_id: Returned(quantity, amount)
        for line_id, quantity, amount in session.execute(statement)
    }


def returns_of(session: Session, purchase_id: UUID) -> tuple[ReturnRow, ...]:
    """Return what came back of a purchase, latest first."""
    lines: dict[UUID, list[ReturnLineRow]] = {}
    statement = (
        select(
            ReturnLine.return_id,
            ReturnLine.purchase_line_id,
            PurchaseLine.title,
            ReturnLine.quantity,
            ReturnLine.amount,
        )
        .join(PurchaseLine, PurchaseLine.id == ReturnLine.purchase_line_id)
        .where(PurchaseLine.purchase_id == purchase_id)
        .order_by(PurchaseLine.position)
    )
    for return_id, line_id, title, quantity, amount in session.execute(statement):
        lines.setdefault(return_id, []).append(
            ReturnLineRow(purchase_line_id=line_id, title=title, quantity=quantity, amount=amount)
        )
    found = session.execute(
        select(
            Return.id,
            Return.returned_on,
            Return.returned_at,
            func.coalesce(User.name, "").label("user_name"),
            Return.reason,
            Return.total,
        )
        .outerjoin(User, User.id == Return.user_id)
        .where(Return.purchase_id == purchase_id, Return.deleted_at.is_(None))
        .order_by(Return.returned_at.desc(), Return.id.desc())
    ).mappings()
    return tuple(ReturnRow(**row, lines=tuple(lines.get(row["id"], ()))) for row in found)
