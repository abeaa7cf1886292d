"""A purchase is recorded by keyboard and scanner alone, and nothing typed is lost."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft, ReturnDraft, ReturnLineDraft
from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.purchases import (
    PurchaseDetail,
    PurchaseFilter,
    list_purchases,
    purchase_detail,
)
from ecrm_desktop.services.purchases import record_purchase
from ecrm_desktop.services.returns import record_return
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.purchases.form import PurchaseSheet, open_purchase_form
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import PaymentMethod
from tests.helpers.factories import make_customer
from tests.helpers.keyboard import type_text
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window
from tests.ui.purchases.conftest import SHOE, Stock


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def write(text: str) -> None:
    """Type wherever the keyboard is."""
    type_text(focused(), text)


def press(
    key: Qt.Key = Qt.Key.Key_Return,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(focused(), key, modifier)


def scan(code: str) -> None:
    """A scanner types fast and ends with Enter; it waits for nobody."""
    write(code)
    press()


@pytest.fixture
def sheet(qtbot: QtBot, window: Window, ui: UiContext, stock: Stock) -> PurchaseSheet:
    window.show_page(QWidget())
    return opened(qtbot, window, ui)


def opened(
    qtbot: QtBot, window: Window, ui: UiContext, record_id: UUID | None = None
) -> PurchaseSheet:
    sheet = open_purchase_form(ui, window, record_id=record_id)
    qtbot.waitUntil(lambda: sheet.is_open)
    return sheet


def typed(sheet: PurchaseSheet) -> list[tuple[str, str]]:
    """The lines as they stand: title and quantity."""
    rows = sheet.purchase.lines.rows()
    return [(row.snapshot()["title"], row.snapshot()["quantity"]) for row in rows]


def saved(qtbot: QtBot, database: Database, sheet: PurchaseSheet) -> PurchaseDetail:
    with qtbot.waitSignal(sheet.saved) as signal:
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with database.reading() as session:
        return purchase_detail(session, signal.args[0])


def count(database: Database) -> int:
    with database.reading() as session:
        return len(list_purchases(session, PurchaseFilter(), Sort("purchased_on")))


def said(sheet: PurchaseSheet) -> str:
    return sheet.purchase.lines.entry.accessibleDescription()


def test_two_lines_by_keyboard_and_scanner(
    qtbot: QtBot, database: Database, sheet: PurchaseSheet, stock: Stock, ui: UiContext
) -> None:
    purchase = sheet.purchase
    scan("3456")  # a part of the phone, and Enter before the answer
    qtbot.waitUntil(lambda: not purchase.customer.line.wanted)
    assert purchase.customer.customer_id() == stock.maryam
    assert focused() is purchase.lines.entry
    scan(SHOE)
    qtbot.waitUntil(lambda: typed(sheet) == [("کفش پیاده‌روی", "۱")])
    assert focused() is purchase.lines.entry
    write("پست")
    qtbot.waitUntil(lambda: bool(purchase.lines.entry.popup.hits))
    press()
    assert focused() is purchase.lines.rows()[1].quantity.line
    write("1/5")
    press()
    press()
    write("200000")
    press()
    assert focused() is purchase.lines.entry
    assert purchase.sums.total_text == "۲٬۲۵۰٬۰۰۰ تومان"
    press()  # nothing more: on to the discount of the whole
    assert focused() is purchase.discount.line
    write("50000")
    assert purchase.sums.total_text == "۲٬۲۰۰٬۰۰۰ تومان"
    stored = saved(qtbot, database, sheet)
    assert [(one.title, one.quantity, one.total) for one in stored.lines] == [
        ("کفش پیاده‌روی", 1000, 12_500_000),
        ("پسته", 1500, 10_000_000),
    ]
    assert (stored.discount, stored.total) == (500_000, 22_000_000)
    assert (stored.customer_name, stored.seller_id) == ("مریم احمدی", ui.user.id)
    assert (stored.number, stored.payment_method) == ("1", PaymentMethod.CARD)
    assert stored.purchased_on == ui.today()


def test_scans_in_quick_succession_each_count(
    qtbot: QtBot, sheet: PurchaseSheet, stock: Stock
) -> None:
    sheet.purchase.lines.entry.setFocus()
    for code in (SHOE, "p-7", SHOE, "۶۲۶۰۱۰۰۲۰۰۳۰۰"):
        scan(code)
    qtbot.waitUntil(lambda: typed(sheet) == [("کفش پیاده‌روی", "۳"), ("پسته", "۱")])
    assert focused() is sheet.purchase.lines.entry
    assert sheet.purchase.lines.entry.text() == ""


def test_a_scan_into_another_field_is_still_a_scan(
    qtbot: QtBot, sheet: PurchaseSheet, stock: Stock
) -> None:
    purchase = sheet.purchase
    purchase.lines.entry.setFocus()
    scan("پسته")
    qtbot.waitUntil(lambda: len(purchase.lines.rows()) == 1)
    row = purchase.lines.rows()[0]
    assert focused() is row.quantity.line
    write("3")
    press()
    assert focused() is row.unit_price.line
    scan(SHOE)
    qtbot.waitUntil(lambda: typed(sheet) == [("پسته", "۳"), ("کفش پیاده‌روی", "۱")])
    assert row.unit_price.value() == 8_000_000
    assert focused() is purchase.lines.entry
    purchase.discount.line.setFocus()
    scan(SHOE)
    qtbot.waitUntil(lambda: typed(sheet) == [("پسته", "۳"), ("کفش پیاده‌روی", "۲")])
    assert purchase.discount.is_empty()


def test_a_long_price_typed_fast_is_a_price(
    qtbot: QtBot, sheet: PurchaseSheet, stock: Stock
) -> None:
    purchase = sheet.purchase
    purchase.lines.entry.setFocus()
    scan("پسته")
    qtbot.waitUntil(lambda: len(purchase.lines.rows()) == 1)
    press()
    scan("12500000")
    qtbot.waitUntil(lambda: focused() is purchase.lines.rows()[0].discount.line)
    assert purchase.lines.rows()[0].unit_price.value() == 125_000_000


def test_an_unknown_barcode_is_told_and_makes_no_line(
    qtbot: QtBot, sheet: PurchaseSheet, navigator: RecordingNavigator, stock: Stock
) -> None:
    lines = sheet.purchase.lines
    lines.entry.setFocus()
    scan("6269999999999")
    qtbot.waitUntil(lambda: bool(said(sheet)))
    assert "۶۲۶۹۹۹۹۹۹۹۹۹۹" in said(sheet)
    assert typed(sheet) == []
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert navigator.take() == [call(Navigator.new_product, barcode="6269999999999")]
    lines.entry.setFocus()
    scan(SHOE)  # the wrong code is selected, so the next scan replaces it
    qtbot.waitUntil(lambda: typed(sheet) == [("کفش پیاده‌روی", "۱")])
    assert said(sheet) == ""


def test_a_product_made_for_an_unknown_barcode_becomes_a_line(
    qtbot: QtBot, sheet: PurchaseSheet, navigator: RecordingNavigator, stock: Stock
) -> None:
    sheet.purchase.lines.entry.setFocus()
    scan("6269999999999")
    qtbot.waitUntil(lambda: bool(said(sheet)))
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    navigator.sheets[0].saved.emit(stock.shoe)
    qtbot.waitUntil(lambda: typed(sheet) == [("کفش پیاده‌روی", "۱")])


def test_any_other_text_becomes_a_line_of_its_own(
    qtbot: QtBot, database: Database, sheet: PurchaseSheet, stock: Stock
) -> None:
    lines = sheet.purchase.lines
    lines.entry.setFocus()
    write("کفش")  # a product has it, yet the text itself is meant
    qtbot.waitUntil(lambda: len(lines.entry.popup.hits) == 2)
    press(Qt.Key.Key_Up)
    press()
    press()
    write("25000")
    press()
    press()
    assert focused() is lines.entry
    stored = saved(qtbot, database, sheet)
    (line,) = stored.lines
    assert (line.title, line.product_id, line.total) == ("کفش", None, 250_000)
    assert stored.customer_id is None


def test_nothing_half_typed_is_saved(
    qtbot: QtBot, database: Database, sheet: PurchaseSheet, stock: Stock
) -> None:
    lines = sheet.purchase.lines
    sheet.save()
    assert said(sheet)
    assert focused() is lines.entry
    scan(SHOE)
    qtbot.waitUntil(lambda: len(lines.rows()) == 1)
    write("جعبه")
    qtbot.waitUntil(lambda: bool(lines.entry.popup.hits))
    sheet.save()
    assert "جعبه" in said(sheet)
    assert sheet.is_open
    assert count(database) == 0


def test_what_is_wrong_is_told_at_its_cell(
    qtbot: QtBot, database: Database, sheet: PurchaseSheet, stock: Stock
) -> None:
    lines = sheet.purchase.lines
    lines.entry.setFocus()
    scan(SHOE)
    scan("p-7")
    qtbot.waitUntil(lambda: len(lines.rows()) == 2)
    row = lines.rows()[1]
    for field, wrong in ((row.quantity, "0"), (row.unit_price, "1.2.3"), (row.discount, "9000000")):
        before = field.snapshot()
        field.line.setFocus()
        field.line.selectAll()
        write(wrong)
        assert sheet.purchase.sums.total_text == "—"
        sheet.save()
        assert focused() is field.line
        assert field.line.property("wrong")
        assert field.line.accessibleDescription() == said(sheet) != ""
        field.restore(before)
        row.edited.emit()
        assert not field.line.property("wrong")
    assert count(database) == 0


def test_a_discount_larger_than_the_lines_is_told_when_it_is_left(
    qtbot: QtBot, sheet: PurchaseSheet, stock: Stock
) -> None:
    purchase = sheet.purchase
    purchase.lines.entry.setFocus()
    scan(SHOE)
    qtbot.waitUntil(lambda: len(purchase.lines.rows()) == 1)
    press()
    write("1250001")
    press()
    assert purchase.discount.line.property("wrong")
    sheet.save()
    assert focused() is purchase.discount.line
    assert sheet.is_open


def test_a_line_is_removed_by_keyboard(qtbot: QtBot, sheet: PurchaseSheet, stock: Stock) -> None:
    lines = sheet.purchase.lines
    lines.entry.setFocus()
    scan(SHOE)
    scan("p-7")
    qtbot.waitUntil(lambda: len(lines.rows()) == 2)
    press(Qt.Key.Key_Tab)
    assert focused() is lines.rows()[0].quantity.line
    press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert typed(sheet) == [("پسته", "۱")]
    assert focused() is lines.entry
    assert sheet.purchase.sums.total_text == "۸۰۰٬۰۰۰ تومان"


def test_the_keyboard_goes_through_the_sheet_in_reading_order(
    qtbot: QtBot, sheet: PurchaseSheet, stock: Stock
) -> None:
    purchase = sheet.purchase
    purchase.lines.entry.setFocus()
    scan(SHOE)
    scan("p-7")
    qtbot.waitUntil(lambda: len(purchase.lines.rows()) == 2)
    way = []
    for _ in range(7):
        press(Qt.Key.Key_Tab)
        way.append(focused())
    first, second = (row.lines() for row in purchase.lines.rows())
    expected: list[QLineEdit] = [*first, *second, purchase.discount.line]
    assert way == expected


def test_what_was_typed_survives_the_death_of_the_program(
    qtbot: QtBot, database: Database, window: Window, ui: UiContext, sheet: PurchaseSheet
) -> None:
    scan("1042")
    scan(SHOE)
    qtbot.waitUntil(lambda: len(sheet.purchase.lines.rows()) == 1)
    scan("هدیه")
    qtbot.waitUntil(lambda: len(sheet.purchase.lines.rows()) == 2)
    press()
    write("12")  # not finished
    before = typed(sheet)

    def kept() -> str:
        with database.reading() as session:
            return list_autosaves(session).get("purchases:new", "")

    qtbot.waitUntil(lambda: "۱۲" in kept() or '"12"' in kept(), timeout=3000)
    assert json.loads(kept())["lines"]["rows"][1]["title"] == "هدیه"
    stored = kept()
    again = AutosaveStore(ui.background, {"purchases:new": stored})
    restored = opened(qtbot, window, replace(ui, autosaves=again))
    assert typed(restored) == before
    assert restored.purchase.customer.customer_id() == sheet.purchase.customer.customer_id()
    assert restored.purchase.lines.rows()[1].unit_price.text() == "۱۲"
    assert restored.purchase.sums.total_text == "۱٬۲۵۰٬۰۱۲ تومان"
    restored.discard()
    # The shop has chosen another unit since: the amounts are the same ones.
    again = AutosaveStore(ui.background, {"purchases:new": stored})
    rials = replace(ui.display, unit=MoneyUnit.RIAL)
    other = opened(qtbot, window, replace(ui, autosaves=again, display=rials))
    assert other.purchase.lines.rows()[1].unit_price.text() == "۱۲۰"
    assert other.purchase.sums.total_text == "۱۲٬۵۰۰٬۱۲۰ ریال"


def bought(database: Database, stock: Stock) -> PurchaseDetail:
    with database.transaction() as session:
        purchase_id = record_purchase(
            session,
            PurchaseDraft(
                customer_id=stock.maryam,
                purchased_on=date(2024, 5, 1),
                purchased_at=datetime(2024, 5, 1, 9, tzinfo=UTC),
                lines=(
                    LineDraft(product_id=stock.shoe, title="", quantity=2000, unit_price=1000),
                    LineDraft(title="جعبه", unit_price=500),
                ),
                shipping=300,
                note="هدیه است",
            ),
        )
        session.flush()
        return purchase_detail(session, purchase_id)


def test_a_stored_purchase_is_changed_and_nothing_else_of_it(
    qtbot: QtBot, database: Database, window: Window, ui: UiContext, stock: Stock
) -> None:
    before = bought(database, stock)
    window.show_page(QWidget())
    sheet = opened(qtbot, window, ui, before.id)
    assert typed(sheet) == [("کفش پیاده‌روی", "۲"), ("جعبه", "۱")]
    assert not sheet.purchase.dirty
    sheet.purchase.lines.entry.setFocus()
    scan(SHOE)
    qtbot.waitUntil(lambda: typed(sheet)[0] == ("کفش پیاده‌روی", "۳"))
    after = saved(qtbot, database, sheet)
    assert [line.id for line in after.lines] == [line.id for line in before.lines]
    assert (after.total, after.note, after.number) == (3800, "هدیه است", before.number)
    assert (after.purchased_on, after.purchased_at) == (before.purchased_on, before.purchased_at)
    assert after.customer_id == stock.maryam


def test_a_line_of_which_something_came_back_keeps_room_for_it(
    qtbot: QtBot, database: Database, window: Window, ui: UiContext, stock: Stock
) -> None:
    before = bought(database, stock)
    with database.transaction() as session:
        back = ReturnLineDraft(purchase_line_id=before.lines[0].id, quantity=2000, amount=10)
        record_return(
            session,
            ReturnDraft(
                purchase_id=before.id,
                returned_on=before.purchased_on,
                returned_at=before.purchased_at,
                lines=(back,),
            ),
        )
    window.show_page(QWidget())
    sheet = opened(qtbot, window, ui, before.id)
    quantity = sheet.purchase.lines.rows()[0].quantity
    quantity.line.setFocus()
    quantity.line.selectAll()
    write("1")
    sheet.save()
    qtbot.waitUntil(lambda: bool(quantity.line.property("wrong")))
    assert focused() is quantity.line
    assert "۲" in said(sheet)
    assert sheet.is_open


def test_a_customer_in_the_bin_stays_the_customer(
    qtbot: QtBot, database: Database, window: Window, ui: UiContext, stock: Stock
) -> None:
    before = bought(database, stock)
    with database.transaction() as session:
        session.execute(text("UPDATE customers SET deleted_at = '2024-06-01 00:00:00.000000'"))
    window.show_page(QWidget())
    sheet = opened(qtbot, window, ui, before.id)
    sheet.purchase.discount.line.setFocus()
    write("10")
    assert saved(qtbot, database, sheet).customer_id == stock.maryam


def test_nobody_found_asks_for_a_new_customer_who_is_then_chosen(
    qtbot: QtBot, database: Database, sheet: PurchaseSheet, navigator: RecordingNavigator
) -> None:
    scan("نیلوفر")
    qtbot.waitUntil(lambda: bool(navigator.calls))
    assert navigator.take() == [call(Navigator.new_customer, name="نیلوفر")]
    with database.transaction() as session:
        new = make_customer(session, "نیلوفر رضایی", code="7")
    navigator.sheets[0].saved.emit(new)
    qtbot.waitUntil(sheet.purchase.lines.entry.hasFocus)
    assert sheet.purchase.customer.customer_id() == new
