"""What people do with tasks."""

from collections.abc import Iterable
from datetime import date, time
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.services.records import get_active, get_all_active, line_of, lines_of, require
from ecrm_desktop.values.repeat import next_due
from ecrm_desktop.values.statuses import RecordKind, TaskRepeat


def create_task(session: Session, draft: TaskDraft) -> UUID:
    """Store a new task; TEXT_EMPTY at `title` if it says nothing."""
    task = Task()
    _fill(session, task, draft)
    session.add(task)
    return task.id


def update_task(session: Session, task_id: UUID, draft: TaskDraft) -> None:
    """Change all fields of a task except whether it is done."""
    _fill(session, get_active(session, Task, task_id), draft)


def complete_task(
    session: Session,
    task_id: UUID,
    *,
    today: date,
    user_id: UUID | None = None,
    calendar: Literal["jalali", "gregorian"] = "jalali",
) -> UUID | None:
    """Mark a task as done; return the id of the next one if it repeats.

    The next one is due at the first date of its rhythm after `today`: what was missed while it
    lay overdue is not piled up. A task that is done already stays as it is and gives None.
    """
    task = get_active(session, Task, task_id)
    if task.done_at is not None:
        return None
    task.done_at = utc_now()
    task.done_by_id = user_id
    if task.repeat == TaskRepeat.NONE:
        return None
    due = next_due(task.due_on, task.repeat, calendar)
    while due <= today:
        due = next_due(due, task.repeat, calendar)
    following = Task(
        title=task.title,
        note=task.note,
        assignee_id=task.assignee_id,
        customer_id=task.customer_id,
        record_kind=task.record_kind,
        record_id=task.record_id,
        due_on=due,
        due_time=task.due_time,
        repeat=task.repeat,
    )
    session.add(following)
    return following.id


def reopen_task(session: Session, task_id: UUID) -> None:
    """Take back that a task is done, and with it the next one that it left behind.

    The next one goes only while it is open: done itself, it has become work of its own.
    """
    task = get_active(session, Task, task_id)
    if task.done_at is None:
        return
    if task.repeat != TaskRepeat.NONE:
        following = session.scalars(
            select(Task)
            .where(
                Task.title == task.title,
                Task.repeat == task.repeat,
                Task.customer_id.is_not_distinct_from(task.customer_id),
                Task.record_id.is_not_distinct_from(task.record_id),
                Task.created_at >= task.done_at,
            )
            .order_by(Task.created_at)
            .limit(1)
        ).one_or_none()
        if following is not None and following.done_at is None:
            session.delete(following)
    task.done_at = None
    task.done_by_id = None


def postpone_task(
    session: Session, task_id: UUID, due_on: date, due_time: time | None = None
) -> None:
    """Move an open task to another day; its time of day stays unless `due_time` is given."""
    task = get_active(session, Task, task_id)
    task.due_on = due_on
    if due_time is not None:
        task.due_time = due_time


def delete_tasks(session: Session, task_ids: Iterable[UUID]) -> UUID:
    """Put tasks into the bin; return the deletion's id for `restore_deletion`."""
    return put_in_bin(session, get_all_active(session, Task, task_ids))


def open_tasks_about(session: Session, kind: RecordKind, record_ids: Iterable[UUID]) -> list[Task]:
    """Return the open tasks about some records of one kind, soonest first."""
    found = session.scalars(
        select(Task)
        .where(
            Task.record_kind == kind,
            Task.record_id.in_(list(record_ids)),
            Task.done_at.is_(None),
            Task.deleted_at.is_(None),
        )
        .order_by(Task.due_on)
    )
    return list(found)


def _fill(session: Session, task: Task, draft: TaskDraft) -> None:
    task.title = line_of(draft.title, "title", required=True)
    task.note = lines_of(draft.note, "note")
    require(session, User, draft.assignee_id, "assignee_id")
    require(session, Customer, draft.customer_id, "customer_id")
    task.assignee_id = draft.assignee_id
    task.customer_id = draft.customer_id
    task.record_kind = draft.record_kind
    task.record_id = draft.record_id
    task.due_on = draft.due_on
    task.due_time = draft.due_time
    task.repeat = draft.repeat
