"""One import in a process of its own, so that its memory can be told.

python -m tests.benchmarks.import_process DATABASE FILE KIND COLUMN,COLUMN…
"""

import sys
import time
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.exchange.mapping import Conventions, mapping_from_columns
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportOutcome, ImportRequest, run_import
from ecrm_desktop.queries.shop import find_shop
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.statuses import ImportKind
from tests.benchmarks.peak_memory import peak_megabytes


def main(path: Path, file: Path, kind: ImportKind, columns: list[str]) -> None:
    """Import a file; print the seconds, the megabytes at the most, and the new records."""
    database = Database(path, create=not path.exists())
    with database.transaction() as session:
        if find_shop(session) is None:
            create_shop(session, ShopDraft(name="انبار"), "IRR", "مریم")
    start = time.perf_counter()
    outcome = bring_in(database, file, kind, columns)
    seconds = time.perf_counter() - start
    database.close()
    sys.stdout.write(
        f"{seconds} {peak_megabytes()} {outcome.counts.new} {outcome.counts.lines_new}\n"
    )


def bring_in(database: Database, file: Path, kind: ImportKind, columns: list[str]) -> ImportOutcome:
    """Import a file whose columns are known, with prices in toman."""
    conventions = Conventions(
        currency=currency("IRR"), area_code="", today=date(2026, 11, 21), timezone=UTC
    )
    with open_tables(file) as tables:
        pairs = [(str(place), name) for place, name in enumerate(columns, 1) if name]
        mapping = mapping_from_columns(kind, pairs, tables.sheets[0])
    mapping = replace(mapping, unit=MoneyUnit.TOMAN)
    return run_import(database, ImportRequest(path=file, mapping=mapping, conventions=conventions))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), ImportKind(sys.argv[3]), sys.argv[4].split(","))
