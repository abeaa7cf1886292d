from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.timeline import Timeline, TimelineItem


def item(number: int) -> TimelineItem:
    return TimelineItem(
        kind="purchase",
        id=UUID(int=number),
        badge="خرید",
        badge_kind=BadgeKind.PRIMARY,
        title=f"{number} قلم",
        when="دیروز",
    )


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline(name="رویدادها")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_enter_and_click_open_the_event(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.show_items([item(n) for n in range(5)])
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    with qtbot.waitSignal(timeline.activated_item) as opened:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert opened.args == ["purchase", UUID(int=1)]
    place = timeline.visualRect(timeline.model().index(3, 0)).center()
    with qtbot.waitSignal(timeline.activated_item) as clicked:
        QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == ["purchase", UUID(int=3)]


def test_scrolling_to_the_end_asks_for_older_events(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.show_items([item(n) for n in range(1000)])
    with qtbot.waitSignal(timeline.end_reached):
        timeline.scrollToBottom()


def test_screen_readers_hear_the_whole_event(timeline: Timeline) -> None:
    timeline.show_items([item(7)])
    index = timeline.model().index(0, 0)
    heard = timeline.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert "خرید" in heard
    assert "7 قلم" in heard
    assert "دیروز" in heard
