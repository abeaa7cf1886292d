"""Working through the tasks by keyboard."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.queries.tasks import TaskFilter, TaskGroup, TaskRow, list_tasks, task_rows
from ecrm_desktop.services.tasks import complete_task, create_task, postpone_task
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.tasks.page import TasksPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.calendar_popup import CalendarPopup
from ecrm_desktop.values.statuses import TaskRepeat
from tests.helpers.factories import make_customer
from tests.helpers.finders import button
from tests.helpers.keyboard import type_text
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window

Fill = Callable[..., TasksPage]


@pytest.fixture
def fill(window: Window, ui: UiContext, qtbot: QtBot) -> Fill:
    """Show the page with tasks: title → due in so many days, or a dict of a draft's fields."""

    def fill(**tasks: Any) -> TasksPage:
        with ui.background.database.transaction() as session:
            for title, due in tasks.items():
                over = due if isinstance(due, dict) else {"due_on": ui.today() + timedelta(due)}
                create_task(session, TaskDraft(**{"title": title} | over))
        page = TasksPage(ui)
        window.show_page(page)
        qtbot.waitUntil(lambda: bool(lines(page)) or not tasks)
        page.tasks.setFocus()
        return page

    return fill


def lines(page: TasksPage) -> list[str]:
    model = page.tasks.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def titles(page: TasksPage) -> list[str]:
    return [line.split(" · ")[0] for line in lines(page)]


def stored(ui: UiContext) -> dict[str, TaskRow]:
    with ui.background.database.reading() as session:
        ids = list_tasks(session, TaskFilter(today=ui.today()))
        return {row.title: row for row in task_rows(session, ids)}


def everything(window: Window) -> str:
    return " ".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def press(page: TasksPage, key: Qt.Key, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(page.tasks, key, modifier)


def test_tasks_stand_under_their_headings_with_counts(fill: Fill) -> None:
    page = fill(a=-3, b=0, c=0, d=5)
    assert titles(page) == ["دیرکرد ۱", "a", "امروز ۲", "b", "c", "بعد ۱", "d"]
    assert "۳ روز دیرکرد" in lines(page)[1]
    assert page.tasks.current() is not None


def test_space_ticks_and_control_z_takes_it_back(
    fill: Fill, qtbot: QtBot, ui: UiContext, window: Window
) -> None:
    page = fill(a=-3, b=0)
    press(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: titles(page) == ["امروز ۱", "b", "انجام شده ۱", "a"])
    assert stored(ui)["a"].done_by_name == "مریم"
    current = page.tasks.current()
    assert current is not None
    assert current.title == "b"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(page) == ["دیرکرد ۱", "a", "امروز ۱", "b"])


def test_what_somebody_else_moved_or_did_is_asked_about_and_the_rest_put_off(
    fill: Fill, qtbot: QtBot, ui: UiContext, window: Window
) -> None:
    page = fill(a=0, b=0, c=0)
    by_title = {title: row.id for title, row in stored(ui).items()}
    later = ui.today() + timedelta(days=9)
    with ui.background.database.transaction() as session:  # as another program on the file
        postpone_task(session, by_title["a"], later)
        complete_task(session, by_title["b"], today=ui.today())
    page.tasks.selectAll()
    press(page, Qt.Key.Key_D, ctrl=True)
    tomorrow = ui.today() + timedelta(days=1)
    qtbot.waitUntil(lambda: stored(ui)["c"].due_on == tomorrow)
    qtbot.waitUntil(
        lambda: "در این میان" in everything(window) or "حالا برای" in everything(window)
    )
    now = stored(ui)
    assert (now["a"].due_on, now["b"].due_on) == (later, ui.today())
    button(window, "جابه‌جا کن").click()
    qtbot.waitUntil(lambda: stored(ui)["a"].due_on == tomorrow)
    assert stored(ui)["b"].due_on == ui.today()


def test_what_came_back_from_the_bin_is_selected(fill: Fill, qtbot: QtBot, window: Window) -> None:
    page = fill(a=0, b=0, c=0, d=0)
    current = page.tasks.current()
    assert current is not None
    press(page, Qt.Key.Key_Down)
    QTest.keyClick(page.tasks, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    gone = [one.title for one in page.tasks.selected()]
    assert gone == ["b", "c"]
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == ["امروز ۲", "a", "d"])
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(titles(page)) == 5)
    assert [one.title for one in page.tasks.selected()] == gone


def test_a_repeated_task_comes_back_on_its_next_day(
    fill: Fill, qtbot: QtBot, ui: UiContext
) -> None:
    page = fill(a={"due_on": ui.today(), "repeat": TaskRepeat.DAILY})
    press(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: titles(page) == ["بعد ۱", "a", "انجام شده ۱", "a"])


