"""What people have in a file survives each change of its schema."""

from datetime import date
from pathlib import Path

import pytest

from ecrm_desktop.backup.opening import open_database
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.shop import find_shop
from ecrm_desktop.queries.tasks import TaskFilter, list_tasks, task_rows
from ecrm_desktop.services.tasks import complete_task
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.jalali import from_jalali
from tests.helpers.older_shop import make_older_shop
from tests.helpers.schema_fixtures import fixture_schemas, told, unpack_fixture

LAST_OF_SHAHRIVAR = from_jalali(1405, 6, 31)
TASK = """
INSERT INTO tasks (id, title, note, due_on, repeat, created_at, updated_at)
VALUES (randomblob(16), '{title}', 'یادداشت', '{due}', '{repeat}', '{at}', '{at}')
"""


def task(title: str, due: date, repeat: str) -> str:
    return TASK.format(title=title, due=due, repeat=repeat, at="2026-09-01 08:00:00.000000")


def test_tasks_keep_all_they_had_and_their_rhythm_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    make_older_shop(
        path,
        "0002",
        task("اجاره", LAST_OF_SHAHRIVAR, "monthly"),
        task("زنگ", LAST_OF_SHAHRIVAR, "none"),
    )
    database = open_database(path)
    with database.transaction() as session:
        everything = TaskFilter(today=LAST_OF_SHAHRIVAR)
        rent, call = sorted(
            task_rows(session, list_tasks(session, everything)), key=lambda row: row.title
        )
        assert (rent.note, rent.due_on) == ("یادداشت", LAST_OF_SHAHRIVAR)
        assert complete_task(session, call.id, today=LAST_OF_SHAHRIVAR) is None
        following = complete_task(session, rent.id, today=from_jalali(1405, 12, 29))
        assert following is not None
        assert task_rows(session, [following])[0].due_on == from_jalali(1406, 1, 31)
    with database.transaction() as session:
        assert check_database(session).is_sound
    database.close()


@pytest.mark.parametrize("schema", fixture_schemas())
def test_the_file_of_each_schema_becomes_one_of_this_version(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "shop.db"
    expected = unpack_fixture(schema, path)
    database = open_database(path)
    assert (database.backed_up is None) == (schema == HEAD)
    with database.transaction() as session:
        report = check_database(session)
        assert report.is_sound, report.findings
        found = told(report)
        # Kinds that were added since have none.
        found["counts"] = {kind: found["counts"][kind] for kind in expected["counts"]}
        assert found == expected
        assert find_shop(session) is not None
        assert rules_of(session) == rules_of_new_file(tmp_path / "new.db")
    database.close()


def rules_of(session: Session) -> set[tuple[str, str]]:
    rows = session.connection().exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        # Statistics are there or not.
        " AND name NOT LIKE 'sqlite_stat%'"
    )
    # SQLite quotes the name of a table that was renamed.
    return {(row.name, "".join(row.sql.replace('"', "").split())) for row in rows}


def rules_of_new_file(path: Path) -> set[tuple[str, str]]:
    database = Database(path, create=True)
    with database.reading() as session:
        rules = rules_of(session)
    database.close()
    return rules


def test_each_schema_leaves_a_file_for_the_versions_to_come() -> None:
    make_it = "make it: python -m tests.helpers.schema_fixtures"
    assert HEAD in fixture_schemas(), make_it


@pytest.mark.parametrize("schema", ["0001", "0002"])
def test_a_file_that_was_changed_has_the_rules_of_a_new_one(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "shop.db"
    make_older_shop(path, schema)
    database = open_database(path)
    with database.reading() as session:
        assert rules_of(session) == rules_of_new_file(tmp_path / "new.db")
    database.close()
