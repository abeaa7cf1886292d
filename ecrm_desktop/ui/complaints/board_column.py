"""One status of the complaint board: its cards, painted, dragged and walked through."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaints import ComplaintRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.complaints.texts import severity_kind, state_kind, state_text
from ecrm_desktop.ui.widgets.badge import badge_width, paint_badge
from ecrm_desktop.ui.widgets.elided import elided
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import ComplaintStatus, allowed_moves
from ecrm_desktop.values.text import isolate_words

_CARD = 114
_GAP = 8
_MIME = "application/x-ecrm-complaint"
_AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class CardModel(QAbstractListModel):
    """The cards of one column."""

    def __init__(self, display: Display) -> None:
        super().__init__()
        self.display = display
        self.today = date.min
        self.cards: Sequence[ComplaintRow] = ()

    def show_cards(self, cards: Sequence[ComplaintRow], today: date) -> None:
        """Show other cards."""
        self.beginResetModel()
        self.cards, self.today = cards, today
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _NO_PARENT) -> int:
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the card in words, for screen readers and tests."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            card = self.cards[index.row()]
            parts = (
                card.subject,
                card.customer_name,
                _responsible(card),
                state_text(card, self.today, self.display),
                label(card.severity),
                self.display.code(card.number),
            )
            return " · ".join(part for part in parts if part)
        return None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Let every card be dragged."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """Return the one format in which cards travel inside the board."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id and the status of the dragged card."""
        card = self.cards[indexes[0].row()]
        data = QMimeData()
        data.setData(_MIME, f"{card.id} {card.status}".encode())
        return data


def dragged(data: QMimeData) -> tuple[UUID, ComplaintStatus] | None:
    """Return the id and the status of the card that is dragged; None if it is something else."""
    if not data.hasFormat(_MIME):
        return None
    card_id, status = bytes(data.data(_MIME).data()).decode().split()
    return UUID(card_id), ComplaintStatus(status)


class _CardDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, CardModel):
            return
        card, display, today = model.cards[index.row()], model.display, model.today
        state = option.state
        outer: QRect = option.rect
        box = outer.adjusted(1, _GAP // 2, -1, -_GAP // 2)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("primary" if focused else "line"))
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(theme.color("hover" if hovered else "card"))
        painter.drawRoundedRect(box, 8, 8)
        if focused:
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        inner = box.adjusted(10, 8, -10, -8)
        subject = QRect(inner.x(), inner.y(), inner.width(), 40)
        used = _paint_lines(painter, subject, card.subject, theme.font(medium=True))
        who = QRect(inner.x(), inner.y() + used + 2, inner.width(), 18)
        _paint_line(painter, who, card.customer_name, theme.font(12), "muted", rtl=rtl)
        _paint_line(
            painter, who.translated(0, 17), _responsible(card), theme.font(11), "muted", rtl=rtl
        )
        _paint_foot(
            painter,
            QRect(inner.x(), inner.bottom() - 21, inner.width(), 22),
            card,
            state_text(card, today, display),
            today,
            rtl=rtl,
            number=display.code(card.number),
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return QSize(120, _CARD + _GAP)


def _responsible(card: ComplaintRow) -> str:
    if not card.assignee_name:
        return ""
    return translate("Complaints", "Responsible: {name}", name=isolate_words(card.assignee_name))


def _paint_foot(
    painter: QPainter,
    rect: QRect,
    card: ComplaintRow,
    state: str,
    today: date,
    *,
    rtl: bool,
    number: str,
) -> None:
    free = rect
    kind = severity_kind(card.severity)
    for text, colour in ((state, state_kind(card, today)), (label(card.severity), kind)):
        width = badge_width(text) + 4
        if text and colour is not None and width <= free.width() + 4:
            paint_badge(painter, free, text, colour)
            free = free.adjusted(0, 0, -width, 0) if rtl else free.adjusted(width, 0, 0, 0)
    small = theme.font(11)
    if QFontMetrics(small).horizontalAdvance(number) <= free.width():
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            free, end | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, number
        )


def _paint_line(
    painter: QPainter, rect: QRect, text: str, font: QFont, role: str, *, rtl: bool
) -> None:
    start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(theme.color(role))
    side = start | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(rect, side, elided(QFontMetrics(font), text, rect.width()))


def _paint_lines(painter: QPainter, rect: QRect, text: str, font: QFont) -> int:
    """Draw at most two lines, the second with an ellipsis if need be; return their height."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(painter.layoutDirection())
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(rect.width())
    layout.endLayout()
    head, rest = text[: first.textLength()].strip(), text[first.textLength() :].strip()
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    upper = QRect(rect.x(), rect.y(), rect.width(), rect.height() // 2)
    for place, part in ((upper, head), (upper.translated(0, rect.height() // 2), rest)):
        _paint_line(painter, place, part, font, "ink", rtl=rtl)
    return rect.height() if rest else rect.height() // 2


class CardList(QListView):
    """The cards of one status.

    `activated_card(UUID)` for Enter or a double click, `stepped(int)` and `pushed(int)` when the
    arrows ask to go to, or take the card to, the column at the left (-1) or the right (1),
    `dropped(UUID, ComplaintStatus)`, with where it was, when a card that may come here was dropped,
    `menu_asked(QPoint)`.
    """

    activated_card = Signal(object)
    stepped = Signal(int)
    pushed = Signal(int)
    dropped = Signal(object, object)
    delete_asked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, status: ComplaintStatus, display: Display) -> None:
        super().__init__()
        self.status = status
        self.cards = CardModel(display)
        self._welcome = False
        self.setAccessibleName(label(status))
        self.setProperty("role", "clear")
        self.setModel(self.cards)
        self.setItemDelegate(_CardDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.doubleClicked.connect(lambda index: self._activate(index.row()))

    def current(self) -> ComplaintRow | None:
        """Return the card that is current."""
        row = self.currentIndex().row()
        return self.cards.cards[row] if 0 <= row < len(self.cards.cards) else None

    def make_current(self, row: int) -> None:
        """Make the card at `row`, or the last one before it, current."""
        last = len(self.cards.cards) - 1
        if last >= 0:
            self.setCurrentIndex(self.cards.index(max(0, min(row, last)), 0))

    def _activate(self, row: int) -> None:
        if 0 <= row < len(self.cards.cards):
            self.activated_card.emit(self.cards.cards[row].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, with Ctrl they take the card along; Enter opens it."""
        card = self.current()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            taking = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.pushed if taking else self.stepped).emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._activate(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete and card is not None:
            self.delete_asked.emit(card.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the card, by the mouse or the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
            self.menu_asked.emit(self.viewport().mapToGlobal(place))
        elif self.indexAt(event.pos()).isValid():
            self.menu_asked.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a card that may come to this status."""
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Keep the answer that was given when it entered."""
        self._weigh(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop welcoming it."""
        self._welcome = False
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the model itself stays as the database has it."""
        card = dragged(event.mimeData())
        self._welcome = False
        self.viewport().update()
        if card is not None and self.status in allowed_moves(card[1]):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(*card)

    def _weigh(self, event: QDropEvent) -> None:
        card = dragged(event.mimeData())
        self._welcome = card is not None and self.status in allowed_moves(card[1])
        event.setAccepted(self._welcome)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards, and a frame while a card may be dropped here."""
        super().paintEvent(event)
        if self._welcome:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("primary"))
            painter.drawRoundedRect(self.viewport().rect().adjusted(0, 1, -1, -2).toRectF(), 8, 8)
            painter.end()
