from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.ui.widgets.phrase_edit import PhraseEdit
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.recovery_phrase import parse_phrase, to_phrase
from tests.helpers.keyboard import type_text

SECRET = bytes(range(100, 116))
GROUPS = to_phrase(SECRET)
Show = Callable[..., PhraseEdit]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def show(*asked: int) -> PhraseEdit:
        edit = PhraseEdit(asked) if asked else PhraseEdit()
        qtbot.addWidget(edit)
        edit.show()
        edit.activateWindow()
        edit.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is edit.editors[0])
        return edit

    return show


def boxes(edit: PhraseEdit) -> list[QLineEdit]:
    return edit.findChildren(QLineEdit)


def type_on(text: str) -> None:
    for one in text:
        place = QApplication.focusWidget()
        assert place is not None
        type_text(place, one)


@pytest.mark.parametrize("write", [str, to_persian_digits])
def test_digits_typed_in_a_row_fill_all_boxes(show: Show, write: Callable[[str], str]) -> None:
    edit = show()
    type_on(write("".join(GROUPS)))
    assert parse_phrase(edit.value()) == SECRET
    assert boxes(edit)[0].text() == to_persian_digits(GROUPS[0])
    assert edit.hint() == ""


def test_a_mistyped_group_is_told_when_it_is_full(show: Show, qtbot: QtBot) -> None:
    edit = show()
    wrong = GROUPS[0][:5] + str((int(GROUPS[0][5]) + 1) % 10)
    type_on(wrong[:5])
    assert edit.hint() == ""
    with qtbot.waitSignal(edit.hinted):
        type_on(wrong[5])
    assert "گروه ۱" in edit.hint()
    assert edit.editors[0].property("wrong")
    with pytest.raises(InvalidInput) as caught:
        edit.value()
    assert caught.value.problem is Problem.PHRASE_GROUP_WRONG
    edit.editors[0].setFocus()
    boxes(edit)[0].selectAll()
    type_on(GROUPS[0])
    assert edit.hint() == ""
    assert not edit.editors[0].property("wrong")


@pytest.mark.parametrize("place", [0, 4])
@pytest.mark.parametrize("between", [" ", "\n", "-", ""])
def test_a_pasted_phrase_fills_all_boxes_wherever(show: Show, place: int, between: str) -> None:
    edit = show()
    QGuiApplication.clipboard().setText(between.join(GROUPS))
    edit.editors[place].setFocus()
    QTest.keyClick(edit.editors[place], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert parse_phrase(edit.value()) == SECRET


def test_letters_are_not_taken_and_backspace_goes_back(show: Show) -> None:
    edit = show()
    type_on("12x3-4")
    assert boxes(edit)[0].text() == "۱۲۳۴"
    edit.editors[1].setFocus()
    QTest.keyClick(edit.editors[1], Qt.Key.Key_Backspace)
    assert QApplication.focusWidget() is edit.editors[0]


def test_some_groups_are_asked_by_their_number(show: Show) -> None:
    edit = show(2, 5, 9)
    names = [editor.accessibleName() for editor in edit.editors]
    assert names == ["گروه ۲", "گروه ۵", "گروه ۹"]
    type_on(GROUPS[1] + GROUPS[4])
    with pytest.raises(InvalidInput) as caught:
        edit.value()
    assert caught.value.details == {"group": 9}
    type_on(GROUPS[8])
    assert edit.value() == " ".join((GROUPS[1], GROUPS[4], GROUPS[8]))


def test_nothing_of_it_is_kept_in_a_draft(show: Show) -> None:
    edit = show()
    edit.set_value(" ".join(GROUPS))
    assert not edit.is_empty()
    assert edit.snapshot() == ""
    edit.restore("123456")
    assert parse_phrase(edit.value()) == SECRET
