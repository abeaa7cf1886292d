"""Filter chips: they say what is filtered, change it by a menu and drop it by a cross."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme

_HEIGHT = 26
_ICON = 12


class FilterChip(QAbstractButton):
    """One filter: a name and the chosen value, or "all".

    `changed(value)` with the stored value of the choice, or None when the filter is dropped.
    """

    changed = Signal(object)

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[object, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are (value, text)."""
        super().__init__(parent)
        self._title = title
        self._choices = list(choices)
        self._value: object = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._offer)
        self._show()

    @property
    def value(self) -> object:
        """The stored value of the choice; None for no filter."""
        return self._value

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer other choices, keeping the chosen value."""
        self._choices = list(choices)
        self._show()

    def set_value(self, value: object) -> None:
        """Choose a value without a signal."""
        self._value = value
        self._show()

    def menu(self) -> QMenu:
        """Return the menu of choices."""
        menu = QMenu(self)
        everything = QAction(translate("FilterChip", "All"), menu)
        everything.triggered.connect(lambda: self._choose(None))
        menu.addAction(everything)
        for value, text in self._choices:
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _on, value=value: self._choose(value))
            menu.addAction(action)
        return menu

    def _offer(self) -> None:
        self.menu().exec(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, value: object) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit(value)

    def _show(self) -> None:
        chosen = next((text for value, text in self._choices if value == self._value), "")
        if self._value is None:
            self.setText(translate("FilterChip", "{filter}: all", filter=self._title))
        else:
            self.setText(
                translate("FilterChip", "{filter}: {value}", filter=self._title, value=chosen)
            )
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its text, with the cross if there is something to drop."""
        self.setFont(theme.font(12))
        width = self.fontMetrics().horizontalAdvance(self.text()) + 22
        return QSize(width + _ICON + 6, _HEIGHT)

    def _icon_box(self) -> QRect:
        box = QRect(0, 0, _ICON, _ICON)
        box.moveCenter(self.rect().center())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(9)
        else:
            box.moveRight(self.width() - 9)
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        active = self._value is not None
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("primary") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("blue_soft" if active else "grey_soft"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        role = "blue" if active else "grey"
        painter.setFont(theme.font(12))
        painter.setPen(theme.color(role))
        space = _ICON + 10
        text = (
            self.rect().adjusted(space, 0, -6, 0) if rtl else self.rect().adjusted(6, 0, -space, 0)
        )
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, shown)
        theme.paint_icon(painter, self._icon_box(), "x" if active else "chevron-down", role)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the filter when its cross is clicked."""
        on_cross = self._icon_box().adjusted(-8, -8, 8, 8).contains(event.position().toPoint())
        if self._value is not None and on_cross:
            self.setDown(False)
            self._choose(None)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open the menu, Delete drops the filter."""
        if event.key() == Qt.Key.Key_Delete:
            self._choose(None)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self._offer()
        else:
            super().keyPressEvent(event)
