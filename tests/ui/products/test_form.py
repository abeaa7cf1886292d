"""The sheet of one product."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.queries.products import product_detail
from ecrm_desktop.services.purchases import record_purchase
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.products.form import ProductSheet, open_product_form
from ecrm_desktop.ui.ui_context import UiContext
from tests.helpers.factories import make_product
from tests.helpers.keyboard import type_text
from tests.helpers.ui_context import Window


@pytest.fixture(autouse=True)
def page(window: Window) -> None:
    window.show_page(QWidget())


def wait_open(qtbot: QtBot, sheet: ProductSheet) -> ProductSheet:
    qtbot.waitUntil(lambda: sheet.is_open)
    return sheet


def enter(text: str = "") -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    type_text(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def test_a_product_is_made_by_keyboard(
    qtbot: QtBot, database: Database, window: Window, ui: UiContext
) -> None:
    sheet = wait_open(qtbot, open_product_form(ui, window))
    for text in ("کفش", "۶۲۶۰۱", "K1", "1250000", "جفت", "کفش مردانه", "نایک"):
        enter(text)
    with qtbot.waitSignal(sheet.saved) as signal:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with database.reading() as session:
        made = product_detail(session, signal.args[0])
    assert (made.name, made.barcode, made.code, made.price) == ("کفش", "62601", "K1", 12_500_000)
    assert (made.unit, made.category, made.brand, made.active) == (
        "جفت",
        "کفش مردانه",
        "نایک",
        True,
    )


def test_an_unknown_barcode_stands_in_the_form_already(
    qtbot: QtBot, window: Window, ui: UiContext
) -> None:
    sheet = wait_open(qtbot, open_product_form(ui, window, barcode="6260"))
    assert sheet.product.barcode.value() == "۶۲۶۰"
    assert sheet.product.name.line.hasFocus()
    sheet.save()
    assert sheet.product.name.line.property("wrong")
    assert sheet.is_open


def test_a_taken_code_is_told_at_its_field(
    qtbot: QtBot, database: Database, window: Window, ui: UiContext
) -> None:
    with database.transaction() as session:
        make_product(session, "کیف", code="12")
    sheet = wait_open(qtbot, open_product_form(ui, window, barcode="12"))
    enter("کفش")
    sheet.save()
    qtbot.waitUntil(lambda: bool(sheet.product.barcode.line.property("wrong")))
    assert "کیف" in sheet.product.barcode.line.accessibleDescription()


def test_a_stored_product_is_changed_beside_its_sales(
    qtbot: QtBot, database: Database, window: Window, ui: UiContext
) -> None:
    with database.transaction() as session:
        product = make_product(session, "پسته", unit="کیلو", price=800, brand="اکبری")
        line = LineDraft(product_id=product, title="", quantity=2500, unit_price=800)
        record_purchase(
            session,
            PurchaseDraft(
                purchased_on=date(2024, 5, 1),
                purchased_at=datetime(2024, 5, 1, 9, tzinfo=UTC),
                lines=(line,),
            ),
        )
    sheet = wait_open(qtbot, open_product_form(ui, window, record_id=product))
    words = [one.text() for one in sheet.findChildren(QLabel)]
    assert "۲۰۰ تومان" in words
    assert any("۲٫۵" in text and "کیلو" in text for text in words)
    sheet.product.price.line.setFocus()
    sheet.product.price.line.selectAll()
    enter("90")
    with qtbot.waitSignal(sheet.saved):
        sheet.save()
    with database.reading() as session:
        changed = product_detail(session, product)
    assert (changed.name, changed.price, changed.brand) == ("پسته", 900, "اکبری")
    assert changed.revenue == 2000


def test_brands_in_use_are_suggested(
    qtbot: QtBot, database: Database, window: Window, ui: UiContext
) -> None:
    with database.transaction() as session:
        make_product(session, "کفش", brand="نایک")
    sheet = wait_open(qtbot, open_product_form(ui, window))
    completer = sheet.product.brand.line.completer()
    completer.setCompletionPrefix("ای")
    assert completer.currentCompletion() == "نایک"
