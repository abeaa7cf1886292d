"""Interactions of every channel: the list, one interaction, and who has not been called back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.lists import Sort, collect_ids, in_order
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.queries.text_search import holds_words
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome, RecordKind


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionFilter:
    """Which interactions are listed; an empty part lets all pass.

    `missed` are those nobody answered, in either direction. The period is `since` inclusive to
    `until` exclusive. `text` is any part of customer, phone, subject or text, word by word.
    """

    channels: tuple[Channel, ...] = ()
    direction: Direction | None = None
    missed: bool | None = None
    outcomes: tuple[InteractionOutcome, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    user_id: UUID | None = None
    customer_id: UUID | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionRow:
    """One interaction; `phone` is the caller's or else the customer's main one, E.164.

    `follow_up_*` is the first open task this interaction made; its assignee may be nobody.
    """

    id: UUID
    customer_id: UUID | None
    customer_name: str
    phone: str
    channel: Channel
    direction: Direction
    answered: bool
    occurred_at: datetime
    duration: int | None
    user_id: UUID | None
    user_name: str
    subject: str
    text: str
    outcome: InteractionOutcome | None
    follow_up_id: UUID | None
    follow_up_on: date | None
    follow_up_time: time | None
    follow_up_assignee_id: UUID | None


_LATE: Final = 500
_IS_FOLLOW_UP: Final = and_(
    Task.record_kind == RecordKind.INTERACTION,
    # Else SQLite may look through all open tasks for each interaction.
    func.likely(Task.done_at.is_(None)),
    Task.deleted_at.is_(None),
)
_FOLLOW_UP: Final = (
    select(Task.id)
    .where(_IS_FOLLOW_UP, Task.record_id == Interaction.id)
    .order_by(Task.due_on, Task.id)
    .limit(1)
    .correlate(Interaction)
    .scalar_subquery()
)


def list_interactions(session: Session, filter_: InteractionFilter, sort: Sort) -> IdList:
    """Return the ids of the interactions that pass, sorted by a field of `InteractionRow`."""
    statement = _passing(select(Interaction.id), filter_)
    key: ColumnElement[Any]
    if sort.key in {"customer_name", "phone"}:
        key = func.coalesce(
            CustomerIndex.sort_name if sort.key == "customer_name" else CustomerIndex.phone,
            Interaction.phone,
        )
    elif sort.key == "user_name":
        statement = statement.outerjoin(User, User.id == Interaction.user_id)
        key = func.ecrm_sort_key(func.coalesce(User.name, ""))
    elif sort.key == "subject":
        key = func.ecrm_sort_key(Interaction.subject)
    elif sort.key == "follow_up_on":
        # All at once: asked for each interaction it would take minutes in a large shop.
        due = (
            select(Task.record_id, func.min(Task.due_on).label("due_on"))
            .where(_IS_FOLLOW_UP)
            .group_by(Task.record_id)
            .subquery()
        )
        statement = statement.outerjoin(due, due.c.record_id == Interaction.id)
        key = due.c.due_on
        # Interactions without a follow-up stay at the end in both directions.
        statement = statement.order_by(key.is_(None))
    else:
        key = getattr(Interaction, sort.key)
    if sort.key == "occurred_at" and not sort.descending:
        statement = statement.order_by(key, Interaction.id)
    else:
        order = key.desc() if sort.descending else key.asc()
        by_time = () if sort.key == "occurred_at" else (Interaction.occurred_at.desc(),)
        statement = statement.order_by(order, *by_time, Interaction.id.desc())
    return collect_ids(session, statement, Interaction.id.expression)


def interaction_rows(session: Session, ids: Sequence[UUID]) -> list[InteractionRow]:
    """Return the rows of some interactions, in the order of `ids`."""
    wanted = list(ids)
    statement = _rows().where(Interaction.id.in_(wanted))
    return in_order(
        wanted, [InteractionRow(**row) for row in session.execute(statement).mappings()]
    )


def get_interaction(session: Session, interaction_id: UUID) -> InteractionRow:
    """Return one interaction; RECORD_MISSING if there is none or it lies in the bin."""
    rows = interaction_rows(session, [interaction_id])
    if not rows:
        raise InvalidInput(Problem.RECORD_MISSING)
    return rows[0]


def _rows() -> Select[*tuple[Any, ...]]:
    task = Task.__table__.alias("follow_up")
    return (
        select(
            Interaction.id,
            Interaction.customer_id,
            CUSTOMER_NAME.label("customer_name"),
            func.coalesce(func.nullif(Interaction.phone, ""), CustomerIndex.phone, "").label(
                "phone"
            ),
            Interaction.channel,
            Interaction.direction,
            Interaction.answered,
            Interaction.occurred_at,
            Interaction.duration,
            Interaction.user_id,
            func.coalesce(User.name, "").label("user_name"),
            Interaction.subject,
            Interaction.text,
            Interaction.outcome,
            task.c.id.label("follow_up_id"),
            task.c.due_on.label("follow_up_on"),
            task.c.due_time.label("follow_up_time"),
            task.c.assignee_id.label("follow_up_assignee_id"),
        )
        .outerjoin(Customer, Customer.id == Interaction.customer_id)
        .outerjoin(CustomerIndex, CustomerIndex.customer_id == Interaction.customer_id)
        .outerjoin(User, User.id == Interaction.user_id)
        .outerjoin(task, task.c.id == _FOLLOW_UP)
        .where(Interaction.deleted_at.is_(None))
    )


def _passing(statement: Select[UUID], filter_: InteractionFilter) -> Select[UUID]:
    conditions: list[ColumnElement[bool]] = [Interaction.deleted_at.is_(None)]
    if filter_.channels:
        conditions.append(Interaction.channel.in_(filter_.channels))
    if filter_.direction is not None:
        conditions.append(Interaction.direction == filter_.direction)
    if filter_.missed is not None:
        conditions.append(Interaction.answered.is_(not filter_.missed))
    if filter_.outcomes:
        conditions.append(Interaction.outcome.in_(filter_.outcomes))
    if filter_.since is not None:
        conditions.append(Interaction.occurred_at >= filter_.since)
    if filter_.until is not None:
        conditions.append(Interaction.occurred_at < filter_.until)
    if filter_.user_id is not None:
        conditions.append(Interaction.user_id == filter_.user_id)
    if filter_.customer_id is not None:
        conditions.append(Interaction.customer_id == filter_.customer_id)
    words = holds_words(
        filter_.text, Interaction.subject + " " + Interaction.text, Interaction.phone
    )
    if words is not None:
        conditions.append(words)
    return statement.outerjoin(
        CustomerIndex, CustomerIndex.customer_id == Interaction.customer_id
    ).where(*conditions)


def usual_subjects(session: Session, *, limit: int = 40) -> list[str]:
    """Return the subjects of late, the commonest first, to be offered while one is typed."""
    late = (
        select(Interaction.subject)
        .where(Interaction.subject != "", Interaction.deleted_at.is_(None))
        .order_by(Interaction.occurred_at.desc())
        .limit(_LATE)
        .subquery()
    )
    statement = (
        select(late.c.subject)
        .group_by(late.c.subject)
        .order_by(func.count().desc(), late.c.subject)
        .limit(limit)
    )
    return list(session.scalars(statement))
