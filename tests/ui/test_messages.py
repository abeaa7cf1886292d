"""Messages are seen, never steal the keyboard, and say no codes."""

import logging

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import Cancelled, InvalidInput, Problem
from ecrm_desktop.ui.messages import Messenger
from tests.helpers.line_margins import margins


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    window.resize(900, 600)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    field(window).setFocus()
    return window


@pytest.fixture
def messenger(window: QWidget) -> Messenger:
    return Messenger(window)


def field(window: QWidget) -> QLineEdit:
    return window.findChildren(QLineEdit)[0]


def said(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def button(window: QWidget, text: str) -> QPushButton:
    return next(
        one for one in window.findChildren(QPushButton) if one.isVisible() and one.text() == text
    )


def test_what_was_done_is_said_without_taking_the_keyboard(
    window: QWidget, messenger: Messenger
) -> None:
    messenger.inform("ثبت شد")
    assert said(window) == ["ثبت شد"]
    QTest.keyClicks(field(window), "ab")
    assert field(window).text() == "ab"


def test_a_later_word_replaces_the_earlier(window: QWidget, messenger: Messenger) -> None:
    messenger.inform("یک")
    messenger.inform("دو")
    assert said(window) == ["دو"]


def test_undo_by_ctrl_z_happens_once(window: QWidget, messenger: Messenger) -> None:
    undone: list[str] = []
    field(window).clearFocus()
    messenger.offer_undo("حذف شد", lambda: undone.append("back"))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["back"]
    assert said(window) == ["چیزی برای برگرداندن نیست."]


def test_undo_by_button(window: QWidget, messenger: Messenger) -> None:
    undone: list[str] = []
    messenger.offer_undo("حذف شد", lambda: undone.append("back"))
    button(window, "برگرداندن").click()
    assert undone == ["back"]


def test_ctrl_z_while_typing_takes_back_what_was_typed(
    window: QWidget, messenger: Messenger
) -> None:
    undone: list[str] = []
    messenger.offer_undo("حذف شد", lambda: undone.append("back"))
    QTest.keyClicks(field(window), "ab")
    QTest.keyClick(field(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field(window).text(), undone) == ("", [])


def test_ctrl_z_in_an_empty_text_field_undoes_nothing_else(
    window: QWidget, messenger: Messenger
) -> None:
    undone: list[str] = []
    messenger.offer_undo("حذف شد", lambda: undone.append("back"), lasting=True)
    QTest.keyClick(field(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []


def test_ctrl_z_undoes_what_lasts_from_the_last_to_the_first(
    window: QWidget, messenger: Messenger
) -> None:
    undone: list[str] = []
    field(window).clearFocus()
    messenger.offer_undo("یک", lambda: undone.append("یک"), lasting=True)
    messenger.offer_undo("دو", lambda: undone.append("دو"), lasting=True)
    messenger.offer_undo("کوتاه", lambda: undone.append("کوتاه"))
    messenger.inform("ثبت شد")
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["دو", "یک"]


def test_what_a_button_undid_is_not_undone_again_by_ctrl_z(
    window: QWidget, messenger: Messenger
) -> None:
    undone: list[str] = []
    field(window).clearFocus()
    messenger.offer_undo("یک", lambda: undone.append("یک"), lasting=True)
    button(window, "برگرداندن").click()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["یک"]


def test_ctrl_z_means_the_form_that_is_open(window: QWidget, messenger: Messenger) -> None:
    undone: list[str] = []
    messenger.offer_undo("یک", lambda: undone.append("یک"), lasting=True)
    messenger.ask("پرسش", accept="بله", on_accept=lambda: None)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []


def test_an_error_is_explained_and_stays_until_it_is_closed(
    window: QWidget, messenger: Messenger
) -> None:
    messenger.show_error(InvalidInput(Problem.NAME_MISSING))
    messenger.inform("ثبت شد")
    assert len(said(window)) == 2
    assert "name_missing" not in " ".join(said(window))
    error = next(one for one in window.findChildren(QLabel) if "نام" in one.text())
    bar = error.parentWidget()
    assert bar is not None
    bar.findChildren(QToolButton)[0].click()
    assert said(window) == ["ثبت شد"]


def test_errors_do_not_fill_the_window(window: QWidget, messenger: Messenger) -> None:
    for problem in (*Problem.__members__.values(),)[:10]:
        messenger.show_error(InvalidInput(problem))
    messenger.show_error(InvalidInput(Problem.NAME_MISSING))
    messenger.show_error(InvalidInput(Problem.NAME_MISSING))
    assert len(said(window)) == 3


def test_what_the_user_stopped_is_no_error(window: QWidget, messenger: Messenger) -> None:
    messenger.show_error(Cancelled())
    assert said(window) == []


def test_a_bug_is_logged_without_what_was_typed(
    window: QWidget, messenger: Messenger, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, logger="ecrm"):
        try:
            int("مریم احمدی")
        except ValueError as error:
            messenger.show_error(error)
    assert "ValueError" in caplog.text
    assert "مریم" not in caplog.text
    assert "مریم" not in " ".join(said(window))


def test_bars_stay_inside_a_small_window(window: QWidget, messenger: Messenger) -> None:
    messenger.inform("این یک جمله‌ی بسیار دراز است که در یک خط جا نمی‌شود " * 3)
    window.resize(400, 300)
    label = next(one for one in window.findChildren(QLabel) if one.isVisible())
    bar = label.parentWidget()
    assert bar is not None
    assert window.rect().contains(bar.geometry())


def test_a_question_is_answered_by_keyboard(
    qtbot: QtBot, window: QWidget, messenger: Messenger
) -> None:
    answers: list[str] = []

    def ask(*, dangerous: bool = False) -> QWidget:
        messenger.ask(
            "دور ریخته شود؟",
            accept="دور بریز",
            on_accept=lambda: answers.append("yes"),
            on_refuse=lambda: answers.append("no"),
            dangerous=dangerous,
        )
        focused = window.focusWidget()
        assert focused is not None
        return focused

    QTest.keyClick(ask(), Qt.Key.Key_Return)
    QTest.keyClick(ask(), Qt.Key.Key_Escape)
    QTest.keyClick(ask(dangerous=True), Qt.Key.Key_Return)
    assert answers == ["yes", "no", "no"]
    assert field(window).hasFocus()


def test_the_keyboard_stays_in_a_question(window: QWidget, messenger: Messenger) -> None:
    messenger.ask("پرسش", accept="بله", on_accept=lambda: None)
    for _ in range(5):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        assert isinstance(window.focusWidget(), QPushButton)
    field(window).setFocus()
    assert isinstance(window.focusWidget(), QPushButton)
    beside = window.childAt(QPoint(5, 5))
    assert beside is not None
    QTest.mouseClick(beside, Qt.MouseButton.LeftButton)
    assert "پرسش" in said(window)


def test_what_comes_next_is_offered_and_the_bar_goes(window: QWidget, messenger: Messenger) -> None:
    opened: list[bool] = []
    messenger.offer("ذخیره شد", "باز شود؟", lambda: opened.append(True))
    assert said(window) == ["ذخیره شد"]
    assert field(window).hasFocus()
    button(window, "باز شود؟").click()
    assert opened == [True]
    assert said(window) == []


def test_each_line_of_a_long_message_begins_at_the_edge(
    window: QWidget, messenger: Messenger
) -> None:
    messenger.inform("ددد ددد " * 40)
    [label] = [one for one in window.findChildren(QLabel) if one.isVisible()]
    found = margins(label)
    assert len(found) > 1
    assert max(found) - min(found) <= 1
