from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.values.jalali import from_jalali, month_length, to_jalali
from ecrm_desktop.values.repeat import next_due
from ecrm_desktop.values.statuses import TaskRepeat

DAILY, WEEKLY = TaskRepeat.DAILY, TaskRepeat.WEEKLY
MONTHLY, YEARLY = TaskRepeat.MONTHLY, TaskRepeat.YEARLY


@pytest.mark.parametrize(
    ("due", "repeat", "following"),
    [
        ((1405, 6, 31), DAILY, (1405, 7, 1)),
        ((1405, 12, 25), WEEKLY, (1406, 1, 3)),
        ((1405, 5, 31), MONTHLY, (1405, 6, 31)),
        ((1405, 6, 31), MONTHLY, (1405, 7, 30)),
        ((1405, 11, 30), MONTHLY, (1405, 12, 29)),
        ((1403, 11, 30), MONTHLY, (1403, 12, 30)),
        ((1405, 12, 29), MONTHLY, (1406, 1, 29)),
        ((1405, 8, 30), YEARLY, (1406, 8, 30)),
        ((1403, 12, 30), YEARLY, (1404, 12, 29)),
    ],
)
def test_steps_of_the_jalali_calendar(
    due: tuple[int, int, int], repeat: TaskRepeat, following: tuple[int, int, int]
) -> None:
    assert to_jalali(next_due(from_jalali(*due), repeat, "jalali")) == following


def test_steps_of_the_gregorian_calendar() -> None:
    assert next_due(date(2026, 1, 31), MONTHLY, "gregorian") == date(2026, 2, 28)
    assert next_due(date(2026, 12, 31), MONTHLY, "gregorian") == date(2027, 1, 31)
    assert next_due(date(2024, 2, 29), YEARLY, "gregorian") == date(2025, 2, 28)


@pytest.mark.parametrize("repeat", [DAILY, WEEKLY, MONTHLY, YEARLY])
def test_a_date_and_time_keeps_its_time_and_zone(repeat: TaskRepeat) -> None:
    due = datetime(2026, 11, 21, 17, 30, tzinfo=ZoneInfo("Asia/Tehran"))
    following = next_due(due, repeat, "jalali")
    assert following.timetz() == due.timetz()
    assert following.date() == next_due(due.date(), repeat, "jalali")


def test_a_task_that_never_repeats_has_no_next_date() -> None:
    with pytest.raises(ValueError, match="none"):
        next_due(date(2026, 11, 21), TaskRepeat.NONE, "jalali")


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_a_monthly_task_comes_once_in_each_month(due: date) -> None:
    year, month, day = to_jalali(due)
    next_year, next_month, next_day = to_jalali(next_due(due, MONTHLY, "jalali"))
    assert next_year * 12 + next_month == year * 12 + month + 1
    assert next_day == min(day, month_length(next_year, next_month))
