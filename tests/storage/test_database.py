import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, OperationalError

from ecrm_desktop import migrations
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.models import Base
from ecrm_desktop.models.customer_index import REBUILD
from ecrm_desktop.models.customers import Customer, CustomerPhone, CustomerTag
from ecrm_desktop.services.autosave import store_autosave
from ecrm_desktop.storage import database as database_module
from ecrm_desktop.storage import database_file
from ecrm_desktop.storage.database import Database, Session, connect
from ecrm_desktop.storage.database_file import check_engine
from ecrm_desktop.values.ids import new_id
from tests.helpers.command_line import ROOT


def add_customer(database: Database, **values: object) -> Customer:
    with database.transaction() as session:
        customer = Customer(
            **{"code": "1", "first_name": "علی رضا", "last_name": "احمدی"} | values,
            phones=[CustomerPhone(number="+989123456789", is_primary=True)],
        )
        session.add(customer)
    return customer


def found(database: Database, query: str) -> int:
    with database.reading() as session:
        statement = text("SELECT count(*) FROM customer_fts WHERE customer_fts MATCH :query")
        return int(session.execute(statement, {"query": f'"{query}"'}).scalar_one())


def test_the_schema_of_the_migrations_is_the_schema_of_the_models(database: Database) -> None:
    with database.writer.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = [
            one
            for one in compare_metadata(context, Base.metadata)
            if "customer_fts" not in str(one)
        ]
    assert differences == []


def test_a_new_file_gets_its_name_only_with_all_that_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers = []

    def upgrade(connection: Connection) -> None:
        # Whoever reads keeps the -wal from being merged, as a disk does that fails just then.
        [part] = tmp_path.glob(".shop.db.*.part")
        reader = driver.connect(str(part), isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchall()
        readers.append(reader)
        migrations.upgrade(connection)

    monkeypatch.setattr(database_module, "upgrade", upgrade)
    monkeypatch.setattr(database_file, "WAIT_MS", 10)
    with pytest.raises(DatabaseError) as error:
        Database(tmp_path / "shop.db", create=True)
    assert error.value.problem is Problem.DATABASE_LOCKED
    readers[0].close()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_of_a_new_file_is_gone(tmp_path: Path) -> None:
    killed = """
import os, signal, sys
from pathlib import Path
from ecrm_desktop.storage import database
database.upgrade = lambda _connection: os.kill(os.getpid(), signal.SIGKILL)
database.Database(Path(sys.argv[1]), create=True)
"""
    path = tmp_path / "shop.db"
    subprocess.run([sys.executable, "-c", killed, path], check=False, timeout=60, cwd=ROOT)
    assert [one.suffix for one in tmp_path.iterdir()]
    Database(path, create=True).close()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("write", [Database.transaction, Database.applying])
@pytest.mark.parametrize(
    ("said", "problem"),
    [("SQLITE_IOERR", Problem.CHANGE_UNCONFIRMED), ("SQLITE_FULL", Problem.DISK_FULL)],
)
def test_a_disk_that_fails_at_the_very_end_of_a_save_may_have_kept_it(
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Database], AbstractContextManager[Session]],
    said: str,
    problem: Problem,
) -> None:
    def commit(_connection: object) -> None:
        error = driver.OperationalError("told by SQLite")
        error.sqlite_errorname = said
        raise error

    monkeypatch.setattr(database.writer.dialect, "do_commit", commit)
    with pytest.raises(DatabaseError) as error, write(database) as session:
        session.add(Customer(code="1"))
    assert error.value.problem is problem


def test_a_disk_that_fails_earlier_in_a_save_has_not_kept_it(database: Database) -> None:
    def fail() -> None:
        failed = driver.OperationalError("told by SQLite")
        failed.sqlite_errorname = "SQLITE_IOERR"
        raise failed

    with pytest.raises(DatabaseError) as error, database.transaction():
        fail()
    assert error.value.problem is Problem.DISK_FULL


def test_head_is_the_newest_migration() -> None:
    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert script.get_current_head() == migrations.HEAD


def test_a_program_in_a_folder_with_a_percent_sign_can_make_a_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "100% ECRM" / "migrations"
    shutil.copytree(Path(migrations.__file__).parent, elsewhere)
    monkeypatch.setattr(migrations, "__file__", str(elsewhere / "__init__.py"))
    database = Database(tmp_path / "shop.db", create=True)
    assert found(database, "علی") == 0
    database.close()


def test_what_was_committed_is_there_after_opening_again(database: Database) -> None:
    customer = add_customer(database)
    database.close()
    again = Database(database.path)
    with again.reading() as session:
        kept = session.get(Customer, customer.id)
        assert kept is not None
        assert kept.name == "علی رضا احمدی"
        assert kept.phones[0].number == "+989123456789"
    again.close()


