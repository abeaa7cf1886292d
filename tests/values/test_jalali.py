from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCalendar, QDate

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.jalali import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    PartialDate,
    format_date,
    from_jalali,
    month_length,
    parse_date,
    parse_time,
    to_jalali,
)

TODAY = date(2026, 11, 21)  # 1405/08/30
typed_days = st.dates(date(1822, 1, 1), date(2200, 12, 31))


class TestCalendar:
    def test_days_from_1900_to_2058_are_those_of_qt(self) -> None:
        calendar = QCalendar(QCalendar.System.Jalali)
        wrong = []
        for number in range(date(1900, 1, 1).toordinal(), date(2058, 3, 20).toordinal(), 5):
            day = date.fromordinal(number)
            parts = calendar.partsFromDate(QDate(day.year, day.month, day.day))
            if to_jalali(day) != (parts.year, parts.month, parts.day):
                wrong.append(day)
        assert wrong == []

    @given(typed_days)
    def test_there_and_back(self, day: date) -> None:
        assert from_jalali(*to_jalali(day)) == day

    def test_lengths_of_months(self) -> None:
        assert [month_length(1403, month) for month in range(1, 13)] == [31] * 6 + [30] * 6
        assert [month_length(1404, month) for month in range(1, 13)] == [31] * 6 + [30] * 5 + [29]

    @given(st.integers(1200, 1599), st.integers(1, 12))
    def test_a_month_begins_where_the_one_before_ends(self, year: int, month: int) -> None:
        last = from_jalali(year, month, month_length(year, month))
        assert to_jalali(last + timedelta(days=1))[2] == 1

    def test_a_day_the_month_lacks_is_refused(self) -> None:
        with pytest.raises(ValueError, match="day"):
            from_jalali(1404, 12, 30)

    def test_names(self) -> None:
        assert MONTH_NAMES["fa"][7] == "آبان"
        assert WEEKDAY_NAMES["fa"][TODAY.weekday()] == "شنبه"
        assert WEEKDAY_NAMES["en"][TODAY.weekday()] == "Saturday"


class TestParseDate:
    @pytest.mark.parametrize(
        "typed",
        [
            "۱۴۰۵/۸/۳۰", "۱۴۰۵/۰۸/۳۰", "1405/8/30", "1405-08-30", "1405.8.30", "1405 8 30",
            "14050830", "۱۴۰۵۰۸۳۰", "١٤٠٥/٨/٣٠", " 1405 / 8 / 30 ", "\u2066۱۴۰۵/۰۸/۳۰\u2069",
            "\u200f1405/8/30", "امروز", " امروز ", "today", "۳۰ آبان ۱۴۰۵", "30 Aban 1405",
            "2026-11-21", "2026/11/21", "20261121",
        ],
    )  # fmt: skip
    def test_every_spelling_of_one_day(self, typed: str) -> None:
        assert parse_date(typed, today=TODAY) == TODAY

    @pytest.mark.parametrize(
        ("word", "days"),
        [
            ("دیروز", -1),
            ("ديروز", -1),
            ("فردا", 1),
            ("پریروز", -2),
            ("پس\u200cفردا", 2),
            ("پس فردا", 2),
            ("Yesterday", -1),
            ("tomorrow", 1),
        ],
    )
    def test_words(self, word: str, days: int) -> None:
        assert parse_date(word, today=TODAY) == TODAY + timedelta(days=days)

    def test_leap_days(self) -> None:
        assert parse_date("1403/12/30", today=TODAY) == date(2025, 3, 20)
        assert parse_date("2024-02-29", today=TODAY) == date(2024, 2, 29)

    @pytest.mark.parametrize(
        ("typed", "last_day"),
        [("1405/12/30", 29), ("1405/8/31", 30), ("1405/1/32", 31), ("2025-02-29", 28)],
    )
    def test_a_day_too_many_tells_how_long_the_month_is(self, typed: str, last_day: int) -> None:
        with pytest.raises(InvalidInput) as caught:
            parse_date(typed, today=TODAY)
        assert caught.value.problem is Problem.DATE_NOT_IN_MONTH
        assert caught.value.details == {"last_day": last_day}

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            ("", Problem.TEXT_EMPTY),
            ("\u200c", Problem.TEXT_EMPTY),
            ("05/8/30", Problem.DATE_WRONG),
            ("8/30", Problem.DATE_WRONG),
            ("30/8/1405", Problem.DATE_WRONG),
            ("1405/8-30", Problem.DATE_WRONG),
            ("1405/8", Problem.DATE_WRONG),
            ("1405/13/1", Problem.DATE_WRONG),
            ("1405/0/1", Problem.DATE_WRONG),
            ("1405/1/0", Problem.DATE_WRONG),
            ("140583", Problem.DATE_WRONG),
            ("۳۰ آبان", Problem.DATE_WRONG),
            ("۳۰ ابانه ۱۴۰۵", Problem.DATE_WRONG),
            ("21 Aban 2026", Problem.DATE_WRONG),
            ("هفتهٔ بعد", Problem.DATE_WRONG),
            ("1199/1/1", Problem.DATE_OUT_OF_RANGE),
            ("1600/1/1", Problem.DATE_OUT_OF_RANGE),
            ("1799-12-31", Problem.DATE_OUT_OF_RANGE),
            ("2201-01-01", Problem.DATE_OUT_OF_RANGE),
            ("0000/01/01", Problem.DATE_OUT_OF_RANGE),
        ],
    )
    def test_nothing_is_guessed(self, typed: str, problem: Problem) -> None:
        with pytest.raises(InvalidInput) as caught:
            parse_date(typed, today=TODAY)
        assert caught.value.problem is problem

    @given(typed_days)
    def test_what_is_written_can_be_read(self, day: date) -> None:
        assert parse_date(format_date(day), today=TODAY) == day
        assert parse_date(format_date(day).replace("/", ""), today=TODAY) == day
        assert parse_date(day.isoformat(), today=TODAY) == day

    @given(st.text())
    def test_any_text_is_a_date_or_a_known_problem(self, text: str) -> None:
        with suppress(InvalidInput):
            assert isinstance(parse_date(text, today=TODAY), date)


