"""What scrolls when it is too tall."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


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
