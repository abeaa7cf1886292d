"""Fixtures that every room's tests share."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test shall ever touch the keyring of the person who runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# Whatever a test writes is let go; waiting for a disk is most of what a small transaction takes.
_MEMORY = Path("/dev/shm")  # noqa: S108 - nobody else's file is opened
_ROOM = 4 << 30
if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
# Compiled once and not by each of the processes that tests start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

from argon2 import PasswordHasher

from ecrm_desktop import i18n, migrations
from ecrm_desktop.storage.database import Database
from tests.helpers.examples import examples
from tests.helpers.recorded_migrations import RecordedMigrations

# Whoever is busy beside the tests decides how long an example takes, and that fails none.
settings.register_profile(
    "busy",
    deadline=None,
    max_examples=examples(100),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("busy")


def pytest_collection_finish() -> None:
    """Keep all tests out of every collection of cycles to come, which would look through them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def persian() -> Iterator[None]:
    """Every test starts in Persian, whatever the one before chose."""
    i18n.set_language("fa")
    yield
    i18n.set_language("fa")


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Let passwords of tests be hashed in no time; whatever is hashed says how it is to be."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ecrm_desktop.values.passwords._hasher", lambda: quick)
        yield


@pytest.fixture(scope="session", autouse=True)
def quick_new_files() -> Iterator[None]:
    """Let each process of tests run the migrations of a new file once."""
    with pytest.MonkeyPatch.context() as patch:
        recorded = RecordedMigrations(migrations.run_migrations)
        patch.setattr("ecrm_desktop.migrations.run_migrations", recorded)
        yield


@pytest.fixture(scope="session")
def empty_database_file(quick_new_files: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
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


@pytest.fixture
def keyring_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A keyring of this test, for processes it starts too: the file with its secrets."""
    import keyring  # noqa: PLC0415 - few tests need it

    from tests.helpers.file_keyring import FILE, FileKeyring  # noqa: PLC0415 - as above

    path = tmp_path / "keyring" / "kept.json"
    path.parent.mkdir()
    monkeypatch.setenv(FILE, str(path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.helpers.file_keyring.FileKeyring")
    before = keyring.get_keyring()
    keyring.set_keyring(FileKeyring())
    yield path
    keyring.set_keyring(before)