def test_an_error_undoes_the_whole_transaction(database: Database) -> None:
    customer = Customer(code="1", first_name="مریم")
    with pytest.raises(ZeroDivisionError), database.transaction() as session:
        session.add(customer)
        session.flush()
        raise ZeroDivisionError
    with database.reading() as session:
        assert session.get(Customer, customer.id) is None


def test_a_commit_waits_until_it_is_on_the_disk(database: Database) -> None:
    for session_of in (database.transaction, database.reading):
        with session_of() as session:
            told = session.connection().exec_driver_sql("PRAGMA synchronous").scalar_one()
            assert int(told) == 2  # FULL


def test_a_reference_to_nothing_is_never_committed(database: Database) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(CustomerTag(customer_id=new_id(), tag="وفادار"))
    with database.reading() as session:
        assert session.query(CustomerTag).count() == 0


def test_an_error_never_tells_what_a_customer_is_called(database: Database) -> None:
    customer = add_customer(database)
    with pytest.raises(IntegrityError) as caught:
        add_customer(database, id=customer.id, last_name="کریمی")
    assert "کریمی" not in f"{caught.value} {caught.value.__cause__}"


def test_whoever_writes_has_the_file_for_themselves_from_the_start(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecrm_desktop.storage.database_file.WAIT_MS", 50)
    other = Database(database.path)
    with pytest.raises(DatabaseError) as caught, database.transaction(), other.transaction():
        pass
    assert caught.value.problem is Problem.DATABASE_LOCKED
    other.close()


def test_a_reading_session_cannot_write(database: Database) -> None:
    with (
        pytest.raises(DatabaseError) as caught,
        database.reading() as session,
    ):
        store_autosave(session, "customer", "{}")
        session.commit()
    assert caught.value.problem == Problem.DATABASE_READ_ONLY


def test_the_schema_lends_a_reading_session_no_functions(database: Database) -> None:
    with database.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA trusted_schema").scalar_one() == 0
        with pytest.raises(OperationalError):
            session.execute(text("UPDATE customers SET first_name = 'نرگس'"))


def test_the_index_follows_every_way_of_writing(database: Database) -> None:
    add_customer(database)
    assert found(database, "علیرضا") == 1
    assert found(database, "34567") == 1
    with database.transaction() as session:
        session.execute(text("UPDATE customers SET first_name = 'نرگس'"))
    assert found(database, "علیرضا") == 0
    assert found(database, "نرگس") == 1
    with database.transaction() as session:
        session.execute(text("UPDATE customer_phones SET number = '+982188776655'"))
    assert found(database, "34567") == 0
    assert found(database, "02188776655") == 1
    with database.transaction() as session:
        session.execute(text("UPDATE customers SET deleted_at = '2026-01-01 00:00:00.000000'"))
    assert found(database, "نرگس") == 0
    with database.transaction() as session:
        session.execute(text("UPDATE customers SET deleted_at = NULL"))
    assert found(database, "نرگس") == 1


def test_rebuilding_the_index_changes_nothing(database: Database) -> None:
    for code in ("1", "2", "3"):
        add_customer(database, code=code, last_name=f"احمدی {code}")
    lines = text(
        "SELECT customer_id, sort_name, words, digits, phone FROM customer_index ORDER BY 1"
    )
    with database.reading() as session:
        before = session.execute(lines).all()
    with database.transaction() as session:
        for statement in REBUILD:
            session.execute(text(statement))
    with database.reading() as session:
        assert session.execute(lines).all() == before
    assert found(database, "احمدی") == 3


def test_vacuum_leaves_the_full_text_index_right(database: Database) -> None:
    for code in ("1", "2", "3"):
        add_customer(database, code=code)
    with database.transaction() as session:
        session.execute(text("DELETE FROM customer_phones"))
        session.execute(text("DELETE FROM customers WHERE code = '2'"))
    with database.writer.connect().execution_options() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("VACUUM")
    with database.transaction() as session:
        session.execute(text("UPDATE customers SET first_name = 'پریسا' WHERE code = '3'"))
        session.execute(
            text("INSERT INTO customer_fts (customer_fts, rank) VALUES ('integrity-check', 1)")
        )
    assert found(database, "پریسا") == 1


def test_a_shop_opens_and_is_read_while_another_process_writes(database: Database) -> None:
    add_customer(database)
    with database.transaction() as session:
        session.execute(text("UPDATE customers SET first_name = 'نرگس'"))
        other = Database(database.path)
        assert found(other, "علیرضا") == 1
        other.close()


def test_what_is_not_yet_in_the_file_is_looked_for_beside_the_file_itself(
    database: Database, tmp_path: Path
) -> None:
    link = tmp_path / "elsewhere" / "shop.db"
    link.parent.mkdir()
    link.symlink_to(database.path)
    add_customer(database, notes="ن" * 100_000)
    # As a power cut in the middle of moving changes from the -wal leaves it.
    header = bytearray(database.path.read_bytes()[:100])
    header[28:32] = (10_000).to_bytes(4, "big")
    database.path.write_bytes(bytes(header) + database.path.read_bytes()[100:])
    assert database.path.with_name("shop.db-wal").exists()
    Database(link).close()


def test_nothing_but_the_shop_is_left_in_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "shop" / "shop [2].db"
    Database(path, create=True).close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_database_of_another_program_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseError) as caught:
        Database(path)
    assert caught.value.problem == Problem.DATABASE_FOREIGN
    assert path.read_bytes() == before


