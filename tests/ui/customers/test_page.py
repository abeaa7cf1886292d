"""The list of customers with the card beside it, by keyboard."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.services.customers import create_customer, delete_customers
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.customers.merge import MergeSheet
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.values.statuses import AcquisitionChannel
from tests.helpers.factories import make_purchase
from tests.helpers.keyboard import type_text
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window
from tests.ui.customers.conftest import AddCustomer

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def people(add_customer: AddCustomer) -> dict[str, UUID]:
    return {
        "پریسا": add_customer(
            "پریسا نوری",
            "09130000001",
            city="یزد",
            tags=("وفادار",),
            acquisition_channel=AcquisitionChannel.INSTAGRAM,
        ),
        "بهرام": add_customer("بهرام کریمی", "09120000002", city="قم"),
        "آذر": add_customer("آذر احمدی", "09120000003", city="قم", tags=("نسیه",)),
    }


@pytest.fixture
def show(window: Window, ui: UiContext, qtbot: QtBot) -> Callable[..., CustomersPage]:
    def show(*, width: int = 1176, filled: bool = True) -> CustomersPage:
        window.resize(width, 716)
        page = CustomersPage(ui)
        window.show_page(page)
        if filled:
            qtbot.waitUntil(lambda: bool(names(page)) and all(names(page)))
            qtbot.waitUntil(lambda: page.card.head.isVisible() or width < 1000)
        page.table.setFocus()
        return page

    return show


def names(page: CustomersPage) -> list[str]:
    model = page.table.paged
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def shown(page: CustomersPage) -> str:
    return page.card.head.name


def chip(page: CustomersPage, title: str) -> FilterChip:
    return next(one for one in page.findChildren(FilterChip) if one.text().startswith(title))


def press(page: CustomersPage, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.table, key, modifier)


ALL = ["آذر احمدی", "بهرام کریمی", "پریسا نوری"]


def test_the_card_follows_the_arrows(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot
) -> None:
    page = show()
    assert names(page) == ALL
    qtbot.waitUntil(lambda: shown(page) == "آذر احمدی")
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown(page) == "پریسا نوری")
    assert page.current_customer() == people["پریسا"]


def test_enter_goes_into_the_card_and_escape_back(
    show: Callable[..., CustomersPage], people: dict[str, UUID]
) -> None:
    page = show()
    press(page, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.card.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_edit_asks_for_who_is_shown(
    show: Callable[..., CustomersPage],
    people: dict[str, UUID],
    navigator: RecordingNavigator,
    qtbot: QtBot,
) -> None:
    page = show()
    press(page, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown(page) == "بهرام کریمی")
    page.edit_current()
    assert navigator.take() == [call(Navigator.edit_customer, people["بهرام"])]


def test_delete_goes_to_the_bin_and_comes_back(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot, window: Window
) -> None:
    page = show()
    press(page, Qt.Key.Key_Down, SHIFT)
    assert page.selection.isVisible()
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == ["پریسا نوری"])
    assert not page.selection.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(page) == ALL)


def test_filters_say_what_is_left_and_let_go(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot
) -> None:
    page = show()
    qtbot.waitUntil(lambda: len(chip(page, "شهر").menu().actions()) == 4)
    chip(page, "شهر").menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: names(page) == ["آذر احمدی", "بهرام کریمی"])
    chip(page, "برچسب").menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: names(page) == ["آذر احمدی"])
    assert page.filters.text() == "\u200f\u2068شهر: قم\u2069 · \u2068برچسب: نسیه\u2069"
    QTest.keyClick(chip(page, "شهر"), Qt.Key.Key_Delete)
    QTest.keyClick(chip(page, "برچسب"), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == ALL)


@pytest.mark.parametrize(
    ("title", "choice", "expected"),
    [
        ("آشنایی", "اینستاگرام", ["پریسا نوری"]),
        ("خرید نکرده از", "۳۰ روز پیش", ["بهرام کریمی"]),
        ("برچسب", "بدون", ["بهرام کریمی"]),
        ("وضعیت", "تولد این ماه", []),
    ],
)
def test_each_filter(
    show: Callable[..., CustomersPage],
    people: dict[str, UUID],
    ui: UiContext,
    qtbot: QtBot,
    title: str,
    choice: str,
    expected: list[str],
) -> None:
    with ui.background.database.transaction() as session:
        make_purchase(session, people["بهرام"], ui.today().replace(year=2020), "کفش")
        make_purchase(session, people["آذر"], ui.today(), "کفش")
    page = show()
    qtbot.waitUntil(lambda: len(chip(page, "برچسب").menu().actions()) == 4)
    menu = chip(page, title).menu()
    next(one for one in menu.actions() if one.text() == choice).trigger()
    qtbot.waitUntil(lambda: names(page) == expected)


def test_typing_narrows_the_list_and_down_returns_to_it(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot
) -> None:
    page = show()
    QTest.keyClick(page, Qt.Key.Key_F, CONTROL | SHIFT)
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "نوری")
    qtbot.waitUntil(lambda: names(page) == ["پریسا نوری"])
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert page.table.hasFocus()


def test_nobody_yet_says_what_belongs_here(
    show: Callable[..., CustomersPage], navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    page = show(filled=False)
    qtbot.waitUntil(lambda: button(page, "مشتری تازه").isVisible())
    button(page, "مشتری تازه").click()
    assert navigator.take() == [call(Navigator.new_customer)]


def test_who_is_asked_for_is_shown_whatever_is_filtered(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot
) -> None:
    page = show()
    qtbot.waitUntil(lambda: len(chip(page, "شهر").menu().actions()) == 4)
    chip(page, "شهر").menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    page.show_customer(people["پریسا"])
    qtbot.waitUntil(lambda: page.table.current() == people["پریسا"])
    qtbot.waitUntil(lambda: names(page) == ALL)
    qtbot.waitUntil(lambda: shown(page) == "پریسا نوری")


def test_a_new_customer_is_found_as_soon_as_the_list_has_them(
    show: Callable[..., CustomersPage],
    people: dict[str, UUID],
    add_customer: AddCustomer,
    ui: UiContext,
    qtbot: QtBot,
) -> None:
    page = show()
    new = add_customer("تازه وارد")
    page.show_customer(new)
    ui.background.changed.emit(None)
    qtbot.waitUntil(lambda: page.table.current() == new)
    qtbot.waitUntil(lambda: shown(page) == "تازه وارد")


def test_what_others_delete_disappears(
    show: Callable[..., CustomersPage], people: dict[str, UUID], ui: UiContext, qtbot: QtBot
) -> None:
    page = show()
    ui.background.write(lambda s: delete_customers(s, [people["آذر"]]), owner=page)
    qtbot.waitUntil(lambda: names(page) == ALL[1:])
    qtbot.waitUntil(lambda: shown(page) == "بهرام کریمی")


def test_export_gives_exactly_what_is_seen(
    show: Callable[..., CustomersPage], people: dict[str, UUID], navigator: RecordingNavigator
) -> None:
    page = show()
    page.table.columns_menu().actions()[1].trigger()
    button(page, "خروجی").click()
    export = navigator.exported(ListExport)
    assert list(export.ids) == [people["آذر"], people["بهرام"], people["پریسا"]]
    assert [column.key for column in export.columns] == [
        "name",
        "tags",
        "city",
        "last_purchase_on",
        "purchase_total",
    ]


def test_a_narrow_page_shows_list_or_card(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot
) -> None:
    page = show(width=900)
    assert not page.card.isVisible()
    press(page, Qt.Key.Key_Return)
    assert page.card.isVisible()
    assert not page.listed.isVisible()
    page.card.head.back.click()
    assert page.listed.isVisible()
    assert page.table.hasFocus()


def test_two_selected_can_be_merged(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot, window: Window
) -> None:
    page = show()
    press(page, Qt.Key.Key_Down, SHIFT)
    button(page, "یکی کردن").click()
    (sheet,) = window.findChildren(MergeSheet)
    qtbot.waitUntil(lambda: bool(sheet.table.choices()))
    with qtbot.waitSignal(sheet.merged):
        QTest.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: names(page) == ["آذر احمدی", "پریسا نوری"])
    qtbot.waitUntil(lambda: page.table.current() == people["آذر"])


def test_the_menu_of_a_row_asks_for_everything(
    show: Callable[..., CustomersPage], people: dict[str, UUID], navigator: RecordingNavigator
) -> None:
    page = show()
    row = page.table.paged.row(0)
    assert row is not None
    actions = {one.text(): one for one in page.menu_for(row).actions()}
    for text in ("ویرایش", "ثبت تماس", "ثبت خرید", "ثبت شکایت", "افزودن کار", "چاپ پرونده"):
        actions[text].trigger()
    azar = people["آذر"]
    assert navigator.take() == [
        call(Navigator.edit_customer, azar),
        call(Navigator.new_interaction, azar),
        call(Navigator.new_purchase, azar),
        call(Navigator.new_complaint, azar),
        call(Navigator.new_task, azar),
        call(Navigator.print_customer, azar),
    ]


def button(page: CustomersPage, text: str) -> QAbstractButton:
    found = [one for one in page.findChildren(QAbstractButton) if one.text() == text]
    return next((one for one in found if one.isVisible()), found[0])


def selected(page: CustomersPage) -> list[str]:
    return [one for one in ALL if one in {names(page)[row] for row in rows(page)}]


def rows(page: CustomersPage) -> list[int]:
    return sorted({index.row() for index in page.table.selectionModel().selectedRows()})


def said(window: Window) -> list[str]:
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return [without_marks(text) for text in texts]


def without_marks(text: str) -> str:
    return "".join(letter for letter in text if letter not in "\u200f\u2068\u2069")


def test_delete_goes_on_with_the_next_row_and_names_who_went(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot, window: Window
) -> None:
    page = show()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == ["آذر احمدی", "پریسا نوری"])
    assert (page.table.current(), selected(page)) == (people["پریسا"], ["پریسا نوری"])
    assert "بهرام کریمی به سطل بازیافت رفت." in said(window)
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == ["آذر احمدی"])
    assert (page.table.current(), selected(page)) == (people["آذر"], ["آذر احمدی"])


def test_deleting_twice_at_once_takes_two_rows(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot
) -> None:
    page = show()
    press(page, Qt.Key.Key_Delete)
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == ["پریسا نوری"])


def test_undo_selects_who_came_back_so_delete_means_them_again(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot, window: Window
) -> None:
    page = show()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    press(page, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(page) == ALL)
    assert (page.table.current(), selected(page)) == (people["بهرام"], ["بهرام کریمی"])
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == ["آذر احمدی", "پریسا نوری"])


def test_undo_selects_all_who_came_back(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot, window: Window
) -> None:
    page = show()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Down, SHIFT)
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == ["آذر احمدی"])
    assert "۲ مشتری به سطل بازیافت رفتند." in said(window)
    press(page, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(page) == ALL)
    assert selected(page) == ALL[1:]


def test_undo_goes_back_through_all_deletions_and_says_what_it_did(
    show: Callable[..., CustomersPage], people: dict[str, UUID], qtbot: QtBot, window: Window
) -> None:
    page = show()
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(names(page)) == 1)
    for bar_close in [one for one in window.findChildren(QToolButton) if one.text() == ""]:
        if bar_close.accessibleName() == "بستن":
            bar_close.click()
    press(page, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(page) == ALL[1:])
    assert "بهرام کریمی برگشت." in said(window)
    press(page, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: names(page) == ALL)
    assert "آذر احمدی برگشت." in said(window)
    press(page, Qt.Key.Key_Z, CONTROL)
    assert "چیزی برای برگرداندن نیست." in said(window)


@pytest.fixture
def many(add_customer: AddCustomer) -> list[UUID]:
    """More customers than the window has room for, by name."""
    return [add_customer(f"مشتری{at:02}") for at in range(40)]


def test_more_than_is_seen_goes_only_after_a_question(
    show: Callable[..., CustomersPage], many: list[UUID], qtbot: QtBot, window: Window
) -> None:
    page = show()
    press(page, Qt.Key.Key_A, CONTROL)
    press(page, Qt.Key.Key_Delete)
    assert "۴۰ مورد به سطل بازیافت برود؟" in said(window)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.background.is_idle)
    assert (len(names(page)), page.table.selected_count()) == (40, 40)
    press(page, Qt.Key.Key_Delete)
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    next(one for one in buttons if one.text() == "به سطل برود").click()
    qtbot.waitUntil(lambda: names(page) == [])
    assert page.table.selected_count() == 0
    assert not page.selection.isVisible()
    press(page, Qt.Key.Key_Delete)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(names(page)) == 40)
    assert page.table.selected_count() == 40


def test_a_list_keeps_selection_current_and_what_is_seen_when_somebody_saves(
    show: Callable[..., CustomersPage], many: list[UUID], ui: UiContext, qtbot: QtBot
) -> None:
    page = show()
    table, bar = page.table, page.table.verticalScrollBar()
    table.make_current(many[20])
    press(page, Qt.Key.Key_Down, SHIFT)
    press(page, Qt.Key.Key_Down, SHIFT)
    bar.setValue(10 * theme.ROW_HEIGHT + 5)
    first = CustomerDraft(first_name="آبان")
    ui.background.write(lambda session: create_customer(session, first), owner=page)
    qtbot.waitUntil(lambda: len(names(page)) == 41)
    assert list(table.selected_ids()) == many[20:23]
    assert table.current() == many[22]
    assert bar.value() == 11 * theme.ROW_HEIGHT + 5
    ui.background.write(lambda session: delete_customers(session, many[21:23]), owner=page)
    qtbot.waitUntil(lambda: len(names(page)) == 39)
    assert list(table.selected_ids()) == [many[20]]
    assert table.current() == many[20]
    assert bar.value() == 11 * theme.ROW_HEIGHT + 5
    press(page, Qt.Key.Key_Down, SHIFT)
    assert list(table.selected_ids()) == [many[20], many[23]]


def test_the_row_below_becomes_current_when_others_delete_the_current_one(
    show: Callable[..., CustomersPage], many: list[UUID], ui: UiContext, qtbot: QtBot
) -> None:
    page = show()
    page.table.make_current(many[20])
    ui.background.write(lambda session: delete_customers(session, [many[20]]), owner=page)
    qtbot.waitUntil(lambda: len(names(page)) == 39)
    assert (page.table.current(), list(page.table.selected_ids())) == (many[21], [many[21]])


def test_a_search_begins_at_its_first_row(
    show: Callable[..., CustomersPage], many: list[UUID], qtbot: QtBot
) -> None:
    page = show()
    page.table.make_current(many[5])
    QTest.keyClick(page, Qt.Key.Key_F, CONTROL | SHIFT)
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "مشتری3")
    qtbot.waitUntil(lambda: len(names(page)) == 10)
    assert page.table.current() == many[30]
