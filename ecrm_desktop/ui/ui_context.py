"""What every page and form works with, handed over by constructor."""

from dataclasses import dataclass
from datetime import date, datetime

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.queries.shop import ShopRow, UserRow
from ecrm_desktop.settings import Settings
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.sync_keeper import SyncKeeper
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.permissions import Permission, may


@dataclass(frozen=True, slots=True, kw_only=True)
class UiContext:
    """One window's collaborators: whose shop, who works, how values are shown, who speaks."""

    background: Background
    messenger: Messenger
    navigator: Navigator
    display: Display
    settings: Settings
    autosaves: AutosaveStore
    syncing: SyncKeeper
    shop: ShopRow
    user: UserRow

    def may(self, permission: Permission) -> bool:
        """Return whether the role of who works here allows something: show what does it then."""
        return may(self.user.role, permission)

    def require_permission(self, permission: Permission) -> bool:
        """Return the same, and say so if it does not: asked again where the thing is done."""
        if not self.may(permission):
            self.messenger.show_error(InvalidInput(Problem.NOT_ALLOWED))
        return self.may(permission)

    def today(self) -> date:
        """Return today's date as the shop sees it."""
        return datetime.now(self.display.timezone).date()
