from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.jalali import Calendar, from_jalali, to_jalali
from ecrm_desktop.values.period import (
    Period,
    PeriodChoice,
    add_months,
    chosen_period,
    months_of,
    period_before,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
CALENDARS: st.SearchStrategy[Calendar] = st.sampled_from(("jalali", "gregorian"))


def jalali(*parts: int) -> date:
    return from_jalali(*parts)


@pytest.mark.parametrize(
    ("choice", "first", "last", "before"),
    [
        ("today", (1405, 8, 30), (1405, 8, 30), ((1405, 8, 29), (1405, 8, 29))),
        ("this_week", (1405, 8, 30), (1405, 8, 30), ((1405, 8, 23), (1405, 8, 23))),
        ("last_30_days", (1405, 8, 1), (1405, 8, 30), ((1405, 7, 1), (1405, 7, 30))),
        ("this_month", (1405, 8, 1), (1405, 8, 30), ((1405, 7, 1), (1405, 7, 30))),
        ("last_month", (1405, 7, 1), (1405, 7, 30), ((1405, 6, 1), (1405, 6, 31))),
        ("this_season", (1405, 7, 1), (1405, 8, 30), ((1405, 4, 1), (1405, 5, 31))),
        ("last_season", (1405, 4, 1), (1405, 6, 31), ((1405, 1, 1), (1405, 3, 31))),
        ("this_year", (1405, 1, 1), (1405, 8, 30), ((1404, 1, 1), (1404, 8, 30))),
        ("last_year", (1404, 1, 1), (1404, 12, 29), ((1403, 1, 1), (1403, 12, 30))),
        ("last_12_months", (1404, 9, 1), (1405, 8, 30), ((1403, 9, 1), (1404, 8, 30))),
    ],
)
def test_choices_follow_the_jalali_calendar(
    choice: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    before: tuple[tuple[int, int, int], tuple[int, int, int]],
) -> None:
    today = jalali(1405, 8, 30)
    period = chosen_period(PeriodChoice(choice), today, "jalali")
    assert (to_jalali(period.first), to_jalali(period.last)) == (first, last)
    earlier = period_before(PeriodChoice(choice), today, "jalali")
    assert (to_jalali(earlier.first), to_jalali(earlier.last)) == before


def test_the_week_begins_on_saturday_in_iran_and_on_monday_elsewhere() -> None:
    friday = date(2026, 11, 20)
    assert chosen_period(PeriodChoice.THIS_WEEK, friday, "jalali").first == date(2026, 11, 14)
    assert chosen_period(PeriodChoice.THIS_WEEK, friday, "gregorian").first == date(2026, 11, 16)


def test_part_of_a_month_is_compared_with_the_same_part_of_the_month_before() -> None:
    period = period_before(PeriodChoice.THIS_MONTH, jalali(1405, 8, 12), "jalali")
    assert period == Period(jalali(1405, 7, 1), jalali(1405, 7, 12))


def test_a_day_the_earlier_month_lacks_becomes_its_last_day() -> None:
    assert add_months(jalali(1405, 6, 31), 1, "jalali") == jalali(1405, 7, 30)
    assert add_months(date(2024, 3, 31), -1, "gregorian") == date(2024, 2, 29)


def test_a_period_that_runs_backwards_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        Period(date(2026, 2, 1), date(2026, 1, 1))
    assert caught.value.problem is Problem.PERIOD_BACKWARDS


@given(DAYS, st.integers(0, 1200), CALENDARS)
def test_months_cover_a_period_without_gaps(first: date, length: int, calendar: Calendar) -> None:
    period = Period(first, first + timedelta(days=length))
    months = list(months_of(period, calendar))
    assert months[0].days.first == period.first
    assert months[-1].days.last == period.last
    for one, following in pairwise(months):
        assert following.days.first == one.days.last + timedelta(days=1)
        assert (one.year, one.month) < (following.year, following.month)


@given(DAYS, st.sampled_from(PeriodChoice), CALENDARS)
def test_what_is_compared_lies_wholly_before(
    day: date, choice: PeriodChoice, calendar: Calendar
) -> None:
    period = chosen_period(choice, day, calendar)
    earlier = period_before(choice, day, calendar)
    assert earlier.last < period.first
    assert period.last <= day
