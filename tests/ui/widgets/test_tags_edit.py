"""Tags are added, completed and removed without a mouse, each once however it is spelled."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.tags_edit import TagsEdit
from tests.helpers.keyboard import type_text

KNOWN = ("همکار", "مشتری ثابت", "خوش‌حساب", "VIP")


@pytest.fixture
def after() -> QLineEdit:
    return QLineEdit()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(420, 300)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def field(qtbot: QtBot, window: QWidget, after: QLineEdit) -> TagsEdit:
    field = TagsEdit(lambda: KNOWN, placeholder="برچسب")
    form = Form()
    form.add("tags", "برچسب‌ها", field)
    form.add_widget(after)
    QVBoxLayout(window).addWidget(form)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    return field


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def popup(field: TagsEdit) -> QListView:
    completer = field.line.completer()
    assert completer is not None
    view = completer.popup()
    assert isinstance(view, QListView)
    return view


def offered(field: TagsEdit) -> list[str]:
    model = popup(field).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def chips(field: TagsEdit) -> list[QWidget]:
    """Return the chips in the order of reading."""
    found = [one for one in field.findChildren(QWidget) if one.toolTip() and one.isVisible()]
    return sorted(found, key=lambda one: (one.y(), -one.x()))


def test_enter_adds_what_is_typed_and_then_moves_on(
    field: TagsEdit, after: QLineEdit, qtbot: QtBot
) -> None:
    type_text(field.line, "جدید")
    with qtbot.waitSignal(field.edited):
        press(Qt.Key.Key_Return)
    assert field.value() == ("جدید",)
    assert field.line.text() == ""
    press(Qt.Key.Key_Return)
    assert after.hasFocus()


@pytest.mark.parametrize("comma", [",", "،", ";", "؛"])
def test_a_comma_adds(field: TagsEdit, comma: str) -> None:
    type_text(field.line, f"یک{comma}دو")
    assert field.value() == ("یک", "دو")
    assert field.line.text() == "دو"


def test_several_tags_are_pasted_at_once(field: TagsEdit) -> None:
    QApplication.clipboard().setText("یک، دو,  سه ، ,")
    field.line.paste()
    assert field.value() == ("یک", "دو", "سه")


def test_what_is_typed_counts_without_enter(field: TagsEdit, after: QLineEdit) -> None:
    type_text(field.line, " همکار ")
    assert field.value() == ("همکار",)
    after.setFocus()
    assert [one.toolTip() for one in chips(field)] == ["همکار"]
    assert field.line.text() == ""


@pytest.mark.parametrize("again", ["خوش حساب", "خوشحساب", "خوش‌حساب", "خوش‌حساب "])
def test_a_tag_is_there_once_however_it_is_spelled(field: TagsEdit, again: str) -> None:
    field.set_value(("خوش‌حساب",))
    type_text(field.line, again)
    press(Qt.Key.Key_Return)
    assert field.value() == ("خوش‌حساب",)
    assert field.line.text() == ""


def test_arabic_letters_become_persian(field: TagsEdit) -> None:
    type_text(field.line, "مشتري")
    press(Qt.Key.Key_Return)
    assert field.value() == ("مشتری",)


def test_known_tags_are_offered_by_any_part(field: TagsEdit) -> None:
    type_text(field.line, "ثاب")
    assert popup(field).isVisible()
    assert offered(field) == ["مشتری ثابت"]
    QTest.keyClick(popup(field), Qt.Key.Key_Down)
    QTest.keyClick(popup(field), Qt.Key.Key_Return)
    assert field.value() == ("مشتری ثابت",)
    assert field.line.text() == ""


def test_suggestions_stand_below_the_whole_field(field: TagsEdit) -> None:
    field.set_value(("همکار",))
    box = chips(field)[0].parentWidget()
    assert box is not None
    for letter in "مش":
        type_text(field.line, letter)
        place = popup(field).geometry()
        assert place.left() == box.mapToGlobal(QPoint(0, 0)).x()
        assert place.width() == box.width()
        assert place.top() > box.mapToGlobal(QPoint(0, 0)).y()


def test_enter_prefers_what_was_typed_to_what_is_offered(field: TagsEdit) -> None:
    type_text(field.line, "VI")
    assert offered(field) == ["VIP"]
    QTest.keyClick(popup(field), Qt.Key.Key_Return)
    assert field.value() == ("VI",)
    assert not popup(field).isVisible()


def test_a_click_takes_an_offered_tag(field: TagsEdit, qtbot: QtBot) -> None:
    type_text(field.line, "vip")
    view = popup(field)
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: field.line.text() == "")
    assert field.value() == ("VIP",)


def test_what_is_there_is_not_offered(field: TagsEdit) -> None:
    field.set_value(("VIP",))
    type_text(field.line, "vip")
    assert offered(field) == []


def test_backspace_takes_the_last_tag_back_into_the_line(field: TagsEdit, qtbot: QtBot) -> None:
    field.set_value(("یک", "دو"))
    with qtbot.waitSignal(field.edited):
        press(Qt.Key.Key_Backspace)
    assert field.line.text() == "دو"
    assert [one.toolTip() for one in chips(field)] == ["یک"]
    assert field.value() == ("یک", "دو")


def test_arrows_reach_every_tag_and_delete_removes_it(field: TagsEdit, qtbot: QtBot) -> None:
    field.set_value(("یک", "دو", "سه"))
    press(Qt.Key.Key_Right)  # back to where Persian starts
    press(Qt.Key.Key_Right)
    with qtbot.waitSignal(field.edited):
        press(Qt.Key.Key_Delete)
    assert field.value() == ("یک", "سه")
    press(Qt.Key.Key_Left)
    assert field.line.hasFocus()
    press(Qt.Key.Key_Right)
    type_text(chips(field)[-1], "چ")
    assert (field.line.text(), field.line.hasFocus()) == ("چ", True)


def test_the_cross_removes_a_tag(field: TagsEdit) -> None:
    field.set_value(("یک", "دو"))
    first = chips(field)[0]
    assert first.toolTip() == "یک"
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(14, 13))
    assert field.value() == ("دو",)


def test_tags_run_from_right_to_left_and_wrap(field: TagsEdit, window: QWidget) -> None:
    field.set_value(tuple(f"برچسب شماره {number}" for number in range(1, 8)))
    first, second, *_rest, last = chips(field)
    assert first.x() > second.x()
    assert last.y() > first.y()
    box = first.parentWidget()
    assert box is not None
    assert all(box.rect().contains(one.geometry()) for one in chips(field))
    assert box.rect().contains(field.line.geometry())


def test_one_endless_tag_stays_inside(field: TagsEdit) -> None:
    field.set_value(("الف" * 100,))
    box = chips(field)[0].parentWidget()
    assert box is not None
    assert box.rect().contains(chips(field)[0].geometry())


def test_a_tag_too_long_stays_in_the_line_and_is_refused(field: TagsEdit) -> None:
    field.line.setText("الف" * 100)
    press(Qt.Key.Key_Return)
    with pytest.raises(InvalidInput) as wrong:
        field.value()
    assert wrong.value.problem is Problem.TEXT_TOO_LONG
    assert not chips(field)


def test_a_draft_keeps_tags_and_what_is_typed(field: TagsEdit) -> None:
    field.set_value(("یک",))
    type_text(field.line, "نیمه")
    other = TagsEdit()
    other.restore(field.snapshot())
    assert other.snapshot() == {"tags": ["یک"], "typed": "نیمه"}


@pytest.mark.parametrize("draft", [None, ["یک"], {"tags": [1], "typed": ""}, {"tags": "یک"}])
def test_a_strange_draft_is_ignored(field: TagsEdit, draft: object) -> None:
    field.set_value(("یک",))
    field.restore(draft)
    assert field.value() == ("یک",)


def test_nothing(field: TagsEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(("یک",))
        field.set_value(())
        field.tidy()
    assert (field.value(), field.is_empty()) == ((), True)
    type_text(field.line, " ،, ")
    assert field.value() == ()
