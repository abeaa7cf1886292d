"""What tests with windows share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ecrm_desktop.database import Database
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.theme import apply_theme


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
