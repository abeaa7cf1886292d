"""What to know about a customer before saying a word to them."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.queries.complaints import (
    ComplaintFilter,
    ComplaintRow,
    complaint_rows,
    list_complaints,
)
from ecrm_desktop.queries.interactions import InteractionRow, interaction_rows
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.queries.tasks import TaskFilter, TaskGroup, TaskRow, list_tasks, task_rows
from ecrm_desktop.values.statuses import OPEN_STATUSES

_SHOWN: Final = 3
_FEWEST_VISITS: Final = 4
_VISITS_SEEN: Final = 20
_UNUSUAL: Final = 2
_SOON: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A customer who stays away: usually every `usual_days`, now not for `days`."""

    usual_days: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPurchase:
    """The latest purchase; `total` in minor units, `titles` of its lines in order."""

    id: UUID
    purchased_on: date
    total: int
    titles: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallContext:
    """The side of the call sheet; complaints and tasks are the most urgent few.

    `overdue` are open tasks about the customer whose day has passed: promises the shop broke.
    """

    customer_id: UUID
    name: str
    code: str
    phone: str
    city: str
    complaints: list[ComplaintRow]
    overdue: list[TaskRow]
    silence: Silence | None
    last_purchase: LastPurchase | None
    last_interaction: InteractionRow | None


def call_context(session: Session, customer_id: UUID, today: date) -> CallContext:
    """Return what matters about a customer on the shop's day `today`; RECORD_MISSING."""
    customer = (
        session.execute(
            select(
                CUSTOMER_NAME.label("name"),
                Customer.code,
                func.coalesce(CustomerIndex.phone, "").label("phone"),
                Customer.city,
            )
            .outerjoin(CustomerIndex, CustomerIndex.customer_id == Customer.id)
            .where(Customer.id == customer_id, Customer.deleted_at.is_(None))
        )
        .mappings()
        .one_or_none()
    )
    if customer is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    complaints = list_complaints(
        session, ComplaintFilter(today=today, customer_id=customer_id, statuses=OPEN_STATUSES)
    )
    overdue = list_tasks(
        session, TaskFilter(today=today, customer_id=customer_id, group=TaskGroup.OVERDUE)
    )
    return CallContext(
        **customer,
        customer_id=customer_id,
        complaints=complaint_rows(session, complaints[:_SHOWN]),
        overdue=task_rows(session, overdue[:_SHOWN]),
        silence=_silence(session, customer_id, today),
        last_purchase=_last_purchase(session, customer_id),
        last_interaction=_last_interaction(session, Interaction.customer_id == customer_id),
    )


def caller_before(session: Session, number: str) -> InteractionRow | None:
    """Return the last interaction from an E.164 number that belongs to no customer yet."""
    return _last_interaction(
        session, (Interaction.phone == number) & Interaction.customer_id.is_(None)
    )


def _silence(session: Session, customer_id: UUID, today: date) -> Silence | None:
    """Tell whether the customer stays away twice as long as between their latest visits.

    Days of purchase count as visits, several purchases of one day as one.
    """
    statement = (
        select(Purchase.purchased_on)
        .where(Purchase.customer_id == customer_id, Purchase.deleted_at.is_(None))
        .distinct()
        .order_by(Purchase.purchased_on.desc())
        .limit(_VISITS_SEEN)
    )
    visits = list(session.scalars(statement))
    if len(visits) < _FEWEST_VISITS:
        return None
    gaps = [(later - earlier).days for later, earlier in pairwise(visits)]
    usual, days = round(median(gaps)), (today - visits[0]).days
    is_unusual = days >= max(_SOON, _UNUSUAL * usual)
    return Silence(usual_days=usual, days=days) if is_unusual else None


def _last_purchase(session: Session, customer_id: UUID) -> LastPurchase | None:
    found = session.execute(
        select(Purchase.id, Purchase.purchased_on, Purchase.total)
        .where(Purchase.customer_id == customer_id, Purchase.deleted_at.is_(None))
        .order_by(Purchase.purchased_at.desc())
        .limit(1)
    ).one_or_none()
    if found is None:
        return None
    titles = session.scalars(
        select(PurchaseLine.title)
        .where(PurchaseLine.purchase_id == found.id)
        .order_by(PurchaseLine.position)
    )
    return LastPurchase(
        id=found.id, purchased_on=found.purchased_on, total=found.total, titles=list(titles)
    )


def _last_interaction(session: Session, whose: ColumnElement[bool]) -> InteractionRow | None:
    ids = session.scalars(
        select(Interaction.id)
        .where(whose, Interaction.deleted_at.is_(None))
        .order_by(Interaction.occurred_at.desc())
        .limit(1)
    )
    return next(iter(interaction_rows(session, list(ids))), None)
