"""What staff may not do they are not offered, and it is refused where it would be done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.bin import deletions
from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.queries.shop import get_shop, users
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.services.bin import empty_bin
from ecrm_desktop.services.users import update_user
from ecrm_desktop.shell.app import Program
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui.bin.page import BinPage
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.export_requests import FileKind, ListExport, ReportExport
from ecrm_desktop.ui.exporting import Exporter
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.settings.own_fields import OwnFieldsSettings
from ecrm_desktop.ui.settings.people import PeopleSettings
from ecrm_desktop.ui.settings.shop import ShopSettings
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import Role
from tests.helpers.every_place import every_form, every_page, settle
from tests.helpers.finders import button
from tests.helpers.new_files import new_database
from tests.helpers.person import Person, name_of, plain
from tests.helpers.screen import all_words, visible_widgets
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.journeys.conftest import Start, shop_of

STAFF, OWNER = "سمیرا", "مریم"
REFUSED = "نقش شما اجازهٔ این کار را ندارد"
# What the buttons say that take data out, tell sums or cannot be undone.
FORBIDDEN = ("چاپ", "اکسل", "Excel", "PDF", "پی‌دی‌اف", "خالی کردن", "افزودن همکار")
EXPORTING = {"خروجی", "چاپ", "اکسل", "PDF"}
SUMS = ("فروش ", "میانگین", "جمع:", "پرخرید")
PAGES_OF_OTHERS = {PageName.INSIGHT, PageName.IMPORTS, PageName.AUDIT}


@pytest.fixture
def some(path: Path) -> SmallShop:
    database = new_database(path)
    with database.transaction() as session:
        filled = fill_small_shop(session, "fa")
    database.close()
    return filled


def enter(program: Program, person: Person, name: str) -> ShopWindow:
    person.walk_to(name)
    person.press("Space")
    return shop_of(program, person)


def offered() -> list[str]:
    """What all buttons say that can be pressed."""
    return [
        plain(f"{one.text()} {one.accessibleName()} {one.toolTip()}")
        for one in visible_widgets()
        if isinstance(one, QAbstractButton) and one.isEnabled()
    ]


def sums_told() -> list[str]:
    """What is said of all purchases together, but in the lists' own columns of each one."""
    lines = [line.strip() for line in all_words().splitlines()]
    return [line for line in lines if line == "فروش" or line.startswith(SUMS)]


def assert_nothing_forbidden_is_offered(*also: str) -> None:
    for said in offered():
        text = said.replace("چاپ نگار", "")  # the company is called so
        assert not any(word in text for word in (*FORBIDDEN, *also)), text


@contextmanager
def everything_offered() -> Iterator[None]:
    """Make what is built meanwhile look as if its role allowed everything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(UiContext, "may", lambda _ui, _permission: True)
        yield


@pytest.fixture
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note whether a file was asked for."""
    asked: list[str] = []

    def ask(*_arguments: object) -> tuple[str, str]:
        asked.append("asked")
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    return asked


