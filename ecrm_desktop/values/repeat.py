"""When a repeated task is due again."""

from datetime import date, timedelta
from typing import TypeVar

from ecrm_desktop.values.jalali import Calendar
from ecrm_desktop.values.period import add_months
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
    target = add_months(due, _MONTHS[repeat], calendar)
    return due.replace(year=target.year, month=target.month, day=target.day)
