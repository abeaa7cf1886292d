"""What somebody of the shop has to do."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import SoftDeleted, enum_column, reference
from ecrm_desktop.values.statuses import RecordKind, TaskRepeat


class Task(SoftDeleted):
    """One thing to do; about a customer, and perhaps one record of theirs.

    A done task that repeats leaves a new one behind, due at the next date.
    """

    __tablename__ = "tasks"
    __table_args__ = (Index("ix_tasks_done_at_due_on", "done_at", "due_on"),)

    title: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    assignee_id: Mapped[UUID | None] = reference("users", index=False)
    customer_id: Mapped[UUID | None] = reference("customers")
    record_kind: Mapped[RecordKind | None] = enum_column(RecordKind)
    record_id: Mapped[UUID | None] = mapped_column(index=True)
    due_on: Mapped[date]
    due_time: Mapped[time | None]
    repeat: Mapped[TaskRepeat] = enum_column(TaskRepeat, TaskRepeat.NONE)
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[UUID | None] = reference("users", index=False)
