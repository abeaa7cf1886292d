"""Writes the tables of a report as a .csv that Excel shows in Persian and import reads back."""

import csv
import datetime as dt
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any

from ecrm_desktop.reports.excel_values import sheet_columns
from ecrm_desktop.reports.layout import Report, Table
from ecrm_desktop.reports.output import IsCancelled, Pace, ReportRows
from ecrm_desktop.storage.unfinished_files import replacing
from ecrm_desktop.values.cell_text import cell_text
from ecrm_desktop.values.formulas import as_text


def write_csv(
    report: Report,
    path_or_file: Path | IO[bytes],
    *,
    report_rows: ReportRows | None = None,
    cancelled: IsCancelled | None = None,
) -> int:
    """Write the report's tables to a path, whole or not at all, or a binary file; return the rows.

    UTF-8 with a byte order mark, commas, the columns of the Excel file; numbers with a point and
    no separators, Gregorian dates as 2026-11-22, and no sums. Only where there are several tables
    has each its title above it and an empty line below. `report_rows` and `cancelled` as in
    `write_excel`, which says what is raised.
    """
    pace = Pace(report_rows, cancelled)
    if isinstance(path_or_file, Path):
        with replacing(path_or_file) as part, part.open("wb") as file:
            _write(report, file, pace)
    else:
        _write(report, path_or_file, pace)
    return pace.rows


def _write(report: Report, file: IO[bytes], pace: Pace) -> None:
    tables = [section for section in report.sections if isinstance(section, Table)]
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    for table in tables:
        if len(tables) > 1:
            writer.writerow([as_text(cell_text(table.title))])
        writer.writerows(_rows(table, report, pace))
        if len(tables) > 1:
            writer.writerow([])
    text.detach()


def _rows(table: Table, report: Report, pace: Pace) -> Iterator[Sequence[str]]:
    columns = sheet_columns([(one.title, one.kind) for one in table.columns], report.display)
    yield [as_text(cell_text(column.title)) for column in columns]
    for row in table.rows:
        yield [
            "" if row[column.source] is None else _cell(column.convert(row[column.source]))
            for column in columns
        ]
        pace.row_done()


def _cell(value: Any) -> str:
    match value:
        case dt.datetime():
            return value.isoformat(" ", "minutes")
        case str():
            return as_text(cell_text(value))
        case _:
            return str(value)
