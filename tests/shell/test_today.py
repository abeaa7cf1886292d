"""The tab of insight that says whom to call today, in the window of a shop."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select, update

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.destinations import InsightTab, PageName
from ecrm_desktop.ui.insight.page import InsightPage
from ecrm_desktop.ui.insight.today.tab import TodayTab
from ecrm_desktop.ui.interactions.form import CallSheet
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from tests.helpers.factories import make_customer, make_purchase
from tests.helpers.keyboard import type_text
from tests.helpers.ui_context import TEHRAN
from tests.shell.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier


def settle(shop: ShopWindow, qtbot: QtBot) -> None:
    for _round in range(4):
        qtbot.waitUntil(lambda: shop.ui.background.is_idle, timeout=30_000)
        QApplication.processEvents()


def today_tab(shop: ShopWindow, qtbot: QtBot) -> TodayTab:
    shop.navigator.open_insight(InsightTab.TODAY)
    settle(shop, qtbot)
    page = shop.window.page(PageName.INSIGHT)
    assert isinstance(page, InsightPage)
    part = page.part(InsightTab.TODAY)
    assert isinstance(part, TodayTab)
    return part


def words(place: QWidget) -> str:
    return "\n".join(one.text() for one in place.findChildren(QLabel) if one.isVisible())


def lines(place: QWidget) -> str:
    return "\n".join(one.text() for one in place.findChildren(QLabel))


def listed(tab: TodayTab) -> list[str]:
    model = tab.calls.table.paged
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def has_focus(place: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and place.isAncestorOf(focused)


@pytest.fixture
def shop(open_shop: OpenShop, database: Database) -> ShopWindow:
    today = datetime.now(TEHRAN).date()
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="فروشگاه مهر"), "IRR", "مریم")
        for name, code, dear in (("مریم احمدی", "1", 4), ("علی رضایی", "2", 1)):
            one = make_customer(session, name, code=code)
            for visit in range(6):
                day = today - timedelta(days=150 + 30 * visit)
                make_purchase(session, one, day, *["کفش"] * dear)
        often = make_customer(session, "زهرا کریمی", code="9")
        for visit in range(8):
            make_purchase(session, often, today - timedelta(days=20 * visit), "کیف")
        once = make_customer(session, "حسن نوری", code="8")
        make_purchase(session, once, today - timedelta(days=1100), "کیف")
        long_ago = datetime.now(TEHRAN) - timedelta(days=1100)
        session.execute(update(Customer).where(Customer.code == "8").values(created_at=long_ago))
    return open_shop()


def test_who_stays_away_is_called_by_one_key_and_then_is_not_listed(
    shop: ShopWindow, database: Database, qtbot: QtBot
) -> None:
    tab = today_tab(shop, qtbot)
    assert listed(tab) == ["مریم احمدی", "علی رضایی"]
    why = str(tab.calls.table.paged.index(0, 2).data())
    assert why == "هر ۳۰ روز خرید می‌کرد؛ ۱۵۰ روز است نیامده."
    said = words(tab.overview)
    assert "۸۰ درصد" in said
    assert "مرز نمره‌ها" in said
    assert "محاسبه‌شده" in tab.status.text()

    tab.calls.table.setFocus()
    tab.calls.table.make_current(tab.calls.table.paged.ids[0])
    press(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(top_overlay(shop.window.content), CallSheet))
    settle(shop, qtbot)
    sheet = top_overlay(shop.window.content)
    assert isinstance(sheet, CallSheet)
    qtbot.waitUntil(lambda: has_focus(sheet))
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: top_overlay(shop.window.content) is None, timeout=20_000)
    settle(shop, qtbot)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Interaction)) == 1
    assert listed(tab) == ["علی رضایی"]

    tab.calls.table.setFocus()
    tab.calls.table.make_current(tab.calls.table.paged.ids[0])
    press(Qt.Key.Key_Return)
    settle(shop, qtbot)
    assert shop.window.current_page is PageName.CUSTOMERS
    cards = shop.window.page(PageName.CUSTOMERS)
    assert isinstance(cards, CustomersPage)
    assert cards.current_customer() is not None
    assert "هر ۳۰ روز خرید می‌کرد" in lines(cards.card.details)
    assert "سال آینده" in lines(cards.card.details)


def test_the_dormant_are_won_back_or_cleaned_up_and_both_can_be_undone(
    shop: ShopWindow, database: Database, qtbot: QtBot
) -> None:
    def counts() -> tuple[int, int]:
        with database.reading() as session:
            tasks = select(func.count()).select_from(Task).where(Task.deleted_at.is_(None))
            people = select(func.count()).select_from(Customer).where(Customer.deleted_at.is_(None))
            return session.scalar(tasks) or 0, session.scalar(people) or 0

    tab = today_tab(shop, qtbot)
    tasks, people = counts()
    tab.calls.menu_for_dormant().actions()[0].trigger()
    qtbot.waitUntil(lambda: isinstance(top_overlay(shop.window.content), FormSheet))
    settle(shop, qtbot)
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, "زنگ بزن")
    press(Qt.Key.Key_Return, CONTROL)
    settle(shop, qtbot)
    assert counts() == (tasks + 2, people)
    QTest.keyClick(shop.window, Qt.Key.Key_Z, CONTROL)
    settle(shop, qtbot)
    assert counts() == (tasks, people)

    tab.calls.menu_for_dormant().actions()[1].trigger()
    settle(shop, qtbot)
    assert counts() == (tasks, people - 1)
    QTest.keyClick(shop.window, Qt.Key.Key_Z, CONTROL)
    settle(shop, qtbot)
    assert counts() == (tasks, people)


def test_an_empty_shop_reads_why_there_is_nothing(
    open_shop: OpenShop, database: Database, qtbot: QtBot
) -> None:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="فروشگاه مهر"), "IRR", "مریم")
    tab = today_tab(open_shop(), qtbot)
    assert "امروز لازم نیست با کسی تماس بگیرید" in words(tab.calls)
    assert "هیچ مشتری‌ای" in words(tab.overview)
