"""What follows one form in another."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.queries.complaints import ComplaintFilter, complaint_rows, list_complaints
from ecrm_desktop.queries.interactions import InteractionFilter, interaction_rows, list_interactions
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.tasks import TaskFilter, list_tasks, task_rows
from ecrm_desktop.services.complaints import open_complaint
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.complaints.detail import ComplaintDetailSheet
from ecrm_desktop.ui.complaints.form import ComplaintSheet
from ecrm_desktop.ui.customers.form import CustomerSheet
from ecrm_desktop.ui.interactions.form import CallSheet
from ecrm_desktop.ui.tasks.form import TaskSheet
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.values.statuses import RecordKind
from tests.helpers.factories import make_customer
from tests.helpers.keyboard import type_text
from tests.shell.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shop(open_shop: OpenShop, database: Database) -> ShopWindow:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="فروشگاه مهر"), "IRR", "مریم")
    return open_shop()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def wait_for(shop: ShopWindow, kind: type[FormSheet], qtbot: QtBot) -> FormSheet:
    qtbot.waitUntil(lambda: any(one.is_open for one in shop.window.findChildren(kind)))
    return next(one for one in shop.window.findChildren(kind) if one.is_open)


def press_button(sheet: QWidget, text: str) -> None:
    button = next(one for one in sheet.findChildren(Button) if one.text() == text)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_call_is_recorded_once_at_a_time(shop: ShopWindow, qtbot: QtBot) -> None:
    first = shop.forms.interaction()
    assert shop.forms.interaction() is first
    sheet = wait_for(shop, CallSheet, qtbot)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sheet.is_open)
    assert shop.forms.interaction() is not first


def test_an_unknown_caller_becomes_a_customer_and_then_complains(
    shop: ShopWindow, qtbot: QtBot
) -> None:
    shop.forms.interaction()
    call = wait_for(shop, CallSheet, qtbot)
    type_text(focused(), "نرگس صادقی")
    press(Qt.Key.Key_Return)
    customer = wait_for(shop, CustomerSheet, qtbot)
    with qtbot.waitSignal(customer.saved) as saved:
        press(Qt.Key.Key_Return, CONTROL)
    assert isinstance(call, CallSheet)
    qtbot.waitUntil(lambda: call.fields.caller.whom() == saved.args[0])
    type_text(focused(), "کفش پاره بود")
    press_button(call, "ثبت و شکایت تازه")
    complaint = wait_for(shop, ComplaintSheet, qtbot)
    with qtbot.waitSignal(complaint.saved):
        press(Qt.Key.Key_Return, CONTROL)
    with shop.ui.background.database.reading() as session:
        ids = list_interactions(session, InteractionFilter(), Sort("occurred_at"))
        (contact,) = interaction_rows(session, ids)
        filter_ = ComplaintFilter(today=shop.ui.today())
        (row,) = complaint_rows(session, list_complaints(session, filter_))
    assert contact.customer_name == row.customer_name == "نرگس صادقی"
    assert contact.subject == row.subject == "کفش پاره بود"


def test_a_complaint_is_shown_first_and_leads_to_a_task(shop: ShopWindow, qtbot: QtBot) -> None:
    with shop.ui.background.database.transaction() as session:
        maryam = make_customer(session)
        draft = ComplaintDraft(customer_id=maryam, subject="پاره", received_at=utc_now())
        complaint: UUID = open_complaint(session, draft)
    detail = shop.forms.complaint(complaint)
    assert isinstance(detail, ComplaintDetailSheet)
    qtbot.waitUntil(lambda: detail.is_open)
    press_button(detail, "کار تازه")
    task = wait_for(shop, TaskSheet, qtbot)
    type_text(focused(), "زنگ بزن")
    with qtbot.waitSignal(task.saved):
        press(Qt.Key.Key_Return, CONTROL)
    with shop.ui.background.database.reading() as session:
        (row,) = task_rows(session, list_tasks(session, TaskFilter(today=shop.ui.today())))
    assert (row.record_kind, row.record_id) == (RecordKind.COMPLAINT, complaint)
    assert row.customer_id == maryam
