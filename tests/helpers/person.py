"""Somebody at the keyboard of a real window, who sees nothing but what is on the screen."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import type_text

_BIDI_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MOST_ROWS = 60
_MOST_STOPS = 120
_PATIENCE_MS = 5_000


class Person:
    """Types and presses wherever the keyboard is; every wait is for something visible."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def place(self) -> QWidget:
        """What has the keyboard now."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each as in `Ctrl+Return`."""
        for one in keys:
            keys_together = QKeySequence(one)[0]  # type: ignore[index]
            QTest.keyClick(self.place, keys_together.key(), keys_together.keyboardModifiers())

    def write(self, text: str) -> None:
        """Type a text where the keyboard is."""
        type_text(self.place, text)

    def walk_to(self, name: str, keys: str = "Tab") -> None:
        """Press Tab until the thing with this name has the keyboard."""
        for _step in range(_MOST_STOPS):
            if name_of(self.place).startswith(name):
                return
            self.press(keys)
        raise AssertionError(f"{keys} never comes to {name!r}, only to {self._round(keys)}")

    def fill(self, name: str, text: str) -> None:
        """Go to a field and type over what it holds."""
        self.walk_to(name)
        self.press("Ctrl+A")
        self.write(text)

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(until, timeout=_PATIENCE_MS)

    def wait_to_see(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        try:
            self.wait(lambda: self.sees(text))
        except Exception as error:
            raise AssertionError(f"{text!r} is not among {seen()}") from error

    def wait_to_be_at(self, name: str) -> None:
        """Wait until the thing with this name has the keyboard."""
        try:
            self.wait(lambda: name_of(self.place) == name)
        except Exception as error:
            raise AssertionError(f"{name_of(self.place)!r} instead of {name!r}") from error

    def sees(self, text: str) -> bool:
        """Whether a text stands somewhere on the screen."""
        return any(text in one for one in seen())

    def _round(self, keys: str) -> list[str]:
        names: list[str] = []
        while (name := name_of(self.place)) not in names:
            names.append(name)
            self.press(keys)
        return names


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a control."""
    return plain(widget.accessibleName() or getattr(widget, "text", str)())


def plain(text: str) -> str:
    """Return a text as it is read, without the marks that turn its direction."""
    return _BIDI_MARKS.sub("", text).replace("&", "")


def seen() -> list[str]:
    """Return all texts on the screen."""
    found: list[str] = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            for widget in window.findChildren(QWidget):
                if widget.isVisible() and not widget.visibleRegion().isEmpty():
                    found.extend(_texts(widget))
    return [plain(text) for text in found if text.strip()]


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractItemView):
        yield from _rows(widget)
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QAbstractButton):
        yield widget.accessibleName() or widget.text()
    elif isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif widget.accessibleName():
        yield widget.accessibleName()  # what paints itself


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = isinstance(view, QTableView)
    for row in range(min(model.rowCount(QModelIndex()), _MOST_ROWS)):
        for column in range(model.columnCount(QModelIndex()) if columns else 1):
            index = model.index(row, column)
            if view.visualRect(index).isValid():
                yield str(index.data(Qt.ItemDataRole.DisplayRole) or "")
