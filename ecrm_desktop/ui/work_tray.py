"""Long work that goes on beside everything else, at the end of the window's lower edge."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.progress import ProgressRow

_WIDTH = 640
# Above the bars in which the messenger speaks.
_BOTTOM = 72


def work_tray(window: QWidget) -> "WorkTray":
    """Return the tray of a window, made when it is first asked for."""
    return window.findChild(WorkTray) or WorkTray(window)


class WorkTray(QFrame):
    """One row for each piece of work; hidden while there is none."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "popup")
        self._window = window
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.S, theme.XS, theme.S, theme.XS)
        self._column.setSpacing(0)
        window.installEventFilter(self)
        self.hide()

    def add(self, text: str, cancel: Callable[[], None] | None) -> ProgressRow:
        """Show a piece of work; `cancel` is called by its button, if it has one."""
        row = ProgressRow(text, cancel, self)
        self._column.addWidget(row)
        self._place()
        self.show()
        self.raise_()
        return row

    def remove(self, row: ProgressRow) -> None:
        """Forget a piece of work that is over."""
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(self._column.count() > 0)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Be as tall as the rows, which tell their height only when they are shown."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(_WIDTH, self._window.width() - 2 * theme.L)
        height = self.sizeHint().height()
        x = theme.L if self.isRightToLeft() else self._window.width() - width - theme.L
        self.setGeometry(x, self._window.height() - height - _BOTTOM, width, height)
