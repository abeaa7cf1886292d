"""On which days something was written, as a witness that no wrong clock of a day can bribe."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import ChangeGroup

SEEN_DAYS: Final = 7
"""A clock that stays wrong through so many days of work is believed."""

_BLOCK: Final = 1_000


@dataclass(frozen=True, slots=True)
class WorkDay:
    """A day as the clock said it, and the number of the last group that was captured on it."""

    on: date
    last: int


def latest_days(session: Session, count: int) -> list[WorkDay]:
    """Return the last so many different days (UTC) on which something was written, latest first."""
    days: dict[date, int] = {}
    below: int | None = None
    while len(days) < count:
        statement = select(ChangeGroup.number, ChangeGroup.at).order_by(ChangeGroup.number.desc())
        if below is not None:
            statement = statement.where(ChangeGroup.number < below)
        rows = session.execute(statement.limit(_BLOCK)).all()
        for number, at in rows:
            days.setdefault(at.date(), number)
        if len(rows) < _BLOCK:
            break
        below = rows[-1].number
    return [WorkDay(on, last) for on, last in list(days.items())[:count]]


def believed_today(session: Session) -> date | None:
    """Return the earliest of the last `SEEN_DAYS` days of work; None where there were fewer.

    Whatever is older than this day by so and so long is so by the word of all seven: a clock that
    is wrong for a day or two, or stands still, makes nothing older.
    """
    days = latest_days(session, SEEN_DAYS)
    return min(one.on for one in days) if len(days) == SEEN_DAYS else None


def is_over(days: Sequence[WorkDay], since: datetime, group: int, wait: timedelta) -> bool:
    """Tell whether a while has passed since a group of changes was captured at `since`.

    It has if `SEEN_DAYS` later days of work say so, or if there were as many of them since as the
    while and these have together, whatever they are called. `days` are at least so many.
    """
    later = [one for one in days if one.last > group]
    end = (since + wait).date()
    return sum(one.on > end for one in later) >= SEEN_DAYS or len(later) >= wait.days + SEEN_DAYS
