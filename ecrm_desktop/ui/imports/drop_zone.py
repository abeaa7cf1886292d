"""Where a file is dropped or asked for."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label

_HEIGHT = 260
_PICTURE = 34


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one file that is dragged, if it is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and not paths[0].is_dir() else None


class DropZone(QWidget):
    """A dashed surface; `dropped(Path)` for a file let go over it, `asked` for its button."""

    dropped = Signal(object)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._over = False
        self.setAcceptDrops(True)
        self.setMinimumHeight(_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.S)
        column.addStretch(2)
        column.addSpacing(_PICTURE + theme.S)
        title = Label(translate("ImportWizard", "Drop the file here, or choose it"), "heading")
        about = Label(
            translate(
                "ImportWizard",
                "Excel, CSV or other text, the contacts of a phone, or a list this program saved",
            ),
            "muted",
            wrap=True,
        )
        for label in (title, about):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.button = Button(
            translate("ImportWizard", "Choose a file…"), kind="primary", icon="folder-open"
        )
        self.button.clicked.connect(lambda _checked: self.asked.emit())
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.button)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        self._title = title

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed edge and the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme.color("primary" if self._over else "outline"), 1.5)
        edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(theme.color("primary_soft" if self._over else "side"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 10, 10)
        picture = self.rect()
        picture.setTop(self._title.y() - _PICTURE - theme.S)
        picture.setHeight(_PICTURE)
        theme.paint_icon(painter, picture, "import", "primary")
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        self._show_over(over=dropped_file(event.mimeData()) is not None)
        event.setAccepted(self._over)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Be as before."""
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file."""
        self._show_over(over=False)
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self.update()
