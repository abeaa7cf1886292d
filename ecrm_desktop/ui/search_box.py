"""Search anywhere: answers while typing, the first hit ready for Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.paged_model import AnyIndex

_ROW = 48
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found: what it is (`kind`, `id`), its name and a muted second line."""

    kind: str
    id: object
    title: str
    text: str
    icon: str = "user"


Search = Callable[[str, Callable[[Sequence[Hit]], None]], None]


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
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, flags, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, _ROW)


class SearchBox(QLineEdit):
    """The search field of the window with its popup of hits.

    `search(text, show)` is asked on every change and calls `show(hits)` when it has the answer;
    an answer to an older text is dropped. `chosen(Hit)` when one is taken; `new_asked(text)` when
    nothing was found and Enter is pressed.
    """

    chosen = Signal(object)
    new_asked = Signal(str)

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._search = search
        self._answered = ""
        self.setPlaceholderText(translate("SearchBox", "Search name, phone, subscription code…"))
        self.setAccessibleName(translate("SearchBox", "Search anywhere"))
        self.setClearButtonEnabled(True)
        self.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._popup = QFrame(self.window())
        self._popup.setProperty("role", "popup")
        self._popup.hide()
        column = QVBoxLayout(self._popup)
        column.setContentsMargins(theme.XS, theme.XS, theme.XS, theme.XS)
        column.setSpacing(0)
        self._hits = _Hits()
        self._list = QListView()
        self._list.setAccessibleName(translate("SearchBox", "Found"))
        self._list.setModel(self._hits)
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.clicked.connect(self._take)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        self._nothing.setWordWrap(True)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self.textEdited.connect(self._ask)
        self.textChanged.connect(lambda text: None if text.strip() else self._popup.hide())

    @property
    def hits(self) -> Sequence[Hit]:
        """What is shown in the popup now."""
        return self._hits.hits if self._popup.isVisible() else ()

    def _ask(self, text: str) -> None:
        wanted = text.strip()
        if not wanted:
            self._popup.hide()
            return
        self._search(wanted, lambda hits: self._show(wanted, hits))

    def _show(self, wanted: str, hits: Sequence[Hit]) -> None:
        if wanted != self.text().strip() or not self.hasFocus():
            return
        self._answered = wanted
        self._hits.show_hits(hits)
        self._list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._nothing.setText(
            translate(
                "SearchBox",
                "Nothing found for “{text}”. Press Enter to add a new customer.",
                text=wanted,
            )
        )
        if hits:
            self._list.setCurrentIndex(self._hits.index(0, 0))
        window = self.window()
        if self._popup.parent() is not window:
            self._popup.setParent(window)
        corner = self.mapTo(window, QPoint(0, self.height() + 4))
        rows = min(len(hits), _SHOWN)
        self._list.setFixedHeight(rows * _ROW + 2)
        height = rows * _ROW + 12 if hits else self._nothing.heightForWidth(self.width() - 8) + 16
        self._popup.setGeometry(QRect(corner, QSize(self.width(), max(height, 60))))
        self._popup.show()
        self._popup.raise_()

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            hit = self._hits.hits[index.row()]
            self._popup.hide()
            self.clear()
            self.chosen.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the hits, Enter takes one, Esc closes the popup, then empties the field."""
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.hits:
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (self._list.currentIndex().row() + step) % len(self.hits)
            self._list.setCurrentIndex(self._hits.index(row, 0))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self._enter()
        elif key == Qt.Key.Key_Escape:
            if self._popup.isVisible():
                self._popup.hide()
            else:
                self.clear()
                self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        wanted = self.text().strip()
        if self._answered != wanted or not self._popup.isVisible():
            # Typed faster than the search answers: take the first hit when it comes.
            self._search(wanted, lambda hits: self._enter_with(wanted, hits))
        elif self.hits:
            self._take(self._list.currentIndex())
        else:
            self._popup.hide()
            self.new_asked.emit(wanted)

    def _enter_with(self, wanted: str, hits: Sequence[Hit]) -> None:
        self._show(wanted, hits)
        if self._answered == wanted and self._popup.isVisible() and hits:
            self._take(self._hits.index(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the popup with the focus."""
        super().focusOutEvent(event)
        self._popup.hide()
