"""What a disk does not give is not called damaged: mending would throw away what is sound."""

import errno
from pathlib import Path

import pytest

from ecrm_desktop.backup.contents import check_file, read_contents
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.errors import DatabaseError, EcrmError, FileError, Problem
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import unreadable_or_damaged
from ecrm_desktop.storage.encryption import encrypt_backups, turn_on
from ecrm_desktop.storage.keyring_secrets import make_secret
from tests.backup.conftest import shop, stick
from tests.backup.test_making import NOW
from tests.helpers.factories import make_customer
from tests.helpers.failing_disk import POSIX, unreadable

__all__ = ["shop", "stick"]
pytestmark = POSIX

_PLACES = [0, 4096, 8 * 4096]


def grown(shop: Database) -> Database:
    with shop.transaction() as session:
        for number in range(300):
            make_customer(session, f"نگار {number}", notes="ن" * 500)
    shop.close()
    return shop


def checked(path: Path) -> None:
    """Check a file as the command line does."""
    with unreadable_or_damaged(path):
        database = Database(path)
        try:
            with database.transaction() as session:
                report = check_database(session)
            pytest.fail(str(report.findings))
        finally:
            database.close()


def no_reading(monkeypatch: pytest.MonkeyPatch, path: Path, number: int = errno.EIO) -> None:
    """Let reading a file by Python fail too."""
    real = Path.open

    def refuse(self: Path, *args: object, **named: object) -> object:
        if self == path:
            raise OSError(number, "the disk says nothing")
        return real(self, *args, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)


@pytest.mark.parametrize("behind", _PLACES)
def test_a_file_that_is_opened(shop: Database, behind: int) -> None:
    path = grown(shop).path
    before = path.read_bytes()
    with unreadable(path, behind=behind), pytest.raises(DatabaseError) as caught:
        checked(path)
    assert caught.value.problem is Problem.DATABASE_UNREADABLE
    assert path.read_bytes()[100:] == before[100:]
    Database(path).close()


def test_a_file_whose_first_bytes_are_not_given(
    shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = grown(shop).path
    no_reading(monkeypatch, path)
    with pytest.raises(DatabaseError) as caught:
        Database(path)
    assert caught.value.problem is Problem.DATABASE_UNREADABLE
    monkeypatch.undo()
    no_reading(monkeypatch, path, errno.EACCES)
    with pytest.raises(DatabaseError) as caught:
        Database(path)
    assert caught.value.problem is Problem.DATABASE_NO_ACCESS


@pytest.mark.parametrize("behind", _PLACES)
def test_a_backup_that_is_checked(shop: Database, stick: Path, behind: int) -> None:
    with shop.transaction() as session:
        for number in range(300):
            make_customer(session, f"نگار {number}", notes="ن" * 500)
    backup = make_backup(shop, stick, now=NOW, limit=10**12).path
    with unreadable(backup, behind=behind), pytest.raises(FileError) as caught:
        check_file(backup)
    assert caught.value.problem is Problem.FILE_UNREADABLE
    assert sum(check_file(backup).values()) > 300


def test_single_pages_that_a_check_meets(shop: Database) -> None:
    path = grown(shop).path
    pages = path.stat().st_size // 4096
    for behind in range(4 * 4096, pages * 4096, 4096 * (pages // 12)):
        with unreadable(path, behind=behind, until=behind + 4096):
            with pytest.raises(FileError) as caught:
                check_file(path)
            assert caught.value.problem is Problem.FILE_UNREADABLE
            with pytest.raises(DatabaseError) as told:
                checked(path)
            assert told.value.problem is Problem.DATABASE_UNREADABLE


def test_a_backup_whose_first_bytes_are_not_given(
    shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = grown(shop).path
    no_reading(monkeypatch, path)
    with pytest.raises(EcrmError) as caught:
        read_contents(path)
    assert caught.value.problem is Problem.FILE_UNREADABLE
    failed = encrypt_backups([path], make_secret())
    assert [one.problem for one in failed] == [Problem.BACKUP_STAYS_PLAIN]


def test_a_new_backup_that_cannot_be_read_back(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_rest: object, **_named: object) -> None:
        raise FileError(Problem.FILE_UNREADABLE, path=path)

    monkeypatch.setattr("ecrm_desktop.backup.making.check_file", refuse)
    with pytest.raises(FileError) as caught:
        make_backup(shop, stick, now=NOW, limit=10**12)
    assert caught.value.problem is Problem.BACKUP_NOT_WRITTEN
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("behind", _PLACES)
def test_a_file_that_is_encrypted(shop: Database, behind: int) -> None:
    path = grown(shop).path
    with unreadable(path, behind=behind), pytest.raises(DatabaseError) as caught:
        turn_on(path, make_secret())
    assert caught.value.problem in {Problem.DATABASE_UNREADABLE, Problem.DISK_FULL}
    Database(path).close()
