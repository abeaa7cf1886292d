"""Bad files, full disks, kills and nonsense: a clear problem each, and nothing is lost."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, select

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.errors import DatabaseError, EcrmError, InvalidInput, Problem
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage import database_file
from ecrm_desktop.storage.database import APPLICATION_ID, Database
from ecrm_desktop.values.jalali import parse_date
from ecrm_desktop.values.money import MoneyUnit, currency, parse_amount
from ecrm_desktop.values.phone import Phone
from tests.helpers.command_line import ROOT, START, run_process

if sys.platform != "win32":
    import resource

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
NOBODY = 65534


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not make the suite wait for locks as long as people do."""
    monkeypatch.setattr(database_file, "WAIT_MS", 100)


@pytest.fixture
def shop(database: Database) -> Path:
    """A file with ten customers that no process has open."""
    add_customers(database, 10)
    database.close()
    return database.path


def add_customers(database: Database, number: int) -> None:
    with database.transaction() as session:
        for _ in range(number):
            create_customer(session, CustomerDraft(last_name="احمدی"))


def customers_in(path: Path) -> int:
    database = Database(path)
    with database.transaction() as session:
        assert check_database(session).is_sound
        number = session.scalar(select(func.count()).select_from(Customer))
    database.close()
    return number or 0


def problem_of(action: Callable[[], object]) -> Problem:
    with pytest.raises(EcrmError) as caught:
        action()
    return caught.value.problem


def is_read_only(path: Path) -> bool:
    database = Database(path)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 10
    database.close()
    return database.is_read_only


def opening(path: Path, *, create: bool = False) -> Problem:
    return problem_of(lambda: Database(path, create=create))


# Files that are not what they should be


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.DATABASE_EMPTY),
        (b"S", Problem.DATABASE_FOREIGN),
        (b"\x89PNG\r\n\x1a\n" + bytes(5000), Problem.DATABASE_FOREIGN),
        ("مشتری,تلفن\n".encode() * 500, Problem.DATABASE_FOREIGN),
        (bytes(8192), Problem.DATABASE_FOREIGN),
        (b"SQLite format 3\x00", Problem.DATABASE_DAMAGED),
        (b"SQLite format 3\x00" + bytes(4080), Problem.DATABASE_FOREIGN),
        (b"SQLite format 3\x00" + bytes(52) + b"ECRM" + bytes(4024), Problem.DATABASE_DAMAGED),
        (b"SQLite format 3\x00" + b"\xff" * 8192, Problem.DATABASE_DAMAGED),
    ],
)
def test_what_is_no_database_is_left_as_it_is(
    tmp_path: Path, content: bytes, problem: Problem
) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(content)
    assert opening(path) == problem
    assert opening(path, create=True) == problem
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["shop.db"]


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    other = driver.connect(str(path))
    other.execute("CREATE TABLE customers (id)")
    other.commit()
    other.close()
    assert opening(path) == Problem.DATABASE_FOREIGN


