"""Whatever is damaged, what can be read of it becomes a sound shop again."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import select, update

from ecrm_desktop.backup import salvage as salvage_module
from ecrm_desktop.backup.contents import read_contents, row_counts
from ecrm_desktop.backup.pages import PageFile, Unreadable
from ecrm_desktop.backup.salvage import Salvaged, salvage
from ecrm_desktop.errors import DatabaseError, EcrmError, Problem
from ecrm_desktop.models.sync import Link
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.checks import CheckReport, check_database
from ecrm_desktop.queries.shop import find_shop, users
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.database import APPLICATION_ID, Database, connect
from ecrm_desktop.storage.encryption import turn_on
from ecrm_desktop.sync.joining import join
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import Role
from tests.helpers.factories import make_customer

PAGE = 4096
ROUNDS = 12


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed file of a shop with some years behind it."""
    path = tmp_path_factory.mktemp("whole") / "shop.db"
    database = Database(path, create=True)
    with database.transaction() as session:
        fill_demo(session, customers=120)
    database.close()
    return path


def report_of(path: Path, secret: bytes | None = None) -> CheckReport:
    database = Database(path, secret=secret)
    with database.transaction() as session:
        report = check_database(session)
        assert find_shop(session) is not None
        assert users(session)
    database.close()
    return report


def saved(path: Path, output: Path, secret: bytes | None = None) -> Salvaged:
    before = path.read_bytes()
    found = salvage(path, output, lost_name="نام گم‌شده", lost_line="قلم گم‌شده", secret=secret)
    assert path.read_bytes() == before
    return found


def damaged(whole: Path, to: Path, pages: list[int], chance: random.Random) -> Path:
    content = bytearray(whole.read_bytes())
    for page in pages:
        junk = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))
        content[page * PAGE : (page + 1) * PAGE] = junk
    to.write_bytes(content)
    return to


