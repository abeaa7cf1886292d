"""The time of day in a cell, perhaps behind a date and with its distance from UTC."""

import re
from datetime import datetime, time, timedelta, timezone, tzinfo
from typing import Final

from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.digits import to_latin_digits

_TIME: Final = re.compile(
    r"(?<![\d:])(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*"
    r"(a\.?m\b\.?|p\.?m\b\.?|ق\.?ظ|ب\.?ظ|صبح|عصر|بعدازظهر|بعد از ظهر|شب)?"
    r"\s*(z\b|utc\b|gmt\b|[+-]\d\d:?\d\d(?!\d))?",
    re.IGNORECASE,
)
_AFTER_NOON: Final = ("p", "ب", "عصر", "بعد", "شب")
_NOON = 12


def clock_of(cell: Cell) -> tuple[time, tzinfo | None] | None:
    """Return a time and, if the cell says it, where that is; None if there is none."""
    if isinstance(cell, datetime):
        return (cell.time(), None) if cell.time() != time() else None
    if isinstance(cell, time):
        return cell, None
    if not isinstance(cell, str) or ":" not in cell:
        return None
    found = _TIME.search(to_latin_digits(cell))
    if not found:
        return None
    hour, half = int(found[1]), (found[4] or "").casefold()
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half.startswith(_AFTER_NOON) else 0)
    try:
        clock = time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None
    return clock, _zone(found[5])


def _zone(said: str | None) -> tzinfo | None:
    if not said:
        return None
    digits = said.replace(":", "")
    if not digits[1:].isdecimal():
        return timezone.utc  # noqa: UP017 - as the others of this module
    away = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    return timezone(-away if digits[0] == "-" else away) if away < timedelta(days=1) else None
