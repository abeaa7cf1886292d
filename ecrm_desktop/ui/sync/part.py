"""What the parts of the page have in common."""

from PySide6.QtWidgets import QWidget


class SyncPart(QWidget):
    """One tab."""

    def refresh(self) -> None:
        """Read again what the file says."""

    def show_state(self) -> None:
        """Show again what is known of the rounds."""
