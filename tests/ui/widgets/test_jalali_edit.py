"""Dates are typed, shown and stepped year first, in either direction of reading."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop import i18n
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.ui.theme import apply_theme
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit, PartialDateEdit
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import PartialDate, from_jalali
from tests.helpers.examples import examples
from tests.helpers.keyboard import type_text

TODAY = from_jalali(1405, 8, 30)  # a Saturday
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(qtbot: QtBot, display: Display) -> JalaliEdit:
    field = JalaliEdit(display, today=lambda: TODAY)
    qtbot.addWidget(field)
    return field


@pytest.fixture
def birthday(qtbot: QtBot, display: Display) -> PartialDateEdit:
    field = PartialDateEdit(display, today=lambda: TODAY)
    qtbot.addWidget(field)
    return field


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    i18n.set_language("en")
    apply_theme(qapp, language="en", scheme="light")
    yield
    apply_theme(qapp, language="fa", scheme="light")


def entered(field: JalaliEdit | PartialDateEdit, text: str) -> str:
    """Type over what is there, leave the field and return what it shows."""
    field.line.clear()
    type_text(field.line, text)
    field.tidy()
    return field.line.text()


def refused(field: JalaliEdit | PartialDateEdit) -> Problem:
    with pytest.raises(InvalidInput) as wrong:
        field.value()
    return wrong.value.problem


@pytest.mark.parametrize(
    "text",
    [
        "۱۴۰۵/۸/۳۰",
        "۱۴۰۵/۰۸/۳۰",
        "1405/8/30",
        "1405-08-30",
        "1405.8.30",
        "14050830",
        "۱۴۰۵۰۸۳۰",
        "١٤٠٥/٠٨/٣٠",
        "2026-11-21",
        "۳۰ آبان ۱۴۰۵",
        "۳۰ ابان ۱۴۰۵",
        "امروز",
        "  امروز ",
    ],
)
def test_every_form_of_a_date_is_taken_and_shown_year_first(field: JalaliEdit, text: str) -> None:
    assert entered(field, text) == "۱۴۰۵/۰۸/۳۰"
    assert field.value() == date(2026, 11, 21)


@pytest.mark.parametrize(("word", "days"), [("دیروز", -1), ("فردا", 1), ("پس‌فردا", 2)])
def test_words_mean_days_around_today(field: JalaliEdit, word: str, days: int) -> None:
    entered(field, word)
    assert field.value() == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("۳۰/۰۸/۱۴۰۵", Problem.DATE_WRONG),  # day first
        ("۱۴۰۵/۱۳/۰۱", Problem.DATE_WRONG),
        ("۱۴۰۵/۰۷/۳۱", Problem.DATE_NOT_IN_MONTH),
        ("۱۴۰۴/۱۲/۳۰", Problem.DATE_NOT_IN_MONTH),  # 1403 is a leap year, 1404 is not
        ("۱۶۰۰/۰۱/۰۱", Problem.DATE_OUT_OF_RANGE),
        ("۱۴۰۵", Problem.DATE_WRONG),
        ("1405/8-30", Problem.DATE_WRONG),
        ("به‌زودی", Problem.DATE_WRONG),
    ],
)
def test_nothing_is_guessed(field: JalaliEdit, text: str, problem: Problem) -> None:
    assert entered(field, text) == to_persian_digits(text)  # left as it is, to be mended
    assert refused(field) is problem
    assert field.hint() == ""


def test_the_thirtieth_of_esfand_is_a_day_of_leap_years(field: JalaliEdit) -> None:
    entered(field, "1403/12/30")
    assert field.value() == date(2025, 3, 20)


def test_digits_are_those_of_the_language_while_they_are_typed(field: JalaliEdit) -> None:
    type_text(field.line, "1405/٨")
    assert field.line.text() == "۱۴۰۵/۸"
    field.line.setCursorPosition(2)
    type_text(field.line, "7")
    assert (field.line.text(), field.line.cursorPosition()) == ("۱۴۷۰۵/۸", 3)


def test_nothing_typed_is_no_date(field: JalaliEdit) -> None:
    assert field.value() is None
    assert field.is_empty()
    field.set_value(TODAY)
    field.set_value(None)
    assert (field.value(), field.line.text(), field.hint()) == (None, "", "")


def test_years_that_one_calendar_cannot_write_back_are_refused(field: JalaliEdit) -> None:
    type_text(field.line, "1805-01-01")  # 1183 in Jalali, which would not be read again
    assert refused(field) is Problem.DATE_OUT_OF_RANGE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(60))
@given(day=st.dates(date(1821, 4, 1), date(2200, 12, 31)))
def test_what_is_shown_is_read_again(field: JalaliEdit, display: Display, day: date) -> None:
    field.set_value(day)
    assert field.value() == day
    assert [len(part) for part in field.line.text().split("/")] == [4, 2, 2]


@pytest.mark.parametrize("text", ["۱۴۰۵/۰۸/", "1405-08-30"])
def test_the_year_stands_left_and_typing_goes_right(
    qtbot: QtBot, field: JalaliEdit, text: str
) -> None:
    field.resize(300, 40)
    field.show()
    qtbot.waitExposed(field)
    field.line.setText(text)
    places = []
    for at in range(len(text) + 1):
        field.line.setCursorPosition(at)
        field.grab()  # the text is put at its side when it is painted
        places.append(field.line.cursorRect().center().x())
    assert places == sorted(places)
    # In a Persian form the date is at the right, where reading starts.
    assert places[-1] > field.width() / 2


def test_arrows_go_by_day_and_with_ctrl_by_month(field: JalaliEdit, qtbot: QtBot) -> None:
    field.set_value(from_jalali(1405, 6, 31))
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.line, Qt.Key.Key_Up)
    assert field.line.text() == "۱۴۰۵/۰۷/۰۱"
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    QTest.keyClick(field.line, Qt.Key.Key_Up, CTRL)
    assert field.line.text() == "۱۴۰۵/۰۷/۳۰"
    QTest.keyClick(field.line, Qt.Key.Key_Down, CTRL)
    QTest.keyClick(field.line, Qt.Key.Key_Down, CTRL)
    assert field.line.text() == "۱۴۰۵/۰۵/۳۰"


def test_arrows_begin_today(field: JalaliEdit) -> None:
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value() == TODAY


def test_arrows_leave_what_is_no_date(field: JalaliEdit, qtbot: QtBot) -> None:
    type_text(field.line, "۱۴۰۵/۱۳")
    with qtbot.assertNotEmitted(field.edited):
        QTest.keyClick(field.line, Qt.Key.Key_Up)
    assert field.line.text() == "۱۴۰۵/۱۳"


@pytest.mark.parametrize(
    ("day", "key"),
    [(from_jalali(1200, 1, 1), Qt.Key.Key_Down), (date(2200, 12, 31), Qt.Key.Key_Up)],
)
def test_arrows_stop_where_the_calendars_end(field: JalaliEdit, day: date, key: Qt.Key) -> None:
    field.set_value(day)
    for modifier in (Qt.KeyboardModifier.NoModifier, CTRL):
        QTest.keyClick(field.line, key, modifier)
    assert field.value() == day


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1405/09/01", "یکشنبه، فردا"),
        ("1405/08/30", "شنبه، امروز"),
        ("1405/08/29", "جمعه، دیروز"),
        ("1405/09/03", "سه‌شنبه، ۳ روز دیگر"),
        ("1405/08/18", "دوشنبه، ۱۲ روز پیش"),
        ("1406/01/01", "یکشنبه ۱ فروردین ۱۴۰۶"),
    ],
)
def test_the_hint_says_which_day_that_is(
    field: JalaliEdit, qtbot: QtBot, text: str, hint: str
) -> None:
    with qtbot.waitSignal(field.hinted):
        entered(field, text)
    assert field.hint() == hint


def test_setting_a_date_is_no_edit(field: JalaliEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(TODAY)
        field.tidy()
        field.restore("۱۴۰۵")


def test_a_draft_keeps_an_unfinished_date(field: JalaliEdit, display: Display) -> None:
    type_text(field.line, "۱۴۰۵/۸")
    other = JalaliEdit(display)
    other.restore(field.snapshot())
    assert other.line.text() == "۱۴۰۵/۸"
    other.restore(5)
    assert other.line.text() == "۱۴۰۵/۸"


def test_a_wrong_date_is_said_at_the_field_when_it_is_left(qtbot: QtBot, display: Display) -> None:
    window, form, after = QWidget(), Form(), QLineEdit()
    field = JalaliEdit(display, today=lambda: TODAY)
    form.add("due_on", "موعد", field)
    form.add_widget(after)
    QVBoxLayout(window).addWidget(form)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    type_text(field.line, "۱۴۰۴/۱۲/۳۰")
    after.setFocus()
    assert field.line.property("wrong") is True
    assert "۲۹" in field.line.accessibleDescription()
    field.setFocus()
    field.line.clear()
    type_text(field.line, "فردا")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert after.hasFocus()
    assert field.line.property("wrong") is False
    assert field.line.text() == "۱۴۰۵/۰۹/۰۱"


def test_the_field_in_english(english: None, qtbot: QtBot, display: Display) -> None:
    field = JalaliEdit(replace(display, language="en"), today=lambda: TODAY)
    qtbot.addWidget(field)
    assert entered(field, "۱۴۰۵/۹/۱") == "1405/09/01"
    assert field.hint() == "Sunday, tomorrow"
    assert field.line.alignment() & Qt.AlignmentFlag.AlignLeft
    assert entered(field, "tomorrow") == "1405/09/01"


def test_a_shop_that_counts_in_gregorian_years(qtbot: QtBot, display: Display) -> None:
    field = JalaliEdit(replace(display, calendar="gregorian"), today=lambda: TODAY)
    qtbot.addWidget(field)
    assert entered(field, "۱۴۰۵/۰۸/۳۰") == "۲۰۲۶/۱۱/۲۱"
    QTest.keyClick(field.line, Qt.Key.Key_Up, CTRL)
    assert field.value() == date(2026, 12, 21)


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("8/30", "۰۸/۳۰", PartialDate(None, 8, 30)),
        ("۳۰ آبان", "۰۸/۳۰", PartialDate(None, 8, 30)),
        ("12/30", "۱۲/۳۰", PartialDate(None, 12, 30)),
        ("1370/8/30", "۱۳۷۰/۰۸/۳۰", PartialDate(1370, 8, 30)),
        ("1991-11-21", "۱۳۷۰/۰۸/۳۰", PartialDate(1370, 8, 30)),
    ],
)
def test_a_birthday_may_lack_its_year(
    birthday: PartialDateEdit, text: str, shown: str, value: PartialDate
) -> None:
    assert entered(birthday, text) == shown
    assert birthday.value() == value
    birthday.set_value(None)
    birthday.set_value(value)
    assert birthday.line.text() == shown


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("07/31", Problem.DATE_NOT_IN_MONTH),
        ("1404/12/30", Problem.DATE_NOT_IN_MONTH),
        ("13/01", Problem.DATE_WRONG),
        ("8", Problem.DATE_WRONG),
    ],
)
def test_a_wrong_birthday_is_refused(
    birthday: PartialDateEdit, text: str, problem: Problem
) -> None:
    entered(birthday, text)
    assert refused(birthday) is problem
    assert birthday.hint() == ""


def test_the_next_birthday_is_told(birthday: PartialDateEdit) -> None:
    entered(birthday, "1370/09/01")
    assert birthday.hint() == "سالگرد بعدی: یکشنبه، فردا"
    entered(birthday, "08/29")
    assert birthday.hint() == "سالگرد بعدی: شنبه ۲۹ آبان ۱۴۰۶"
    birthday.set_value(None)
    assert birthday.hint() == ""


def test_walking_through_birthdays_gives_them_no_year(birthday: PartialDateEdit) -> None:
    QTest.keyClick(birthday.line, Qt.Key.Key_Up)
    assert birthday.value() == PartialDate(None, 8, 30)
    birthday.set_value(PartialDate(None, 12, 29))
    QTest.keyClick(birthday.line, Qt.Key.Key_Up)
    assert birthday.value() == PartialDate(None, 12, 30)
    QTest.keyClick(birthday.line, Qt.Key.Key_Up)
    assert birthday.value() == PartialDate(None, 1, 1)
    birthday.set_value(PartialDate(1370, 12, 29))
    QTest.keyClick(birthday.line, Qt.Key.Key_Up)
    assert birthday.value() == PartialDate(1370, 12, 30)
    QTest.keyClick(birthday.line, Qt.Key.Key_Up, CTRL)
    assert birthday.value() == PartialDate(1371, 1, 30)
