"""The month begins on Saturday, only Fridays and holidays are red, and keys reach every day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.calendar_popup import CalendarPopup, moved
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import from_jalali

TODAY = from_jalali(1405, 8, 30)  # a Saturday
CTRL = Qt.KeyboardModifier.ControlModifier
CELL_WIDTH, CELL_HEIGHT, NAMES = 38, 34, 26


@pytest.fixture
def field(qtbot: QtBot, display: Display) -> Iterator[JalaliEdit]:
    window = QWidget()
    window.resize(500, 400)
    qtbot.addWidget(window)
    field = JalaliEdit(display, today=lambda: TODAY)
    field.setParent(window)
    field.setGeometry(100, 10, 300, 40)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    yield field  # noqa: PT022 - the window has to live as long as the test


def opened(field: JalaliEdit) -> CalendarPopup:
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChildren(CalendarPopup)[0]
    assert popup.isVisible()
    return popup


def month(popup: CalendarPopup) -> QWidget:
    size = QSize(7 * CELL_WIDTH, NAMES + 6 * CELL_HEIGHT)
    return next(one for one in popup.findChildren(QWidget) if one.size() == size)


def said(popup: CalendarPopup) -> str:
    return " ".join(label.text() for label in popup.findChildren(QLabel))


def cell(column: int, week: int) -> QRect:
    """Return the place of a day; column 0 is Saturday, at the right."""
    return QRect((6 - column) * CELL_WIDTH, NAMES + week * CELL_HEIGHT, CELL_WIDTH, CELL_HEIGHT)


def colors(popup: CalendarPopup, place: QRect) -> set[str]:
    image = month(popup).grab(place).toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_it_opens_by_key_at_the_date_of_the_field_and_picks_by_enter(
    field: JalaliEdit, qtbot: QtBot
) -> None:
    field.set_value(from_jalali(1405, 9, 15))
    popup = opened(field)
    assert popup.day == from_jalali(1405, 9, 15)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert field.line.text() == "۱۴۰۵/۰۹/۲۲"
    assert field.line.hasFocus()


@pytest.mark.parametrize("typed", ["", "۱۴۰۵/۱۳/۴۰"])
def test_it_opens_today_if_there_is_no_date(field: JalaliEdit, typed: str) -> None:
    field.line.setText(typed)
    assert opened(field).day == TODAY


def test_escape_leaves_the_field_as_it_was(field: JalaliEdit, qtbot: QtBot) -> None:
    popup = opened(field)
    with qtbot.assertNotEmitted(field.edited):
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.is_empty()


def test_the_arrow_to_the_left_is_the_next_day(field: JalaliEdit) -> None:
    popup = opened(field)
    QTest.keyClick(popup, Qt.Key.Key_Left)
    assert popup.day == TODAY + timedelta(days=1)
    QTest.keyClick(popup, Qt.Key.Key_Right)
    assert popup.day == TODAY


@pytest.mark.parametrize(
    ("key", "modifier", "day"),
    [
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, (1405, 9, 30)),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, (1405, 7, 30)),
        (Qt.Key.Key_PageDown, CTRL, (1406, 8, 30)),
        (Qt.Key.Key_PageUp, CTRL, (1404, 8, 30)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (1405, 8, 23)),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, (1405, 8, 1)),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, (1405, 8, 30)),
    ],
)
def test_keys_reach_every_day(
    field: JalaliEdit, key: Qt.Key, modifier: Qt.KeyboardModifier, day: tuple[int, int, int]
) -> None:
    popup = opened(field)
    QTest.keyClick(popup, key, modifier)
    assert popup.day == from_jalali(*day)


def test_ctrl_home_goes_back_to_today(field: JalaliEdit) -> None:
    popup = opened(field)
    QTest.keyClick(popup, Qt.Key.Key_PageDown, CTRL)
    QTest.keyClick(popup, Qt.Key.Key_Home, CTRL)
    assert popup.day == TODAY


def test_buttons_step_by_month_and_year(field: JalaliEdit) -> None:
    popup = opened(field)
    for name, day in (
        ("ماه بعد", (1405, 9, 30)),
        ("سال بعد", (1406, 9, 30)),
        ("ماه قبل", (1406, 8, 30)),
        ("سال قبل", (1405, 8, 30)),
    ):
        button = next(
            one for one in popup.findChildren(QToolButton) if one.accessibleName() == name
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert popup.day == from_jalali(*day)
    assert "آبان" in said(popup)
    assert "۱۴۰۵" in said(popup)


def test_today_by_one_click(field: JalaliEdit) -> None:
    popup = opened(field)
    QTest.keyClick(popup, Qt.Key.Key_PageDown)
    QTest.mouseClick(popup.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert field.value() == TODAY


def test_a_click_picks_the_day_under_the_saturday_first_names(field: JalaliEdit) -> None:
    popup = opened(field)
    # 1 Aban 1405 is a Friday: the last column of the first week, at the left.
    QTest.mouseClick(month(popup), Qt.MouseButton.LeftButton, pos=cell(6, 0).center())
    assert field.value() == from_jalali(1405, 8, 1)
    popup = opened(field)
    QTest.mouseClick(month(popup), Qt.MouseButton.LeftButton, pos=cell(0, 1).center())
    assert field.value() == from_jalali(1405, 8, 2)


def test_a_click_beside_the_days_picks_nothing(field: JalaliEdit, qtbot: QtBot) -> None:
    popup = opened(field)
    with qtbot.assertNotEmitted(popup.picked):
        QTest.mouseClick(month(popup), Qt.MouseButton.LeftButton, pos=cell(0, 0).center())
    assert popup.isVisible()


def test_fridays_and_holidays_are_red_and_saturdays_and_sundays_are_not(
    field: JalaliEdit,
) -> None:
    field.set_value(from_jalali(1406, 1, 25))
    popup = opened(field)
    red = theme.tokens().red.lower()
    friday, saturday, sunday = cell(6, 1), cell(0, 1), cell(1, 1)
    nowruz = cell(1, 0)  # 1 Farvardin 1406 is a Sunday
    assert [red in colors(popup, one) for one in (friday, saturday, sunday, nowruz)] == [
        True,
        False,
        False,
        True,
    ]


def test_a_holiday_is_told_by_name(field: JalaliEdit) -> None:
    field.set_value(date(2027, 3, 21))
    popup = opened(field)
    assert "نوروز" in said(popup)
    assert "نوروز" in popup.accessibleName()
    QTest.keyClick(popup, Qt.Key.Key_PageDown)
    assert "نوروز" not in said(popup)


def test_a_holiday_shows_persian_digits(field: JalaliEdit) -> None:
    field.set_value(from_jalali(1405, 3, 15))
    assert "قیام ۱۵ خرداد" in said(opened(field))


def test_today_is_marked(field: JalaliEdit) -> None:
    popup = opened(field)
    QTest.keyClick(popup, Qt.Key.Key_Up)
    primary = theme.tokens().primary.lower()
    assert primary in colors(popup, cell(0, 5))  # 30 Aban
    assert primary not in colors(popup, cell(0, 2))


def test_it_opens_above_a_field_at_the_bottom_of_the_screen(field: JalaliEdit) -> None:
    screen = field.screen().availableGeometry()
    window = field.window()
    window.move(QPoint(screen.right() - 300, screen.bottom() - 100))
    popup = opened(field)
    assert screen.contains(popup.geometry())
    assert popup.geometry().bottom() < field.line.mapToGlobal(QPoint(0, 0)).y()


def test_a_gregorian_month(qtbot: QtBot, display: Display, field: JalaliEdit) -> None:
    popup = CalendarPopup(replace(display, calendar="gregorian"), field)
    popup.open_below(field, date(2026, 11, 21), TODAY)
    QTest.keyClick(popup, Qt.Key.Key_End)
    assert popup.day == date(2026, 11, 30)
    assert "نوامبر" in said(popup)
    popup.close()


@pytest.mark.parametrize("months", [-12, -1, 1, 12])
def test_the_calendar_ends_where_dates_cannot_be_typed_any_more(months: int) -> None:
    end = from_jalali(1200, 1, 5) if months < 0 else date(2200, 12, 28)
    assert moved(end, "jalali", months=months) == end
    assert moved(end, "gregorian", months=months) == end
