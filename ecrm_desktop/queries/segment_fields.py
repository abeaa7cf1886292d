"""Conditions on the fields of a customer, as SQL over a line `f` of `customer_figures`."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from sqlalchemy.orm import Session

from ecrm_desktop.values.figure_numbers import (
    CONSENT_BITS,
    GRANTED,
    NUMBERED,
    REFUSED,
    number_of,
)
from ecrm_desktop.values.jalali import month_length, to_jalali
from ecrm_desktop.values.segment_rule import (
    PERCENT,
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
    ConsentChannel,
    CustomerKind,
    CustomerState,
    Gender,
    IncomeBand,
    RfmCell,
)
from ecrm_desktop.values.text import sort_key
from ecrm_desktop.values.time_windows import resolve

_NOBODY: Final = -1
_CHOICES: Final[Mapping[RuleField, tuple[str, type[StrEnum]]]] = MappingProxyType(
    {
        RuleField.KIND: ("f.kind", CustomerKind),
        RuleField.GENDER: ("f.gender", Gender),
        RuleField.INCOME: ("f.income", IncomeBand),
        RuleField.ACQUISITION: ("f.acquisition", AcquisitionChannel),
        RuleField.PREFERRED_CHANNEL: ("f.preferred_channel", Channel),
    }
)
_SCORES: Final[Mapping[RuleField, tuple[str, type[StrEnum]]]] = MappingProxyType(
    {RuleField.RFM_CELL: ("cell", RfmCell), RuleField.STATE: ("state", CustomerState)}
)
_WORDS: Final[Mapping[RuleField, str]] = MappingProxyType(
    {
        RuleField.PROVINCE: "f.province",
        RuleField.CITY: "f.city",
        RuleField.FAVORITE_BRAND: "f.top_brand",
    }
)
_CONSENTS: Final[Mapping[RuleField, ConsentChannel]] = MappingProxyType(
    {
        RuleField.SMS_CONSENT: ConsentChannel.SMS,
        RuleField.EMAIL_CONSENT: ConsentChannel.EMAIL,
        RuleField.CALL_CONSENT: ConsentChannel.CALL,
    }
)
_DAYS: Final[Mapping[RuleField, str]] = MappingProxyType(
    {
        RuleField.CREATED: "f.created",
        RuleField.FIRST_PURCHASE: "f.first",
        RuleField.LAST_PURCHASE: "f.last",
        RuleField.LAST_CONTACT: "f.last_contact",
    }
)
# Every 33 Jalali years have 8 leap days, evenly strewn: right for 1210 to 1500.
_YEAR: Final = "((33 * ({day} - 226530) + 11) / 12053)"
_NUMBERS: Final[Mapping[RuleField, str]] = MappingProxyType(
    {
        RuleField.PURCHASES: "f.purchases",
        RuleField.VISITS: "f.visits",
        RuleField.YEARS: "iif(f.first = 0, 0,"
        f" {_YEAR.format(day='f.last')} - {_YEAR.format(day='f.first')} + 1)",
        RuleField.TOTAL: "f.total",
        RuleField.RETURNS: "f.returns",
        RuleField.OPEN_COMPLAINTS: "f.open_complaints",
        RuleField.REFERRED_BUYERS: "f.referred_buyers",
        RuleField.REFERRED_MONEY: "f.referred_money",
    }
)
_SHARES: Final[Mapping[RuleField, tuple[str, str]]] = MappingProxyType(
    {
        RuleField.DISCOUNT_SHARE: ("f.discounted", "f.purchases"),
        RuleField.BRAND_SHARE: ("f.top_brand_money", "f.lines_money"),
        RuleField.SEASON_SHARE: (
            "max(f.spring, f.summer, f.autumn, f.winter)",
            "(f.spring + f.summer + f.autumn + f.winter)",
        ),
    }
)
_SCORED: Final[Mapping[RuleField, tuple[str, int]]] = MappingProxyType(
    {RuleField.ALIVE: ("alive", 10), RuleField.VALUE: ("value", 1), RuleField.LOSS: ("loss", 1)}
)


class Figures:
    """What conditions on fields need to know: the shop's day, and the numbers of its words."""

    def __init__(self, session: Session, today: date) -> None:
        self._session = session
        self.today = today

    @property
    def day(self) -> int:
        """The shop's day as an ordinal."""
        return self.today.toordinal()

    def words(self, words: Iterable[str]) -> str:
        """Return the numbers of words in any spelling, as SQL; those of no customer as -1."""
        numbers = (self._word(sort_key(word)) for word in words)
        return ", ".join(map(str, dict.fromkeys(numbers)))

    def _word(self, word: str) -> int:
        found = self._session.connection().exec_driver_sql(
            "SELECT number FROM figure_words WHERE word = ?", (word,)
        )
        number = found.scalar()
        return _NOBODY if number is None else int(number)


def condition(figures: Figures, leaf: FieldIs) -> str:  # noqa: PLR0911 - one of each kind
    """Return the condition that a field passes its test."""
    field, test = leaf.field, leaf.test
    match test:
        case OneOf(values):
            return _is_one_of(figures, field, values)
        case Filled():
            return _is_filled(field)
        case Range():
            return _is_within(figures, field, test)
        case Ago(days):
            column = _DAYS[field]
            return f"{column} > 0 AND {in_range(f'max(0, {figures.day} - {column})', days)}"
        case Within(window):
            found = resolve(window, figures.today)
            if found is None:
                return f"{_DAYS[field]} > 0"
            first, last = found.first.toordinal(), found.last.toordinal()
            return f"{_DAYS[field]} BETWEEN {max(first, 1)} AND {last}"
        case InMonth(month):
            return f"f.birthday BETWEEN {month * 100 + 1} AND {month * 100 + 31}"
        case Upcoming(count):
            return _has_birthday(figures.today, count)


