"""The titles above a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.paged_model import Column


class TableHeader(QHeaderView):
    """Titles at the side of their column's text, and the arrow of the sort beside them."""

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._columns = columns
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setFixedHeight(theme.ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: Any, logicalIndex: int) -> None:  # noqa: N803
        """Paint one title."""
        column = self._columns[logicalIndex]
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.fillRect(rect, theme.color("card"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        painter.setPen(theme.color("ink" if sorted_here else "muted"))
        painter.setFont(theme.font(12, medium=sorted_here))
        inner = rect.adjusted(12, 0, -12, 0)
        at_left = column.numeric if rtl else not column.numeric
        side = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight
        arrow = ""
        if sorted_here:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            arrow = " ▾" if down else " ▴"
        title = painter.fontMetrics().elidedText(
            column.title, Qt.TextElideMode.ElideRight, inner.width() - (14 if arrow else 0)
        )
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(inner, flags, title + arrow)
        painter.restore()
