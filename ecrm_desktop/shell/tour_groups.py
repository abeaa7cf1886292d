"""Pictures of what customers tell: the tabs of insight, and groups with all that is theirs."""

from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.services.segments import create_segment, pin_customers
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.destinations import InsightTab, PageName
from ecrm_desktop.ui.insight.page import InsightPage
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.segments.log_sheet import open_log_sheet
from ecrm_desktop.ui.segments.pins_sheet import open_pins_sheet
from ecrm_desktop.values.segment_rule import (
    Ago,
    All,
    Bought,
    FieldIs,
    Measure,
    Not,
    OneOf,
    Range,
    RuleField,
    Tagged,
)
from ecrm_desktop.values.segment_rule import Any as AnyOf
from ecrm_desktop.values.segment_writing import rule_to_json
from ecrm_desktop.values.time_windows import Last, TimeUnit

Picture = Callable[[QWidget, str], None]
_NAME: Final = "شش ماه نیامده‌اند"


def some_group() -> SegmentDraft:
    """Return a group whose rule has a bit of everything."""
    often = Bought(Measure.COUNT, Range(low=3), window=Last(36, TimeUnit.MONTHS))
    either = AnyOf((FieldIs(RuleField.CITY, OneOf(("تهران", "شیراز"))), Not(Tagged())))
    return SegmentDraft(name=_NAME, rule=rule_to_json(All((_half_a_year(), often, either))))


def photograph_insight(shop: ShopWindow, best: Sequence[UUID], picture: Picture) -> None:
    """Photograph each tab of insight, then a group that is looked into, and whose `best` are."""
    page = shop.window.page(PageName.INSIGHT)
    if not isinstance(page, InsightPage):
        raise TypeError(type(page))
    for tab in page.tabs:
        shop.navigator.open_insight(tab)
        picture(shop.window, f"page-insight-{tab}")
    _photograph_group(shop, best, picture)
    _photograph_reasons(shop, best[0], picture)


def _photograph_group(shop: ShopWindow, best: Sequence[UUID], picture: Picture) -> None:
    draft = SegmentDraft(
        name=_NAME,
        purpose="تماس بگیرید و بپرسید چه شد.",
        rule=rule_to_json(_half_a_year()),
    )
    database = shop.ui.background.database
    with database.transaction(captured=False) as session:
        group = create_segment(session, draft)
    shop.navigator.open_segment(group)
    picture(shop.window, "page-insight-members")
    with database.transaction(captured=False) as session:
        pin_customers(session, group, best[:2], is_in=True, reason="خودش خواست")
        pin_customers(session, group, best[2:3], is_in=False, reason="همکار است")
    shop.ui.background.changed.emit(None)
    picture(shop.window, "page-insight-members-changed")
    open_log_sheet(shop.ui, shop.window, group, _NAME)
    picture(shop.window, "form-group-log")
    _close(shop)
    open_pins_sheet(shop.ui, shop.window, group, _NAME)
    picture(shop.window, "form-group-pins")
    _close(shop)
    shop.navigator.open_insight(InsightTab.GROUPS)


def _photograph_reasons(shop: ShopWindow, customer: UUID, picture: Picture) -> None:
    shop.navigator.open_customer(customer)
    page = shop.window.page(PageName.CUSTOMERS)
    if not isinstance(page, CustomersPage):
        raise TypeError(type(page))
    page.card.show_groups()
    picture(shop.window, "page-customers-card-groups")
    page.card.show_story()


def _close(shop: ShopWindow) -> None:
    sheet = top_overlay(shop.window.content)
    if sheet is not None:
        sheet.close_overlay()


def _half_a_year() -> FieldIs:
    return FieldIs(RuleField.LAST_PURCHASE, Ago(Range(low=180)))
