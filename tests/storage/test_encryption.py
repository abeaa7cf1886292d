import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import fail
from sqlalchemy import text

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import Cancelled, DatabaseError, EcrmError, FileError, Problem
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.services.autosave import store_autosave
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage import encryption, keyring_secrets
from ecrm_desktop.storage.database import Database, connect
from ecrm_desktop.storage.database_file import file_key_id, open_file, secret_of
from tests.helpers.command_line import ROOT
from tests.helpers.disk_diary import DiskDiary, fail_to_flush_folders
from tests.helpers.factories import make_customer
from tests.helpers.plain_bytes import CITY, NAME, NOTE, PHONE, places_with_plain_text

SECRET = bytes(range(16))
# 20 MB in one table: what takes less is converted before its progress is told.
MANY_ROWS = text(
    "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 50000)"
    " INSERT INTO counters (name, last) SELECT n || hex(zeroblob(100)), n FROM numbers"
)


@pytest.fixture
def shop(database: Database, keyring_file: Path) -> Path:
    """A closed file with a customer whose words are looked for in every byte."""
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        make_customer(session, NAME, phone=PHONE, city=CITY, notes=NOTE)
        store_autosave(session, "customers:new", f'{{"note": "{NOTE}"}}')
    database.close()
    return database.path


def problem_of(call: Any, *arguments: Any, **named: Any) -> EcrmError:
    with pytest.raises(EcrmError) as caught:
        call(*arguments, **named)
    return caught.value


def names_in(path: Path, *, secret: bytes | None = None) -> list[str]:
    database = Database(path, secret=secret)
    with database.reading() as session:
        names = [hit.name for hit in search_customers(session, NAME, 10)]
    database.close()
    return names


def test_a_shop_is_the_same_encrypted_and_plain_again(tmp_path: Path, keyring_file: Path) -> None:
    path = tmp_path / "shop.db"
    database = Database(path, create=True)
    with database.transaction(captured=False) as session:
        fill_demo(session, customers=40)
    before = checked(database)
    database.close()
    schema = schema_of(path)
    assert encryption.turn_on(path, SECRET)
    assert file_key_id(path) == keyring_secrets.key_id(SECRET)
    assert schema_of(path) == schema
    database = Database(path)
    assert database.secret == SECRET
    assert checked(database) == before
    with database.transaction() as session:  # triggers and full text go on
        make_customer(session, NAME, phone=PHONE)
    database.close()
    assert names_in(path) == [NAME]
    encryption.turn_off(path)
    assert file_key_id(path) is None
    assert schema_of(path) == schema
    assert names_in(path) == [NAME]
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == ["shop.db"]


def checked(database: Database) -> object:
    with database.transaction() as session:
        report_progress = check_database(session)
    assert report_progress.is_sound
    return report_progress


def schema_of(path: Path) -> list[tuple[object, ...]]:
    connection = connect(path, read_only=True)
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    rows += connection.execute("PRAGMA application_id").fetchall()
    connection.close()
    return list(rows)


