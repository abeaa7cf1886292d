"""Fixtures of tests with a window, which their conftest takes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.theme import apply_theme
from ecrm_desktop.ui.ui_context import UiContext
from tests.helpers.recording_navigator import RecordingNavigator
from tests.helpers.ui_context import Window, make_ui_context


@pytest.fixture(scope="session")
def persian_look(qapp: QApplication) -> None:
    apply_theme(qapp, language="fa", scheme="light")


@pytest.fixture(autouse=True)
def look(persian_look: None) -> None:
    """Windows of every test look as a shop sees them."""


@pytest.fixture
def background(qapp: QApplication, database: Database) -> Iterator[Background]:
    background = Background(database)
    yield background
    assert background.close()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """An empty window, for `show_page`."""
    window = Window()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def navigator(window: Window, background: Background) -> RecordingNavigator:
    """What the pages and forms of `ui` ask for."""
    return RecordingNavigator(window, window.messenger, background)


@pytest.fixture
def ui(
    window: Window, background: Background, navigator: RecordingNavigator, tmp_path: Path
) -> UiContext:
    """All a page or form works with, in a new shop whose owner is «مریم»."""
    return make_ui_context(window, background, tmp_path / "settings.json", navigator)
