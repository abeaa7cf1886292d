"""`ecrm backup`, `ecrm restore` and `ecrm salvage` do what docs/cli.md says."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from ecrm_desktop.backup.known_shops import remember_move, remember_shop
from ecrm_desktop.settings import BACKUP_FOLDER, BACKUP_STATES, Settings
from ecrm_desktop.storage.database import Database, connect
from tests.helpers.command_line import Run
from tests.helpers.factories import make_customer
from tests.helpers.older_shop import A_SHOP, A_TASK, AN_OWNER, make_older_shop


@pytest.fixture
def shop(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "shop.db"
    assert run("--database", path, "init", "--shop", "کتاب مهر").status == 0
    add_customer(path, "مریم")
    return path


def add_customer(path: Path, name: str) -> None:
    database = Database(path)
    with database.transaction() as session:
        make_customer(session, name)
    database.close()


def customers(run: Run, path: Path) -> int:
    checked = run("--database", path, "check", "--json")
    assert checked.status == 0
    count: int = checked.json["counts"]["customers"]
    return count


def test_a_file_of_an_older_version_is_backed_up_before_a_command_changes_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shop.db"
    make_older_shop(path, "0002", A_SHOP, AN_OWNER, A_TASK)
    with monkeypatch.context() as patch:
        patch.setattr("ecrm_desktop.storage.database.upgrade", lambda _connection: 1 / 0)
        failed = run("--database", path, "check")
    (made,) = (tmp_path / "backups").iterdir()
    assert failed.status == 2
    assert str(made) in failed.error
    worked = run("--database", path, "check", "--json")
    assert (worked.status, worked.json["counts"]["tasks"]) == (0, 1)
    assert str(made) in worked.error
    assert run("--database", path, "check").error == ""


@pytest.mark.parametrize(
    "command", [["init"], ["demo", "--customers", "3"], ["check"], ["encrypt", "status"]]
)
def test_no_command_puts_a_new_file_in_the_place_of_a_missing_one(
    run: Run, shop: Path, command: list[str]
) -> None:
    assert run("--database", shop, "backup").status == 0
    shop.unlink()
    outcome = run("--database", shop, *command)
    assert outcome.status == 2
    assert f"{shop} نیست و چیزی به جای آن ساخته نشد" in outcome.error
    assert f'ecrm --database "{shop}" restore latest' in outcome.error
    assert not shop.exists()


def test_commands_work_where_the_window_found_a_file_that_was_moved(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    remember_shop(Settings(), shop, UUID(int=7), "کتاب مهر", datetime.now(UTC))
    moved = tmp_path / "elsewhere.db"
    shop.rename(moved)
    assert run("--database", shop, "check").status == 2
    remember_move(Settings(), shop, moved)
    assert customers(run, shop) == 1
    assert not shop.exists()


def test_a_missing_shop_comes_back_or_another_begins(run: Run, shop: Path, tmp_path: Path) -> None:
    remember_shop(Settings(), shop, UUID(int=7), "کتاب مهر", datetime.now(UTC))
    package = tmp_path / "all.zip"
    assert run("--database", shop, "package", "write", package).status == 0
    assert run("--database", shop, "backup").status == 0
    shop.unlink()
    read = run("--database", shop, "package", "read", package)
    assert (read.status, shop.exists()) == (2, False)
    assert "کتاب مهر" in read.error
    assert run("--database", shop, "restore", "latest", "--yes").status == 0
    assert customers(run, shop) == 1
    shop.unlink()
    assert run("--database", shop, "package", "read", package, "--anew").status == 0
    assert customers(run, shop) == 1
    shop.unlink()
    assert run("--database", shop, "init", "--anew").status == 0
    assert customers(run, shop) == 0


def test_a_package_comes_into_an_empty_file_of_an_older_version(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    package = tmp_path / "all.zip"
    assert run("--database", shop, "package", "write", package).status == 0
    older = tmp_path / "older.db"
    make_older_shop(older, "0002")
    assert run("--database", older, "package", "read", package).status == 0
    assert customers(run, older) == 1


def test_a_backup_goes_beside_the_shop_and_into_the_chosen_folder(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    Settings().set(BACKUP_FOLDER, str(stick))
    made = run("backup", "--database", shop, "--json")
    assert (made.status, made.json["failed"]) == (0, [])
    paths = [Path(one["path"]) for one in made.json["backups"]]
    assert [one.parent for one in paths] == [tmp_path / "backups", stick]
    assert all(path.stat().st_size == one["size"] for path, one in
               zip(paths, made.json["backups"], strict=True))  # fmt: skip
    assert set(Settings().get(BACKUP_STATES)[str(shop)]) == {str(one.parent) for one in paths}
    listed = run("backup", "list", "--database", shop, "--json")
    assert {one["path"] for one in listed.json} == {str(one) for one in paths}
    shown = run("backup", "list", "--database", shop)
    assert all(str(path) in shown.out for path in paths)


def test_that_there_is_no_backup_yet_is_said(run: Run, shop: Path, tmp_path: Path) -> None:
    listed = run("backup", "list", "--database", shop)
    assert listed.status == 0
    assert "هنوز پشتیبانی نیست" in listed.out
    assert str(tmp_path / "backups") in listed.out
    assert run("backup", "list", "--database", shop, "--json").json == []


def test_who_makes_a_backup_may_say_so_after_the_command(run: Run, shop: Path) -> None:
    run("--database", shop, "user", "add", "سمیرا", "--role", "staff")
    refused = run("--database", shop, "backup", "--user", "سمیرا")
    assert "نقش" in refused.error
    assert "نقش" in run("--database", shop, "backup", "list", "--user", "سمیرا").error


def test_a_folder_of_ones_own_gets_the_only_backup(run: Run, shop: Path, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    made = run("--database", shop, "backup", "--to", folder)
    assert made.status == 0
    (path,) = folder.iterdir()
    assert str(path) in made.out
    assert not (tmp_path / "backups").exists()
    assert Settings().get(BACKUP_STATES) == {str(shop): {}}


def test_a_folder_that_is_gone_is_told_and_the_other_backup_made(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    Settings().set(BACKUP_FOLDER, str(tmp_path / "unplugged"))
    made = run("backup", "--database", shop, "--json")
    assert made.status == 2
    assert [one["problem"] for one in made.json["failed"]] == ["backup_folder_missing"]
    assert len(made.json["backups"]) == 1
    assert "unplugged" in made.error


def test_a_restore_shows_what_is_in_it_and_keeps_what_was_there(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    assert run("backup", "--database", shop).status == 0
    add_customer(shop, "بعدی")
    shown = run("restore", "latest", "--show", "--database", shop, "--json")
    assert (shown.json["shop"], shown.json["counts"]["customers"]) == ("کتاب مهر", 1)
    assert customers(run, shop) == 2
    refused = run("restore", "latest", "--database", shop)
    assert (refused.status, customers(run, shop)) == (2, 2)
    assert "--yes" in refused.error
    done = run("restore", shown.json["path"], "--yes", "--database", shop, "--json")
    assert done.status == 0
    assert (done.json["restored"], customers(run, shop)) == (str(shop), 1)
    newest = run("audit", "--json", "--database", shop).json[0]
    name = Path(shown.json["path"]).name
    assert (newest["kind"], newest["record"]["name"]) == ("backup_restored", name)
    kept = Path(done.json["kept"])
    assert customers(run, kept) == 2
    listed = run("backup", "list", "--database", shop, "--json").json
    assert [one["path"] for one in listed if one["replaced"]] == [str(kept)]


def test_a_shop_that_is_gone_or_damaged_comes_back(run: Run, shop: Path) -> None:
    assert run("backup", "--database", shop).status == 0
    shop.unlink()
    assert run("restore", "latest", "--yes", "--database", shop).status == 0
    assert customers(run, shop) == 1
    shop.write_bytes(shop.read_bytes()[:5000])
    assert run("restore", "latest", "--yes", "--database", shop).status == 0
    assert customers(run, shop) == 1


def test_a_backup_of_another_shop_needs_a_word_of_its_own(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "shop.db"
    other.parent.mkdir()
    # Of the same name, as when two branches were set up alike.
    assert run("--database", other, "init", "--shop", "کتاب مهر").status == 0
    [made] = run("backup", "--database", other, "--json").json["backups"]
    before = shop.read_bytes()
    refused = run("restore", made["path"], "--yes", "--database", shop)
    assert (refused.status, shop.read_bytes()) == (2, before)
    assert "--yes --other-shop" in refused.error
    assert refused.out.count("کتاب مهر") == 3
    assert run("restore", made["path"], "--show", "--database", shop, "--json").json["other_shop"]
    done = run("restore", made["path"], "--yes", "--other-shop", "--database", shop)
    assert (done.status, customers(run, shop)) == (0, 0)


def test_a_shop_that_was_renamed_is_the_same_one(run: Run, shop: Path) -> None:
    [made] = run("backup", "--database", shop, "--json").json["backups"]
    database = Database(shop)
    with database.transaction() as session:
        session.execute(text("UPDATE shop SET name = 'کتاب نو'"))
    database.close()
    done = run("restore", made["path"], "--yes", "--database", shop, "--json")
    assert (done.status, done.json["other_shop"]) == (0, False)


def made_with_the_clock_at(run: Run, shop: Path, stamp: str) -> Path:
    """Make a backup as it would be called if the clock had said so."""
    [made] = run("backup", "--database", shop, "--json").json["backups"]
    path = Path(made["path"])
    renamed = path.with_name(f"{path.name[:12]}{stamp}.ecrm.db")
    return path.rename(renamed)


def test_the_latest_backup_has_the_latest_work_whatever_its_date(run: Run, shop: Path) -> None:
    made_with_the_clock_at(run, shop, "2038-01-19-031408")
    add_customer(shop, "رضا")
    latest = made_with_the_clock_at(run, shop, "2010-01-01-000500")
    shop.unlink()
    done = run("restore", "latest", "--yes", "--database", shop, "--json")
    assert (done.json["path"], done.json["by_date"]) == (str(latest), False)
    assert customers(run, shop) == 2


def test_what_was_taken_for_the_latest_by_its_date_alone_is_told(run: Run, shop: Path) -> None:
    first = made_with_the_clock_at(run, shop, "2026-11-01-100000")
    add_customer(shop, "رضا")
    made_with_the_clock_at(run, shop, "2026-11-02-100000")
    assert run("restore", first, "--yes", "--database", shop).status == 0
    add_customer(shop, "سارا")
    latest = made_with_the_clock_at(run, shop, "2026-11-03-100000")
    shown = run("restore", "latest", "--show", "--database", shop)
    assert (str(latest) in shown.out, "از روی تاریخ" in shown.out) == (True, True)


def test_without_a_backup_nothing_is_restored(run: Run, shop: Path) -> None:
    refused = run("restore", "latest", "--yes", "--database", shop)
    assert (refused.status, customers(run, shop)) == (2, 1)
    assert run("restore", shop.with_name("none.db"), "--yes", "--database", shop).status == 2


def test_what_a_salvage_lost_is_told_by_kind(run: Run, shop: Path, tmp_path: Path) -> None:
    with closing(connect(shop)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'customers'"
        ).fetchone()
    content = bytearray(shop.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    shop.write_bytes(content)
    told = run("salvage", shop, "--output", tmp_path / "new.db", "--json").json
    assert (told["lost"], told["unreadable_pages"]) == (1, 1)
    assert told["lost_by_table"] == {"customers": 1}
    said = run("salvage", shop, "--output", tmp_path / "second.db").out
    assert "صفحه‌هایی که خوانده نشدند" in said
    assert "رکوردهای از دست رفته، دست‌کم" in said


def test_a_damaged_shop_is_salvaged_into_a_new_one(run: Run, shop: Path, tmp_path: Path) -> None:
    content = bytearray(shop.read_bytes())
    content[:4096] = bytes(4096)
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(content)
    new = tmp_path / "new.db"
    done = run("salvage", damaged, "--output", new, "--json")
    assert done.status == 0
    assert done.json["counts"]["customers"] == 1
    assert customers(run, new) == 1
    assert damaged.read_bytes() == bytes(content)
    again = run("salvage", damaged, "--output", new)
    assert again.status == 2


def test_a_synced_folder_is_for_backups_only(run: Run, shop: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    assert run("init", "--database", folder / "shop.db").status == 2
    assert run("backup", "--to", folder, "--database", shop).status == 0
    (backup,) = folder.iterdir()
    assert run("restore", backup, "--yes", "--database", folder / "shop.db").status == 2
    assert run("restore", backup, "--yes", "--database", shop).status == 0
