"""One figure with its name, and how it moved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.label import Label


class FigureCard(QFrame):
    """A small card: name above, figure below, perhaps a badge; `large` for the dashboard."""

    def __init__(self, title: str, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._title = title
        column = QVBoxLayout(self)
        margin = theme.M if large else theme.S
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.XS)
        name = Label(title, "small", wrap=True)
        self._figure = QLabel()
        self._figure.setProperty("role", "figure" if large else "heading")
        self._badge = Badge(parent=self)
        column.addWidget(name)
        column.addWidget(self._figure)
        if large:
            row = QHBoxLayout()
            row.addWidget(self._badge)
            row.addStretch()
            column.addLayout(row)
            column.addStretch()

    def show_figure(
        self, text: str, *, badge: str = "", kind: BadgeKind = BadgeKind.GREY, hint: str = ""
    ) -> None:
        """Show a figure, already formatted."""
        self._figure.setText(text)
        # Digits alone would stand at the left in either language.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self._figure.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._badge.show_text(badge, kind)
        self.setToolTip(hint)
        self.setAccessibleName(f"{self._title} {text} {badge}".strip())
