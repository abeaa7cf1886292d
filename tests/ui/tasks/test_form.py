"""Writing a task down, by keyboard."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.queries.tasks import TaskRow, get_task
from ecrm_desktop.services.tasks import create_task
from ecrm_desktop.ui.tasks.form import TaskSheet, open_task_form
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.statuses import RecordKind, TaskRepeat
from tests.helpers.factories import make_customer, make_user, retire_user
from tests.helpers.keyboard import type_text
from tests.helpers.ui_context import Window

Open = Callable[..., TaskSheet]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_sheet(window: Window, ui: UiContext, qtbot: QtBot) -> Open:
    page = QWidget()
    window.show_page(page)

    def open_sheet(**about: Any) -> TaskSheet:
        sheet = open_task_form(ui, page, **about)
        qtbot.waitUntil(lambda: sheet.is_open)
        return sheet

    return open_sheet


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def save(sheet: TaskSheet, qtbot: QtBot, ui: UiContext) -> TaskRow:
    with qtbot.waitSignal(sheet.saved) as saved:
        press(Qt.Key.Key_Return, CONTROL)
    with ui.background.database.reading() as session:
        return get_task(session, saved.args[0])


def test_a_task_by_enter_from_field_to_field(open_sheet: Open, ui: UiContext, qtbot: QtBot) -> None:
    with ui.background.database.transaction() as session:
        maryam = make_customer(session)
    sheet = open_sheet(about=(RecordKind.CUSTOMER, maryam))
    press(Qt.Key.Key_Return, CONTROL)
    assert sheet.is_open
    type_text(focused(), "خبر بده")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    type_text(focused(), "۹:۳۰")
    press(Qt.Key.Key_Return)
    type_text(focused(), "احمدی")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "id" in sheet.form.field("customer_id").snapshot())
    row = save(sheet, qtbot, ui)
    assert (row.title, row.due_on, row.due_time) == (
        "خبر بده",
        ui.today() + timedelta(days=1),
        time(9, 30),
    )
    assert (row.customer_id, row.assignee_name) == (maryam, "مریم")
    assert (row.record_kind, row.record_id) == (RecordKind.CUSTOMER, maryam)


def test_a_day_is_needed(open_sheet: Open, ui: UiContext) -> None:
    sheet = open_sheet()
    type_text(focused(), "خبر بده")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Delete)
    QTest.keySequence(focused(), "Ctrl+A")
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return, CONTROL)
    assert sheet.is_open
    assert focused().accessibleDescription()


def test_a_known_task_keeps_what_is_not_changed(
    open_sheet: Open, ui: UiContext, qtbot: QtBot
) -> None:
    with ui.background.database.transaction() as session:
        reza = make_user(session)
        maryam = make_customer(session)
        task = create_task(
            session,
            TaskDraft(
                title="خبر",
                due_on=ui.today() - timedelta(days=3),
                due_time=time(17),
                assignee_id=reza,
                customer_id=maryam,
                repeat=TaskRepeat.WEEKLY,
                record_kind=RecordKind.CUSTOMER,
                record_id=maryam,
                note="دو بار",
            ),
        )
        before = get_task(session, task)
        retire_user(session, reza)
    sheet = open_sheet(record_id=task)
    assert not sheet.form.dirty
    type_text(focused(), "تازه ")
    row = save(sheet, qtbot, ui)
    assert row.title != before.title
    assert (row.due_on, row.due_time, row.repeat) == (before.due_on, time(17), TaskRepeat.WEEKLY)
    # Who no longer works here keeps what was theirs until it is handed over.
    assert (row.assignee_id, row.customer_id) == (reza, maryam)
    assert (row.record_kind, row.record_id, row.note) == (RecordKind.CUSTOMER, maryam, "دو بار")
