"""A small window with one card, for everything before the shop is open."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea

_CARD_WIDTH = 460


class StartWindow(QWidget):
    """A title, a sentence, and whatever the caller puts on `card` below them."""

    def __init__(self, title: str, text: str, *, icon: str = "store") -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.resize(760, 600)
        self.setMinimumSize(520, 420)
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(_CARD_WIDTH)
        self.card = QVBoxLayout(card)
        self.card.setContentsMargins(28, 26, 28, 26)
        self.card.setSpacing(theme.M)
        picture = QLabel()
        picture.setPixmap(theme.icon(icon, "primary").pixmap(36, 36))
        self.card.addWidget(picture)
        self.card.addWidget(Label(title, "name", wrap=True))
        self.card.addWidget(Label(text, "muted", wrap=True))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(middle, sideways=True))
