"""A report is chosen, looked at and asked for."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.queries.sales import SalesBy
from ecrm_desktop.reports.catalogue import report_title
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.ui.export_requests import FileKind, ReportExport
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.reports.page import ReportsPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.values.jalali import from_jalali
from ecrm_desktop.values.period import Period, PeriodChoice, chosen_period
from tests.helpers.factories import make_customer, make_purchase, make_user
from tests.helpers.finders import button
from tests.helpers.keyboard import type_text
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window


@pytest.fixture
def page(window: Window, ui: UiContext, qtbot: QtBot) -> ReportsPage:
    with ui.background.database.transaction() as session:
        customer, seller = make_customer(session), make_user(session, "زهرا")
        for _number in range(60):
            make_purchase(session, customer, ui.today(), "کفش", seller_id=seller)
        make_purchase(session, customer, date(2020, 1, 1), "کیف")
    page = ReportsPage(ui)
    window.show_page(page)
    qtbot.waitUntil(lambda: bool(tables(page)))
    return page


def said(page: ReportsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def tables(page: ReportsPage) -> dict[str, QTableWidget]:
    shown = page.preview.widget()
    found = [] if shown is None else shown.findChildren(QTableWidget)
    return {table.accessibleName(): table for table in found}


def row(table: QTableWidget, number: int) -> list[str]:
    items = [table.item(number, column) for column in range(table.columnCount())]
    return [item.text() for item in items if item is not None]


def choose(page: ReportsPage, name: ReportName) -> None:
    page.choices.choose(name)


def test_sales_of_this_year_are_seen_at_once(page: ReportsPage) -> None:
    assert "۶٬۰۰۰ تومان" in said(page)
    by_month = tables(page)["فروش به تفکیک ماه"]
    last = row(by_month, by_month.rowCount() - 1)
    assert last[1:3] == ["۶۰", "۶٬۰۰۰"]


def test_sales_by_seller_alone(
    page: ReportsPage, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    tabs = page.findChildren(Tabs)[0]
    tabs.choose("seller")
    tabs.chosen.emit("seller")
    qtbot.waitUntil(lambda: list(tables(page)) == ["فروش به تفکیک فروشنده"])
    assert row(tables(page)["فروش به تفکیک فروشنده"], 0)[0] == "زهرا"
    page.pdf.click()
    export = navigator.exported(ReportExport)
    assert (export.name, export.sales_by, export.kind) == (
        ReportName.SALES,
        SalesBy.SELLER,
        FileKind.PDF,
    )


def test_a_long_table_shows_its_beginning_and_says_so(page: ReportsPage, qtbot: QtBot) -> None:
    choose(page, ReportName.PURCHASES)
    qtbot.waitUntil(lambda: list(tables(page)) == ["خریدها"])
    assert tables(page)["خریدها"].rowCount() == 50
    assert "اینها ۵۰ سطر نخست‌اند؛ همه در فایل می‌آید." in said(page)


def test_days_are_typed_and_asked_for(
    page: ReportsPage, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    choose(page, ReportName.PURCHASES)
    for field, text in ((page.period.first, "1398/10/1"), (page.period.last, "۱۳۹۸/۱۰/۳۰")):
        field.line.selectAll()
        type_text(field.line, text)
    qtbot.waitUntil(lambda: "خریدها" in tables(page) and tables(page)["خریدها"].rowCount() == 1)
    assert page.period.button.text() == "این روزها"
    page.excel.click()
    month = Period(from_jalali(1398, 10, 1), from_jalali(1398, 10, 30))
    export = ReportExport(name=ReportName.PURCHASES, kind=FileKind.EXCEL, period=month)
    assert navigator.take() == [call(Navigator.export, export)]


def test_days_that_run_backwards_are_told_at_once(
    page: ReportsPage, navigator: RecordingNavigator
) -> None:
    page.period.last.line.selectAll()
    type_text(page.period.last.line, "1300/1/1")
    wrong = [text for text in said(page) if "پیش" in text or "قبل" in text]
    assert wrong
    page.print.click()
    assert navigator.take() == []
    menu = page.period.button.choices_menu()
    next(one for one in menu.actions() if one.text() == "امسال").trigger()
    assert not set(wrong) & set(said(page))
    assert page.period.first.value() is not None


def test_all_time_has_no_dates(page: ReportsPage, qtbot: QtBot) -> None:
    menu = page.period.button.choices_menu()
    next(one for one in menu.actions() if one.text() == "همهٔ زمان‌ها").trigger()
    assert page.period.first.value() is None
    qtbot.waitUntil(lambda: "۶٬۱۰۰ تومان" in said(page))


def test_a_period_without_anything_says_so(page: ReportsPage, qtbot: QtBot) -> None:
    choose(page, ReportName.COMPLAINTS)
    qtbot.waitUntil(lambda: "در این دوره چیزی نیست" in said(page))


def test_a_customers_file_needs_a_customer(
    page: ReportsPage, ui: UiContext, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    choose(page, ReportName.CUSTOMER)
    assert "پروندهٔ چه کسی؟" in said(page)
    assert not page.print.isEnabled()
    with ui.background.database.transaction() as session:
        customer = make_customer(session, "سارا نوری", code="77")
        make_purchase(session, customer, ui.today(), "کلاه")
    with ui.background.database.reading() as session:
        (chosen,) = customer_rows(session, [customer])
    page.customer.show_customer(chosen)
    page.customer.edited.emit()
    qtbot.waitUntil(lambda: "رویدادها" in tables(page))
    assert "کلاه" in row(tables(page)["رویدادها"], 0)
    page.print.click()
    export = ReportExport(name=ReportName.CUSTOMER, customer_id=customer)
    assert navigator.take() == [call(Navigator.export, export)]


def test_reports_are_chosen_by_the_arrow_keys(page: ReportsPage, ui: UiContext) -> None:
    first = button(page.choices, report_title(ReportName.SALES))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert page.choices.current is ReportName.PURCHASES
    year = chosen_period(PeriodChoice.THIS_YEAR, ui.today(), "jalali")
    assert page.period.period() == year
