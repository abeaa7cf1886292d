"""The call sheet, by keyboard."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.interactions import FollowUpDraft, InteractionDraft
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.queries.interactions import (
    InteractionFilter,
    InteractionRow,
    interaction_rows,
    list_interactions,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.tasks import TaskFilter, TaskRow, list_tasks, task_rows
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.ui.interactions.form import CallSheet, open_interaction_form
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome
from tests.helpers.factories import make_customer, make_purchase, make_user
from tests.helpers.keyboard import type_text
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window

Open = Callable[..., CallSheet]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def samira(ui: UiContext) -> UUID:
    with ui.background.database.transaction() as session:
        return make_customer(session, "سمیرا کریمی", phone="+989197701253", city="اصفهان")


@pytest.fixture
def open_sheet(window: Window, ui: UiContext, qtbot: QtBot) -> Open:
    """Open the sheet over an empty page and wait until it is there."""
    page = QWidget()
    window.show_page(page)

    def open_sheet(**about: Any) -> CallSheet:
        sheet = open_interaction_form(ui, page, **about)
        qtbot.waitUntil(lambda: sheet.is_open)
        return sheet

    return open_sheet


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def save(sheet: CallSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.saved):
        press(Qt.Key.Key_Return, CONTROL)


def calls(ui: UiContext) -> list[InteractionRow]:
    with ui.background.database.reading() as session:
        ids = list_interactions(session, InteractionFilter(), Sort("occurred_at"))
        return interaction_rows(session, ids)


def tasks(ui: UiContext) -> list[TaskRow]:
    with ui.background.database.reading() as session:
        return task_rows(session, list_tasks(session, TaskFilter(today=ui.today())))


def told(sheet: CallSheet) -> str:
    labels = sheet.panel.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisibleTo(sheet.panel))


def test_a_call_from_part_of_a_name_to_saved_without_a_mouse(
    open_sheet: Open, samira: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    sheet = open_sheet()
    type_text(focused(), "کریم")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.fields.caller.whom() == samira)
    qtbot.waitUntil(lambda: "سمیرا کریمی" in told(sheet))
    type_text(focused(), "پیگیری ارسال")
    save(sheet, qtbot)
    (call,) = calls(ui)
    assert (call.customer_id, call.subject, call.user_name) == (samira, "پیگیری ارسال", "مریم")
    assert (call.channel, call.direction, call.answered) == (
        Channel.CALL,
        Direction.INCOMING,
        True,
    )
    assert call.duration is not None
    assert datetime.now(UTC) - call.occurred_at < timedelta(minutes=1)
    assert not tasks(ui)
    assert not sheet.is_open


def test_a_follow_up_is_asked_for_by_its_outcome_and_becomes_a_task(
    open_sheet: Open, samira: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    sheet = open_sheet(customer_id=samira)
    assert not sheet.fields.due.isVisible()
    type_text(focused(), "ارسال")
    sheet.fields.outcome.setFocus()
    while sheet.fields.outcome.value() != InteractionOutcome.NEEDS_FOLLOW_UP:
        press(Qt.Key.Key_Down)
    assert sheet.fields.due.isVisible()
    assert sheet.fields.due.hint().endswith("فردا · کار پیگیری برای «\u2068مریم\u2069» ساخته می‌شود")
    press(Qt.Key.Key_Return)
    assert sheet.fields.due.line.hasFocus()
    sheet.fields.due.line.selectAll()
    type_text(focused(), "پس‌فردا")
    press(Qt.Key.Key_Return)
    type_text(focused(), "12")
    save(sheet, qtbot)
    (task,) = tasks(ui)
    assert (task.title, task.customer_id) == ("ارسال", samira)
    assert task.due_on == ui.today() + timedelta(days=2)
    assert task.due_time is not None
    assert (task.due_time.hour, task.assignee_name) == (12, "مریم")


def test_what_matters_about_the_caller_is_told_beside_the_form(
    open_sheet: Open, samira: UUID, ui: UiContext, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    today = ui.today()
    with ui.background.database.transaction() as session:
        reza = make_user(session)
        for days in (178, 153, 128, 103, 78):
            make_purchase(session, samira, today - timedelta(days), "روسری نخی", "شال پاییزه")
        complaint = Complaint(
            number="1405-1",
            subject="تأخیر در ارسال",
            customer_id=samira,
            received_at=datetime.now(UTC),
            due_on=today + timedelta(days=2),
            assignee_id=reza,
        )
        session.add(complaint)
    sheet = open_sheet(customer_id=samira)
    qtbot.waitUntil(lambda: "آخرین خرید" in told(sheet))
    text = told(sheet).replace("\u2068", "").replace("\u2069", "")
    assert "شکایت باز: «تأخیر در ارسال»" in text
    assert "۲ روز مانده · مسئول: رضا" in text
    assert "هر ۲۵ روز خرید می‌کرد؛ ۷۸ روز است نیامده" in text
    assert "روسری نخی، شال پاییزه" in text
    see = next(one for one in sheet.panel.findChildren(QPushButton) if one.text() == "دیدن")
    see.setFocus()
    press(Qt.Key.Key_Return)
    assert navigator.take() == [call(Navigator.open_complaint, complaint.id)]


def test_an_unknown_number_is_kept_and_may_become_a_customer(
    open_sheet: Open, ui: UiContext, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    with ui.background.database.transaction() as session:
        earlier = InteractionDraft(
            occurred_at=datetime.now(UTC) - timedelta(days=1), subject="قیمت", phone=None
        )
        record_interaction(session, earlier)
    sheet = open_sheet()
    type_text(focused(), "09123456789")
    qtbot.waitUntil(sheet.fields.caller.line.popup.isVisible)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "این شماره هنوز برای هیچ مشتری" in told(sheet))
    make = next(one for one in sheet.panel.findChildren(Button) if "ساختن مشتری" in one.text())
    make.setFocus()
    press(Qt.Key.Key_Return)
    phone = PhoneDraft(phone=Phone.parse("09123456789"), is_primary=True)
    draft = CustomerDraft(phones=(phone,))
    assert navigator.take() == [call(Navigator.new_customer, draft=draft)]
    with ui.background.database.transaction() as session:
        new = make_customer(session, "حسن یوسفی", phone="+989123456789")
    navigator.sheets[0].saved.emit(new)
    qtbot.waitUntil(lambda: sheet.fields.caller.whom() == new)
    type_text(focused(), "سلام")
    save(sheet, qtbot)
    assert [call.customer_name for call in calls(ui)] == ["", "حسن یوسفی"]


def test_a_whole_number_that_is_left_is_taken_and_finds_its_owner_on_saving(
    open_sheet: Open, samira: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    sheet = open_sheet()
    type_text(focused(), "۰۹۱۹۷۷۰۱۲۵۳")
    press(Qt.Key.Key_Tab)
    type_text(focused(), "بی‌درنگ")
    save(sheet, qtbot)
    assert [(call.customer_id, call.subject) for call in calls(ui)] == [(samira, "بی‌درنگ")]


def test_enter_on_an_unknown_name_asks_for_a_new_customer(
    open_sheet: Open, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    open_sheet()
    type_text(focused(), "نرگس صادقی")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(navigator.calls))
    draft = CustomerDraft(first_name="نرگس", last_name="صادقی")
    assert navigator.take() == [call(Navigator.new_customer, draft=draft)]


def test_a_missed_call_has_no_length(
    open_sheet: Open, samira: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    sheet = open_sheet(customer_id=samira)
    sheet.fields.kind.setFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    save(sheet, qtbot)
    (call,) = calls(ui)
    assert (call.direction, call.answered, call.duration) == (Direction.INCOMING, False, None)


def test_nothing_at_all_is_refused_at_the_subject(open_sheet: Open, qtbot: QtBot) -> None:
    sheet = open_sheet()
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(sheet.fields.subject.line.hasFocus)
    assert sheet.is_open


def test_save_then_a_complaint_hands_over_what_was_said(
    open_sheet: Open, samira: UUID, ui: UiContext, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    sheet = open_sheet(customer_id=samira)
    type_text(focused(), "جنس خراب")
    then = next(one for one in sheet.findChildren(Button) if one.text() == "ثبت و شکایت تازه")
    then.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(navigator.calls))
    [asked] = navigator.take()
    draft = asked.arguments["draft"]
    assert isinstance(draft, ComplaintDraft)
    assert asked == call(Navigator.new_complaint, draft=draft)
    assert (draft.customer_id, draft.subject) == (samira, "جنس خراب")
    assert len(calls(ui)) == 1


def test_a_known_call_opens_as_it_was_and_keeps_its_seconds(
    open_sheet: Open, samira: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    occurred = datetime.now(UTC) - timedelta(days=3, seconds=17)
    with ui.background.database.transaction() as session:
        reza = make_user(session)
        call = record_interaction(
            session,
            InteractionDraft(
                customer_id=samira,
                occurred_at=occurred,
                duration=42,
                user_id=reza,
                subject="ارسال",
                channel=Channel.CALL,
                direction=Direction.OUTGOING,
                outcome=InteractionOutcome.NEEDS_FOLLOW_UP,
                follow_up=FollowUpDraft(due_on=ui.today(), assignee_id=reza),
            ),
        )
    sheet = open_sheet(record_id=call)
    assert sheet.fields.due.isVisible()
    assert not sheet.form.dirty
    sheet.fields.subject.setFocus()
    sheet.fields.subject.line.end(False)
    type_text(focused(), " شد")
    save(sheet, qtbot)
    (row,) = calls(ui)
    assert (row.subject, row.occurred_at, row.duration) == ("ارسال شد", occurred, 42)
    assert (row.user_name, row.direction) == ("رضا", Direction.OUTGOING)
    assert len(tasks(ui)) == 1


def test_what_was_typed_survives_the_death_of_the_program(
    open_sheet: Open, samira: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    sheet = open_sheet(customer_id=samira)
    type_text(focused(), "ارسال")
    sheet.fields.outcome.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: ui.autosaves.load("interactions:new") is not None)
    typed = sheet.form.snapshot()
    sheet.close_overlay()
    again = open_sheet()
    assert again.form.snapshot() == typed
    assert again.fields.caller.whom() == samira
    assert again.fields.due.isVisible()
    save(again, qtbot)
    assert ui.autosaves.load("interactions:new") is None
    assert calls(ui)[0].subject == "ارسال"
