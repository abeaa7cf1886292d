"""Rows as they will become, and what is wrong with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.imports.preview_table import WHOLE_ROW, PreviewLine, PreviewTable
from ecrm_desktop.ui.ui_context import UiContext

WRONG = "سه رقم کم است."


@pytest.fixture
def table(qtbot: QtBot, ui: UiContext) -> PreviewTable:
    table = PreviewTable(ui.display, name="ردیف‌ها")
    qtbot.addWidget(table)
    lines = [
        PreviewLine(number=2, cells=("مریم", "۰۹۱۲")),
        PreviewLine(number=3, cells=("علی", "0919"), problems={1: WRONG}),
        PreviewLine(number=4, cells=("", ""), problems={WHOLE_ROW: "نام ندارد."}),
    ]
    table.show_lines(["نام", "تلفن"], lines)
    table.resize(600, 300)
    table.show()
    return table


def told(table: PreviewTable, row: int, column: int) -> object:
    return table.rows.index(row, column).data(Qt.ItemDataRole.ToolTipRole)


def test_the_reason_is_at_the_cell_and_at_the_row(table: PreviewTable) -> None:
    assert [told(table, 1, column) for column in range(3)] == [WRONG, None, WRONG]
    assert [told(table, 2, column) for column in range(3)] == ["نام ندارد.", None, None]
    assert told(table, 0, 0) is None


def test_numbers_of_rows_are_those_of_the_file(table: PreviewTable) -> None:
    assert [table.rows.index(row, 0).data() for row in range(3)] == ["۲", "۳", "۴"]


def test_walking_onto_a_wrong_cell_reads_its_reason(qtbot: QtBot, table: PreviewTable) -> None:
    table.setCurrentIndex(table.rows.index(0, 2))
    with qtbot.waitSignal(table.explained) as explained:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert explained.args == [WRONG]


def test_new_rows_keep_the_place(table: PreviewTable) -> None:
    table.setCurrentIndex(table.rows.index(1, 2))
    table.show_lines(["نام", "تلفن"], [*table.rows.lines])
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 2)
    table.show_lines(["نام"], [PreviewLine(number=2, cells=("مریم",))])
    assert not table.currentIndex().isValid()
