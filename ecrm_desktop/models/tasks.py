"""What somebody of the shop has to do."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import SoftDeleted, enum_column, reference
from ecrm_desktop.values.statuses import RecordKind, TaskRepeat


class Task(SoftDeleted):
    """One thing to do; about a customer, and perhaps one record of theirs.

    A done task that repeats leaves a new one behind, whose `previous_id` it is. Its rhythm is
    counted from `anchor_on`; `occurs_on` is the day of the rhythm that this task stands for, and
    `due_on` another one once somebody has put it off. Both are empty where nothing repeats.
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
    anchor_on: Mapped[date | None]
    occurs_on: Mapped[date | None]
    previous_id: Mapped[UUID | None] = reference("tasks")
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[UUID | None] = reference("users", index=False)
