"""Choosing what the columns of a file become, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.imports.column_table import IGNORED, ColumnLine, ColumnTable, Offer

OFFERS = [Offer(IGNORED, "نادیده بگیر"), Offer("phone", "تلفن", True), Offer("city", "شهر")]


@pytest.fixture
def table(qtbot: QtBot) -> ColumnTable:
    table = ColumnTable()
    qtbot.addWidget(table)
    lines = [
        ColumnLine(title="موبایل", samples="0912", choice="phone"),
        ColumnLine(title="محل", samples="تهران", choice="city", unsure=True, why="حدس است."),
    ]
    table.show_lines(lines, [OFFERS, OFFERS])
    table.resize(700, 300)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.setFocus()
    return table


def texts(table: ColumnTable) -> list[list[str]]:
    model = table.columns
    return [[str(model.index(row, at).data()) for at in range(3)] for row in range(2)]


def open_list(qtbot: QtBot, table: ColumnTable) -> QAbstractItemView:
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return box_of(table).view()


def box_of(table: ColumnTable) -> QComboBox:
    (box,) = table.findChildren(QComboBox)
    return box


def test_each_column_shows_samples_and_meaning(table: ColumnTable) -> None:
    assert texts(table) == [["موبایل", "0912", "تلفن"], ["محل", "تهران", "شهر"]]


def test_a_guess_is_told_to_screen_readers_too(table: ColumnTable) -> None:
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    assert table.columns.index(0, 2).data(role) is None
    assert table.columns.index(1, 2).data(role) == "نگاه کنید: حدس است."
    assert table.columns.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "حدس است."


def test_the_current_column_says_why(qtbot: QtBot, table: ColumnTable) -> None:
    with qtbot.waitSignal(table.explained) as explained:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert explained.args == ["حدس است."]


def test_enter_opens_the_choices_and_arrows_choose(qtbot: QtBot, table: ColumnTable) -> None:
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    shown = open_list(qtbot, table)
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(shown, Qt.Key.Key_Home)
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert chosen.args == [1, IGNORED]
    qtbot.waitUntil(table.hasFocus)
    assert table.state() == QAbstractItemView.State.NoState


def test_escape_leaves_everything_and_the_keyboard_comes_back(
    qtbot: QtBot, table: ColumnTable
) -> None:
    QTest.keyClick(table, Qt.Key.Key_Space)
    shown = open_list(qtbot, table)
    with qtbot.assertNotEmitted(table.chosen):
        QTest.keyClick(shown, Qt.Key.Key_Escape)
        qtbot.waitUntil(table.hasFocus)


def test_a_click_on_the_meaning_opens_the_choices_too(qtbot: QtBot, table: ColumnTable) -> None:
    place = table.visualRect(table.columns.index(0, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    shown = open_list(qtbot, table)
    assert box_of(table).currentText() == "تلفن"
    QTest.keyClick(shown, Qt.Key.Key_Escape)


def test_delete_leaves_a_column_out(qtbot: QtBot, table: ColumnTable) -> None:
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Delete)
    assert chosen.args == [0, IGNORED]


def test_other_lines_keep_the_place(table: ColumnTable) -> None:
    table.setCurrentIndex(table.columns.index(1, 2))
    lines = [*table.columns.lines[:1], ColumnLine(title="محل", samples="تهران", choice=IGNORED)]
    table.show_lines(lines, [OFFERS, OFFERS])
    assert table.currentIndex().row() == 1
    assert texts(table)[1][2] == "نادیده بگیر"
