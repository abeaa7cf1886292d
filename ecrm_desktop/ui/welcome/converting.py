"""The window while a shop's file is being encrypted, or made plain again."""

from PySide6.QtWidgets import QProgressBar

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.welcome.start_window import StartWindow

_STEPS = 1000


class Converting(StartWindow):
    """How far it is; nothing to press, since the file is neither of both while it lasts."""

    def __init__(self, *, turning_on: bool) -> None:
        super().__init__(
            translate("Converting", "The shop is being encrypted…")
            if turning_on
            else translate("Converting", "Encryption is being taken back…"),
            translate(
                "Converting",
                "A new file is written and checked, and only then takes the place of the old one."
                " Whatever happens meanwhile, the shop is not lost.",
            ),
            icon="lock",
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.windowTitle())
        self.card.addWidget(self._bar)

    def show_progress(self, done: int, total: int) -> None:
        """Show which part of the whole is done; once all is, that it is being checked."""
        self._bar.setRange(0, _STEPS if done < total else 0)
        self._bar.setValue(_STEPS * done // max(total, 1))
