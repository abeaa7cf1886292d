"""How all customers stand, in sentences, states and the grid of RFM."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.insight.today.reading import GridField, Overview
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.display import Display

_WIDTH, _LEAST_WIDTH = 370, 290
_STEPS = 5


class OverviewCard(QFrame):
    """Is filled from what was reckoned last, and says so until something was."""

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display
        self.setProperty("role", "card")
        self.fit(narrow=False)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        self._column.setSpacing(theme.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(ScrollArea(inside, name=translate("Today", "How your customers stand")))
        self.show_overview(None)

    def fit(self, *, narrow: bool) -> None:
        """Leave more or less room to what stands beside it."""
        self.setFixedWidth(_LEAST_WIDTH if narrow else _WIDTH)

    def show_overview(self, found: Overview | None) -> None:
        """Show how all stand; None while nothing was reckoned yet."""
        clear(self._column)
        self._column.addWidget(Label(translate("Today", "How your customers stand"), "heading"))
        if found is None:
            self._say(translate("Today", "It is being reckoned for the first time."))
        else:
            self._show_states(found)
            for sentence in found.sentences:
                self._say(sentence)
            if found.grid:
                self._show_grid(found)
        self._column.addStretch()

    def _show_states(self, found: Overview) -> None:
        if not found.states:
            return
        states = QWidget()
        row = QHBoxLayout(states)
        row.setContentsMargins(0, 0, 0, 0)
        for name, people in found.states:
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(Label(self._display.number(people), "name"))
            part.addWidget(Label(name, "muted"))
            row.addLayout(part)
        self._column.addWidget(states)

    def _show_grid(self, found: Overview) -> None:
        self._column.addWidget(Label(translate("Today", "Recency, frequency, money"), "heading"))
        self._say(
            translate(
                "Today",
                "Upwards who comes more often and for more, towards the end who came more lately.",
            ),
            "muted",
        )
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for field in found.grid:
            grid.addWidget(self._field(field), _STEPS - field.worth, field.recency - 1)
        for at in range(_STEPS):
            grid.setColumnStretch(at, 1)
        self._column.addWidget(fields)
        for cut in found.cuts:
            self._say(cut, "muted")

    def _field(self, field: GridField) -> QWidget:
        box = QFrame()
        box.setProperty("role", "card")
        box.setToolTip(field.name)
        column = QVBoxLayout(box)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        number = Label(self._display.number(field.people), "name" if field.people else "muted")
        name = Label(field.name, "small", wrap=True)
        for one in (number, name):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column.addWidget(one)
        return box

    def _say(self, text: str, role: str = "") -> None:
        self._column.addWidget(Label(text, role, wrap=True, selectable=True))
