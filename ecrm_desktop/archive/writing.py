"""Writes all a shop has into a package."""

import csv
import json
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.archive.format import (
    DESCRIPTION,
    FORMAT,
    READ_ME,
    VERSION,
    packed_columns,
    packed_tables,
    to_cell,
)
from ecrm_desktop.i18n import translate
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.services.permissions import require_permission_to_read
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.unfinished_files import replacing
from ecrm_desktop.values.permissions import Permission

_BLOCK = 1_000


def write_package(
    database: Database,
    path: Path,
    *,
    report_progress: ReportProgress = no_progress,
    naming: Callable[[int], AbstractContextManager[None]] | None = None,
) -> int:
    """Write a .zip with a .csv for each table, as they are at one moment; return the records.

    The file appears whole or not at all. `report_progress` hears how many records of how many are
    done; what it raises ends the work. The file gets its name within `naming`, which is given the
    records, as in `replacing`. Raises FileError as `replacing` does, and InvalidInput NOT_ALLOWED.
    """
    require_permission_to_read(database, Permission.EXPORT)
    progress = _Progress(report_progress)
    within = None if naming is None else lambda: naming(progress.done)
    with replacing(path, within) as part, database.reading() as session:
        counts = {table.name: _count(session, table) for table in packed_tables()}
        progress.total = sum(counts.values())
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(READ_ME, "\ufeff" + _read_me().replace("\n", "\r\n"))
            for table in packed_tables():
                _write_table(package, session, table, progress)
            # Last, so that a package with a description is known to be whole.
            package.writestr(DESCRIPTION, json.dumps(_description(counts), indent=1))
    return progress.done


class _Progress:
    def __init__(self, report_progress: ReportProgress) -> None:
        self.done = self.total = 0
        self._report = report_progress

    def add(self, count: int) -> None:
        self.done += count
        self._report(self.done, self.total)


def _count(session: Session, table: Table) -> int:
    return session.scalars(select(func.count()).select_from(table)).one()


def _write_table(
    package: zipfile.ZipFile, session: Session, table: Table, progress: _Progress
) -> None:
    columns = packed_columns(table)
    cells = [to_cell(column) for column in columns]
    rows = session.execute(
        select(*columns).order_by(*table.primary_key.columns),
        execution_options={"yield_per": _BLOCK},
    )
    with (
        package.open(f"{table.name}.csv", "w", force_zip64=True) as raw,
        TextIOWrapper(raw, encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.writer(file)
        writer.writerow([column.name for column in columns])
        for block in rows.partitions():
            writer.writerows(
                [cell(value) for cell, value in zip(cells, row, strict=True)] for row in block
            )
            progress.add(len(block))


def _description(counts: dict[str, int]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "schema": HEAD,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "tables": {
            table.name: {
                "rows": counts[table.name],
                "columns": {
                    column.name: {"type": str(column.type), "may_be_empty": column.nullable}
                    for column in packed_columns(table)
                },
            }
            for table in packed_tables()
        },
    }


def _read_me() -> str:
    return translate(
        "Package",
        "All the data of a shop, taken out of ECRM.\n"
        "\n"
        "Each .csv file is a table; its first line names the columns, and format.json says how many"
        " rows there are and what each column holds. The files are UTF-8 and open in Excel.\n"
        "Records name each other by their id: the column customer_id of purchases.csv is the column"
        " id of customers.csv.\n"
        "Dates are year-month-day in the Gregorian calendar; times are UTC. Amounts are in the"
        " smallest unit of the shop's currency, such as rials, and quantities in thousandths: 1500"
        " is one and a half. Yes is 1, and no is 0.\n"
        "Text that begins with = + - @ or an apostrophe has an apostrophe put before it, because"
        " Excel would take it for a formula.\n"
        "A record with deleted_at is in the bin. Passwords are not in here.\n"
        "\n"
        "ECRM brings all of this back into an empty database: open it, and choose “Bring in a"
        " package” instead of beginning a new shop.\n",
    )
