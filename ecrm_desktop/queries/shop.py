"""Reads about the shop itself and the people who work in it."""

from dataclasses import dataclass
from datetime import date, tzinfo
from uuid import UUID

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.models.users import User
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.statuses import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopRow:
    """The shop; `currency` is an ISO 4217 code, promises are days by severity."""

    id: UUID
    name: str
    currency: str
    money_unit: MoneyUnit
    area_code: str
    phone: str
    address: str
    promise_low: int
    promise_normal: int
    promise_high: int
    promise_critical: int
    is_sample: bool
    lock_minutes: int
    audit_years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRow:
    """Someone who works, or worked, with the program; `reset_days` as of `models.users.User`."""

    id: UUID
    name: str
    role: Role
    active: bool
    has_password: bool
    reset_asked_on: date | None = None
    reset_days: int = 0


def find_shop(session: Session) -> ShopRow | None:
    """Return the shop, or None in a database where the first start is still to come."""
    columns = [getattr(Shop, name) for name in ShopRow.__dataclass_fields__]
    row = session.execute(select(*columns).order_by(Shop.id).limit(1)).first()
    return ShopRow(**row._mapping) if row else None  # noqa: SLF001 - SQLAlchemy's public name


def get_shop(session: Session) -> ShopRow:
    """Return the shop; RECORD_MISSING before the first start."""
    shop = find_shop(session)
    if shop is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    return shop


def users(session: Session, *, retired: bool = False) -> list[UserRow]:
    """Return who can be chosen, owners first and then by seniority; `retired`: the others too."""
    rank = case({Role.OWNER: 0, Role.MANAGER: 1}, value=User.role, else_=2)
    statement = (
        select(
            User.id,
            User.name,
            User.role,
            User.active,
            (User.password_hash != "").label("has_password"),
            User.reset_asked_on,
            User.reset_days,
        )
        .where(User.deleted_at.is_(None))
        .order_by(User.active.desc(), rank, User.id)
    )
    if not retired:
        statement = statement.where(User.active)
    return [UserRow(**row._mapping) for row in session.execute(statement)]  # noqa: SLF001 - as above


def build_display(shop: ShopRow, language: str, timezone: tzinfo) -> Display:
    """Return how this shop writes numbers, money and dates in `language`.

    A shop in Iran, and anybody who reads Persian, goes by the Jalali calendar.
    """
    jalali = shop.currency == "IRR" or language == "fa"
    return Display(
        language=language,
        currency=currency(shop.currency),
        unit=shop.money_unit,
        calendar="jalali" if jalali else "gregorian",
        timezone=timezone,
    )


def display_before_opening(language: str, timezone: tzinfo) -> Display:
    """Return how dates and numbers are written while no shop is open to say it."""
    return Display(language, currency("IRR"), MoneyUnit.TOMAN, "jalali", timezone)
