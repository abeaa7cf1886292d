"""Idle time is measured by the wall's clock and begun anew by every touch."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.idle import IdleWatch


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
    qtbot.wait(150)
    assert told == [True]
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: told == [True, True])


@pytest.mark.parametrize("touch", ["key", "move", "press"])
def test_every_touch_begins_it_anew(
    watch: IdleWatch, line: QLineEdit, qtbot: QtBot, touch: str
) -> None:
    watch.set_seconds(60)
    watch._touched -= 30
    handle = line.windowHandle()
    if touch == "key":
        QTest.keyClick(handle, Qt.Key.Key_A)
    elif touch == "move":
        QTest.mouseMove(handle, QPoint(5, 5))
        QTest.mouseMove(handle, QPoint(9, 9))
    else:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: time.time() - watch._touched < 5)


@pytest.mark.parametrize("hours", [1, -1])
def test_the_first_touch_after_a_sleep_or_another_clock_comes_too_late(
    watch: IdleWatch,
    line: QLineEdit,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    hours: int,
) -> None:
    watch.set_seconds(60)
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 3600 * hours)
    with qtbot.waitSignal(watch.idle):
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    assert line.text() == ""


def test_never_is_never(watch: IdleWatch, qtbot: QtBot) -> None:
    watch.set_seconds(0.05)
    watch.set_seconds(0)
    with qtbot.assertNotEmitted(watch.idle, wait=120):
        pass
