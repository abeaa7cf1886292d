"""Reads the sheets of .xls and .xlsb files, which have to be in memory whole."""

import struct
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.calamine_books import calamine_trouble, cell_of
from ecrm_desktop.exchange.file_content import reading_error
from ecrm_desktop.exchange.headers import FIRST, below, make_sheet
from ecrm_desktop.exchange.sheets import WIDEST, FileKind, Row, Sheet
from ecrm_desktop.exchange.table_order import first_tables
from ecrm_desktop.exchange.workbook_areas import Area, area_of_xlsb, areas_of_xls, check_xlsb_part
from ecrm_desktop.exchange.xlsx_rows import MOST_CELLS
from ecrm_desktop.exchange.zip_parts import MEGABYTE, ZipParts

_LARGEST: Final = 200 * MEGABYTE
_LARGEST_AREA: Final = 1_000_000
_SPARSE: Final = 2  # how many times the cells a larger rectangle may have
_READ_WHOLE: Final = frozenset({"xl/workbook.bin", "xl/sharedstrings.bin", "xl/styles.bin"})
_RELATED: Final = "xl/_rels/workbook.bin.rels"
_NO_SHEETS: Final = frozenset({"vbaproject.bin", "theme1.xml", "workbook.bin.rels"})
_CHUNK: Final = 1 << 20


class BinaryTables:
    """An .xls or .xlsb file: its sheets, those with a few titles first, hidden ones last."""

    def __init__(self, path: Path, kind: FileKind) -> None:
        self.footers: list[int] = []
        self.kind = kind
        self._name = str(path)
        try:
            if path.stat().st_size > _LARGEST:
                raise FileError(Problem.FILE_TOO_BIG, path=self._name, limit=_LARGEST // MEGABYTE)
            content = path.read_bytes()
        except OSError as error:
            raise reading_error(path, error) from error
        areas = (
            areas_of_xls(content, self._name) if kind is FileKind.XLS else self._xlsb_areas(path)
        )
        if max((area.right for area in areas), default=0) >= WIDEST:
            raise FileError(Problem.FILE_TOO_WIDE, path=self._name, limit=WIDEST)
        cells, size = (sum(area.cells for area in areas), sum(area.size for area in areas))
        if cells > MOST_CELLS or size > max(_LARGEST_AREA, _SPARSE * cells):
            raise FileError(Problem.FILE_TOO_MANY_CELLS, path=self._name, limit=MOST_CELLS)
        with calamine_trouble(self._name):
            self._book = CalamineWorkbook.from_filelike(BytesIO(content))
        self._sheets = self._read_sheets()

    def _xlsb_areas(self, path: Path) -> list[Area]:
        parts = ZipParts(path, largest=_LARGEST)
        try:
            areas = []
            related = parts.read(_RELATED, MEGABYTE).lower()
            for name in sorted(parts.names):
                # Read to its end: what is longer than it claims is damaged.
                content = b"".join(parts.stream(name, _CHUNK))
                file = name.rpartition("/")[2]
                if name in _READ_WHOLE:
                    check_xlsb_part(content)
                elif file.encode() in related and file not in _NO_SHEETS:
                    areas.append(area_of_xlsb(content))
        except (KeyError, ValueError, struct.error) as error:
            raise FileError(Problem.FILE_DAMAGED, path=self._name) from error
        finally:
            parts.close()
        return areas

    def _read_sheets(self) -> dict[str, tuple[Sheet, int]]:
        found: dict[str, tuple[Sheet, int]] = {}
        hidden = set()
        for at, one in enumerate(self._book.sheets_metadata):
            if one.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = self._sheet(at)
            first = list(islice(_rows(sheet), FIRST))
            if first:
                found[one.name] = make_sheet(one.name, first, row_count=sheet.height), at
            if one.visible is not SheetVisibleEnum.Visible:
                hidden.add(one.name)
        if not found:
            raise FileError(Problem.FILE_EMPTY, path=self._name)
        order = first_tables((sheet for sheet, _ in found.values()), hidden)
        return {sheet.name: found[sheet.name] for sheet in order}

    def _sheet(self, at: int) -> CalamineSheet:
        with calamine_trouble(self._name):
            return self._book.get_sheet_by_index(at)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets with anything in them."""
        return tuple(sheet for sheet, _ in self._sheets.values())

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows below the header."""
        self.footers = []
        return below(sheet, _rows(self._sheet(self._sheets[sheet.name][1])), self.footers)

    def close(self) -> None:
        """Nothing stays open: all of it was read."""


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    if sheet.start is None:
        return
    before = (None,) * sheet.start[1]
    # They begin with the first row of the sheet, but with the first column that has anything.
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = before + tuple(map(cell_of, values))
        if any(cell is not None for cell in cells):
            yield Row(number, cells)
