"""What figures of customers cost: their marks in a save, one line made anew, and all of them."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Final
from uuid import UUID

from sqlalchemy import select

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.figure_triggers import TRIGGERS
from ecrm_desktop.services.customer_figures import begin_figures_anew, refresh_figures
from ecrm_desktop.services.purchases import record_purchase
from ecrm_desktop.storage.database import Database

Measured = tuple[str, float, float, float]

_SAVES: Final = 150
_ONE: Final = 0.050
_TODAY: Final = date(2026, 11, 21)
_READ: Final = ("customers", "purchases", "purchase_lines", "interactions", "returns")


def measure(path: Path) -> list[Measured]:
    """Return name, our seconds, the floor's, and the largest ratio allowed.

    `path` is a database of a million customers; it is left as it was.
    """
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copy(path, copy)
        database = Database(copy)
        try:
            return list(_measured(database))
        finally:
            database.close()


def _measured(database: Database) -> Iterator[Measured]:
    with database.transaction() as session:
        begin_figures_anew(session)
    rebuilt = _timed(refresh_figures, database)
    scanned = _timed(_scan, database)
    yield "all figures made / a bare scan of the tables they are made from", rebuilt, scanned, 200.0

    with database.reading() as session:
        best = select(CustomerIndex.customer_id).order_by(CustomerIndex.purchase_total.desc())
        people = list(session.scalars(best.limit(_SAVES)))
    refreshed = []
    for one in people[:20]:
        _save(database, one)
        refreshed.append(_timed(refresh_figures, database))
    yield "figures of one who bought, within 50 ms (median)", median(refreshed), _ONE, 1.0

    marked = [_timed(_save, database, one) for one in people]
    with database.transaction() as session:
        for name in TRIGGERS:
            session.connection().exec_driver_sql(f"DROP TRIGGER {name}")
    bare = [_timed(_save, database, one) for one in people]
    yield "save a purchase / without marks (median)", median(marked), median(bare), 1.3


def _save(database: Database, customer: UUID) -> None:
    lines = tuple(LineDraft(title=f"کالا {number}", unit_price=1_000) for number in range(3))
    with database.transaction() as session:
        record_purchase(
            session,
            PurchaseDraft(
                customer_id=customer,
                purchased_on=_TODAY,
                purchased_at=datetime(2026, 11, 21, 9, tzinfo=UTC),
                lines=lines,
            ),
        )


def _scan(database: Database) -> None:
    with database.reading_raw() as raw:
        for table in _READ:
            raw.execute(f"SELECT count(*), sum(length(id)) FROM {table} NOT INDEXED").fetchall()


def _timed(work: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start
