"""Idle time is measured by a clock that nobody sets, and begun anew by every touch."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.idle import IdleWatch


class Clock:
    """How long the PC has run, which stands still until somebody moves it."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def advance(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("ecrm_desktop.ui.idle.uptime", lambda: clock.now)
    return clock


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
    return line


@pytest.fixture
def watch(qapp: QApplication, line: QLineEdit) -> IdleWatch:
    return IdleWatch(qapp, line)


def test_it_tells_once_and_again_only_after_a_touch(
    watch: IdleWatch, line: QLineEdit, qtbot: QtBot
) -> None:
    told: list[bool] = []
    watch.idle.connect(lambda: told.append(True))
    watch.set_seconds(0.05)
    qtbot.waitUntil(lambda: told == [True])
    with qtbot.assertNotEmitted(watch.idle, wait=150):
        pass
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: told == [True, True])


@pytest.mark.parametrize("touch", ["key", "move", "press"])
def test_every_touch_begins_it_anew(
    watch: IdleWatch, line: QLineEdit, qtbot: QtBot, clock: Clock, touch: str
) -> None:
    handle = line.windowHandle()
    QTest.mouseMove(handle, QPoint(5, 5))  # a click somewhere else would be a move too
    watch.set_seconds(60)
    clock.advance(40)
    if touch == "key":
        QTest.keyClick(handle, Qt.Key.Key_A)
    elif touch == "move":
        QTest.mouseMove(handle, QPoint(9, 9))
    else:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    clock.advance(40)
    with qtbot.assertNotEmitted(watch.idle):
        QTest.keyClick(handle, Qt.Key.Key_B)
    clock.advance(70)
    with qtbot.waitSignal(watch.idle):
        QTest.keyClick(handle, Qt.Key.Key_C)


def test_the_first_touch_after_a_sleep_comes_too_late(
    watch: IdleWatch, line: QLineEdit, qtbot: QtBot, clock: Clock
) -> None:
    watch.set_seconds(60)
    clock.advance(3600)
    with qtbot.waitSignal(watch.idle):
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    assert line.text() == ""


@pytest.mark.parametrize("years", [12, -16])
def test_a_clock_that_is_set_locks_nothing_and_keeps_nothing_open(
    watch: IdleWatch,
    line: QLineEdit,
    qtbot: QtBot,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    years: int,
) -> None:
    watch.set_seconds(60)
    set_to = time.time() + years * 365 * 86_400
    monkeypatch.setattr("time.time", lambda: set_to)
    with qtbot.assertNotEmitted(watch.idle):
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    clock.advance(60)
    with qtbot.waitSignal(watch.idle):
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_B)


def test_never_is_never(watch: IdleWatch, qtbot: QtBot) -> None:
    watch.set_seconds(0.05)
    watch.set_seconds(0)
    with qtbot.assertNotEmitted(watch.idle, wait=120):
        pass
