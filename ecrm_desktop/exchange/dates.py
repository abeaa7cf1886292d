"""Dates as files have them: any calendar, any order, perhaps with a time behind."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.mapping import DateOrder
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.jalali import (
    GREGORIAN_MONTH_NAMES,
    GREGORIAN_YEARS,
    JALALI_YEARS,
    MONTH_NAMES,
    WEEKDAY_NAMES,
    Calendar,
    PartialDate,
    from_jalali,
    month_length,
    parse_date,
    to_jalali,
)
from ecrm_desktop.values.text import fold

NUMBERS: Final = re.compile(
    r"(?P<a>\d{1,4})(?P<sign>\s?[-/.,،\\]\s?|\s)(?P<b>\d{1,2})(?P=sign)(?P<c>\d{1,4})"
)
"""A date of three numbers with one sign between them, in folded text."""

_CLOCK: Final = (
    r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]m|[قب]\.?\s?ظ|صبح|عصر|(?:قبل|بعد) از ظهر)?"
)
_TIME: Final = re.compile(
    rf"(?:[\sT,،_-]+(?:ساعت\s*:?\s*)?){_CLOCK}\s?(?:z|utc|gmt|[+-]\d{{2}}:?\d{{2}})?$",
    re.IGNORECASE,
)
_TIME_FIRST: Final = re.compile(rf"^(?:ساعت\s*:?\s*)?{_CLOCK}[\s,،_-]+(?=\S)", re.IGNORECASE)
_MONTH_WORD: Final = re.compile(r"(?<=[^\W\d_]) ?ماه(?= |$)")
_BRACKETED_DAY: Final = re.compile(r"\( ?[^\W\d_]+(?: [^\W\d_]+)? ?\)")
_RUN = re.compile(r"\d{8}|\d{6}")
_DAY_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .-]+(?:de )?([^\W\d]+)[ .,،-]+(\d{2,4})")
_MONTH_NAMED = re.compile(r"([^\W\d]+)[ .-]+(\d{1,2})(?:st|nd|rd|th)?[ ,،]+(\d{4})")
NO_YEAR: Final = re.compile(r"(--)?(\d{1,2})\s?[-/. ]\s?(\d{1,2})")
"""A month and a day, in folded text; `--05-14` is the Gregorian form of ISO 8601 and vCard."""


_LAST_MONTH = 12
_FULL_YEAR = 4
_CENTURY = 100
_SERIAL_LENGTH = 5
_SERIALS = (10_000, 100_000)
_FIRST_DAY, _FIRST_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)


def _month_names() -> Mapping[str, tuple[Calendar, int]]:
    found: dict[str, tuple[Calendar, int]] = {}
    for calendar, names in (("jalali", MONTH_NAMES), ("gregorian", GREGORIAN_MONTH_NAMES)):
        for language, months in names.items():
            for month, name in enumerate(months, 1):
                said: Calendar = "jalali" if calendar == "jalali" else "gregorian"
                found[fold(name)] = (said, month)
                if language == "en" and said == "gregorian":
                    found[fold(name)[:3]] = (said, month)
    return MappingProxyType(found)


MONTHS: Final = _month_names()
_WEEKDAYS: Final = re.compile(
    r"^(?:{})\w*[\s,،]+(?!$)".format(
        "|".join(
            sorted(
                {
                    spelling
                    for names in WEEKDAY_NAMES.values()
                    for name in names
                    for spelling in (fold(name), fold(name.replace("\u200c", " ")), fold(name)[:3])
                    if len(spelling) == 3 or spelling[0] not in "mtwfs"  # noqa: PLR2004
                },
                key=len,
                reverse=True,
            )
        )
    )
)


def without_time(text: str) -> str:
    """Return the folded text of a cell without a weekday before and a time behind its date."""
    plain = fold(text)
    if "(" in plain:
        plain = " ".join(_BRACKETED_DAY.sub(" ", plain).split())
    if ":" in plain:
        plain = _TIME.sub("", plain.replace("t", " ", 1) if plain[10:11] == "t" else plain)
        plain = _TIME_FIRST.sub("", plain)
    if "ماه" in plain:
        plain = _MONTH_WORD.sub("", plain)
    return _WEEKDAYS.sub("", plain)


def is_serial(cell: Cell) -> bool:
    """Tell whether a cell of a date may be Excel's count of days, shown as a plain number."""
    if isinstance(cell, str):
        return len(cell) == _SERIAL_LENGTH and cell.isascii() and cell.isdecimal()
    return isinstance(cell, (int, float)) and _SERIALS[0] <= cell < _SERIALS[1]


def date_reader(
    calendar: Calendar | None,
    order: DateOrder,
    today: date,
    *,
    past: bool,
    from_1904: bool = False,
) -> Callable[[Cell], date]:
    """Return what reads a cell as a date, with the problems of `values.jalali.parse_date`.

    A year of four digits tells calendar and place by itself. One of two digits is the nearest such
    year of `calendar` (Jalali if it is None), and with `past` no later than this one. With `past`
    a day to come is DATE_IN_FUTURE. Excel's count of days begins later with `from_1904`.
    """
    years = _Years(calendar or "jalali", today, past=past)

    def read(cell: Cell) -> date:
        if isinstance(cell, datetime):
            day = cell.date()
        elif isinstance(cell, date):
            day = cell
        elif is_serial(cell):
            day = (_FIRST_OF_1904 if from_1904 else _FIRST_DAY) + timedelta(int(float(str(cell))))
        else:
            if isinstance(cell, float) and cell.is_integer():
                cell = int(cell)
            day = _read_text(without_time(str(cell)), order, years, today)
        if day.year not in GREGORIAN_YEARS:
            raise InvalidInput(Problem.DATE_OUT_OF_RANGE)
        if past and day > today:
            raise InvalidInput(Problem.DATE_IN_FUTURE)
        return day

    return read


