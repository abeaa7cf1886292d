"""Chips in rows, with the line that makes new ones after the last."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.elided import elided
from ecrm_desktop.ui.widgets.field import align_to_start

_HEIGHT = 26  # of a chip
_CROSS = 12
_SIDE = 8  # between the border and the first chip, as in a line
_NARROWEST_LINE = 64


class TagLine(QLineEdit):
    """A line without a border; `press(event)` may take a key before the line does."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.press: Callable[[QKeyEvent], bool] = lambda _event: False
        self.placeholder = placeholder
        align_to_start(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask `press` first, even while the list of suggestions is open."""
        if self.press(event):
            event.accept()
        else:
            super().keyPressEvent(event)


class TagBox(QWidget):
    """Looks like one field; `dropped` when a person removed a chip."""

    dropped = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.tags: tuple[str, ...] = ()
        self.line = TagLine(placeholder)
        self.line.setParent(self)
        self.line.installEventFilter(self)
        self._chips: list[_Chip] = []
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_tags(())

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show these chips."""
        self.tags = tags
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [_Chip(tag, self) for tag in tags]
        for at, chip in enumerate(self._chips):
            chip.dropped.connect(lambda at=at: self._drop(at))
            chip.walked.connect(lambda step, at=at: self._walk(at + step))
            chip.typed.connect(self._type)
            chip.show()
        self.line.setPlaceholderText("" if tags else self.line.placeholder)
        self._arrange()

    def walk_to_last(self, key: int) -> bool:
        """Put the keyboard on the last chip if the key leads there."""
        if key != _backward(self):
            return False
        self._walk(len(self._chips) - 1)
        return True

    def sizeHint(self) -> QSize:
        """As wide as a line."""
        return QSize(self.line.sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips into rows again."""
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on typing."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the border as the line has the keyboard."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field's border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.line.hasFocus() else 1
        role = "primary" if self.line.hasFocus() else "outline"
        if self.line.property("wrong"):
            role = "red"
        painter.setPen(QPen(theme.color(role), width))
        painter.setBrush(theme.color("card"))
        inset = width / 2
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(inset, inset, -inset, -inset),
            theme.CONTROL_RADIUS,
            theme.CONTROL_RADIUS,
        )
        painter.end()

    def _arrange(self) -> None:
        """Lay out from the start of reading, row by row; the line takes what is left."""
        room = max(self.width() - 2 * _SIDE, _NARROWEST_LINE)
        x, row = 0, 0
        places: list[tuple[QWidget, int, int, int]] = []
        for chip in self._chips:
            width = min(chip.sizeHint().width(), room)
            if x + width > room:
                x, row = 0, row + 1
            places.append((chip, x, row, width))
            x += width + theme.XS
        if room - x < _NARROWEST_LINE:
            x, row = 0, row + 1
        places.append((self.line, x, row, room - x))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for widget, left, line, width in places:
            start = _SIDE + (room - left - width if rtl else left)
            top = 5 + line * (_HEIGHT + theme.XS)
            widget.setGeometry(QRect(start, top, width, _HEIGHT))
        self.setFixedHeight(10 + (row + 1) * (_HEIGHT + theme.XS) - theme.XS)

    def _drop(self, at: int) -> None:
        self.show_tags(self.tags[:at] + self.tags[at + 1 :])
        self._walk(at)
        self.dropped.emit()

    def _walk(self, at: int) -> None:
        chips = self._chips
        to: QWidget = chips[max(at, 0)] if at < len(chips) else self.line
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, event: QKeyEvent) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.keyPressEvent(event)


class _Chip(QWidget):
    dropped = Signal()
    walked = Signal(int)
    typed = Signal(object)

    def __init__(self, tag: str, box: QWidget) -> None:
        super().__init__(box)
        self._tag = tag
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip(tag)
        self.setAccessibleName(translate("TagsEdit", "Tag {tag}; Delete removes it", tag=tag))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(theme.SMALL))
        return QSize(metrics.horizontalAdvance(self._tag) + _CROSS + 24, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("primary"), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.setBrush(theme.color("grey_soft"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.color("grey"))
        cross = self._cross()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        text = self.rect().adjusted(cross.right() + 6 if rtl else 8, 0, 0, 0)
        text.setRight(self.width() - 8 if rtl else cross.left() - 6)
        painter.drawText(
            text,
            Qt.AlignmentFlag.AlignCenter,
            elided(painter.fontMetrics(), self._tag, text.width() + 2),
        )
        theme.paint_icon(painter, cross, "x", "grey")
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._cross().adjusted(-7, -7, 7, 7).contains(event.position().toPoint()):
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        forward = {Qt.Key.Key_Left, Qt.Key.Key_Right} - {_backward(self)}
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.dropped.emit()
        elif key == _backward(self):
            self.walked.emit(-1)
        elif key in forward:
            self.walked.emit(1)
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _cross(self) -> QRect:
        place = QRect(0, (self.height() - _CROSS) // 2, _CROSS, _CROSS)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place.moveLeft(8 if rtl else self.width() - 8 - _CROSS)
        return place


def _backward(widget: QWidget) -> Qt.Key:
    """Return the arrow that points to where reading starts."""
    rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return Qt.Key.Key_Right if rtl else Qt.Key.Key_Left
