"""Groups of customers in the window of a shop, by keyboard."""

from datetime import datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.models.customers import CustomerTag
from ecrm_desktop.models.segments import Segment
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.services.segments import create_segment
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database
from ecrm_desktop.text.segment_presets import preset_id
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.destinations import InsightTab, PageName
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.insight.page import InsightPage
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.segments.form import SegmentSheet
from ecrm_desktop.ui.segments.members_page import MembersPage
from ecrm_desktop.ui.segments.tab import GroupsTab
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.values.segment_reading import rule_from_json
from ecrm_desktop.values.segment_rule import Ago, FieldIs, Range, RuleField
from ecrm_desktop.values.segment_writing import rule_to_json
from tests.helpers.factories import make_customer, make_purchase
from tests.helpers.finders import button
from tests.helpers.keyboard import type_text
from tests.helpers.ui_context import TEHRAN
from tests.shell.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier
Sheet = TypeVar("Sheet", bound=QWidget)
LAPSED = ("مریم احمدی", "علی رضایی", "حسن نوری")


@pytest.fixture
def shop(open_shop: OpenShop, database: Database) -> ShopWindow:
    today = datetime.now(TEHRAN).date()
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="فروشگاه مهر"), "IRR", "مریم")
        for at, name in enumerate(LAPSED):
            one = make_customer(session, name, code=str(at + 1))
            make_purchase(session, one, today - timedelta(days=200 + at), *["کفش"] * (3 - at))
        make_purchase(session, make_customer(session, "زهرا کریمی", code="9"), today, "کیف")
    return open_shop()


def settle(shop: ShopWindow, qtbot: QtBot) -> None:
    for _round in range(4):
        qtbot.waitUntil(lambda: shop.ui.background.is_idle)
        QApplication.processEvents()


def groups(shop: ShopWindow, qtbot: QtBot) -> GroupsTab:
    shop.navigator.open_insight(InsightTab.GROUPS)
    settle(shop, qtbot)
    page = shop.window.page(PageName.INSIGHT)
    assert isinstance(page, InsightPage)
    part = page.part(InsightTab.GROUPS)
    assert isinstance(part, GroupsTab)
    return part


def sheet(shop: ShopWindow, qtbot: QtBot, kind: type[Sheet]) -> Sheet:
    qtbot.waitUntil(lambda: isinstance(top_overlay(shop.window.content), kind))
    settle(shop, qtbot)
    found = top_overlay(shop.window.content)
    assert isinstance(found, kind)
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def type_here(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)


def words(place: QWidget) -> str:
    return "\n".join(one.text() for one in place.findChildren(QLabel) if one.isVisible())


def trigger(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def rows(page: MembersPage) -> list[str]:
    model = page.table.paged
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def count(database: Database, table: type[CustomerTag] | type[Task]) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_group_is_made_looked_at_and_tagged_by_keyboard(
    shop: ShopWindow, database: Database, qtbot: QtBot
) -> None:
    tab = groups(shop, qtbot)
    tab.groups.new.setFocus()
    press(Qt.Key.Key_Return)
    form = sheet(shop, qtbot, SegmentSheet)
    assert "۴ مشتری" in words(form.preview)
    type_here("شش ماه نیامده‌اند")
    press(Qt.Key.Key_Return)  # all or any
    press(Qt.Key.Key_Tab)
    type_here("آخرین خ")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_here("180")
    qtbot.waitUntil(lambda: "۳ مشتری" in words(form.preview))
    assert "۱۸۰" in form.preview.sentence
    assert "مریم احمدی، علی رضایی، حسن نوری" in words(form.preview).replace("\u2068", "").replace(
        "\u2069", ""
    )
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: top_overlay(shop.window.content) is None)
    settle(shop, qtbot)
    with database.reading() as session:
        made = session.scalars(select(Segment)).one()
        wanted = FieldIs(RuleField.LAST_PURCHASE, Ago(Range(low=180)))
        assert rule_from_json(made.rule) == wanted
        segment_id = made.id
    tab.groups.table.make_current(segment_id)
    tab.groups.table.setFocus()
    settle(shop, qtbot)
    assert "۱۸۰" in tab.groups.card.sentence
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.members is not None)
    settle(shop, qtbot)
    members = tab.members
    assert members is not None
    assert rows(members) == list(LAPSED)
    trigger(members.menu_for_all(), "برچسب زدن…")
    sheet(shop, qtbot, FormSheet)
    type_here("دلجویی")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: count(database, CustomerTag) == 3)
    settle(shop, qtbot)
    QTest.keyClick(shop.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: count(database, CustomerTag) == 0)
    settle(shop, qtbot)
    press(Qt.Key.Key_Escape)
    assert tab.members is None
    assert tab.groups.isVisible()


