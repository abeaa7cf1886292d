"""A customer's initials in a circle."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ecrm_desktop.ui import theme

ZWNJ = "\u200c"


class Avatar(QWidget):
    """The first letters of a first and a last name, side by side and unjoined."""

    def __init__(self, parent: QWidget | None = None, *, size: int = 46) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self._initials = ""

    def show_name(self, name: str) -> None:
        """Show the initials of `name`."""
        words = [word for word in name.split() if word[0].isalnum()]
        letters = [word[0] for word in (words[:1] + words[1:][-1:])]
        self._initials = ZWNJ.join(letters)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("fill"))
        painter.drawEllipse(self.rect())
        painter.setPen(theme.color("on_fill"))
        painter.setFont(theme.font(self.width() * 2 // 5, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()
