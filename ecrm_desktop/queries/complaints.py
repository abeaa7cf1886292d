"""Complaints: the list, the board by status with the overdue first, and how many wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.lists import Sort, collect_ids, in_order
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.queries.text_search import holds_words
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.statuses import OPEN_STATUSES, ComplaintStatus, Severity, is_open


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFilter:
    """Which complaints are listed; an empty part lets all pass.

    `today` is the shop's day: `overdue` are the open ones promised for a day before it. The period
    of receipt is `since` inclusive to `until` exclusive. `text` is any part of number, customer,
    subject or description, word by word.
    """

    today: date
    statuses: tuple[ComplaintStatus, ...] = ()
    severities: tuple[Severity, ...] = ()
    category: str | None = None
    assignee_id: UUID | None = None
    unassigned: bool = False
    customer_id: UUID | None = None
    overdue: bool = False
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintRow:
    """One complaint as lists and cards show it; `phone` is the customer's main one, E.164."""

    id: UUID
    number: str
    customer_id: UUID | None
    customer_name: str
    phone: str
    subject: str
    category: str
    severity: Severity
    status: ComplaintStatus
    assignee_id: UUID | None
    assignee_name: str
    received_at: datetime
    due_on: date
    resolved_at: datetime | None
    closed_at: datetime | None
    compensation: int
    satisfaction: int | None

    def days_left(self, today: date) -> int | None:
        """Return the days until it is due, negative when overdue; None when nothing is owed."""
        return (self.due_on - today).days if is_open(self.status) else None

    def is_overdue(self, today: date) -> bool:
        """Tell whether the shop has broken its promise and still owes."""
        return is_open(self.status) and self.due_on < today

    @property
    def time_to_resolution(self) -> timedelta | None:
        """How long it took from receipt to being resolved; None while it is open."""
        return self.resolved_at - self.received_at if self.resolved_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumn:
    """One status of the board: its first cards, and how many there are in all."""

    status: ComplaintStatus
    cards: list[ComplaintRow]
    total: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintCounts:
    """How many complaints are open, and how many of those are overdue."""

    open: int
    overdue: int


_SEVERITY_RANK = case(
    {severity: rank for rank, severity in enumerate(Severity)}, value=Complaint.severity
)
_STATUS_RANK = case(
    {status: rank for rank, status in enumerate(ComplaintStatus)}, value=Complaint.status
)


def list_complaints(session: Session, filter_: ComplaintFilter, sort: Sort | None = None) -> IdList:
    """Return the ids of the complaints that pass, sorted by a field of `ComplaintRow`.

    `time_to_resolution` is one too. Without `sort`: open ones before ended ones, longest overdue
    first, then by severity.
    """
    statement = _passing(select(Complaint.id), filter_)
    if sort is not None:
        statement, key = _sorted_by(statement, sort.key)
        statement = statement.order_by(key.desc() if sort.descending else key.asc())
    statement = statement.order_by(*_URGENCY)
    return collect_ids(session, statement, Complaint.id.expression)


def complaint_rows(session: Session, ids: Sequence[UUID]) -> list[ComplaintRow]:
    """Return the rows of some complaints, in the order of `ids`."""
    wanted = list(ids)
    statement = row_columns().where(Complaint.id.in_(wanted))
    return in_order(wanted, [ComplaintRow(**row) for row in session.execute(statement).mappings()])


def complaint_board(
    session: Session, filter_: ComplaintFilter, *, limit: int = 100
) -> list[BoardColumn]:
    """Return a column for each status that passes, in the order of `ComplaintStatus`.

    Cards of open statuses come longest overdue first, those of ended ones latest first; at most
    `limit` a column.
    """
    counted = _passing(
        select(Complaint.status, func.count(), func.count().filter(_overdue(filter_.today))),
        filter_,
    ).group_by(Complaint.status)
    counts = {status: (total, overdue) for status, total, overdue in session.execute(counted)}
    columns = []
    for status in filter_.statuses or tuple(ComplaintStatus):
        cards: list[ComplaintRow] = []
        if status in counts:
            passing = _passing(select(Complaint.id), filter_).where(Complaint.status == status)
            ids = session.scalars(passing.order_by(*_URGENCY).limit(limit))
            cards = complaint_rows(session, list(ids))
        total, overdue = counts.get(status, (0, 0))
        columns.append(BoardColumn(status=status, cards=cards, total=total, overdue=overdue))
    return columns


