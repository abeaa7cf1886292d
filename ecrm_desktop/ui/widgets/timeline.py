"""Everything that happened, newest first: one list for every kind of event."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import BadgeKind, badge_width, paint_badge
from ecrm_desktop.ui.widgets.rects import cut_end, cut_start

_HEIGHT = 54
_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """One event, ready to be shown; `kind` and `id` say which record it is."""

    kind: str
    id: UUID
    badge: str
    badge_kind: BadgeKind
    title: str
    when: str
    text: str = ""
    status: str = ""
    status_kind: BadgeKind = BadgeKind.GREY


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: Sequence[TimelineItem] = ()

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            item = self.items[index.row()]
            return f"{item.badge} {item.title} {item.status} {item.text} {item.when}"
        return None


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, _Model):
            return
        item = model.items[index.row()]
        painter.save()
        rect: QRect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            self._fill(painter, rect, "primary_soft")
        elif state & QStyle.StateFlag.State_MouseOver:
            self._fill(painter, rect, "hover")
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        upper = rect.adjusted(8, 6, -8, -rect.height() // 2)
        lower = rect.adjusted(8, rect.height() // 2, -8, -6)
        start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        fixed = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute

        painter.setFont(theme.font(12))
        painter.setPen(theme.color("muted"))
        when = painter.fontMetrics().horizontalAdvance(item.when)
        painter.drawText(upper, end | fixed, item.when)
        painter.setFont(theme.font())
        text = painter.fontMetrics().elidedText(
            item.text.replace("\n", " "), Qt.TextElideMode.ElideRight, lower.width()
        )
        painter.drawText(lower, start | fixed, text)

        free = cut_end(upper, when + 12, rtl=rtl)
        paint_badge(painter, free, item.badge, item.badge_kind)
        free = cut_start(free, badge_width(item.badge) + 8, rtl=rtl)
        bold = theme.font(bold=True)
        status = badge_width(item.status) + 8 if item.status else 0
        title = QFontMetrics(bold).elidedText(
            item.title, Qt.TextElideMode.ElideRight, max(0, free.width() - status)
        )
        painter.setFont(bold)
        painter.setPen(theme.color("ink"))
        painter.drawText(free, start | fixed, title)
        if item.status:
            used = QFontMetrics(bold).horizontalAdvance(title) + 8
            paint_badge(painter, cut_start(free, used, rtl=rtl), item.status, item.status_kind)
        painter.restore()

    @staticmethod
    def _fill(painter: QPainter, rect: QRect, role: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(role))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 8, 8)

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return QSize(100, _HEIGHT)


class Timeline(QListView):
    """A painted list of events; thousands cost no more than what is visible.

    `activated_item(kind, id)` when one is clicked or Enter is pressed on it; `end_reached` when the
    last event comes into view, for reading older ones.
    """

    activated_item = Signal(str, object)
    end_reached = Signal()

    def __init__(self, *, name: str) -> None:
        """`name` is what screen readers call the list."""
        super().__init__()
        self.setAccessibleName(name)
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._watch_end)

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        """Show these events instead, staying where the user has scrolled to."""
        at = self.verticalScrollBar().value()
        self._model.show_items(items)
        self.verticalScrollBar().setValue(at)

    @property
    def items(self) -> Sequence[TimelineItem]:
        """The events shown."""
        return self._model.items

    def _watch_end(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - _HEIGHT:
            self.end_reached.emit()

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            item = self._model.items[index.row()]
            self.activated_item.emit(item.kind, item.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the event."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the event that was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._activate(self.indexAt(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a hand over events."""
        if event.type() == QEvent.Type.Enter:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        return super().viewportEvent(event)
