"""One complaint with everything that was done about it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.complaints import Complaint, ComplaintChange
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.complaints import ComplaintRow, row_columns
from ecrm_desktop.queries.names import CUSTOMER_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintEvent:
    """One entry of the history; see `models.complaints.ComplaintChange`.

    `before` and `after` are stored values as text, except that people, purchases and products are
    named instead of numbered by their ids.
    """

    changed_at: datetime
    user_name: str
    field: str
    before: str
    after: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintDetail(ComplaintRow):
    """A complaint with all its fields and its history, latest entry first."""

    description: str
    resolution: str
    purchase_id: UUID | None
    purchase_number: str
    product_id: UUID | None
    product_name: str
    history: list[ComplaintEvent]


def complaint_detail(session: Session, complaint_id: UUID) -> ComplaintDetail:
    """Return one complaint; RECORD_MISSING if there is none or it lies in the bin."""
    statement = (
        row_columns()
        .add_columns(
            Complaint.description,
            Complaint.resolution,
            Complaint.purchase_id,
            func.coalesce(Purchase.number, "").label("purchase_number"),
            Complaint.product_id,
            func.coalesce(Product.name, "").label("product_name"),
        )
        .outerjoin(Purchase, Purchase.id == Complaint.purchase_id)
        .outerjoin(Product, Product.id == Complaint.product_id)
        .where(Complaint.id == complaint_id)
    )
    found = session.execute(statement).mappings().one_or_none()
    if found is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    return ComplaintDetail(**found, history=_history(session, complaint_id))


def _history(session: Session, complaint_id: UUID) -> list[ComplaintEvent]:
    statement = (
        select(
            ComplaintChange.changed_at,
            func.coalesce(User.name, "").label("user_name"),
            ComplaintChange.field,
            ComplaintChange.before,
            ComplaintChange.after,
            ComplaintChange.note,
        )
        .outerjoin(User, User.id == ComplaintChange.user_id)
        .where(ComplaintChange.complaint_id == complaint_id)
        .order_by(ComplaintChange.changed_at.desc(), ComplaintChange.id.desc())
    )
    rows = [dict(row) for row in session.execute(statement).mappings()]
    for row in rows:
        for side in ("before", "after"):
            row[side] = _named(session, row["field"], row[side])
    return [ComplaintEvent(**row) for row in rows]


def _named(session: Session, field: str, value: str) -> str:
    name = {
        "customer_id": (CUSTOMER_NAME, Customer.id),
        "assignee_id": (User.name, User.id),
        "purchase_id": (Purchase.number, Purchase.id),
        "product_id": (Product.name, Product.id),
    }.get(field)
    if name is None or not value:
        return value
    column, key = name
    return session.scalar(select(column).where(key == UUID(value))) or ""
