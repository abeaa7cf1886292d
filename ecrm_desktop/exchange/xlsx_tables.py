"""Reads the sheets of an .xlsx file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.headers import FIRST, below, make_sheet
from ecrm_desktop.exchange.sheets import FileKind, Row, Sheet
from ecrm_desktop.exchange.table_order import first_tables
from ecrm_desktop.exchange.xlsx_package import Package
from ecrm_desktop.exchange.xlsx_rows import MOST_CELLS, SheetReader
from ecrm_desktop.exchange.xlsx_strings import SharedStrings


class XlsxTables:
    """An .xlsx file: its sheets in their order, those with a few titles first, hidden ones last.

    A report of ours, like many others, begins with a sheet of remarks; the table comes after it.
    """

    kind = FileKind.XLSX

    def __init__(self, path: Path) -> None:
        self.footers: list[int] = []
        self._package = Package(path)
        try:
            self._readers = self._read_sheets()
        except BaseException:
            self.close()
            raise

    def _read_sheets(self) -> dict[str, tuple[Sheet, SheetReader]]:
        found = {}
        all_cells = 0
        texts = SharedStrings(self._package)
        for part in self._package.sheets:
            reader = SheetReader(self._package, part, texts)
            row_count, cells = reader.size()
            all_cells += cells
            if all_cells > MOST_CELLS:
                raise FileError(
                    Problem.FILE_TOO_MANY_CELLS, path=self._package.name, limit=MOST_CELLS
                )
            if first := reader.first_rows(FIRST):
                sheet = make_sheet(part.name, first, row_count=row_count, merged=reader.merged)
                sheet = replace(sheet, from_1904=self._package.counts_from_1904, lost=reader.lost)
                found[part.name] = (sheet, reader)
        if not found:
            raise FileError(Problem.FILE_EMPTY, path=self._package.name)
        hidden = {part.name for part in self._package.sheets if part.hidden}
        order = first_tables((sheet for sheet, _ in found.values()), hidden)
        return {sheet.name: found[sheet.name] for sheet in order}

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets with anything in them."""
        return tuple(sheet for sheet, _ in self._readers.values())

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows below the header."""
        _, reader = self._readers[sheet.name]
        self.footers = []
        return below(sheet, reader.rows(), self.footers)

    def close(self) -> None:
        """Close the file."""
        self._package.close()
