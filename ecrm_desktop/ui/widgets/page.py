"""What every page of the window has in common."""

from typing import ClassVar
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ecrm_desktop.ui.background import Background


class Page(QWidget):
    """A page that reads again when it is shown after a change, or at once while it is visible.

    `shows` names the tables of the records it reads: a change of others means nothing to it. None:
    all, and what is in no such table.
    """

    shows: ClassVar[frozenset[str] | None] = None

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.background = background
        self._stale = True
        background.changed.connect(self._hear)

    def refresh(self) -> None:
        """Read what the page shows again; must return at once."""
        raise NotImplementedError

    def edit_current(self) -> None:
        """Edit what is current on the page (F4); nothing, where nothing can be."""

    def current_customer(self) -> UUID | None:
        """Return whose card is shown, for a call or a purchase that is recorded from here."""
        return None

    def showEvent(self, event: QShowEvent) -> None:
        """Read again if anything changed while the page was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _hear(self, tables: frozenset[str] | None) -> None:
        if tables is not None and self.shows is not None and not tables & self.shows:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
