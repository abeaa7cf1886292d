"""The window while a backup takes the place of the shop's file."""

from PySide6.QtWidgets import QProgressBar

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.welcome.start_window import StartWindow

_STEPS = 1000


class Restoring(StartWindow):
    """How far it is; nothing to press, since it takes seconds."""

    def __init__(self) -> None:
        super().__init__(
            translate("Restoring", "The backup is being restored…"),
            translate(
                "Restoring",
                "It is copied and checked, and only then takes the place of what the shop has now,"
                " which is kept.",
            ),
            icon="rotate-ccw",
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.windowTitle())
        self.card.addWidget(self._bar)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is copied; while it is being checked nobody knows."""
        self._bar.setRange(0, _STEPS if done < total else 0)
        self._bar.setValue(_STEPS * done // max(total, 1))
