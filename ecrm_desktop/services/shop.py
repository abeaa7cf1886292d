"""Making the shop's one record and changing its settings."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.drafts.unchanged import UNCHANGED, Unchanged
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.queries.record_drafts import shop_draft
from ecrm_desktop.services.edits import check_shown, rebase_wholly
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.services.records import at_field, line_of, lines_of
from ecrm_desktop.services.users import add_user
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import Role

_IRAN = "IRR"
_AREA_DIGITS = range(1, 5)
_LONGEST_PROMISE = 365
_LONGEST_LOCK = 24 * 60


def create_shop(
    session: Session,
    draft: ShopDraft,
    currency_code: str,
    owner_name: str,
    *,
    is_sample: bool = False,
) -> UUID:
    """Make the shop of an empty database and its owner; return the owner's id as a user.

    The currency stays for ever. A shop outside Iran has only one unit, whatever the draft says.
    Raises InvalidInput NOT_EMPTY, NAME_MISSING (`name` or `owner_name`), CURRENCY_UNKNOWN.
    """
    if session.scalar(select(Shop.id).limit(1)) is not None:
        raise InvalidInput(Problem.NOT_EMPTY)
    shop = Shop(currency=currency(currency_code).code, is_sample=is_sample)
    _fill(shop, draft)
    session.add(shop)
    with at_field("owner_name"):
        return add_user(session, UserDraft(name=owner_name, role=Role.OWNER))


@needs(Permission.CHANGE_SETTINGS)
def update_shop(session: Session, draft: ShopDraft, *, base: ShopDraft | None = None) -> None:
    """Change what differs from `base`, without it all; RECORD_MISSING if there is no shop yet.

    CHANGED_MEANWHILE if a setting to change was changed elsewhere.
    """
    shop = session.scalars(select(Shop)).first()
    if shop is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    _fill(shop, rebase_wholly(session, "shop", shop.id, draft, base, shop_draft(session)))


@needs(Permission.MANAGE_PEOPLE)
def set_lock_minutes(session: Session, minutes: int, *, shown: int | Unchanged = UNCHANGED) -> None:
    """Lock the window after so many minutes without a key or mouse; 0 is never.

    CHANGED_MEANWHILE if it is no more what was `shown`.
    """
    shop = session.scalars(select(Shop)).one()
    check_shown(session, shop, "lock_minutes", minutes, shown=shown)
    if minutes not in range(_LONGEST_LOCK + 1):
        raise InvalidInput(Problem.NUMBER_TOO_LARGE, "lock_minutes", limit=_LONGEST_LOCK)
    shop.lock_minutes = minutes


def _fill(shop: Shop, draft: ShopDraft) -> None:
    if shop.currency != _IRAN:
        draft = replace(draft, money_unit=MoneyUnit.MAJOR)
    elif draft.money_unit is MoneyUnit.MAJOR:
        raise InvalidInput(Problem.CHOICE_WRONG, "money_unit")
    shop.money_unit = draft.money_unit
    shop.name = line_of(draft.name, "name")
    if not shop.name:
        raise InvalidInput(Problem.NAME_MISSING, "name")
    shop.phone = line_of(draft.phone, "phone")
    shop.area_code = _area_code(draft.area_code)
    shop.address = lines_of(draft.address, "address")
    shop.promise_low = _days(draft.promise_low, "promise_low")
    shop.promise_normal = _days(draft.promise_normal, "promise_normal")
    shop.promise_high = _days(draft.promise_high, "promise_high")
    shop.promise_critical = _days(draft.promise_critical, "promise_critical")


def _area_code(text: str) -> str:
    digits = to_latin_digits(line_of(text, "area_code")).lstrip("0")
    if not digits:
        return ""
    if not digits.isascii() or not digits.isdigit():
        raise InvalidInput(Problem.PHONE_NOT_DIGITS, "area_code")
    if len(digits) not in _AREA_DIGITS:
        raise InvalidInput(Problem.PHONE_INVALID, "area_code")
    return "0" + digits


def _days(days: int, field: str) -> int:
    if days < 0:
        raise InvalidInput(Problem.NUMBER_NEGATIVE, field)
    if days > _LONGEST_PROMISE:
        raise InvalidInput(Problem.NUMBER_TOO_LARGE, field, limit=_LONGEST_PROMISE)
    return days
