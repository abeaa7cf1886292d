"""The shop itself, and what only this PC keeps."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base, Synced, enum_column
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import DEFAULT_PROMISE_DAYS, Severity

DEFAULT_LOCK_MINUTES = 15


class Shop(Synced):
    """The one record that says whose database this is.

    `currency` is an ISO 4217 code chosen when the database is made and never changed afterwards,
    since every amount is in its minor unit. Promises are days until a complaint is due. After
    `lock_minutes` without a key or mouse the window locks; 0 is never. The audit trail is kept for
    `audit_years`; 0 is for ever.
    """

    __tablename__ = "shop"

    name: Mapped[str]
    currency: Mapped[str] = mapped_column(default="IRR")
    money_unit: Mapped[MoneyUnit] = enum_column(MoneyUnit, MoneyUnit.TOMAN)
    area_code: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    promise_low: Mapped[int] = mapped_column(default=DEFAULT_PROMISE_DAYS[Severity.LOW])
    promise_normal: Mapped[int] = mapped_column(default=DEFAULT_PROMISE_DAYS[Severity.NORMAL])
    promise_high: Mapped[int] = mapped_column(default=DEFAULT_PROMISE_DAYS[Severity.HIGH])
    promise_critical: Mapped[int] = mapped_column(default=DEFAULT_PROMISE_DAYS[Severity.CRITICAL])
    is_sample: Mapped[bool] = mapped_column(default=False)
    lock_minutes: Mapped[int] = mapped_column(default=DEFAULT_LOCK_MINUTES)
    audit_years: Mapped[int] = mapped_column(default=0)


class Counter(Base):
    """The last number given out under a name on this PC, such as `customer` or `complaint-1405`."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


class Autosave(Base):
    """What was typed into a form that is still open, so that a crash loses nothing.

    `key` names the form and, when a record is edited, that record; `content` is the form's snapshot
    as JSON. Local to this PC.
    """

    __tablename__ = "form_drafts"

    key: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]
    saved_at: Mapped[datetime]
