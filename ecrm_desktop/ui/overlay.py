"""A layer over a part of the window that holds the keyboard until it is closed."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from ecrm_desktop.ui import theme


def overlay_host(widget: QWidget) -> QWidget:
    """Return what an overlay asked for by `widget` covers: the shell's content, or the window."""
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        if at.property("overlayHost"):
            return at
        at = at.parentWidget()
    window = widget.window()
    hosts = [one for one in window.findChildren(QWidget) if one.property("overlayHost")]
    return hosts[0] if hosts else window


def top_overlay(host: QWidget) -> "Overlay | None":
    """Return the open overlay that has the keyboard, if any lies over `host`."""
    overlays = [one for one in host.children() if isinstance(one, Overlay) and one.is_open]
    return overlays[-1] if overlays else None


class Overlay(QWidget):
    """Dims `host` and shows a card over it; Tab stays inside, and focus returns on closing.

    Several may lie over each other; the last opened has the keyboard.
    """

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self._host = host
        self._before: QWidget | None = None
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it lies over the host."""
        return self._open

    def open(self) -> None:
        """Cover the host and take the keyboard."""
        if self._open:
            return
        self._open = True
        self._before = QApplication.focusWidget()
        self._host.installEventFilter(self)
        _app().focusChanged.connect(self.on_focus)
        self.setGeometry(self._host.rect())
        self.place()
        self.raise_()
        self.show()
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def request_close(self, then: Callable[[], None] | None = None) -> None:
        """Close if that loses nothing; `then` only if it was closed."""
        self.close_overlay()
        if then is not None:
            then()

    def close_overlay(self) -> None:
        """Go away for good; focus returns to where it was."""
        if not self._open:
            return
        self._open = False
        self._host.removeEventFilter(self)
        _app().focusChanged.disconnect(self.on_focus)
        self.hide()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def first_focus(self) -> QWidget | None:
        """Return what takes the keyboard first; by default the first that can."""
        return next(iter(self.stops()), None)

    def place(self) -> None:
        """Give the card its place; called whenever the host's size changes."""
        size = self.card.sizeHint().boundedTo(self.size())
        self.card.resize(size)
        self.card.move((self.width() - size.width()) // 2, (self.height() - size.height()) // 3)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Keep Tab and Shift+Tab inside."""
        stops = self.stops()
        if not stops:
            return True
        focused = QApplication.focusWidget()
        at = _next_stop(stops, focused, forward=next)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        at.setFocus(reason)
        return True

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in its order."""
        stops: list[QWidget] = []
        one = self.nextInFocusChain()
        while one is not None and one is not self:
            tabbed = Qt.FocusPolicy.TabFocus.value
            if (
                self.isAncestorOf(one)
                and one.isVisibleTo(self)
                and one.isEnabled()
                and one.focusPolicy().value & tabbed
                and one.focusProxy() is None
            ):
                stops.append(one)
            one = one.nextInFocusChain()
        return stops

    def on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Take the keyboard back if something below got it."""
        # A click beside the card, or a page below that took the focus while it was refreshed.
        if new is None or self.isAncestorOf(new) or not self._host.isAncestorOf(new):
            return
        if top_overlay(self._host) is self:
            back = old if old is not None and self.isAncestorOf(old) else self.first_focus()
            if back is not None:
                back.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self.place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through to what is below."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("backdrop"))
        painter.end()


def _app() -> QApplication:
    return cast("QApplication", QApplication.instance())


def _next_stop(stops: list[QWidget], focused: QWidget | None, *, forward: bool) -> QWidget:
    """Return the stop after or before the focused widget, going round."""
    at = stops.index(focused) if focused in stops else (-1 if forward else 0)
    return stops[(at + (1 if forward else -1)) % len(stops)]