def birthday_reader(
    calendar: Calendar | None, order: DateOrder, today: date, *, from_1904: bool = False
) -> Callable[[Cell], PartialDate]:
    """Return what reads a cell as a birthday, whose year may be left out.

    Without a year a Gregorian day becomes the Jalali one of this year, which may be a day off.
    """
    read_date = date_reader(calendar, order, today, past=True, from_1904=from_1904)

    def read(cell: Cell) -> PartialDate:
        if isinstance(cell, str):
            match = NO_YEAR.fullmatch(fold(cell))
            if match:
                return without_year(bool(match[1]), int(match[2]), int(match[3]))
            if not any(letter.isdecimal() for letter in cell[2:]):
                return PartialDate.parse(cell, today=today)
        return PartialDate(*to_jalali(read_date(cell)))

    def without_year(is_iso: bool, first: int, second: int) -> PartialDate:  # noqa: FBT001 - local
        is_day_first = order is DateOrder.DMY and not is_iso
        month, day = (second, first) if is_day_first else (first, second)
        if calendar == "gregorian" or (is_iso and calendar is None):
            return PartialDate(None, *to_jalali(_gregorian(today.year, month, day))[1:])
        return PartialDate(None, month, day)

    return read


class _Years:
    """Completes years of two digits."""

    def __init__(self, calendar: Calendar, today: date, *, past: bool) -> None:
        self.calendar = calendar
        self._this = to_jalali(today)[0] if calendar == "jalali" else today.year
        self._past = past

    def complete(self, digits: str) -> int:
        """Return the year that is meant."""
        year = int(digits)
        if len(digits) == _FULL_YEAR or year >= _CENTURY:
            return year
        year += self._this - self._this % _CENTURY
        if self._past:
            return year if year <= self._this + 1 else year - _CENTURY
        nearest = (year - _CENTURY, year, year + _CENTURY)
        return min(nearest, key=lambda one: abs(one - self._this))


def _read_text(text: str, order: DateOrder, years: _Years, today: date) -> date:
    if match := NUMBERS.fullmatch(text):
        return _of_parts((match["a"], match["b"], match["c"]), order, years)
    if _RUN.fullmatch(text):
        return _of_parts(_cut(text, order), order, years)
    if match := _DAY_NAMED.fullmatch(text):
        return _of_named(match[2], match[1], match[3], years)
    if match := _MONTH_NAMED.fullmatch(text):
        return _of_named(match[1], match[2], match[3], years)
    return parse_date(text, today=today)


def _cut(run: str, order: DateOrder) -> tuple[str, str, str]:
    length = len(run) - _FULL_YEAR
    year_first = order is DateOrder.YMD or (
        length == _FULL_YEAR
        and (int(run[:4]) in JALALI_YEARS or int(run[:4]) in GREGORIAN_YEARS)
        and int(run[4:]) not in JALALI_YEARS
        and int(run[4:]) not in GREGORIAN_YEARS
    )
    if year_first:
        return run[:length], run[length : length + 2], run[length + 2 :]
    return run[:2], run[2:4], run[4:]


def _of_parts(parts: tuple[str, str, str], order: DateOrder, years: _Years) -> date:
    first, middle, last = parts
    if len(first) == _FULL_YEAR:
        return _date(years.complete(first), int(middle), int(last))
    if order is DateOrder.YMD:
        if len(last) != _FULL_YEAR:
            return _date(years.complete(first), int(middle), int(last))
        # The year comes last all the same: Persian then has the day first, others either.
        if int(last) not in JALALI_YEARS and max(int(first), int(middle)) <= _LAST_MONTH:
            raise InvalidInput(Problem.DATE_WRONG)
        is_month_first = int(middle) > _LAST_MONTH and int(last) not in JALALI_YEARS
        order = DateOrder.MDY if is_month_first else DateOrder.DMY
    day, month = (middle, first) if order is DateOrder.MDY else (first, middle)
    return _date(years.complete(last), int(month), int(day))


def _of_named(name: str, day: str, year: str, years: _Years) -> date:
    calendar, month = MONTHS.get(name, ("", 0))
    if not month:
        raise InvalidInput(Problem.DATE_WRONG)
    if len(year) != _FULL_YEAR and calendar != years.calendar:
        raise InvalidInput(Problem.DATE_WRONG)
    full = years.complete(year)
    if full not in (JALALI_YEARS if calendar == "jalali" else GREGORIAN_YEARS):
        raise InvalidInput(Problem.DATE_OUT_OF_RANGE)
    return _date(full, month, int(day))


def _date(year: int, month: int, day: int) -> date:
    if not 1 <= month <= _LAST_MONTH or day < 1:
        raise InvalidInput(Problem.DATE_WRONG)
    if year in JALALI_YEARS:
        last_day = month_length(year, month)
        if day > last_day:
            raise InvalidInput(Problem.DATE_NOT_IN_MONTH, last_day=last_day)
        return from_jalali(year, month, day)
    return _gregorian(year, month, day)


def _gregorian(year: int, month: int, day: int) -> date:
    if year not in GREGORIAN_YEARS:
        raise InvalidInput(Problem.DATE_OUT_OF_RANGE)
    if not 1 <= month <= _LAST_MONTH or day < 1:
        raise InvalidInput(Problem.DATE_WRONG)
    last_day = monthrange(year, month)[1]
    if day > last_day:
        raise InvalidInput(Problem.DATE_NOT_IN_MONTH, last_day=last_day)
    return date(year, month, day)
