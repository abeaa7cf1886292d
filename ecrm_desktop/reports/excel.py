"""Writes a report as an Excel file: right to left in Persian, with real numbers and dates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from openpyxl.utils import get_column_letter

from ecrm_desktop.i18n import RIGHT_TO_LEFT, translate
from ecrm_desktop.reports.excel_sheet import ReportSheet
from ecrm_desktop.reports.excel_summary import WIDTHS, write_summary
from ecrm_desktop.reports.excel_values import SheetColumn, sheet_columns
from ecrm_desktop.reports.layout import Report, RunningTotals, Table
from ecrm_desktop.reports.output import IsCancelled, Pace, ReportRows
from ecrm_desktop.storage.unfinished_files import replacing
from ecrm_desktop.xlsx import Book

_SAMPLE = 200
_NARROWEST, _WIDEST = 8.0, 60.0  # in letters
_FILTER_BUTTON = 3
_TOTAL_IS_LONGER = 6
_HEADER_ROW = 4


def write_excel(
    report: Report,
    path_or_file: Path | IO[bytes],
    *,
    report_rows: ReportRows | None = None,
    cancelled: IsCancelled | None = None,
) -> int:
    """Write a report to a path, whole or not at all, or to an open binary file; return the rows.

    Each table has a sheet; everything else stands before them on a sheet of its own. `report_rows`
    is told the number of table rows written so far; as soon as `cancelled` answers True, Cancelled
    is raised. Raises FileError FILE_NOT_WRITABLE (path) or DISK_FULL for a path.
    """
    pace = Pace(report_rows, cancelled)
    if isinstance(path_or_file, Path):
        with replacing(path_or_file) as part, part.open("wb") as file:
            _write(report, file, pace)
    else:
        _write(report, path_or_file, pace)
    return pace.rows


def _write(report: Report, file: IO[bytes], pace: Pace) -> None:
    others = [section for section in report.sections if not isinstance(section, Table)]
    right_to_left = report.display.language in RIGHT_TO_LEFT
    with Book(
        file, right_to_left=right_to_left, title=report.title, author=report.shop_name
    ) as book:
        if others or not report.sections:
            # Beside tables, which may be called as the report is.
            name = translate("Reports", "Summary") if len(others) < len(report.sections) else ""
            sheet = ReportSheet(book, report, report.title, WIDTHS, name=name)
            write_summary(sheet, others, report.display)
        for section in report.sections:
            if isinstance(section, Table):
                _TableSheets(book, report, section).write(pace)


class _TableSheets:
    """One table on as many sheets as its rows need."""

    def __init__(self, book: Book, report: Report, table: Table) -> None:
        rows = iter(table.rows)
        sample = list(islice(rows, _SAMPLE))
        self._book = book
        self._report = report
        self._title = table.title or report.title
        self._table = replace(table, rows=chain(sample, rows))
        self._columns = sheet_columns([(c.title, c.kind) for c in table.columns], report.display)
        self._widths = [self._width(column, sample) for column in self._columns]

    def write(self, pace: Pace) -> None:
        totals = RunningTotals(self._table)
        rows = totals.passing()
        row = next(rows, None)
        while True:
            sheet = self._new_sheet()
            row = self._fill(sheet, row, rows, pace)
            last = get_column_letter(len(self._columns))
            sheet.page.auto_filter.ref = f"A{_HEADER_ROW}:{last}{sheet.row}"
            if row is None:
                break
        if (sums := totals.row()) is not None:
            first, *others = (sheet.total(column, sums[column.source]) for column in self._columns)
            if sums[0] is None:
                first = translate("Reports", "Total"), first[1]
            sheet.append([first, *others])

    def _new_sheet(self) -> ReportSheet:
        sheet = ReportSheet(
            self._book, self._report, self._title, self._widths, header_row=_HEADER_ROW
        )
        sheet.append([sheet.heading(column.title) for column in self._columns])
        return sheet

    def _fill(
        self,
        sheet: ReportSheet,
        first: Sequence[Any] | None,
        others: Iterator[Sequence[Any]],
        pace: Pace,
    ) -> Sequence[Any] | None:
        """Write rows until the sheet is full; return the first row that found no place."""
        plan = [(column.source, sheet.writer(column)) for column in self._columns]
        nothing = None, self._book.plain
        for row in chain(() if first is None else (first,), others):
            if sheet.rows_left == 1:  # for the totals
                return row
            sheet.append(
                [nothing if row[source] is None else write(row[source]) for source, write in plan]
            )
            pace.row_done()
        return None

    def _width(self, column: SheetColumn, sample: Sequence[Sequence[Any]]) -> float:
        """Return a width in letters in which the first rows and a large total can be read."""
        values = (row[column.source] for row in sample)
        lengths = [_length(column.convert(value)) for value in values if value is not None]
        longest = max(lengths, default=0)
        if self._table.columns[column.source].total and len(sample) == _SAMPLE:
            longest += _TOTAL_IS_LONGER
        return min(max(longest, len(column.title), _NARROWEST) + _FILTER_BUTTON, _WIDEST)


def _length(content: Any) -> int:
    if isinstance(content, int | float):
        return len(f"{content:,}")
    return len(str(content))
