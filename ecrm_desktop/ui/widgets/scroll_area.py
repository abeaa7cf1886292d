"""What scrolls when it is too tall."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class ScrollArea(QScrollArea):
    """Has no frame, and the ground of what it lies on.

    With a `name` for screen readers the keyboard can scroll it; without one its contents take the
    keyboard. Only `sideways` does it scroll to the left and right too.
    """

    def __init__(
        self, contents: QWidget | None = None, *, name: str = "", sideways: bool = False
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        if name:
            self.setAccessibleName(name)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if contents is not None:
            self.show_contents(contents)

    def show_contents(self, contents: QWidget) -> None:
        """Show this instead of what was shown until now."""
        contents.setObjectName("scrolled")
        self.setWidget(contents)


class FittedScrollArea(ScrollArea):
    """Is as high as its contents where there is room, and scrolls where there is less."""

    def __init__(self, contents: QWidget, *, least_height: int) -> None:
        super().__init__(contents)
        self._contents = contents
        self._least_height = least_height
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        contents.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Return the size of the contents at the width of now."""
        hint = self._contents.sizeHint()
        if self._contents.hasHeightForWidth():
            hint.setHeight(self._contents.heightForWidth(self.width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Return what is left of it in the lowest window."""
        height = min(self._least_height, self.sizeHint().height())
        return QSize(self._contents.minimumSizeHint().width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height where the contents became higher or lower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where texts wrap otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
