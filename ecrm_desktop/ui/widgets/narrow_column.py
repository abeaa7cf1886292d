"""A column that stays readable on a wide screen."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.ui import theme


class NarrowColumn(QWidget):
    """Stands at the start and is `width` pixels wide at most; rows go on `column`."""

    def __init__(self, width: int) -> None:
        super().__init__()
        inner = QWidget()
        inner.setMaximumWidth(width)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, theme.S, 0, theme.S)
        self.column.setSpacing(theme.M)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 3)
        row.addStretch(1)
