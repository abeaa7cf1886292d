"""The program with somebody who types half a customer; it dies once that is on the disk.

python -m tests.helpers.dying_program DATABASE
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell import app
from tests.helpers.keyboard import type_text

FIRST, LAST, PHONE = "نیلوفر", "رضای", "۰۹۱۲۳۴۵"


class _Hand(QApplication):
    """Goes on with the next key as soon as the field for it has the keyboard."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._steps = [("نام", FIRST), ("نام خانوادگی", LAST), ("تلفن‌ها", PHONE)]
        self._opened = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(20)

    def _go_on(self) -> None:
        place = QApplication.focusWidget()
        programs = self.findChildren(app.Program)
        if place is None or not programs or programs[0].shop is None:
            return
        if not self._opened:
            QTest.keyClick(place, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            self._opened = True
        elif self._steps:
            self._type(place)
        else:
            with programs[0].shop.ui.background.database.reading() as session:
                if any(PHONE in content for content in list_autosaves(session).values()):
                    os.kill(os.getpid(), signal.SIGKILL)

    def _type(self, place: QWidget) -> None:
        name, text = self._steps[0]
        if place.accessibleName() == name:
            self._steps.pop(0)
            type_text(place, text)
            QTest.keyClick(place, Qt.Key.Key_Return)


if __name__ == "__main__":
    hand = _Hand(sys.argv[:1])
    program = app.Program(hand, Path(sys.argv[1]), Settings())
    program.start()
    sys.exit(hand.exec())
