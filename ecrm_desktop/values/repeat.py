"""When a repeated task is due again."""

from datetime import date, timedelta

from ecrm_desktop.values.jalali import Calendar
from ecrm_desktop.values.period import add_months
from ecrm_desktop.values.statuses import TaskRepeat

_DAYS = {TaskRepeat.DAILY: 1, TaskRepeat.WEEKLY: 7}
_MONTHS = {TaskRepeat.MONTHLY: 1, TaskRepeat.YEARLY: 12}


def next_occurrence(anchor: date, repeat: TaskRepeat, calendar: Calendar, after: date) -> date:
    """Return the first day of a rhythm that comes later than `after`, and than `anchor`.

    The rhythm is counted from its `anchor`, so that a day which a month of `calendar` lacks becomes
    that month's last day and comes back in the months that have it. ValueError for
    `TaskRepeat.NONE`, which never comes back.
    """
    late = max((after - anchor).days, 0)
    if repeat in _DAYS:
        step = _DAYS[repeat]
        return anchor + timedelta(days=(late // step + 1) * step)
    if repeat not in _MONTHS:
        raise ValueError(repeat)
    step = _MONTHS[repeat]
    # No more steps than could have passed, and then on to the one that is late enough.
    steps = max(late // (31 * step) - 1, 1)
    while (day := add_months(anchor, steps * step, calendar)) <= max(after, anchor):
        steps += 1
    return day
