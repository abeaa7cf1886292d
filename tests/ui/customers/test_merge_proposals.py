"""The list of customers who may be one person."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from ecrm_desktop.models.customers import Customer, DistinctCustomers
from ecrm_desktop.ui.customers.merge import MergeSheet
from ecrm_desktop.ui.customers.merge_proposals_sheet import (
    MergeProposalsSheet,
    open_merge_proposals,
)
from ecrm_desktop.ui.ui_context import UiContext
from tests.helpers.ui_context import Window
from tests.ui.customers.conftest import AddCustomer

CONTROL = Qt.KeyboardModifier.ControlModifier
NUMBERS = ("09121111111", "09122222222", "09123333333")


@pytest.fixture
def twins(add_customer: AddCustomer) -> list[UUID]:
    return [
        add_customer(f"مریم {number[4]}", number, code=f"{number[4]}{at}")
        for number in NUMBERS
        for at in range(2)
    ]


@pytest.fixture
def page(window: Window) -> QWidget:
    page = QWidget()
    window.show_page(page)
    return page


@pytest.fixture
def sheet(ui: UiContext, page: QWidget, twins: list[UUID], qtbot: QtBot) -> MergeProposalsSheet:
    sheet = open_merge_proposals(ui, page)
    qtbot.waitUntil(lambda: shown(sheet) == len(twins) // 2)
    return sheet


def shown(sheet: MergeProposalsSheet) -> int:
    return len(sheet.table.paged.ids)


def living(ui: UiContext) -> int:
    with ui.background.database.reading() as session:
        return session.scalar(select(func.count()).where(Customer.deleted_at.is_(None))) or 0


def test_several_pairs_are_joined_at_once_and_parted_again(
    ui: UiContext, window: Window, sheet: MergeProposalsSheet, qtbot: QtBot
) -> None:
    sheet.table.selectAll()
    qtbot.waitUntil(sheet.join.isVisible)
    QTest.mouseClick(sheet.join, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(sheet) == 0)
    assert living(ui) == 3
    sheet.request_close()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: living(ui) == 6)


def test_a_pair_is_compared_and_leaves_the_list(
    ui: UiContext, page: QWidget, sheet: MergeProposalsSheet, qtbot: QtBot
) -> None:
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    (merge,) = page.window().findChildren(MergeSheet)
    qtbot.waitUntil(lambda: bool(merge.table.choices()))
    QTest.keyClick(merge, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: shown(sheet) == 2)
    assert living(ui) == 5


def test_two_people_are_asked_about_no_more_until_it_is_taken_back(
    ui: UiContext, window: Window, sheet: MergeProposalsSheet, qtbot: QtBot
) -> None:
    QTest.mouseClick(sheet.apart, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(sheet) == 2)
    sheet.request_close()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)

    def notes() -> int:
        with ui.background.database.reading() as session:
            return session.scalar(select(func.count()).select_from(DistinctCustomers)) or 0

    qtbot.waitUntil(lambda: notes() == 0)
    assert living(ui) == 6


def test_nobody_twice_is_said(ui: UiContext, page: QWidget, qtbot: QtBot) -> None:
    sheet = open_merge_proposals(ui, page)
    text = "کسی دو بار ثبت نشده است"
    qtbot.waitUntil(
        lambda: any(one.isVisible() and one.text() == text for one in sheet.findChildren(QLabel))
    )
    assert not sheet.apart.isVisible()
