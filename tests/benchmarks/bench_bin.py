"""Deleting and restoring 40,000 records, beside one bare UPDATE of the same rows."""

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert

from ecrm_desktop.models.base import SoftDeleted
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.interactions import delete_interactions
from ecrm_desktop.services.purchases import delete_purchases
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.ids import new_id
from tests.helpers.factories import make_customer

RECORDS: Final = 40_000
_TIMES: Final = 3.0
_NOON: Final = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
_WRITTEN: Final = "2026-11-21 08:30:00.000000"

Measured = tuple[str, float, float, float]


def measure() -> list[Measured]:
    """Return name, our seconds, the floor's, and the largest ratio allowed.

    The floor marks as many interactions as deleted by one statement, with the same triggers.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "bin.db", create=True)
        with database.transaction(captured=False) as session:
            buyer = make_customer(session)
            call = {"customer_id": buyer, "occurred_at": _NOON}
            sale = {"purchased_on": _NOON.date(), "purchased_at": _NOON, "total": 1}
            calls = _fill(session, Interaction, call)
            sales = _fill(session, Purchase, {"customer_id": buyer} | sale)
        floor = _floor(database)
        rows = [
            *_rows(database, "interactions", delete_interactions, calls, floor),
            *_rows(database, "purchases of one customer", delete_purchases, sales, floor),
        ]
        database.close()
    return rows


def _rows(
    database: Database,
    name: str,
    delete: Callable[[Session, list[UUID]], UUID],
    ids: list[UUID],
    floor: float,
) -> Iterator[Measured]:
    with database.transaction() as session:
        start = time.perf_counter()
        deletion = delete(session, ids)
        yield (
            f"delete {RECORDS:,} {name} / one UPDATE",
            time.perf_counter() - start,
            floor,
            _TIMES,
        )
    with database.transaction() as session:
        start = time.perf_counter()
        restore_deletion(session, deletion)
        yield (
            f"restore {RECORDS:,} {name} / one UPDATE",
            time.perf_counter() - start,
            floor,
            _TIMES,
        )


def _floor(database: Database) -> float:
    with database.transaction() as session:
        start = time.perf_counter()
        session.connection().exec_driver_sql(
            "UPDATE interactions SET deleted_at = ?, deletion_id = ?, updated_at = ?",
            (_WRITTEN, new_id().bytes, _WRITTEN),
        )
        seconds = time.perf_counter() - start
        session.rollback()
    return seconds


def _fill(session: Session, table: type[SoftDeleted], values: dict[str, Any]) -> list[UUID]:
    ids = [new_id() for _ in range(RECORDS)]
    session.execute(insert(table), [{"id": one} | values for one in ids])
    return ids