def test_a_file_that_is_only_looked_into_cannot_be_written(database: Database) -> None:
    add_customer(database)
    database.close()
    before = database.path.read_bytes()
    connection = connect(database.path, read_only=True)
    with pytest.raises(driver.OperationalError, match="readonly"):
        connection.execute("DELETE FROM alembic_version")
    connection.close()
    assert database.path.read_bytes() == before


@pytest.mark.parametrize("has_links", [True, False])
def test_a_shop_that_another_program_made_meanwhile_is_not_replaced(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    add_customer(database)
    database.close()
    path = tmp_path / "new" / "shop.db"

    def migrate(connection: Connection) -> None:
        migrations.upgrade(connection)
        shutil.copy(database.path, path)

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("ecrm_desktop.storage.database.upgrade", migrate)
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    made = Database(path, create=True)
    assert found(made, "علیرضا") == 1
    made.close()
    assert [one.name for one in path.parent.iterdir()] == ["shop.db"]


@pytest.mark.parametrize(
    ("version", "is_safe"),
    [
        ((3, 7, 0), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 3), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
        ((4, 0, 0), True),
    ],
)
def test_a_sqlite_that_loses_commits_opens_nothing(
    version: tuple[int, int, int], *, is_safe: bool
) -> None:
    with nullcontext() if is_safe else pytest.raises(DatabaseError, match="engine_unsafe"):
        check_engine(version)


def test_every_start_asks_which_sqlite_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise DatabaseError(Problem.ENGINE_UNSAFE, version="3.51.2")

    monkeypatch.setattr("ecrm_desktop.storage.database.check_engine", refuse)
    with pytest.raises(DatabaseError):
        Database(tmp_path / "shop.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_every_connection_looks_at_the_cells_of_a_page(database: Database) -> None:
    for session_of in (database.transaction, database.reading):
        with session_of() as session:
            told = session.connection().exec_driver_sql("PRAGMA cell_size_check").scalar_one()
            assert int(told) == 1
    with closing(connect(database.path, read_only=True)) as raw:
        assert int(raw.execute("PRAGMA cell_size_check").fetchone()[0]) == 1


def statistics(path: Path) -> int:
    with closing(connect(path, read_only=True)) as raw:
        is_there = "SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'"
        if not raw.execute(is_there).fetchone()[0]:
            return 0
        return int(raw.execute("SELECT count(*) FROM sqlite_stat1").fetchone()[0])


def test_who_has_written_leaves_statistics_and_waits_for_nobody(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecrm_desktop.storage.database_file.WAIT_MS", 600_000)
    first, second = Database(database.path), Database(database.path)
    add_customer(first)
    with second.transaction() as session:
        session.execute(text("UPDATE customers SET code = '2'"))
        first.close()  # would else wait for ten minutes
    second.close()
    assert statistics(database.path) > 0
    again = Database(database.path)
    assert found(again, "علیرضا") == 1
    again.close()


def test_who_only_reads_writes_no_statistics(database: Database) -> None:
    before = database.path.read_bytes()
    assert found(database, "علی") == 0
    database.close()
    assert database.path.read_bytes() == before


def test_a_transaction_asks_the_file_once_before_its_work(database: Database) -> None:
    asked: list[str] = []
    with database.writer.connect() as connection:
        held: Any = connection.connection.driver_connection
    held.set_trace_callback(asked.append)
    with database.transaction():
        pass
    held.set_trace_callback(None)
    # How long it waits for others is said without a look into the file.
    asked = [one for one in asked if not one.startswith("PRAGMA busy_timeout")]
    numbers = "SELECT (SELECT max(number) FROM change_groups), (SELECT cursor FROM sync_link)"
    assert asked == ["BEGIN IMMEDIATE", numbers, "COMMIT"]
