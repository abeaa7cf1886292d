"""Everything that happened with one customer, through every channel, newest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    String,
    cast,
    func,
    literal,
    select,
    tuple_,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.types import EnumText, RecordId, UtcInstant
from ecrm_desktop.models.users import User
from ecrm_desktop.values.statuses import (
    Channel,
    ComplaintStatus,
    Direction,
    InteractionOutcome,
    PurchaseChannel,
    RecordKind,
    Severity,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """One event; what its kind does not have is empty.

    `at` is when it happened; of an open task when it is due, of a done one when it was done.
    `title` is a subject or a task's title, `user_name` who it is of the shop, `day` the shop's date
    of a purchase or return. `amount` in minor units; `titles` are those of a purchase's lines.
    """

    kind: RecordKind
    id: UUID
    at: datetime
    title: str = ""
    text: str = ""
    user_name: str = ""
    channel: Channel | PurchaseChannel | None = None
    direction: Direction | None = None
    answered: bool = True
    duration: int | None = None
    outcome: InteractionOutcome | None = None
    number: str = ""
    status: ComplaintStatus | None = None
    severity: Severity | None = None
    due_on: date | None = None
    due_time: time | None = None
    done_at: datetime | None = None
    day: date | None = None
    amount: int = 0
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerTimeline:
    """A page of events, and how many of each kind there are in all."""

    events: tuple[TimelineEvent, ...]
    counts: dict[RecordKind, int]


def customer_timeline(
    session: Session,
    customer_id: UUID,
    kinds: Sequence[RecordKind] | None = None,
    *,
    limit: int = 100,
    before: TimelineEvent | None = None,
) -> CustomerTimeline:
    """Return the newest events of some kinds, or those that come after the event `before`."""
    wanted = _SOURCES if kinds is None else kinds
    parts = union_all(*(_keys(kind, customer_id) for kind in wanted)).subquery()
    statement = select(parts).order_by(parts.c.at.desc(), parts.c.id.desc()).limit(limit)
    if before is not None:
        last = tuple_(literal(before.at, UtcInstant()), literal(before.id, RecordId()))
        statement = statement.where(tuple_(parts.c.at, parts.c.id) < last)
    ids: dict[RecordKind, list[UUID]] = {}
    keys = [(kind, record_id) for kind, record_id, _at in session.execute(statement)]
    for kind, record_id in keys:
        ids.setdefault(kind, []).append(record_id)
    found = {
        event.id: event for kind, some in ids.items() for event in _events(session, kind, some)
    }
    return CustomerTimeline(
        # An event that another transaction is taking away at this moment may be gone already.
        events=tuple(found[record_id] for _kind, record_id in keys if record_id in found),
        counts=timeline_counts(session, customer_id),
    )


def timeline_counts(session: Session, customer_id: UUID) -> dict[RecordKind, int]:
    """Return how many events of each kind a customer has, none left out."""
    counts = [
        select(func.count())
        .select_from(source.table)
        .where(*_of(source, customer_id))
        .scalar_subquery()
        for source in _SOURCES.values()
    ]
    return dict(zip(_SOURCES, session.execute(select(*counts)).one(), strict=True))


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the events of one kind are: their table, their instant and what else is read."""

    table: type[Any]
    at: ColumnElement[datetime]
    columns: Mapping[str, SQLColumnExpression[Any]]
    user_id: SQLColumnExpression[UUID | None]


# A date of the shop's calendar is compared with instants of UTC: only the order of events depends
# on it, and by hours.
_DUE: Final = (
    cast(Task.due_on, String) + " " + func.coalesce(cast(Task.due_time, String), "00:00:00.000000")
)
_SOURCES: Final[dict[RecordKind, _Source]] = {
    RecordKind.INTERACTION: _Source(
        Interaction,
        Interaction.occurred_at.expression,
        {
            "title": Interaction.subject,
            "text": Interaction.text,
            "channel": Interaction.channel,
            "direction": Interaction.direction,
            "answered": Interaction.answered,
            "duration": Interaction.duration,
            "outcome": Interaction.outcome,
        },
        Interaction.user_id,
    ),
    RecordKind.COMPLAINT: _Source(
        Complaint,
        Complaint.received_at.expression,
        {
            "title": Complaint.subject,
            "text": Complaint.description,
            "number": Complaint.number,
            "status": Complaint.status,
            "severity": Complaint.severity,
            "due_on": Complaint.due_on,
        },
        Complaint.assignee_id,
    ),
    RecordKind.PURCHASE: _Source(
        Purchase,
        Purchase.purchased_at.expression,
        {
            "text": Purchase.note,
            "number": Purchase.number,
            "channel": Purchase.channel,
            "day": Purchase.purchased_on,
            "amount": Purchase.total,
        },
        Purchase.seller_id,
    ),
    RecordKind.RETURN: _Source(
        Return,
        Return.returned_at.expression,
        {"text": Return.reason, "day": Return.returned_on, "amount": Return.total},
        Return.user_id,
    ),
    RecordKind.TASK: _Source(
        Task,
        type_coerce(func.coalesce(cast(Task.done_at, String), _DUE), UtcInstant()),
        {
            "title": Task.title,
            "text": Task.note,
            "due_on": Task.due_on,
            "due_time": Task.due_time,
            "done_at": Task.done_at,
        },
        Task.assignee_id,
    ),
}


def _of(source: _Source, customer_id: UUID) -> list[ColumnElement[bool]]:
    return [source.table.customer_id == customer_id, source.table.deleted_at.is_(None)]


def _keys(kind: RecordKind, customer_id: UUID) -> Select[*tuple[Any, ...]]:
    source = _SOURCES[kind]
    return select(
        literal(kind, EnumText(RecordKind)).label("kind"),
        source.table.id.label("id"),
        source.at.label("at"),
    ).where(*_of(source, customer_id))


def _events(session: Session, kind: RecordKind, ids: Sequence[UUID]) -> Iterator[TimelineEvent]:
    source = _SOURCES[kind]
    titles = _titles(session, ids) if kind == RecordKind.PURCHASE else {}
    statement = (
        select(
            source.table.id,
            source.at.label("at"),
            func.coalesce(User.name, "").label("user_name"),
            *(column.label(name) for name, column in source.columns.items()),
        )
        .outerjoin(User, User.id == source.user_id)
        .where(source.table.id.in_(ids))
    )
    for row in session.execute(statement).mappings():
        yield TimelineEvent(kind=kind, titles=titles.get(row["id"], ()), **row)


def _titles(session: Session, purchase_ids: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    titles: dict[UUID, tuple[str, ...]] = {}
    statement = (
        select(PurchaseLine.purchase_id, PurchaseLine.title)
        .where(PurchaseLine.purchase_id.in_(purchase_ids))
        .order_by(PurchaseLine.purchase_id, PurchaseLine.position)
    )
    for purchase_id, title in session.execute(statement):
        titles[purchase_id] = (*titles.get(purchase_id, ()), title)
    return titles
