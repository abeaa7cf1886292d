"""What the parts of the settings have in common."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import Badge
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.narrow_column import NarrowColumn

WIDTH = 620


class SettingsPart(NarrowColumn):
    """A narrow column at the start of the page; parts put their rows on `column`.

    `lines` has room for a list of cards, once a part has put it on its column.
    """

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(theme.S)

    def refresh(self) -> None:
        """Read again what others may have changed."""

    def show_lines(self, lines: Iterable[QWidget]) -> None:
        """Show other cards in the list."""
        clear(self.lines)
        for line in lines:
            self.lines.addWidget(line)


def line_card(name: str, badges: Iterable[Badge], buttons: Iterable[QWidget]) -> QFrame:
    """Return a card of one line: a name with badges, and buttons at its end."""
    line = QFrame()
    line.setProperty("role", "card")
    inside = QHBoxLayout(line)
    inside.setContentsMargins(theme.M, theme.XS, theme.S, theme.XS)
    inside.addWidget(Label(name))
    for badge in badges:
        inside.addWidget(badge)
    inside.addStretch()
    for button in buttons:
        inside.addWidget(button)
    return line
