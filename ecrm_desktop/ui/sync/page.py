"""How the shop syncs with its other computers, in four tabs."""

from enum import StrEnum

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.sync.computers import ComputersPart
from ecrm_desktop.ui.sync.conflicts import ConflictsPart
from ecrm_desktop.ui.sync.log import LogPart
from ecrm_desktop.ui.sync.part import SyncPart
from ecrm_desktop.ui.sync.state import StatePart
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.values.permissions import Permission


class SyncTab(StrEnum):
    """The parts of the page."""

    STATE = "state"
    CONFLICTS = "conflicts"
    COMPUTERS = "computers"
    LOG = "log"


class SyncPage(Page):
    """What lost may be of any record, and is for whom the rest of the shop's figures is."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._parts: dict[SyncTab, tuple[str, SyncPart]] = {
            SyncTab.STATE: (translate("Sync", "State"), StatePart(ui))
        }
        if ui.may(Permission.SEE_SUMS):
            conflicts = translate("Sync", "Conflicts")
            self._parts[SyncTab.CONFLICTS] = conflicts, ConflictsPart(ui)
        self._parts[SyncTab.COMPUTERS] = translate("Sync", "Computers"), ComputersPart(ui)
        self._parts[SyncTab.LOG] = translate("Sync", "Log"), LogPart(ui)
        self._tabs = Tabs([(key, text) for key, (text, _part) in self._parts.items()])
        self._tabs.chosen.connect(lambda key: self.open_tab(SyncTab(key)))
        self._stack = QStackedWidget()
        for _text, part in self._parts.values():
            self._stack.addWidget(part)
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.M)
        column.addWidget(Label(translate("Sync", "Syncing"), "title"))
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        outer.addWidget(card)
        ui.syncing.told.connect(self._show_state)

    @property
    def tabs(self) -> list[SyncTab]:
        """The parts that who works here sees."""
        return list(self._parts)

    def open_tab(self, tab: SyncTab) -> None:
        """Show one part."""
        if tab in self._parts:
            self._tabs.choose(tab)
            self._stack.setCurrentIndex(list(self._parts).index(tab))

    def part(self, tab: SyncTab) -> QWidget:
        """Return one part."""
        return self._parts[tab][1]

    def refresh(self) -> None:
        """Read everything again."""
        for _text, part in self._parts.values():
            part.refresh()
        self._show_state()

    def _show_state(self) -> None:
        for _text, part in self._parts.values():
            part.show_state()
        if SyncTab.CONFLICTS in self._parts:
            count = self._ui.syncing.conflicts
            text = translate("Sync", "Conflicts")
            if count:
                number = self._ui.display.number(count)
                text = translate("Sync", "Conflicts ({count})", count=number)
            self._tabs.show_text(SyncTab.CONFLICTS, text)
