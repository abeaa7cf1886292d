"""Text that is shown as it is, never as markup, and begins where reading begins."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

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


class Label(QLabel):
    """`role` is one of the style sheet's: title, heading, name, figure, muted, small or error.

    One that wraps takes the height its width needs and never asks for more than it has.
    """

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, selectable: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        # Left to itself, Qt puts a label of digits alone to the left even in Persian.
        right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing if it wraps: Qt would reckon with the narrowest of columns."""
        if self.wordWrap():
            return QSize(1, self.fontMetrics().height())
        return super().minimumSizeHint()

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

    def set_role(self, role: str) -> None:
        """Take another look."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
