"""Text, phones, choices and ticks give parsed values and take back what they gave."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.unchanged import UNCHANGED
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui.widgets.checked_edit import CheckedEdit
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.phone_edit import PhoneEdit
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from tests.helpers.keyboard import type_text


def test_text_is_cleaned(qtbot: QtBot) -> None:
    field = TextEdit()
    qtbot.addWidget(field)
    assert field.value() == ""
    type_text(field.line, "  علي   كريمي ")
    assert field.value() == "علی کریمی"


def test_what_is_typed_has_to_fit(qtbot: QtBot, display: Display) -> None:
    field = CheckedEdit(display, Email)
    qtbot.addWidget(field)
    assert field.value() is None  # an empty one is not checked
    type_text(field.line, "nobody")
    with pytest.raises(InvalidInput):
        field.value()
    type_text(field.line, "@Example.com")
    assert field.value() == Email.parse("nobody@example.com")


@pytest.mark.parametrize(("kind", "held"), [(Email, "ندارد"), (NationalId, "12"), (Email, "x12")])
def test_what_a_record_holds_stays_until_it_is_edited(
    qtbot: QtBot, display: Display, kind: type[CheckedText], held: str
) -> None:
    field = CheckedEdit(display, kind)
    qtbot.addWidget(field)
    field.set_value(held)
    field.tidy()
    assert field.value() is UNCHANGED
    type_text(field.line, "1")
    field.tidy()
    with pytest.raises(InvalidInput):
        field.value()
    field.restore(field.snapshot()[:-1])
    assert field.value() is UNCHANGED
    field.line.clear()
    assert field.value() is None


def test_digits_are_those_of_the_language_but_not_in_an_address(
    qtbot: QtBot, display: Display
) -> None:
    digits, address = CheckedEdit(display, NationalId), CheckedEdit(display, Email)
    qtbot.addWidget(digits)
    qtbot.addWidget(address)
    digits.set_value("0499370899")
    address.set_value("ali1@example.com")
    assert digits.line.text() == "۰۴۹۹۳۷۰۸۹۹"
    assert address.line.text() == "ali1@example.com"
    assert digits.value() == NationalId.parse("0499370899")


def test_suggestions_contain_what_is_typed(qtbot: QtBot) -> None:
    field = TextEdit(suggestions=["شیراز", "اصفهان", "تهران"])
    qtbot.addWidget(field)
    field.show()
    field.line.setFocus()
    type_text(field.line, "هان")
    completer = field.line.completer()
    assert [
        completer.completionModel().index(row, 0).data()
        for row in range(completer.completionCount())
    ] == ["اصفهان"]


def test_several_lines_stay_several(qtbot: QtBot) -> None:
    field = MultilineEdit()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value("یک\nدو")
    with qtbot.waitSignal(field.edited):
        type_text(field.area, "!")
    assert field.value() == "!یک\nدو"


@pytest.mark.parametrize(
    "typed", ["09123456789", "۰۹۱۲ ۳۴۵ ۶۷۸۹", "+98 912 345 6789", "9123456789"]
)
def test_a_phone_is_written_in_groups_when_it_is_left(
    qtbot: QtBot, display: Display, typed: str
) -> None:
    field = PhoneEdit(display)
    qtbot.addWidget(field)
    type_text(field.line, typed)
    assert field.value() == Phone.parse("09123456789")
    field.tidy()
    assert field.line.text() == "۰۹۱۲ ۳۴۵ ۶۷۸۹"


def test_a_phone_says_how_many_digits_are_missing(qtbot: QtBot, display: Display) -> None:
    field = PhoneEdit(display)
    qtbot.addWidget(field)
    type_text(field.line, "0912345")
    assert field.line.text() == "۰۹۱۲۳۴۵"
    with pytest.raises(InvalidInput) as caught:
        field.value()
    assert caught.value.problem is Problem.PHONE_TOO_SHORT
    assert "۴" in explain(caught.value)
    field.tidy()
    assert field.line.text() == "۰۹۱۲۳۴۵"


def test_a_landline_of_the_own_city(qtbot: QtBot, display: Display) -> None:
    field = PhoneEdit(display, area_code="021")
    qtbot.addWidget(field)
    type_text(field.line, "88776655")
    phone = field.value()
    assert phone is not None
    assert phone.national == "02188776655"


def test_a_choice_is_not_changed_by_scrolling(qtbot: QtBot) -> None:
    field = Choice([(None, "—"), ("a", "الف"), ("b", "ب")])
    qtbot.addWidget(field)
    field.show()
    at = QPointF(5, 5)
    wheel = QWheelEvent(
        at, at, QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.box, wheel)
    assert field.value() is None
    assert field.is_empty()
    QTest.keyClick(field.box, Qt.Key.Key_Down)
    assert field.value() == "a"


def test_a_choice_keeps_what_was_chosen_when_options_change(qtbot: QtBot) -> None:
    field = Choice([("a", "الف"), ("b", "ب")])
    qtbot.addWidget(field)
    field.set_value("b")
    field.set_options([("b", "ب"), ("c", "پ")])
    assert field.value() == "b"
    field.set_options([("c", "پ")])
    assert field.value() == "c"
    field.restore("gone")
    assert field.value() == "c"


def test_segments_by_keyboard(qtbot: QtBot) -> None:
    field = Segments([("in", "ورودی"), ("out", "خروجی"), ("missed", "بی‌پاسخ")])
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    focused = field.focusWidget()
    assert isinstance(focused, QPushButton)
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(focused, Qt.Key.Key_Left)  # onwards, in Persian
    assert field.value() == "out"
    type_text(field.focusWidget(), "ب")
    assert field.value() == "missed"
    QTest.keyClick(field.focusWidget(), Qt.Key.Key_Left)
    assert field.value() == "in"
    stops = [
        one
        for one in field.findChildren(QPushButton)
        if one.focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]
    assert [one.text() for one in stops] == ["ورودی"]


def test_what_was_typed_can_be_taken_back(qtbot: QtBot, display: Display) -> None:
    for field, contents in (
        (TextEdit(), "نیمه"),
        (MultilineEdit(), "الف\nب"),
        (PhoneEdit(display), "۰۹۱۲"),
        (Segments([(1, "یک"), (2, "دو")]), "2"),
        (Choice([(1, "یک"), (2, "دو")]), "2"),
        (Tick("بله"), True),
    ):
        qtbot.addWidget(field)
        field.restore(contents)
        assert field.snapshot() == contents
        field.restore({"of": "another version"})
