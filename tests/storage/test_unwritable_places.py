"""Where nothing can be written a shop is open for reading: all that was saved, and nothing torn."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from ecrm_desktop.backup.contents import read_contents
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.services.autosave import store_autosave
from ecrm_desktop.storage import unsafe_folders, unwritable_file
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import open_file
from ecrm_desktop.storage.encryption import turn_on
from ecrm_desktop.storage.keyring_secrets import make_secret
from ecrm_desktop.values.ids import new_id
from tests.backup.conftest import shop, stick
from tests.backup.test_making import NOW
from tests.helpers.command_line import ROOT
from tests.helpers.factories import make_customer
from tests.helpers.older_shop import A_SHOP, make_older_shop
from tests.helpers.unwritable_places import PLACES, POSIX, as_anybody, bytes_beside, protected

__all__ = ["shop", "stick"]
pytestmark = POSIX


def customers(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Customer)) or 0


def problem_of(path: Path, secret: bytes | None = None) -> DatabaseError:
    with pytest.raises(DatabaseError) as caught:
        Database(path, secret=secret)
    return caught.value


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
def secret(request: pytest.FixtureRequest) -> bytes | None:
    return make_secret() if request.param else None


@pytest.fixture(params=["closed", "crashed", "open"])
def left(
    request: pytest.FixtureRequest, shop: Database, secret: bytes | None, tmp_path: Path
) -> Path:
    """A copy of a shop of four customers, the last of whom stands in the -wal alone."""
    shop.close()
    if secret is not None:
        turn_on(shop.path, secret)
    there = tmp_path / "there"
    there.mkdir()
    database = Database(shop.path, secret=secret)
    with database.transaction() as session:
        make_customer(session, "نفر چهارم", code="4")
    ends = {"closed": [""], "crashed": ["", "-wal"], "open": ["", "-wal", "-shm"]}[request.param]
    if request.param == "closed":
        database.close()
    for end in ends:
        shutil.copy(f"{shop.path}{end}", there / f"shop.db{end}")
    database.close()
    return there / "shop.db"


@pytest.mark.parametrize("place", PLACES)
def test_all_that_was_saved_is_read_and_nothing_changed(
    left: Path, secret: bytes | None, place: str
) -> None:
    if place == "folder" and Path(f"{left}-shm").exists():
        pytest.skip("SQLite needs nothing else to write")
    before = bytes_beside(left)
    with PLACES[place](left):
        for _ in range(2):
            database = Database(left, secret=secret)
            assert customers(database) == 4
            assert database.left_out is None
            assert database.unwritable in {left, left.parent}
            with pytest.raises(DatabaseError) as caught, database.transaction() as session:
                make_customer(session, "نفر پنجم", code="5")
            assert caught.value.problem is Problem.SHOP_READ_ONLY
            assert caught.value.details == {"path": database.unwritable}
            with pytest.raises(DatabaseError) as caught:
                _ = database.writer
            assert caught.value.problem is Problem.SHOP_READ_ONLY
            database.close()
        assert bytes_beside(left) == before
    database = Database(left, secret=secret)
    assert database.unwritable is None
    assert customers(database) == 4
    database.close()


def test_a_backup_is_made_elsewhere(left: Path, secret: bytes | None, stick: Path) -> None:
    with PLACES["cd"](left):
        database = Database(left, secret=secret)
        backup = make_backup(database, stick, now=NOW, limit=10**12)
        database.close()
        assert read_contents(left, secret).counts["customers"] == 4
    assert read_contents(backup.path, secret).counts["customers"] == 4


def test_a_file_beside_that_cannot_be_written(shop: Database) -> None:
    with shop.transaction() as session:
        make_customer(session, "نفر چهارم", code="4")
    beside = [Path(f"{shop.path}{end}") for end in ("-wal", "-shm")]
    with protected(*beside):
        database = Database(shop.path)
        assert database.unwritable == beside[0]
        assert customers(database) == 4
        database.close()


@pytest.mark.parametrize("place", ["file", "cd", "mount"])
def test_an_older_file_is_to_be_copied(tmp_path: Path, place: str) -> None:
    path = tmp_path / "older" / "shop.db"
    path.parent.mkdir()
    make_older_shop(path, "0002", A_SHOP)
    before = bytes_beside(path)
    with PLACES[place](path):
        assert problem_of(path).problem is Problem.SCHEMA_READ_ONLY
    assert bytes_beside(path) == before


@pytest.mark.parametrize("place", ["files", "folder", "cd", "mount"])
def test_a_wal_of_another_file_is_left_out(
    shop: Database, tmp_path: Path, secret: bytes | None, place: str
) -> None:
    shop.close()
    if secret is not None:
        turn_on(shop.path, secret)
    shop = Database(shop.path, secret=secret)
    folder = tmp_path / "there"
    folder.mkdir()
    path = folder / "shop.db"
    backup = make_backup(shop, folder, now=NOW, limit=10**12).path
    with shop.transaction() as session:
        for number in range(50):
            make_customer(session, "مهمان", code=f"9{number}")
    backup.rename(path)
    shutil.copy(f"{shop.path}-wal", f"{path}-wal")
    shop.close()
    before = bytes_beside(path)
    with PLACES[place](path):
        database = Database(path, secret=secret)
        assert customers(database) == 3
        assert database.left_out == Path(f"{path}-wal")
        database.close()
        assert bytes_beside(path) == before


def interrupted(path: Path, secret: bytes | None, to: Path) -> None:
    """Copy a file while somebody writes it without a -wal, as a crash would leave it."""
    with closing(open_file(path, secret)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        connection.execute("PRAGMA cache_size = 1").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE unfinished (content TEXT)")
        for _ in range(300):
            connection.execute("INSERT INTO unfinished VALUES (hex(randomblob(1000)))")
        for end in ("", "-journal"):
            shutil.copy(f"{path}{end}", f"{to}{end}")
        connection.execute("ROLLBACK")


def test_what_was_interrupted_is_undone_and_not_called_damaged(
    shop: Database, tmp_path: Path, secret: bytes | None
) -> None:
    shop.close()
    if secret is not None:
        turn_on(shop.path, secret)
    path = tmp_path / "there" / "shop.db"
    path.parent.mkdir()
    interrupted(shop.path, secret, path)
    before = bytes_beside(path)
    for place in ("file", "cd", "mount"):
        with PLACES[place](path):
            assert problem_of(path, secret).problem is Problem.DATABASE_UNFINISHED
            assert bytes_beside(path) == before
    database = Database(path, secret=secret)
    assert customers(database) == 3
    database.close()
    assert set(bytes_beside(path)) == {"shop.db"}


def test_a_share_that_others_write_is_only_read(
    shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_far(_folder: Path) -> bool:
        return True

    shop.close()
    monkeypatch.setattr(unsafe_folders, "is_on_network", is_far)
    monkeypatch.setattr(unwritable_file, "is_on_network", is_far)
    assert problem_of(shop.path).problem is Problem.FOLDER_ON_NETWORK
    with protected(shop.path.parent, shop.path):
        database = Database(shop.path)
        assert customers(database) == 3
        database.close()


_WRITER = """
import sys
import time
from pathlib import Path
from ecrm_desktop.services.autosave import store_autosave
from ecrm_desktop.storage.database import Database
database = Database(Path(sys.argv[1]))
connection = database.writer.raw_connection()
connection.cursor().execute("PRAGMA wal_autocheckpoint = 20").fetchall()
connection.close()
for round in range(1_000_000):
    with database.transaction() as session:
        for number in range(12):
            store_autosave(session, f"{number:02}", f"{round:08}" * 300)
    if not round:
        print("ready", flush=True)
    time.sleep(0.05)
