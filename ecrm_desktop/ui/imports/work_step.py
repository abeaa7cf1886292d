"""A step of the wizard that shows how far some work is, and then what came of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.progress import ProgressRow


class WorkStep(QWidget):
    """Steps put their rows on `_column` and what is to be said on `_notes`."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: ProgressRow | None = None
        self._notes = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.M)

    def show_working(self, row: ProgressRow) -> None:
        """Show how far the work is."""
        self._clear()
        self._progress = row
        self._column.insertWidget(0, row)

    def _clear(self) -> None:
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None
        clear(self._notes)
