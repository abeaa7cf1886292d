"""Backups are whole, of one moment, and never at the cost of earlier ones."""

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections import namedtuple
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from ecrm_desktop.backup import copying, making
from ecrm_desktop.backup.contents import check_file, read_contents
from ecrm_desktop.backup.files import (
    find_backups,
    find_replaced,
    local_folder,
    replaced_name,
    series_of,
)
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import Cancelled, FileError, Problem
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.services.autosave import store_autosave
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage import encryption, keyring_secrets
from ecrm_desktop.storage.database import APPLICATION_ID, Database, connect
from ecrm_desktop.storage.unfinished_files import part_of
from tests.helpers.disk_diary import DiskDiary
from tests.helpers.factories import make_customer

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
LIMIT = 10**12


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fails(shop: Database, folder: Path, now: datetime = NOW) -> Problem:
    with pytest.raises(FileError) as caught:
        make_backup(shop, folder, now=now, limit=LIMIT)
    return caught.value.problem


def test_a_backup_holds_what_was_committed_and_is_one_file(shop: Database, stick: Path) -> None:
    made = make_backup(shop, stick, now=NOW, limit=LIMIT)
    with shop.reading() as session:
        ending = get_shop(session).id.hex[-6:]
    assert names(stick) == [f"shop-{ending}-2026-11-22-103000.ecrm.db"]
    assert made.path == stick / names(stick)[0]
    assert made.size == made.path.stat().st_size
    contents = read_contents(made.path)
    assert (contents.shop_name, contents.schema) == ("پوشاک مهر", HEAD)
    assert contents.counts["customers"] == 3
    assert contents.changed_at is not None
    assert names(stick) == [made.path.name]  # looking into it left nothing beside it
    opened = Database(made.path)
    opened.close()


def test_it_can_be_read_where_nothing_can_be_written(shop: Database, stick: Path) -> None:
    made = make_backup(shop, stick, now=NOW, limit=LIMIT)
    assert made.path.read_bytes()[18:20] == b"\x01\x01"  # not in WAL mode, which needs a -shm


def test_two_in_one_second_are_two(shop: Database, stick: Path) -> None:
    for _ in range(3):
        make_backup(shop, stick, now=NOW, limit=LIMIT)
    assert [name[-13:-8] for name in names(stick)] == ["03000", "03001", "03002"]


