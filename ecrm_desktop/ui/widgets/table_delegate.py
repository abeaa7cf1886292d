"""How the cells of a list are painted."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import paint_badge
from ecrm_desktop.ui.widgets.paged_model import Column, PagedModel

_MARGIN = 12
_ICON = 16


class TableDelegate(QStyledItemDelegate):
    """Paints text, badges, hover and selection; no widget per row."""

    hovered_row = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        model = index.model()
        if not isinstance(model, PagedModel):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, theme.color("primary_soft"))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, theme.color("hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        row = model.row(index.row())
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, -1)
        column: Column[Any] = model.columns[index.column()]
        if row is None:
            self._paint_waiting(painter, inner)
        else:
            self._paint_cell(painter, inner, column, row, selected=selected)
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, rect: QRect, column: Column[Any], row: Any, *, selected: bool
    ) -> None:
        text = column.format(row)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        kind = column.badge(row) if column.badge else None
        if kind is not None and text:
            paint_badge(painter, rect, text, kind, outlined=selected)
            return
        icon = column.icon(row) if column.icon else ""
        if icon:
            box = QRect(rect.x(), rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            if rtl:
                box.moveRight(rect.right())
            theme.paint_icon(painter, box, icon, "muted")
            rect = rect.adjusted(0, 0, -_ICON - 8, 0) if rtl else rect.adjusted(_ICON + 8, 0, 0, 0)
        font = theme.font(bold=column.bold and selected, medium=column.bold)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        # Absolute, because a text of Latin letters must not change sides in a Persian list.
        at_left = column.numeric if rtl else not column.numeric
        side = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        shown = painter.fontMetrics().elidedText(
            text.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, flags, shown)

    def _paint_waiting(self, painter: QPainter, rect: QRect) -> None:
        bar = QRect(0, 0, min(rect.width(), 80), 8)
        bar.moveCenter(rect.center())
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            bar.moveRight(rect.right())
        else:
            bar.moveLeft(rect.left())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("grey_soft"))
        painter.drawRoundedRect(bar, 4, 4)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give every row the same height."""
        return QSize(100, theme.ROW_HEIGHT)
