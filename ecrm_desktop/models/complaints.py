"""Complaints, and the history of what was done about each."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import SoftDeleted, Synced, enum_column, reference
from ecrm_desktop.values.statuses import ComplaintStatus, Severity


class Complaint(SoftDeleted):
    """Something a customer is unhappy about, promised to be mended by `due_on`.

    `number` reads `1405-217`: Jalali year and a count within it. `compensation` is an amount in
    minor units; `satisfaction` 1 to 5.
    """

    __tablename__ = "complaints"
    __table_args__ = (
        Index("ix_complaints_customer_id_received_at", "customer_id", "received_at"),
        Index("ix_complaints_status_due_on", "status", "due_on"),
    )

    number: Mapped[str] = mapped_column(index=True)
    customer_id: Mapped[UUID | None] = reference("customers", index=False)
    subject: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    category: Mapped[str] = mapped_column(default="")
    severity: Mapped[Severity] = enum_column(Severity, Severity.NORMAL)
    purchase_id: Mapped[UUID | None] = reference("purchases", index=False)
    product_id: Mapped[UUID | None] = reference("products", index=False)
    assignee_id: Mapped[UUID | None] = reference("users", index=False)
    received_at: Mapped[datetime]
    due_on: Mapped[date]
    status: Mapped[ComplaintStatus] = enum_column(ComplaintStatus, ComplaintStatus.NEW)
    resolved_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    resolution: Mapped[str] = mapped_column(default="")
    compensation: Mapped[int] = mapped_column(default=0)
    satisfaction: Mapped[int | None]


class ComplaintChange(Synced):
    """One entry of a complaint's history: a field changed, or a note was added. Only ever added.

    `field` is a column of `Complaint` or `note`; `before` and `after` are the stored values as
    text.
    """

    __tablename__ = "complaint_changes"

    complaint_id: Mapped[UUID] = reference("complaints")
    changed_at: Mapped[datetime]
    user_id: Mapped[UUID | None] = reference("users", index=False)
    field: Mapped[str]
    before: Mapped[str] = mapped_column(default="")
    after: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