def test_a_task_for_each_is_made_and_taken_back(
    shop: ShopWindow, database: Database, qtbot: QtBot
) -> None:
    shop.navigator.open_segment(preset_id("best_people"))
    settle(shop, qtbot)
    members = groups(shop, qtbot).members
    assert members is not None
    everybody = rows(members)
    trigger(members.menu_for_all(), "یک کار برای هر کدام…")
    sheet(shop, qtbot, FormSheet)
    type_here("تماس")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: count(database, Task) == len(everybody))
    settle(shop, qtbot)
    QTest.keyClick(shop.window, Qt.Key.Key_Z, CONTROL)
    settle(shop, qtbot)
    with database.reading() as session:
        assert all(session.scalars(select(Task.deleted_at)))


def test_members_are_written_or_printed_as_they_are_listed(
    shop: ShopWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.navigator.open_segment(preset_id("best_money"))
    settle(shop, qtbot)
    members = groups(shop, qtbot).members
    assert members is not None
    asked: list[ListExport] = []
    monkeypatch.setattr(shop.navigator, "export", asked.append)
    button(members, "خروجی").click()
    [export] = asked
    assert export.title == "آن‌ها که ۸۰٪ فروش را می‌سازند"
    assert list(export.ids) == list(members.table.paged.ids)
    assert len(export.ids) > 1
    assert export.are_customers


def test_whoever_is_left_out_by_hand_is_not_listed_until_it_is_undone(
    shop: ShopWindow, qtbot: QtBot
) -> None:
    shop.navigator.open_segment(preset_id("best_people"))
    settle(shop, qtbot)
    members = groups(shop, qtbot).members
    assert members is not None
    [best] = rows(members)
    trigger(members.menu_for_all(), "کنار گذاشتن از این گروه…")
    sheet(shop, qtbot, FormSheet)
    type_here("همکار است")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: rows(members) == [])
    settle(shop, qtbot)
    QTest.keyClick(shop.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: rows(members) == [best])
    settle(shop, qtbot)


def test_a_shop_without_customers_says_what_belongs_there(
    open_shop: OpenShop, database: Database, qtbot: QtBot
) -> None:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="فروشگاه مهر"), "IRR", "مریم")
    shop = open_shop()
    tab = groups(shop, qtbot)
    assert len(tab.groups.table.paged.ids) > 20
    tab.show_segment(tab.groups.table.paged.ids[0])
    settle(shop, qtbot)
    assert tab.members is not None
    assert "کسی در این گروه نیست" in words(tab.members)
    shop.navigator.new_segment()
    form = sheet(shop, qtbot, SegmentSheet)
    assert "هیچ‌کس" in words(form.preview)


def test_members_are_right_after_a_save(shop: ShopWindow, database: Database, qtbot: QtBot) -> None:
    rule = rule_to_json(FieldIs(RuleField.LAST_PURCHASE, Ago(Range(low=180))))
    with database.transaction() as session:
        segment_id = create_segment(session, SegmentDraft(name="نیامده‌اند", rule=rule))
    shop.navigator.open_segment(segment_id)
    settle(shop, qtbot)
    members = groups(shop, qtbot).members
    assert members is not None
    assert rows(members) == list(LAPSED)
    before = members.head.size_line.text()
    back = members.table.paged.ids[1]
    today = shop.ui.today()
    shop.ui.background.write(
        lambda session: make_purchase(session, back, today, "کیف"), owner=members
    )
    qtbot.waitUntil(lambda: rows(members) == [LAPSED[0], LAPSED[2]])
    settle(shop, qtbot)
    assert before
    assert members.head.size_line.text() != before
    members.left.emit()
    settle(shop, qtbot)
    tab = groups(shop, qtbot)
    tab.groups.table.make_current(segment_id)
    settle(shop, qtbot)
    assert f"{LAPSED[1]} · رفت" in "\n".join(
        one.text().replace("\u2068", "").replace("\u2069", "")
        for one in tab.groups.card.findChildren(QAbstractButton)
    )


