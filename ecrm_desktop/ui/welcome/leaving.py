"""The last thing before the program ends: a backup, which keeps nobody from leaving."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.welcome.start_window import StartWindow
from ecrm_desktop.ui.widgets.progress import ProgressLine

_LIMIT_MS = 120_000


class LeavingWindow(StartWindow):
    """How far the backup is; `give_up` is called by who cannot wait, and after two minutes."""

    def __init__(self, give_up: Callable[[], None]) -> None:
        super().__init__(
            translate("Leaving", "One moment: the last backup of today is being made"),
            translate(
                "Leaving",
                "The program closes by itself as soon as it is checked. Everything you recorded is"
                " saved already.",
            ),
            icon="download",
        )
        self.resize(560, 420)
        self._bar = ProgressLine(self.windowTitle())
        self.card.addWidget(self._bar)
        leave = QPushButton(translate("Leaving", "Close without this backup"))
        leave.setAutoDefault(True)
        leave.clicked.connect(lambda _checked: give_up())
        self.card.addWidget(leave)
        QTimer.singleShot(_LIMIT_MS, self, give_up)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of how many pages are written."""
        self._bar.show_progress(done, total)
