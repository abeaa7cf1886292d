"""A sheet keeps the keyboard, loses nothing typed, and saves once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from tests.helpers.keyboard import type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


class Shop:
    """A window with a page below the sheets, and a way to open one."""

    def __init__(self, qtbot: QtBot, background: Background, drafts: AutosaveStore) -> None:
        self.window = QWidget()
        self.below = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.below)
        self.window.resize(1000, 600)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.below.setFocus()
        self.messenger = Messenger(self.window)
        self.background = background
        self.drafts = drafts
        self.actions: list[str] = []
        self.failure: Exception | None = None

    def open_sheet(self, *, name: str = "", lines: int = 3) -> FormSheet:
        form = Form()
        field = form.add("name", "نام", TextEdit(), required=Problem.NAME_MISSING)
        form.add("note", "یادداشت", MultilineEdit(lines=lines))
        field.set_value(name)

        def write(_session: Session) -> str:
            if self.failure is not None:
                raise self.failure
            self.actions.append(field.value())
            return field.value()

        sheet = FormSheet(
            self.window,
            self.messenger,
            self.background,
            title="مشتری تازه",
            form=form,
            action=lambda: write,
            autosaves=self.drafts,
            autosave_key="customer:new",
        )
        sheet.open()
        return sheet

    def focused(self) -> QWidget:
        focused = self.window.focusWidget()
        assert focused is not None
        return focused

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.focused(), key, modifier or Qt.KeyboardModifier.NoModifier)

    def said(self) -> str:
        labels = self.window.findChildren(QLabel)
        return " ".join(one.text() for one in labels if one.isVisible())


@pytest.fixture
def drafts(background: Background) -> AutosaveStore:
    return AutosaveStore(background, {})


@pytest.fixture
def shop(qtbot: QtBot, background: Background, drafts: AutosaveStore) -> Shop:
    return Shop(qtbot, background, drafts)


def test_saving_by_keyboard_only(qtbot: QtBot, shop: Shop) -> None:
    sheet = shop.open_sheet()
    type_text(shop.focused(), "مریم")
    with qtbot.waitSignal(sheet.saved) as saved:
        shop.press(Qt.Key.Key_Return, CONTROL)
    assert saved.args == ["مریم"]
    assert shop.actions == ["مریم"]
    assert not sheet.isVisible()
    assert shop.below.hasFocus()


def test_pressing_twice_saves_once(qtbot: QtBot, shop: Shop) -> None:
    sheet = shop.open_sheet()
    type_text(shop.focused(), "مریم")
    with qtbot.waitSignal(sheet.closed):
        shop.press(Qt.Key.Key_Return, CONTROL)
        shop.press(Qt.Key.Key_Return, CONTROL)
    assert shop.actions == ["مریم"]


def test_esc_closes_at_once_when_nothing_was_typed(shop: Shop) -> None:
    sheet = shop.open_sheet(name="مریم")
    shop.press(Qt.Key.Key_Escape)
    assert not sheet.is_open
    assert shop.below.hasFocus()


def test_esc_asks_when_something_was_typed(shop: Shop) -> None:
    sheet = shop.open_sheet()
    type_text(shop.focused(), "مر")
    shop.press(Qt.Key.Key_Escape)
    assert sheet.isVisible()
    shop.press(Qt.Key.Key_Escape)  # keep writing
    type_text(shop.focused(), "یم")
    assert sheet.form.snapshot()["name"] == "مریم"
    shop.press(Qt.Key.Key_Escape)
    shop.press(Qt.Key.Key_Tab)  # from "keep writing", where Enter is harmless, to "discard"
    shop.press(Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert shop.actions == []


def test_what_asked_for_closing_goes_on_only_if_it_closed(shop: Shop) -> None:
    went: list[str] = []
    sheet = shop.open_sheet()
    type_text(shop.focused(), "م")
    sheet.request_close(lambda: went.append("page"))
    shop.press(Qt.Key.Key_Escape)
    assert went == []
    sheet.form.field("name").set_value("")
    sheet.request_close(lambda: went.append("page"))
    assert went == ["page"]


def test_the_keyboard_stays_in_the_sheet(shop: Shop) -> None:
    sheet = shop.open_sheet()
    for _ in range(6):
        shop.press(Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(shop.focused())
    shop.press(Qt.Key.Key_Backtab)
    shop.below.setFocus()  # a page below that was refreshed
    assert sheet.isAncestorOf(shop.focused())


def test_the_last_field_leads_to_saving_not_to_cancelling(qtbot: QtBot, shop: Shop) -> None:
    sheet = shop.open_sheet()
    qtbot.waitUntil(sheet.add_save("ثبت و شکایت تازه", lambda _result: None).isVisible)
    sheet.form.field("note").setFocus()
    passed = []
    for _ in range(3):
        shop.press(Qt.Key.Key_Tab)
        passed.append(shop.focused().accessibleName())
    assert passed == ["ثبت", "ثبت و شکایت تازه", "انصراف"]
    shop.press(Qt.Key.Key_Tab)
    assert sheet.form.isAncestorOf(shop.focused())


def test_a_sheet_over_a_sheet(shop: Shop) -> None:
    first = shop.open_sheet()
    second = shop.open_sheet()
    assert second.isAncestorOf(shop.focused())
    shop.press(Qt.Key.Key_Escape)
    assert first.is_open
    assert first.isAncestorOf(shop.focused())


def test_nothing_is_saved_while_a_field_is_wrong(shop: Shop) -> None:
    sheet = shop.open_sheet()
    shop.press(Qt.Key.Key_Return, CONTROL)
    assert sheet.is_open
    assert shop.actions == []
    assert "نام" in shop.said()


def test_a_refused_save_is_told_at_the_field_and_keeps_everything(qtbot: QtBot, shop: Shop) -> None:
    sheet = shop.open_sheet()
    type_text(shop.focused(), "مریم")
    shop.failure = InvalidInput(Problem.TEXT_TOO_LONG, "note", limit=5, length=9)
    shop.press(Qt.Key.Key_Return, CONTROL)
    note = sheet.form.field("note")
    qtbot.waitUntil(lambda: note.isAncestorOf(shop.focused()))
    assert sheet.form.snapshot()["name"] == "مریم"
    shop.failure = None
    with qtbot.waitSignal(sheet.saved):
        shop.press(Qt.Key.Key_Return, CONTROL)


def test_a_failed_save_keeps_everything_and_is_told(qtbot: QtBot, shop: Shop) -> None:
    sheet = shop.open_sheet()
    type_text(shop.focused(), "مریم")
    shop.failure = InvalidInput(Problem.DISK_FULL)
    before = shop.said()
    shop.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: shop.said() != before)
    assert sheet.is_open
    assert sheet.form.dirty


def test_another_way_to_save_goes_on(qtbot: QtBot, shop: Shop) -> None:
    went: list[str] = []
    sheet = shop.open_sheet()
    button = sheet.add_save("ثبت و شکایت تازه", went.append)
    type_text(shop.focused(), "مریم")
    with qtbot.waitSignal(sheet.closed):
        button.click()
    assert went == ["مریم"]


def kept(database: Database) -> dict[str, str]:
    with database.reading() as session:
        return dict(list_autosaves(session))


def test_what_was_typed_survives_a_killed_program(
    qtbot: QtBot, shop: Shop, background: Background, database: Database
) -> None:
    shop.open_sheet()
    type_text(shop.focused(), "مریم احمدی")
    qtbot.waitUntil(lambda: bool(kept(database)))
    again = Shop(qtbot, background, AutosaveStore(background, kept(database)))
    assert again.drafts.keys() == ["customer:new"]
    sheet = again.open_sheet()
    assert sheet.form.snapshot()["name"] == "مریم احمدی"
    assert sheet.form.dirty
    with qtbot.waitSignal(sheet.saved):
        again.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not kept(database))


def test_a_discarded_draft_does_not_come_back(qtbot: QtBot, shop: Shop, database: Database) -> None:
    sheet = shop.open_sheet()
    type_text(shop.focused(), "م")
    qtbot.waitUntil(lambda: bool(kept(database)))
    sheet.discard()
    qtbot.waitUntil(lambda: not kept(database))


@pytest.mark.parametrize("damage", ["", "{", "[]", "5"])
def test_damaged_drafts_cost_only_the_drafts(background: Background, damage: str) -> None:
    drafts = AutosaveStore(background, {"customer:new": damage})
    assert drafts.load("customer:new") is None


@pytest.mark.parametrize("size", [(1024, 600), (800, 520), (420, 360)])
def test_a_tall_sheet_fits_into_a_small_window(
    qtbot: QtBot, shop: Shop, size: tuple[int, int]
) -> None:
    side = QLabel("سمیرا کریمی\n" * 3)
    body = Form()
    fields = [body.add(f"f{at}", f"ردیف {at}", TextEdit()) for at in range(20)]
    shop.window.resize(*size)
    sheet = Sheet(shop.window, shop.messenger, title="ثبت تماس", body=body, side=side)
    save = sheet.add_primary("ثبت", lambda: None)
    sheet.open()
    qtbot.waitUntil(lambda: sheet.size() == shop.window.size())
    assert sheet.rect().contains(sheet.card.geometry())
    assert side.isVisible()
    corner = save.mapTo(sheet, save.rect().bottomRight())
    assert sheet.card.geometry().contains(corner)
    fields[-1].setFocus()
    assert not fields[-1].visibleRegion().isEmpty()


def test_buttons_are_pressed_with_enter(shop: Shop) -> None:
    pressed: list[str] = []
    sheet = Sheet(shop.window, shop.messenger, title="ستون‌ها", body=QLabel("…"))
    sheet.add_button("یک", lambda: pressed.append("one"))
    sheet.open()
    focused = shop.focused()
    assert isinstance(focused, QPushButton)
    for _ in range(2):
        shop.press(Qt.Key.Key_Tab)
        if isinstance(shop.focused(), QPushButton) and shop.focused().accessibleName() == "یک":
            break
    shop.press(Qt.Key.Key_Return)
    assert pressed == ["one"]
