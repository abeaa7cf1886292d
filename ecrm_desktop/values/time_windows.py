"""Stretches of time as people name them in rules, resolved to days against the shop's own day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.jalali import from_jalali, to_jalali
from ecrm_desktop.values.period import PeriodChoice, add_months, chosen_period

_WEEK: Final = 7
MOST_UNITS: Final = 9_999
"""The longest window, in days, weeks or months."""


class TimeUnit(StrEnum):
    """In what the length of a window is counted; months are Jalali ones."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Span(StrEnum):
    """A part of the Jalali calendar."""

    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


class Season(StrEnum):
    """A part of every year: the four of the Jalali calendar, and those that shops live by."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    NOWRUZ = "nowruz"  # 1 Esfand to 13 Farvardin
    YALDA = "yalda"  # 15 Azar to 1 Dey
    RAMADAN = "ramadan"  # moves through the Jalali year by some 11 days


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Ever:
    """All time."""


@dataclass(frozen=True, slots=True)
class Last:
    """The last so many days, weeks or months, today included; InvalidInput RULE_WINDOW_WRONG."""

    count: int
    unit: TimeUnit

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MOST_UNITS:
            raise InvalidInput(Problem.RULE_WINDOW_WRONG)


@dataclass(frozen=True, slots=True)
class Current:
    """This month, season or year of the Jalali calendar, up to today."""

    span: Span


@dataclass(frozen=True, slots=True)
class Previous:
    """The whole month, season or year before the present one."""

    span: Span


@dataclass(frozen=True, slots=True)
class Named:
    """A season as it was last: the one that has begun latest, up to today, or the one before."""

    season: Season
    before: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """Fixed days, both included, None for no end; raises InvalidInput RULE_WINDOW_WRONG."""

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise InvalidInput(Problem.RULE_WINDOW_WRONG)
        if self.first is not None and self.last is not None and self.last < self.first:
            raise InvalidInput(Problem.RULE_WINDOW_WRONG)


EVER: Final = Ever()
Window = Ever | Last | Current | Previous | Named | Between

_CURRENT: Final[Mapping[Span, PeriodChoice]] = MappingProxyType(
    {
        Span.MONTH: PeriodChoice.THIS_MONTH,
        Span.SEASON: PeriodChoice.THIS_SEASON,
        Span.YEAR: PeriodChoice.THIS_YEAR,
    }
)
_PREVIOUS: Final[Mapping[Span, PeriodChoice]] = MappingProxyType(
    {
        Span.MONTH: PeriodChoice.LAST_MONTH,
        Span.SEASON: PeriodChoice.LAST_SEASON,
        Span.YEAR: PeriodChoice.LAST_YEAR,
    }
)


def resolve(window: Window, today: date) -> Days | None:  # noqa: PLR0911 - one of each kind
    """Return the days of a window as they are on the shop's day; None for all time.

    Months, seasons and years are Jalali. A season of which the calendar knows no beginning before
    today (Ramadan before 1924) is an empty stretch: it ends before it begins.
    """
    match window:
        case Ever():
            return None
        case Last(count, TimeUnit.MONTHS):
            # From tomorrow back, so that a month that is over counts whole, however long it is.
            return Days(add_months(today + timedelta(days=1), -count, "jalali"), today)
        case Last(count, unit):
            days = count * (_WEEK if unit is TimeUnit.WEEKS else 1)
            return Days(today - timedelta(days=days - 1), today)
        case Current(span):
            period = chosen_period(_CURRENT[span], today, "jalali")
            return Days(period.first, period.last)
        case Previous(span):
            period = chosen_period(_PREVIOUS[span], today, "jalali")
            return Days(period.first, period.last)
        case Between(first, last):
            return Days(first or date.min, last or date.max)
        case Named(season, before):
            return _latest(season, today, 1 if before else 0)


def occurrences(season: Season, first: date, last: date) -> tuple[Days, ...]:
    """Return the stretches of a season that touch the days from `first` to `last`, in order."""
    years = range(to_jalali(first)[0] - 1, to_jalali(last)[0] + 1)
    found = (one for year in years for one in _in_year(season, year))
    return tuple(one for one in found if one.first <= last and one.last >= first)


def year_of(day: date) -> int:
    """Return the Jalali year of a day."""
    return to_jalali(day)[0]


def first_day_of(year: int) -> date:
    """Return 1 Farvardin of a Jalali year."""
    return from_jalali(year, 1, 1)


def _latest(season: Season, today: date, back: int) -> Days:
    year = to_jalali(today)[0]
    begun = [
        one
        for one_year in range(year - 3, year + 1)
        for one in _in_year(season, one_year)
        if one.first <= today
    ]
    if len(begun) <= back:
        return Days(today, today - timedelta(days=1))
    found = begun[-1 - back]
    return Days(found.first, min(found.last, today))


_OF_THE_YEAR: Final[Mapping[Season, tuple[tuple[int, int], tuple[int, int]]]] = MappingProxyType(
    {
        # First day and the day after the last one, as month and day; the latter is in the next
        # year where it comes first.
        Season.SPRING: ((1, 1), (4, 1)),
        Season.SUMMER: ((4, 1), (7, 1)),
        Season.AUTUMN: ((7, 1), (10, 1)),
        Season.WINTER: ((10, 1), (1, 1)),
        Season.NOWRUZ: ((12, 1), (1, 14)),
        Season.YALDA: ((9, 15), (10, 2)),
    }
)


@lru_cache(maxsize=1024)
def _in_year(season: Season, year: int) -> tuple[Days, ...]:
    """Return the stretches that begin in a Jalali year: one, but none or two of Ramadan."""
    if season is Season.RAMADAN:
        return tuple(one for one in _ramadans() if to_jalali(one.first)[0] == year)
    begins, ends = _OF_THE_YEAR[season]
    after = from_jalali(year + (ends < begins), *ends)
    return (Days(from_jalali(year, *begins), after - timedelta(days=1)),)


@lru_cache(maxsize=1)
def _ramadans() -> tuple[Days, ...]:
    """Return every Ramadan as Iran kept it, or is expected to, from 1980 on.

    It ends the day before Iran's Eid al-Fitr; the first day may be off by one.
    """
    # Read only where a rule asks for it: the tables of all calendars take their time.
    import holidays  # noqa: PLC0415 - as above
    from holidays.calendars.islamic import _IslamicLunar  # noqa: PLC0415 - as above

    years = range(1980, 2077)
    names = holidays.country_holidays("IR", years=years, language="en_US")
    eids = sorted(
        day
        for day in names
        for name in names.get_list(day)
        if name.startswith(_EID) and "Holiday" not in name
    )
    lunar = _IslamicLunar()
    begins = sorted({day for year in years for day, _ in lunar.ramadan_beginning_dates(year)})
    ends = sorted({day for year in years for day, _ in lunar.eid_al_fitr_dates(year)})
    found = []
    for eid in eids:
        # The package knows of the first day only as others see the moon: taken to be as much
        # earlier than in Iran as their last one is.
        end = min(ends, key=lambda day: abs(day - eid))
        begun = [day for day in begins if day < end]
        if begun:
            found.append(Days(begun[-1] + (eid - end), eid - timedelta(days=1)))
    return tuple(found)


_EID: Final = "Eid al-Fitr"
