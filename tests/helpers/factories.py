"""Records for tests, each with what its table needs and nothing more."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.days_of_work import SEEN_DAYS
from ecrm_desktop.services.bin import expire_bin
from ecrm_desktop.services.users import update_user
from ecrm_desktop.values.passwords import hash_password
from ecrm_desktop.values.text import fold

NOON = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
"""Noon in Tehran on 1405/08/30."""


def make_customer(session: Session, name: str = "مریم احمدی", **over: Any) -> UUID:
    """Store a person; `phone` is an E.164 number."""
    first, _, last = name.partition(" ")
    phone = over.pop("phone", "")
    customer = Customer(**{"code": "1", "first_name": first, "last_name": last} | over)
    if phone:
        customer.phones = [CustomerPhone(number=phone, is_primary=True)]
    session.add(customer)
    session.flush()
    return customer.id


def make_user(session: Session, name: str = "رضا", **over: Any) -> UUID:
    """Store somebody who works in the shop."""
    user = User(name=name, **over)
    session.add(user)
    session.flush()
    return user.id


def make_product(session: Session, name: str = "کفش", **over: Any) -> UUID:
    """Store a product."""
    product = Product(name=name, name_folded=fold(name), **over)
    session.add(product)
    session.flush()
    return product.id


def make_purchase(
    session: Session, customer_id: UUID | None, on: date, *titles: str, **over: Any
) -> UUID:
    """Store a purchase of one piece of each title, at 1,000 apiece."""
    lines = [
        PurchaseLine(position=at, title=title, quantity=1000, unit_price=1000, total=1000)
        for at, title in enumerate(titles)
    ]
    values = {
        "customer_id": customer_id,
        "purchased_on": on,
        "purchased_at": datetime(on.year, on.month, on.day, 9, tzinfo=UTC),
        "total": 1000 * len(titles),
        "lines": lines,
    }
    purchase = Purchase(**values | over)
    session.add(purchase)
    session.flush()
    return purchase.id


def give_password(session: Session, user_id: UUID, password: str) -> None:
    """Give a user a password, whoever has one already."""
    session.get_one(User, user_id).password_hash = hash_password(password)


def retire_user(session: Session, user_id: UUID) -> None:
    """Let somebody work here no more."""
    user = session.get_one(User, user_id)
    update_user(session, user_id, UserDraft(name=user.name, role=user.role, active=False))


def expired(session: Session) -> int:
    """Let what is old enough leave the bin, as starting the program on many days does."""
    now = utc_now()
    return sum(expire_bin(session, now=now + timedelta(days=day)) for day in range(SEEN_DAYS))