def test_room_is_made_among_the_shops_own_backups_only(
    shop: Database, stick: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = Database(tmp_path / "other" / shop.path.name, create=True)
    with other.transaction() as session:
        create_shop(session, ShopDraft(name="کفش ماه"), "IRR", "سارا")
    kept = make_backup(other, stick, now=NOW, limit=LIMIT)
    other.close()
    for hours in range(4):
        make_backup(shop, stick, now=NOW + timedelta(hours=hours), limit=1)
    assert kept.path.exists()
    assert len(names(stick)) == 3


def test_writers_and_readers_go_on_meanwhile(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_PAGES", 10)
    with shop.transaction() as session:
        for number in range(400):
            make_customer(session, f"پیش {number}")
    seen: list[int] = []

    def write(done: int, total: int) -> None:
        if not seen:
            assert done < total
            with shop.transaction() as session:
                make_customer(session, "میان کار")
            with shop.reading() as session:
                seen.append(
                    session.connection()
                    .exec_driver_sql("SELECT count(*) FROM customers")
                    .scalar_one()
                )

    made = make_backup(shop, stick, now=NOW, limit=LIMIT, report_progress=write)
    assert seen == [404]
    assert read_contents(made.path).counts["customers"] == 403


def test_an_encrypted_shop_has_encrypted_backups(
    shop: Database, stick: Path, tmp_path: Path
) -> None:
    secret = keyring_secrets.make_secret()
    path = tmp_path / "secret.db"
    encrypted = connect(path, secret=secret)
    encrypted.execute("ATTACH ? AS plain KEY ''", (str(shop.path),))
    encrypted.execute("SELECT sqlcipher_export('main', 'plain')").fetchall()
    encrypted.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    encrypted.close()
    database = Database(path, secret=secret)
    made = make_backup(database, stick, now=NOW, limit=LIMIT)
    database.close()
    content = made.path.read_bytes()
    assert keyring_secrets.key_id_in(content) == keyring_secrets.key_id(secret)
    assert "مشتری".encode() not in content
    assert b"customers" not in content
    assert read_contents(made.path, secret).counts["customers"] == 3


def test_plain_bytes_that_a_killed_encryption_of_backups_left_are_wiped(
    shop: Database, stick: Path, keyring_file: Path
) -> None:
    made = make_backup(shop, stick, now=NOW, limit=LIMIT).path
    left = made.with_name(f".{made.name}.replaced")
    shutil.copy(made, left)
    encryption.encrypt_backup(made, keyring_secrets.make_secret())
    shutil.copy(shop.path, left)  # killed before it was wiped
    made.with_name(f".{made.name}.converting").write_bytes(b"half")  # and another before that
    make_backup(shop, stick, now=NOW + timedelta(days=1), limit=LIMIT)
    assert not left.exists()
    assert len(list(stick.iterdir())) == 2


def test_an_index_with_other_values_is_found_by_the_first_backup_of_a_day(
    shop: Database, stick: Path
) -> None:
    made = make_backup(shop, stick, now=NOW, limit=LIMIT)
    shop.close()
    change = "UPDATE customer_phones SET number = '+98935' || substr(number, 7)"
    change_past_index(shop.path, "ix_customer_phones_number", change)
    database = Database(shop.path)
    assert fails(database, stick, NOW + timedelta(days=1)) is Problem.BACKUP_UNSOUND
    assert names(stick) == [made.path.name]
    # Several times as long for each of ten backups a day would be too much.
    make_backup(database, stick, now=NOW + timedelta(minutes=1), limit=LIMIT)
    database.close()


def change_past_index(path: Path, index: str, change: str) -> None:
    """Change records while the file does not know that it has an index."""
    told = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master WHERE name = ?"
    with closing(connect(path)) as connection:
        row = connection.execute(told, (index,)).fetchone()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = ?", (index,))
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA recursive_triggers = OFF")
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master"
            " WHERE type = 'trigger' AND tbl_name = 'customer_phones'"
        ).fetchall()
        for name, _sql in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(change)
        for _name, sql in triggers:
            connection.execute(sql)
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)


def test_a_missing_folder_is_not_made(shop: Database, tmp_path: Path) -> None:
    assert fails(shop, tmp_path / "unplugged") is Problem.BACKUP_FOLDER_MISSING
    assert not (tmp_path / "unplugged").exists()


def test_a_full_disk_is_told_before_anything_is_written(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_backup(shop, stick, now=NOW, limit=LIMIT)
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil has it
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9, 1000))
    assert fails(shop, stick) is Problem.BACKUP_DISK_FULL
    # The last megabytes are left to the system.
    left = usage(10**9, 10**9, first.size + 1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: left)
    assert fails(shop, stick) is Problem.BACKUP_DISK_FULL
    assert names(stick) == [first.path.name]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="mounts a small disk")
def test_a_disk_that_fills_up_harms_no_earlier_backup(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(stick)],
        check=False, capture_output=True,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("nothing may be mounted here")
    try:
        first = make_backup_in_small_room(shop, stick, monkeypatch)
        with shop.transaction() as session:
            for number in range(2000):
                make_customer(session, f"پیش {number}")
        assert fails(shop, stick) in {Problem.BACKUP_DISK_FULL, Problem.BACKUP_NOT_WRITTEN}
        assert names(stick) == [first]
        assert read_contents(stick / first).counts["customers"] == 3
    finally:
        subprocess.run(["umount", str(stick)], check=True)


