"""A backup that is not as it was written is found out before it replaces anything."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from ecrm_desktop.backup.contents import check_file, read_contents
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.errors import EcrmError, FileError, Problem
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.checksum import is_as_written
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.encryption import encrypt_backup, encrypt_backups
from tests.helpers.factories import make_customer

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
LIMIT = 10**12
_REFUSED = {Problem.BACKUP_DAMAGED, Problem.BACKUP_FOREIGN, Problem.BACKUP_ALTERED}
NOTES = "قول داده شد که سه‌شنبه تحویل شود"


@pytest.fixture
def backup(shop: Database, stick: Path) -> Path:
    """A backup of a shop with a promise in it."""
    with shop.transaction() as session:
        make_customer(session, "نگار", notes=NOTES)
    return make_backup(shop, stick, now=NOW, limit=LIMIT).path


def flip(path: Path, at: int, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ 1 << bit]))


def break_a_word(backup: Path) -> None:
    flip(backup, backup.read_bytes().index(NOTES.encode()) + 9, 0)


def problem_of_check(path: Path, secret: bytes | None = None) -> Problem | None:
    try:
        check_file(path, secret, thoroughly=True)
    except EcrmError as error:
        return error.problem
    return None


def test_a_flipped_bit_in_a_word_of_a_backup_is_not_restored(shop: Database, backup: Path) -> None:
    shop.close()
    before = shop.path.read_bytes()
    break_a_word(backup)
    with pytest.raises(FileError) as error:
        restore(backup, shop.path, now=NOW)
    assert error.value.problem is Problem.BACKUP_DAMAGED
    assert shop.path.read_bytes() == before


def test_every_flipped_bit_in_a_backup_is_found(backup: Path) -> None:
    assert problem_of_check(backup) is None
    chance = Random(5)
    size = backup.stat().st_size
    for at in [*range(100), *(chance.randrange(100, size) for _ in range(150))]:
        bit = chance.randrange(8)
        flip(backup, at, bit)
        # Without its own four bytes it is one of before there were checksums.
        assert problem_of_check(backup) in _REFUSED or at in range(60, 64), at
        flip(backup, at, bit)
    assert problem_of_check(backup) is None


def test_a_copy_under_any_name_keeps_its_checksum(backup: Path, tmp_path: Path) -> None:
    copy = tmp_path / "from the stick.db"
    shutil.copy(backup, copy)
    assert problem_of_check(copy) is None
    break_a_word(copy)
    assert problem_of_check(copy) is Problem.BACKUP_DAMAGED


def test_what_was_restored_is_worked_in_and_backed_up_again(
    shop: Database, backup: Path, stick: Path
) -> None:
    shop.close()
    kept = restore(backup, shop.path, now=NOW)
    assert kept is not None
    for name in ("سارا", "مینا"):
        database = Database(shop.path)
        with database.transaction() as session:
            make_customer(session, name)
        again = make_backup(database, stick, now=NOW, limit=LIMIT).path
        database.close()
        assert problem_of_check(again) is None
        assert problem_of_check(shop.path) is None
    assert problem_of_check(kept) is None
    assert read_contents(again).counts["customers"] == 6


def test_a_backup_that_somebody_works_in_is_not_called_damaged(backup: Path) -> None:
    database = Database(backup)
    with database.transaction() as session:
        session.query(Customer).first().notes = "تازه"  # type: ignore[union-attr]
    database.close()
    assert problem_of_check(backup) is None
    assert is_as_written(backup)


def test_a_backup_of_before_there_were_checksums_is_restored(shop: Database, backup: Path) -> None:
    with backup.open("r+b") as file:
        file.seek(60)
        file.write(bytes(4))
    assert problem_of_check(backup) is None
    shop.close()
    restore(backup, shop.path, now=NOW)


def test_a_broken_backup_is_not_encrypted_as_if_it_were_sound(backup: Path) -> None:
    break_a_word(backup)
    before = backup.read_bytes()
    secret = keyring_secrets.make_secret()
    with pytest.raises(FileError) as error:
        encrypt_backup(backup, secret)
    assert error.value.problem is Problem.BACKUP_DAMAGED
    [told] = encrypt_backups([backup], secret)
    assert told.problem is Problem.BACKUP_STAYS_PLAIN
    assert backup.read_bytes() == before


def test_a_flipped_bit_in_an_encrypted_backup_is_found(backup: Path) -> None:
    secret = keyring_secrets.make_secret()
    encrypt_backup(backup, secret)
    assert problem_of_check(backup, secret) is None
    chance = Random(6)
    for _ in range(30):
        at, bit = chance.randrange(100, backup.stat().st_size), chance.randrange(8)
        flip(backup, at, bit)
        assert problem_of_check(backup, secret) in _REFUSED, at
        flip(backup, at, bit)
