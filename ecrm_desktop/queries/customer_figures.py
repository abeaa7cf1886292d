"""How many customers there are, and where they live."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.lists import collect_ids
from ecrm_desktop.values.ids import IdList


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFigures:
    """Customers; `buyers` have bought at least once, `total` is what all bought, net of returns.

    `cities` are the commonest ones with their numbers, "" where the city is unknown.
    """

    customers: int
    buyers: int
    total: int
    cities: list[tuple[str, int]]


def customer_figures(
    session: Session,
    since: datetime | None = None,
    until: datetime | None = None,
    *,
    cities: int = 10,
) -> CustomerFigures:
    """Return the figures of the customers registered from `since` to before `until`."""
    customers, buyers, total = session.execute(
        _registered(
            select(
                func.count(),
                func.count().filter(CustomerIndex.purchase_count > 0),
                func.coalesce(func.sum(CustomerIndex.purchase_total), 0),
            ),
            since,
            until,
        )
    ).one()
    commonest = (
        _registered(select(CustomerIndex.sort_city, func.count()), since, until)
        .group_by(CustomerIndex.sort_city)
        .order_by(func.count().desc(), CustomerIndex.sort_city)
        .limit(cities)
    )
    return CustomerFigures(
        customers=customers,
        buyers=buyers,
        total=total,
        cities=[(_city(session, key), number) for key, number in session.execute(commonest)],
    )


def _city(session: Session, key: str) -> str:
    """Return how the first customer there writes the city whose sort key this is."""
    statement = (
        select(Customer.city)
        .join(CustomerIndex, CustomerIndex.customer_id == Customer.id)
        .where(CustomerIndex.sort_city == key)
        .order_by(CustomerIndex.sort_name)
        .limit(1)
    )
    return session.scalars(statement).one()


def registered_customers(
    session: Session, since: datetime | None = None, until: datetime | None = None
) -> IdList:
    """Return the ids of the customers registered from `since` to before `until`, by name."""
    statement = _registered(select(CustomerIndex.customer_id), since, until).order_by(
        CustomerIndex.sort_name, CustomerIndex.customer_id
    )
    return collect_ids(session, statement, CustomerIndex.customer_id.expression)


def _registered(statement: Any, since: datetime | None, until: datetime | None) -> Any:
    statement = statement.select_from(CustomerIndex)
    if since is None and until is None:
        return statement
    statement = statement.join(Customer, Customer.id == CustomerIndex.customer_id)
    if since is not None:
        statement = statement.where(Customer.created_at >= since)
    if until is not None:
        statement = statement.where(Customer.created_at < until)
    return statement
