"""The page of syncing, without any server."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ecrm_desktop.errors import Problem
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.sync import Device, Link
from ecrm_desktop.services.demo.syncing import SyncScene, pretend_syncing
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import PORT, ServerAddress
from ecrm_desktop.sync.shop_pcs import ShopPc
from ecrm_desktop.ui.sync.computers import ComputersPart
from ecrm_desktop.ui.sync.log import LogPart
from ecrm_desktop.ui.sync.page import SyncPage, SyncTab
from ecrm_desktop.ui.sync_texts import sync_line
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import Role
from tests.helpers.factories import make_customer, make_user
from tests.helpers.made_conflicts import make_conflict
from tests.helpers.person import plain
from tests.helpers.ui_context import Window

Shown = Callable[[SyncScene], SyncPage]


@pytest.fixture
def shown(ui: UiContext, window: Window, database: Database, qtbot: QtBot) -> Shown:
    """Show the page of a shop on three PCs."""
    with database.transaction() as session:
        make_user(session, "رضا")
        for code, name in enumerate(("احمدی", "رضایی", "کریمی")):
            make_customer(session, name, code=str(code))

    def show(scene: SyncScene) -> SyncPage:
        address = ServerAddress(host="192.168.1.10", port=PORT, database="shop", role="pc")
        with database.transaction(captured=False) as session:
            pretend_syncing(session, address.text(), scene)
        page = SyncPage(ui)
        window.show_page(page)
        ui.syncing.look()
        qtbot.waitUntil(lambda: ui.background.is_idle)
        return page

    return show


def seen(widget: QWidget) -> list[str]:
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    badges = [one.accessibleName() for one in widget.findChildren(Badge) if one.isVisible()]
    return [plain(one) for one in (*labels, *badges)]


def wait_to_see(page: QWidget, text: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(text in one for one in seen(page)))


def buttons(widget: QWidget) -> list[str]:
    found = widget.findChildren(QPushButton)
    return [plain(one.text()) for one in found if one.isVisible()]


def press(widget: QWidget, text: str) -> None:
    button = next(
        one
        for one in widget.findChildren(QPushButton)
        if one.isVisible() and plain(one.text()) == text
    )
    button.click()


def test_the_state_is_told_with_why_and_what_waits(
    shown: Shown, ui: UiContext, qtbot: QtBot
) -> None:
    page = shown(SyncScene.OFFLINE)
    line = sync_line(ui.syncing, ui.display)
    assert line is not None
    assert "قطع: سرور در دسترس نیست" in line.text
    for text in ("192.168.1.10", "۲ کار", "همه‌ی کارها روی این رایانه می‌ماند"):
        wait_to_see(page, text, qtbot)


def test_what_the_server_refused_is_told(shown: Shown, qtbot: QtBot) -> None:
    page = shown(SyncScene.CONFLICTS)
    wait_to_see(page, "آنچه سرور نپذیرفت", qtbot)
    wait_to_see(page, "هرگز به سرور نرسیده", qtbot)


def test_this_computer_gets_another_name(
    shown: Shown, window: Window, database: Database, qtbot: QtBot
) -> None:
    page = shown(SyncScene.SYNCED)
    page.open_tab(SyncTab.COMPUTERS)
    for name in ("صندوق", "دفتر", "انبار", "این رایانه"):
        wait_to_see(page, name, qtbot)
    press(page, "تغییر نام…")
    (sheet,) = window.findChildren(FormSheet)
    sheet.form.field("name").restore("صندوق جلو")
    with qtbot.waitSignal(sheet.saved):
        sheet.save()
    qtbot.waitUntil(lambda: "صندوق جلو" in seen(page))
    with database.reading() as session:
        mine = session.scalars(select(Link.device_id)).one()
        assert session.get_one(Device, mine).name == "صندوق جلو"


def test_what_it_means_to_be_away_for_long_or_shut_out_is_told(
    shown: Shown, window: Window, database: Database, qtbot: QtBot
) -> None:
    page = shown(SyncScene.SYNCED)
    page.open_tab(SyncTab.COMPUTERS)
    with database.reading() as session:
        mine = session.scalars(select(Link.device_id)).one()
    (part,) = page.findChildren(ComputersPart)
    qtbot.waitUntil(lambda: part.isVisible() and bool(buttons(part)))
    here = ShopPc(
        id=mine,
        pc=mine,
        number=1,
        name="دفتر",
        schema=HEAD,
        last_seen=utc_now() - timedelta(days=200),
        behind=0,
        manages=True,
        revoked=None,
        is_this=True,
    )
    other = new_id()
    there = replace(here, id=other, pc=other, number=2, manages=False, is_this=False)
    part.show_answer([here, replace(there, last_seen=utc_now() - timedelta(days=179))])
    wait_to_see(part, "آخرین ارتباط", qtbot)
    assert not any("از نو می" in one for one in seen(part))
    part.show_answer([here, there])
    wait_to_see(part, "بیش از ۱۸۰ روز", qtbot)
    qtbot.waitUntil(lambda: "کنار گذاشتن…" in buttons(part))
    press(part, "کنار گذاشتن…")
    wait_to_see(window, "رمز تازه", qtbot)


def test_the_log_shows_failures_alone(shown: Shown, qtbot: QtBot) -> None:
    page = shown(SyncScene.SYNCED)
    page.open_tab(SyncTab.LOG)
    log = page.part(SyncTab.LOG)
    assert isinstance(log, LogPart)
    model = log.table.paged
    qtbot.waitUntil(lambda: len(model.ids) == 7)
    log.filter.set_value(True)
    log.filter.edited.emit()
    qtbot.waitUntil(lambda: len(model.ids) == 2)
    told = [model.row(number) for number in range(2)]
    assert [one.trouble for one in told if one is not None] == [
        Problem.SYNC_SERVER_FULL,
        Problem.SYNC_UNREACHABLE,
    ]


def test_a_deletion_that_lost_is_done_and_undone(
    shown: Shown, ui: UiContext, window: Window, database: Database, qtbot: QtBot
) -> None:
    page = shown(SyncScene.SYNCED)
    with database.transaction() as session:
        customer = session.scalars(select(Customer.id).limit(1)).one()
        make_conflict(session, "customers", customer, "", None)
    page.open_tab(SyncTab.CONFLICTS)
    ui.background.changed.emit(None)
    qtbot.waitUntil(lambda: any("پاک کرده بود" in one for one in seen(page)))
    assert ui.syncing.conflicts == 1

    def is_gone() -> bool:
        with database.reading() as session:
            return session.get_one(Customer, customer).deleted_at is not None

    press(page, "پاک شود")
    qtbot.waitUntil(is_gone)
    qtbot.waitUntil(lambda: "تعارضی نیست" in seen(page))
    press(window, "برگرداندن")
    qtbot.waitUntil(lambda: not is_gone())
    qtbot.waitUntil(lambda: any("پاک کرده بود" in one for one in seen(page)))


def test_what_was_done_about_the_bin_is_said(
    shown: Shown, ui: UiContext, window: Window, database: Database, qtbot: QtBot
) -> None:
    page = shown(SyncScene.SYNCED)
    page.open_tab(SyncTab.CONFLICTS)
    unit = "deleted_at|deletion_id"
    with database.transaction() as session:
        customer = session.scalars(select(Customer.id).limit(1)).one()
        lost = ["2026-11-21 08:30:00.000000", new_id().hex]
        make_conflict(session, "customers", customer, unit, lost)
    ui.background.changed.emit(None)
    qtbot.waitUntil(lambda: "این را بگذار" in buttons(page))
    press(page, "این را بگذار")
    qtbot.waitUntil(lambda: "پاک شد؛ به‌زودی روی همهٔ رایانه‌ها." in seen(window))
    qtbot.waitUntil(lambda: "تعارضی نیست" in seen(page))
    with database.transaction() as session:
        make_conflict(session, "customers", customer, unit, [None, None])
    ui.background.changed.emit(None)
    qtbot.waitUntil(lambda: "این را بگذار" in buttons(page))
    press(page, "این را بگذار")
    qtbot.waitUntil(lambda: "از سطل بازیافت بیرون آمد؛ به‌زودی روی همهٔ رایانه‌ها." in seen(window))


def test_staff_see_how_it_goes_and_not_what_others_wrote(
    ui: UiContext, shown: Shown, window: Window
) -> None:
    shown(SyncScene.CONFLICTS)
    staff = replace(ui, user=replace(ui.user, role=Role.STAFF))
    page = SyncPage(staff)
    window.show_page(page)
    page.open_tab(SyncTab.CONFLICTS)
    assert SyncTab.CONFLICTS not in page.tabs
    assert SyncTab.STATE in page.tabs
