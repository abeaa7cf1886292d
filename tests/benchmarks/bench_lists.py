"""Lists sorted by what belongs to other records, beside the same lists sorted by their own."""

import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import insert

from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.interactions import InteractionFilter, list_interactions
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import RecordKind

INTERACTIONS: Final = 135_000
FOLLOW_UPS: Final = 5_000
_TIMES: Final = 2.0
_NOON: Final = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)

Measured = tuple[str, float, float, float]


def measure() -> list[Measured]:
    """Return name, our seconds, the floor's, and the largest ratio allowed."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "lists.db", create=True)
        _fill(database)
        floor = _seconds(database, "subject")
        ours = _seconds(database, "follow_up_on")
        database.close()
    name = f"{INTERACTIONS:,} interactions by follow-up / by subject"
    return [(name, ours, floor, _TIMES)]


def _seconds(database: Database, key: str) -> float:
    with database.reading() as session:
        start = time.perf_counter()
        found = list_interactions(session, InteractionFilter(), Sort(key))
        seconds = time.perf_counter() - start
    assert len(found) == INTERACTIONS
    return seconds


def _fill(database: Database) -> None:
    chance = random.Random(13)
    calls = [
        {
            "id": new_id(),
            "occurred_at": _NOON - timedelta(minutes=at),
            "subject": f"سفارش {chance.randrange(100)}",
        }
        for at in range(INTERACTIONS)
    ]
    tasks = [
        {
            "id": new_id(),
            "title": "پیگیری",
            "due_on": (_NOON + timedelta(days=chance.randrange(30))).date(),
            "record_kind": RecordKind.INTERACTION,
            "record_id": call["id"],
        }
        for call in chance.sample(calls, FOLLOW_UPS)
    ]
    with database.transaction(captured=False) as session:
        session.execute(insert(Interaction), calls)
        session.execute(insert(Task), tasks)
