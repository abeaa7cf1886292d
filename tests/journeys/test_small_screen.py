"""Old netbooks and enlarged screens: nothing that is needed lies outside the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.widgets.field import Field
from tests.helpers.every_place import every_form, every_page, settle
from tests.helpers.new_files import new_database
from tests.helpers.person import Person, name_of
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.journeys.conftest import Start, shop_of

_READ = (Field, QLabel, QPushButton, QToolButton)


@pytest.fixture
def some(path: Path) -> SmallShop:
    database = new_database(path)
    with database.transaction() as session:
        made = fill_small_shop(session, "fa")
    database.close()
    return made


@pytest.fixture(params=[(1024, 600), (911, 512)], ids=["1024x600", "911x512"])
def shop(
    request: pytest.FixtureRequest, start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> ShopWindow:
    """1366×768 at 150 % leaves 911×512 points."""
    program = start()
    person.press("Return")  # who is working
    shop = shop_of(program, person)
    shop.window.resize(*request.param)
    settle(shop, qtbot)
    assert (shop.window.width(), shop.window.height()) == request.param
    return shop


def test_every_page_fits(shop: ShopWindow, qtbot: QtBot) -> None:
    wrong = {}
    for name in every_page(shop, qtbot):
        page = shop.window.page(name)
        found = [*buttons_out_of_sight(page), *cut(page)]
        if found:
            wrong[name] = found
    assert wrong == {}


def test_every_form_fits(shop: ShopWindow, some: SmallShop, qtbot: QtBot) -> None:
    wrong = {}
    for name in every_form(shop, some, qtbot):
        overlay = top_overlay(shop.window.content)
        assert overlay is not None
        found = [*buttons_out_of_sight(overlay), *cut(overlay)]
        if found:
            wrong[name] = found
    assert wrong == {}


def test_the_card_of_a_customer_fits(shop: ShopWindow, some: SmallShop, qtbot: QtBot) -> None:
    shop.navigator.open_customer(some.customer)
    settle(shop, qtbot)
    page = shop.window.page(PageName.CUSTOMERS)
    assert [*buttons_out_of_sight(page), *cut(page)] == []


def test_the_keyboard_is_in_the_card_that_takes_the_lists_place(
    shop: ShopWindow, some: SmallShop, person: Person
) -> None:
    person.press("Ctrl+K")
    person.write("345678")
    person.wait_to_see("سمیرا کریمی")
    person.press("Return")
    person.wait_to_see("تماس ورودی دیر رسید")
    page = shop.window.page(PageName.CUSTOMERS)
    assert isinstance(page, CustomersPage)
    assert page.card.isAncestorOf(person.place)
    person.press("Esc")
    person.wait_to_be_at("مشتریان")
    assert not person.sees("تماس ورودی دیر رسید")
    person.press("Return")
    person.wait_to_see("تماس ورودی دیر رسید")
    assert page.card.isAncestorOf(person.place)


def buttons_out_of_sight(place: QWidget) -> Iterator[str]:
    """The main buttons of a page or sheet that cannot be clicked, though it may be scrolled."""
    for button in place.findChildren(QPushButton):
        if button.property("kind") == "primary" and button.isVisibleTo(place):
            for area in place.findChildren(QScrollArea):
                if area.isAncestorOf(button):
                    area.ensureWidgetVisible(button)
            window = button.window()
            there = QRect(button.mapTo(window, QPoint()), button.size())
            if not window.rect().contains(there) or not whole(button):
                yield f"{name_of(button)} at {there.getRect()}"


def cut(place: QWidget) -> Iterator[str]:
    """What is narrower or lower than it can be, or hidden at a side where nothing scrolls."""
    for widget in place.findChildren(QWidget):
        if not isinstance(widget, _READ) or not widget.isVisibleTo(place):
            continue
        if isinstance(widget.parentWidget(), QLineEdit) or (
            isinstance(widget, QLabel) and not widget.text()
        ):
            continue  # Qt gives the icons of a line their place; nothing needs no room
        least = widget.minimumSizeHint().boundedTo(widget.maximumSize())
        seen = widget.visibleRegion().boundingRect()
        if widget.width() < least.width() or widget.height() < least.height():
            yield f"{told(widget)} needs {least.width()}×{least.height()}"
        elif not seen.isEmpty() and seen.width() < widget.width() and not scrolls(widget):
            yield f"{told(widget)} is seen from {seen.left()} to {seen.right()}"


def scrolls(widget: QWidget) -> bool:
    """Whether what is hidden at a side can be scrolled to."""
    areas = [
        area
        for area in widget.window().findChildren(QAbstractScrollArea)
        if area.isAncestorOf(widget)
    ]
    return any(area.horizontalScrollBar().isVisible() for area in areas)


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name_of(widget)!r} {widget.width()}×{widget.height()}"


def whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()
