"""What the shop's customers tell, in tabs that are built when they are first opened."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.destinations import InsightTab
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.page_part import PagePart
from ecrm_desktop.ui.widgets.tabs import Tabs

Build = Callable[[UiContext], PagePart]


class InsightPage(Page):
    """Everything here is for who may see what the shop sells."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._builders: dict[InsightTab, tuple[str, Build]] = {
            InsightTab.TODAY: (translate("Insight", "Today"), _build_today),
            InsightTab.GROUPS: (translate("Insight", "Groups"), _build_groups),
            InsightTab.VALUE: (translate("Insight", "Value"), _build_value),
            InsightTab.FORECAST: (translate("Insight", "Forecast"), _build_forecast),
            InsightTab.PRODUCTS: (translate("Insight", "Products"), _build_products),
        }
        self._parts: dict[InsightTab, PagePart] = {}
        self._unread: set[InsightTab] = set()
        self._tabs = Tabs([(key, title) for key, (title, _build) in self._builders.items()])
        self._tabs.chosen.connect(lambda key: self.open_tab(InsightTab(key)))
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.S, theme.L, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self.open_tab(self.current)

    @property
    def tabs(self) -> list[InsightTab]:
        """The parts, in their order."""
        return list(self._builders)

    @property
    def current(self) -> InsightTab:
        """The part that is shown."""
        return InsightTab(self._tabs.current)

    def part(self, tab: InsightTab) -> PagePart:
        """Return one part, building it if it is new."""
        if tab not in self._parts:
            _title, build = self._builders[tab]
            self._parts[tab] = build(self._ui)
            self._unread.add(tab)
            self._stack.addWidget(self._parts[tab])
        return self._parts[tab]

    def open_tab(self, tab: InsightTab) -> PagePart:
        """Show one part, or the first one where there is no such, and return it."""
        tab = tab if tab in self._builders else self.tabs[0]
        part = self.part(tab)
        self._tabs.choose(tab)
        self._stack.setCurrentWidget(part)
        if self.isVisible():
            self._read(tab)
        return part

    def open_segment(self, segment_id: UUID) -> None:
        """Show the members of a group."""
        from ecrm_desktop.ui.segments.tab import GroupsTab  # noqa: PLC0415 - as said below

        part = self.open_tab(InsightTab.GROUPS)
        if isinstance(part, GroupsTab):
            part.show_segment(segment_id)

    def current_customer(self) -> UUID | None:
        """Return who is current in the part that is shown."""
        return self.part(self.current).current_customer()

    def refresh(self) -> None:
        """Read the part that is shown again, and the others once they are shown."""
        self._unread = set(self._parts)
        self._read(self.current)

    def _read(self, tab: InsightTab) -> None:
        if tab in self._unread:
            self._unread.discard(tab)
            self._parts[tab].refresh()


# Each is imported when it is opened, as the pages of the window are.


def _build_groups(ui: UiContext) -> PagePart:
    from ecrm_desktop.ui.segments.tab import GroupsTab  # noqa: PLC0415 - as said above

    return GroupsTab(ui)


def _build_value(ui: UiContext) -> PagePart:
    from ecrm_desktop.ui.insight.reckoned_tab import ReckonedTab  # noqa: PLC0415 - as said above

    title = translate("Insight", "What customers are worth")
    return ReckonedTab(ui, InsightTab.VALUE, title)


def _build_forecast(ui: UiContext) -> PagePart:
    from ecrm_desktop.ui.insight.reckoned_tab import ReckonedTab  # noqa: PLC0415 - as said above

    title = translate("Insight", "What will be sold")
    return ReckonedTab(ui, InsightTab.FORECAST, title)


def _build_products(ui: UiContext) -> PagePart:
    from ecrm_desktop.ui.insight.reckoned_tab import ReckonedTab  # noqa: PLC0415 - as said above

    title = translate("Insight", "What products tell")
    return ReckonedTab(ui, InsightTab.PRODUCTS, title)


def _build_today(ui: UiContext) -> PagePart:
    from ecrm_desktop.ui.insight.today.tab import TodayTab  # noqa: PLC0415 - as said above

    return TodayTab(ui)
