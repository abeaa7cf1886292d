"""Text as a window shows it: each line begins at the edge, and runs its own way."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle

from ecrm_desktop.values.text import runs_right_to_left


def text_direction(text: str, layout: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Return which way a text runs in a window that is laid out in one direction.

    In English its first letter decides. In Persian so does any Persian letter, because our own
    sentences may begin with a name such as Excel.
    """
    right_to_left = runs_right_to_left(text, anywhere=layout == Qt.LayoutDirection.RightToLeft)
    if right_to_left is None:
        return layout
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight


class RunningLabel(QLabel):
    """A label that is painted as its text is read."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin each line at the edge, and let a text run its own way.

        Qt leaves room there, right to left, for the space at which a line was broken, and draws a
        Persian sentence in an English window with its full stop on the wrong side.
        """
        is_text = self.textInteractionFlags() == Qt.TextInteractionFlag.LinksAccessibleByMouse
        runs = text_direction(self.text(), self.layoutDirection())
        is_usual = not self.wordWrap() and runs == self.layoutDirection()
        if is_usual or not is_text or not self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        box = self.contentsRect()
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        side &= Qt.AlignmentFlag.AlignHorizontal_Mask
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(runs)
        if not self.wordWrap():
            option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        height, leading = 0.0, self.fontMetrics().leading()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, height))
            height += line.height() + leading
        layout.endLayout()
        slack = max(0, box.height() - round(height - leading))
        is_at_top = bool(self.alignment() & Qt.AlignmentFlag.AlignTop)
        layout.draw(painter, QPointF(box.left(), box.top() + (0 if is_at_top else slack // 2)))
