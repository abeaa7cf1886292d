"""A -wal that is another file's is kept aside, and one that is the file's own never is."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.database import Database, connect
from ecrm_desktop.storage.encryption import turn_on
from ecrm_desktop.storage.foreign_wal import set_aside_foreign_wal
from tests.helpers.factories import make_customer

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


def add(database: Database, count: int, notes: str = "") -> None:
    with database.transaction() as session:
        for number in range(count):
            make_customer(session, f"مشتری {number}", notes=notes)


def customers(path: Path, secret: bytes | None) -> int:
    with closing(connect(path, secret=secret)) as connection:
        count: int = connection.execute("SELECT count(*) FROM customers").fetchone()[0]
    return count


def crashed(path: Path, folder: Path) -> Path:
    """Return a copy of an open file with its -wal, as a crash would leave them."""
    folder.mkdir()
    there = folder / path.name
    shutil.copy(path, there)
    shutil.copy(f"{path}-wal", f"{there}-wal")
    return there


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_a_backup_copied_over_a_crashed_file_stays_as_it_is(
    database: Database, tmp_path: Path, *, is_encrypted: bool
) -> None:
    secret = keyring_secrets.make_secret() if is_encrypted else None
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
    database.close()
    if secret is not None:
        turn_on(database.path, secret)
    live = Database(database.path, secret=secret)
    add(live, 3)
    backup = make_backup(live, tmp_path, now=NOW, limit=10**12).path
    # As large as it is, with other values on the same pages: nothing but its mode tells.
    with live.transaction() as session:
        session.connection().exec_driver_sql("UPDATE customers SET first_name = 'ی' || code")
    path = crashed(live.path, tmp_path / "crashed")
    add(live, 40)
    live.close()
    wal = Path(f"{path}-wal").read_bytes()
    shutil.copy(backup, path)
    before = path.read_bytes()
    opened = Database(path, secret=secret)
    assert opened.set_aside is not None
    assert opened.set_aside.read_bytes() == wal
    opened.close()
    assert customers(path, secret) == 3
    names = {one.name for one in path.parent.iterdir()}
    assert names == {"shop.db", opened.set_aside.name}
    # Only the mode was changed.
    assert path.read_bytes()[100:] == before[100:] or is_encrypted


def test_a_copy_of_another_size_is_told_by_that(database: Database, tmp_path: Path) -> None:
    database.close()
    copy = tmp_path / "copy.db"
    shutil.copy(database.path, copy)  # in WAL mode, as the program leaves it
    live = Database(database.path)
    add(live, 60, "ن" * 3000)
    live.close()
    live = Database(database.path)
    with live.transaction() as session:
        session.connection().exec_driver_sql("UPDATE customers SET first_name = 'دیگر'")
    path = crashed(live.path, tmp_path / "crashed")
    live.close()
    shutil.copy(copy, path)
    assert set_aside_foreign_wal(path, None) is not None


def test_what_a_file_that_is_gone_left_behind_is_no_part_of_a_new_one(
    database: Database, tmp_path: Path
) -> None:
    add(database, 2)
    path = crashed(database.path, tmp_path / "crashed")
    wal = Path(f"{path}-wal").read_bytes()
    path.unlink()
    made = Database(path, create=True)
    assert made.set_aside is not None
    assert made.set_aside.read_bytes() == wal
    made.close()
    assert customers(path, None) == 0


def test_of_pages_of_another_size_nothing_is_taken(database: Database, tmp_path: Path) -> None:
    add(database, 1)
    path = crashed(database.path, tmp_path / "crashed")
    with closing(connect(tmp_path / "other.db")) as connection:
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("CREATE TABLE a (b)")
        shutil.copy(tmp_path / "other.db-wal", f"{path}-wal")
    assert set_aside_foreign_wal(path, None) is not None


def test_while_somebody_has_it_open_nothing_is_touched(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(database, 1)
    path = crashed(database.path, tmp_path / "crashed")
    code = (
        "import sys; from ecrm_desktop.storage.database import Database;"
        "from pathlib import Path; d = Database(Path(sys.argv[1]));"
        "s = d.reading(); s.__enter__(); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        monkeypatch.setattr("ecrm_desktop.storage.foreign_wal.is_foreign", lambda *_: True)
        assert set_aside_foreign_wal(path, None) is None
        other.communicate()
    Path(f"{path}-wal").touch()
    assert set_aside_foreign_wal(path, None) is not None


def mixed(before: bytes, after: bytes, chance: random.Random) -> bytes:
    """Return a file of which some pages are as they were before."""
    content = bytearray(after)
    for place in range(0, min(len(before), len(after)), 4096):
        if chance.random() < 0.5:
            content[place : place + 4096] = before[place : place + 4096]
    return bytes(content)


@pytest.mark.parametrize("is_encrypted", [False, True])
@pytest.mark.parametrize(
    "seed", [*range(2), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 40))]
)
def test_whatever_was_done_a_crash_leaves_a_wal_that_is_its_own(
    database: Database, tmp_path: Path, seed: int, *, is_encrypted: bool
) -> None:
    chance = random.Random(seed)
    secret = keyring_secrets.make_secret() if is_encrypted else None
    database.close()
    if secret is not None:
        turn_on(database.path, secret)
    open_ones = [Database(database.path, secret=secret) for _ in range(2)]

    def reopen() -> None:
        at = chance.randrange(2)
        open_ones[at].close()
        open_ones[at] = Database(database.path, secret=secret)

    def checkpoint(kind: str) -> None:
        with closing(connect(database.path, secret=secret)) as connection:
            connection.execute(f"PRAGMA wal_checkpoint({kind})").fetchall()

    def drop_and_make() -> None:
        with chance.choice(open_ones).transaction() as session:
            session.connection().exec_driver_sql("CREATE TABLE more (a)")
            session.connection().exec_driver_sql("DROP TABLE more")

    def delete() -> None:
        with chance.choice(open_ones).transaction() as session:
            living = "SELECT id FROM customers WHERE deleted_at IS NULL LIMIT 20"
            ids = session.connection().exec_driver_sql(living).scalars().all()
            if ids:
                delete_customers(session, [UUID(bytes=one) for one in ids])

    steps: list[Callable[[], None]] = [
        lambda: add(chance.choice(open_ones), 1),
        lambda: add(chance.choice(open_ones), 15, "ن" * chance.randrange(4000)),
        lambda: checkpoint(chance.choice(("PASSIVE", "FULL", "RESTART", "TRUNCATE"))),
        reopen,
        drop_and_make,
        delete,
    ]
    for number in range(25):
        before = database.path.read_bytes()
        chance.choice(steps)()
        if Path(f"{database.path}-wal").exists():
            path = crashed(database.path, tmp_path / f"crash{number}")
            assert set_aside_foreign_wal(path, secret) is None
            # A power cut while pages are moved into the file: some are there, in any order.
            path.write_bytes(mixed(before, path.read_bytes(), chance))
            assert set_aside_foreign_wal(path, secret) is None
    for one in open_ones:
        one.close()
