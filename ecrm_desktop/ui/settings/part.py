"""What the parts of the settings have in common."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.ui import theme

WIDTH = 620


class SettingsPart(QWidget):
    """A narrow column at the start of the page; parts put their rows on `column`."""

    def __init__(self) -> None:
        super().__init__()
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, theme.S, 0, theme.S)
        self.column.setSpacing(theme.M)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 3)
        row.addStretch(1)

    def refresh(self) -> None:
        """Read again what others may have changed."""
