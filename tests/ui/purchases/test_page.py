"""The list of purchases: what is seen, what it adds up to, and the one that is chosen."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.purchases import ReturnDraft, ReturnLineDraft
from ecrm_desktop.queries.purchases import purchase_detail, purchase_rows
from ecrm_desktop.services.returns import record_return
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.purchases.filters import CUSTOM
from ecrm_desktop.ui.purchases.page import PurchasesPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.values.period import PeriodChoice
from ecrm_desktop.values.statuses import PaymentMethod, PurchaseChannel
from tests.helpers.factories import make_customer, make_purchase, make_user
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window


@pytest.fixture
def made(database: Database, ui: UiContext) -> dict[str, UUID]:
    """Three purchases: one of today, one of yesterday in part come back, one of long ago."""
    today = ui.today()
    now = datetime.now(UTC)
    with database.transaction() as session:
        maryam = make_customer(session, "مریم احمدی", phone="+989123456789")
        zahra = make_user(session, "زهرا")
        found = {
            "maryam": maryam,
            "today": make_purchase(
                session, maryam, today, "کفش", "کیف", number="3", purchased_at=now
            ),
            "recent": make_purchase(
                session,
                None,
                today,
                "شال",
                number="2",
                purchased_at=now - timedelta(seconds=5),
                seller_id=zahra,
                payment_method=PaymentMethod.CREDIT,
                channel=PurchaseChannel.PHONE,
            ),
            "old": make_purchase(session, maryam, date(2020, 1, 1), "چتر", number="1"),
        }
        line = purchase_detail(session, found["recent"]).lines[0].id
        found["return"] = record_return(
            session,
            ReturnDraft(
                purchase_id=found["recent"],
                returned_on=today,
                returned_at=now,
                reason="کوچک بود",
                lines=(ReturnLineDraft(purchase_line_id=line, quantity=500, amount=400),),
            ),
        )
    return found


@pytest.fixture
def page(qtbot: QtBot, window: Window, ui: UiContext, made: dict[str, UUID]) -> PurchasesPage:
    page = PurchasesPage(ui)
    window.show_page(page)
    qtbot.waitUntil(lambda: numbers(page) == ["3", "2"])
    return page


def cells(page: PurchasesPage, key: str) -> list[str]:
    model = page.table.paged
    column = [one.key for one in model.columns].index(key)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def numbers(page: PurchasesPage) -> list[str]:
    digits = str.maketrans("۱۲۳\u2066\u2069", "123  ")
    return [number.translate(digits).strip() for number in cells(page, "number")]


def chip(page: PurchasesPage, title: str) -> FilterChip:
    return next(one for one in page.findChildren(FilterChip) if one.text().startswith(title))


def choose(page: PurchasesPage, title: str, value: object) -> None:
    one = chip(page, title)
    one.set_value(value)
    one.changed.emit(value)


def shown(page: PurchasesPage) -> str:
    """All the words of the card beside the list."""
    return "\n".join(one.text() for one in page.card.findChildren(QLabel) if one.isVisible())


def button(page: PurchasesPage, text: str) -> QPushButton:
    return next(one for one in page.card.findChildren(QPushButton) if one.text() == text)


def test_the_page_begins_with_this_month_and_its_sums(qtbot: QtBot, page: PurchasesPage) -> None:
    assert cells(page, "customer_name") == ["مریم احمدی", "مشتری گذری"]
    assert cells(page, "purchased_on") == ["امروز", "امروز"]
    assert cells(page, "total") == ["۲۰۰", "۱۰۰"]
    assert cells(page, "returned") == ["", "۴۰"]
    words = "جمع: ۳۰۰ تومان · برگشتی: ۴۰ · خالص: ۲۶۰ تومان"
    qtbot.waitUntil(lambda: words in [one.text() for one in page.findChildren(QLabel)])


def test_all_time_and_other_filters(qtbot: QtBot, page: PurchasesPage) -> None:
    choose(page, "دوره", None)
    qtbot.waitUntil(lambda: numbers(page) == ["3", "2", "1"])
    choose(page, "پرداخت", PaymentMethod.CREDIT)
    qtbot.waitUntil(lambda: numbers(page) == ["2"])
    choose(page, "پرداخت", None)
    choose(page, "محل", PurchaseChannel.IN_STORE)
    qtbot.waitUntil(lambda: numbers(page) == ["3", "1"])
    choose(page, "دوره", PeriodChoice.TODAY)
    qtbot.waitUntil(lambda: numbers(page) == ["3"])


def test_a_seller_is_a_filter(qtbot: QtBot, page: PurchasesPage) -> None:
    sellers = chip(page, "فروشنده")
    qtbot.waitUntil(lambda: "زهرا" in [one.text() for one in sellers.menu().actions()])
    next(one for one in sellers.menu().actions() if one.text() == "زهرا").trigger()
    qtbot.waitUntil(lambda: numbers(page) == ["2"])


def test_any_days_can_be_asked_for(qtbot: QtBot, page: PurchasesPage) -> None:
    choose(page, "دوره", CUSTOM)
    period = page.period
    assert period.first.line.hasFocus()
    period.first.line.selectAll()
    QTest.keyClicks(period.first.line, "1398/10/11")
    period.last.line.selectAll()
    QTest.keyClicks(period.last.line, "1398/10/12")
    qtbot.waitUntil(lambda: numbers(page) == ["1"])
    period.last.line.selectAll()
    QTest.keyClicks(period.last.line, "1397/01/01")
    assert "پایان" in " ".join(one.text() for one in period.findChildren(QLabel))
    assert numbers(page) == ["1"]
    choose(page, "دوره", None)
    assert not period.isVisible()
    qtbot.waitUntil(lambda: len(numbers(page)) == 3)


def test_the_chosen_purchase_is_told_whole(
    qtbot: QtBot, page: PurchasesPage, made: dict[str, UUID]
) -> None:
    qtbot.waitUntil(lambda: "خرید \u2066۳\u2069" in shown(page))
    assert "کیف" in shown(page)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "کوچک بود" in shown(page))
    assert "۶۰" in shown(page)  # what remains after the return
    page.show_purchase(made["old"])  # not in the list of this month
    qtbot.waitUntil(lambda: "چتر" in shown(page))


def test_the_card_asks_for_what_it_cannot_do(
    qtbot: QtBot, page: PurchasesPage, navigator: RecordingNavigator, made: dict[str, UUID]
) -> None:
    qtbot.waitUntil(lambda: "کیف" in shown(page))
    button(page, "ویرایش").click()
    assert navigator.take() == [call(Navigator.edit_purchase, made["today"])]
    button(page, "برگشت کالا").click()
    assert navigator.take() == [call(Navigator.new_return, made["today"])]
    customer = next(
        one for one in page.card.findChildren(QToolButton) if one.text() == "مریم احمدی"
    )
    customer.click()
    assert navigator.take() == [call(Navigator.open_customer, made["maryam"])]
    page.edit_current()
    assert navigator.take() == [call(Navigator.edit_purchase, made["today"])]


def test_delete_goes_to_the_bin_and_comes_back(
    qtbot: QtBot, window: Window, page: PurchasesPage
) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: numbers(page) == ["2"])
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: numbers(page) == ["3", "2"])


def test_a_return_is_deleted_and_comes_back(
    qtbot: QtBot, window: Window, page: PurchasesPage, made: dict[str, UUID]
) -> None:
    page.show_purchase(made["recent"])
    qtbot.waitUntil(lambda: "کوچک بود" in shown(page))
    delete = next(
        one
        for one in page.card.findChildren(QToolButton)
        if one.accessibleName() == "حذف این برگشتی"
    )
    delete.click()
    qtbot.waitUntil(lambda: cells(page, "returned") == ["", ""])
    qtbot.waitUntil(lambda: "کوچک بود" not in shown(page))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: cells(page, "returned") == ["", "۴۰"])


def test_an_export_is_what_is_seen(
    page: PurchasesPage, navigator: RecordingNavigator, database: Database
) -> None:
    export = next(one for one in page.findChildren(QPushButton) if one.text() == "خروجی")
    export.click()
    given = navigator.exported(ListExport)
    assert [column.key for column in given.columns][:2] == ["number", "purchased_on"]
    with database.reading() as session:
        rows = given.read_rows(session, given.ids)
        assert rows == purchase_rows(session, given.ids)
    assert given.filter_text == "دوره: این ماه"


def test_nothing_found_offers_to_show_all(qtbot: QtBot, page: PurchasesPage) -> None:
    choose(page, "پرداخت", PaymentMethod.CHEQUE)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "") is not None and numbers(page) == [])
    offers = [one for one in page.findChildren(QPushButton) if one.text() == "نمایش همه"]
    offers[0].click()
    qtbot.waitUntil(lambda: numbers(page) == ["3", "2", "1"])


def test_a_narrow_window_has_the_list_alone(
    qtbot: QtBot, window: Window, page: PurchasesPage
) -> None:
    assert page.card.isVisible()
    window.resize(960, 600)
    qtbot.waitUntil(lambda: not page.card.isVisible())
