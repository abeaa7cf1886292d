"""Times are typed in any form and stepped by quarters."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.ui.widgets.time_edit import TimeEdit
from ecrm_desktop.values.display import Display
from tests.helpers.keyboard import type_text

NOW = time(10, 7, 30)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot: QtBot, display: Display) -> TimeEdit:
    field = TimeEdit(display, now=lambda: NOW)
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize("text", ["930", "0930", "9:30", "09:30", "۹:۳۰", "٠٩٣٠", "9.30", " 9:30 "])
def test_every_form_of_a_time_is_taken(field: TimeEdit, text: str) -> None:
    type_text(field.line, text)
    assert field.value() == time(9, 30)
    field.tidy()
    assert field.line.text() == "۰۹:۳۰"


def test_an_hour_alone_is_a_time(field: TimeEdit) -> None:
    type_text(field.line, "۱۴")
    assert field.value() == time(14)


@pytest.mark.parametrize("text", ["24:00", "9:60", "9:3", "93", "ظهر", "12345"])
def test_anything_else_is_refused_and_left(field: TimeEdit, text: str) -> None:
    type_text(field.line, text)
    field.tidy()
    before = field.line.text()
    QTest.keyClick(field.line, Qt.Key.Key_Up)
    with pytest.raises(InvalidInput) as wrong:
        field.value()
    assert wrong.value.problem is Problem.TIME_WRONG
    assert field.line.text() == before != ""


def test_it_may_be_empty(field: TimeEdit) -> None:
    assert (field.value(), field.is_empty()) == (None, True)
    field.set_value(time(0, 0))
    assert (field.value(), field.line.text()) == (time(0, 0), "۰۰:۰۰")
    field.set_value(None)
    assert field.is_empty()


@pytest.mark.parametrize(
    ("before", "key", "modifier", "after"),
    [
        (time(9, 30), Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, time(9, 45)),
        (time(9, 30), Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, time(9, 15)),
        (time(9, 31), Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, time(9, 45)),
        (time(9, 31), Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, time(9, 30)),
        (time(23, 50), Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, time(0, 0)),
        (time(0, 0), Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, time(23, 45)),
        (time(23, 20), Qt.Key.Key_Up, CTRL, time(0, 20)),
        (None, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, time(10, 15)),
        (None, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, time(10, 0)),
    ],
)
def test_arrows_go_by_quarter_and_with_ctrl_by_hour(
    qtbot: QtBot,
    field: TimeEdit,
    before: time | None,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    after: time,
) -> None:
    field.set_value(before)
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.line, key, modifier)
    assert field.value() == after


def test_a_draft_keeps_an_unfinished_time(field: TimeEdit, display: Display) -> None:
    type_text(field.line, "۹:")
    other = TimeEdit(display)
    other.restore(field.snapshot())
    assert other.line.text() == "۹:"
