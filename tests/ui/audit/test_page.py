"""The audit trail: filters, what an entry shows, and the ways from and to the records."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.imports import Import
from ecrm_desktop.reports.listing import build_list_report
from ecrm_desktop.services.customers import create_customer, update_customer
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.audit.page import AuditPage
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.period_chip import period_label
from ecrm_desktop.values.period import PeriodChoice
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.factories import make_customer, make_purchase
from tests.helpers.finders import button
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window

PHONE = PhoneDraft(phone=Phone.parse("09123456789"), is_primary=True)


@pytest.fixture
def customer(ui: UiContext, database: Database) -> UUID:
    with database.transaction() as session:
        reza = add_user(session, UserDraft(name="رضا"))
    database.capture.user_id = reza
    draft = CustomerDraft(first_name="مریم", last_name="احمدی", city="یزد", phones=(PHONE,))
    with database.transaction() as session:
        made = create_customer(session, draft)
    database.capture.user_id = ui.user.id
    changed = CustomerDraft(first_name="مریم", last_name="محمدی", city="قم", phones=(PHONE,))
    with database.transaction() as session:
        update_customer(session, made, changed)
    return made


@pytest.fixture
def page(qtbot: QtBot, window: Window, ui: UiContext, customer: UUID) -> AuditPage:
    window.resize(1366, 720)
    page = AuditPage(ui)
    window.show_page(page)
    wait_for(qtbot, page, 4)
    return page


def wait_for(qtbot: QtBot, page: AuditPage, rows: int) -> None:
    qtbot.waitUntil(lambda: len(page.table.paged.ids) == rows and "" not in cells(page, "kind"))


def cells(page: AuditPage, key: str) -> list[str]:
    model = page.table.paged
    column = [one.key for one in model.columns].index(key)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def chip_of(page: AuditPage, title: str) -> FilterChip:
    return next(one for one in page.findChildren(FilterChip) if one.text().startswith(title))


def choose(page: AuditPage, title: str, text: str) -> None:
    menu = chip_of(page, title).menu()
    next(one for one in menu.actions() if one.text() == text).trigger()


def show_all(page: AuditPage) -> None:
    button(page, "نمایش دوبارهٔ همه").click()


def told(page: AuditPage) -> list[str]:
    return [one.text() for one in page.card.values.findChildren(QLabel)]


def test_an_entry_says_who_what_and_which_fields(page: AuditPage) -> None:
    assert cells(page, "user_name") == ["مریم", "رضا", "بی‌نام", "بی‌نام"]
    assert cells(page, "kind") == ["تغییر کرد", "ثبت شد", "ثبت شد", "ثبت شد"]
    assert "محمدی" in cells(page, "record")[0]
    assert cells(page, "fields")[0] == "نام خانوادگی، شهر"


def test_the_card_shows_values_before_and_after(qtbot: QtBot, page: AuditPage) -> None:
    qtbot.waitUntil(lambda: {"احمدی", "محمدی", "یزد", "قم"} <= set(told(page)))
    assert page.card.records.isHidden()
    page.table.make_current(page.table.paged.ids[1])
    qtbot.waitUntil(lambda: "مریم" in told(page) and "محمدی" not in told(page))
    assert any("۰۹۱۲" in text for text in told(page))


def test_filters(qtbot: QtBot, page: AuditPage) -> None:
    choose(page, "چه کسی", "رضا")
    wait_for(qtbot, page, 1)
    choose(page, "چه کسی", "بی‌نام")
    wait_for(qtbot, page, 2)
    show_all(page)
    wait_for(qtbot, page, 4)
    choose(page, "نوع", "کاربر")
    wait_for(qtbot, page, 2)
    choose(page, "چه شد", "تغییر کرد")
    wait_for(qtbot, page, 0)
    choose(page, "نوع", "مشتری")
    wait_for(qtbot, page, 1)
    choose(page, "کی", period_label(PeriodChoice.LAST_YEAR))
    wait_for(qtbot, page, 0)


def test_one_customers_history(qtbot: QtBot, page: AuditPage, customer: UUID) -> None:
    with page.background.database.transaction() as session:
        make_customer(session, "علی کریمی", code="77")
        make_purchase(session, customer, date(2026, 11, 20), "کفش", number="5")
    page.show_history(customer, "مریم محمدی")
    wait_for(qtbot, page, 3)
    assert chip_of(page, "دربارهٔ").isVisible()
    show_all(page)
    wait_for(qtbot, page, 5)
    assert chip_of(page, "دربارهٔ").isHidden()


def test_the_record_can_be_opened(
    qtbot: QtBot, page: AuditPage, navigator: RecordingNavigator, customer: UUID
) -> None:
    qtbot.waitUntil(page.card.open.isVisible)
    QTest.mouseClick(page.card.open, Qt.MouseButton.LeftButton)
    assert navigator.take() == [call(Navigator.open_customer, customer)]
    page.table.make_current(page.table.paged.ids[2])  # a user
    qtbot.waitUntil(page.card.open.isHidden)


def test_an_import_opens_to_its_records(qtbot: QtBot, page: AuditPage) -> None:
    with page.background.database.transaction("import") as session:
        session.add(Import(kind=ImportKind.CUSTOMERS, file_name="مشتریان.xlsx", new=150))
        for number in range(150):
            make_customer(session, f"نام {number}", code=f"i{number}")
    page.refresh()
    wait_for(qtbot, page, 5)
    page.table.make_current(page.table.paged.ids[0])
    card = page.card
    qtbot.waitUntil(lambda: len(card.records.paged.ids) == 151)
    assert card.records.isVisible()
    qtbot.waitUntil(lambda: card.records.paged.index(0, 0).data() != "")
    assert card.records.paged.index(0, 0).data() == "مشتریان.xlsx"
    card.records.make_current(card.records.paged.ids[3])
    qtbot.waitUntil(lambda: "نام" in told(page) and "2" in told(page))


def test_enter_goes_into_the_card_and_esc_back(
    qtbot: QtBot, window: Window, page: AuditPage
) -> None:
    window.resize(820, 600)
    qtbot.waitUntil(page.card.isHidden)
    page.table.setFocus()
    page.table.make_current(page.table.paged.ids[0])
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.card.isVisible)
    assert not page.table.isVisible()
    QTest.keyClick(page.card.values, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.table.isVisible)


def test_what_is_seen_is_what_is_exported(
    qtbot: QtBot, page: AuditPage, navigator: RecordingNavigator, ui: UiContext
) -> None:
    choose(page, "چه کسی", "رضا")
    wait_for(qtbot, page, 1)
    button(page, "خروجی").click()
    export = navigator.exported(ListExport)
    with page.background.database.reading() as session:
        report = build_list_report(
            export.title,
            export.columns,
            export.ids,
            lambda ids: export.read_rows(session, ids),
            ui.display,
            shop_name="x",
            filter_text=export.filter_text,
        )
    table = report.sections[-1]
    rows = list(getattr(table, "rows"))  # noqa: B009 - one kind of section of several
    assert len(rows) == 1
    assert rows[0][1] == "رضا"
    assert "رضا" in export.filter_text


def test_a_change_meanwhile_is_shown(qtbot: QtBot, page: AuditPage) -> None:
    page.background.write(
        lambda session: session.execute(update(Customer).values(city="کرج")) and None, owner=page
    )
    wait_for(qtbot, page, 5)
    assert cells(page, "fields")[0] == "شهر"
