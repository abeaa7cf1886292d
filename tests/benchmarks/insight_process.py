"""Reckons what customers are worth in a process of its own, and prints seconds and megabytes."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from ecrm_desktop.insight.customer_value import reckon_value
from ecrm_desktop.insight.reading import Reading
from ecrm_desktop.storage.database import Database
from tests.benchmarks.peak_memory import peak_megabytes

if __name__ == "__main__":
    today = datetime.now(UTC).date()
    database = Database(Path(sys.argv[1]))
    start = time.perf_counter()
    with database.reading() as session:
        reckon_value(Reading(session, today), today)
    seconds = time.perf_counter() - start
    database.close()
    sys.stdout.write(f"{seconds} {peak_megabytes()}\n")
