"""Stretches of days that reports and figures are about, and the months inside them."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.jalali import Calendar, from_jalali, month_length, to_jalali

_MONTHS_OF_YEAR = 12
WEEK_BEGINS = {"jalali": 5, "gregorian": 0}
"""The first day of the week by calendar, as `date.weekday()` counts."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; raises InvalidInput PERIOD_BACKWARDS."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidInput(Problem.PERIOD_BACKWARDS)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def before(self) -> "Period":
        """Return the period of the same length that ends the day before."""
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a calendar, or the part of it inside a period."""

    year: int
    month: int
    days: Period


class PeriodChoice(StrEnum):
    """The periods people ask for; those of the present end today."""

    TODAY = "today"
    THIS_WEEK = "this_week"
    LAST_30_DAYS = "last_30_days"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_SEASON = "this_season"
    LAST_SEASON = "last_season"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    LAST_12_MONTHS = "last_12_months"


# How many months of the year a choice covers, and whether they are over.
_SPANS = {
    PeriodChoice.THIS_MONTH: (1, False),
    PeriodChoice.LAST_MONTH: (1, True),
    PeriodChoice.THIS_SEASON: (3, False),
    PeriodChoice.LAST_SEASON: (3, True),
    PeriodChoice.THIS_YEAR: (_MONTHS_OF_YEAR, False),
    PeriodChoice.LAST_YEAR: (_MONTHS_OF_YEAR, True),
}


def chosen_period(choice: PeriodChoice, today: date, calendar: Calendar) -> Period:
    """Return the days of a choice; months, seasons and years are those of `calendar`."""
    year, month, _day = _parts(today, calendar)
    if choice in _SPANS:
        span, over = _SPANS[choice]
        first = _day_of(year, month - (month - 1) % span, 1, calendar)
        if over:
            return Period(add_months(first, -span, calendar), first - timedelta(days=1))
        return Period(first, today)
    days_back = {
        PeriodChoice.TODAY: 0,
        PeriodChoice.THIS_WEEK: (today.weekday() - WEEK_BEGINS[calendar]) % 7,
        PeriodChoice.LAST_30_DAYS: 29,
    }
    if choice in days_back:
        return Period(today - timedelta(days=days_back[choice]), today)
    this_month = _day_of(year, month, 1, calendar)
    return Period(add_months(this_month, 1 - _MONTHS_OF_YEAR, calendar), today)


def period_before(choice: PeriodChoice, today: date, calendar: Calendar) -> Period:
    """Return what a choice is fairly compared with: its like before, up to the same day."""
    period = chosen_period(choice, today, calendar)
    if choice is PeriodChoice.THIS_WEEK:
        week = timedelta(days=7)
        return Period(period.first - week, period.last - week)
    if choice not in _SPANS and choice is not PeriodChoice.LAST_12_MONTHS:
        return period.before()
    months = -_SPANS.get(choice, (_MONTHS_OF_YEAR, False))[0]
    last = add_months(period.last, months, calendar)
    if _ends_month(period.last, calendar):
        year, month, _day = _parts(last, calendar)
        last = _day_of(year, month, _length(year, month, calendar), calendar)
    return Period(add_months(period.first, months, calendar), last)


def months_of(period: Period, calendar: Calendar) -> Iterator[Month]:
    """Yield the months a period touches, in order, each cut to the days inside the period."""
    year, month, _day = _parts(period.first, calendar)
    first = period.first
    while first <= period.last:
        end = _day_of(year, month, _length(year, month, calendar), calendar)
        yield Month(year, month, Period(first, min(end, period.last)))
        first = end + timedelta(days=1)
        year, month = (year, month + 1) if month < _MONTHS_OF_YEAR else (year + 1, 1)


def add_months(day: date, months: int, calendar: Calendar) -> date:
    """Return the same day of a later or earlier month; a day it lacks becomes its last day."""
    year, month, number = _parts(day, calendar)
    year, month = divmod(year * _MONTHS_OF_YEAR + month - 1 + months, _MONTHS_OF_YEAR)
    month += 1
    return _day_of(year, month, min(number, _length(year, month, calendar)), calendar)


def _ends_month(day: date, calendar: Calendar) -> bool:
    year, month, number = _parts(day, calendar)
    return number == _length(year, month, calendar)


def _parts(day: date, calendar: Calendar) -> tuple[int, int, int]:
    return to_jalali(day) if calendar == "jalali" else (day.year, day.month, day.day)


def _day_of(year: int, month: int, day: int, calendar: Calendar) -> date:
    return from_jalali(year, month, day) if calendar == "jalali" else date(year, month, day)


def _length(year: int, month: int, calendar: Calendar) -> int:
    return month_length(year, month) if calendar == "jalali" else monthrange(year, month)[1]
