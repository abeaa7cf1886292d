"""Dates of the Jalali calendar at the edges; inside the program a date is a Gregorian `date`."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final, Literal, Self

from persiantools.jdatetime import JalaliDate

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.text import fold, fold_compact

Calendar = Literal["jalali", "gregorian"]

JALALI_YEARS: Final = range(1200, 1600)
GREGORIAN_YEARS: Final = range(1800, 2201)

MONTH_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "fa": ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی",
           "بهمن", "اسفند"),
    "en": ("Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban",
           "Azar", "Dey", "Bahman", "Esfand"),
}  # fmt: skip
"""Jalali months by language, Farvardin first."""

GREGORIAN_MONTH_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "fa": ("ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر",
           "نوامبر", "دسامبر"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
}  # fmt: skip

WEEKDAY_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "fa": ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
"""Days by language in the order of `date.weekday()`: Monday is 0."""

_DAYS_AWAY = {
    fold_compact(word): days
    for word, days in {
        "پریروز": -2, "دیروز": -1, "امروز": 0, "فردا": 1, "پس‌فردا": 2,
        "yesterday": -1, "today": 0, "tomorrow": 1,
    }.items()
}  # fmt: skip
_MONTH_OF_NAME = {
    fold(name): month for names in MONTH_NAMES.values() for month, name in enumerate(names, 1)
}
# One separator for the whole date: `1405/8-30` is a slip, not a date.
_YEAR_FIRST = re.compile(r"(\d{4})(?:(\d{2})(\d{2})|\s?([-/. ])\s?(\d{1,2})\s?\4\s?(\d{1,2}))")
_NAMED = re.compile(r"(\d{1,2}) ([^\W\d]+)(?: (\d{4}))?")
_NO_YEAR = re.compile(r"(\d{1,2})\s?[-/. ]\s?(\d{1,2})")
_STORED = re.compile(r"(\d{4}|-)-(\d{2})-(\d{2})")
_TIME = re.compile(r"(\d{1,2})(?:\s?[:.]?\s?(\d{2}))?")

_LONG_MONTHS = 6
_LAST_MONTH = 12
# A birthday without a year may be the leap day.
_A_LEAP_YEAR = 1403


def to_jalali(day: date) -> tuple[int, int, int]:
    """Return year, month and day of the official Iranian calendar."""
    jalali = JalaliDate(day)
    return jalali.year, jalali.month, jalali.day


def from_jalali(year: int, month: int, day: int) -> date:
    """Return the Gregorian date; ValueError if the month has no such day."""
    return JalaliDate(year, month, day).to_gregorian()


def month_length(year: int, month: int) -> int:
    """Return 29, 30 or 31: Esfand has 30 days in a leap year."""
    if month < _LAST_MONTH:
        return 31 if month <= _LONG_MONTHS else 30
    return 30 if JalaliDate.is_leap(year) else 29


def format_date(day: date) -> str:
    """Return `1405/08/30` with Latin digits; `Display.date` is for people's eyes."""
    return "{:04}/{:02}/{:02}".format(*to_jalali(day))


def parse_date(text: str, *, today: date) -> date:
    """Read a date, year first: `۱۴۰۵/۸/۳۰`, `1405-08-30`, `14050830`, `۳۰ آبان ۱۴۰۵` or امروز.

    Years 1200 to 1599 are Jalali, 1800 to 2200 Gregorian. Raises InvalidInput TEXT_EMPTY,
    DATE_WRONG, DATE_NOT_IN_MONTH (last_day), DATE_OUT_OF_RANGE.
    """
    plain = _plain(text)
    away = _DAYS_AWAY.get(plain.replace(" ", ""))
    if away is not None:
        return today + timedelta(days=away)
    if match := _YEAR_FIRST.fullmatch(plain):
        year, month, day = map(int, match.group(1, 2, 3) if match[2] else match.group(1, 5, 6))
        return _date(year, month, day)
    match = _NAMED.fullmatch(plain)
    if match and match[3] and match[2] in _MONTH_OF_NAME and int(match[3]) in JALALI_YEARS:
        return _date(int(match[3]), _MONTH_OF_NAME[match[2]], int(match[1]))
    raise InvalidInput(Problem.DATE_WRONG)


def parse_time(text: str) -> time:
    """Read a time of 24 hours: `14:30`, `۹:۰۵`, `1430`, `14`.

    Raises InvalidInput TEXT_EMPTY, TIME_WRONG.
    """
    match = _TIME.fullmatch(_plain(text))
    try:
        if match:
            return time(int(match[1]), int(match[2] or 0))
    except ValueError:
        pass
    raise InvalidInput(Problem.TIME_WRONG)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A Jalali birthday or anniversary, whose year may be unknown.

    Its text in the database is `str(partial)`: "1370-08-30", without a year "--08-30".
    Raises InvalidInput as `parse_date` does.
    """

    year: int | None
    month: int
    day: int

    def __post_init__(self) -> None:
        if self.year is not None and self.year not in JALALI_YEARS:
            raise InvalidInput(Problem.DATE_OUT_OF_RANGE)
        _check(self.month, self.day)
        _check_length(self.day, month_length(self.year or _A_LEAP_YEAR, self.month))

    @classmethod
    def parse(cls, text: str, *, today: date) -> Self:
        """Read what `parse_date` reads, and `8/30` or `۳۰ آبان` for a date without a year."""
        plain = _plain(text)
        if match := _NO_YEAR.fullmatch(plain):
            return cls(None, int(match[1]), int(match[2]))
        match = _NAMED.fullmatch(plain)
        if match and not match[3] and match[2] in _MONTH_OF_NAME:
            return cls(None, _MONTH_OF_NAME[match[2]], int(match[1]))
        return cls(*to_jalali(parse_date(text, today=today)))

    @classmethod
    def from_stored(cls, text: str) -> Self:
        """Read the text that `str` made; ValueError for any other."""
        match = _STORED.fullmatch(text)
        if not match:
            raise ValueError(text)
        year = None if match[1] == "-" else int(match[1])
        return cls(year, int(match[2]), int(match[3]))

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day:02}"

    def format(self) -> str:
        """Return `1370/08/30` or `08/30` with Latin digits, as `parse` reads it."""
        year = "" if self.year is None else f"{self.year:04}/"
        return f"{year}{self.month:02}/{self.day:02}"

    def next_occurrence(self, today: date) -> date:
        """Return the next anniversary, today included; 30 Esfand falls on the 29th if need be."""
        year, month, day = to_jalali(today)
        if (month, day) > (self.month, min(self.day, month_length(year, self.month))):
            year += 1
        return from_jalali(year, self.month, min(self.day, month_length(year, self.month)))


def _plain(text: str) -> str:
    plain = fold(text)
    if not plain:
        raise InvalidInput(Problem.TEXT_EMPTY)
    return plain


def _date(year: int, month: int, day: int) -> date:
    _check(month, day)
    if year in JALALI_YEARS:
        _check_length(day, month_length(year, month))
        return from_jalali(year, month, day)
    if year in GREGORIAN_YEARS:
        _check_length(day, monthrange(year, month)[1])
        return date(year, month, day)
    raise InvalidInput(Problem.DATE_OUT_OF_RANGE)


def _check(month: int, day: int) -> None:
    if not 1 <= month <= _LAST_MONTH or day < 1:
        raise InvalidInput(Problem.DATE_WRONG)


def _check_length(day: int, last_day: int) -> None:
    if day > last_day:
        raise InvalidInput(Problem.DATE_NOT_IN_MONTH, last_day=last_day)
