"""Days on which somebody saved something, as their clock called them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest.mock import patch

from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.services.tasks import create_task
from ecrm_desktop.storage.database import Database


@contextmanager
def clock_at(at: datetime) -> Iterator[None]:
    """Let the clock say something else while changes are captured and records are made."""
    with (
        patch("ecrm_desktop.models.changes.utc_now", lambda: at),
        patch("ecrm_desktop.models.base.utc_now", lambda: at),
    ):
        yield


def work_on(database: Database, *days: datetime) -> None:
    """Save something on each of some days."""
    for at in days:
        with clock_at(at), database.transaction() as session:
            create_task(session, TaskDraft(title=f"{at:%Y-%m-%d}", due_on=at.date()))


def work_from(database: Database, first: datetime, days: int) -> None:
    """Save something on so many days in a row."""
    work_on(database, *(first + timedelta(days=day) for day in range(days)))