def test_customers_are_listed_by_a_group_which_is_counted_afresh(
    shop: ShopWindow, qtbot: QtBot
) -> None:
    page = shop.window.open_page(PageName.CUSTOMERS)
    assert isinstance(page, CustomersPage)
    settle(shop, qtbot)
    chip = next(one for one in page.findChildren(FilterChip) if one.text().startswith("گروه"))
    trigger(chip.menu(), "یک‌پنجم بهترین خریداران")
    qtbot.waitUntil(lambda: len(page.table.paged.ids) == 1)
    settle(shop, qtbot)
    [best] = page.table.paged.ids
    page.save_group.click()
    form = sheet(shop, qtbot, SegmentSheet)
    assert "۱ مشتری" in words(form.preview)
    form.close_overlay()
    settle(shop, qtbot)
    other = shop.ui.background
    today = shop.ui.today()
    shop.ui.background.write(
        lambda session: make_purchase(
            session, make_customer(session, "نو", code="77"), today, *["فرش"] * 9
        ),
        owner=other,
    )
    qtbot.waitUntil(lambda: len(page.table.paged.ids) == 1 and best not in page.table.paged.ids)
    settle(shop, qtbot)


def test_a_group_goes_to_the_bin_and_comes_back(shop: ShopWindow, qtbot: QtBot) -> None:
    tab = groups(shop, qtbot)
    before = len(tab.groups.table.paged.ids)
    tab.groups.table.make_current(preset_id("women"))
    tab.groups.table.setFocus()
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(tab.groups.table.paged.ids) == before - 1)
    settle(shop, qtbot)
    QTest.keyClick(shop.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(tab.groups.table.paged.ids) == before)
    settle(shop, qtbot)


def test_the_card_says_in_which_groups_a_customer_is_and_why(
    shop: ShopWindow, database: Database, qtbot: QtBot
) -> None:
    rule = rule_to_json(FieldIs(RuleField.LAST_PURCHASE, Ago(Range(low=180))))
    with database.transaction() as session:
        segment_id = create_segment(session, SegmentDraft(name="نیامده‌اند", rule=rule))
    tab = groups(shop, qtbot)
    assert segment_id in tab.groups.table.paged.ids
    tab.show_segment(segment_id)
    settle(shop, qtbot)
    assert tab.members is not None
    customer_id = tab.members.table.paged.ids[0]
    shop.navigator.open_customer(customer_id)
    settle(shop, qtbot)
    page = shop.window.page(PageName.CUSTOMERS)
    assert isinstance(page, CustomersPage)
    button(page.card, "گروه‌ها").click()
    settle(shop, qtbot)
    said = words(page.card.groups)
    assert "۲۰۰" in said
    assert "۱۸۰" in said
    button(page.card.groups, "نیامده‌اند").click()
    settle(shop, qtbot)
    assert shop.window.current_page is PageName.INSIGHT


def test_what_the_customers_are_filtered_by_becomes_a_group(shop: ShopWindow, qtbot: QtBot) -> None:
    page = shop.window.open_page(PageName.CUSTOMERS)
    assert isinstance(page, CustomersPage)
    settle(shop, qtbot)
    chip = next(
        one for one in page.findChildren(FilterChip) if one.text().startswith("خرید نکرده از")
    )
    next(one for one in chip.menu().actions() if "۹۰" in one.text()).trigger()
    settle(shop, qtbot)
    page.save_group.click()
    form = sheet(shop, qtbot, SegmentSheet)
    assert "۳ مشتری" in words(form.preview)
    press(Qt.Key.Key_Return, CONTROL)
    assert form.is_open  # it has no name yet
    assert form.name.line.hasFocus()
    type_here("نود روز")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: top_overlay(shop.window.content) is None)
    settle(shop, qtbot)
