"""What a search found, in a list below the line that is typed in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.elided import elided
from ecrm_desktop.ui.widgets.paged_model import AnyIndex

_ROW = 48
_MOST_ROWS = 8
_NARROWEST = 280


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found: what it is (`kind`, `id`), its name and a muted second line."""

    kind: str
    id: object
    title: str
    text: str
    icon: str = "user"


Search = Callable[[str, Callable[[Sequence[Hit]], None]], None]
"""Is asked for a text and calls back with what it found, now or later."""


class HitPopup(QFrame):
    """Never takes the keyboard: the line it belongs to walks the hits.

    `clicked(Hit)` when the mouse takes one.
    """

    clicked = Signal(object)

    def __init__(self, line: QWidget) -> None:
        super().__init__(line.window())
        self._line = line
        self.setProperty("role", "popup")
        self.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XS, theme.XS, theme.XS, theme.XS)
        column.setSpacing(0)
        self._model = _Hits()
        self._list = QListView()
        self._list.setAccessibleName(translate("HitPopup", "Found"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.clicked.connect(lambda at: self.clicked.emit(self._model.hits[at.row()]))
        self._nothing = QLabel()
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        self._nothing.setWordWrap(True)
        column.addWidget(self._list)
        column.addWidget(self._nothing)

    @property
    def hits(self) -> Sequence[Hit]:
        """What is shown now."""
        return self._model.hits if self.isVisible() else ()

    @property
    def current(self) -> Hit | None:
        """The hit that Enter would take."""
        at = self._list.currentIndex()
        return self.hits[at.row()] if self.hits and at.isValid() else None

    def show_hits(self, hits: Sequence[Hit], nothing: str) -> None:
        """Show hits with the first one current, or the sentence `nothing` if there are none."""
        self._model.show_hits(hits)
        self._list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._nothing.setText(nothing)
        if hits:
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._place(min(len(hits), _MOST_ROWS))
        self.show()
        self.raise_()

    def walk(self, step: int) -> None:
        """Make the next or the one before current, going round."""
        row = (self._list.currentIndex().row() + step) % len(self.hits)
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _place(self, rows: int) -> None:
        """Lie below the line, or above it where the window ends."""
        window = self._line.window()
        if self.parent() is not window:
            self.setParent(window)
        top = self._line.mapTo(window, QPoint(0, 0))
        below = window.height() - top.y() - self._line.height() - 2 * theme.XS
        above = top.y() - 2 * theme.XS
        width = min(max(self._line.width(), _NARROWEST), window.width())
        wanted = rows * _ROW + 12 if rows else self._nothing.heightForWidth(width - 8) + 16
        under = below >= wanted or below >= above
        height = min(wanted, below if under else above)
        left = top.x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left += self._line.width() - width
        left = max(0, min(left, window.width() - width))
        y = top.y() + self._line.height() + theme.XS if under else top.y() - theme.XS - height
        self.setGeometry(QRect(left, y, width, height))


class _Hits(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            hit = self.hits[index.row()]
            return f"{hit.title} {hit.text}"
        return None


class _HitDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, _Hits):
            return
        hit = model.hits[index.row()]
        rect: QRect = option.rect
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primary_soft"))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 8, 8)
        icon = QRect(rect.x() + 12, rect.center().y() - 9, 18, 18)
        if rtl:
            icon.moveRight(rect.right() - 12)
        theme.paint_icon(painter, icon, hit.icon, "muted")
        inner = rect.adjusted(12, 4, -42, -4) if rtl else rect.adjusted(42, 4, -12, -4)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        upper = inner.adjusted(0, 0, 0, -inner.height() // 2)
        lower = inner.adjusted(0, inner.height() // 2, 0, 0)
        for font, role, place, text in (
            (theme.font(medium=True), "ink", upper, hit.title),
            (theme.font(12), "muted", lower, hit.text),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(role))
            shown = elided(painter.fontMetrics(), text, place.width())
            painter.drawText(place, flags, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, _ROW)
