"""The board and the list of complaints, by keyboard and by dragging."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ecrm_desktop.queries.complaint_detail import complaint_detail
from ecrm_desktop.services.complaints import move_complaint
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.complaints.board_column import CardList
from ecrm_desktop.ui.complaints.page import ComplaintsPage
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.values.statuses import ComplaintStatus, Severity
from tests.helpers.finders import button
from tests.helpers.keyboard import type_text
from tests.helpers.person import plain
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window
from tests.ui.complaints.conftest import MakeComplaint

CONTROL = Qt.KeyboardModifier.ControlModifier
NEW, BUSY, WAITING, RESOLVED, CLOSED, REOPENED = (
    ComplaintStatus.NEW,
    ComplaintStatus.IN_PROGRESS,
    ComplaintStatus.WAITING_CUSTOMER,
    ComplaintStatus.RESOLVED,
    ComplaintStatus.CLOSED,
    ComplaintStatus.REOPENED,
)


@pytest.fixture
def page(
    window: Window, ui: UiContext, qtbot: QtBot, make_complaint: MakeComplaint
) -> ComplaintsPage:
    make_complaint("دیر", due=-4)
    make_complaint("تازه", due=3)
    make_complaint("فوری", due=-4, severity=Severity.CRITICAL)
    make_complaint("بررسی", BUSY, due=0)
    make_complaint("بسته", CLOSED)
    page = ComplaintsPage(ui)
    window.show_page(page)
    qtbot.waitUntil(lambda: board(page) == {NEW: "فوری دیر تازه", BUSY: "بررسی", CLOSED: "بسته"})
    page.board.take_focus()
    return page


def lists(page: ComplaintsPage) -> dict[ComplaintStatus, CardList]:
    return {one.status: one for one in page.board.findChildren(CardList)}


def board(page: ComplaintsPage) -> dict[ComplaintStatus, str]:
    shown = {
        status: " ".join(card.subject for card in cards.cards.cards)
        for status, cards in lists(page).items()
    }
    return {status: text for status, text in shown.items() if text}


def press(
    page: ComplaintsPage,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def current(page: ComplaintsPage) -> str:
    card = page.board.current()
    return card.subject if card is not None else ""


def everything(window: Window) -> str:
    return " ".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def status_of(ui: UiContext, complaint: UUID) -> ComplaintStatus:
    with ui.background.database.reading() as session:
        return complaint_detail(session, complaint).status


def test_each_status_has_its_column_with_the_overdue_first(page: ComplaintsPage) -> None:
    # In Persian work flows from right to left.
    places = [lists(page)[status].mapTo(page, QPoint(0, 0)).x() for status in (NEW, BUSY, CLOSED)]
    assert places == sorted(places, reverse=True)
    assert current(page) == "فوری"


def test_arrows_walk_over_the_board_and_enter_opens(
    page: ComplaintsPage, navigator: RecordingNavigator
) -> None:
    press(page, Qt.Key.Key_Down)
    assert current(page) == "دیر"
    press(page, Qt.Key.Key_Left)
    assert current(page) == "بررسی"
    press(page, Qt.Key.Key_Left)
    assert current(page) == "بسته"
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Right)
    assert current(page) == "دیر"
    press(page, Qt.Key.Key_Return)
    card = page.board.current()
    assert card is not None
    assert navigator.take() == [call(Navigator.open_complaint, card.id)]


def test_control_with_an_arrow_takes_the_card_along(page: ComplaintsPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_Left, CONTROL)
    qtbot.waitUntil(lambda: board(page).get(BUSY) == "فوری بررسی")
    assert current(page) == "فوری"
    assert lists(page)[BUSY].hasFocus()
    press(page, Qt.Key.Key_Left, CONTROL)
    qtbot.waitUntil(lambda: board(page).get(WAITING) == "فوری")
    press(page, Qt.Key.Key_Right, CONTROL)
    qtbot.waitUntil(lambda: board(page).get(BUSY) == "فوری بررسی")


def test_a_card_that_somebody_else_has_moved_is_asked_about(
    page: ComplaintsPage, qtbot: QtBot, ui: UiContext, window: Window
) -> None:
    card = page.board.current()
    assert card is not None
    with ui.background.database.transaction() as session:  # as another program on the file
        move_complaint(session, card.id, WAITING)
    press(page, Qt.Key.Key_Left, CONTROL)
    qtbot.waitUntil(lambda: f"به «{label(WAITING)}» رفته" in plain(everything(window)))
    assert status_of(ui, card.id) == WAITING
    button(window, "جابه‌جا کن").click()
    qtbot.waitUntil(lambda: status_of(ui, card.id) == BUSY)


def test_a_card_that_may_not_go_there_stays(page: ComplaintsPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.board.move_asked):
        press(page, Qt.Key.Key_Right, CONTROL)
    # A closed complaint can only be taken up again, and that column lies far to the right.
    page.board.make_current(lists(page)[CLOSED].cards.cards[0].id)
    with qtbot.waitSignal(page.board.move_asked) as asked:
        press(page, Qt.Key.Key_Right, CONTROL)
    assert asked.args is not None
    assert asked.args[1:] == [CLOSED, REOPENED]


def test_reopening_asks_for_a_new_promise(
    page: ComplaintsPage, qtbot: QtBot, window: Window, ui: UiContext
) -> None:
    page.board.make_current(lists(page)[CLOSED].cards.cards[0].id)
    card = page.board.current()
    assert card is not None
    press(page, Qt.Key.Key_Right, CONTROL)
    qtbot.waitUntil(lambda: bool(window.findChildren(FormSheet)))
    (sheet,) = window.findChildren(FormSheet)
    (day,) = sheet.findChildren(JalaliEdit)
    promised = ui.today() + timedelta(days=ui.shop.promise_normal)
    assert day.value() == promised
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(sheet.saved):
        QTest.keyClick(focused, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: board(page).get(REOPENED) == "بسته")
    with ui.background.database.reading() as session:
        detail = complaint_detail(session, card.id)
    assert (detail.status, detail.due_on) == (REOPENED, promised)


def test_resolving_asks_how_it_was_mended(
    page: ComplaintsPage, qtbot: QtBot, window: Window, ui: UiContext
) -> None:
    page.board.make_current(lists(page)[BUSY].cards.cards[0].id)
    press(page, Qt.Key.Key_Left, CONTROL)
    qtbot.waitUntil(lambda: board(page).get(WAITING) == "بررسی")
    card = page.board.current()
    assert card is not None
    press(page, Qt.Key.Key_Left, CONTROL)
    (sheet,) = window.findChildren(FormSheet)
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, "کالا عوض شد")
    with qtbot.waitSignal(sheet.saved):
        QTest.keyClick(focused, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: board(page).get(RESOLVED) == "بررسی")
    with ui.background.database.reading() as session:
        detail = complaint_detail(session, card.id)
    assert (detail.status, detail.resolution) == (RESOLVED, "کالا عوض شد")


@pytest.mark.parametrize(("target", "taken"), [(WAITING, True), (REOPENED, False)])
def test_dragging_goes_only_where_the_card_may_go(
    page: ComplaintsPage, qtbot: QtBot, ui: UiContext, target: ComplaintStatus, *, taken: bool
) -> None:
    cards = lists(page)[NEW].cards
    data: QMimeData = cards.mimeData([cards.index(0, 0)])
    card = cards.cards[0]
    drop = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    lists(page)[target].dropEvent(drop)
    if taken:
        qtbot.waitUntil(lambda: board(page).get(target) == card.subject)
    assert status_of(ui, card.id) == (target if taken else NEW)


def test_delete_goes_to_the_bin_and_comes_back(
    page: ComplaintsPage, qtbot: QtBot, window: Window
) -> None:
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: board(page)[NEW] == "دیر تازه")
    assert current(page) == "دیر"
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: board(page)[NEW] == "فوری دیر تازه")


def test_the_menu_offers_the_allowed_moves_only(page: ComplaintsPage) -> None:
    card = page.board.current()
    assert card is not None
    texts = [action.text() for action in page.board.card_menu(card).actions()]
    assert [text for text in texts if text.startswith("انتقال")] == [
        "انتقال به «در حال بررسی»",
        "انتقال به «منتظر مشتری»",
        "انتقال به «حل‌شده»",
        "انتقال به «بسته‌شده»",
    ]


def test_only_the_overdue(page: ComplaintsPage, qtbot: QtBot) -> None:
    chip = next(one for one in page.findChildren(FilterChip) if one.text().startswith("موعد"))
    next(one for one in chip.menu().actions() if one.text() == "فقط دیرکردها").trigger()
    qtbot.waitUntil(lambda: board(page) == {NEW: "فوری دیر"})


def test_the_list_has_the_same_complaints(
    page: ComplaintsPage, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    page.show_list()
    model = page.table.paged
    qtbot.waitUntil(lambda: model.rowCount() == 5 and bool(model.index(0, 1).data()))
    page.table.setFocus()
    current = page.table.current()
    assert current is not None
    press(page, Qt.Key.Key_Return)
    assert navigator.take() == [call(Navigator.open_complaint, current)]
    page.table.selectAll()
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: model.rowCount() == 0)
