"""Rows come and go by keyboard, in the order of Tab, and never all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.ui.overlay import Overlay
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.joined_field import JoinedField
from ecrm_desktop.ui.widgets.list_edit import ListEdit
from ecrm_desktop.ui.widgets.phone_edit import PhoneEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.phone import Phone
from tests.helpers.keyboard import type_text

Labelled = tuple[str, Phone]
HOME = ("خانه", Phone.parse("02188776655"))
MOBILE = ("همراه", Phone.parse("09123456789"))
ALT = Qt.KeyboardModifier.AltModifier


class PhoneRow(JoinedField[Labelled]):
    """A phone with its label, as the customer form has it."""

    def __init__(self, display: Display) -> None:
        self.label = Choice([("همراه", "همراه"), ("خانه", "خانه")])
        self.phone = PhoneEdit(display)
        super().__init__({"phone": (self.phone, 2), "label": (self.label, 1)}, main="phone")

    def value(self) -> Labelled:
        phone = self.phone.value()
        assert phone is not None
        return self.label.value(), phone

    def set_value(self, value: Labelled) -> None:
        self.label.set_value(value[0])
        self.phone.set_value(value[1])


@pytest.fixture
def before() -> QLineEdit:
    return QLineEdit()


@pytest.fixture
def after() -> QLineEdit:
    return QLineEdit()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def field(
    qtbot: QtBot, window: QWidget, before: QLineEdit, after: QLineEdit, display: Display
) -> ListEdit[Labelled]:
    field = ListEdit(lambda: PhoneRow(display), add_text="تلفن دیگر")
    form = Form()
    form.add_widget(before)
    form.add("phones", "تلفن‌ها", field)
    form.add_widget(after)
    QVBoxLayout(window).addWidget(form)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    return field


def rows(field: ListEdit[Labelled]) -> list[PhoneRow]:
    return [one for one in field.fields if isinstance(one, PhoneRow)]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def plus(field: ListEdit[Labelled]) -> QToolButton:
    return next(
        one for one in field.findChildren(QToolButton) if one.accessibleName() == "تلفن دیگر"
    )


def crosses(field: ListEdit[Labelled]) -> list[QToolButton]:
    found = field.findChildren(QToolButton)
    return [one for one in found if one.accessibleName() == "حذف" and one.isVisible()]


def test_one_empty_row_is_always_there(field: ListEdit[Labelled]) -> None:
    assert len(field.fields) == 1
    assert (field.value(), field.is_empty()) == ((), True)
    assert not crosses(field)
    field.set_value((HOME, MOBILE))
    field.set_value(())
    assert len(field.fields) == 1
    assert field.is_empty()


def test_values_keep_their_order(field: ListEdit[Labelled], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.set_value((HOME, MOBILE))
    assert field.value() == (HOME, MOBILE)
    assert len(crosses(field)) == 2


def test_empty_rows_do_not_count(field: ListEdit[Labelled], qtbot: QtBot) -> None:
    type_text(rows(field)[0].phone.line, "09123456789")
    field.add_row()
    assert len(field.fields) == 2
    assert field.value() == (MOBILE,)


def test_the_plus_is_reached_by_tab_and_pressed_by_space(field: ListEdit[Labelled]) -> None:
    type_text(rows(field)[0].phone.line, "09123456789")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert plus(field).hasFocus()
    press(Qt.Key.Key_Space)
    assert rows(field)[1].phone.line.hasFocus()


def test_the_plus_makes_no_second_empty_row(field: ListEdit[Labelled]) -> None:
    field.add_row()
    assert len(field.fields) == 1
    assert rows(field)[0].phone.line.hasFocus()


def test_tab_goes_through_the_rows_in_their_order(
    field: ListEdit[Labelled], before: QLineEdit, after: QLineEdit
) -> None:
    field.set_value((HOME, MOBILE))
    field.add_row()
    first, second, third = rows(field)
    before.setFocus()
    stops: tuple[QWidget, ...] = (
        first.phone.line,
        first.label.box,
        second.phone.line,
        second.label.box,
        third.phone.line,
        third.label.box,
        plus(field),
        after,
    )
    for expected in stops:
        press(Qt.Key.Key_Tab)
        assert expected.hasFocus()
    for expected in (*reversed(stops[:-1]), before):
        press(Qt.Key.Key_Backtab)
        assert expected.hasFocus()


def test_tab_goes_through_the_rows_of_a_sheet(qtbot: QtBot, display: Display) -> None:
    host = QWidget()
    host.resize(700, 500)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
    field = ListEdit(lambda: PhoneRow(display), add_text="تلفن دیگر")
    overlay = Overlay(host)
    QVBoxLayout(overlay.card).addWidget(field)
    field.set_value((HOME, MOBILE))
    overlay.open()
    for row in rows(field):
        assert row.phone.line.hasFocus()
        press(Qt.Key.Key_Tab)
        assert row.label.box.hasFocus()
        press(Qt.Key.Key_Tab)
    assert plus(field).hasFocus()


def test_alt_delete_removes_the_row_with_the_keyboard(
    field: ListEdit[Labelled], qtbot: QtBot
) -> None:
    field.set_value((HOME, MOBILE))
    field.setFocus()
    with qtbot.waitSignal(field.edited):
        press(Qt.Key.Key_Delete, ALT)
    assert field.value() == (MOBILE,)
    assert rows(field)[0].phone.line.hasFocus()
    press(Qt.Key.Key_Delete, ALT)
    assert (field.is_empty(), len(field.fields)) == (True, 1)
    assert rows(field)[0].phone.line.hasFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert plus(field).hasFocus()


def test_the_cross_removes_its_row(field: ListEdit[Labelled]) -> None:
    field.set_value((HOME, MOBILE))
    cross = max(crosses(field), key=lambda one: one.mapTo(field, one.rect().center()).y())
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.value() == (HOME,)


def test_removing_an_empty_row_is_no_edit(field: ListEdit[Labelled], qtbot: QtBot) -> None:
    field.set_value((HOME,))
    field.add_row()
    with qtbot.assertNotEmitted(field.edited):
        press(Qt.Key.Key_Delete, ALT)
    assert field.value() == (HOME,)


def test_only_the_wrong_row_is_marked_when_the_field_is_left(
    field: ListEdit[Labelled], after: QLineEdit
) -> None:
    field.set_value((HOME,))
    field.add_row()
    type_text(rows(field)[1].phone.line, "0912345")
    with pytest.raises(InvalidInput) as wrong:
        field.value()
    assert wrong.value.problem is Problem.PHONE_TOO_SHORT
    after.setFocus()
    assert [bool(row.phone.line.property("wrong")) for row in rows(field)] == [False, True]
    assert not rows(field)[1].label.box.property("wrong")
    field.setFocus()
    rows(field)[1].phone.line.setFocus()
    type_text(rows(field)[1].phone.line, "6789")
    assert not rows(field)[1].phone.line.property("wrong")


def test_what_is_wrong_only_together_is_said_at_every_row(field: ListEdit[Labelled]) -> None:
    field.set_value((MOBILE, MOBILE))
    field.set_wrong("دو بار")
    assert all(row.phone.line.property("wrong") for row in rows(field))


def test_a_row_is_tidied_when_the_next_one_is_entered(field: ListEdit[Labelled]) -> None:
    type_text(rows(field)[0].phone.line, "+989123456789")
    field.add_row()
    assert rows(field)[0].phone.line.text() == "۰۹۱۲ ۳۴۵ ۶۷۸۹"


def test_a_draft_keeps_unfinished_rows(field: ListEdit[Labelled], display: Display) -> None:
    field.set_value((HOME,))
    field.add_row()
    type_text(rows(field)[1].phone.line, "0912")
    field.add_row()
    other = ListEdit(lambda: PhoneRow(display))
    other.restore(field.snapshot())
    assert [row.phone.line.text() for row in rows(other)] == ["۰۲۱ ۸۸۷۷ ۶۶۵۵", "۰۹۱۲"]
    assert rows(other)[0].label.value() == "خانه"


def test_an_added_row_alone_is_nothing_to_lose(field: ListEdit[Labelled]) -> None:
    field.set_value((HOME,))
    clean = field.snapshot()
    field.add_row()
    assert field.snapshot() == clean


@pytest.mark.parametrize("draft", [None, "x", {"phone": ""}])
def test_a_strange_draft_is_ignored(field: ListEdit[Labelled], draft: object) -> None:
    field.set_value((HOME,))
    field.restore(draft)
    assert field.value() == (HOME,)
    field.restore([draft, 4])
    assert field.is_empty()


def test_every_row_tells_its_name(field: ListEdit[Labelled]) -> None:
    field.set_value((HOME, MOBILE))
    assert [row.phone.line.accessibleName() for row in rows(field)] == ["تلفن‌ها", "تلفن‌ها"]