def test_no_byte_of_a_customer_is_to_be_read(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    assert places_with_plain_text(shop) == {"shop.db"}
    backup = tmp_path / "backup.db"
    shutil.copy(shop, backup)
    os.utime(backup, (1_700_000_000, 1_700_000_000))
    held = shop.open("rb")  # what is replaced is overwritten too, as far as that is possible
    encryption.turn_on(shop, SECRET)
    encryption.encrypt_backup(backup, SECRET)
    if sys.platform != "win32":
        held.seek(0)
        assert not held.read().strip(b"\0")
    held.close()
    assert backup.stat().st_mtime == 1_700_000_000
    assert names_in(backup) == [NAME]
    database = Database(shop)
    with database.transaction() as session:
        for number in range(300):
            make_customer(session, f"{NAME} {number}", phone=PHONE, city=CITY, notes=NOTE)
    with database.reading() as session:
        assert search_customers(session, NAME, 10)
        # While it is open: the -wal and the -shm are there to be looked at.
        assert (tmp_path / "shop.db-wal").stat().st_size
        assert places_with_plain_text(tmp_path) == set()
    database.close()
    assert places_with_plain_text(tmp_path) == set()


def test_deleted_text_does_not_linger(database: Database) -> None:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
    with database.transaction() as session:
        store_autosave(session, "customers:new", NOTE * 500)
    with database.transaction() as session:
        store_autosave(session, "customers:new", "")
    database.close()
    assert NOTE.encode() not in database.path.read_bytes()


def test_without_its_key_a_file_stays_as_it_is(shop: Path, keyring_file: Path) -> None:
    encryption.turn_on(shop, SECRET)
    kept = shop.read_bytes()
    keyring_file.unlink()
    missing = problem_of(Database, shop)
    assert missing.problem is Problem.KEY_MISSING
    assert missing.details == {"key_id": keyring_secrets.key_id(SECRET).hex()}
    assert problem_of(Database, shop, create=True).problem is Problem.KEY_MISSING
    wrong = problem_of(Database, shop, secret=bytes(16))
    assert wrong.problem is Problem.KEY_WRONG
    assert problem_of(connect, shop).problem is Problem.KEY_MISSING
    assert problem_of(encryption.turn_off, shop).problem is Problem.KEY_MISSING
    assert shop.read_bytes() == kept
    assert names_in(shop, secret=SECRET) == [NAME]


def test_the_phrase_brings_a_lost_key_back(shop: Path, keyring_file: Path) -> None:
    encryption.turn_on(shop, SECRET)
    keyring_file.unlink()
    assert problem_of(Database, shop).problem is Problem.KEY_MISSING
    assert keyring_secrets.keep_secret(SECRET)
    assert names_in(shop) == [NAME]


def test_without_any_keyring_only_the_phrase_opens(shop: Path) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    assert not encryption.turn_on(shop, SECRET)
    assert problem_of(Database, shop).problem is Problem.KEY_MISSING
    assert names_in(shop, secret=SECRET) == [NAME]
    encryption.turn_off(shop, secret=SECRET)
    assert names_in(shop) == [NAME]


@pytest.mark.parametrize("turning", ["on", "off"])
def test_an_open_shop_is_left_alone(shop: Path, turning: str) -> None:
    if turning == "off":
        encryption.turn_on(shop, SECRET)
    database = Database(shop)
    turn = (
        (lambda: encryption.turn_on(shop, SECRET))
        if turning == "on"
        else (lambda: encryption.turn_off(shop))
    )
    assert problem_of(turn).problem is Problem.DATABASE_LOCKED
    with database.transaction() as session:
        make_customer(session, NAME, phone=PHONE, code="77")
    database.close()
    turn()
    assert names_in(shop) == [NAME, NAME]


# As somebody's PC that loses its power just after a save.
SAVE_AND_DIE = """
import os, sys
from pathlib import Path
from ecrm_desktop.storage.database import Database
from tests.helpers.factories import make_customer

with Database(Path(sys.argv[1])).transaction() as session:
    make_customer(session, sys.argv[2], code="77")
os._exit(0)
"""


def test_a_save_that_came_between_is_not_left_beside_the_converted_file(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []

    def open_beside_another(path: Path, secret: bytes | None) -> Any:
        connection = open_file(path, secret)
        if not opened:
            connection.set_trace_callback(save_first)
        opened.append(connection)
        return connection

    def save_first(statement: str) -> None:
        if "EXCLUSIVE" in statement:
            opened[0].set_trace_callback(None)
            command = [sys.executable, "-c", SAVE_AND_DIE, str(shop), NAME]
            subprocess.run(command, cwd=ROOT, check=True)

    monkeypatch.setattr(encryption, "open_file", open_beside_another)
    assert problem_of(encryption.turn_on, shop, SECRET).problem is Problem.DATABASE_LOCKED
    assert file_key_id(shop) is None
    assert names_in(shop) == [NAME, NAME]
    encryption.turn_on(shop, SECRET)
    assert names_in(shop) == [NAME, NAME]


def test_a_copy_that_lacks_a_row_does_not_take_the_name(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect_to_less(path: Path, *, read_only: bool, secret: bytes | None) -> Any:
        copy = connect(path, secret=secret)
        copy.execute("DELETE FROM form_drafts")
        copy.close()
        return connect(path, read_only=read_only, secret=secret)

    monkeypatch.setattr(encryption, "connect", connect_to_less)
    assert problem_of(encryption.turn_on, shop, SECRET).problem is Problem.DATABASE_DAMAGED
    assert file_key_id(shop) is None
    assert names_in(shop) == [NAME]


def test_a_converted_file_is_on_the_disk_before_it_takes_the_name(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for turn in (lambda: encryption.turn_on(shop, SECRET), lambda: encryption.turn_off(shop)):
        diary = DiskDiary(monkeypatch)
        turn()
        assert diary.was_flushed_before_it_was_named("shop.db")
        if sys.platform != "win32":
            assert diary.has_its_name_on_the_disk("shop.db")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_who_may_read_a_file_stays_who_may(shop: Path) -> None:
    shop.chmod(0o640)
    encryption.turn_on(shop, SECRET)
    assert shop.stat().st_mode & 0o777 == 0o640


def test_a_shop_that_is_encrypted_while_it_opens_is_opened_all_the_same(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversions: list[Callable[[], object]] = [
        lambda: encryption.turn_on(shop, SECRET),
        lambda: encryption.turn_off(shop),
    ]

    def find_and_convert(path: Path, given: bytes | None) -> bytes | None:
        secret = secret_of(path, given)
        if conversions:
            conversions.pop(0)()
        return secret

    monkeypatch.setattr("ecrm_desktop.storage.database.secret_of", find_and_convert)
    assert names_in(shop) == [NAME]
    assert conversions == []


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ecrm_desktop.storage.database_file.WAIT_MS", 100)


def test_a_cancelled_conversion_leaves_all_as_it_was(tmp_path: Path, keyring_file: Path) -> None:
    path = tmp_path / "shop.db"
    database = Database(path, create=True)
    with database.transaction(captured=False) as session:
        session.execute(MANY_ROWS)
    database.close()
    told = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done > total // 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        encryption.turn_on(path, SECRET, report_progress=stop)
    assert told[-1][0] > told[0][0]
    assert file_key_id(path) is None
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["shop.db"]
    Database(path).close()


def test_turning_twice_is_told(shop: Path) -> None:
    assert problem_of(encryption.turn_off, shop).problem is Problem.ENCRYPTED_NOT
    encryption.turn_on(shop, SECRET)
    again = problem_of(encryption.turn_on, shop, keyring_secrets.make_secret())
    assert again.problem is Problem.ENCRYPTED_ALREADY
    assert names_in(shop) == [NAME]


def test_a_backup_that_stays_plain_is_told_and_keeps_no_other_from_it(
    shop: Path, tmp_path: Path
) -> None:
    damaged, sound = tmp_path / "a.ecrm.db", tmp_path / "b.ecrm.db"
    damaged.write_bytes(shop.read_bytes()[:40_000])
    shutil.copy(shop, sound)
    [told] = encryption.encrypt_backups([damaged, sound], SECRET)
    assert (told.problem, told.details) == (Problem.BACKUP_STAYS_PLAIN, {"path": str(damaged)})
    assert encryption.plain_files([damaged, sound]) == [damaged]


def test_plain_bytes_of_a_backup_that_could_not_be_wiped_are_told(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, left = tmp_path / "a.ecrm.db", tmp_path / ".a.ecrm.db.replaced"
    shutil.copy(shop, backup)

    def wipe(_file: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(encryption, "_wipe", wipe)
    [told] = encryption.encrypt_backups([backup], SECRET)
    assert (told.problem, told.details) == (Problem.BACKUP_STAYS_PLAIN, {"path": str(left)})
    assert file_key_id(backup) == keyring_secrets.key_id(SECRET)


def test_a_damaged_file_is_not_converted(shop: Path) -> None:
    kept = bytearray(shop.read_bytes())
    kept[40_000:60_000] = bytes(20_000)
    shop.write_bytes(kept)
    assert problem_of(encryption.turn_on, shop, SECRET).problem is Problem.DATABASE_DAMAGED
    assert file_key_id(shop) is None
    assert sorted(file.name for file in shop.parent.iterdir() if file.is_file()) == ["shop.db"]


@pytest.mark.parametrize("damage", ["first page", "later page", "cut"])
def test_a_damaged_encrypted_file_is_told_as_damaged(shop: Path, damage: str) -> None:
    encryption.turn_on(shop, SECRET)
    kept = bytearray(shop.read_bytes())
    if damage == "first page":
        kept[1000:1100] = bytes(100)
    elif damage == "later page":
        kept[4096:] = bytes(len(kept) - 4096)
    else:
        del kept[-8192:]
    shop.write_bytes(kept)
    assert problem_of(names_in, shop).problem is Problem.DATABASE_DAMAGED


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_leaves_all_as_it_was(shop: Path) -> None:
    import resource  # noqa: PLC0415 - Windows has none

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        assert problem_of(encryption.turn_on, shop, SECRET).problem is Problem.DISK_FULL
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [file.name for file in shop.parent.iterdir() if file.is_file()] == ["shop.db"]
    assert names_in(shop) == [NAME]


def test_a_file_that_cannot_be_written_beside_is_told(shop: Path) -> None:
    (shop.parent / f".{shop.name}.converting").mkdir()
    assert isinstance(problem_of(encryption.turn_on, shop, SECRET), (FileError, DatabaseError))
    assert names_in(shop) == [NAME]


def test_what_a_killed_conversion_left_is_removed(shop: Path) -> None:
    part, replaced = (shop.parent / f".shop.db.{end}" for end in ("converting", "replaced"))
    part.write_bytes(b"half")
    replaced.hardlink_to(shop)  # killed just before the file was replaced
    encryption.finish_conversion(shop)
    assert names_in(shop) == [NAME]
    assert not part.exists()
    assert not replaced.exists()
    shutil.copy(shop, replaced)  # killed just after
    encryption.turn_on(shop, SECRET)
    shutil.copy(shop, replaced)
    encryption.finish_conversion(shop)
    assert not replaced.exists()
    assert names_in(shop) == [NAME]


def test_what_is_replaced_is_not_wiped_before_the_new_name_is_on_the_disk(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = shop.with_name(".shop.db.replaced")
    with monkeypatch.context() as broken:
        fail_to_flush_folders(broken, errno.EIO)
        error = problem_of(encryption.turn_on, shop, SECRET)
        assert (error.problem, error.details) == (Problem.FILE_UNCONFIRMED, {"path": shop})
        encryption.finish_conversion(shop)
        # After a power cut the shop's name may lead to it again.
        assert names_in(replaced) == [NAME]
    encryption.finish_conversion(shop)
    assert names_in(shop) == [NAME]
    assert not replaced.exists()


def test_a_second_name_that_a_killed_program_left_keeps_nothing_readable(shop: Path) -> None:
    killed = (
        "import sys; from pathlib import Path; path = Path(sys.argv[1]);"
        "from ecrm_desktop.storage.unfinished_files import part_of; part_of(path).hardlink_to(path)"
    )
    subprocess.run([sys.executable, "-c", killed, shop], check=True, timeout=60, cwd=ROOT)
    assert len(list(shop.parent.glob(".shop.db.*.part"))) == 1
    encryption.turn_on(shop, SECRET)
    assert places_with_plain_text(shop.parent) == set()


def test_a_link_stays_a_link(shop: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    try:
        link.symlink_to(shop)
    except OSError:
        pytest.skip("this system lets nobody make links")
    encryption.turn_on(link, SECRET)
    assert link.is_symlink()
    assert file_key_id(shop) == keyring_secrets.key_id(SECRET)
    assert names_in(link) == [NAME]


def test_secrets_are_not_where_they_can_be_seen(
    shop: Path, caplog: pytest.LogCaptureFixture
) -> None:
    encryption.turn_on(shop, SECRET)
    with pytest.raises(DatabaseError) as caught:
        encryption.turn_on(shop, SECRET)
    told = caplog.text + repr(caught.value) + repr(caught.value.details)
    for shown in (SECRET.hex(), keyring_secrets.cipher_key(SECRET)):
        assert shown not in told
        assert bytes.fromhex(shown.strip("x'")) not in shop.read_bytes()


def test_other_files_are_refused(tmp_path: Path, keyring_file: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"x" * 5000)
    assert problem_of(encryption.turn_on, other, SECRET).problem is Problem.DATABASE_FOREIGN
    assert other.read_bytes() == b"x" * 5000
