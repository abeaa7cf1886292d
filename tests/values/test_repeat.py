from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.values.jalali import from_jalali, month_length, to_jalali
from ecrm_desktop.values.repeat import next_occurrence
from ecrm_desktop.values.statuses import TaskRepeat

DAILY, WEEKLY = TaskRepeat.DAILY, TaskRepeat.WEEKLY
MONTHLY, YEARLY = TaskRepeat.MONTHLY, TaskRepeat.YEARLY


@pytest.mark.parametrize(
    ("anchor", "repeat", "following"),
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
def test_the_day_after_the_anchor(
    anchor: tuple[int, int, int], repeat: TaskRepeat, following: tuple[int, int, int]
) -> None:
    first = from_jalali(*anchor)
    assert to_jalali(next_occurrence(first, repeat, "jalali", first)) == following


def test_steps_of_the_gregorian_calendar() -> None:
    for anchor, repeat, following in (
        (date(2026, 1, 31), MONTHLY, date(2026, 2, 28)),
        (date(2026, 12, 31), MONTHLY, date(2027, 1, 31)),
        (date(2024, 2, 29), YEARLY, date(2025, 2, 28)),
    ):
        assert next_occurrence(anchor, repeat, "gregorian", anchor) == following


def test_the_last_of_a_month_is_the_last_of_each_month() -> None:
    """From the 31st of a summer month through a short Esfand and back."""
    days, day = [], from_jalali(1405, 6, 31)
    for _ in range(12):
        day = next_occurrence(from_jalali(1405, 6, 31), MONTHLY, "jalali", day)
        days.append(to_jalali(day)[1:])
    assert days == [
        (7, 30), (8, 30), (9, 30), (10, 30), (11, 30), (12, 29),
        (1, 31), (2, 31), (3, 31), (4, 31), (5, 31), (6, 31),
    ]  # fmt: skip


def test_a_leap_day_comes_back_in_leap_years() -> None:
    anchor = from_jalali(1403, 12, 30)
    days = [anchor]
    for _ in range(5):
        days.append(next_occurrence(anchor, YEARLY, "jalali", days[-1]))
    assert [to_jalali(day)[2] for day in days] == [30, 29, 29, 29, 29, 30]


def test_a_task_that_never_repeats_has_no_next_date() -> None:
    with pytest.raises(ValueError, match="none"):
        next_occurrence(date(2026, 11, 21), TaskRepeat.NONE, "jalali", date(2026, 11, 21))


@given(
    anchor=st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    late=st.integers(-400, 4000),
    repeat=st.sampled_from([DAILY, WEEKLY, MONTHLY, YEARLY]),
)
def test_it_is_the_first_day_of_the_rhythm_that_is_late_enough(
    anchor: date, late: int, repeat: TaskRepeat
) -> None:
    after = anchor + timedelta(days=late)
    found = next_occurrence(anchor, repeat, "jalali", after)
    assert found > max(after, anchor)
    days = range(1, (found - anchor).days + 1)
    rhythm = [
        day for day in (anchor + timedelta(days=n) for n in days) if is_on(day, anchor, repeat)
    ]
    assert rhythm[-1] == found
    assert all(day <= max(after, anchor) for day in rhythm[:-1])


def is_on(day: date, anchor: date, repeat: TaskRepeat) -> bool:
    """Whether a rhythm has a day, told by the day alone."""
    (_, month, number), (year_now, month_now, number_now) = to_jalali(anchor), to_jalali(day)
    is_number = number_now == min(number, month_length(year_now, month_now))
    return {
        DAILY: True,
        WEEKLY: day.weekday() == anchor.weekday(),
        MONTHLY: is_number,
        YEARLY: is_number and month_now == month,
    }[repeat]
