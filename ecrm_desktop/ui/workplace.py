"""What every page and form works with, handed over by constructor."""

from dataclasses import dataclass
from datetime import date, datetime

from ecrm_desktop.queries.shop import ShopRow, UserRow
from ecrm_desktop.settings import Settings
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.draft_store import DraftStore
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.values.display import Display


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """One window's collaborators: whose shop, who works, how values are shown, who speaks."""

    background: Background
    messenger: Messenger
    display: Display
    settings: Settings
    drafts: DraftStore
    shop: ShopRow
    user: UserRow

    def today(self) -> date:
        """Return today's date as the shop sees it."""
        return datetime.now(self.display.timezone).date()
