"""The list of contacts, by keyboard."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.interactions.page import InteractionsPage
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.values.statuses import Channel, Direction
from tests.helpers.factories import make_customer, make_user
from tests.helpers.keyboard import type_text
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Show = Callable[[], InteractionsPage]


@pytest.fixture
def show(window: Window, ui: UiContext, qtbot: QtBot) -> Show:
    def show() -> InteractionsPage:
        page = InteractionsPage(ui)
        window.show_page(page)
        page.table.setFocus()
        return page

    return show


@pytest.fixture
def page(show: Show, ui: UiContext, qtbot: QtBot) -> InteractionsPage:
    """The page with three contacts, latest first: پیامک، بی‌پاسخ، ارسال."""
    now = datetime.now(UTC)
    with ui.background.database.transaction() as session:
        maryam, zahra = make_customer(session, phone="+989123456789"), make_user(session, "زهرا")
        session.add_all(
            [
                Interaction(
                    subject="ارسال",
                    customer_id=maryam,
                    user_id=zahra,
                    occurred_at=now - timedelta(days=40),
                    duration=90,
                ),
                Interaction(
                    subject="بی‌پاسخ",
                    answered=False,
                    phone="+982188776655",
                    occurred_at=now - timedelta(days=1),
                ),
                Interaction(
                    subject="پیامک",
                    channel=Channel.SMS,
                    direction=Direction.OUTGOING,
                    customer_id=maryam,
                    occurred_at=now - timedelta(minutes=2),
                ),
            ]
        )
    page = show()
    qtbot.waitUntil(lambda: subjects(page) == ["پیامک", "بی‌پاسخ", "ارسال"])
    return page


def cells(page: InteractionsPage, key: str) -> list[str]:
    model = page.table.paged
    column = [one.key for one in model.columns].index(key)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def subjects(page: InteractionsPage) -> list[str]:
    return cells(page, "subject")


def chip(page: InteractionsPage, title: str) -> FilterChip:
    return next(one for one in page.findChildren(FilterChip) if one.text().startswith(title))


def offered(page: InteractionsPage, qtbot: QtBot, text: str) -> QPushButton:
    """Wait for the page to say that there is nothing; return the button it offers."""

    def found() -> list[QPushButton]:
        states = [one for one in page.findChildren(EmptyState) if one.isVisible()]
        return [b for one in states for b in one.findChildren(QPushButton) if b.text() == text]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_a_line_tells_when_with_whom_and_how(page: InteractionsPage) -> None:
    assert cells(page, "channel") == ["پیامک خروجی", "تماس بی‌پاسخ", "تماس ورودی"]
    assert cells(page, "customer_name") == ["مریم احمدی", "ناشناس", "مریم احمدی"]
    assert cells(page, "phone")[1] == "\u2066۰۲۱ ۸۸۷۷ ۶۶۵۵\u2069"
    assert cells(page, "occurred_at")[1].startswith("دیروز ")
    assert cells(page, "user_name")[2] == "زهرا"


@pytest.mark.parametrize(
    ("title", "choice", "left"),
    [
        ("راه ارتباط", "پیامک", ["پیامک"]),
        ("نوع", "بی‌پاسخ", ["بی‌پاسخ"]),
        ("نوع", "ورودی", ["بی‌پاسخ", "ارسال"]),
        ("بازه", "۳۰ روز گذشته", ["پیامک", "بی‌پاسخ"]),
        ("همکار", "زهرا", ["ارسال"]),
    ],
)
def test_chips_filter_and_delete_drops_the_filter(
    page: InteractionsPage, qtbot: QtBot, title: str, choice: str, left: list[str]
) -> None:
    filtering = chip(page, title)
    qtbot.waitUntil(lambda: choice in [one.text() for one in filtering.menu().actions()])
    next(one for one in filtering.menu().actions() if one.text() == choice).trigger()
    qtbot.waitUntil(lambda: subjects(page) == left)
    filtering.setFocus()
    QTest.keyClick(filtering, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(subjects(page)) == 3)


def test_search_by_phone_then_open_with_enter(
    page: InteractionsPage, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_F, CONTROL | SHIFT)
    line = QApplication.focusWidget()
    assert line is not None
    type_text(line, "۸۸۷۷")
    qtbot.waitUntil(lambda: subjects(page) == ["بی‌پاسخ"])
    QTest.keyClick(line, Qt.Key.Key_Down)
    current = page.table.current()
    assert current is not None
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert navigator.take() == [call(Navigator.open_interaction, current)]


def test_delete_goes_to_the_bin_and_control_z_brings_it_back(
    page: InteractionsPage, qtbot: QtBot, window: Window
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: subjects(page) == ["بی‌پاسخ", "ارسال"])
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: subjects(page) == ["پیامک", "بی‌پاسخ", "ارسال"])


def test_nothing_found_offers_to_show_all(page: InteractionsPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_F, CONTROL | SHIFT)
    line = QApplication.focusWidget()
    assert line is not None
    type_text(line, "هیچ‌کجا")
    qtbot.waitUntil(lambda: not subjects(page))
    QTest.keyClick(offered(page, qtbot, "نمایش همه"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(subjects(page)) == 3)


def test_an_export_is_exactly_what_is_seen(
    page: InteractionsPage, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    kind = chip(page, "نوع")
    next(one for one in kind.menu().actions() if one.text() == "بی‌پاسخ").trigger()
    qtbot.waitUntil(lambda: subjects(page) == ["بی‌پاسخ"])
    export = next(one for one in page.findChildren(Button) if one.text() == "خروجی")
    export.click()
    given = navigator.exported(ListExport)
    assert list(given.ids) == list(page.table.paged.ids)
    assert "duration" not in [column.key for column in given.columns]
    assert given.filter_text == "نوع: بی‌پاسخ"


def test_an_empty_list_offers_the_first_call(
    show: Show, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    page = show()
    button = offered(page, qtbot, "ثبت تماس")
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert navigator.take() == [call(Navigator.new_interaction)]
