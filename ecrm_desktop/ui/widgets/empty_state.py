"""What an empty place says: what belongs here, and the first thing to do."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.button import Button


class _Picture(QWidget):
    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFixedSize(QSize(64, 64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primary_soft"))
        painter.drawEllipse(self.rect())
        theme.paint_icon(painter, self.rect().adjusted(18, 18, -18, -18), self._icon, "primary")
        painter.end()


class EmptyState(QWidget):
    """An icon, a sentence and perhaps one or two buttons, in the middle of the free place."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        other: str = "",
        on_other: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.S)
        column.addStretch(2)
        column.addWidget(_Picture(icon), alignment=Qt.AlignmentFlag.AlignHCenter)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading.setWordWrap(True)
        column.addWidget(heading)
        if text:
            body = QLabel(text)
            body.setProperty("role", "muted")
            body.setAlignment(Qt.AlignmentFlag.AlignCenter)
            body.setWordWrap(True)
            column.addWidget(body)
        column.addSpacing(theme.S)
        for words, act, kind in ((action, on_action, "primary"), (other, on_other, "")):
            if words and act is not None:
                button = Button(words, kind=kind)
                button.clicked.connect(lambda _checked, act=act: act())
                column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
