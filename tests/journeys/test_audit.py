"""From a customer's card to what was done about them, and back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.audit.page import AuditPage
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.forgetting import ForgetSheet
from ecrm_desktop.ui.overlay import top_overlay
from tests.helpers.every_place import settle
from tests.helpers.finders import button
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.journeys.conftest import Start, shop_of


@pytest.fixture
def some(path: Path) -> SmallShop:
    database = new_database(path)
    with database.transaction() as session:
        made = fill_small_shop(session, "fa")
    database.close()
    return made


def test_the_owner_follows_a_customers_traces_and_forgets_them(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    person.press("Return")  # who is working
    shop = shop_of(program, person)
    shop.navigator.open_customer(some.customer)
    settle(shop, qtbot)
    page = shop.window.page(PageName.CUSTOMERS)
    assert isinstance(page, CustomersPage)
    actions = {one.text(): one for one in page.card.menu().actions()}
    actions["تاریخچهٔ تغییرات"].trigger()
    audit = shop.window.page(PageName.AUDIT)
    assert isinstance(audit, AuditPage)
    assert audit.isVisible()
    qtbot.waitUntil(lambda: len(audit.table.paged.ids) == 1 and audit.card.open.isVisible())
    audit.card.open.click()
    assert page.isVisible()
    actions["فراموش کردن برای همیشه…"].trigger()
    qtbot.waitUntil(lambda: top_overlay(shop.window.content) is not None)
    sheet = top_overlay(shop.window.content)
    assert isinstance(sheet, ForgetSheet)
    sheet.form.field("typed").set_value(page.card.head.name)
    with qtbot.waitSignal(sheet.forgotten):
        sheet.forget.click()
    shop.window.open_page(PageName.AUDIT)
    audit.refresh()
    settle(shop, qtbot)
    button(audit, "نمایش دوبارهٔ همه").click()
    kind = [one.key for one in audit.table.paged.columns].index("kind")
    qtbot.waitUntil(lambda: audit.table.paged.index(0, kind).data() == "فراموش شد")
