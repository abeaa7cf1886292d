"""Before a file of an older version is changed, there is a checked backup of it."""

import shutil
from collections import namedtuple
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from ecrm_desktop import migrations
from ecrm_desktop.backup.contents import check_file, read_contents
from ecrm_desktop.backup.opening import open_database
from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.database import Database, connect
from tests.helpers.older_shop import A_SHOP, A_TASK, AN_OWNER, make_older_shop

OLD = "0002"
PAGE = 4096


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The closed file of a shop with one task, as an older version left it."""
    path = tmp_path / "shop.db"
    make_older_shop(path, OLD, A_SHOP, AN_OWNER, A_TASK)
    return path


def refused(path: Path, secret: bytes | None = None) -> EcrmError:
    with pytest.raises(EcrmError) as caught:
        open_database(path, secret=secret)
    return caught.value


def backups(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*"))


def break_migration(monkeypatch: pytest.MonkeyPatch, error: Callable[[], Exception]) -> None:
    def upgrade(connection: Connection) -> None:
        migrations.upgrade(connection)
        raise error()

    monkeypatch.setattr("ecrm_desktop.storage.database.upgrade", upgrade)


def test_the_backup_is_the_file_as_it_was(older: Path) -> None:
    reported: list[tuple[int, int]] = []
    database = open_database(older, report_progress=lambda *done: reported.append(done))
    assert database.backed_up is not None
    assert backups(older) == [database.backed_up]
    kept = read_contents(database.backed_up)
    assert (kept.schema, kept.shop_name, kept.counts["tasks"]) == (OLD, "پوشاک مهر", 1)
    assert check_file(database.backed_up, thoroughly=True)["tasks"] == 1
    assert reported
    database.close()
    assert (read_contents(older).schema, read_contents(older).counts["tasks"]) == (HEAD, 1)


def test_it_is_one_of_the_shops_backups_in_whatever_asks_for_them(older: Path) -> None:
    open_database(older).close()
    assert [one.name[:12] for one in backups(older)] == ["shop-ddeeff-"]


def test_a_file_of_this_version_needs_none(older: Path) -> None:
    open_database(older).close()
    shutil.rmtree(older.parent / "backups")
    database = open_database(older, report_progress=lambda _done, _total: pytest.fail("nothing"))
    assert database.backed_up is None
    database.close()
    assert backups(older) == []


def test_an_encrypted_shop_has_an_encrypted_one(tmp_path: Path) -> None:
    secret = keyring_secrets.make_secret()
    path = tmp_path / "shop.db"
    make_older_shop(path, OLD, A_SHOP, AN_OWNER, A_TASK, secret=secret)
    database = open_database(path, secret=secret)
    made = database.backed_up
    database.close()
    assert made is not None
    assert keyring_secrets.key_id_in(made.read_bytes()) == keyring_secrets.key_id(secret)
    assert b"alembic" not in made.read_bytes()
    assert read_contents(made, secret).schema == OLD
    assert read_contents(path, secret).schema == HEAD


def test_without_room_for_it_nothing_is_changed(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil has it
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9, 1_000_000))
    error = refused(older)
    assert error.problem is Problem.MIGRATION_NO_ROOM
    assert error.details == {"path": older.parent / "backups", "needed": 17, "free": 1}
    assert read_contents(older).schema == OLD
    assert backups(older) == []


def test_where_none_can_be_written_nothing_is_changed(older: Path) -> None:
    (older.parent / "backups").write_text("a file where the folder would be")
    error = refused(older)
    assert error.problem is Problem.MIGRATION_NO_BACKUP
    assert read_contents(older).schema == OLD


def test_one_that_is_not_sound_does_not_count(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ecrm_desktop.backup.making.check_file", lambda *_args, **_more: {})
    assert refused(older).problem is Problem.MIGRATION_NO_BACKUP
    assert (read_contents(older).schema, backups(older)) == (OLD, [])


def test_what_cannot_be_read_is_damaged_and_stays_as_it_is(older: Path) -> None:
    with closing(connect(older)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'tasks'"
        ).fetchone()
    content = bytearray(older.read_bytes())
    content[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    older.write_bytes(content)
    assert refused(older).problem is Problem.DATABASE_DAMAGED
    assert (read_schema(older), backups(older)) == (OLD, [])


def read_schema(path: Path) -> str:
    with closing(connect(path, read_only=True)) as connection:
        (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(schema)


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_a_change_that_fails_says_where_it_is_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_encrypted: bool
) -> None:
    secret = keyring_secrets.make_secret() if is_encrypted else None
    path = tmp_path / "shop.db"
    make_older_shop(path, OLD, A_SHOP, AN_OWNER, A_TASK, secret=secret)
    with monkeypatch.context() as patch:
        break_migration(patch, ZeroDivisionError)
        for _ in range(2):
            error = refused(path, secret)
            assert error.problem is Problem.MIGRATION_FAILED
            assert backups(path) == [error.details["path"]]
            contents = read_contents(path, secret)
            assert (contents.schema, contents.counts["tasks"]) == (OLD, 1)
    database = open_database(path, secret=secret)
    assert database.backed_up == backups(path)[0]
    assert len(backups(path)) == 1
    database.close()


def test_what_was_written_since_is_backed_up_anew(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        break_migration(patch, ZeroDivisionError)
        refused(older)
    with closing(connect(older)) as connection:
        connection.execute("UPDATE tasks SET note = 'تازه'")
    database = open_database(older)
    made = database.backed_up
    database.close()
    assert len(backups(older)) == 2
    assert made is not None
    with closing(connect(made, read_only=True)) as connection:
        assert connection.execute("SELECT note FROM tasks").fetchall() == [("تازه",)]


def test_whoever_forgets_the_backup_changes_nothing(older: Path) -> None:
    with pytest.raises(RuntimeError):
        Database(older)
    assert read_contents(older).schema == OLD
