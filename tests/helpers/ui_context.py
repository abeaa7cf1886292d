"""A window with all a page or form works with, as `app` would hand it over."""

from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QMainWindow, QWidget

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.queries.shop import build_display, get_shop, users
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.settings import Settings
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.sync_keeper import SyncKeeper
from ecrm_desktop.ui.ui_context import UiContext

TEHRAN = ZoneInfo("Asia/Tehran")


class Window(QMainWindow):
    """A window with one page; sheets lie over it."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1176, 716)
        self.messenger = Messenger(self)

    def show_page(self, page: QWidget) -> None:
        """Show a page and wait for nothing."""
        self.setCentralWidget(page)
        self.show()
        self.activateWindow()


def make_ui_context(
    window: Window,
    background: Background,
    settings_file: Path,
    navigator: Navigator,
    *,
    language: str = "fa",
    timezone: tzinfo = TEHRAN,
) -> UiContext:
    """Return the workplace of the owner «مریم» of a new shop."""
    with background.database.transaction() as session:
        create_shop(session, ShopDraft(name="فروشگاه مهر"), "IRR", "مریم")
    with background.database.reading() as session:
        shop, user = get_shop(session), users(session)[0]
    settings = Settings(settings_file)
    return UiContext(
        background=background,
        messenger=window.messenger,
        navigator=navigator,
        display=build_display(shop, language, timezone),
        settings=settings,
        autosaves=AutosaveStore(background, {}),
        syncing=SyncKeeper(background, settings, window),
        shop=shop,
        user=user,
    )
