"""What every page of the window has in common."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ecrm_desktop.ui.background import Background


class Page(QWidget):
    """A page that reads again when it is shown after a change, or at once while it is visible.

    A page asks for anything outside itself by a signal; `app` wires it.
    """

    open_customer = Signal(object)  # UUID

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.background = background
        self._stale = True
        background.changed.connect(self._hear)

    def refresh(self) -> None:
        """Read what the page shows again; must return at once."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Read again if anything changed while the page was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _hear(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