@pytest.mark.parametrize("kept", [0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_database_cut_short(shop: Path, kept: float) -> None:
    whole = shop.read_bytes()
    cut = whole[: max(int(len(whole) * kept), 16)]
    shop.write_bytes(cut)
    assert opening(shop) == Problem.DATABASE_DAMAGED
    assert shop.read_bytes() == cut
    shop.write_bytes(whole)  # the last good copy
    assert customers_in(shop) == 10


def test_a_database_cut_short_beside_what_a_crash_left(shop: Path) -> None:
    shop.write_bytes(shop.read_bytes()[: shop.stat().st_size // 2])
    shop.with_name("shop.db-wal").write_bytes(b"")
    assert opening(shop) == Problem.DATABASE_DAMAGED


@pytest.mark.parametrize("seed", range(12))
def test_a_database_with_bad_places_never_surprises(shop: Path, seed: int) -> None:
    rng = Random(seed)
    content = bytearray(shop.read_bytes())
    for _ in range(40):
        at = rng.randrange(100, len(content) - 64)
        content[at : at + 64] = rng.randbytes(64)
    shop.write_bytes(content)

    def use() -> None:
        database = Database(shop)
        try:
            with database.transaction() as session:
                if not check_database(session).is_sound:
                    raise DatabaseError(Problem.DATABASE_DAMAGED)
        finally:
            database.close()

    assert problem_of(use) == Problem.DATABASE_DAMAGED


def test_a_database_of_a_newer_version(shop: Path) -> None:
    newer = driver.connect(str(shop))
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    before = shop.read_bytes()
    assert opening(shop) == Problem.DATABASE_TOO_NEW
    assert shop.read_bytes() == before


def test_a_database_that_was_never_finished_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    begun = driver.connect(str(path))
    begun.execute("PRAGMA journal_mode = WAL")
    begun.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    begun.close()
    assert customers_in(path) == 0


def test_a_database_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "no" / "shop.db"
    assert opening(path) == Problem.DATABASE_MISSING
    assert not path.parent.exists()
    assert opening(tmp_path) == Problem.DATABASE_FOREIGN  # a folder
    assert opening(tmp_path / ("n" * 300)) == Problem.DATABASE_MISSING


# Locks


@contextmanager
def other_process(path: Path, statements: str) -> Iterator[None]:
    """Let another process run statements and hold what they lock."""
    program = (
        "import sys, sqlcipher3.dbapi2 as driver\n"
        "held = driver.connect(sys.argv[1], isolation_level=None)\n"
        "for one in sys.argv[2].split(';'): held.execute(one).fetchall()\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path), statements],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        try:
            yield
        finally:
            holder.communicate()


@pytest.mark.usefixtures("impatient")
def test_a_database_locked_by_another_process(shop: Path) -> None:
    held = "PRAGMA locking_mode = EXCLUSIVE;BEGIN EXCLUSIVE;DELETE FROM counters"
    with other_process(shop, held):
        assert opening(shop) == Problem.DATABASE_LOCKED
    assert customers_in(shop) == 10


@pytest.mark.usefixtures("impatient")
def test_while_another_process_saves_we_read_on_and_say_that_we_cannot_save(shop: Path) -> None:
    database = Database(shop)
    with other_process(shop, "BEGIN IMMEDIATE;DELETE FROM counters"):
        with database.reading() as session:
            assert session.scalar(select(func.count()).select_from(Customer)) == 10
        assert problem_of(lambda: add_customers(database, 1)) == Problem.DATABASE_LOCKED
    add_customers(database, 1)
    database.close()
    assert customers_in(shop) == 11


def test_two_users_of_one_pc_save_into_one_file(shop: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from ecrm_desktop.storage.database import Database\n"
        "from ecrm_desktop.drafts.customers import CustomerDraft\n"
        "from ecrm_desktop.services.customers import create_customer\n"
        "database = Database(Path(sys.argv[1]))\n"
        "for _ in range(40):\n"
        "    with database.transaction() as session:\n"
        "        create_customer(session, CustomerDraft(last_name='x'))\n"
        "database.close()\n"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", program, str(shop)], cwd=ROOT) for _ in range(2)
    ]
    assert [one.wait(60) for one in both] == [0, 0]
    assert customers_in(shop) == 90
    database = Database(shop)
    with database.reading() as session:
        assert len(set(session.scalars(select(Customer.code)))) == 90
    database.close()


def test_two_users_of_one_pc_have_a_shop_each(tmp_path: Path) -> None:
    for user in ("maryam", "reza"):
        home = tmp_path / user
        home.mkdir()
        own = {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "LOCALAPPDATA": str(home),
            "APPDATA": str(home),
        }
        assert run_process("init", "--shop", user, **own).status == 0
        assert len(list(home.rglob("shop.db"))) == 1


# Folders and disks


@contextmanager
def as_somebody() -> Iterator[None]:
    """Work without root's right to write everywhere."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    for one in (folder, *folder.iterdir()):
        one.chmod(0o755)
    shutil.rmtree(folder)


@POSIX
def test_a_folder_that_cannot_be_written(shop: Path, open_folder: Path) -> None:
    path = open_folder / "shop.db"
    shutil.copy(shop, path)
    path.chmod(0o666)
    open_folder.chmod(0o555)
    before = path.read_bytes()
    with as_somebody():
        assert is_read_only(path)
        assert opening(open_folder / "new.db", create=True) == Problem.FOLDER_READ_ONLY
        assert opening(open_folder / "deep" / "new.db", create=True) == Problem.FOLDER_READ_ONLY
    assert path.read_bytes() == before
    open_folder.chmod(0o000)
    with as_somebody():
        assert opening(path) == Problem.DATABASE_MISSING
        assert opening(path, create=True) == Problem.FOLDER_READ_ONLY


@POSIX
def test_a_file_that_cannot_be_written_or_read(shop: Path, open_folder: Path) -> None:
    path = open_folder / "shop.db"
    shutil.copy(shop, path)
    path.chmod(0o444)
    with as_somebody():
        assert is_read_only(path)
    path.chmod(0o000)
    with as_somebody():
        assert opening(path) == Problem.DATABASE_NO_ACCESS
    path.chmod(0o644)
    assert customers_in(path) == 10


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
@pytest.mark.parametrize("folder", ["/proc", "/proc/none", "/dev/null/folder"])
def test_a_place_where_no_file_can_be(folder: str) -> None:
    assert opening(Path(folder) / "shop.db", create=True) == Problem.FOLDER_READ_ONLY


def test_a_full_disk_loses_only_what_did_not_fit(shop: Path) -> None:
    database = Database(shop)
    with database.writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
    assert problem_of(lambda: add_customers(database, 500)) == Problem.DISK_FULL
    add_customers(database, 1)
    with database.writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    add_customers(database, 500)
    database.close()
    assert customers_in(shop) == 511


@POSIX
def test_a_disk_that_fills_under_a_command(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"

    def limited(size: int, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [*START, "--database", str(path), *arguments],
            capture_output=True,
            check=False,
            cwd=ROOT,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        )
        return done.returncode, done.stderr.decode()

    status, error = limited(50_000, "init")
    assert (status, error.count("\n")) == (2, 1)
    assert not path.exists()  # nothing half made stands in the way of the next try
    assert run_process("--database", path, "init").status == 0
    status, error = limited(path.stat().st_size + 200_000, "demo", "--customers", "3000")
    assert (status, error.count("\n")) == (2, 1)
    assert customers_in(path) == 0


# Kills

_SAVING = """
import sys
from pathlib import Path
from ecrm_desktop.storage.database import Database
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.services.customers import create_customer
database = Database(Path(sys.argv[1]))
while True:
    with database.transaction() as session:
        create_customer(session, CustomerDraft(last_name="x" * 50))
    print("saved", flush=True)
"""


def saved_until_killed(path: Path, lines: int, pause: float) -> int:
    """Kill a saving process after so many acknowledged saves and a pause; return all of them."""
    with subprocess.Popen(
        [sys.executable, "-c", _SAVING, str(path)], stdout=subprocess.PIPE, cwd=ROOT
    ) as saver:
        assert saver.stdout is not None
        for _ in range(lines):
            assert saver.stdout.readline() == b"saved\n"
        wait_for(saver, pause)
        saver.kill()
        return lines + saver.stdout.read().count(b"saved\n")


def wait_for(process: "subprocess.Popen[bytes]", pause: float) -> None:
    """Let a process run on for a while."""
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(pause)


def killed_while_saving(path: Path, rounds: int) -> None:
    rng = Random(rounds)
    before = customers_in(path)
    for _ in range(rounds):
        saved = saved_until_killed(path, rng.randrange(1, 30), rng.random() / 50)
        after = customers_in(path)
        # The last one may have been saved without having been acknowledged any more.
        assert before + saved <= after <= before + saved + 1
        before = after


@POSIX
def test_a_kill_while_saving_loses_nothing_that_was_saved(shop: Path) -> None:
    killed_while_saving(shop, 2)


@POSIX
@pytest.mark.slow
def test_sixty_kills_while_saving(shop: Path) -> None:
    killed_while_saving(shop, 60)


# Nonsense in fields


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("ن" * 10_000, Problem.TEXT_TOO_LONG),
        ("   \t \u200c \u00a0", Problem.NAME_MISSING),
        ("", Problem.NAME_MISSING),
        ("\x00", Problem.NAME_MISSING),
        ("علی\ud83d", Problem.TEXT_UNREADABLE),
    ],
)
def test_a_name_that_is_none(database: Database, name: str, problem: Problem) -> None:
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        create_customer(session, CustomerDraft(last_name=name))
    assert (caught.value.problem, caught.value.field) == (problem, "last_name")
    database.close()
    assert customers_in(database.path) == 0


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("مریم 🌸👩‍👩‍👧", "مریم 🌸👩‍👩‍👧"),
        ("علی\x00رضا", "علیرضا"),
        ("  علي   رضا ", "علی رضا"),
        ("\u200f\u202eعلی‌رضا\u202c", "علی‌رضا"),
        ("ن" * 200, "ن" * 200),
        ("Robert'); DROP TABLE customers;--", "Robert'); DROP TABLE customers;--"),
    ],
)
def test_a_strange_name_is_stored_and_found(database: Database, name: str, stored: str) -> None:
    with database.transaction() as session:
        customer_id = create_customer(session, CustomerDraft(last_name=name))
    with database.reading() as session:
        kept = session.get(Customer, customer_id)
        assert kept is not None
        assert kept.last_name == stored
    database.close()
    assert customers_in(database.path) == 1


RIAL: Any = currency("IRR")


@pytest.mark.parametrize(
    ("action", "problem"),
    [
        (lambda: parse_date("1405/12/30", today=date(2026, 11, 21)), Problem.DATE_NOT_IN_MONTH),
        (lambda: parse_amount(str(10**18), RIAL, MoneyUnit.RIAL), Problem.NUMBER_TOO_LARGE),
        (lambda: parse_amount("9" * 10_000, RIAL, MoneyUnit.TOMAN), Problem.NUMBER_TOO_LARGE),
        (lambda: Phone.parse("شماره"), Problem.PHONE_NOT_DIGITS),
        (lambda: Phone.parse("0912abc4567"), Problem.PHONE_NOT_DIGITS),
        (lambda: Phone.parse("9" * 10_000), Problem.PHONE_TOO_LONG),
    ],
)
def test_values_that_cannot_be(action: Callable[[], object], problem: Problem) -> None:
    assert problem_of(action) == problem
