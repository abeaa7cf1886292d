"""Fills an empty database with the sample shop, be it with ten customers or a million."""

from collections.abc import Mapping
from datetime import datetime
from random import Random
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer, CustomerField
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.models.shop import Counter, Shop
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.services.demo.complaints import RECENT_DAYS, DemoComplaints
from ecrm_desktop.services.demo.interactions import DemoInteractions
from ecrm_desktop.services.demo.people import People
from ecrm_desktop.services.demo.sales import Sales
from ecrm_desktop.services.demo.store import without_indexes
from ecrm_desktop.services.demo.timeline import Timeline
from ecrm_desktop.services.demo.visits import Visits
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.users import add_user
from ecrm_desktop.values.money import Currency, currency
from ecrm_desktop.values.statuses import Role

_SHOP = ShopDraft(
    name="پوشاک مهر",
    area_code="031",
    phone="+983132204050",
    address="اصفهان، خیابان چهارباغ عباسی، نبش کوچهٔ بهار، پلاک ۱۲",
)
_OWNER = "مریم صادقی"
_STAFF: Final = (
    UserDraft(name="رضا کریمی", role=Role.MANAGER),
    UserDraft(name="سارا احمدی"),
    UserDraft(name="نگار حسینی"),
    UserDraft(name="امیر رستمی"),
)
_MUST_BE_EMPTY: Final[tuple[type[Base], ...]] = (
    Customer, CustomerField, Product, Purchase, Interaction, Complaint, Task,
)  # fmt: skip
_UNKNOWN_CALLERS = 0.02


def fill_demo(
    session: Session,
    *,
    customers: int,
    seed: int = 1,
    now: datetime | None = None,
    report_progress: ReportProgress = no_progress,
) -> None:
    """Make up three years of a clothes shop in Isfahan; NOT_EMPTY if there are records already.

    The same `customers`, `seed` and `now` (aware, in the shop's zone) give the same shop, apart
    from the ids of the shop and its people. A shop that exists keeps its name, currency and owner.
    `report_progress` hears how many days of how many are done; what it raises ends the work.
    """
    money, staff = _open_shop(session)
    # Not for security: the same seed must give the same shop.
    rng = Random(seed)  # noqa: S311
    timeline = Timeline(rng, now or datetime.now().astimezone())
    visits = Visits(rng, timeline, customers)
    connection = session.connection()
    store = Store(lambda: connection)
    with without_indexes(connection):
        people = People(rng, timeline, visits.kinds, store)
        sales = Sales(rng, timeline, people, staff, money, store)
        interactions = DemoInteractions(rng, timeline, people, staff, store)
        recent = sum(map(len, visits.buyers[-RECENT_DAYS:]))
        complaints = DemoComplaints(rng, timeline, staff, recent, store)
        came = 0
        for day, buyers in enumerate(visits.buyers):
            while came < customers and visits.first_days[came] <= day:
                people.add(day)
                came += 1
            for buyer in buyers:
                sale = sales.sell(buyer, day)
                interactions.around(sale, buyer)
                complaints.perhaps_complain(sale, sales.product(sale.item))
            interactions.ring(day, timeline.share(len(buyers) * _UNKNOWN_CALLERS))
            complaints.receive(day)
            store.write_blocks()
            report_progress(day, timeline.today)
        interactions.plan_chores()
        store.write()
    _count_on(session, customers, sales.count, complaints.numbers)


def _open_shop(session: Session) -> tuple[Currency, list[bytes]]:
    """Return the currency and the ids of the staff, made where they are missing."""
    for model in _MUST_BE_EMPTY:
        if session.scalar(select(model.__table__.c.id).limit(1)) is not None:
            raise InvalidInput(Problem.NOT_EMPTY)
    if session.scalar(select(Shop.id)) is None:
        create_shop(session, _SHOP, "IRR", _OWNER, is_sample=True)
    for one in _STAFF:
        add_user(session, one)
    session.flush()
    staff = [one.bytes for one in session.scalars(select(User.id).order_by(User.id))]
    return currency(session.scalars(select(Shop.currency)).one()), staff


def _count_on(
    session: Session, customers: int, purchases: int, complaints: Mapping[int, int]
) -> None:
    """Let the next codes and numbers follow those given out here."""
    last = {"customer": customers, "purchase": purchases}
    last |= {f"complaint-{year}": number for year, number in complaints.items()}
    for name, number in last.items():
        session.merge(Counter(name=name, last=number))
    session.flush()
