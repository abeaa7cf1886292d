"""A card with the first lines of a longer list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind, badge_width, paint_badge
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.elided import elided
from ecrm_desktop.ui.widgets.label import Label

_MARGIN = 4
_AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortRow:
    """One line: what it is, something beside it, and a badge at its end."""

    id: UUID
    title: str
    text: str = ""
    badge: str = ""
    kind: BadgeKind = BadgeKind.GREY


class ShortList(QFrame):
    """`activated_id(UUID)` for Enter or a click on a line, `all_asked` for its button.

    Lines that do not fit are left out, not scrolled to: the whole list has a page of its own.
    """

    activated_id = Signal(object)
    all_asked = Signal()

    def __init__(self, title: str, *, empty: str, more: str = "") -> None:
        """`empty` is said when there is nothing; `more` is the button's text, if there is one."""
        super().__init__()
        self.setProperty("role", "card")
        self._model = _Model()
        self._badge = Badge(parent=self)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        heading = Label(title, "heading")
        heading.setMinimumHeight(theme.CONTROL_HEIGHT)
        head.addWidget(heading)
        head.addWidget(self._badge)
        head.addStretch()
        if more:
            button = Button(more, kind="quiet")
            button.clicked.connect(self.all_asked)
            head.addWidget(button)
        self.view = _View()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setAccessibleName(title)
        self.view.clicked.connect(self._open)
        self.view.opened.connect(self._open)
        self._empty = Label(empty, "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._place = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addLayout(head)
        # First into its place: what is laid out nowhere would be a window of its own for a moment.
        column.addLayout(self._place, 1)
        self._place.addWidget(self._empty)
        self._place.addWidget(self.view)

    def show_rows(
        self, rows: Sequence[ShortRow], *, badge: str = "", kind: BadgeKind = BadgeKind.GREY
    ) -> None:
        """Show other lines, and a badge beside the title."""
        self._model.show_rows(rows)
        self._badge.show_text(badge, kind)
        self._place.setCurrentIndex(int(bool(rows)))

    def rows(self) -> list[str]:
        """Return what each line says."""
        return [
            str(self._model.data(self._model.index(row))) for row in range(self._model.rowCount())
        ]

    def _open(self, index: QModelIndex) -> None:
        self.activated_id.emit(self._model.shown[index.row()].id)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.shown: Sequence[ShortRow] = ()

    def show_rows(self, rows: Sequence[ShortRow]) -> None:
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self.shown[index.row()]
        return " · ".join(part for part in (row.title, row.text, row.badge) if part)


class _View(QListView):
    opened = Signal(object)  # QModelIndex

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for hide in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(3 * theme.ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole lines only."""
        super().resizeEvent(event)
        self.setViewportMargins(0, 0, 0, self.height() % theme.ROW_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return QSize(200, theme.ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, _Model):
            return
        row, rect = model.shown[index.row()], option.rect
        painter.save()
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("primary_soft" if focused else "hover"))
        if index.row():
            painter.setPen(theme.color("line"))
            painter.drawLine(rect.topLeft(), rect.topRight())
        _paint(painter, rect.adjusted(_MARGIN, 0, -_MARGIN, 0), row)
        painter.restore()


def _paint(painter: QPainter, rect: QRect, row: ShortRow) -> None:
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    aligned = start | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    if row.badge:
        width = badge_width(row.badge)
        place = QRect(rect.x() if rtl else rect.right() - width + 1, rect.y(), width, rect.height())
        paint_badge(painter, place, row.badge, row.kind)
        rect = _without(rect, width + theme.M, rtl=not rtl)
    painter.setFont(theme.font(medium=True))
    painter.setPen(theme.color("ink"))
    metrics = painter.fontMetrics()
    room = rect.width() if not row.text else rect.width() * 3 // 5
    title = elided(metrics, row.title, room)
    painter.drawText(rect, aligned, title)
    rect = _without(rect, metrics.horizontalAdvance(title) + theme.M, rtl=rtl)
    painter.setFont(theme.font(12))
    painter.setPen(theme.color("muted"))
    text = elided(painter.fontMetrics(), row.text, rect.width())
    painter.drawText(rect, aligned, text)


def _without(rect: QRect, width: int, *, rtl: bool) -> QRect:
    """Return what is left of a rectangle after so much at its start."""
    return rect.adjusted(0, 0, -width, 0) if rtl else rect.adjusted(width, 0, 0, 0)
