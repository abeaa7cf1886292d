"""A label that is cut with dots rather than making its grid wider."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.elided import elided


class ElidedLabel(QLabel):
    """The name of a thing; the tool tip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_name(self, name: str, more: str = "") -> None:
        """Show a name; `more` only in the tool tip."""
        self.setText(name)
        self.setToolTip(f"{name} · {more}" if more else name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(theme.font(medium=True))
        painter.setPen(theme.color("ink"))
        painter.drawText(
            self.rect(), flags, elided(painter.fontMetrics(), self.text(), self.width())
        )
        painter.end()
