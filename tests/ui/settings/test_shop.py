"""What is typed into the shop's settings is kept, and wipes nothing that others set."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from ecrm_desktop.queries.record_drafts import shop_draft
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.services.shop import update_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.settings.shop import ShopSettings
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from tests.helpers.ui_context import Window


def form(page: ShopSettings) -> Form:
    (found,) = page.findChildren(Form)
    return found


def shown(window: Window, ui: UiContext) -> ShopSettings:
    page = ShopSettings(ui)
    window.show_page(page)
    return page


def type_address(page: ShopSettings, text: str) -> None:
    field = form(page).field("address")
    field.restore(text)
    field.edited.emit()


def test_what_is_typed_survives_another_page_and_a_new_window(
    window: Window, ui: UiContext, database: Database, qtbot: QtBot
) -> None:
    page = shown(window, ui)
    type_address(page, "بازار بزرگ")
    page.hide()
    again = shown(window, ui)
    assert form(again).field("address").value() == "بازار بزرگ"
    again.save()
    qtbot.waitUntil(lambda: ui.autosaves.load("shop-settings") is None)
    with database.reading() as session:
        assert get_shop(session).address == "بازار بزرگ"
    assert form(shown(window, ui)).field("address").value() == ""  # as this window knew the shop


def test_saving_wipes_nothing_that_somebody_else_set_meanwhile(
    window: Window, ui: UiContext, database: Database, qtbot: QtBot
) -> None:
    page = shown(window, ui)
    with database.transaction() as session:
        update_shop(session, replace(shop_draft(session), promise_high=1, area_code="021"))
    type_address(page, "بازار بزرگ")
    page.save()
    qtbot.waitUntil(lambda: not form(page).dirty)
    with database.reading() as session:
        now = get_shop(session)
    assert (now.address, now.promise_high, now.area_code) == ("بازار بزرگ", 1, "021")


def test_a_setting_that_both_changed_is_refused_and_said(
    window: Window, ui: UiContext, database: Database, qtbot: QtBot
) -> None:
    page = shown(window, ui)
    with database.transaction() as session:
        update_shop(session, replace(shop_draft(session), address="خیابان فردوسی"))
    type_address(page, "بازار بزرگ")
    page.save()
    caption = form(page).field("address").editors[0]
    qtbot.waitUntil(lambda: "تغییر" in caption.accessibleDescription())
    with database.reading() as session:
        assert get_shop(session).address == "خیابان فردوسی"
    # What was typed is still there, what stands now is told, and once more is the decision.
    assert form(page).field("address").value() == "بازار بزرگ"
    assert "خیابان فردوسی" in caption.accessibleDescription()
    page.save()
    qtbot.waitUntil(lambda: not form(page).dirty)
    with database.reading() as session:
        assert get_shop(session).address == "بازار بزرگ"


def test_what_was_typed_before_a_crash_wins_over_nobody_unseen(
    window: Window, ui: UiContext, database: Database, qtbot: QtBot
) -> None:
    page = shown(window, ui)
    type_address(page, "بازار بزرگ")
    page.hide()
    with database.transaction() as session:
        update_shop(session, replace(shop_draft(session), address="خیابان فردوسی", phone=""))
    with database.reading() as session:
        ui = replace(ui, shop=get_shop(session))
    again = shown(window, ui)
    assert form(again).field("address").value() == "بازار بزرگ"
    again.save()
    caption = form(again).field("address").editors[0]
    qtbot.waitUntil(lambda: "تغییر" in caption.accessibleDescription())
    with database.reading() as session:
        assert get_shop(session).address == "خیابان فردوسی"
