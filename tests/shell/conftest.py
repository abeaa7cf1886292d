"""What tests of the window's life share; they dress the program themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ecrm_desktop.queries.shop import build_display, get_shop, users
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.destinations import PageName
from tests.helpers.ui_context import TEHRAN
from tests.helpers.window_fixtures import background

__all__ = ["background", "open_shop"]

OpenShop = Callable[[], ShopWindow]


@pytest.fixture
def open_shop(qtbot: QtBot, background: Background, tmp_path: Path) -> OpenShop:
    """Show the window of the shop in `database`, for its owner."""

    def open_shop() -> ShopWindow:
        with background.database.reading() as session:
            shop, owner = get_shop(session), users(session)[0]
        opened = ShopWindow(
            background=background,
            display=build_display(shop, "fa", TEHRAN),
            settings=Settings(tmp_path / "settings.json"),
            shop=shop,
            user=owner,
            autosaves=AutosaveStore(background, {}),
            first_page=PageName.DASHBOARD,
        )
        qtbot.addWidget(opened.window)
        with qtbot.waitActive(opened.window):
            opened.window.show()
        return opened

    return open_shop
