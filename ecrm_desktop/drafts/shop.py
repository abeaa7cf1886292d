"""What the first start and the settings say about the shop and its people."""

from dataclasses import dataclass

from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopDraft:
    """The shop; promises are days until a complaint of that severity is due."""

    name: str
    money_unit: MoneyUnit = MoneyUnit.TOMAN
    area_code: str = ""
    phone: str = ""
    address: str = ""
    promise_low: int = 7
    promise_normal: int = 3
    promise_high: int = 2
    promise_critical: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class UserDraft:
    """Someone who works with the program."""

    name: str
    role: Role = Role.STAFF
    active: bool = True
