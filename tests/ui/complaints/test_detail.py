"""Following one complaint, by keyboard."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.queries.complaint_detail import ComplaintDetail, complaint_detail
from ecrm_desktop.services.complaints import delete_complaints
from ecrm_desktop.ui.complaints.detail import ComplaintDetailSheet, open_complaint_detail
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.values.statuses import ComplaintStatus, RecordKind
from tests.helpers.factories import make_customer
from tests.helpers.keyboard import type_text
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window
from tests.ui.complaints.conftest import MakeComplaint

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def complaint(ui: UiContext, make_complaint: MakeComplaint) -> UUID:
    with ui.background.database.transaction() as session:
        maryam = make_customer(session, phone="+989123456789")
    return make_complaint("کفش پاره بود", due=-2, customer_id=maryam)


@pytest.fixture
def sheet(window: Window, ui: UiContext, complaint: UUID, qtbot: QtBot) -> ComplaintDetailSheet:
    page = QWidget()
    window.show_page(page)
    sheet = open_complaint_detail(ui, page, complaint)
    qtbot.waitUntil(lambda: sheet.is_open)
    return sheet


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown(sheet: ComplaintDetailSheet) -> str:
    texts = [one.text() for one in sheet.findChildren(QLabel) if one.isVisibleTo(sheet)]
    return "\n".join(texts).replace("\u2068", "").replace("\u2069", "")


def press_button(sheet: ComplaintDetailSheet, text: str) -> None:
    button = next(
        one for one in sheet.findChildren(Button) if one.text() == text and one.isVisible()
    )
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def read(ui: UiContext, complaint: UUID) -> ComplaintDetail:
    with ui.background.database.reading() as session:
        return complaint_detail(session, complaint)


def test_it_tells_what_is_owed_to_whom(sheet: ComplaintDetailSheet) -> None:
    text = shown(sheet)
    assert "کفش پاره بود" in text
    assert "۲ روز دیرکرد" in text
    assert "مریم احمدی" in text


def test_a_note_alone(
    sheet: ComplaintDetailSheet, ui: UiContext, complaint: UUID, qtbot: QtBot
) -> None:
    type_text(focused(), "زنگ زدم")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "زنگ زدم" in shown(sheet))
    (event,) = read(ui, complaint).history
    assert (event.field, event.note, event.user_name) == ("note", "زنگ زدم", "مریم")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sheet.is_open)
    assert len(read(ui, complaint).history) == 1


def test_moves_take_the_note_along_and_the_buttons_change(
    sheet: ComplaintDetailSheet, ui: UiContext, complaint: UUID, qtbot: QtBot
) -> None:
    type_text(focused(), "شروع کردم")
    press_button(sheet, "شروع بررسی")
    qtbot.waitUntil(lambda: "وضعیت: تازه ← در حال بررسی" in shown(sheet))
    assert read(ui, complaint).history[0].note == "شروع کردم"
    offered = {one.text() for one in sheet.findChildren(Button) if one.isVisible()}
    assert "شروع بررسی" not in offered
    assert {"منتظر مشتری", "حل شد…", "بستن شکایت"} <= offered


def test_resolved_then_asked_how_content_then_closed(
    sheet: ComplaintDetailSheet, ui: UiContext, complaint: UUID, qtbot: QtBot, window: Window
) -> None:
    type_text(focused(), "کفش عوض شد")
    press_button(sheet, "حل شد…")
    (resolve,) = window.findChildren(FormSheet)
    with qtbot.waitSignal(resolve.saved):
        QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "مشتری حالا راضی است؟" in shown(sheet))
    detail = read(ui, complaint)
    assert (detail.status, detail.resolution) == (ComplaintStatus.RESOLVED, "کفش عوض شد")
    score = next(
        one for one in sheet.findChildren(QWidget) if one.accessibleName() == "رضایت: نپرسیده"
    )
    score.setFocus()
    QTest.keyClick(score, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: read(ui, complaint).satisfaction == 5)
    qtbot.waitUntil(lambda: "۵ از ۵: خیلی راضی" in shown(sheet))
    press_button(sheet, "بستن شکایت")
    qtbot.waitUntil(lambda: read(ui, complaint).status == ComplaintStatus.CLOSED)


def test_reopening_takes_the_note_along_and_asks_until_when(
    sheet: ComplaintDetailSheet, ui: UiContext, complaint: UUID, qtbot: QtBot, window: Window
) -> None:
    press_button(sheet, "بستن شکایت")
    qtbot.waitUntil(
        lambda: (
            "باز کردن دوباره…" in {b.text() for b in sheet.findChildren(Button) if b.isVisible()}
        )
    )
    sheet.findChildren(MultilineEdit)[0].setFocus()
    type_text(focused(), "باز پاره شد")
    press_button(sheet, "باز کردن دوباره…")
    qtbot.waitUntil(lambda: bool(window.findChildren(FormSheet)))
    (reopen,) = window.findChildren(FormSheet)
    with qtbot.waitSignal(reopen.saved):
        QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    detail = read(ui, complaint)
    assert detail.status == ComplaintStatus.REOPENED
    assert detail.due_on >= ui.today()
    assert next(one.note for one in detail.history if one.note) == "باز پاره شد"
    assert sheet.findChildren(MultilineEdit)[0].is_empty()


def test_it_asks_for_what_lies_outside(
    sheet: ComplaintDetailSheet, complaint: UUID, ui: UiContext, navigator: RecordingNavigator
) -> None:
    customer = read(ui, complaint).customer_id
    assert customer is not None
    QTest.keyClick(focused(), Qt.Key.Key_F4)
    assert navigator.take() == [call(Navigator.edit_complaint, complaint)]
    press_button(sheet, "کار تازه")
    about = (RecordKind.COMPLAINT, complaint)
    assert navigator.take() == [call(Navigator.new_task, customer, about=about)]
    press_button(sheet, "کارت مشتری")
    assert navigator.take() == [call(Navigator.open_customer, customer)]
    assert not sheet.is_open


def test_it_closes_when_the_complaint_is_deleted(
    sheet: ComplaintDetailSheet, ui: UiContext, complaint: UUID, qtbot: QtBot
) -> None:
    ui.background.write(
        lambda session: delete_complaints(session, [complaint]), owner=ui.background
    )
    qtbot.waitUntil(lambda: not sheet.is_open)


def test_a_note_survives_the_death_of_the_program(
    sheet: ComplaintDetailSheet, ui: UiContext, complaint: UUID, qtbot: QtBot, window: Window
) -> None:
    type_text(focused(), "زنگ زدم و")
    qtbot.waitUntil(lambda: bool(ui.autosaves.keys()))
    sheet.close_overlay()
    again = open_complaint_detail(ui, window, complaint)
    qtbot.waitUntil(lambda: again.is_open)
    type_text(focused(), " قول دادم")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(read(ui, complaint).history))
    assert "قول دادم" in read(ui, complaint).history[0].note
    assert "زنگ زدم و" in read(ui, complaint).history[0].note
    qtbot.waitUntil(lambda: not ui.autosaves.keys())
