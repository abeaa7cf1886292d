"""Fixtures that every room's tests share."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ecrm_desktop import i18n
from ecrm_desktop.database import Database


@pytest.fixture(autouse=True)
def persian() -> Iterator[None]:
    """Every test starts in Persian, whatever the one before chose."""
    i18n.set_language("fa")
    yield
    i18n.set_language("fa")


@pytest.fixture(scope="session")
def empty_database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file without a shop, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    Database(path, create=True).close()
    return path


@pytest.fixture
def database(empty_database_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A fresh, empty database of the newest schema."""
    path = tmp_path / "shop.db"
    shutil.copy(empty_database_file, path)
    database = Database(path)
    yield database
    database.close()
