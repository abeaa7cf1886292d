"""A button that shows the keys which press it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ecrm_desktop.ui import theme

_PADDING = 12
_GAP = 7
_CHIP_HEIGHT = 19
_CHIP_PADDING = 5
_ICON = 16


class Button(QPushButton):
    """`kind` is "", "primary", "quiet" or "danger"; `icon` a name in resources/icons.

    `keys` are only shown (`Ctrl+Enter`), not bound. `narrow` leaves the text out where there is an
    icon. Enter presses it like Space does.
    """

    def __init__(
        self,
        text: str,
        *,
        keys: str = "",
        kind: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._keys = keys
        self._icon = icon
        self._narrow = False
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setAccessibleDescription(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click shall not take the cursor out of a field, nor leave a focus ring behind.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show only the icon; the text becomes the tool tip."""
        self._narrow = narrow and bool(self._icon)
        self.setToolTip(f"{self.text()}  {self._keys}".strip() if self._narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for padding, icon, text and keys."""
        width = 2 * _PADDING + sum(width for _what, width in self._parts())
        width += _GAP * (len(self._parts()) - 1)
        return QSize(width, theme.CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too, wherever the button is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface as the style sheet says, and the parts on it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        role = self._role()
        parts = self._parts()
        whole = sum(width for _what, width in parts) + _GAP * (len(parts) - 1)
        at = (self.width() - whole) // 2
        for what, width in parts:
            rect = QRect(at, 0, width, self.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                rect.moveLeft(self.width() - at - width)
            if what == "icon":
                square = QRect(rect.x(), (self.height() - _ICON) // 2, _ICON, _ICON)
                theme.paint_icon(painter, square, self._icon, role)
            elif what == "text":
                painter.setPen(theme.color(role))
                painter.setFont(theme.font(medium=True))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._shown())
            else:
                self._paint_keys(painter, rect, role)
            at += width + _GAP
        painter.end()

    def _parts(self) -> list[tuple[str, int]]:
        parts = [("icon", _ICON)] if self._icon else []
        if not self._narrow:
            text = QFontMetrics(theme.font(medium=True)).horizontalAdvance(self._shown())
            parts.append(("text", text))
            if self._keys:
                keys = QFontMetrics(theme.font(11)).horizontalAdvance(self._keys)
                parts.append(("keys", keys + 2 * _CHIP_PADDING))
        return parts

    def _shown(self) -> str:
        return self.text().replace("&&", "&")

    def _role(self) -> str:
        if not self.isEnabled():
            return "muted"
        return {"primary": "on_fill", "danger": "red"}.get(str(self.property("kind")), "ink")

    def _paint_keys(self, painter: QPainter, rect: QRect, role: str) -> None:
        chip = QRect(rect.x(), (self.height() - _CHIP_HEIGHT) // 2, rect.width(), _CHIP_HEIGHT)
        on_fill = role == "on_fill"
        pen = theme.color("on_fill" if on_fill else "outline")
        if on_fill:
            pen.setAlphaF(0.75)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.color("on_fill" if on_fill else "muted"))
        painter.setFont(theme.font(11))
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.restore()
