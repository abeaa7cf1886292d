"""A check finds each kind of damage, and nothing in a database that is sound."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ecrm_desktop.migrations import HEAD
from ecrm_desktop.models.changes import capture_triggers
from ecrm_desktop.models.customer_index import TRIGGERS
from ecrm_desktop.queries.checks import CheckReport, Finding, check_database
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage.database import Database
from tests.helpers.new_files import new_database


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("check") / "sample.db"
    database = new_database(path)
    with database.transaction() as session:
        fill_demo(session, customers=80, now=datetime(2026, 11, 21, 14, tzinfo=UTC))
    database.close()
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(sample_file, tmp_path / "shop.db")
    database = Database(tmp_path / "shop.db")
    yield database
    database.close()


def check(database: Database) -> CheckReport:
    with database.transaction() as session:
        return check_database(session)


def test_an_empty_database_is_sound(database: Database) -> None:
    report = check(database)
    assert report.is_sound
    assert report.schema == HEAD
    assert report.currency == ""
    assert set(report.counts.values()) == {0}


def test_a_sample_shop_is_sound_and_counted(sample: Database) -> None:
    report = check(sample)
    assert report.findings == {}
    assert report.currency == "IRR"
    assert report.counts["customers"] == 80
    assert report.counts["users"] == 5
    assert report.counts["in_bin"] == 2
    assert report.counts["purchase_lines"] > report.counts["purchases"] > 80
    assert report.amount > 0
    assert report.quantity >= report.counts["purchase_lines"] * 1000


def test_what_lies_in_the_bin_is_counted_apart(sample: Database) -> None:
    before = check(sample)
    with sample.transaction() as session:
        session.connection().exec_driver_sql(
            "UPDATE purchases SET deleted_at = '2026-01-01', deletion_id = x'01'"
        )
    after = check(sample)
    assert after.is_sound
    assert (after.counts["purchases"], after.counts["purchase_lines"]) == (0, 0)
    assert (after.amount, after.quantity) == (0, 0)
    assert after.counts["in_bin"] == before.counts["in_bin"] + before.counts["purchases"]


@pytest.mark.parametrize(
    ("damage", "finding", "number"),
    [
        ("DELETE FROM customer_phones WHERE rowid = 1", Finding.INDEX_STALE, 1),
        ("UPDATE customers SET last_name = 'x' WHERE rowid <= 3", Finding.INDEX_STALE, 3),
        ("UPDATE customers SET deleted_at = '2026-01-01' WHERE rowid = 9", Finding.INDEX_STALE, 1),
        ("DELETE FROM customer_index WHERE number = 4", Finding.INDEX_STALE, 1),
        ("DELETE FROM customer_index WHERE number = 4", Finding.FULL_TEXT_STALE, 1),
        ("UPDATE customer_index SET words = '  x' WHERE number = 4", Finding.FULL_TEXT_STALE, 1),
        ("UPDATE purchase_lines SET total = total + 1 WHERE rowid = 1",
         Finding.LINE_TOTALS_WRONG, 1),
        ("UPDATE purchase_lines SET discount = 1000000000000000 WHERE rowid = 1",
         Finding.LINE_TOTALS_WRONG, 1),
        ("DELETE FROM purchase_lines WHERE rowid = 1", Finding.PURCHASE_TOTALS_WRONG, 1),
        ("UPDATE purchases SET tax = tax + 7 WHERE rowid <= 2", Finding.PURCHASE_TOTALS_WRONG, 2),
        ("UPDATE return_lines SET amount = amount - 1 WHERE rowid = 1",
         Finding.RETURN_TOTALS_WRONG, 1),
    ],
)  # fmt: skip
def test_each_kind_of_damage_is_found(
    sample: Database, damage: str, finding: Finding, number: int
) -> None:
    with sample.transaction() as session:
        connection = session.connection()
        for trigger in TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.exec_driver_sql(damage)
    report = check(sample)
    assert not report.is_sound
    assert report.findings[finding] == number


def test_a_reference_to_nothing_is_found(sample: Database) -> None:
    raw = sample.writer.raw_connection()
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("UPDATE tasks SET assignee_id = x'00' WHERE rowid <= 2")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.close()
    assert check(sample).findings == {Finding.REFERENCES_BROKEN: 2}


def test_an_index_that_tells_lies_is_found(sample: Database) -> None:
    raw = sample.writer.raw_connection()
    # Changes what the index is about behind its back, as a bad disk would.
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute(
        "UPDATE sqlite_master SET sql = replace(sql, '(number)', '(note)')"
        " WHERE name = 'ix_purchases_number'"
    )
    raw.execute("PRAGMA writable_schema = RESET")
    raw.close()
    assert check(sample).findings[Finding.FILE_DAMAGED] > 1


def test_an_entry_taken_out_of_the_trail_is_found(sample: Database) -> None:
    guard = "changes_capture_no_delete"
    with sample.transaction() as session:
        connection = session.connection()
        connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        connection.exec_driver_sql("DELETE FROM changes WHERE number IN (3, 4)")
        connection.exec_driver_sql(capture_triggers()[guard])
    assert check(sample).findings == {Finding.CHANGES_MISSING: 2}
