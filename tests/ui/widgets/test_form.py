"""A form speaks at the field, moves on with Enter and can be taken up again."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import DatabaseError, InvalidInput, Problem
from ecrm_desktop.ui.widgets.form import Form, take_theirs
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.phone_edit import PhoneEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.display import Display
from tests.helpers.keyboard import type_text


class Sample:
    """A form with a button below it, in a window."""

    def __init__(self, qtbot: QtBot, display: Display, *, columns: int = 1) -> None:
        self.form = Form(columns=columns)
        self.name = self.form.add("name", "نام", TextEdit(), required=Problem.NAME_MISSING)
        self.phone = self.form.add("phone", "تلفن", PhoneEdit(display))
        self.form.more("بیشتر")
        self.note = self.form.add("note", "یادداشت", MultilineEdit(), wide=True)
        self.button = QPushButton("ثبت")
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        column.addWidget(self.form)
        column.addWidget(self.button)
        self.window.resize(600, 400)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.form.mark_clean()
        self.form.focus_first()

    def is_dirty(self) -> bool:
        return self.form.dirty

    def said(self) -> list[str]:
        labels = self.form.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisible() and one.property("role") == "error"]


@pytest.fixture
def sample(qtbot: QtBot, display: Display) -> Sample:
    return Sample(qtbot, display)


def test_enter_moves_on(sample: Sample) -> None:
    assert sample.name.line.hasFocus()
    QTest.keyClick(sample.name.line, Qt.Key.Key_Return)
    assert sample.phone.line.hasFocus()


def test_a_wrong_field_is_told_when_it_is_left(sample: Sample) -> None:
    sample.phone.setFocus()
    type_text(sample.phone.line, "0912345")
    assert sample.said() == []
    sample.name.setFocus()
    assert len(sample.said()) == 1
    assert "۴" in sample.said()[0]
    assert sample.phone.line.accessibleDescription() == sample.said()[0]


def test_the_sentence_follows_what_is_typed_until_it_is_right(sample: Sample) -> None:
    sample.phone.setFocus()
    type_text(sample.phone.line, "0912345")
    sample.name.setFocus()
    sample.phone.setFocus()
    sample.phone.line.setCursorPosition(len(sample.phone.line.text()))
    type_text(sample.phone.line, "67")
    assert "۲" in sample.said()[0]
    type_text(sample.phone.line, "89")
    assert sample.said() == []


def test_walking_through_empty_fields_scolds_nobody(sample: Sample) -> None:
    sample.phone.setFocus()
    assert sample.said() == []


def test_check_says_all_and_goes_to_the_first(sample: Sample) -> None:
    type_text(sample.phone.line, "12")
    sample.phone.setFocus()
    assert not sample.form.check()
    assert len(sample.said()) == 2
    assert sample.name.line.hasFocus()
    sample.name.set_value("مریم")
    sample.phone.set_value(None)
    assert sample.form.check()
    assert sample.said() == []


def test_hidden_rows_are_not_checked(sample: Sample) -> None:
    sample.form.show_field("name", visible=False)
    assert sample.form.check()


def test_an_error_of_a_service_is_said_at_its_field(sample: Sample) -> None:
    assert sample.form.show_error(InvalidInput(Problem.TEXT_TOO_LONG, "note", limit=5, length=9))
    assert len(sample.said()) == 1
    assert sample.note.area.hasFocus()  # its closed group was opened
    assert not sample.form.show_error(InvalidInput(Problem.CODE_TAKEN, "code"))
    assert not sample.form.show_error(DatabaseError(Problem.DISK_FULL))
    assert not sample.form.show_error(ValueError())


def test_a_check_of_its_own(qtbot: QtBot) -> None:
    def not_admin(value: str) -> None:
        if value == "admin":
            raise InvalidInput(Problem.CODE_TAKEN, code=value, name="x")

    form = Form()
    qtbot.addWidget(form)
    field = form.add("code", "کد", TextEdit(), check=not_admin)
    field.set_value("admin")
    assert not form.check()
    field.set_value("other")
    assert form.check()


def test_dirty_is_what_differs(sample: Sample) -> None:
    assert not sample.is_dirty()
    type_text(sample.name.line, "م")
    assert sample.is_dirty()
    QTest.keyClick(sample.name.line, Qt.Key.Key_Backspace)
    assert not sample.is_dirty()


def test_what_was_typed_survives_as_json(sample: Sample, qtbot: QtBot, display: Display) -> None:
    type_text(sample.name.line, "مریم")
    type_text(sample.phone.line, "0912")
    sample.note.set_value("دو\nخط")
    kept = json.loads(json.dumps(sample.form.snapshot()))
    other = Sample(qtbot, display)
    other.form.restore(kept | {"field of another version": 1})
    assert other.form.snapshot() == sample.form.snapshot()
    assert other.form.dirty
    assert other.note.isVisible()


def test_a_closed_group_opens_for_contents(sample: Sample) -> None:
    assert not sample.note.isVisible()
    sample.note.set_value("چیزی")
    sample.form.mark_clean()
    assert sample.note.isVisible()


def test_two_columns_become_one_when_it_is_narrow(qtbot: QtBot, display: Display) -> None:
    sample = Sample(qtbot, display, columns=2)

    def tops() -> list[int]:
        fields = (sample.name, sample.phone)
        return [one.mapTo(sample.form, one.rect().topLeft()).y() for one in fields]

    sample.window.resize(900, 400)
    qtbot.waitUntil(lambda: tops()[0] == tops()[1])
    sample.window.resize(500, 400)
    qtbot.waitUntil(lambda: tops()[0] < tops()[1])


def test_what_others_wrote_can_be_taken_as_soon_as_it_is_told(sample: Sample) -> None:
    sample.name.line.setText("علی")
    sample.form.show_conflict(["name"], InvalidInput(Problem.FIELD_CONFLICT, "name"))
    [button] = [
        one
        for one in sample.form.findChildren(QPushButton)
        if one.isVisible() and one.text() == take_theirs()
    ]
    button.click()
    assert (sample.name.line.text(), sample.said()) == ("", [])
    assert not button.isVisible()
