"""A few words on a soft colour."""

from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecrm_desktop.ui import theme

_HEIGHT = 20
_PADDING = 9
_LINE_ALPHA = 0.45


class BadgeKind(Enum):
    """The soft colours; the words say what they mean."""

    PRIMARY = "primary"
    RED = "red"
    AMBER = "amber"
    BLUE = "blue"
    GREY = "grey"


def badge_width(text: str) -> int:
    """Return how wide a badge with `text` is, in logical pixels."""
    return QFontMetrics(theme.font(11)).horizontalAdvance(text) + 2 * _PADDING


def paint_badge(
    painter: QPainter, rect: QRect, text: str, kind: BadgeKind, *, outlined: bool = False
) -> None:
    """Draw a badge at the start of `rect` (the right side in Persian), centred vertically.

    One that is `outlined` is seen on a ground of its own colour too.
    """
    width = min(badge_width(text), rect.width())
    box = QRect(rect.x(), rect.center().y() - _HEIGHT // 2 + 1, width, _HEIGHT)
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        box.moveRight(rect.right())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QColor(theme.color(kind.value))
    line.setAlphaF(_LINE_ALPHA)
    painter.setPen(line if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(f"{kind.value}_soft"))
    # A line of one pixel is drawn half outside.
    drawn = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5) if outlined else QRectF(box)
    painter.drawRoundedRect(drawn, drawn.height() / 2, drawn.height() / 2)
    painter.setFont(theme.font(11))
    painter.setPen(theme.color(kind.value))
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class Badge(QWidget):
    """A badge as a widget of its own."""

    def __init__(
        self, text: str = "", kind: BadgeKind = BadgeKind.GREY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._kind = "", BadgeKind.GREY
        self.show_text(text, kind)

    def show_text(self, text: str, kind: BadgeKind) -> None:
        """Show other words; nothing at all when they are empty."""
        self._text, self._kind = text, kind
        self.setAccessibleName(text)
        if not text or self.parent() is not None:
            # Without a parent, showing it would open a window.
            self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(badge_width(self._text), _HEIGHT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint_badge(painter, self.rect(), self._text, self._kind)
        painter.end()
