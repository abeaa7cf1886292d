"""Notices that nobody has touched keyboard or mouse for some minutes."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from ecrm_desktop.values.uptime import uptime

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """`idle` once, when the time is over; the next touch, which `touched` tells, begins it anew.

    It listens to the system's windows that get the focus and not to the whole application, of which
    every repaint would pass through Python. Keys pressed in a menu or calendar come through the
    window below it.
    """

    idle = Signal()
    touched = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = 0.0
        self._touched = uptime()
        self._is_idle = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        app.focusWindowChanged.connect(self._listen)
        self._listen(app.focusWindow())

    def set_seconds(self, seconds: float) -> None:
        """Wait so long, 0 for ever; the time begins now if it was another one before."""
        if seconds != self._seconds:
            self._seconds = seconds
            self._timer.stop()
            self._touch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every touch; one that comes after a sleep of the PC is too late to count."""
        if event.type() in _TOUCHES:
            if self._is_over():
                self._look()
                return True
            self._touch()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # again moves it to the front, and never doubles it

    def _touch(self) -> None:
        self._touched = uptime()
        if not self._seconds:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(round(self._seconds * 1000))
        if self._is_idle:
            self._is_idle = False
            self.touched.emit()

    def _is_over(self) -> bool:
        return bool(self._seconds) and uptime() - self._touched >= self._seconds

    def _look(self) -> None:
        if self._is_over():
            self._timer.stop()
            self._touched = uptime()
            self._is_idle = True
            self.idle.emit()
        elif self._seconds:
            left = self._seconds - (uptime() - self._touched)
            self._timer.start(max(round(left * 1000), 1))
