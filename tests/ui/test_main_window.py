"""The shell goes where it is sent, by keyboard alone, and walks over no open sheet."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.settings import WINDOW_GEOMETRY, Settings
from ecrm_desktop.ui.destinations import PageName, PageSpec
from ecrm_desktop.ui.main_window import MainWindow
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.widgets.sheet import Sheet

ALT = Qt.KeyboardModifier.AltModifier
NAMES = (PageName.DASHBOARD, PageName.CUSTOMERS, PageName.INTERACTIONS)


class Shell:
    """A window of three pages, and which of them were built."""

    def __init__(self, qtbot: QtBot, settings: Settings) -> None:
        self.built: list[PageName] = []
        self.window = MainWindow(
            "فروشگاه مهر",
            [
                PageSpec(name=name, title=name, icon="users", build=partial(self.build, name))
                for name in NAMES
            ],
            lambda _text, _show: None,
            settings,
        )
        qtbot.addWidget(self.window)
        self.window.open_page(PageName.DASHBOARD)
        with qtbot.waitActive(self.window):
            self.window.show()

    def build(self, name: PageName) -> QWidget:
        self.built.append(name)
        page = QWidget()
        QVBoxLayout(page).addWidget(QLineEdit())
        return page

    def shows(self, name: PageName) -> bool:
        return self.window.current_page is name

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def open_sheet(self, *, typed: bool) -> Sheet:
        sheet = Sheet(
            self.window,
            Messenger(self.window),
            title="ثبت تماس",
            body=QLineEdit(),
            is_dirty=lambda: typed,
        )
        sheet.open()
        return sheet


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def shell(qtbot: QtBot, settings: Settings) -> Shell:
    return Shell(qtbot, settings)


def test_pages_are_built_when_they_are_opened(shell: Shell) -> None:
    assert shell.built == [PageName.DASHBOARD]
    shell.press(Qt.Key.Key_2, ALT)
    shell.press(Qt.Key.Key_1, ALT)
    shell.press(Qt.Key.Key_2, ALT)
    assert shell.built == [PageName.DASHBOARD, PageName.CUSTOMERS]
    assert shell.shows(PageName.CUSTOMERS)


def test_back_and_forward(shell: Shell) -> None:
    shell.press(Qt.Key.Key_2, ALT)
    shell.press(Qt.Key.Key_3, ALT)
    shell.press(Qt.Key.Key_Right, ALT)  # where reading comes from
    assert shell.shows(PageName.CUSTOMERS)
    shell.press(Qt.Key.Key_Left, ALT)
    assert shell.shows(PageName.INTERACTIONS)
    shell.press(Qt.Key.Key_Right, ALT)
    shell.press(Qt.Key.Key_1, ALT)
    shell.press(Qt.Key.Key_Left, ALT)  # the way forward is gone
    assert shell.shows(PageName.DASHBOARD)


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_F2, lambda window: window.interaction_asked),
        (Qt.Key.Key_F3, lambda window: window.purchase_asked),
        (Qt.Key.Key_F4, lambda window: window.edit_asked),
        (Qt.Key.Key_F1, lambda window: window.keys_asked),
    ],
)
def test_keys_ask_for_what_the_hint_says(
    qtbot: QtBot, shell: Shell, key: Qt.Key, signal: Callable[[MainWindow], SignalInstance]
) -> None:
    with qtbot.waitSignal(signal(shell.window), timeout=1000):
        shell.press(key)


def test_search_is_reached_from_anywhere(shell: Shell) -> None:
    shell.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.search_box.hasFocus()


def test_a_page_change_closes_a_sheet_in_which_nothing_was_typed(shell: Shell) -> None:
    sheet = shell.open_sheet(typed=False)
    shell.press(Qt.Key.Key_2, ALT)
    assert not sheet.is_open
    assert shell.shows(PageName.CUSTOMERS)


def test_a_page_change_waits_for_the_answer_about_what_was_typed(shell: Shell) -> None:
    sheet = shell.open_sheet(typed=True)
    shell.window.sidebar.chosen.emit(PageName.CUSTOMERS)
    assert sheet.isVisible()
    assert shell.shows(PageName.DASHBOARD)
    shell.press(Qt.Key.Key_3, ALT)  # the question is answered, not walked away from
    shell.press(Qt.Key.Key_Escape)
    assert sheet.isVisible()
    shell.window.sidebar.chosen.emit(PageName.CUSTOMERS)
    shell.press(Qt.Key.Key_Tab)
    shell.press(Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert shell.shows(PageName.CUSTOMERS)


def test_what_lies_below_a_sheet_is_not_edited(qtbot: QtBot, shell: Shell) -> None:
    shell.open_sheet(typed=False)
    with qtbot.assertNotEmitted(shell.window.edit_asked):
        shell.press(Qt.Key.Key_F4)


def test_names_give_way_to_icons_in_a_narrow_window(qtbot: QtBot, shell: Shell) -> None:
    shell.window.setWindowState(Qt.WindowState.WindowNoState)
    shell.window.resize(1366, 768)
    qtbot.waitUntil(lambda: shell.window.sidebar.width() == 190)
    shell.window.resize(1024, 600)
    qtbot.waitUntil(lambda: shell.window.sidebar.width() < 80)


def test_the_window_remembers_its_place(qtbot: QtBot, shell: Shell, settings: Settings) -> None:
    shell.window.setWindowState(Qt.WindowState.WindowNoState)
    shell.window.resize(800, 560)
    shell.window.close()
    assert settings.get(WINDOW_GEOMETRY)
    again = Shell(qtbot, settings)
    assert (again.window.width(), again.window.height()) == (800, 560)


def test_a_damaged_place_is_no_obstacle(qtbot: QtBot, settings: Settings) -> None:
    settings.set(WINDOW_GEOMETRY, "کج")
    assert Shell(qtbot, settings).window.isVisible()


def test_everything_has_a_name_for_screen_readers(shell: Shell) -> None:
    stops, one = [], shell.window.nextInFocusChain()
    while one is not None and one is not shell.window:
        if one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and one.isVisible():
            stops.append(one)
        one = one.nextInFocusChain()
    nameless = [one for one in stops if not one.accessibleName() and type(one) is not QLineEdit]
    assert len(stops) >= 6
    assert nameless == []
