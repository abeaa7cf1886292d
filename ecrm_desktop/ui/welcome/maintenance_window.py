"""The window while the shop's file is closed and something is done to it."""

from ecrm_desktop.ui.welcome.start_window import StartWindow
from ecrm_desktop.ui.widgets.progress import ProgressLine


class MaintenanceWindow(StartWindow):
    """How far it is; nothing to press, since half of it would be nothing."""

    def __init__(self, title: str, text: str, *, icon: str) -> None:
        super().__init__(title, text, icon=icon)
        self._bar = ProgressLine(title)
        self.card.addWidget(self._bar)

    def show_progress(self, done: int, total: int) -> None:
        """Show which part of the whole is done; once all is, that it is being checked."""
        self._bar.show_progress(done, total)
