"""A restore replaces the whole shop by a sound file, or nothing at all."""

import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ecrm_desktop.backup import copying, restoring
from ecrm_desktop.backup.contents import opened, read_contents
from ecrm_desktop.backup.files import find_replaced
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.errors import EcrmError, FileError, Problem
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.database import Database, connect
from ecrm_desktop.storage.encryption import turn_on
from tests.helpers.disk_diary import DiskDiary
from tests.helpers.factories import make_customer

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


@pytest.fixture
def backup(shop: Database, stick: Path) -> Path:
    """A backup of three customers; the closed shop has four by now."""
    made = make_backup(shop, stick, now=NOW, limit=10**12)
    with shop.transaction() as session:
        make_customer(session, "بعد از پشتیبان")
    shop.close()
    return made.path


def customers(path: Path) -> int:
    database = Database(path)
    with database.transaction() as session:
        report = check_database(session)
    database.close()
    assert report.is_sound
    return report.counts["customers"]


def refused(backup: Path, path: Path) -> Problem:
    before = path.read_bytes()
    others = sorted(one.name for one in path.parent.iterdir())
    with pytest.raises(EcrmError) as caught:
        restore(backup, path, now=NOW)
    assert path.read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir()) == others
    return caught.value.problem


def test_the_last_commits_of_a_file_that_is_gone_are_kept(shop: Database, stick: Path) -> None:
    made = make_backup(shop, stick, now=NOW, limit=10**12)
    path = stick / "shop.db"
    Path(f"{path}-wal").write_bytes(b"of a file that may be found again")
    assert restore(made.path, path, now=NOW) is None
    (kept,) = stick.glob("shop-set-aside-*.db-wal")
    assert kept.read_bytes() == b"of a file that may be found again"
    Database(path).close()


def test_a_restore_brings_the_backup_and_keeps_what_was_there(shop: Database, backup: Path) -> None:
    kept = restore(backup, shop.path, now=NOW)
    assert kept is not None
    assert kept.name == "shop-replaced-2026-11-22-103000.db"
    assert customers(shop.path) == 3
    assert read_contents(kept).counts["customers"] == 4
    assert [one.path for one in find_replaced(shop.path)] == [kept]
    assert restore(kept, shop.path, now=NOW + timedelta(hours=1)) is not None
    assert customers(shop.path) == 4


def killed(shop: Database, folder: Path) -> Path:
    """Return a copy of an open shop as a killed program leaves it."""
    folder.mkdir()
    for end in ("", "-wal"):
        shutil.copy(f"{shop.path}{end}", folder / f"shop.db{end}")
    return folder / "shop.db"


def test_what_was_still_in_the_wal_is_kept_too(shop: Database, stick: Path, tmp_path: Path) -> None:
    made = make_backup(shop, stick, now=NOW, limit=10**12)
    with shop.transaction() as session:
        make_customer(session, "هنوز در دفتر کنار")
    there = killed(shop, tmp_path / "killed")
    kept = restore(made.path, there, now=NOW)
    assert kept is not None
    assert read_contents(kept).counts["customers"] == 4
    assert customers(there) == 3
    assert sorted(one.name for one in there.parent.iterdir()) == [kept.name, "shop.db"]


def test_the_wal_of_a_shop_nobody_can_open_is_kept_with_it_and_not_with_the_new_one(
    shop: Database, stick: Path, tmp_path: Path
) -> None:
    made = make_backup(shop, stick, now=NOW, limit=10**12)
    shop.close()
    secret = keyring_secrets.make_secret()
    turn_on(shop.path, secret)  # there is no keyring here that would know it
    encrypted = Database(shop.path, secret=secret)
    with encrypted.transaction() as session:
        make_customer(session, "هنوز در دفتر کنار")
    there = killed(encrypted, tmp_path / "killed")
    encrypted.close()
    kept = restore(made.path, there, now=NOW)
    assert kept is not None
    left = sorted(one.name for one in there.parent.iterdir())
    assert left == [kept.name, f"{kept.name}-wal", "shop.db"]
    assert customers(there) == 3
    assert read_contents(kept, secret).counts["customers"] == 4


