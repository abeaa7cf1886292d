"""Files to be imported, and what they leave in a database."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from ecrm_desktop.exchange.mapping import REASON, Conventions, mapping_from_columns
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportOutcome, ImportRequest, run_import
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.customer_figures import FIGURE_TABLES
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.statuses import ImportKind

CONVENTIONS = Conventions(
    currency=currency("IRR"), area_code="031", today=date(2026, 11, 21), timezone=UTC
)
# What tells that an import happened, and what only this PC keeps.
_NOT_COMPARED = {"changes", "change_groups", "imports", "counters"} | FIGURE_TABLES
_TIMES = {"created_at", "updated_at"}


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """Write a text file as another program would."""
    with path.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([header, *rows])
    return path


def request_for(kind: ImportKind, file: Path, **over: Any) -> ImportRequest:
    """Return what brings in a file whose titles are names of fields."""
    with open_tables(file) as tables:
        sheet = tables.sheets[0]
        names = [name for name in sheet.header if not name.startswith(REASON)]
        mapping = mapping_from_columns(kind, [(name, name) for name in names], sheet)
    problem_file = over.pop("problem_file", True)
    mapping = replace(mapping, unit=MoneyUnit.RIAL, **over)
    return ImportRequest(
        path=file, mapping=mapping, conventions=CONVENTIONS, problem_file=problem_file
    )


def bring_in(
    database: Database,
    kind: ImportKind,
    file: Path,
    *,
    dry_run: bool = False,
    report_progress: ReportProgress = no_progress,
    **over: Any,
) -> ImportOutcome:
    """Import such a file."""
    request = request_for(kind, file, **over)
    return run_import(database, request, dry_run=dry_run, report_progress=report_progress)


def contents(database: Database, *, with_ids: bool = True) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of all tables, without the times of writing; records by what they say.

    Without ids, records are told apart by their content only.
    """
    found: dict[str, list[tuple[Any, ...]]] = {}
    with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            if table.name in _NOT_COMPARED:
                continue
            names = [
                column.name
                for column in table.columns
                if column.name not in _TIMES
                and (with_ids or not (column.name == "number" and table.name == "customer_index"))
                and (with_ids or (column.name != "id" and not column.name.endswith("_id")))
            ]
            # What is nothing but ids is counted at least.
            rows = session.connection().exec_driver_sql(
                f"SELECT {', '.join(names) or '1'} FROM {table.name}"
            )
            found[table.name] = sorted(map(tuple, rows), key=repr)
    return found


def customers(
    database: Database, file: Path, header: str, *rows: str, **over: Any
) -> ImportOutcome:
    """Bring in lines about customers, written as text with commas."""
    write_csv(file, header.split(","), [row.split(",") for row in rows])
    return bring_in(database, ImportKind.CUSTOMERS, file, **over)


def told(outcome: ImportOutcome) -> tuple[int, int, int, int, int]:
    """Return the counts of new, updated, unchanged, repeated and wrong rows."""
    counts = outcome.counts
    return counts.new, counts.updated, counts.unchanged, counts.duplicates, counts.problems


def stored(database: Database, code: str) -> Customer:
    """Return the living customer with a code."""
    with database.reading() as session:
        one = session.scalars(
            select(Customer).where(Customer.code == code, Customer.deleted_at.is_(None))
        ).one()
        assert one.phones is not None
        assert one.tags is not None
        return one


def is_sound(database: Database) -> bool:
    """Tell whether the database is as `ecrm check` wants it."""
    with database.transaction() as session:
        return check_database(session).is_sound