class TestParseTime:
    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("14:30", time(14, 30)),
            ("۹:۰۵", time(9, 5)),
            ("1430", time(14, 30)),
            ("930", time(9, 30)),
            ("14", time(14)),
            ("۰", time(0)),
            ("23.59", time(23, 59)),
            ("14 : 30", time(14, 30)),
        ],
    )
    def test_spellings(self, typed: str, expected: time) -> None:
        assert parse_time(typed) == expected

    @pytest.mark.parametrize("typed", ["24:00", "12:60", "9:5", "25", "ظهر", "-1", "12:30:00"])
    def test_other_text_is_no_time(self, typed: str) -> None:
        with pytest.raises(InvalidInput) as caught:
            parse_time(typed)
        assert caught.value.problem is Problem.TIME_WRONG

    @given(st.times())
    def test_what_is_written_can_be_read(self, moment: time) -> None:
        assert parse_time(f"{moment:%H:%M}") == time(moment.hour, moment.minute)


class TestPartialDate:
    @pytest.mark.parametrize(
        ("typed", "stored"),
        [
            ("1370/8/30", "1370-08-30"),
            ("۱۳۷۰/۰۸/۳۰", "1370-08-30"),
            ("1991-11-21", "1370-08-30"),
            ("8/30", "--08-30"),
            ("۰۸-۳۰", "--08-30"),
            ("۳۰ آبان", "--08-30"),
            ("30 Aban", "--08-30"),
            ("12/30", "--12-30"),
            ("1403/12/30", "1403-12-30"),
        ],
    )
    def test_with_and_without_a_year(self, typed: str, stored: str) -> None:
        partial = PartialDate.parse(typed, today=TODAY)
        assert str(partial) == stored
        assert PartialDate.from_stored(stored) == partial

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            ("", Problem.TEXT_EMPTY),
            ("8/31", Problem.DATE_NOT_IN_MONTH),
            ("1404/12/30", Problem.DATE_NOT_IN_MONTH),
            ("13/1", Problem.DATE_WRONG),
            ("0/1", Problem.DATE_WRONG),
            ("1370", Problem.DATE_WRONG),
            ("1810-01-01", Problem.DATE_OUT_OF_RANGE),
        ],
    )
    def test_what_is_refused(self, typed: str, problem: Problem) -> None:
        with pytest.raises(InvalidInput) as caught:
            PartialDate.parse(typed, today=TODAY)
        assert caught.value.problem is problem

    @pytest.mark.parametrize("stored", ["1370/08/30", "-08-30", "8-30", "1370-8-30"])
    def test_other_stored_text_is_a_bug(self, stored: str) -> None:
        with pytest.raises(ValueError, match=stored):
            PartialDate.from_stored(stored)

    @given(typed_days, st.booleans())
    def test_what_is_written_can_be_read(self, day: date, knows_year: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        year, month, number = to_jalali(day)
        partial = PartialDate(year if knows_year else None, month, number)
        assert PartialDate.parse(partial.format(), today=TODAY) == partial
        assert PartialDate.from_stored(str(partial)) == partial

    @given(typed_days, st.dates(date(1990, 1, 1), date(2060, 1, 1)))
    def test_the_next_anniversary_is_within_a_year_and_on_its_day(
        self, day: date, today: date
    ) -> None:
        partial = PartialDate(*to_jalali(day))
        following = partial.next_occurrence(today)
        assert 0 <= (following - today).days <= 366
        _year, month, number = to_jalali(following)
        assert month == partial.month
        assert number == partial.day or (partial.day, month, number) == (30, 12, 29)

    def test_todays_birthday_is_today_and_yesterdays_is_next_year(self) -> None:
        assert PartialDate(None, 8, 30).next_occurrence(TODAY) == TODAY
        assert PartialDate(1370, 8, 29).next_occurrence(TODAY) == from_jalali(1406, 8, 29)

    def test_the_leap_birthday_falls_on_the_last_day_of_a_common_year(self) -> None:
        born = PartialDate(1375, 12, 30)
        last = from_jalali(1405, 12, 29)
        assert born.next_occurrence(TODAY) == last
        assert born.next_occurrence(last) == last
        assert born.next_occurrence(last + timedelta(days=1)) == from_jalali(1406, 12, 29)
