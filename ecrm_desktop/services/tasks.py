"""What people do with tasks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.drafts.unchanged import UNCHANGED, Unchanged
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.record_drafts import task_draft
from ecrm_desktop.services.bin import put_ids_in_bin, put_in_bin
from ecrm_desktop.services.edits import Conflict, check_shown, rebase, told
from ecrm_desktop.services.records import get_active, line_of, lines_of, require
from ecrm_desktop.services.task_records import is_there
from ecrm_desktop.values.ids import derived_id
from ecrm_desktop.values.repeat import next_occurrence
from ecrm_desktop.values.statuses import RecordKind, TaskRepeat


def create_task(session: Session, draft: TaskDraft) -> UUID:
    """Store a new task; TEXT_EMPTY at `title` if it says nothing."""
    task = Task()
    _fill(session, task, draft)
    session.add(task)
    return task.id


def create_tasks(session: Session, draft: TaskDraft, customer_ids: Iterable[UUID]) -> list[UUID]:
    """Store the same new task for each of some customers; return the tasks. Raises as above."""
    return [create_task(session, replace(draft, customer_id=one)) for one in customer_ids]


def update_task(
    session: Session, task_id: UUID, draft: TaskDraft, *, base: TaskDraft | None = None
) -> tuple[Conflict, ...]:
    """Change what differs from `base`, without it all, as `rebase` says; return the conflicts.

    Another day or another rhythm makes the rhythm begin anew, on the day the task is due then.
    """
    task = get_active(session, Task, task_id)
    edit = rebase(draft, base, task_draft(session, task_id))
    _fill(session, task, edit.draft)
    return told(session, "tasks", task_id, edit.conflicts)


def complete_task(
    session: Session,
    task_id: UUID,
    *,
    today: date,
    user_id: UUID | None = None,
    calendar: Literal["jalali", "gregorian"] = "jalali",
) -> UUID | None:
    """Mark a task as done; return the id of the next one if it repeats.

    The next one is due at the first day of its rhythm after `today`: what was missed while it lay
    overdue is not piled up. It is nobody's if who it was for has left. A task that is done already
    stays as it is, and one whose next one is there already makes no second one; both give None.
    """
    task = get_active(session, Task, task_id)
    if task.done_at is not None:
        return None
    task.done_at = utc_now()
    task.done_by_id = user_id
    if task.repeat == TaskRepeat.NONE:
        return None
    chain = [task, *_followers(session, task)]
    if _is_open(chain[-1]):
        return None
    anchor = task.anchor_on or task.due_on
    # What lies in the bin has not taken its day.
    latest = max(today, *(one.occurs_on or one.due_on for one in chain if not one.deleted_at))
    due = next_occurrence(anchor, task.repeat, calendar, latest)
    # Whoever else completes it on another PC makes the same one.
    following = Task(
        id=derived_id(chain[-1].id, "next"),
        **_handed_on(session, task),
        due_on=due,
        anchor_on=anchor,
        occurs_on=due,
        previous_id=chain[-1].id,
    )
    session.add(following)
    return following.id


def reopen_task(session: Session, task_id: UUID) -> UUID | None:
    """Take back that a task is done, and with it the next one that it left behind.

    Of the tasks that follow, those that are done stay, as work of their own; an open one goes, for
    good if nobody has touched it since it was made. Else it goes to the bin: return the deletion.
    """
    task = get_active(session, Task, task_id)
    if task.done_at is None:
        return None
    deletion = None
    for following in _followers(session, task):
        if not _is_open(following):
            continue
        if _is_untouched(session, following, task):
            session.delete(following)
        else:
            deletion = put_in_bin(session, [following])
    task.done_at = None
    task.done_by_id = None
    if not is_there(session, task.record_kind, task.record_id):
        task.record_kind = task.record_id = None
    return deletion


def postpone_task(
    session: Session,
    task_id: UUID,
    due_on: date,
    due_time: time | None = None,
    *,
    shown: date | Unchanged = UNCHANGED,
) -> None:
    """Move an open task to another day; its time of day stays unless `due_time` is given.

    Of a repeated task that is this one time: its rhythm stays. CHANGED_MEANWHILE at `due_on` if it
    is no more due on the day that was `shown`, at `done_at` if it was shown as open and is done.
    """
    task = get_active(session, Task, task_id)
    check_shown(session, task, "due_on", due_on, shown=shown)
    if shown is not UNCHANGED:
        check_shown(session, task, "done_at", None, shown=None)
    task.due_on = due_on
    if due_time is not None:
        task.due_time = due_time


def delete_tasks(session: Session, task_ids: Sequence[UUID]) -> UUID:
    """Put tasks into the bin; return the deletion's id for `restore_deletion`."""
    return put_ids_in_bin(session, Task, task_ids)


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
    # What it was about may have gone while its form was open.
    there = is_there(session, draft.record_kind, draft.record_id)
    task.record_kind = draft.record_kind if there else None
    task.record_id = draft.record_id if there else None
    if (task.due_on, task.repeat) != (draft.due_on, draft.repeat):
        task.anchor_on = None if draft.repeat == TaskRepeat.NONE else draft.due_on
        task.occurs_on = task.anchor_on
    task.due_on = draft.due_on
    task.due_time = draft.due_time
    task.repeat = draft.repeat


def _followers(session: Session, task: Task) -> list[Task]:
    """Return the tasks that came out of a repeated one, in their order, those in the bin too."""
    found, ids = [], {task.id}
    ahead = [task.id]
    while ahead:
        statement = (
            select(Task).where(Task.previous_id.in_(ahead)).order_by(Task.occurs_on, Task.id)
        )
        new = [one for one in session.scalars(statement) if one.id not in ids]
        ahead = [one.id for one in new]
        ids.update(ahead)
        found += new
    return found


def _is_open(task: Task) -> bool:
    return task.done_at is None and task.deleted_at is None


def _handed_on(session: Session, task: Task) -> dict[str, Any]:
    """Return what a task has in common with the next one of its rhythm."""
    assignee = session.get(User, task.assignee_id) if task.assignee_id is not None else None
    works_here = assignee is not None and assignee.active and assignee.deleted_at is None
    return {
        "title": task.title,
        "note": task.note,
        "assignee_id": task.assignee_id if works_here else None,
        "customer_id": task.customer_id,
        "record_kind": task.record_kind,
        "record_id": task.record_id,
        "due_time": task.due_time,
        "repeat": task.repeat,
    }


def _is_untouched(session: Session, following: Task, task: Task) -> bool:
    """Tell whether a task is still as completing another one made it."""
    made = _handed_on(session, task)
    return following.due_on == following.occurs_on and all(
        getattr(following, name) == value for name, value in made.items()
    )
