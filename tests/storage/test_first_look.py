"""What a look before opening finds in a file that is broken, and that it takes no other for one."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
import sqlcipher3.dbapi2 as driver

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.storage import database as database_module
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.encryption import turn_on
from tests.helpers.command_line import ROOT
from tests.helpers.factories import make_customer

_PAGE = 4_096
# Counters, sizes of caches and marks that SQLite and we get along without, whatever they say.
_OF_NO_WEIGHT = {*range(24, 28), *range(40, 44), *range(48, 52), *range(60, 64), *range(72, 100)}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "_SETTLING_SECONDS", 0)


@pytest.fixture
def shop(database: Database) -> Path:
    """A closed file with customers and 1,100 free pages, which two trunks list."""
    add(database, 30)
    with closing(database.writer.raw_connection()) as raw:
        raw.execute("CREATE TABLE much (words)")
        raw.execute(
            "WITH RECURSIVE rows (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM rows WHERE n < 1200)"
            " INSERT INTO much SELECT hex(zeroblob(1900)) FROM rows"
        )
        raw.execute("DROP TABLE much")
    database.close()
    return database.path


def add(database: Database, count: int) -> None:
    with database.transaction() as session:
        for number in range(count):
            make_customer(session, f"مشتری {number}", notes="ن" * 900)


def problem(path: Path) -> Problem | None:
    try:
        Database(path).close()
    except DatabaseError as error:
        return error.problem
    return None


def number_in(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "big")


def flipped(content: bytes, at: int, bit: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]


def test_a_sound_file_opens(shop: Path) -> None:
    assert number_in(shop.read_bytes(), 36) > 1_100
    assert problem(shop) is None


def test_every_flipped_byte_of_the_header_that_matters_is_found(shop: Path) -> None:
    content = shop.read_bytes()
    chance = Random(8)
    found = {}
    for at in range(100):
        shop.write_bytes(flipped(content, at, chance.randrange(8)))
        found[at] = problem(shop)
    unseen = {at for at, one in found.items() if one is None}
    assert unseen <= _OF_NO_WEIGHT
    assert set(found.values()) == {None, Problem.DATABASE_DAMAGED, Problem.DATABASE_FOREIGN}
    # Only the mark that says what it is.
    assert {at for at, one in found.items() if one is Problem.DATABASE_FOREIGN} == {
        *range(16),
        *range(68, 72),
    }


@pytest.mark.parametrize("bit", [0, 5])
@pytest.mark.parametrize("at", [18, 19, 47, 52, 56, 59, 64])
def test_a_header_that_sqlite_believes_or_does_not_understand(
    shop: Path, at: int, bit: int
) -> None:
    content = shop.read_bytes()
    shop.write_bytes(flipped(content, at, bit))
    assert problem(shop) is Problem.DATABASE_DAMAGED


def test_a_wrong_list_of_free_pages_is_found(shop: Path) -> None:
    content = shop.read_bytes()
    chance = Random(9)
    trunk = (number_in(content, 32) - 1) * _PAGE
    listed = number_in(content, trunk + 4)
    assert listed > 100
    for _ in range(30):
        # The next trunk, how many there are, and each of them.
        at = trunk + chance.choice([0, 4, 8]) + chance.randrange(4)
        if at >= trunk + 8:
            at += 4 * chance.randrange(listed)
        # To another page that is free too leads nothing that would do harm.
        bit = chance.choice([5, 6, 7]) if at % 4 == 2 else chance.randrange(8)
        if at % 4 == 3 and at >= trunk + 8:
            continue
        shop.write_bytes(flipped(content, at, bit))
        assert problem(shop) is Problem.DATABASE_DAMAGED, (at - trunk, bit)


@pytest.mark.parametrize("is_encrypted", [False, True])
@pytest.mark.parametrize("kept", [0.5, 0.9, 0.999])
def test_a_file_cut_short_beside_the_wal_of_a_crash(
    database: Database, tmp_path: Path, kept: float, *, is_encrypted: bool
) -> None:
    secret = keyring_secrets.make_secret() if is_encrypted else None
    add(database, 60)
    database.close()
    if secret is not None:
        turn_on(database.path, secret)
    live = Database(database.path, secret=secret)
    add(live, 2)
    crashed = tmp_path / "crashed.db"
    shutil.copy(live.path, crashed)
    shutil.copy(f"{live.path}-wal", f"{crashed}-wal")
    live.close()
    pages = crashed.stat().st_size // _PAGE
    with crashed.open("r+b") as file:
        file.truncate(int(pages * kept) * _PAGE)
    before = crashed.read_bytes(), Path(f"{crashed}-wal").read_bytes()
    with pytest.raises(DatabaseError) as error:
        Database(crashed, secret=secret)
    assert error.value.problem is Problem.DATABASE_DAMAGED
    assert (crashed.read_bytes(), Path(f"{crashed}-wal").read_bytes()) == before


def test_a_file_whose_end_is_still_in_the_wal_of_a_crash_is_whole(
    database: Database, tmp_path: Path
) -> None:
    add(database, 200)
    crashed = tmp_path / "crashed.db"
    shutil.copy(database.path, crashed)
    shutil.copy(f"{database.path}-wal", f"{crashed}-wal")
    opened = Database(crashed)
    with opened.reading() as session:
        assert (
            session.connection().exec_driver_sql("SELECT count(*) FROM customers").scalar_one()
            == 200
        )
    opened.close()


def test_a_file_that_others_open_write_and_close_is_never_called_broken(
    database: Database, tmp_path: Path
) -> None:
    database.close()
    done = tmp_path / "done"
    clerk = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.busy_clerk", database.path, done, "همکار"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    try:
        found = {problem(database.path) for _ in range(30)}
    finally:
        done.touch()
        saved, _ = clerk.communicate(timeout=60)
    assert found <= {None, Problem.DATABASE_LOCKED}
    assert clerk.returncode == 0
    with closing(driver.connect(str(database.path))) as connection:
        assert connection.execute("SELECT count(*) FROM customers").fetchone() == (int(saved),)


def test_a_schema_that_is_no_text_any_more_is_damage(shop: Path) -> None:
    content = shop.read_bytes()
    at = content.index(b"CREATE TABLE restores") + 30
    shop.write_bytes(flipped(content, at, 7))
    assert problem(shop) is Problem.DATABASE_DAMAGED
