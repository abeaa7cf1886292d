"""Notices a barcode that is scanned into a field for something else."""

from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_SHORTEST: Final = 8  # the shortest code of trade, EAN-8
_APART: Final = 0.05  # seconds between keys that nobody's fingers keep up for a whole code
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ScanWatch(QObject):
    """`scanned(line, code, before)`: keys came as fast as a scanner's and ended with Enter.

    `before` is what the line held until then. Enter is swallowed; whoever listens decides whether
    it was a scan and puts `before` back, or lets `go_on` do what Enter would have done.
    """

    scanned = Signal(QLineEdit, str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._code = self._before = ""
        self._last = 0.0

    def watch(self, line: QLineEdit) -> None:
        """Watch one more line."""
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Collect what is typed fast."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QLineEdit):
            return False
        now = monotonic()
        fast = now - self._last <= _APART
        self._last = now
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            code, self._code = self._code, ""
            if fast and len(code) >= _SHORTEST:
                self.scanned.emit(watched, code, self._before)
                return True
        elif event.text().isprintable() and event.text():
            if not fast or not self._code:
                self._code, self._before = "", watched.text()
            self._code += event.text()
        return False