def in_range(expression: str, wanted: Range, scale: int = 1) -> str:
    """Return the condition that a number lies in a range, whose ends are `scale` times as much."""
    ends = []
    if wanted.low is not None:
        ends.append(f"{expression} >= {wanted.low * scale}")
    if wanted.high is not None:
        ends.append(f"{expression} <= {wanted.high * scale}")
    return " AND ".join(ends)


def is_share(part: str, whole: str, wanted: Range) -> str:
    """Return the condition that a part is so many per cent of a whole, which has to be there."""
    ends = [f"{whole} > 0"]
    if wanted.low is not None:
        ends.append(f"{part} * {PERCENT} >= {whole} * {wanted.low}")
    if wanted.high is not None:
        ends.append(f"{part} * {PERCENT} <= {whole} * {wanted.high}")
    return " AND ".join(ends)


def choices(members: Iterable[StrEnum]) -> str:
    """Return the numbers of choices as SQL; one that nobody can have is -1."""
    return ", ".join(str(number_of(one) or _NOBODY) for one in members)


def _is_one_of(figures: Figures, field: RuleField, values: tuple[str, ...]) -> str:
    if field in _WORDS:
        return f"{_WORDS[field]} IN ({figures.words(values)})"
    if field in _CONSENTS:
        said = ", ".join(
            str({"granted": GRANTED, "refused": REFUSED}.get(one, _NOBODY)) for one in values
        )
        return f"{_consent(field)} IN ({said})"
    if field in _SCORES:
        column, kind = _SCORES[field]
        return _scored(f"{column} IN ({_members(kind, values)})")
    column, kind = _CHOICES[field]
    return f"{column} IN ({_members(kind, values)})"


def _members(kind: type[StrEnum], values: Iterable[str]) -> str:
    known = {str(one): one for one in NUMBERED[kind]}
    return ", ".join(
        str(number_of(known[one]) if one in known else _NOBODY) for one in dict.fromkeys(values)
    )


def _is_filled(field: RuleField) -> str:
    if field in _CONSENTS:
        return f"{_consent(field)} <> 0"
    if field in _SCORES:
        return _scored(f"{_SCORES[field][0]} > 0")
    columns = {
        **_WORDS,
        **_DAYS,
        **{name: column for name, (column, _kind) in _CHOICES.items()},
        RuleField.AGE: "f.birth_year",
        RuleField.BIRTHDAY: "f.birthday",
        RuleField.REFERRER: "f.referrer",
    }
    return f"{columns[field]} > 0"


def _is_within(figures: Figures, field: RuleField, wanted: Range) -> str:
    if field in _NUMBERS:
        return in_range(_NUMBERS[field], wanted)
    if field in _SHARES:
        return is_share(*_SHARES[field], wanted)
    if field in _SCORED:
        column, scale = _SCORED[field]
        return _scored(in_range(column, wanted, scale))
    year = to_jalali(figures.today)[0]
    return f"f.birth_year > 0 AND {in_range(f'{year} - f.birth_year', wanted)}"


def _has_birthday(today: date, count: int) -> str:
    last = today + timedelta(days=count)
    first_year, *_rest = to_jalali(today)
    last_year, last_month, last_day = to_jalali(last)
    if (last - today).days >= 365 or last_year > first_year + 1:  # noqa: PLR2004 - days of a year
        return "f.birthday > 0"
    begins, ends = (month * 100 + day for _, month, day in map(to_jalali, (today, last)))
    # Whoever was born on a leap day has it on the last day of the other years.
    if last_month == 12 and last_day == month_length(last_year, last_month):  # noqa: PLR2004
        ends = 1231
    if begins <= ends and first_year == last_year:
        return f"f.birthday BETWEEN {begins} AND {ends}"
    return f"(f.birthday >= {begins} OR f.birthday BETWEEN 1 AND {ends})"


def _consent(field: RuleField) -> str:
    place = CONSENT_BITS * (number_of(_CONSENTS[field]) - 1)
    return f"((f.consents >> {place}) & {GRANTED | REFUSED})"


def _scored(test: str) -> str:
    return f"f.number IN (SELECT number FROM customer_scores WHERE {test})"


def value_of(figures: Figures, leaf: FieldIs) -> str | None:
    """Return what a condition is about as SQL over a line `f`, None where it says all itself.

    Numbers, amounts, per cents rounded down, and days as ordinals; NULL where there is none.
    """
    field = leaf.field
    if field in _DAYS:
        return f"nullif({_DAYS[field]}, 0)"
    if not isinstance(leaf.test, Range):
        return None
    if field in _NUMBERS:
        return _NUMBERS[field]
    if field in _SHARES:
        part, whole = _SHARES[field]
        return f"iif({whole} > 0, {part} * {PERCENT} / {whole}, NULL)"
    if field in _SCORED:
        column, scale = _SCORED[field]
        return f"(SELECT {column} / {scale} FROM customer_scores WHERE number = f.number)"
    return f"iif(f.birth_year > 0, {to_jalali(figures.today)[0]} - f.birth_year, NULL)"
