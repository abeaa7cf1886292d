"""When a repeated task is due again."""

from calendar import monthrange
from datetime import date, timedelta
from typing import TypeVar

from ecrm_desktop.values.jalali import Calendar, from_jalali, month_length, to_jalali
from ecrm_desktop.values.statuses import TaskRepeat

Day = TypeVar("Day", bound=date)

_DAYS = {TaskRepeat.DAILY: 1, TaskRepeat.WEEKLY: 7}
_MONTHS = {TaskRepeat.MONTHLY: 1, TaskRepeat.YEARLY: 12}


def next_due(due: Day, repeat: TaskRepeat, calendar: Calendar) -> Day:
    """Return the next due date, or date and time, of a repeated task.

    Months and years are those of `calendar`; a day that the month lacks becomes its last day.
    ValueError for `TaskRepeat.NONE`, which never comes back.
    """
    if repeat in _DAYS:
        return due + timedelta(days=_DAYS[repeat])
    if repeat not in _MONTHS:
        raise ValueError(repeat)
    year, month, day = to_jalali(due) if calendar == "jalali" else (due.year, due.month, due.day)
    months = year * 12 + month - 1 + _MONTHS[repeat]
    year, month = months // 12, months % 12 + 1
    if calendar == "jalali":
        target = from_jalali(year, month, min(day, month_length(year, month)))
    else:
        target = date(year, month, min(day, monthrange(year, month)[1]))
    return due.replace(year=target.year, month=target.month, day=target.day)
