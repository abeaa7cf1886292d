"""Goods are taken back by keyboard, no more than were bought."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.queries.purchases import PurchaseDetail, purchase_detail
from ecrm_desktop.services.purchases import record_purchase
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.purchases.return_form import ReturnSheet, open_return_form
from ecrm_desktop.ui.ui_context import UiContext
from tests.helpers.keyboard import type_text
from tests.helpers.ui_context import Window


@pytest.fixture
def bought(database: Database, ui: UiContext) -> UUID:
    """Three shoes at 1,000 and a bag of 500 rials, less 350 in all."""
    lines = (
        LineDraft(title="کفش", quantity=3000, unit_price=1000),
        LineDraft(title="کیف", unit_price=500),
    )
    with database.transaction() as session:
        return record_purchase(
            session,
            PurchaseDraft(
                purchased_on=date(2024, 5, 1),
                purchased_at=datetime(2024, 5, 1, 9, tzinfo=UTC),
                lines=lines,
                discount=350,
            ),
        )


@pytest.fixture
def sheet(qtbot: QtBot, window: Window, ui: UiContext, bought: UUID) -> ReturnSheet:
    window.show_page(QWidget())
    return opened(qtbot, window, ui, bought)


def opened(qtbot: QtBot, window: Window, ui: UiContext, purchase_id: UUID) -> ReturnSheet:
    open_return_form(ui, window, purchase_id=purchase_id)
    qtbot.waitUntil(lambda: any(one.is_open for one in window.findChildren(ReturnSheet)))
    return next(one for one in window.findChildren(ReturnSheet) if one.is_open)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def enter(text: str = "") -> None:
    type_text(focused(), text)
    QTest.keyClick(focused(), Qt.Key.Key_Return)


def words(sheet: ReturnSheet) -> list[str]:
    return [one.text() for one in sheet.findChildren(QLabel) if one.isVisible()]


def detail(database: Database, purchase_id: UUID) -> PurchaseDetail:
    with database.reading() as session:
        return purchase_detail(session, purchase_id)


def test_some_goods_come_back_by_keyboard(
    qtbot: QtBot, database: Database, sheet: ReturnSheet, bought: UUID, ui: UiContext
) -> None:
    first, second = sheet.returning.rows
    assert focused() is first.quantity.line
    enter("2")
    assert first.amount.value() == 1800  # two thirds of what was paid for the shoes
    assert "پرداختی به مشتری: ۱۸۰ تومان" in words(sheet)
    enter()
    assert focused() is second.quantity.line
    enter()  # no bag: on to the reason
    assert focused() is sheet.returning.reason.line
    type_text(focused(), "تنگ بود")
    with qtbot.waitSignal(sheet.saved):
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    after = detail(database, bought)
    assert [line.left for line in after.lines] == [1000, 1000]
    (back,) = after.returns
    assert (back.total, back.reason, back.user_name) == (1800, "تنگ بود", ui.user.name)
    assert back.returned_on == ui.today()


def test_the_refund_can_be_less_than_proposed(
    qtbot: QtBot, database: Database, sheet: ReturnSheet, bought: UUID
) -> None:
    enter("1")
    enter("50")
    with qtbot.waitSignal(sheet.saved):
        sheet.save()
    assert detail(database, bought).returned == 500


def test_more_than_was_bought_is_refused_at_once(
    qtbot: QtBot, database: Database, sheet: ReturnSheet, bought: UUID
) -> None:
    row = sheet.returning.rows[0]
    enter("4")
    assert row.quantity.line.property("wrong")
    assert "۳" in row.quantity.line.accessibleDescription()
    sheet.save()
    assert focused() is row.quantity.line
    assert sheet.is_open
    assert detail(database, bought).returns == ()


def test_a_refund_larger_than_what_was_paid_is_refused(qtbot: QtBot, sheet: ReturnSheet) -> None:
    row = sheet.returning.rows[0]
    enter("1")
    enter("316")  # toman; 3,150 rials were paid
    sheet.save()
    qtbot.waitUntil(lambda: bool(row.amount.line.property("wrong")))
    assert focused() is row.amount.line
    assert sheet.is_open


def test_nothing_chosen_is_told(sheet: ReturnSheet) -> None:
    before = words(sheet)
    sheet.save()
    assert sheet.is_open
    assert len(words(sheet)) == len(before) + 1
    assert focused() is sheet.returning.rows[0].quantity.line


def test_everything_comes_back_with_one_button_and_then_nothing_is_left(
    qtbot: QtBot,
    database: Database,
    window: Window,
    ui: UiContext,
    sheet: ReturnSheet,
    bought: UUID,
) -> None:
    everything = next(
        one for one in sheet.findChildren(QPushButton) if one.text() == "همه برمی‌گردد"
    )
    everything.click()
    with qtbot.waitSignal(sheet.saved):
        sheet.save()
    after = detail(database, bought)
    assert [line.left for line in after.lines] == [0, 0]
    assert after.returned == after.total
    open_return_form(ui, window, purchase_id=bought)
    told = "همهٔ کالاهای این خرید پیش‌تر برگشته است."
    qtbot.waitUntil(lambda: told in [one.text() for one in window.findChildren(QLabel)])


def test_only_what_is_left_is_offered_again(
    qtbot: QtBot, window: Window, ui: UiContext, sheet: ReturnSheet, bought: UUID
) -> None:
    enter("3")
    with qtbot.waitSignal(sheet.saved):
        sheet.save()
    again = opened(qtbot, window, ui, bought)
    assert [row.snapshot() for row in again.returning.rows] == [{"quantity": "", "amount": ""}]
    assert "کیف" in words(again)


def test_what_was_typed_is_kept(qtbot: QtBot, sheet: ReturnSheet, ui: UiContext) -> None:
    enter("2")
    enter("7")
    contents = sheet.returning.snapshot()
    for row in sheet.returning.rows:
        row.quantity.set_value(None)
        row.amount.set_value(None)
    sheet.returning.restore(contents)
    assert (sheet.returning.rows[0].quantity.text(), sheet.returning.rows[0].amount.text()) == (
        "۲",
        "۷",
    )
    assert "پرداختی به مشتری: ۷ تومان" in words(sheet)
