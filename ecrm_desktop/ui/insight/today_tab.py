"""Who is worth a call today, below the tab of the page of insight."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from ecrm_desktop.ui.insight.calls_page import CallsPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.page_part import PagePart


class TodayTab(PagePart):
    """The list of calls, which hears of changes by itself."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self.calls = CallsPage(ui)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.calls)

    def refresh(self) -> None:
        """Do nothing: the list is a page, which hears of changes by itself."""

    def current_customer(self) -> UUID | None:
        """Return who is current in the list."""
        return self.calls.current_customer()
