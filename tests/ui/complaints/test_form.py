"""Writing a complaint down, by keyboard."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.queries.complaint_detail import ComplaintDetail, complaint_detail
from ecrm_desktop.services.complaints import open_complaint
from ecrm_desktop.ui.complaints.form import ComplaintSheet, open_complaint_form
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.statuses import Severity
from tests.helpers.factories import make_customer, make_product, make_purchase
from tests.helpers.keyboard import type_text
from tests.helpers.ui_context import TEHRAN, Window

Open = Callable[..., ComplaintSheet]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def maryam(ui: UiContext) -> UUID:
    with ui.background.database.transaction() as session:
        maryam = make_customer(session)
        make_purchase(session, maryam, ui.today() - timedelta(3), "کفش", number="12")
        make_product(session, "کفش پیاده‌روی", code="K1")
        return maryam


@pytest.fixture
def open_sheet(window: Window, ui: UiContext, qtbot: QtBot) -> Open:
    page = QWidget()
    window.show_page(page)

    def open_sheet(**about: Any) -> ComplaintSheet:
        sheet = open_complaint_form(ui, page, **about)
        qtbot.waitUntil(lambda: sheet.is_open)
        return sheet

    return open_sheet


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def save(sheet: ComplaintSheet, qtbot: QtBot, ui: UiContext) -> ComplaintDetail:
    with qtbot.waitSignal(sheet.saved) as saved:
        press(Qt.Key.Key_Return, CONTROL)
    with ui.background.database.reading() as session:
        return complaint_detail(session, saved.args[0])


def test_a_complaint_needs_a_subject_and_takes_the_promise_of_its_severity(
    open_sheet: Open, maryam: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    sheet = open_sheet(customer_id=maryam)
    press(Qt.Key.Key_Return, CONTROL)
    assert sheet.is_open
    assert sheet.fields.subject.line.hasFocus()
    type_text(focused(), "کفش پاره بود")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Left)
    assert sheet.fields.severity.value() == Severity.HIGH
    due = ui.today() + timedelta(days=2)
    assert sheet.fields.due.hint() == f"طبق قول فروشگاه: تا {ui.display.text_date_long(due)}"
    detail = save(sheet, qtbot, ui)
    assert (detail.subject, detail.severity, detail.due_on) == ("کفش پاره بود", Severity.HIGH, due)
    assert (detail.customer_id, detail.assignee_name) == (maryam, "مریم")
    assert detail.history[0].user_name == "مریم"


def test_purchase_and_product_are_found_and_kept(
    open_sheet: Open, maryam: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    sheet = open_sheet(customer_id=maryam)
    type_text(focused(), "پاره")
    sheet.fields.purchase.setFocus()
    press(Qt.Key.Key_Down)
    sheet.fields.product.setFocus()
    type_text(focused(), "پیاده")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "id" in sheet.fields.product.snapshot())
    detail = save(sheet, qtbot, ui)
    assert (detail.purchase_number, detail.product_name) == ("12", "کفش پیاده‌روی")


def test_another_customer_brings_other_purchases(
    open_sheet: Open, maryam: UUID, qtbot: QtBot
) -> None:
    sheet = open_sheet()
    assert sheet.fields.purchase.box.count() == 1
    type_text(focused(), "احمدی")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.fields.purchase.box.count() == 2)
    sheet.fields.customer.setFocus()
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: sheet.fields.purchase.box.count() == 1)


def test_what_a_call_said_is_already_there(
    open_sheet: Open, maryam: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    received = datetime.now(TEHRAN) - timedelta(minutes=3)
    draft = ComplaintDraft(
        customer_id=maryam, subject="جنس خراب", description="گفت پاره است", received_at=received
    )
    sheet = open_sheet(draft=draft)
    detail = save(sheet, qtbot, ui)
    assert (detail.customer_id, detail.subject) == (maryam, "جنس خراب")
    assert (detail.description, detail.received_at) == ("گفت پاره است", received)


def test_a_known_complaint_changes_only_what_was_changed(
    open_sheet: Open, maryam: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    received = datetime.now(UTC) - timedelta(days=2, seconds=11)
    with ui.background.database.transaction() as session:
        complaint = open_complaint(
            session,
            ComplaintDraft(
                customer_id=maryam, subject="جنس", received_at=received.astimezone(TEHRAN)
            ),
        )
    sheet = open_sheet(record_id=complaint)
    assert not sheet.form.dirty
    assert sheet.fields.due.is_empty()
    sheet.fields.subject.setFocus()
    sheet.fields.subject.line.end(False)
    type_text(focused(), " خراب")
    detail = save(sheet, qtbot, ui)
    assert [event.field for event in detail.history] == ["subject", "status"]
    assert detail.received_at == received


def test_what_was_typed_survives_the_death_of_the_program(
    open_sheet: Open, maryam: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    sheet = open_sheet(customer_id=maryam)
    type_text(focused(), "پاره")
    sheet.fields.purchase.setFocus()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: ui.autosaves.load("complaints:new") is not None)
    typed = sheet.form.snapshot()
    sheet.close_overlay()
    again = open_sheet()
    qtbot.waitUntil(lambda: again.form.snapshot() == typed)
    assert again.fields.purchase.value() is not None
