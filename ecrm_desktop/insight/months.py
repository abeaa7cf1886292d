"""Jalali months and seasons as numbers that arrays can hold."""

from datetime import date, timedelta
from typing import Final

import numpy as np

from ecrm_desktop.analysis.arrays import Ints, Small
from ecrm_desktop.values.jalali import from_jalali, to_jalali

MONTHS_OF_SEASON: Final = 3
_MONTHS_OF_YEAR: Final = 12


def month_number(day: date) -> int:
    """Return the Jalali month of a day, counted from the year 0."""
    year, month, _ = to_jalali(day)
    return year * _MONTHS_OF_YEAR + month - 1


def first_day(number: int) -> date:
    """Return the first day of a numbered month."""
    year, month = divmod(number, _MONTHS_OF_YEAR)
    return from_jalali(year, month + 1, 1)


def last_day(number: int) -> date:
    """Return the last day of a numbered month."""
    return first_day(number + 1) - timedelta(days=1)


def year_and_month(number: int) -> tuple[int, int]:
    """Return the Jalali year and the month 1 to 12."""
    year, month = divmod(number, _MONTHS_OF_YEAR)
    return year, month + 1


def months_of_days(days: Ints | Small) -> Ints:
    """Return the month numbers of days (ordinals)."""
    if not len(days):
        return np.zeros(0, np.int64)
    # Through the first days of all months between: sorting millions of days takes longer.
    first = month_number(date.fromordinal(int(days.min())))
    last = month_number(date.fromordinal(int(days.max())))
    begins = [first_day(number).toordinal() for number in range(first + 1, last + 1)]
    found: Ints = np.searchsorted(np.array(begins, np.int64), days, side="right")
    found += first
    return found
