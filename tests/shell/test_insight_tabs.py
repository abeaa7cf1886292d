"""What is reckoned of the shop, in the tabs of the page of insight."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui.destinations import InsightTab, PageName
from ecrm_desktop.ui.insight.page import InsightPage
from ecrm_desktop.ui.insight.reckoned_tab import ReckonedTab
from ecrm_desktop.ui.insight.text_table import TextTable
from ecrm_desktop.ui.widgets.page_part import PagePart
from tests.helpers.factories import make_customer
from tests.helpers.odd_shops import sell
from tests.helpers.ui_context import TEHRAN
from tests.shell.conftest import OpenShop

Fill = Callable[[Session], object]


@pytest.fixture
def opened(open_shop: OpenShop, database: Database) -> Callable[[Fill], ShopWindow]:
    def open_filled(fill: Fill) -> ShopWindow:
        with database.transaction() as session:
            create_shop(session, ShopDraft(name="فروشگاه مهر"), "IRR", "مریم")
            fill(session)
        return open_shop()

    return open_filled


def nobody(_session: Session) -> None:
    """Leave the shop empty."""


def regulars(session: Session) -> None:
    """Let six stay away who came every 20 days, six come still."""
    today = datetime.now(TEHRAN).date()
    for at in range(12):
        one = make_customer(session, f"مشتری {at}", code=f"c{at}", phone=f"+9891211122{at:02}")
        away = 100 + at if at < 6 else 3
        for visit in range(30):
            sell(session, one, today - timedelta(days=away + 20 * visit), 10**6 * (at + 1))


def settle(shop: ShopWindow, qtbot: QtBot) -> None:
    for _round in range(6):
        qtbot.waitUntil(lambda: shop.ui.background.is_idle, timeout=20_000)
        QApplication.processEvents()


def part(shop: ShopWindow, qtbot: QtBot, tab: InsightTab) -> PagePart:
    shop.navigator.open_insight(tab)
    settle(shop, qtbot)
    page = shop.window.page(PageName.INSIGHT)
    assert isinstance(page, InsightPage)
    return page.part(tab)


def texts(shown: PagePart) -> str:
    return "\n".join(one.text() for one in shown.findChildren(QLabel))


@pytest.mark.parametrize("fill", [nobody, regulars])
def test_each_tab_says_something_of_each_shop(
    fill: Fill, opened: Callable[[Fill], ShopWindow], qtbot: QtBot
) -> None:
    shop = opened(fill)
    for tab in (InsightTab.VALUE, InsightTab.FORECAST, InsightTab.PRODUCTS):
        shown = part(shop, qtbot, tab)
        assert isinstance(shown, ReckonedTab)
        said = texts(shown)
        assert "nan" not in said.lower()
        assert "تا ۱۴" in shown.state.text()
        tables = shown.findChildren(TextTable)
        if tab is InsightTab.VALUE:
            assert bool(tables) == (fill is regulars)
    said = texts(part(shop, qtbot, InsightTab.FORECAST))
    if fill is nobody:
        assert "کمتر از ۱۲ ماه" in said
    else:
        assert "انتظار می‌رود" in said or "بازه" in said