def complaint_counts(session: Session, today: date) -> ComplaintCounts:
    """Count open and overdue complaints: the sidebar's numbers."""
    statement = select(func.count(), func.count().filter(Complaint.due_on < today)).where(
        Complaint.status.in_(OPEN_STATUSES), Complaint.deleted_at.is_(None)
    )
    total, overdue = session.execute(statement).one()
    return ComplaintCounts(open=total, overdue=overdue)


def complaint_categories(session: Session) -> list[str]:
    """Return the categories in use, the commonest first."""
    statement = (
        select(Complaint.category)
        .where(Complaint.category != "", Complaint.deleted_at.is_(None))
        .group_by(Complaint.category)
        .order_by(func.count().desc(), func.ecrm_sort_key(Complaint.category))
    )
    return list(session.scalars(statement))


def row_columns() -> Select[*tuple[Any, ...]]:
    """Return the SELECT of `ComplaintRow`'s fields over the complaints outside the bin."""
    return (
        select(
            Complaint.id,
            Complaint.number,
            Complaint.customer_id,
            CUSTOMER_NAME.label("customer_name"),
            func.coalesce(CustomerIndex.phone, "").label("phone"),
            Complaint.subject,
            Complaint.category,
            Complaint.severity,
            Complaint.status,
            Complaint.assignee_id,
            func.coalesce(User.name, "").label("assignee_name"),
            Complaint.received_at,
            Complaint.due_on,
            Complaint.resolved_at,
            Complaint.closed_at,
            Complaint.compensation,
            Complaint.satisfaction,
        )
        .outerjoin(Customer, Customer.id == Complaint.customer_id)
        .outerjoin(CustomerIndex, CustomerIndex.customer_id == Complaint.customer_id)
        .outerjoin(User, User.id == Complaint.assignee_id)
        .where(Complaint.deleted_at.is_(None))
    )


_URGENCY: tuple[ColumnElement[Any], ...] = (
    Complaint.status.in_(OPEN_STATUSES).desc(),
    # NULL for open ones, which leaves their order to the day they are due.
    case((Complaint.status.in_(OPEN_STATUSES), None), else_=Complaint.resolved_at).desc(),
    Complaint.due_on.asc(),
    _SEVERITY_RANK.desc(),
    Complaint.id.asc(),
)


def _overdue(today: date) -> ColumnElement[bool]:
    return and_(Complaint.status.in_(OPEN_STATUSES), Complaint.due_on < today)


def _sorted_by(statement: Any, key: str) -> tuple[Any, ColumnElement[Any]]:
    if key == "customer_name":
        return statement, func.coalesce(CustomerIndex.sort_name, "")
    if key == "assignee_name":
        statement = statement.outerjoin(User, User.id == Complaint.assignee_id)
        return statement, func.ecrm_sort_key(func.coalesce(User.name, ""))
    if key == "number":
        # `1405-9` comes before `1405-10`.
        year, count = func.substr(Complaint.number, 1, 4), func.substr(Complaint.number, 6)
        return statement, func.printf("%s%010d", year, count)
    keys: dict[str, ColumnElement[Any]] = {
        "severity": _SEVERITY_RANK,
        "status": _STATUS_RANK,
        "subject": func.ecrm_sort_key(Complaint.subject),
        "category": func.ecrm_sort_key(Complaint.category),
        "time_to_resolution": func.julianday(Complaint.resolved_at)
        - func.julianday(Complaint.received_at),
    }
    return statement, keys[key] if key in keys else getattr(Complaint, key).expression


def _passing(statement: Any, filter_: ComplaintFilter) -> Any:
    conditions: list[ColumnElement[bool]] = [Complaint.deleted_at.is_(None)]
    if filter_.statuses:
        conditions.append(Complaint.status.in_(filter_.statuses))
    if filter_.severities:
        conditions.append(Complaint.severity.in_(filter_.severities))
    if filter_.unassigned:
        conditions.append(Complaint.assignee_id.is_(None))
    for column in ("category", "assignee_id", "customer_id"):
        wanted = getattr(filter_, column)
        if wanted is not None:
            conditions.append(getattr(Complaint, column) == wanted)
    if filter_.overdue:
        conditions.append(_overdue(filter_.today))
    if filter_.since is not None:
        conditions.append(Complaint.received_at >= filter_.since)
    if filter_.until is not None:
        conditions.append(Complaint.received_at < filter_.until)
    words = holds_words(
        filter_.text, Complaint.subject + " " + Complaint.description, Complaint.number
    )
    if words is not None:
        conditions.append(words)
    return statement.outerjoin(
        CustomerIndex, CustomerIndex.customer_id == Complaint.customer_id
    ).where(*conditions)
