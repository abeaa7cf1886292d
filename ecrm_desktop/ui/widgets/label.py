"""Text that is shown as it is, never as markup, and begins where reading begins."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy

from ecrm_desktop.ui.running_label import RunningLabel


class Label(RunningLabel):
    """`role` is one of the style sheet's: title, heading, name, figure, muted, small or error.

    One that wraps takes the height its width needs and never asks for more than it has.
    """

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, selectable: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        # Left to itself, Qt puts a label of digits alone to the left even in Persian.
        right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing if it wraps: Qt would reckon with the narrowest of columns."""
        if self.wordWrap():
            return QSize(1, self.fontMetrics().height())
        return super().minimumSizeHint()

    def set_role(self, role: str) -> None:
        """Take another look."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
