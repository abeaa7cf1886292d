"""What the parts of the page have in common."""

from typing import Final

from PySide6.QtWidgets import QWidget

WIDTH: Final = 660


class SyncPart(QWidget):
    """One tab."""

    def refresh(self) -> None:
        """Read again what the file says."""

    def show_state(self) -> None:
        """Show again what is known of the rounds."""
