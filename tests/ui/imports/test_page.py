"""The list of imports."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ecrm_desktop.queries.imports import ImportRow
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.imports.columns import import_columns
from ecrm_desktop.ui.imports.page import ImportsPage
from ecrm_desktop.ui.imports.wizard import ImportWizard
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import ImportKind, Role
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window


@pytest.fixture
def page(window: Window, ui: UiContext) -> ImportsPage:
    page = ImportsPage(ui)
    window.show_page(page)
    return page


def words(page: ImportsPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_an_empty_list_leads_into_the_wizard(
    qtbot: QtBot, page: ImportsPage, window: Window
) -> None:
    qtbot.waitUntil(lambda: "هرچه دارید همراه بیاورید" in words(page))
    buttons = [one for one in page.findChildren(QPushButton) if one.text() == "وارد کردن فایل…"]
    buttons[-1].click()
    (wizard,) = window.findChildren(ImportWizard)
    assert wizard.is_open
    wizard.request_close()
    assert not wizard.is_open


def test_only_one_wizard_is_open(page: ImportsPage, window: Window) -> None:
    page.start()
    page.start()
    assert len(window.findChildren(ImportWizard)) == 1


def test_staff_bring_in_nothing(qtbot: QtBot, window: Window, ui: UiContext) -> None:
    staff = replace(ui, user=replace(ui.user, role=Role.STAFF))
    page = ImportsPage(staff)
    window.show_page(page)
    page.start()
    assert window.findChildren(ImportWizard) == []
    customers = CustomersPage(staff)
    assert not any("فایل" in one.text() for one in customers.findChildren(QPushButton))


def test_an_empty_list_of_customers_offers_to_bring_in_a_file(
    window: Window, ui: UiContext, navigator: RecordingNavigator
) -> None:
    page = CustomersPage(ui)
    window.show_page(page)
    offers = [one for one in page.findChildren(QPushButton) if one.text() == "از فایل وارد کنید"]
    offers[0].click()
    assert navigator.take() == [call(Navigator.import_rows, ImportKind.CUSTOMERS)]


def test_the_list_fits_a_small_window(ui: UiContext) -> None:
    columns = import_columns(ui.display)
    # 911 pixels without the icons of the pages, the margins and a scroll bar.
    assert sum(one.width for one in columns if not one.hidden) <= 805


@pytest.mark.parametrize(("is_unfinished", "told"), [(True, ""), (False, "۶")])
def test_what_is_on_its_way_has_no_counts_yet(
    ui: UiContext,
    is_unfinished: bool,  # noqa: FBT001 - a case's value
    told: str,
) -> None:
    row = ImportRow(
        id=new_id(),
        kind=ImportKind.CUSTOMERS,
        file_name="مشتریان.csv",
        user_name="مریم",
        created_at=datetime(2026, 11, 22, 10, 30, tzinfo=UTC),
        undone_at=None,
        is_unfinished=is_unfinished,
        can_undo=not is_unfinished,
        new=6,
        updated=6,
        unchanged=6,
        duplicates=6,
        problems=6,
        customers_new=6,
        products_new=0,
        purchases_new=0,
        lines_new=0,
        amount_total=0,
        kept=0,
    )
    columns = {column.key: column for column in import_columns(ui.display)}
    for key in ("new", "updated", "unchanged", "duplicates", "problems"):
        assert columns[key].format(row) == told
    assert (columns["state"].format(row) == "در راه") is is_unfinished