def test_staff_are_offered_nothing_that_is_not_theirs(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    shop = enter(start(), person, STAFF)
    assert not PAGES_OF_OTHERS & set(shop.window.page_names)
    for page in every_page(shop, qtbot):
        assert_nothing_forbidden_is_offered("خروجی")  # in forms it is an outgoing call
        if page in {PageName.DASHBOARD, PageName.REPORTS, PageName.PURCHASES}:
            assert not sums_told()
    for _form in every_form(shop, some, qtbot, without=("print", "encrypt", "phrase")):
        assert_nothing_forbidden_is_offered()
        assert "جمع فروش" not in all_words().splitlines()


def test_the_owner_is_offered_all_of_it(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    shop = enter(start(), person, OWNER)
    found: set[str] = set()
    sums: set[str] = set()
    for _page in every_page(shop, qtbot):
        found.update(offered())
        sums.update(sums_told())
    for word in ("خروجی", "چاپ", "خالی کردن"):
        assert any(word in one for one in found), word
    assert len(sums) > 4


def test_menus_of_a_customer_have_no_printing_for_staff(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    shop = enter(start(), person, STAFF)
    shop.navigator.open_customer(some.customer)
    settle(shop, qtbot)
    page = shop.window.page(PageName.CUSTOMERS)
    assert isinstance(page, CustomersPage)
    row = page.table.paged.row(page.table.currentIndex().row())
    assert row is not None
    for menu in (page.menu_for(row), page.card.menu()):
        texts = [action.text() for action in menu.actions()]
        assert texts
        assert not any("چاپ" in text for text in texts)


def test_whatever_page_or_key_still_asks_is_refused(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot, no_dialogs: list[str]
) -> None:
    with everything_offered():
        shop = enter(start(), person, STAFF)
        for key in shop.window.page_names:
            shop.window.page(key)  # which is built then
    list_export = ListExport("x", [], [some.customer], customer_rows)
    customer = ReportExport(name=ReportName.CUSTOMER, customer_id=some.customer)
    sales = ReportExport(name=ReportName.SALES, kind=FileKind.PDF)
    navigator = shop.navigator
    ways: list[Callable[[], object]] = [
        partial(navigator.export, list_export),
        partial(navigator.export, sales),
        partial(navigator.export, customer),
        partial(navigator.print_customer, some.customer),
        partial(navigator.save_contact, some.customer),
        navigator.save_package,
    ]
    buttons: list[QAbstractButton] = []
    for name in every_page(shop, qtbot):
        found = shop.window.page(name).findChildren(QAbstractButton)
        buttons.extend(one for one in found if name_of(one) in EXPORTING)
    assert {name_of(one) for one in buttons} == EXPORTING
    assert all(one.isEnabled() for one in buttons)
    ways.extend(one.click for one in buttons)
    assert len(ways) > 11
    for way in ways:
        way()
        settle(shop, qtbot)
        assert person.sees(REFUSED)
        assert top_overlay(shop.window.content) is None
        assert not any(isinstance(one, QMenu) for one in visible_widgets())
    assert not no_dialogs


def test_the_bin_is_not_emptied_by_staff(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    shop = enter(start(), person, STAFF)
    page = shop.window.open_page(PageName.BIN)
    assert isinstance(page, BinPage)
    settle(shop, qtbot)
    empty = button(page, "خالی کردن سطل")
    assert not empty.isVisible()
    empty.click()
    person.wait_to_see("سطل برای همیشه خالی شود؟")
    person.walk_to("خالی کردن سطل")
    person.press("Return")
    settle(shop, qtbot)
    assert person.sees(REFUSED)
    with shop.ui.background.database.reading() as session:
        assert deletions(session)


def test_settings_of_the_shop_are_not_staffs(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    shop = enter(start(), person, STAFF)
    page = shop.window.open_page(PageName.SETTINGS)
    settle(shop, qtbot)
    assert not page.findChildren(ShopSettings)
    assert not page.findChildren(OwnFieldsSettings)
    people = page.findChild(PeopleSettings)
    assert isinstance(people, PeopleSettings)
    assert OWNER not in all_words()
    # Kept parts of another time would be refused too.
    with everything_offered():
        settings, people = ShopSettings(shop.ui), PeopleSettings(shop.ui)
    [form] = settings.findChildren(Form)
    form.field("name").set_value("دکان من")
    settings.save()
    button(people, "افزودن همکار").click()
    [form] = people.findChildren(Form)
    form.field("lock_minutes").set_value(2)
    form.field("lock_minutes").edited.emit()
    settle(shop, qtbot)
    assert person.sees(REFUSED)
    assert top_overlay(shop.window.content) is None
    with shop.ui.background.database.reading() as session:
        stored = get_shop(session)
    assert (stored.name, stored.lock_minutes) == ("پوشاک", 15)
    settings.deleteLater()
    people.deleteLater()


def test_another_role_of_ones_own_counts_at_once(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    shop = enter(program, person, OWNER)

    def hand_over(session: Session) -> None:
        [owner] = [one for one in users(session) if one.role is Role.OWNER]
        [other] = [one for one in users(session) if one.name == STAFF]
        update_user(session, other.id, UserDraft(name=STAFF, role=Role.OWNER))
        update_user(session, owner.id, UserDraft(name=OWNER))

    shop.window.open_page(PageName.SETTINGS)
    shop.ui.background.write(hand_over, lambda _none: shop.navigator.rebuild(), owner=shop)
    person.wait(lambda: program.shop is not shop)
    assert program.shop is not None
    assert program.shop.ui.user.role is Role.STAFF
    assert program.shop.window.current_page is PageName.SETTINGS


def test_the_audit_trail_is_no_managers_report(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot, no_dialogs: list[str]
) -> None:
    shop = enter(start(), person, OWNER)
    manager = replace(shop.ui, user=replace(shop.ui.user, role=Role.MANAGER))
    exporter = Exporter(manager, shop.window)
    exporter.start(ReportExport(name=ReportName.AUDIT, kind=FileKind.PDF))
    settle(shop, qtbot)
    assert person.sees(REFUSED)
    assert not no_dialogs
    exporter.start(ReportExport(name=ReportName.SALES, kind=FileKind.PDF))
    assert no_dialogs


def test_a_role_that_was_lost_elsewhere_counts_at_once(
    start: Start,
    some: SmallShop,
    person: Person,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shop = enter(start(), person, OWNER)
    database = Database(shop.ui.background.database.path)  # as another program has it
    with database.transaction() as session:
        session.get_one(User, shop.ui.user.id).role = Role.STAFF
    database.close()
    assert shop.ui.may(Permission.ENCRYPT)  # as far as this window knows
    file = tmp_path / "written"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(file), ""))
    ways: list[Callable[[], object]] = [
        partial(shop.navigator.export, ReportExport(name=ReportName.SALES, kind=FileKind.CSV)),
        partial(shop.navigator.save_contact, some.customer),
        shop.navigator.save_package,
        partial(shop.navigator.convert, b"x" * 16),
        partial(shop.navigator.restore, tmp_path / "backup.db"),
        lambda: shop.keeper.make(lambda _attempts: None, shop.ui.messenger.show_error),
        lambda: shop.ui.background.write(empty_bin, owner=shop),
    ]
    for way in ways:
        way()
        settle(shop, qtbot)
        assert person.sees(REFUSED)
        for close in [one for one in visible_widgets() if name_of(one) == "بستن"]:
            assert isinstance(close, QAbstractButton)
            close.click()
        assert not person.sees(REFUSED)
    assert not list(tmp_path.glob("written*"))