def test_a_changed_next_one_goes_to_the_bin_and_that_is_said(
    fill: Fill, qtbot: QtBot, ui: UiContext, window: Window
) -> None:
    page = fill(a={"due_on": ui.today(), "repeat": TaskRepeat.DAILY})
    press(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: titles(page) == ["بعد ۱", "a", "انجام شده ۱", "a"])
    with ui.background.database.transaction() as session:
        ids = list_tasks(session, TaskFilter(today=ui.today(), group=TaskGroup.LATER))
        postpone_task(session, ids[0], ui.today() + timedelta(days=5))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(page) == ["امروز ۱", "a"])
    qtbot.waitUntil(lambda: any("سطل" in label.text() for label in window.findChildren(QLabel)))


def test_control_d_puts_off_until_tomorrow(
    fill: Fill, qtbot: QtBot, ui: UiContext, window: Window
) -> None:
    page = fill(a=-3, b=0)
    press(page, Qt.Key.Key_D, ctrl=True)
    qtbot.waitUntil(lambda: titles(page) == ["امروز ۱", "b", "بعد ۱", "a"])
    assert stored(ui)["a"].due_on == ui.today() + timedelta(days=1)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(page) == ["دیرکرد ۱", "a", "امروز ۱", "b"])


def test_another_day_is_picked_from_the_calendar(fill: Fill, qtbot: QtBot, ui: UiContext) -> None:
    page = fill(a=-3)
    current = page.tasks.current()
    assert current is not None
    later = next(one.menu() for one in page.menu_for(current).actions() if one.menu() is not None)
    assert isinstance(later, QMenu)
    later.actions()[-1].trigger()
    calendar = page.findChild(CalendarPopup)
    assert calendar is not None
    qtbot.waitUntil(calendar.isVisible)
    grid = calendar.focusWidget() or calendar
    for _ in range(7):
        QTest.keyClick(grid, Qt.Key.Key_Left)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(page) == ["بعد ۱", "a"])
    assert stored(ui)["a"].due_on == ui.today() + timedelta(days=4)


def test_delete_goes_to_the_bin_and_comes_back(fill: Fill, qtbot: QtBot, window: Window) -> None:
    page = fill(a=-3, b=0, c=0)
    page.tasks.selectAll()
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not titles(page))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(titles(page)) == 5)


def test_the_bar_names_the_task_that_went_and_came_back(
    fill: Fill, qtbot: QtBot, window: Window
) -> None:
    page = fill(a=-3, b=0)
    press(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == ["امروز ۱", "b"])
    assert "«\u2068a\u2069» به سطل بازیافت رفت." in " ".join(said(window))
    press(page, Qt.Key.Key_Z, ctrl=True)
    qtbot.waitUntil(lambda: len(titles(page)) == 4)
    assert "«\u2068a\u2069» برگشت." in " ".join(said(window))


def test_more_tasks_than_are_seen_go_only_after_a_question(
    fill: Fill, qtbot: QtBot, window: Window, ui: UiContext
) -> None:
    page = fill(**{f"t{at}": 0 for at in range(40)})
    page.tasks.selectAll()
    press(page, Qt.Key.Key_Delete)
    assert "۴۰ مورد به سطل بازیافت برود؟" in said(window)
    assert len(stored(ui)) == 40
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Backtab)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not titles(page))


def said(window: Window) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_enter_opens_and_the_box_is_ticked_by_a_click(
    fill: Fill, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    page = fill(a=0)
    press(page, Qt.Key.Key_Return)
    current = page.tasks.current()
    assert current is not None
    assert navigator.take() == [call(Navigator.open_task, current.id)]
    line = page.tasks.visualRect(page.tasks.currentIndex())
    box = QPoint(line.right() - 20, line.center().y())
    QTest.mouseClick(page.tasks.viewport(), Qt.MouseButton.LeftButton, pos=box)
    qtbot.waitUntil(lambda: titles(page) == ["انجام شده ۱", "a"])


def test_search_by_the_customer_narrows_and_escape_widens(
    fill: Fill, qtbot: QtBot, ui: UiContext, window: Window
) -> None:
    with ui.background.database.transaction() as session:
        maryam = make_customer(session, "مریم احمدی")
    page = fill(a={"due_on": ui.today(), "customer_id": maryam}, b=0)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.tasks, Qt.Key.Key_F, both)
    line = QApplication.focusWidget()
    assert line is not None
    type_text(line, "احمدی")
    qtbot.waitUntil(lambda: titles(page) == ["امروز ۱", "a"])
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.tasks


def test_an_empty_page_offers_the_first_task(fill: Fill, navigator: RecordingNavigator) -> None:
    page = fill()
    button = next(
        one for one in page.findChildren(Button) if one.isVisible() and one.text() == "کار تازه"
    )
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert navigator.take() == [call(Navigator.new_task)]


def test_the_menu_leads_to_the_customer(
    fill: Fill, navigator: RecordingNavigator, ui: UiContext
) -> None:
    with ui.background.database.transaction() as session:
        maryam = make_customer(session)
    page = fill(a={"due_on": ui.today(), "customer_id": maryam})
    current = page.tasks.current()
    assert current is not None
    menu = page.menu_for(current)
    next(one for one in menu.actions() if one.text() == "باز کردن مشتری").trigger()
    assert navigator.take() == [call(Navigator.open_customer, maryam)]
