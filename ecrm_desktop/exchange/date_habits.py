"""In which calendar and order the author of a file writes dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.exchange.dates import NO_YEAR, date_reader, is_serial
from ecrm_desktop.exchange.mapping import DateOrder
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.jalali import Calendar
from ecrm_desktop.values.text import fold

_LATELY: Final = 20 * 366
_ORDERS: Final[tuple[tuple[Calendar, DateOrder], ...]] = (
    ("jalali", DateOrder.YMD),
    ("gregorian", DateOrder.YMD),
    ("jalali", DateOrder.DMY),
    ("gregorian", DateOrder.DMY),
    ("gregorian", DateOrder.MDY),
    ("jalali", DateOrder.MDY),
)
_JALALI_CENTURIES = ("12", "13", "14", "15")


@dataclass(frozen=True, slots=True)
class DateHabit:
    """How dates are written; the flags tell whether calendar and order could be another."""

    calendar: Calendar | None
    order: DateOrder
    calendar_unsure: bool = False
    order_unsure: bool = False


def date_habit(cells: Sequence[Cell], today: date) -> DateHabit:
    """Return the calendar and order by which most of the cells are dates, and likely ones.

    The calendar is None where full years tell it and both calendars are used.
    """
    moments = [cell for cell in cells if isinstance(cell, date) or is_serial(cell)]
    texts = [
        str(cell)
        for cell in cells
        if cell is not None and not isinstance(cell, date) and not is_serial(cell)
    ]
    texts = [text for text in texts if text.strip() and not NO_YEAR.fullmatch(fold(text))]
    if not texts:
        return DateHabit("gregorian" if moments else None, DateOrder.YMD)
    scores = [
        (_score(texts, calendar, order, today), calendar, order) for calendar, order in _ORDERS
    ]
    best, calendar, order = max(scores, key=lambda score: score[0])
    rivals = [(c, o) for score, c, o in scores if score == best]
    seen = _calendars(texts, calendar, order, today)
    if moments:
        seen.add("gregorian")
    full_years = all(_has_full_year(text) for text in texts)
    if full_years:
        return DateHabit(
            next(iter(seen)) if len(seen) == 1 else None,
            order,
            # Nobody writes the month first in Persian.
            order_unsure=seen == {"gregorian"}
            and len({o for _, o in rivals}) > 1
            and not all(_is_year_first(text) for text in texts),
        )
    return DateHabit(
        calendar,
        order,
        calendar_unsure=len({c for c, _ in rivals}) > 1,
        order_unsure=len({o for _, o in rivals}) > 1,
    )


def _score(
    texts: Sequence[str], calendar: Calendar, order: DateOrder, today: date
) -> tuple[int, int, int]:
    """Return how many texts are dates this way, have the year there, and were not long ago."""
    read = date_reader(calendar, order, today, past=False)
    dates = natural = recent = 0
    for text in texts:
        try:
            day = read(text)
        except EcrmError:
            continue
        dates += 1
        natural += not _has_full_year(text) or _is_year_first(text) == (order is DateOrder.YMD)
        recent += 0 <= (today - day).days <= _LATELY
    return dates, natural, recent


def _calendars(
    texts: Sequence[str], calendar: Calendar, order: DateOrder, today: date
) -> set[Calendar]:
    read = date_reader(calendar, order, today, past=False)
    found: set[Calendar] = set()
    for text in texts:
        try:
            read(text)
        except EcrmError:
            continue
        years = [run for run in _runs(text) if len(run) in {4, 8}]
        is_jalali = any(
            run.startswith(_JALALI_CENTURIES) or (len(run) > 4 and run[4:6] in _JALALI_CENTURIES)  # noqa: PLR2004
            for run in years
        )
        found.add("jalali" if is_jalali else "gregorian")
    return found


def _runs(text: str) -> list[str]:
    return "".join(letter if letter.isdecimal() else " " for letter in fold(text)).split()


def _has_full_year(text: str) -> bool:
    return any(len(run) in {4, 8} for run in _runs(text)[:3])


def _is_year_first(text: str) -> bool:
    runs = _runs(text)
    return bool(runs) and len(runs[0]) in {4, 8}
