"""Dates of every calendar and order that people write are read, or refused where they are two."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.date_habits import DateHabit, date_habit
from ecrm_desktop.exchange.dates import date_reader
from ecrm_desktop.exchange.mapping import DateOrder
from ecrm_desktop.values.jalali import GREGORIAN_MONTH_NAMES, MONTH_NAMES, to_jalali
from tests.helpers.conversions import TODAY

YMD, DMY, MDY = DateOrder.YMD, DateOrder.DMY, DateOrder.MDY
DAYS = st.dates(date(1925, 1, 1), TODAY)
SIGNS = st.sampled_from(["/", "-", ".", " ", " / "])
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def read(cell: Any, calendar: Any = None, order: DateOrder = YMD, *, past: bool = True) -> date:
    return date_reader(calendar, order, TODAY, past=past)(cell)


def parts_of(day: date, calendar: str) -> tuple[int, int, int]:
    return to_jalali(day) if calendar == "jalali" else (day.year, day.month, day.day)


def written(parts: tuple[int, int, int], order: DateOrder, sign: str, *, padded: bool) -> str:
    year, month, day = parts
    shown = {"y": f"{year:04}"} | {
        name: f"{value:02}" if padded else str(value) for name, value in (("m", month), ("d", day))
    }
    return sign.join(shown[letter] for letter in order.value)


@given(
    day=DAYS,
    sign=SIGNS,
    order=st.sampled_from([YMD, DMY]),
    calendar=st.sampled_from(["jalali", "gregorian"]),
    padded=st.booleans(),
    behind=st.sampled_from(["", " 14:05", " 09:05:07", "T23:59:59+03:30"]),
    persian=st.booleans(),
)
def test_what_is_written_by_a_rule_is_read_by_it(
    *,
    day: date,
    sign: str,
    order: DateOrder,
    calendar: str,
    padded: bool,
    behind: str,
    persian: bool,
) -> None:
    text = written(parts_of(day, calendar), order, sign, padded=padded) + behind
    text = text.translate(PERSIAN) if persian else text
    assert read(text, calendar, order) == day
    if order is YMD:
        assert read(text) == day


@given(day=DAYS, calendar=st.sampled_from(["jalali", "gregorian"]))
def test_names_of_months(day: date, calendar: str) -> None:
    year, month, number = parts_of(day, calendar)
    names = MONTH_NAMES if calendar == "jalali" else GREGORIAN_MONTH_NAMES
    for months in names.values():
        assert read(f"{number} {months[month - 1]} {year}") == day
    english = names["en"][month - 1]
    assert read(f"{english} {number}, {year}") == day


@given(day=st.dates(date(2007, 1, 1), TODAY), order=st.sampled_from(DateOrder))
def test_two_digits_of_a_year_mean_the_last_one_that_was(day: date, order: DateOrder) -> None:
    for calendar in ("jalali", "gregorian"):
        year, month, number = parts_of(day, calendar)
        shown = {"y": f"{year % 100:02}", "m": f"{month:02}", "d": f"{number:02}"}
        assert read("/".join(shown[letter] for letter in order.value), calendar, order) == day


@pytest.mark.parametrize(
    ("cell", "calendar", "expected"),
    [
        ("99/01/05", None, date(2020, 3, 24)),
        ("05/08/29", None, date(2026, 11, 20)),
        ("991231", "gregorian", date(1999, 12, 31)),
        ("990105", None, date(2020, 3, 24)),
        ("14050829", None, date(2026, 11, 20)),
        (20261120, None, date(2026, 11, 20)),
        (14050829.0, None, date(2026, 11, 20)),
        ("سه شنبه، ۵ آبان ۱۴۰۵", None, date(2026, 10, 27)),
        ("سه‌شنبه ۵ آبان ۱۴۰۵", None, date(2026, 10, 27)),
        ("Sat, 15 January 2024", None, date(2024, 1, 15)),
        ("2024-01-15 10:00:00 -0500", None, date(2024, 1, 15)),
        ("2024/1/15 08:30 AM", None, date(2024, 1, 15)),
        (datetime(2024, 1, 15, 23, 59), None, date(2024, 1, 15)),  # noqa: DTZ001 - as in Excel
        ("امروز", None, TODAY),
        ("30/08/1405", None, TODAY),
        ("21/11/2026", None, TODAY),
    ],
)
def test_usual_spellings(cell: Any, calendar: Any, expected: date) -> None:
    assert read(cell, calendar) == expected


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("01/02/2024", Problem.DATE_WRONG),
        ("1405/8-30", Problem.DATE_WRONG),
        ("1405/13/01", Problem.DATE_WRONG),
        ("1405", Problem.DATE_WRONG),
        ("4512", Problem.DATE_WRONG),
        ("dog", Problem.DATE_WRONG),
        ("5 dog 1405", Problem.DATE_WRONG),
        ("1404/12/30", Problem.DATE_NOT_IN_MONTH),
        ("2025-02-29", Problem.DATE_NOT_IN_MONTH),
        ("1700/01/01", Problem.DATE_OUT_OF_RANGE),
        ("1406/01/01", Problem.DATE_IN_FUTURE),
        (date(2026, 11, 22), Problem.DATE_IN_FUTURE),
    ],
)
def test_what_is_no_date(cell: Any, problem: Problem) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(cell)
    assert caught.value.problem == problem


@given(text=st.text(alphabet="0123456789۰۱۲۳/-. :,abdرداABم\u200c", max_size=14))
def test_any_text_is_a_date_or_a_problem(text: str) -> None:
    for order in DateOrder:
        try:
            day = read(text, order=order)
        except EcrmError:
            continue
        assert day <= TODAY


@given(
    days=st.lists(st.dates(date(2008, 1, 1), TODAY), min_size=25, max_size=40, unique=True),
    calendar=st.sampled_from(["jalali", "gregorian"]),
    order=st.sampled_from(DateOrder),
    sign=st.sampled_from(["/", "-", "."]),
)
def test_the_author_s_habit_is_found_or_doubted(
    days: list[date], calendar: str, order: DateOrder, sign: str
) -> None:
    order = DMY if order is MDY and calendar == "jalali" else order
    cells = [written(parts_of(day, calendar), order, sign, padded=True) for day in days]
    habit = date_habit(cells, TODAY)
    assert habit.calendar == calendar
    if not habit.order_unsure:
        assert habit.order is order
        assert [read(cell, habit.calendar, habit.order) for cell in cells] == days
    else:
        assert all(day.day <= 12 for day in days)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([], DateHabit(None, YMD)),
        ([date(2024, 1, 2)], DateHabit("gregorian", YMD)),
        (["1405/01/02", "2024-01-05"], DateHabit(None, YMD)),
        (["1405/01/02", date(2024, 1, 5)], DateHabit(None, YMD)),
        (["14050102", "14050131"], DateHabit("jalali", YMD)),
        (["31012024", "01022024"], DateHabit("gregorian", DMY)),
        (["02/13/2024", "01/05/2024"], DateHabit("gregorian", MDY)),
        (["02/03/2024"], DateHabit("gregorian", DMY, order_unsure=True)),
        (["02/03/1403"], DateHabit("jalali", DMY)),
        (["99/05/31", "00/01/20", "02/10/11"], DateHabit("jalali", YMD)),
        (["--05-14", ""], DateHabit(None, YMD)),
    ],
)
def test_habits(cells: list[Any], expected: DateHabit) -> None:
    assert date_habit(cells, TODAY) == expected


def test_two_digits_that_may_be_anything_are_doubted() -> None:
    assert date_habit(["05/03/04", "04/02/05"], TODAY).order_unsure
    habit = date_habit(["24/03/05", "23/02/04"], TODAY)
    assert habit.calendar_unsure
    assert habit.order_unsure
