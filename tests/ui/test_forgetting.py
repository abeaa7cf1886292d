"""Forgetting a customer in the window asks for a name or code and says what stays."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.forgotten import ForgottenCustomer
from ecrm_desktop.queries.changes import ChangeFilter, EntryKind, change_rows, list_changes
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.bin.page import BinPage
from ecrm_desktop.ui.customers.card import CustomerCard
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.forgetting import ForgetSheet
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.statuses import Role
from tests.helpers.factories import make_customer
from tests.helpers.ui_context import Window


@pytest.fixture
def customer(ui: UiContext, database: Database) -> UUID:
    with database.transaction() as session:
        return make_customer(session, "مریم احمدی", code="1042", phone="+989123456789")


@pytest.fixture
def page(qtbot: QtBot, window: Window, ui: UiContext, customer: UUID) -> CustomersPage:
    window.resize(1366, 720)
    page = CustomersPage(ui)
    window.show_page(page)
    qtbot.waitUntil(lambda: page.card.head.name == "مریم احمدی")
    return page


def sheet_of(qtbot: QtBot, window: Window) -> ForgetSheet:
    qtbot.waitUntil(lambda: bool(window.findChildren(ForgetSheet)))
    return window.findChildren(ForgetSheet)[0]


def trigger(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def type_into(sheet: ForgetSheet, text: str) -> None:
    field = sheet.form.field("typed")
    assert isinstance(field, TextEdit)
    field.set_value(text)


@pytest.mark.parametrize("typed", ["مريم  احمدي", "۱۰۴۲"])
def test_who_types_the_name_or_code_forgets(
    qtbot: QtBot,
    window: Window,
    page: CustomersPage,
    ui: UiContext,
    database: Database,
    customer: UUID,
    typed: str,
) -> None:
    trigger(page.card.menu(), "فراموش کردن برای همیشه…")
    sheet = sheet_of(qtbot, window)
    with qtbot.waitSignal(sheet.forgotten):
        type_into(sheet, typed)
        sheet.forget.click()
    qtbot.waitUntil(lambda: len(page.table.paged.ids) == 0)
    with database.reading() as session:
        done = session.scalars(select(ForgottenCustomer)).one()
        assert (done.customer_id, done.user_id) == (customer, ui.user.id)
        ids = list_changes(session, ChangeFilter(), Sort("at", descending=True))
        assert change_rows(session, ids)[0].kind is EntryKind.FORGOTTEN
    assert "احمدی".encode() not in b"".join(
        one.read_bytes() for one in database.path.parent.glob("shop.db*")
    )


@pytest.mark.parametrize("typed", ["", "علی", "10"])
def test_anything_else_forgets_nobody(
    qtbot: QtBot, window: Window, page: CustomersPage, database: Database, typed: str
) -> None:
    trigger(page.card.menu(), "فراموش کردن برای همیشه…")
    sheet = sheet_of(qtbot, window)
    type_into(sheet, typed)
    sheet.forget.click()
    assert sheet.isVisible()
    with database.reading() as session:
        assert session.scalars(select(Customer.last_name)).all() == ["احمدی"]


def test_staff_find_neither_this_nor_the_history(
    qtbot: QtBot, ui: UiContext, customer: UUID
) -> None:
    def offered(role: Role) -> set[str]:
        from dataclasses import replace  # noqa: PLC0415 - only here

        card = CustomerCard(replace(ui, user=replace(ui.user, role=role)))
        qtbot.addWidget(card)
        return {one.text() for one in card.menu().actions()}

    forget, history = "فراموش کردن برای همیشه…", "تاریخچهٔ تغییرات"
    assert {forget, history} <= offered(Role.OWNER)
    assert offered(Role.MANAGER) & {forget, history} == {forget}
    assert offered(Role.STAFF) & {forget, history} == set()


def test_from_the_bin(
    qtbot: QtBot, window: Window, ui: UiContext, database: Database, customer: UUID
) -> None:
    with database.transaction() as session:
        delete_customers(session, [customer])
    page = BinPage(ui)
    window.show_page(page)
    qtbot.waitUntil(page.forget.isEnabled)
    page.forget.click()
    sheet = sheet_of(qtbot, window)
    with qtbot.waitSignal(sheet.forgotten):
        type_into(sheet, "1042")
        sheet.forget.click()
    qtbot.waitUntil(lambda: not page.forget.isEnabled())