def make_backup_in_small_room(shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(making, "check_free_space", lambda *_: None)
    return make_backup(shop, stick, now=NOW, limit=LIMIT).path.name


def test_what_was_not_written_as_it_should_is_thrown_away(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_backup(shop, stick, now=NOW, limit=LIMIT)
    real = copying.copy_database

    def bad_stick(source: object, part: Path, *rest: object) -> None:
        real(source, part, *rest)  # type: ignore[arg-type]
        with part.open("r+b") as file:
            file.seek(4096 * 5)
            file.write(bytes(4096 * 20))

    monkeypatch.setattr(making, "copy_database", bad_stick)
    assert fails(shop, stick) is Problem.BACKUP_UNSOUND
    assert names(stick) == [first.path.name]


def test_a_backup_that_lacks_a_row_is_thrown_away(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shop.transaction() as session:
        store_autosave(session, "customers:new", "{}")
    real = copying.copy_database

    def copy_less(source: object, part: Path, *rest: object) -> None:
        real(source, part, *rest)  # type: ignore[arg-type]
        copy = connect(part)
        assert copy.execute("DELETE FROM form_drafts").rowcount == 1
        copy.close()

    monkeypatch.setattr(making, "copy_database", copy_less)
    assert fails(shop, stick) is Problem.BACKUP_UNSOUND
    assert names(stick) == []


def test_a_backup_is_on_the_disk_before_it_has_its_name(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = DiskDiary(monkeypatch)
    made = make_backup(shop, stick, now=NOW, limit=LIMIT)
    assert diary.was_flushed_before_it_was_named(made.path.name)
    if os.name != "nt":
        assert diary.has_its_name_on_the_disk(made.path.name)


def test_a_disk_that_fails_while_it_is_written_to_has_no_backup(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush, failed = os.fsync, threading.Event()

    def fsync(handle: int) -> None:
        if not failed.is_set():
            failed.set()
            raise OSError(errno.EIO, "the system tells it once")
        flush(handle)

    def wait(_done: int, _total: int) -> None:
        assert failed.wait(10)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(FileError) as caught:
        make_backup(shop, stick, now=NOW, limit=LIMIT, report_progress=wait)
    assert caught.value.problem is Problem.BACKUP_NOT_WRITTEN
    assert names(stick) == []


def test_what_lies_in_the_bin_is_saved_and_not_counted(shop: Database, stick: Path) -> None:
    with shop.transaction() as session:
        [first, *_] = session.scalars(select(Customer.id))
        deletion = delete_customers(session, [first])
    made = make_backup(shop, stick, now=NOW, limit=LIMIT)
    assert read_contents(made.path).counts["customers"] == 2
    copy = Database(made.path)
    with copy.transaction() as session:
        assert restore_deletion(session, deletion) == 1
    copy.close()


def test_whoever_stops_it_keeps_what_was_there(shop: Database, stick: Path) -> None:
    first = make_backup(shop, stick, now=NOW, limit=LIMIT)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        make_backup(shop, stick, now=NOW, limit=LIMIT, report_progress=stop)
    assert names(stick) == [first.path.name]


def test_leftovers_of_killed_programs_go_and_those_of_running_ones_stay(
    shop: Database, stick: Path
) -> None:
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                          capture_output=True, check=True, text=True)  # fmt: skip
    pc = part_of(stick).name.split(".")[-2].partition("-")[0]
    elsewhere = stick / f".shop-abcdef-2026-11-22-103000.ecrm.db.000000-{dead.stdout.strip()}.part"
    elsewhere.touch()
    left = stick / f".shop-abcdef-2026-11-22-103000.ecrm.db.{pc}-{dead.stdout.strip()}.part"
    left.touch()
    at_work = stick / f".shop-abcdef-2026-11-22-103001.ecrm.db.{pc}-{os.getppid()}.part"
    at_work.touch()
    make_backup(shop, stick, now=NOW, limit=LIMIT)
    assert not left.exists()
    assert at_work.exists()
    assert elsewhere.exists()  # another PC's numbers of processes say nothing here


def test_thinning_touches_backups_of_this_shop_alone(shop: Database, stick: Path) -> None:
    others = [
        *(stick / f"shop-000000-2020-01-0{day}-000000.ecrm.db" for day in (1, 2)),
        stick / "notes.db",
    ]
    for other in others:
        other.touch()
    for hours in range(0, 24 * 6, 6):
        make_backup(shop, stick, now=NOW + timedelta(hours=hours), limit=LIMIT)
    with shop.reading() as session:
        series = series_of(shop.path, get_shop(session).id)
    ages = [NOW + timedelta(hours=138) - one.made_at for one in find_backups(stick, series)]
    assert len([age for age in ages if age <= timedelta(days=2)]) == 9
    assert len([age for age in ages if age > timedelta(days=2)]) == 7
    assert all(other.exists() for other in others)


def test_what_restores_replaced_is_thinned_as_backups_are(shop: Database, tmp_path: Path) -> None:
    folder = local_folder(shop.path)
    folder.mkdir()
    long_ago = NOW - timedelta(days=40)

    def replaced(hour: int, source: Path | None = None) -> Path:
        source = source or make_backup(shop, folder, now=NOW, limit=LIMIT).path
        return source.rename(replaced_name(shop.path, long_ago + timedelta(hours=hour)))

    own = [replaced(hour) for hour in range(5)]
    for one in own:
        Path(f"{one}-wal").touch()
    elsewhere = Database(tmp_path / "other.db", create=True)
    with elsewhere.transaction() as session:
        create_shop(session, ShopDraft(name="کفش بهار"), "IRR", "مریم")
    elsewhere.close()
    garbage = tmp_path / "garbage"
    garbage.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    others = [replaced(5, elsewhere.path), replaced(6, garbage)]
    for day in range(20):
        with shop.transaction() as session:
            make_customer(session, f"روز {day}")
        make_backup(shop, folder, now=NOW - timedelta(days=19 - day), limit=LIMIT)
    left = [one.path for one in reversed(find_replaced(shop.path))]
    assert left == [own[-1], *others]
    assert [one for one in own if Path(f"{one}-wal").exists()] == own[-1:]


def test_what_was_replaced_last_stays_however_old_its_line_is(shop: Database) -> None:
    folder = local_folder(shop.path)
    folder.mkdir()
    made = []
    for day in range(20):
        with shop.transaction() as session:
            make_customer(session, f"روز {day}")
        made.append(make_backup(shop, folder, now=NOW - timedelta(days=20 - day), limit=LIMIT))
    shop.close()
    oldest = next(one.path for one in made if one.path.exists())
    before = restore(oldest, shop.path, now=NOW - timedelta(hours=2))
    again = Database(shop.path)
    with again.transaction() as session:
        make_customer(session, "پس از بازگرداندن")
    again.close()
    assert before is not None
    # The line of what is replaced now left the one of the shop with its oldest backup.
    kept = restore(before, shop.path, now=NOW - timedelta(hours=1))
    assert kept is not None
    again = Database(shop.path)
    with again.transaction() as session:
        make_customer(session, "پس از برگشتن")
    make_backup(again, folder, now=NOW, limit=LIMIT)
    again.close()
    assert kept.exists()


def test_a_backup_never_waits_for_who_writes(shop: Database, stick: Path) -> None:
    with shop.transaction() as session:
        make_customer(session, "نیمه‌کاره")
        done = threading.Event()

        def work() -> None:
            make_backup(shop, stick, now=NOW, limit=LIMIT)
            done.set()

        thread = threading.Thread(target=work)
        thread.start()
        assert done.wait(10)
        thread.join()
    assert read_contents(next(stick.iterdir())).counts["customers"] == 3


def test_two_at_once_are_both_whole(shop: Database, stick: Path) -> None:
    threads = [
        threading.Thread(
            target=make_backup, args=(shop, stick), kwargs={"now": NOW, "limit": LIMIT}
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = list(stick.iterdir())
    assert made
    for path in made:
        check_file(path)


def test_the_local_folder_lies_beside_the_database(tmp_path: Path) -> None:
    assert local_folder(tmp_path / "shop.db") == tmp_path / "backups"
