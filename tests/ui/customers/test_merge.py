"""Merging two customers in the window."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.queries.customer_detail import CustomerDetail, customer_detail
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.services.customer_merges import MergeSide
from ecrm_desktop.services.customers import update_customer
from ecrm_desktop.ui.customers.merge import MergeSheet, open_merge_sheet
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.statuses import Gender
from tests.helpers.factories import make_purchase
from tests.helpers.keyboard import type_text
from tests.helpers.ui_context import Window
from tests.ui.customers.conftest import AddCustomer

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pair(ui: UiContext, add_customer: AddCustomer) -> tuple[UUID, UUID]:
    kept = add_customer("مریم احمدی", "09121111111", code="10", city="یزد", notes="صبح")
    other = add_customer(
        "مریم احمدی‌پور", "09122222222", code="20", city="قم", gender=Gender.FEMALE, notes="عصر"
    )
    with ui.background.database.transaction() as session:
        make_purchase(session, other, ui.today(), "کفش")
    return kept, other


@pytest.fixture
def page(window: Window) -> QWidget:
    page = QWidget()
    window.show_page(page)
    return page


@pytest.fixture
def sheet(ui: UiContext, page: QWidget, pair: tuple[UUID, UUID], qtbot: QtBot) -> MergeSheet:
    sheet = open_merge_sheet(ui, page, *pair)
    qtbot.waitUntil(lambda: bool(sheet.table.choices()))
    return sheet


def detail(ui: UiContext, customer: UUID) -> CustomerDetail:
    with ui.background.database.reading() as session:
        return customer_detail(session, customer)


def merge(sheet: MergeSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.merged):
        QTest.keyClick(sheet, Qt.Key.Key_Return, CONTROL)


def test_only_what_differs_is_asked_with_the_usual_choice_made(sheet: MergeSheet) -> None:
    assert sheet.table.choices() == {
        "code": MergeSide.KEPT,
        "last_name": MergeSide.KEPT,
        "phone": MergeSide.KEPT,
        "gender": MergeSide.MERGED,
        "city": MergeSide.KEPT,
        "notes": MergeSide.BOTH,
    }
    told = next(one.text() for one in sheet.findChildren(QLabel) if "۱ خرید" in one.text())
    assert "«مریم احمدی‌پور»" in told


def test_the_keyboard_chooses_merges_and_takes_back(
    sheet: MergeSheet, pair: tuple[UUID, UUID], ui: UiContext, window: Window, qtbot: QtBot
) -> None:
    kept, other = pair
    before = detail(ui, kept), detail(ui, other)
    first = next(one for one in sheet.findChildren(QRadioButton) if one.isChecked())
    assert first.hasFocus()
    # The code of the other one stands at the left of the first one's.
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert sheet.table.choices()["code"] == MergeSide.MERGED
    sheet.table.choose("city", MergeSide.MERGED)
    merge(sheet, qtbot)
    now = detail(ui, kept)
    assert (now.code, now.last_name, now.city, now.gender) == ("20", "احمدی", "قم", Gender.FEMALE)
    assert now.notes == "صبح\nعصر"
    assert [one.number for one in now.phones] == ["+989121111111", "+989122222222"]
    with pytest.raises(InvalidInput):
        detail(ui, other)
    with qtbot.waitSignal(ui.background.changed):
        QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert [
        (one.code, one.city, one.gender, one.phones, one.notes)
        for one in (detail(ui, kept), detail(ui, other))
    ] == [(one.code, one.city, one.gender, one.phones, one.notes) for one in before]


def test_swapping_keeps_the_other_one(
    sheet: MergeSheet, pair: tuple[UUID, UUID], ui: UiContext, qtbot: QtBot
) -> None:
    button = next(
        one for one in sheet.findChildren(QAbstractButton) if one.text() == "جابه‌جایی دو طرف"
    )
    button.click()
    qtbot.waitUntil(lambda: "gender" in sheet.table.choices())
    qtbot.waitUntil(lambda: sheet.table.choices()["gender"] == MergeSide.KEPT)
    merge(sheet, qtbot)
    assert detail(ui, pair[1]).last_name == "احمدی‌پور"
    with pytest.raises(InvalidInput):
        detail(ui, pair[0])


def test_the_other_one_is_asked_for_and_cannot_be_the_same(
    ui: UiContext, page: QWidget, pair: tuple[UUID, UUID], window: Window, qtbot: QtBot
) -> None:
    sheet = open_merge_sheet(ui, page, pair[0])
    line = sheet.picker.line
    for code, shown in (("10", False), ("20", True)):
        type_text(line, code)
        qtbot.waitUntil(line.popup.isVisible)
        QTest.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda shown=shown: bool(sheet.table.choices()) == shown)  # type: ignore[misc]
        assert sheet.picker.isVisible() != shown
    merge(sheet, qtbot)
    assert detail(ui, pair[0]).gender == Gender.FEMALE


def test_merging_right_after_swapping_takes_nobody_for_the_other(
    sheet: MergeSheet, pair: tuple[UUID, UUID], ui: UiContext, qtbot: QtBot
) -> None:
    kept, other = pair
    sheet.table.choose("city", MergeSide.MERGED)  # قم, of the one who is to go
    next(b for b in sheet.findChildren(QAbstractButton) if b.text() == "جابه‌جایی دو طرف").click()
    QTest.keyClick(sheet, Qt.Key.Key_Return, CONTROL)  # the table is still the old one
    assert detail(ui, kept).city == "یزد"
    assert detail(ui, other).city == "قم"
    assert sheet.primary is not None
    qtbot.waitUntil(sheet.primary.isEnabled)
    merge(sheet, qtbot)
    assert detail(ui, other).city == "قم"  # who stays now, with the usual choice
    with pytest.raises(InvalidInput):
        detail(ui, kept)


def test_swapping_right_after_merging_opens_who_stayed(
    sheet: MergeSheet, pair: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(sheet.merged) as merged:
        QTest.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
        swap = next(b for b in sheet.findChildren(QAbstractButton) if b.text() == "جابه‌جایی دو طرف")
        swap.click()  # before the two are written as one
    assert merged.args == [pair[0]]


def test_who_was_changed_meanwhile_is_looked_at_again(
    sheet: MergeSheet, pair: tuple[UUID, UUID], ui: UiContext, window: Window, qtbot: QtBot
) -> None:
    kept, other = pair
    with ui.background.database.transaction() as session:
        base = customer_draft(session, kept)
        update_customer(session, kept, replace(base, job="معلم"), base=base)
        theirs = customer_draft(session, other)
        update_customer(session, other, replace(theirs, job="خیاط"), base=theirs)
    assert "job" not in sheet.table.choices()
    QTest.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "job" in sheet.table.choices())
    assert detail(ui, other).name == "مریم احمدی‌پور"
    sheet.table.choose("job", MergeSide.MERGED)
    merge(sheet, qtbot)
    assert detail(ui, kept).job == "خیاط"
