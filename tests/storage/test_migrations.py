"""What people have in a file survives each change of its schema."""

from datetime import date
from pathlib import Path

from ecrm_desktop.backup.opening import open_database
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.tasks import TaskFilter, list_tasks, task_rows
from ecrm_desktop.services.tasks import complete_task
from ecrm_desktop.values.jalali import from_jalali
from tests.helpers.older_shop import make_older_shop

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
