"""A list of records with a card of the current one, side by side or by turns."""

from typing import Generic
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ecrm_desktop.ui.list_page import Filter, ListPage, Row
from ecrm_desktop.ui.widgets.empty_state import EmptyState

_LEAST_WIDTH = 480


class RecordCard(QFrame):
    """One record beside its list."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")

    def take_focus(self) -> None:
        """Put the keyboard into what is shown."""
        raise NotImplementedError


class CardListPage(ListPage[Filter, Row], Generic[Filter, Row]):
    """Enter goes into the card and Esc back; a narrow page shows either the list or the card.

    A page that is narrower than `card_needs` has no room for both.
    """

    card: RecordCard
    card_needs: int

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the card to the list."""
        focused = self.focusWidget()
        in_card = focused is not None and self.card.isAncestorOf(focused)
        if event.key() == Qt.Key.Key_Escape and in_card:
            self._leave_card()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and card side by side where there is room for both."""
        super().resizeEvent(event)
        self._show_card(shown=self.listed.isHidden())

    def _lay_out_with_card(
        self, *, nothing: EmptyState, nothing_found: EmptyState, below: QWidget | None = None
    ) -> None:
        """Fill the page with the list and the card; the rest as in `ListCard`."""
        self._lay_out(nothing=nothing, nothing_found=nothing_found, below=below, beside=self.card)
        # List and card together need more than a small screen has; they then take turns.
        self.setMinimumWidth(_LEAST_WIDTH)

    def _card_width(self) -> int:
        """Return how wide the card is beside the list."""
        raise NotImplementedError

    def _activate(self, record_id: UUID) -> None:
        self._show_card(shown=True)
        self.card.take_focus()

    def _leave_card(self) -> None:
        self._show_card(shown=False)
        self.table.setFocus()

    def _show_card(self, *, shown: bool) -> None:
        is_narrow = self.width() < self.card_needs
        self.listed.setVisible(not is_narrow or not shown)
        self.card.setVisible(not is_narrow or shown)
        if is_narrow:
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(self.card_needs)
        else:
            # What stands in one row of a card is wider in one language than in another.
            needed = self.card.minimumSizeHint().width()
            self.card.setFixedWidth(max(self._card_width(), min(needed, self.width() // 2)))
