"""The list of products, and adding them one after the other."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.models.products import Product
from ecrm_desktop.queries.products import find_by_code
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.products.page import ProductsPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.chip import FilterChip
from tests.helpers.factories import make_product
from tests.helpers.keyboard import type_text
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window


@pytest.fixture
def page(qtbot: QtBot, window: Window, ui: UiContext, database: Database) -> ProductsPage:
    with database.transaction() as session:
        make_product(session, "کفش", barcode="6260", brand="نایک", category="پا", price=50)
        make_product(session, "پیراهن", brand="گراد", category="تن", price=7000)
        make_product(session, "اتو", active=False)
    page = ProductsPage(ui)
    window.show_page(page)
    qtbot.waitUntil(lambda: names(page) == ["اتو", "پیراهن", "کفش"])
    return page


def cells(page: ProductsPage, key: str) -> list[str]:
    model = page.table.paged
    column = [one.key for one in model.columns].index(key)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def names(page: ProductsPage) -> list[str]:
    return cells(page, "name")


def choose(page: ProductsPage, title: str, text: str) -> None:
    chip = next(one for one in page.findChildren(FilterChip) if one.text().startswith(title))
    next(one for one in chip.menu().actions() if one.text() == text).trigger()


def trigger(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def enter(text: str = "") -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    type_text(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def visible_words(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def test_a_row_tells_price_and_state(page: ProductsPage) -> None:
    assert cells(page, "price") == ["۰", "۷۰۰", "۵"]
    assert cells(page, "active") == ["غیرفعال", "فعال", "فعال"]


def test_chips_offer_what_is_in_use(qtbot: QtBot, page: ProductsPage) -> None:
    choose(page, "برند", "نایک")
    qtbot.waitUntil(lambda: names(page) == ["کفش"])
    choose(page, "برند", "همه")
    choose(page, "دسته", "تن")
    qtbot.waitUntil(lambda: names(page) == ["پیراهن"])
    choose(page, "دسته", "همه")
    choose(page, "وضعیت", "غیرفعال")
    qtbot.waitUntil(lambda: names(page) == ["اتو"])


def test_products_are_added_one_after_the_other(
    qtbot: QtBot, page: ProductsPage, database: Database
) -> None:
    page.quick_add.setFocus()
    for name, barcode in (("كلاه", "۷۷۷"), ("چتر", "888")):
        enter(name)
        enter(barcode)
        enter("1200")
        qtbot.waitUntil(page.quick_add.name.line.hasFocus)
        qtbot.waitUntil(page.quick_add.name.is_empty)
    qtbot.waitUntil(lambda: names(page) == ["اتو", "پیراهن", "چتر", "کفش", "کلاه"])
    with database.reading() as session:
        found = find_by_code(session, "777")
        assert found is not None
        assert (found.name, found.price) == ("کلاه", 12_000)


def test_what_cannot_be_added_is_told_and_stays_typed(
    qtbot: QtBot, page: ProductsPage, database: Database
) -> None:
    add = page.quick_add
    add.setFocus()
    enter("کلاه")
    enter("6260")
    enter("1200")
    qtbot.waitUntil(lambda: bool(add.barcode.line.property("wrong")))
    assert add.barcode.line.hasFocus()
    assert any("کفش" in text for text in visible_words(add))
    assert (add.name.value(), add.price.value()) == ("کلاه", 12_000)
    add.barcode.restore("")
    enter()
    enter()
    qtbot.waitUntil(lambda: "کلاه" in names(page))
    add.setFocus()
    add.add()
    assert add.name.line.property("wrong")
    with database.reading() as session:
        assert session.query(Product).count() == 4


def test_products_leave_the_offer_and_come_back_by_undo(
    qtbot: QtBot, window: Window, page: ProductsPage
) -> None:
    page.table.make_current(page.table.paged.ids[2])
    row = page.table.paged.row(2)
    assert row is not None
    trigger(page.menu_for(row), "غیرفعال شود")
    qtbot.waitUntil(lambda: cells(page, "active")[2] == "غیرفعال")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: cells(page, "active")[2] == "فعال")


def test_delete_goes_to_the_bin_and_comes_back(
    qtbot: QtBot, window: Window, page: ProductsPage
) -> None:
    page.table.setFocus()
    page.table.selectAll()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == [])
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(names(page)) == 3)


def test_the_page_asks_for_forms_and_exports(
    page: ProductsPage, navigator: RecordingNavigator
) -> None:
    page.table.setFocus()
    current = page.table.current()
    assert isinstance(current, UUID)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.edit_current()
    assert navigator.take() == [call(Navigator.edit_product, current)] * 2
    buttons = {one.text(): one for one in page.findChildren(QPushButton)}
    buttons["کالای تازه"].click()
    assert navigator.take() == [call(Navigator.new_product)]
    buttons["خروجی"].click()
    assert len(navigator.exported(ListExport).ids) == 3


def test_an_empty_shop_is_told_what_belongs_here(
    qtbot: QtBot, window: Window, ui: UiContext
) -> None:
    page = ProductsPage(ui)
    window.show_page(page)
    qtbot.waitUntil(lambda: "هنوز کالایی ثبت نشده است" in visible_words(page))