@pytest.mark.parametrize("has_links", [True, False])
def test_everything_is_on_the_disk_before_the_next_step(
    shop: Database, backup: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    diary = DiskDiary(monkeypatch)
    kept = restore(backup, shop.path, now=NOW)
    assert kept is not None
    assert diary.was_flushed_before_it_was_named("shop.db")
    assert has_links or diary.was_flushed_before_it_was_named(kept.name)
    if sys.platform != "win32":
        assert diary.has_its_name_on_the_disk(kept.name, before="shop.db")
        assert diary.has_its_name_on_the_disk("shop.db")


def test_a_disk_that_writes_badly_replaces_nothing(
    shop: Database, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = copying.copy_database

    def copy_badly(source: object, part: Path, *rest: object) -> None:
        real(source, part, *rest)  # type: ignore[arg-type]
        with part.open("r+b") as file:
            file.seek(4096 * 30)
            file.write(bytes(4096 * 30))

    monkeypatch.setattr(restoring, "copy_database", copy_badly)
    assert refused(backup, shop.path) is Problem.BACKUP_DAMAGED
    assert customers(shop.path) == 4


def test_a_shop_that_is_gone_comes_back(shop: Database, backup: Path, tmp_path: Path) -> None:
    lost = tmp_path / "new disk" / "shop.db"
    assert restore(backup, lost, now=NOW) is None
    assert customers(lost) == 3


def test_a_damaged_shop_is_kept_as_it_is(shop: Database, backup: Path) -> None:
    shop.path.write_bytes(b"SQLite format 3\x00" + bytes(9000))
    damaged = shop.path.read_bytes()
    kept = restore(backup, shop.path, now=NOW)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert customers(shop.path) == 3


def test_without_hard_links_the_file_is_copied(
    shop: Database, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    kept = restore(backup, shop.path, now=NOW)
    assert kept is not None
    assert read_contents(kept).counts["customers"] == 4
    assert customers(shop.path) == 3


def test_nothing_unsound_replaces_a_shop(shop: Database, backup: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.ecrm.db"
    content = bytearray(backup.read_bytes())
    content[4096 * 30 : 4096 * 60] = bytes(4096 * 30)
    bad.write_bytes(content)
    assert refused(bad, shop.path) is Problem.BACKUP_DAMAGED
    bad.write_bytes(content[: len(content) // 2])
    assert refused(bad, shop.path) is Problem.BACKUP_DAMAGED
    bad.write_bytes(b"%PDF-1.7" + bytes(4096))
    assert refused(bad, shop.path) is Problem.BACKUP_FOREIGN
    bad.write_bytes(b"")
    assert refused(bad, shop.path) is Problem.BACKUP_FOREIGN
    bad.unlink()
    assert refused(bad, shop.path) is Problem.FILE_MISSING
    assert refused(tmp_path, shop.path) is Problem.FILE_UNREADABLE


def test_damage_that_nobody_looks_at_is_found(shop: Database, backup: Path, tmp_path: Path) -> None:
    connection = connect(backup)
    find = "SELECT rootpage FROM sqlite_master WHERE name = 'customer_phones'"
    [(root,)] = connection.execute(find).fetchall()
    connection.close()
    # Two rows of one page have changed places: each can be read, and there are as many.
    content, places = bytearray(backup.read_bytes()), (root - 1) * 4096 + 8
    first, second = content[places : places + 2], content[places + 2 : places + 4]
    content[places : places + 4] = second + first
    bad = tmp_path / "bad.ecrm.db"
    bad.write_bytes(content)
    assert read_contents(bad).counts == read_contents(backup).counts
    assert refused(bad, shop.path) is Problem.BACKUP_DAMAGED


def test_a_newer_backup_is_refused(shop: Database, backup: Path) -> None:
    connection = connect(backup)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert refused(backup, shop.path) is Problem.BACKUP_TOO_NEW


def test_a_shop_that_is_open_elsewhere_is_left_alone(
    shop: Database, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecrm_desktop.storage.database_file.WAIT_MS", 50)
    other = Database(shop.path)
    with other.reading() as session:
        session.connection().exec_driver_sql("SELECT 1")
    with pytest.raises(EcrmError) as caught:
        restore(backup, shop.path, now=NOW)
    assert caught.value.problem is Problem.DATABASE_OPEN_ELSEWHERE
    other.close()
    assert customers(shop.path) == 4


def test_a_restore_into_a_synced_folder_is_refused(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(EcrmError) as caught:
        restore(backup, tmp_path / "OneDrive" / "shop.db", now=NOW)
    assert caught.value.problem is Problem.FOLDER_SYNCED
    assert not (tmp_path / "OneDrive").exists()


def test_a_restore_that_fails_leaves_no_trace(
    shop: Database, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(restoring, "copy_database", fail)
    assert refused(backup, shop.path) is Problem.RESTORE_FAILED


def test_a_restore_killed_between_its_names_is_no_second_file(shop: Database, backup: Path) -> None:
    second = shop.path.with_name("shop-replaced-2026-11-20-103000.db")
    second.hardlink_to(shop.path)
    assert find_replaced(shop.path) == []
    kept = restore(backup, shop.path, now=NOW)
    assert [one.path for one in find_replaced(shop.path)] == [kept]


def test_looking_into_a_file_of_another_program(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_contents(tmp_path / "none.db")
    assert caught.value.problem is Problem.FILE_MISSING


def test_a_restored_file_says_so_before_it_is_opened_for_the_first_time(
    shop: Database, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise FileError(Problem.FILE_UNCONFIRMED, path=path)

    restore(backup, shop.path, now=NOW)
    assert names_in_trail(shop.path) == [backup.name]
    monkeypatch.setattr(restoring, "confirm_name", fail)
    with pytest.raises(FileError):  # it is restored all the same
        restore(backup, shop.path, now=NOW)
    assert names_in_trail(shop.path) == [backup.name]


def names_in_trail(path: Path) -> list[str]:
    with opened(path) as connection:
        found = connection.execute("SELECT backup FROM restores").fetchall()
    return [name for (name,) in found]
