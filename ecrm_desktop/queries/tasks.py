"""Tasks: grouped by when they are due, and how many wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.lists import Sort, collect_ids, in_order
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.queries.text_search import holds_words
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.statuses import RecordKind, TaskRepeat


class TaskGroup(StrEnum):
    """When a task is due, seen from today; done tasks are a group of their own."""

    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """Which tasks are listed; an empty part lets all pass.

    `today` is the shop's day, by which `group` is told. `text` is any part of title, note or
    customer, word by word. `unassigned` are those that are nobody's.
    """

    today: date
    group: TaskGroup | None = None
    assignee_id: UUID | None = None
    unassigned: bool = False
    customer_id: UUID | None = None
    record_kind: RecordKind | None = None
    record_id: UUID | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One task; `phone` is the customer's main one, E.164."""

    id: UUID
    title: str
    note: str
    assignee_id: UUID | None
    assignee_name: str
    customer_id: UUID | None
    customer_name: str
    phone: str
    record_kind: RecordKind | None
    record_id: UUID | None
    due_on: date
    due_time: time | None
    repeat: TaskRepeat
    done_at: datetime | None
    done_by_name: str

    def group(self, today: date) -> TaskGroup:
        """Return where the task stands on the shop's day `today`."""
        if self.done_at is not None:
            return TaskGroup.DONE
        if self.due_on < today:
            return TaskGroup.OVERDUE
        return TaskGroup.TODAY if self.due_on == today else TaskGroup.LATER


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCounts:
    """How many tasks each group has; `done` only when it was asked for."""

    overdue: int
    today: int
    later: int
    done: int


def list_tasks(session: Session, filter_: TaskFilter, sort: Sort | None = None) -> IdList:
    """Return the ids of the tasks that pass, sorted by a field of `TaskRow`.

    Without `sort`: open ones by their due time (those without a time first in their day), then
    done ones, latest first.
    """
    statement = _passing(select(Task.id), filter_)
    if sort is None:
        statement = statement.order_by(
            Task.done_at.is_not(None),
            Task.done_at.desc(),
            Task.due_on,
            Task.due_time,
        )
    else:
        statement, key = _sorted_by(statement, sort.key)
        statement = statement.order_by(key.desc() if sort.descending else key.asc(), Task.due_on)
    return collect_ids(session, statement.order_by(Task.id), Task.id.expression)


def task_rows(session: Session, ids: Sequence[UUID]) -> list[TaskRow]:
    """Return the rows of some tasks, in the order of `ids`."""
    wanted = list(ids)
    doer = aliased(User)
    statement = (
        select(
            Task.id,
            Task.title,
            Task.note,
            Task.assignee_id,
            func.coalesce(User.name, "").label("assignee_name"),
            Task.customer_id,
            CUSTOMER_NAME.label("customer_name"),
            func.coalesce(CustomerIndex.phone, "").label("phone"),
            Task.record_kind,
            Task.record_id,
            Task.due_on,
            Task.due_time,
            Task.repeat,
            Task.done_at,
            func.coalesce(doer.name, "").label("done_by_name"),
        )
        .outerjoin(Customer, Customer.id == Task.customer_id)
        .outerjoin(CustomerIndex, CustomerIndex.customer_id == Task.customer_id)
        .outerjoin(User, User.id == Task.assignee_id)
        .outerjoin(doer, doer.id == Task.done_by_id)
        .where(Task.id.in_(wanted), Task.deleted_at.is_(None))
    )
    return in_order(wanted, [TaskRow(**row) for row in session.execute(statement).mappings()])


def get_task(session: Session, task_id: UUID) -> TaskRow:
    """Return one task; RECORD_MISSING if there is none or it lies in the bin."""
    rows = task_rows(session, [task_id])
    if not rows:
        raise InvalidInput(Problem.RECORD_MISSING)
    return rows[0]


def task_counts(session: Session, filter_: TaskFilter) -> TaskCounts:
    """Count the tasks that pass in each group, whatever `filter_.group` says."""
    is_open = Task.done_at.is_(None)
    columns = (
        func.count().filter(is_open, Task.due_on < filter_.today),
        func.count().filter(is_open, Task.due_on == filter_.today),
        func.count().filter(is_open, Task.due_on > filter_.today),
        func.count().filter(Task.done_at.is_not(None)),
    )
    statement = select(*columns).select_from(Task)
    overdue, today, later, done = session.execute(_passing(statement, filter_, grouped=False)).one()
    return TaskCounts(overdue=overdue, today=today, later=later, done=done)


def waiting_tasks(session: Session, today: date, assignee_id: UUID | None = None) -> int:
    """Count what is due today or overdue, of one assignee or of all: the sidebar's number."""
    statement = (
        select(func.count())
        .select_from(Task)
        .where(Task.done_at.is_(None), Task.due_on <= today, Task.deleted_at.is_(None))
    )
    if assignee_id is not None:
        statement = statement.where(Task.assignee_id == assignee_id)
    return session.scalar(statement) or 0


def _sorted_by(statement: Select[UUID], key: str) -> tuple[Select[UUID], ColumnElement[Any]]:
    if key == "customer_name":
        return statement, func.coalesce(CustomerIndex.sort_name, "")
    if key == "assignee_name":
        statement = statement.outerjoin(User, User.id == Task.assignee_id)
        return statement, func.ecrm_sort_key(func.coalesce(User.name, ""))
    if key == "title":
        return statement, func.ecrm_sort_key(Task.title)
    return statement, getattr(Task, key).expression


def _passing(statement: Any, filter_: TaskFilter, *, grouped: bool = True) -> Any:
    is_open = Task.done_at.is_(None)
    conditions: list[ColumnElement[bool]] = [Task.deleted_at.is_(None)]
    if grouped and filter_.group is not None:
        grouping: dict[TaskGroup, list[ColumnElement[bool]]] = {
            TaskGroup.OVERDUE: [is_open, Task.due_on < filter_.today],
            TaskGroup.TODAY: [is_open, Task.due_on == filter_.today],
            TaskGroup.LATER: [is_open, Task.due_on > filter_.today],
            TaskGroup.DONE: [Task.done_at.is_not(None)],
        }
        conditions += grouping[filter_.group]
    if filter_.unassigned:
        conditions.append(Task.assignee_id.is_(None))
    for column in ("assignee_id", "customer_id", "record_kind", "record_id"):
        wanted = getattr(filter_, column)
        if wanted is not None:
            conditions.append(getattr(Task, column) == wanted)
    words = holds_words(filter_.text, Task.title + " " + Task.note)
    if words is not None:
        conditions.append(words)
    return statement.outerjoin(CustomerIndex, CustomerIndex.customer_id == Task.customer_id).where(
        *conditions
    )
