"""A file whose schema is not exactly ours is refused before anything in it can run or change."""

import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from ecrm_desktop import migrations
from ecrm_desktop.backup.contents import read_contents
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.backup.opening import open_database
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.backup.salvage import salvage
from ecrm_desktop.errors import DatabaseError, EcrmError, FileError, Problem
from ecrm_desktop.models.changes import capture_triggers
from ecrm_desktop.storage.database import APPLICATION_ID, Database
from ecrm_desktop.storage.encryption import turn_on
from ecrm_desktop.storage.keyring_secrets import make_secret
from tests.backup.conftest import shop, stick
from tests.backup.test_making import NOW
from tests.helpers.factories import make_customer
from tests.helpers.older_shop import make_older_shop
from tests.helpers.schema_fingerprint import fingerprint_of

__all__ = ["shop", "stick"]

# Shops that were made before have the triggers of before: whatever captures changes in another way
# comes with a migration, which makes all of them anew, and only then with another value here.
CAPTURING = ("0015", "d223772a9e309c874d2ec178928fd7a1827304093ecbfbc9863e37d5ecb4cad3")

ALTERATIONS = [
    "CREATE TRIGGER more AFTER INSERT ON customers BEGIN DELETE FROM customers; END",
    "CREATE TRIGGER customers_capture_more AFTER INSERT ON customers BEGIN SELECT 1; END",
    "DROP TRIGGER customers_capture_update",
    "DROP TRIGGER customer_fts_update",
    "CREATE TRIGGER more BEFORE UPDATE ON alembic_version BEGIN SELECT 1; END",
    "CREATE VIEW more AS SELECT * FROM customers",
    "CREATE TABLE more (n INTEGER)",
    "CREATE INDEX more ON customers (code)",
    "ALTER TABLE customers ADD COLUMN more TEXT",
    "DROP TABLE alembic_version",
]


def seen(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


def alter(path: Path, *statements: str) -> dict[str, bytes]:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return seen(path.parent)


def opening(path: Path, secret: bytes | None = None) -> Problem | None:
    try:
        open_database(path, secret=secret).close()
    except DatabaseError as error:
        return error.problem
    return None


@pytest.mark.parametrize("revision", migrations.SCHEMAS)
def test_what_the_migrations_make_is_what_is_opened(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "shop.db"
    make_older_shop(path, revision)
    assert fingerprint_of(path) == migrations.SCHEMAS[revision]
    if revision != migrations.HEAD:
        assert opening(path) is None


def test_every_revision_is_known() -> None:
    assert max(migrations.SCHEMAS) == migrations.HEAD


def test_other_triggers_come_with_a_migration() -> None:
    digest = sha256(repr(sorted(capture_triggers().items())).encode()).hexdigest()
    assert (migrations.HEAD, digest) == CAPTURING


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_an_altered_file_is_left_byte_for_byte(
    database: Database, alteration: str, mode: str
) -> None:
    path = database.path
    database.close()
    before = alter(path, f"PRAGMA journal_mode = {mode}", alteration)
    assert opening(path) is Problem.DATABASE_ALTERED
    assert seen(path.parent) == before
    with pytest.raises(FileError) as caught:
        read_contents(path)
    assert caught.value.problem is Problem.BACKUP_ALTERED
    assert seen(path.parent) == before


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_foreign_file_with_our_mark_is_left_byte_for_byte(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "shop.db"
    mark = f"PRAGMA application_id = {APPLICATION_ID}"
    before = alter(path, f"PRAGMA journal_mode = {mode}", mark, "CREATE TABLE notes (n TEXT)")
    assert opening(path) is Problem.DATABASE_ALTERED
    assert seen(tmp_path) == before


def test_what_is_altered_only_in_the_wal_is_refused_too(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "killed" / "shop.db"
    path.parent.mkdir()
    with database.writer.begin() as connection:
        connection.exec_driver_sql("CREATE VIEW more AS SELECT 1")
    for end in ("", "-wal"):
        shutil.copy(f"{database.path}{end}", f"{path}{end}")
    before = seen(path.parent)
    assert opening(path) is Problem.DATABASE_ALTERED
    after = seen(path.parent)
    assert {name: after[name] for name in before} == before


def test_no_trigger_fires_while_an_older_file_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    make_older_shop(path, "0002")
    before = alter(path, "CREATE TRIGGER more AFTER UPDATE ON alembic_version"
                         " BEGIN DELETE FROM tasks; END")  # fmt: skip
    assert opening(path) is Problem.DATABASE_ALTERED
    assert seen(tmp_path) == before


def test_an_altered_encrypted_file_is_refused(database: Database) -> None:
    path, secret = database.path, make_secret()
    with database.transaction() as session:
        make_customer(session, "نرگس")
    database.close()
    alter(path, "CREATE VIEW more AS SELECT 1")
    turn_on(path, secret)
    before = path.read_bytes()
    assert opening(path, secret) is Problem.DATABASE_ALTERED
    assert path.read_bytes() == before


def test_an_altered_backup_is_not_restored_and_its_records_can_be_salvaged(
    shop: Database, stick: Path, tmp_path: Path
) -> None:
    backup = make_backup(shop, stick, now=NOW, limit=10**12).path
    shop.close()
    there = seen(shop.path.parent)
    alter(backup, "CREATE TRIGGER more AFTER INSERT ON customers BEGIN DELETE FROM shop; END")
    with pytest.raises(EcrmError) as caught:
        restore(backup, shop.path, now=NOW)
    assert caught.value.problem is Problem.BACKUP_ALTERED
    assert seen(shop.path.parent) == there
    salvaged = salvage(backup, tmp_path / "new.db", lost_name="نام", lost_line="سطر")
    assert salvaged.counts["customers"] == 3
    assert opening(tmp_path / "new.db") is None


def test_what_sqlite_keeps_for_itself_is_no_alteration(database: Database) -> None:
    path = database.path
    with database.transaction() as session:
        make_customer(session, "نرگس")
    database.close()
    alter(path, "ANALYZE")
    assert opening(path) is None
