"""A program that is started as a shop starts it, and somebody at its keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.app import Program
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.ui.welcome.recovery import RecoveryWindow
from tests.helpers.person import Person
from tests.helpers.shop_fixtures import guarded, guarded_template

__all__ = [
    "Start",
    "guarded",
    "guarded_template",
    "path",
    "person",
    "recovery_of",
    "shop_of",
    "start",
]

Start = Callable[[], Program]
_COMMON_SCREEN = (1366, 768)


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.db"


@pytest.fixture
def start(qapp: QApplication, path: Path, tmp_path: Path, person: Person) -> Iterator[Start]:
    """Start the program on `path` and wait until its first window has the keyboard."""
    programs: list[Program] = []

    def make() -> Program:
        program = Program(qapp, path, Settings(tmp_path / "settings.json"))
        programs.append(program)
        assert program.start()
        person.wait(lambda: program.window is not None and program.window.isActiveWindow())
        person.wait(lambda: QApplication.focusWidget() is not None)
        return program

    yield make
    for program in programs:
        window: QWidget | None = program.window
        if window is not None:
            window.hide()
            window.deleteLater()
        program.finish()
        program.deleteLater()
    qapp.processEvents()


def shop_of(program: Program, person: Person) -> ShopWindow:
    """Wait for the window of the shop, and return what is behind it to look into its data."""
    person.wait(lambda: program.shop is not None and program.shop.window.isActiveWindow())
    assert program.shop is not None
    window = program.shop.window
    window.showNormal()
    window.resize(*_COMMON_SCREEN)
    return program.shop


def recovery_of(
    program: Program, person: Person, ready: Callable[[RecoveryWindow], bool]
) -> RecoveryWindow:
    """Wait until the window of a file that does not open is ready, and return it."""

    def is_ready() -> bool:
        window = program.window
        return isinstance(window, RecoveryWindow) and window.restore.isEnabled() and ready(window)

    person.wait(is_ready)
    assert isinstance(program.window, RecoveryWindow)
    return program.window