"""


@pytest.fixture
def writer(shop: Database) -> Iterator[None]:
    """Somebody who saves all the time the same number in twelve places, and opens before us."""
    shop.close()
    command = [sys.executable, "-c", _WRITER, str(shop.path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield
        process.kill()


@pytest.mark.usefixtures("writer")
@pytest.mark.parametrize("is_far", [False, True], ids=["here", "far"])
def test_what_others_write_meanwhile_is_read_whole_or_not_at_all(
    shop: Database, monkeypatch: pytest.MonkeyPatch, *, is_far: bool
) -> None:
    monkeypatch.setattr(unwritable_file, "is_on_network", lambda _folder: is_far)
    monkeypatch.setattr(unsafe_folders, "is_on_network", lambda _folder: is_far)
    rounds: set[str] = set()
    refused = 0
    with protected(shop.path.parent, *shop.path.parent.glob("shop.db*")):
        database = Database(shop.path)
        while len(rounds) < 8:
            assert refused < 5_000
            try:
                with database.reading() as session:
                    found = set()
                    for number in range(12):
                        statement = text("SELECT content FROM form_drafts WHERE key = :key")
                        content = session.scalar(statement, {"key": f"{number:02}"})
                        found.add(str(content))
            except DatabaseError as error:
                if error.problem is not Problem.DATABASE_LOCKED or not is_far:
                    raise
                refused += 1
                continue
            assert len(found) == 1
            rounds |= found
        database.close()


def test_a_backup_that_others_wrote_over_is_none(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.close()
    other = Database(shop.path)

    def save(_done: int = 0, _total: int = 0) -> None:
        with other.transaction() as session:
            make_customer(session, "تازه", code=str(new_id()))
        with closing(other.writer.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    save()  # what is open can be written without the right to open it
    monkeypatch.setattr(unwritable_file, "is_on_network", lambda _folder: True)
    with protected(shop.path.parent, shop.path):
        monkeypatch.setattr(unsafe_folders, "is_on_network", lambda _folder: True)
        database = Database(shop.path)
        with pytest.raises(DatabaseError) as caught:
            make_backup(database, stick, now=NOW, limit=10**12, report_progress=save)
        database.close()
    assert caught.value.problem is Problem.DATABASE_LOCKED
    assert list(stick.iterdir()) == []
    other.close()


def test_what_others_have_saved_since_is_read_too(shop: Database) -> None:
    shop.close()
    with protected(shop.path):
        database = Database(shop.path)
        assert customers(database) == 3
    # The right to write comes back to whoever had it.
    other = Database(shop.path)
    for number in (4, 5):
        with other.transaction() as session:
            make_customer(session, "تازه", code=f"{number}")
        with as_anybody():
            assert customers(database) == number
    other.close()
    assert customers(database) == 5
    with pytest.raises(DatabaseError), database.transaction() as session:
        store_autosave(session, "customer", "{}")
    database.close()