def test_a_disk_that_fills_up_is_told(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(*_arguments: object) -> None:
        error = driver.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(salvage_module, "_fill", fill)
    output = tmp_path / "new.db"
    with pytest.raises(DatabaseError) as caught:
        salvage_module.salvage(database.path, output, lost_name="؟", lost_line="؟")
    assert caught.value.problem is Problem.DISK_FULL
    assert not output.exists()
    assert not list(tmp_path.glob("*.part*"))


def test_of_a_sound_file_everything_comes_through(whole: Path, tmp_path: Path) -> None:
    found = saved(whole, tmp_path / "new.db")
    before, after = report_of(whole), report_of(tmp_path / "new.db")
    assert after.is_sound
    assert after.counts == before.counts
    assert (after.amount, after.quantity) == (before.amount, before.quantity)
    assert (found.lost, found.pages, found.mended) == ({}, 0, 0)
    assert found.counts == read_contents(whole).counts
    assert sorted(one.name for one in tmp_path.iterdir()) == ["new.db"]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_around_damaged_pages_the_rest_comes_through(
    whole: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    count = whole.stat().st_size // PAGE
    pages = chance.sample(range(count), max(1, count // 25))
    path = damaged(whole, tmp_path / "shop.db", pages, chance)
    found = saved(path, tmp_path / "new.db")
    after, before = report_of(tmp_path / "new.db"), report_of(whole)
    assert after.is_sound, after.findings
    for kind in ("customers", "purchases", "interactions"):
        assert after.counts[kind] >= before.counts[kind] * 0.6
    assert found.rows > 0


def test_a_file_without_its_first_page_comes_through(whole: Path, tmp_path: Path) -> None:
    path = damaged(whole, tmp_path / "shop.db", [0], random.Random(1))
    saved(path, tmp_path / "new.db")
    after, before = report_of(tmp_path / "new.db"), report_of(whole)
    assert after.is_sound, after.findings
    for kind, count in before.counts.items():
        assert after.counts[kind] >= count * 0.9, kind


def test_sectors_the_disk_does_not_give_are_passed_by(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = PageFile.page

    def page(file: PageFile, number: int) -> bytes:
        if number % 20 == 7:
            raise Unreadable
        return real(file, number)

    monkeypatch.setattr(PageFile, "page", page)
    found = saved(whole, tmp_path / "new.db")
    assert report_of(tmp_path / "new.db").is_sound
    assert found.rows > 1000


def test_a_file_cut_short_comes_through(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    content = whole.read_bytes()
    path.write_bytes(content[: len(content) // 2 + 77])
    saved(path, tmp_path / "new.db")
    assert report_of(tmp_path / "new.db").is_sound


def test_what_was_written_last_is_in_the_wal(whole: Path, tmp_path: Path) -> None:
    path, _content = wal_of(whole, tmp_path, one_more)
    found = saved(path, tmp_path / "new.db")
    assert found.counts["customers"] == read_contents(whole).counts["customers"] + 1


def wal_of(whole: Path, folder: Path, *steps: Callable[[Database], object]) -> tuple[Path, bytes]:
    """Return a shop as a power cut after some steps leaves it, and what is in its -wal."""
    live = folder / "live.db"
    live.write_bytes(whole.read_bytes())
    database = Database(live)
    for step in steps:
        step(database)
    path = folder / "shop.db"
    path.write_bytes(live.read_bytes())
    content = Path(f"{live}-wal").read_bytes()
    Path(f"{path}-wal").write_bytes(content)
    database.close()
    return path, content


def many(database: Database) -> None:
    with database.transaction() as session:
        for number in range(60):
            make_customer(session, f"یکی از {number}", notes="ن" * 500)


def one_more(database: Database) -> None:
    with database.transaction() as session:
        make_customer(session, "تازه‌ترین")


def checkpoint(database: Database) -> None:
    connection = connect(database.path)
    connection.execute("PRAGMA wal_checkpoint(FULL)").fetchall()
    connection.close()


def test_what_a_wal_held_before_it_began_anew_is_not_taken(whole: Path, tmp_path: Path) -> None:
    path, _content = wal_of(whole, tmp_path, many, checkpoint, one_more)
    found = saved(path, tmp_path / "new.db")
    assert found.counts["customers"] == read_contents(whole).counts["customers"] + 61
    assert report_of(tmp_path / "new.db").is_sound


def test_what_was_being_saved_when_the_power_went_is_not_taken(whole: Path, tmp_path: Path) -> None:
    path, content = wal_of(whole, tmp_path, one_more, many)
    # All but the last page of it, with which it would be saved.
    Path(f"{path}-wal").write_bytes(content[: -PAGE - 24])
    found = saved(path, tmp_path / "new.db")
    assert found.counts["customers"] == read_contents(whole).counts["customers"] + 1
    assert report_of(tmp_path / "new.db").is_sound


def test_records_of_a_lost_customer_keep_their_sums(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(whole.read_bytes())
    connection = connect(path)
    connection.execute("DROP TRIGGER customers_index_delete")
    connection.execute("DROP TRIGGER IF EXISTS customers_capture_delete")
    connection.execute("DELETE FROM customers WHERE rowid % 3 = 0")
    [(left,)] = connection.execute(
        "SELECT count(*) FROM customers WHERE deleted_at IS NULL"
    ).fetchall()
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'purchase_lines'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DELETE FROM purchase_lines WHERE rowid % 5 = 0")
    connection.close()
    found = saved(path, tmp_path / "new.db")
    after, before = report_of(tmp_path / "new.db"), report_of(whole)
    assert after.is_sound, after.findings
    assert after.amount == before.amount
    assert found.mended > 0
    # Who only has a name because others refer to them was not salvaged.
    assert found.counts["customers"] == left < after.counts["customers"]


def test_a_shop_without_shop_and_owner_can_be_opened(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(whole.read_bytes())
    connection = connect(path)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DELETE FROM shop")
    connection.execute("DELETE FROM users")
    connection.close()
    saved(path, tmp_path / "new.db")
    assert report_of(tmp_path / "new.db").is_sound


def test_a_shop_whose_last_owner_is_lost_gets_another(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(whole.read_bytes())
    database = Database(path)
    with database.transaction() as session:
        owners = User.role == Role.OWNER
        session.execute(update(User).where(owners).values(active=False))
    database.close()
    saved(path, tmp_path / "new.db")
    database = Database(tmp_path / "new.db")
    with database.reading() as session:
        assert [one.name for one in users(session) if one.role is Role.OWNER] == ["نام گم‌شده"]
    database.close()


def test_an_encrypted_file_comes_through_encrypted(whole: Path, tmp_path: Path) -> None:
    secret = keyring_secrets.make_secret()
    path = tmp_path / "secret.db"
    encrypted = connect(path, secret=secret)
    encrypted.execute("ATTACH ? AS plain KEY ''", (str(whole),))
    encrypted.execute("SELECT sqlcipher_export('main', 'plain')").fetchall()
    encrypted.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    encrypted.close()
    count = path.stat().st_size // PAGE
    chance = random.Random(3)
    # Where the export puts neither tables nor triggers: without its schema such a file is lost.
    pages = chance.sample(range(count // 2, count * 3 // 4), 12)
    there = damaged(path, tmp_path / "shop.db", pages, chance)
    saved(there, tmp_path / "new.db", secret)
    content = (tmp_path / "new.db").read_bytes()
    assert keyring_secrets.key_id_in(content) == keyring_secrets.key_id(secret)
    after, before = report_of(tmp_path / "new.db", secret), report_of(whole)
    assert after.is_sound, after.findings
    assert after.counts["purchases"] >= before.counts["purchases"] * 0.5


@pytest.mark.parametrize("content", [b"", b"x" * 9000, bytes(PAGE * 3), b"SQLite format 3\0" * 999])
def test_where_there_is_nothing_nothing_is_made(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(content)
    with pytest.raises(EcrmError) as caught:
        saved(path, tmp_path / "new.db")
    assert caught.value.problem is Problem.NOTHING_SALVAGED
    assert [one.name for one in tmp_path.iterdir()] == ["shop.db"]


def test_no_file_is_replaced(whole: Path) -> None:
    with pytest.raises(EcrmError) as caught:
        saved(whole, whole)
    assert caught.value.problem is Problem.DATABASE_EXISTS


def leaves_of(path: Path, table: str) -> list[int]:
    """Return the pages of a sound file, from 0, that hold the rows of a table."""
    connection = connect(path, read_only=True)
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
    ).fetchone()
    connection.close()
    with closing(PageFile(path)) as file:
        return [number - 1 for number in file.leaves(root, set())]


def rows_on(path: Path, pages: list[int]) -> int:
    with closing(PageFile(path)) as file:
        return sum(1 for page in pages for _row in file.rows(page + 1))


@pytest.mark.parametrize("seed", range(3))
def test_records_on_pages_that_are_gone_are_counted(whole: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    gone = {name: chance.sample(leaves_of(whole, name), 2) for name in ("customers", "purchases")}
    content = bytearray(whole.read_bytes())
    for pages in gone.values():
        for page in pages:
            content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path = tmp_path / "shop.db"
    path.write_bytes(content)
    found = saved(path, tmp_path / "new.db")
    assert found.pages == 4
    assert found.lost == {name: rows_on(whole, pages) for name, pages in gone.items()}
    before, after = rows_of(whole), rows_of(tmp_path / "new.db")
    assert found.lost["purchases"] == before["purchases"] - after["purchases"]


def rows_of(path: Path) -> dict[str, int]:
    connection = connect(path, read_only=True)
    counts = row_counts(connection)
    connection.close()
    return counts


def test_what_a_cut_file_has_lost_is_counted(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    content = whole.read_bytes()
    kept = len(content) // PAGE // 3
    path.write_bytes(content[: kept * PAGE])
    found = saved(path, tmp_path / "new.db")
    assert found.pages >= len(content) // PAGE - kept
    before, after = rows_of(whole), rows_of(tmp_path / "new.db")
    for name, lost in found.lost.items():
        # Never more than is lost; mending may have put some customers back by their number alone.
        assert lost <= before[name] - after[name] + found.mended, name
    assert sum(found.lost.values()) > 0


def test_gaps_in_the_numbers_of_changes_are_lost_changes(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(whole.read_bytes())
    connection = connect(path)
    (before,) = connection.execute("SELECT count(*) FROM changes").fetchone()
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'changes'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DELETE FROM changes WHERE number % 7 = 3")
    (after,) = connection.execute("SELECT count(*) FROM changes").fetchone()
    connection.close()
    assert saved(path, tmp_path / "new.db").lost == {"changes": before - after}


def test_what_an_encrypted_file_has_lost_is_counted(whole: Path, tmp_path: Path) -> None:
    secret = keyring_secrets.make_secret()
    path = tmp_path / "shop.db"
    path.write_bytes(whole.read_bytes())
    turn_on(path, secret)
    content = bytearray(path.read_bytes())
    # In the middle are records, and not what they are described by.
    for page in range(len(content) // PAGE // 2, len(content) // PAGE // 2 + 30):
        content[page * PAGE + 50] ^= 255
    path.write_bytes(content)
    found = saved(path, tmp_path / "new.db", secret)
    assert found.pages == 30
    assert sum(found.lost.values()) > 0
    connection = connect(tmp_path / "new.db", read_only=True, secret=secret)
    after, before = row_counts(connection), rows_of(whole)
    connection.close()
    for name, lost in found.lost.items():
        assert lost <= before[name] - after[name] + found.mended, name


def test_records_that_others_refer_to_are_lost_also_where_their_indexes_are(
    whole: Path, tmp_path: Path
) -> None:
    path = tmp_path / "shop.db"
    content = bytearray(whole.read_bytes())
    connection = connect(whole, read_only=True)
    roots = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'customers'"
    ).fetchall()
    connection.close()
    gone = leaves_of(whole, "customers")[1]
    for page in (gone, *(root - 1 for (root,) in roots)):
        content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(content)
    found = saved(path, tmp_path / "new.db")
    assert found.pages == 1 + len(roots)
    assert 0 < found.lost["customers"] <= rows_on(whole, [gone])


def test_a_salvaged_file_asks_the_other_pcs_for_all_there_is(whole: Path, tmp_path: Path) -> None:
    shop = Path(shutil.copy(whole, tmp_path / "shop.db"))
    database = Database(shop)
    with database.transaction() as session:
        device = join(session, "x", new_id(), "a")
        session.execute(update(Link).values(cursor=50))
    database.close()
    salvage(shop, tmp_path / "new.db", lost_name="?", lost_line="?")
    salvaged = Database(tmp_path / "new.db")
    with salvaged.reading() as session:
        link = session.scalars(select(Link)).one()
    salvaged.close()
    assert (link.cursor, link.offering, link.previous_id) == (0, 0, device)
    assert link.device_id != device
