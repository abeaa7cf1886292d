"""What customers are worth, reckoned among a million of them, and the pages shown from storage."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ecrm_desktop.insight.pages import ForecastPage, ProductsPage, TodayPage, ValuePage
from ecrm_desktop.insight.refreshing import refresh_insight, stored_page
from ecrm_desktop.services.customer_figures import refresh_figures
from ecrm_desktop.storage.database import Database

Measured = tuple[str, float, float, float]

_ROOT: Final = Path(__file__).resolve().parents[2]
_VALUE: Final = 10.0
_MEMORY_MB: Final = 300.0
_SHOWN: Final = 2.0


def measure(path: Path) -> list[Measured]:
    """Return name, our seconds or megabytes, the floor's, and the largest ratio allowed.

    `path` is a database of a million customers; it is left as it was.
    """
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copy(path, copy)
        return list(measured(copy))


def measured(path: Path) -> Iterator[Measured]:
    """Yield the measurements of a database, in which scores and answers are stored."""
    database = Database(path)
    try:
        refresh_figures(database)
        seconds, megabytes = _value_in_a_process(path)
        read = _timed(_read, database)
        yield "value of a million customers, within 10 s", seconds, _VALUE, 1.0
        yield "value of a million customers / a bare read of their visits", seconds, read, 8.0
        yield "memory meanwhile, within 300 MB", megabytes, _MEMORY_MB, 1.0
        refreshed = _timed(refresh_insight, database, datetime.now(UTC).date())
        yield "all pages reckoned anew / a bare read of the visits", refreshed, read, 60.0
        for kind in (TodayPage, ValuePage, ForecastPage, ProductsPage):
            with database.reading() as session:
                shown = _timed(stored_page, session, kind)
            yield f"{kind.__name__} as it was stored, within 2 s", shown, _SHOWN, 1.0
    finally:
        database.close()


def _value_in_a_process(path: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.benchmarks.insight_process", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=_ROOT)
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def _read(database: Database) -> None:
    with database.reading_raw() as raw:
        cursor = raw.execute("SELECT customer, day, net FROM purchase_figures")
        while cursor.fetchmany(50_000):
            pass


def _timed(work: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start
