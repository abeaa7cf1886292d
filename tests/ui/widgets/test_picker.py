"""A record is found, taken, dropped and kept in a draft without a mouse, even by a scanner."""

from collections.abc import Callable, Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.hit_popup import Hit
from ecrm_desktop.ui.widgets.picker import RecordPicker
from tests.helpers.keyboard import type_text

Show = Callable[[Sequence[Hit]], None]
HITS = [
    Hit(kind="customer", id=UUID(int=number), title=name, text="۰۹۱۲ ۳۴۵ ۶۷۸۹")
    for number, name in enumerate(("علی احمدی", "علی‌رضا صادقی", "مریم علوی"), 1)
]


class Searched:
    """A search that answers when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Show]] = []

    def __call__(self, text: str, show: Show) -> None:
        self.asked.append((text, show))

    def answer(self, *hits: Hit) -> None:
        self.asked[-1][1](hits)


@pytest.fixture
def searched() -> Searched:
    return Searched()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(600, 500)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def amount() -> QLineEdit:
    """The field after the picker."""
    return QLineEdit()


@pytest.fixture
def picker(qtbot: QtBot, window: QWidget, searched: Searched, amount: QLineEdit) -> RecordPicker:
    picker = RecordPicker(searched, placeholder="نام یا شماره")
    form = Form()
    form.add("customer", "مشتری", picker)
    form.add_widget(amount)
    QVBoxLayout(window).addWidget(form)
    with qtbot.waitActive(window):
        window.show()
    picker.setFocus()
    return picker


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def typed(text: str) -> None:
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, letter)


def test_enter_takes_the_first_hit(picker: RecordPicker, searched: Searched, qtbot: QtBot) -> None:
    typed("علی")
    searched.answer(*HITS)
    assert picker.line.popup.current == HITS[0]
    with qtbot.waitSignals([picker.chosen, picker.edited]):
        press(Qt.Key.Key_Return)
    assert picker.value() == HITS[0]
    assert picker.line.popup.hits == ()


def test_arrows_choose_another(picker: RecordPicker, searched: Searched) -> None:
    typed("علی")
    searched.answer(*HITS)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert picker.value() == HITS[2]


def test_the_mouse_takes_a_hit_without_taking_the_keyboard(
    picker: RecordPicker, searched: Searched
) -> None:
    typed("علی")
    searched.answer(*HITS)
    assert picker.line.hasFocus()
    picker.line.popup.clicked.emit(HITS[1])
    assert picker.value() == HITS[1]


def test_the_keyboard_stays_in_the_field_and_enter_moves_on(
    picker: RecordPicker, searched: Searched, amount: QLineEdit
) -> None:
    typed("علی")
    searched.answer(*HITS)
    press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert picker.isAncestorOf(focused)
    press(Qt.Key.Key_Return)
    assert amount.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_drops_the_choice(picker: RecordPicker, qtbot: QtBot, key: Qt.Key) -> None:
    picker.set_value(HITS[0])
    with qtbot.waitSignals([picker.cleared, picker.edited]):
        press(key)
    assert picker.value() is None
    assert picker.is_empty()
    assert picker.line.hasFocus()


def test_the_cross_drops_the_choice(picker: RecordPicker, qtbot: QtBot) -> None:
    picker.set_value(HITS[0])
    cross = next(one for one in picker.findChildren(QToolButton) if one.accessibleName())
    assert cross.isVisible()
    with qtbot.waitSignal(picker.cleared):
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert picker.value() is None


def test_typing_replaces_the_choice(picker: RecordPicker, searched: Searched) -> None:
    picker.set_value(HITS[0])
    typed("مریم")
    assert picker.line.text() == "مریم"
    assert searched.asked[-1][0] == "مریم"


def test_setting_a_record_is_no_edit(picker: RecordPicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.edited), qtbot.assertNotEmitted(picker.chosen):
        picker.set_value(HITS[0])
        picker.set_value(None)


def test_what_was_typed_but_not_chosen_is_no_value(picker: RecordPicker) -> None:
    typed("علی")
    with pytest.raises(InvalidInput) as wrong:
        picker.value()
    assert wrong.value.problem is Problem.CHOICE_WRONG
    assert not picker.is_empty()


def test_something_unknown_is_handed_on(
    picker: RecordPicker, searched: Searched, qtbot: QtBot
) -> None:
    typed("ناشناس")
    searched.answer()
    assert picker.line.popup.isVisible()
    with qtbot.waitSignal(picker.unknown) as unknown:
        press(Qt.Key.Key_Return)
    assert unknown.args == ["ناشناس"]
    assert not picker.line.popup.isVisible()


def test_a_scan_is_taken_when_its_answer_comes(
    picker: RecordPicker, searched: Searched, qtbot: QtBot
) -> None:
    typed("6260100")
    press(Qt.Key.Key_Return)
    assert picker.is_empty() is False
    with qtbot.waitSignal(picker.chosen) as chosen:
        searched.answer(HITS[0], HITS[1])
    assert chosen.args == [HITS[0]]


def test_a_scan_of_something_unknown_is_handed_on_and_the_next_replaces_it(
    picker: RecordPicker, searched: Searched, qtbot: QtBot
) -> None:
    typed("6260100")
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(picker.unknown) as unknown:
        searched.answer()
    assert unknown.args == ["6260100"]
    typed("42")
    assert picker.line.text() == "42"


def test_scans_that_overtake_the_search_are_all_taken_in_turn(
    picker: RecordPicker, searched: Searched
) -> None:
    taken: list[tuple[str, Hit]] = []

    def take(hit: Hit) -> None:
        taken.append((searched.asked[-1][0], hit))
        picker.set_value(None)

    picker.chosen.connect(take)
    typed("111")
    press(Qt.Key.Key_Return)
    typed("222")
    press(Qt.Key.Key_Return)
    assert searched.asked[-1][0] == "111"
    searched.answer(HITS[0])
    assert searched.asked[-1][0] == "222"
    searched.answer(HITS[1])
    assert taken == [("111", HITS[0]), ("222", HITS[1])]
    assert picker.line.text() == ""


def test_what_is_typed_ahead_goes_where_the_focus_went(
    picker: RecordPicker, searched: Searched, amount: QLineEdit
) -> None:
    picker.chosen.connect(lambda _hit: amount.setFocus())
    typed("111")
    press(Qt.Key.Key_Return)
    typed("3")
    assert (picker.line.text(), amount.text()) == ("111", "")
    searched.answer(HITS[0])
    assert (picker.value(), amount.text()) == (HITS[0], "3")


def test_escape_gives_up_waiting(picker: RecordPicker, searched: Searched) -> None:
    typed("111")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    searched.answer(*HITS)
    assert not picker.line.isHidden()
    typed("2")
    assert picker.line.text() == "1112"


def test_an_answer_to_an_older_text_is_dropped(picker: RecordPicker, searched: Searched) -> None:
    typed("عل")
    searched.asked[0][1](HITS)
    assert picker.line.popup.hits == ()
    searched.asked[1][1](HITS[:1])
    assert list(picker.line.popup.hits) == HITS[:1]


def test_an_answer_after_the_field_is_gone_does_no_harm(
    qtbot: QtBot, picker: RecordPicker, searched: Searched
) -> None:
    typed("علی")
    picker.deleteLater()
    qtbot.waitUntil(lambda: not isValid(picker))
    searched.answer(*HITS)


def test_escape_closes_the_popup_and_only_then_reaches_the_sheet(
    qtbot: QtBot, picker: RecordPicker, searched: Searched
) -> None:
    escaped: list[int] = []

    class Sheet(QWidget):
        def keyPressEvent(self, event: object) -> None:
            escaped.append(1)

    sheet = Sheet(picker.window())
    line = RecordPicker(searched)
    QVBoxLayout(sheet).addWidget(line)
    sheet.show()
    line.setFocus()
    typed("علی")
    searched.answer(*HITS)
    press(Qt.Key.Key_Escape)
    assert (line.line.popup.isVisible(), escaped) == (False, [])
    press(Qt.Key.Key_Escape)
    assert escaped == [1]


def test_leaving_closes_the_popup(picker: RecordPicker, searched: Searched) -> None:
    typed("علی")
    searched.answer(*HITS)
    picker.line.clearFocus()
    assert not picker.line.popup.isVisible()


def test_the_popup_opens_upwards_at_the_bottom_of_the_window(
    window: QWidget, picker: RecordPicker, searched: Searched
) -> None:
    line = RecordPicker(searched)
    line.setParent(window)
    line.setGeometry(0, window.height() - 40, 120, 36)
    line.show()
    line.setFocus()
    typed("علی")
    searched.answer(*HITS)
    popup = line.line.popup
    assert popup.isVisible()
    assert window.rect().contains(popup.geometry())
    assert popup.geometry().bottom() < line.mapTo(window, QPoint(0, 0)).y()


def test_a_draft_keeps_the_choice_or_what_was_typed(
    picker: RecordPicker, searched: Searched
) -> None:
    other = RecordPicker(searched)
    picker.set_value(HITS[0])
    other.restore(picker.snapshot())
    assert other.value() == HITS[0]
    picker.set_value(None)
    typed("علی")
    other.restore(picker.snapshot())
    assert (other.line.text(), other.is_empty()) == ("علی", False)


@pytest.mark.parametrize("draft", [None, "", [], {"id": "x"}, {"typed": 4}])
def test_a_strange_draft_is_ignored(picker: RecordPicker, draft: object) -> None:
    picker.set_value(HITS[0])
    picker.restore(draft)
    picker.restore({"kind": "customer", "id": "7", "title": "", "text": "", "icon": "user"})
    assert picker.value() == HITS[0]


def test_screen_readers_hear_who_is_chosen(picker: RecordPicker) -> None:
    picker.set_value(HITS[0])
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("مشتری علی احمدی")
