"""What a condition on a customer's field says, as the end of "everyone who …"."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.segment_words import amount as amount_words
from ecrm_desktop.text.segment_words import either, percent, quoted, window_words
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import MONTH_NAMES
from ecrm_desktop.values.segment_rule import (
    MONEY_FIELDS,
    PERCENT_FIELDS,
    Ago,
    FieldIs,
    Filled,
    InMonth,
    OneOf,
    Range,
    RuleField,
    Upcoming,
    Within,
)
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    CustomerKind,
    CustomerState,
    Gender,
    IncomeBand,
    RfmCell,
)

Fact = int | str | date | None
"""What is so of one customer: a number or amount, a name or word, a day; None where unknown."""

CHOICES: Final[Mapping[RuleField, type[StrEnum]]] = MappingProxyType(
    {
        RuleField.KIND: CustomerKind,
        RuleField.GENDER: Gender,
        RuleField.INCOME: IncomeBand,
        RuleField.ACQUISITION: AcquisitionChannel,
        RuleField.PREFERRED_CHANNEL: Channel,
        RuleField.RFM_CELL: RfmCell,
        RuleField.STATE: CustomerState,
    }
)
CONSENTS: Final = frozenset(
    {RuleField.SMS_CONSENT, RuleField.EMAIL_CONSENT, RuleField.CALL_CONSENT}
)
_TITLES: Final[Mapping[RuleField, Callable[[], str]]] = MappingProxyType(
    {
        RuleField.KIND: lambda: translate("RuleField", "kind"),
        RuleField.GENDER: lambda: translate("RuleField", "gender"),
        RuleField.INCOME: lambda: translate("RuleField", "income"),
        RuleField.ACQUISITION: lambda: translate("RuleField", "way to the shop"),
        RuleField.PREFERRED_CHANNEL: lambda: translate("RuleField", "preferred channel"),
        RuleField.SMS_CONSENT: lambda: translate("RuleField", "answer about SMS"),
        RuleField.EMAIL_CONSENT: lambda: translate("RuleField", "answer about e-mail"),
        RuleField.CALL_CONSENT: lambda: translate("RuleField", "answer about calls"),
        RuleField.RFM_CELL: lambda: translate("RuleField", "group by recency, frequency and money"),
        RuleField.STATE: lambda: translate("RuleField", "state"),
        RuleField.PROVINCE: lambda: translate("RuleField", "province"),
        RuleField.CITY: lambda: translate("RuleField", "city"),
        RuleField.FAVORITE_BRAND: lambda: translate("RuleField", "favourite brand"),
        RuleField.AGE: lambda: translate("RuleField", "year of birth"),
        RuleField.BIRTHDAY: lambda: translate("RuleField", "birthday"),
        RuleField.REFERRER: lambda: translate("RuleField", "referrer"),
        RuleField.CREATED: lambda: translate("RuleField", "day of recording"),
        RuleField.FIRST_PURCHASE: lambda: translate("RuleField", "first purchase"),
        RuleField.LAST_PURCHASE: lambda: translate("RuleField", "last purchase"),
        RuleField.LAST_CONTACT: lambda: translate("RuleField", "last contact"),
        RuleField.PURCHASES: lambda: translate("RuleField", "number of purchases"),
        RuleField.VISITS: lambda: translate("RuleField", "number of visits"),
        RuleField.YEARS: lambda: translate("RuleField", "years as a buyer"),
        RuleField.TOTAL: lambda: translate("RuleField", "total of purchases"),
        RuleField.RETURNS: lambda: translate("RuleField", "number of returns"),
        RuleField.DISCOUNT_SHARE: lambda: translate("RuleField", "share of purchases on discount"),
        RuleField.BRAND_SHARE: lambda: translate("RuleField", "share of the favourite brand"),
        RuleField.SEASON_SHARE: lambda: translate("RuleField", "share of the best season"),
        RuleField.OPEN_COMPLAINTS: lambda: translate("RuleField", "open complaints"),
        RuleField.REFERRED_BUYERS: lambda: translate("RuleField", "buyers they brought"),
        RuleField.REFERRED_MONEY: lambda: translate("RuleField", "sales to those they brought"),
        RuleField.ALIVE: lambda: translate("RuleField", "chance of coming back"),
        RuleField.VALUE: lambda: translate("RuleField", "expected value of the next year"),
        RuleField.LOSS: lambda: translate("RuleField", "expected loss"),
    }
)
_NUMBERS: Final[Mapping[RuleField, Callable[[str, str], str]]] = MappingProxyType(
    {
        RuleField.AGE: lambda amount, limit: translate(
            "Segments", "is {amount} years old{limit}", amount=amount, limit=limit
        ),
        RuleField.PURCHASES: lambda amount, limit: translate(
            "Segments", "has {amount} purchases{limit}", amount=amount, limit=limit
        ),
        RuleField.VISITS: lambda amount, limit: translate(
            "Segments", "came {amount} times to buy{limit}", amount=amount, limit=limit
        ),
        RuleField.YEARS: lambda amount, limit: translate(
            "Segments", "has been a buyer over {amount} years{limit}", amount=amount, limit=limit
        ),
        RuleField.TOTAL: lambda amount, limit: translate(
            "Segments", "has bought for {amount} in all{limit}", amount=amount, limit=limit
        ),
        RuleField.RETURNS: lambda amount, limit: translate(
            "Segments", "has {amount} returns{limit}", amount=amount, limit=limit
        ),
        RuleField.DISCOUNT_SHARE: lambda amount, limit: translate(
            "Segments", "buys {amount} of the time on discount{limit}", amount=amount, limit=limit
        ),
        RuleField.BRAND_SHARE: lambda amount, limit: translate(
            "Segments",
            "spends {amount} of the money on one brand{limit}",
            amount=amount,
            limit=limit,
        ),
        RuleField.SEASON_SHARE: lambda amount, limit: translate(
            "Segments",
            "spends {amount} of the money in one season of the year{limit}",
            amount=amount,
            limit=limit,
        ),
        RuleField.OPEN_COMPLAINTS: lambda amount, limit: translate(
            "Segments", "has {amount} open complaints{limit}", amount=amount, limit=limit
        ),
        RuleField.REFERRED_BUYERS: lambda amount, limit: translate(
            "Segments", "brought {amount} customers who bought{limit}", amount=amount, limit=limit
        ),
        RuleField.REFERRED_MONEY: lambda amount, limit: translate(
            "Segments",
            "brought customers who bought for {amount}{limit}",
            amount=amount,
            limit=limit,
        ),
        RuleField.ALIVE: lambda amount, limit: translate(
            "Segments", "comes back with a chance of {amount}{limit}", amount=amount, limit=limit
        ),
        RuleField.VALUE: lambda amount, limit: translate(
            "Segments",
            "is expected to buy for {amount} within a year{limit}",
            amount=amount,
            limit=limit,
        ),
        RuleField.LOSS: lambda amount, limit: translate(
            "Segments",
            "may cost the shop {amount} by staying away{limit}",
            amount=amount,
            limit=limit,
        ),
    }
)


def field_title(field: RuleField) -> str:
    """Return what a field of rules is called."""
    return _TITLES[field]()


def value_name(field: RuleField, value: str) -> str:
    """Return a value of a choice in words, any other in quotes."""
    if field in CONSENTS:
        words = {
            "granted": translate("Segments", "yes"),
            "refused": translate("Segments", "no"),
        }
        return words.get(value) or quoted(value)
    kind = CHOICES.get(field)
    known = {str(one): one for one in kind} if kind is not None else {}
    return label(known[value]) if value in known else quoted(value)


def field_clause(
    leaf: FieldIs, display: Display, *, fact: Fact = None, denied: bool = False
) -> str:
    """Return what a condition says; with a `fact`, of one customer, whom it fits."""
    field, test = leaf.field, leaf.test
    match test:
        case OneOf(values):
            chosen = (fact,) if isinstance(fact, str) and fact and not denied else values
            return _one_of(field, chosen, denied=denied)
        case Filled():
            title = field_title(field)
            if denied:
                return translate("Segments", "has the {field} empty", field=title)
            return translate("Segments", "has the {field} filled in", field=title)
        case Range():
            return _NUMBERS[field](*_measured(test, _shown_as(field, display), fact))
        case Ago() | Within():
            return _day_clause(field, test, display, fact)
    return _birthday_clause(test, display)


def _one_of(field: RuleField, values: Iterable[str], *, denied: bool) -> str:
    title, named = field_title(field), either(value_name(field, one) for one in values)
    if denied:
        return translate("Segments", "has as {field} not {values}", field=title, values=named)
    return translate("Segments", "has as {field} {values}", field=title, values=named)


def _day_clause(field: RuleField, test: Ago | Within, display: Display, fact: Fact) -> str:
    title = field_title(field)
    if isinstance(test, Ago):
        days, limit = _measured(test.days, display.number, fact)
        return translate(
            "Segments", "has the {field} {days} days ago{limit}",
            field=title, days=days, limit=limit,
        )  # fmt: skip
    when = window_words(test.window, display)
    if isinstance(fact, date):
        return translate(
            "Segments", "has the {field} on {day}{limit}",
            field=title, day=display.date(fact), limit=limit_words(when),
        )  # fmt: skip
    return translate("Segments", "has the {field} {when}", field=title, when=when)


def _birthday_clause(test: Upcoming | InMonth, display: Display) -> str:
    if isinstance(test, InMonth):
        name = MONTH_NAMES[display.language][test.month - 1]
        return translate("Segments", "has the birthday in {month}", month=name)
    days = display.number(test.days)
    return translate("Segments", "has the birthday within {days} days from today", days=days)


def _measured(wanted: Range, show: Callable[[int], str], fact: Fact) -> tuple[str, str]:
    """Return how much, and in brackets how much it has to be where that is another thing."""
    words = amount_words(wanted, show)
    return (show(fact), limit_words(words)) if isinstance(fact, int) else (words, "")


def limit_words(wanted: str) -> str:
    """Return what a condition asks for, in brackets behind what is so."""
    return translate("Segments", " ({wanted})", wanted=wanted)


def _shown_as(field: RuleField, display: Display) -> Callable[[int], str]:
    if field in MONEY_FIELDS:
        return display.money_with_unit
    return percent(display) if field in PERCENT_FIELDS else display.number
