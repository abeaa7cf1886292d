"""All statuses of the complaints side by side; cards go from one to the next."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaints import BoardColumn, ComplaintRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.complaints.board_column import CardList
from ecrm_desktop.ui.complaints.texts import COLUMN_ORDER
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.elided import elided
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.status_badge import status_kind
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import ComplaintStatus, allowed_moves

_NARROWEST = 168


class _Title(Label):
    """The name of a status, cut where the counts beside it need the room."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "heading")
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.color("ink"))
        shown = elided(painter.fontMetrics(), self.text(), self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()


class _Column(QWidget):
    """The heading of one status and its cards below."""

    def __init__(self, status: ComplaintStatus, display: Display) -> None:
        super().__init__()
        self._display = display
        self.setMinimumWidth(_NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.list = CardList(status, display)
        self._count = Badge(parent=self)
        self._late = Badge(parent=self)
        self._more = Label(role="small")
        self._more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.setSpacing(theme.XS)
        head.addWidget(_Title(label(status)), 1)
        head.addWidget(self._count)
        head.addWidget(self._late)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._more)

    def show_column(self, shown: BoardColumn, today: date) -> None:
        number = self._display.number
        self._count.show_text(number(shown.total) if shown.total else "", status_kind(shown.status))
        late = translate("Complaints", "{count} late", count=number(shown.overdue))
        self._late.show_text(late if shown.overdue else "", BadgeKind.RED)
        hidden = shown.total - len(shown.cards)
        self._more.setText(
            translate("Complaints", "and {count} more: see the list", count=number(hidden))
        )
        self._more.setVisible(hidden > 0)
        self.list.cards.show_cards(shown.cards, today)


class Board(QScrollArea):
    """The board; only cards that may go somewhere go there.

    `activated_id(UUID)` opens a card, `move_asked(UUID, before, after)` asks to move one,
    `delete_asked(UUID)`, `current_id(UUID | None)`.
    """

    activated_id = Signal(object)
    move_asked = Signal(object, object, object)
    delete_asked = Signal(object)
    current_id = Signal(object)

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._columns = {status: _Column(status, display) for status in COLUMN_ORDER}
        self._at: ComplaintStatus = COLUMN_ORDER[0]
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("scrolled")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        for status, column in self._columns.items():
            row.addWidget(column, 1)
            self._listen(status, column.list)
        self.setWidget(inside)
        self._go_to(self._at, focus=False)

    def show_columns(self, columns: Sequence[BoardColumn], today: date) -> None:
        """Show other cards; the current one stays current, wherever it has gone."""
        current, had_focus = self.current(), self._has_focus()
        place = self._list.currentIndex().row()
        for shown in columns:
            self._columns[shown.status].show_column(shown, today)
        if current is None or not self.make_current(current.id, focus=had_focus):
            self._list.make_current(max(0, place))
            if self.current() is None:
                self._enter_first(focus=had_focus)

    def current(self) -> ComplaintRow | None:
        """Return the current card."""
        return self._list.current()

    def make_current(self, card_id: UUID, *, focus: bool = True) -> bool:
        """Make a card current; False if the board does not show it."""
        for status, column in self._columns.items():
            for row, card in enumerate(column.list.cards.cards):
                if card.id == card_id:
                    column.list.make_current(row)
                    self._go_to(status, focus=focus)
                    return True
        return False

    def take_focus(self) -> None:
        """Give the keyboard to the current card."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def card_menu(self, card: ComplaintRow) -> QMenu:
        """Return what can be done with a card."""
        menu = QMenu(self)
        menu.addAction(
            theme.icon("file-text"),
            translate("Complaints", "Open"),
            lambda: self.activated_id.emit(card.id),
        )
        menu.addSeparator()
        for status in allowed_moves(card.status):
            action = menu.addAction(
                translate("Complaints", "Move to “{status}”", status=label(status))
            )
            action.triggered.connect(partial(self.move_asked.emit, card.id, card.status, status))
        menu.addSeparator()
        menu.addAction(
            theme.icon("trash-2"),
            translate("Complaints", "Delete"),
            lambda: self.delete_asked.emit(card.id),
        )
        return menu

    @property
    def _list(self) -> CardList:
        return self._columns[self._at].list

    def _listen(self, status: ComplaintStatus, cards: CardList) -> None:
        cards.activated_card.connect(self.activated_id)
        cards.delete_asked.connect(self.delete_asked)
        cards.dropped.connect(lambda card_id, before: self.move_asked.emit(card_id, before, status))
        cards.stepped.connect(self._step)
        cards.pushed.connect(self._push)
        cards.menu_asked.connect(self._offer)
        cards.clicked.connect(lambda _index: self._go_to(status))
        cards.selectionModel().currentChanged.connect(lambda *_: self._notify(status))

    def _notify(self, status: ComplaintStatus) -> None:
        if status == self._at:
            card = self.current()
            self.current_id.emit(None if card is None else card.id)

    def _order(self, step: int) -> list[ComplaintStatus]:
        """Return the statuses from here on towards the left (-1) or the right (1), as seen."""
        forward = step > 0
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward = not forward
        at = COLUMN_ORDER.index(self._at)
        return list(COLUMN_ORDER[at + 1 :] if forward else reversed(COLUMN_ORDER[:at]))

    def _step(self, step: int) -> None:
        for status in self._order(step):
            cards = self._columns[status].list
            if cards.cards.cards:
                row = cards.currentIndex().row()
                cards.make_current(row if row >= 0 else self._list.currentIndex().row())
                self._go_to(status)
                return

    def _push(self, step: int) -> None:
        card = self.current()
        if card is None:
            return
        ways = allowed_moves(card.status)
        status = next((one for one in self._order(step) if one in ways), None)
        if status is not None:
            self.move_asked.emit(card.id, card.status, status)

    def _go_to(self, status: ComplaintStatus, *, focus: bool = True) -> None:
        """Make a column the one the keyboard is in; the others are not stops of the Tab key."""
        self._at = status
        for one, column in self._columns.items():
            is_here = one == status
            policy = Qt.FocusPolicy.StrongFocus if is_here else Qt.FocusPolicy.ClickFocus
            column.list.setFocusPolicy(policy)
            if not is_here:
                column.list.selectionModel().clearSelection()
        card = self._list.currentIndex()
        if card.isValid():
            self._list.setCurrentIndex(card)
        self.ensureWidgetVisible(self._columns[status], 0, 0)
        if focus:
            self.take_focus()
        self._notify(status)

    def _enter_first(self, *, focus: bool) -> None:
        for status, column in self._columns.items():
            if column.list.cards.cards:
                column.list.make_current(0)
                self._go_to(status, focus=focus)
                return

    def _has_focus(self) -> bool:
        return any(column.list.hasFocus() for column in self._columns.values())

    def _offer(self, place: QPoint) -> None:
        card = self.current()
        if card is not None:
            self.card_menu(card).exec(place)
