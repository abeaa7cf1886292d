"""Words in a row of which one is chosen, each perhaps with a count."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from ecrm_desktop.ui import theme


class _Tab(QAbstractButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(theme.font(bold=True))
        self.setFixedSize(self.fontMetrics().horizontalAdvance(text) + 8, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role = "primary" if self.isChecked() or self.hasFocus() else "muted"
        painter.setFont(theme.font(bold=self.isChecked()))
        painter.setPen(theme.color(role))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            painter.fillRect(0, self.height() - 2, self.width(), 2, QColor(theme.color("primary")))
        if self.hasFocus():
            painter.drawRoundedRect(self.rect().adjusted(1, 3, -2, -5), 6, 6)
        painter.end()


class Tabs(QFrame):
    """One chosen key of several; `chosen(key)` when the user takes another."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        """`tabs` are (key, text); the first one is chosen."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._tabs: dict[str, _Tab] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS)
        for key, text in tabs:
            tab = _Tab(text)
            tab.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._group.addButton(tab)
            self._tabs[key] = tab
            row.addWidget(tab)
        row.addStretch()
        self.choose(tabs[0][0])

    def choose(self, key: str) -> None:
        """Choose a tab without a signal."""
        self._tabs[key].setChecked(True)

    @property
    def current(self) -> str:
        """The key of the chosen tab."""
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def show_text(self, key: str, text: str) -> None:
        """Show another text on a tab, such as one with a count."""
        self._tabs[key].show_text(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line the tabs stand on."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbour as it is seen."""
        keys = list(self._tabs)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        key = keys[(keys.index(self.current) + step) % len(keys)]
        self._tabs[key].setFocus(Qt.FocusReason.TabFocusReason)
        self.choose(key)
        self.chosen.emit(key)
