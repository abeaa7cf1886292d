"""Who buys: new and returning customers of a period, the best ones, and whose birthday it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.forgotten import ForgottenCustomer
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.values.jalali import PartialDate, month_length, to_jalali
from ecrm_desktop.values.period import Period

_ESFAND = 12
_LEAP_DAY = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyers:
    """How many customers a period has seen.

    `new` are those who bought for the first time in it, and those who were registered in it and
    never bought; `buyers` bought in it, `returning` of them not for the first time.
    """

    new: int
    buyers: int
    returning: int

    @property
    def returning_share(self) -> float | None:
        """The part of the buyers who came back; None if nobody bought."""
        return self.returning / self.buyers if self.buyers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopCustomer:
    """A customer by what they spent; count and total are the period's, net of returns.

    `last_purchase_on` is their last purchase of all.
    """

    id: UUID
    code: str
    name: str
    phone: str
    city: str
    purchases: int
    total: int
    last_purchase_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Birthday:
    """A customer whose birthday falls on `on`; `phone` E.164."""

    id: UUID
    name: str
    phone: str
    birth_date: PartialDate
    on: date
    purchase_total: int


def buyers(session: Session, period: Period, timezone: tzinfo) -> Buyers:
    """Return how many customers were new and how many came back; who is in the bin counts not."""
    deleted = select(Customer.id).where(Customer.deletion_id > literal_column("x''"))
    forgotten = select(ForgottenCustomer.customer_id)
    uncounted = forgotten.where(ForgottenCustomer.was_in_bin)
    forgotten = forgotten.where(~ForgottenCustomer.was_in_bin)
    bought = session.scalars(
        select(func.count(Purchase.customer_id.distinct())).where(
            _bought(period),
            Purchase.customer_id.not_in(deleted),
            Purchase.customer_id.not_in(uncounted),
        )
    ).one()
    first_time = session.scalars(
        select(func.count()).where(
            CustomerIndex.first_purchase_on.between(period.first, period.last)
        )
    ).one()
    # Who was forgotten has no line in the index, and counts as before.
    first_days = (
        select(func.min(Purchase.purchased_on).label("day"))
        .where(Purchase.customer_id.in_(forgotten), Purchase.deleted_at.is_(None))
        .group_by(Purchase.customer_id)
        .subquery()
    )
    first_time += session.scalars(
        select(func.count()).where(first_days.c.day.between(period.first, period.last))
    ).one()
    ever = select(Purchase.id).where(
        Purchase.customer_id == Customer.id, Purchase.deleted_at.is_(None)
    )
    since, until = _instants(period, timezone)
    only_registered = session.scalars(
        select(func.count()).where(
            Customer.created_at >= since,
            Customer.created_at < until,
            or_(Customer.deleted_at.is_(None), Customer.id.in_(forgotten)),
            ~ever.exists(),
        )
    ).one()
    return Buyers(new=first_time + only_registered, buyers=bought, returning=bought - first_time)


def top_customers(
    session: Session, period: Period | None = None, *, limit: int = 100
) -> list[TopCustomer]:
    """Return those who spent most, in a period or ever; nobody who spent nothing."""
    statement = _ever(limit) if period is None else _within(period, limit)
    return [TopCustomer(**row) for row in session.execute(statement).mappings()]


def birthdays(session: Session, days: Iterable[date], *, limit: int) -> list[Birthday]:
    """Return the customers whose birthday falls on one of `days`: day by day, best ones first."""
    found: list[Birthday] = []
    for day in days:
        statement = (
            select(
                CustomerIndex.customer_id.label("id"),
                CUSTOMER_NAME.label("name"),
                CustomerIndex.phone,
                Customer.birth_date,
                CustomerIndex.purchase_total,
            )
            .join(Customer, Customer.id == CustomerIndex.customer_id)
            .where(CustomerIndex.birthday.in_(_month_days(day)))
            .order_by(CustomerIndex.purchase_total.desc(), CustomerIndex.sort_name)
            .limit(limit - len(found))
        )
        for row in session.execute(statement).mappings():
            born = PartialDate.from_stored(row["birth_date"])
            found.append(Birthday(**{**row, "birth_date": born}, on=day))
        if len(found) >= limit:
            break
    return found


def count_birthdays(session: Session, days: Iterable[date]) -> int:
    """Count the customers whose birthday falls on one of `days`."""
    wanted = {one for day in days for one in _month_days(day)}
    return session.scalars(
        select(func.count()).where(CustomerIndex.birthday.in_(sorted(wanted)))
    ).one()


def _month_days(day: date) -> list[str]:
    year, month, number = to_jalali(day)
    found = [f"{month:02}-{number:02}"]
    # Who was born on the leap day has their birthday on the last day of other years.
    if month == _ESFAND and number == month_length(year, month) < _LEAP_DAY:
        found.append(f"{month:02}-{_LEAP_DAY}")
    return found


def _instants(period: Period, timezone: tzinfo) -> tuple[datetime, datetime]:
    midnight = time(tzinfo=timezone)
    return (
        datetime.combine(period.first, midnight),
        datetime.combine(period.last + timedelta(days=1), midnight),
    )


def _bought(period: Period) -> ColumnElement[bool]:
    return and_(
        Purchase.purchased_on.between(period.first, period.last), Purchase.deleted_at.is_(None)
    )


def _ever(limit: int) -> Select[*tuple[Any, ...]]:
    return (
        _rows(CustomerIndex.purchase_count, CustomerIndex.purchase_total)
        .where(CustomerIndex.purchase_total > 0)
        .order_by(CustomerIndex.purchase_total.desc(), CustomerIndex.customer_id.desc())
        .limit(limit)
    )


def _within(period: Period, limit: int) -> Select[*tuple[Any, ...]]:
    bought = select(Purchase.customer_id, Purchase.total, literal(1).label("number")).where(
        _bought(period)
    )
    returned = select(Return.customer_id, -Return.total, literal(0)).where(
        Return.returned_on.between(period.first, period.last), Return.deleted_at.is_(None)
    )
    moves = union_all(bought, returned).subquery()
    total, number = func.sum(moves.c.total), func.sum(moves.c.number)
    best = (
        select(moves.c.customer_id, total.label("total"), number.label("number"))
        .where(moves.c.customer_id.is_not(None))
        .group_by(moves.c.customer_id)
        .having(total > 0)
        .subquery()
    )
    return (
        _rows(best.c.number, best.c.total)
        .join(best, best.c.customer_id == CustomerIndex.customer_id)
        .order_by(best.c.total.desc(), CustomerIndex.customer_id.desc())
        .limit(limit)
    )


def _rows(number: Any, total: Any) -> Select[*tuple[Any, ...]]:
    return select(
        Customer.id,
        Customer.code,
        CUSTOMER_NAME.label("name"),
        CustomerIndex.phone,
        Customer.city,
        number.label("purchases"),
        total.label("total"),
        CustomerIndex.last_purchase_on,
    ).join_from(CustomerIndex, Customer, Customer.id == CustomerIndex.customer_id)
