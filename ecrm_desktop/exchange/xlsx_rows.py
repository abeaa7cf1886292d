"""Reads the cells of a sheet in portions, each with calamine, so that any sheet fits in memory."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import repeat
from typing import Any, Final
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.sheets import EDGES, WIDEST, Cell, Row
from ecrm_desktop.exchange.xlsx_package import Package, SheetPart

MOST_CELLS: Final = 5_000_000
_PORTION: Final = 1 << 24  # bytes of XML: about 300,000 cells
_LONGEST_ROW = 1 << 25
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_LARGEST_AREA = 2_000_000  # calamine keeps a rectangle of cells, empty ones too
_DAY = dt.timedelta(days=1)
_LARGEST_INTEGER = 2**53  # above it a number of Excel has lost digits

_BEGIN = re.compile(rb"<((?:\w+:)?)sheetData\s*(/?)>")
_COLUMN = re.compile(rb"""\br\s*=\s*["']([A-Za-z]+)\d""")
_ROW = re.compile(rb"""\br\s*=\s*["'][A-Za-z]*(\d+)""")
_OFFICE = "http://schemas.openxmlformats.org"
_RELATIONS = f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">%s</Relationships>'
_RELATION = (
    f'<Relationship Id="%s" Type="{_OFFICE}/officeDocument/2006/relationships/%s" Target="%s"/>'
)


class SheetReader:
    """The rows of one sheet."""

    def __init__(self, package: Package, part: SheetPart) -> None:
        self._package = package
        self._part = part

    def size(self) -> tuple[int, int]:
        """Return how many rows and cells have something in them."""
        all_rows = rows = cells = 0
        for prefix, portion in self._portions():
            all_rows += portion.count(b"<%srow" % prefix)
            if all_rows > _LAST_ROW:
                raise FileError(Problem.FILE_DAMAGED, path=self._package.name)
            rows += portion.count(b"</%srow>" % prefix)
            cells += portion.count(b"</%sc>" % prefix)
            if cells > MOST_CELLS:
                break
        return rows, cells

    def rows(self, portion_size: int = _PORTION) -> Iterator[Row]:
        """Yield the rows with anything in them."""
        before = 0  # for files whose rows do not say their numbers
        for prefix, portion in self._portions(portion_size):
            opening = b"<%srow" % prefix
            for piece in self._pieces(opening, portion):
                sheet = self._load(prefix, piece)
                if sheet.start is not None and sheet.end is not None:
                    if sheet.end[1] >= WIDEST:
                        raise FileError(
                            Problem.FILE_TOO_WIDE, path=self._package.name, limit=WIDEST
                        )
                    first = sheet.start[0] + (0 if _ROW.search(piece) else before)
                    yield from _rows(sheet, first)
                before += piece.count(opening)

    def _portions(self, size: int = _PORTION) -> Iterator[tuple[bytes, bytes]]:
        """Yield the prefix of the tags and some whole rows."""
        stream = self._package.stream(self._part.path, size)
        rest = next(stream, b"")
        self._package.check_entities(rest)
        begin = _BEGIN.search(rest)
        if begin is None:
            raise FileError(Problem.FILE_DAMAGED, path=self._package.name)
        if begin[2]:
            return
        prefix = begin[1]
        opening, closing = b"<%srow" % prefix, b"</%ssheetData" % prefix
        rest = rest[begin.end() :]
        while (end := rest.find(closing)) < 0:
            at = rest.rfind(opening)
            if at > 0:
                yield prefix, rest[:at]
                rest = rest[at:]
            elif len(rest) > _LONGEST_ROW:
                raise FileError(Problem.FILE_ROW_TOO_LONG, path=self._package.name)
            more = next(stream, b"")
            if not more:
                raise FileError(Problem.FILE_DAMAGED, path=self._package.name)
            rest += more
        yield prefix, rest[:end]

    def _pieces(self, opening: bytes, rows: bytes) -> Iterator[bytes]:
        """Yield the rows in pieces whose first and last cells are not too far from each other."""
        columns = set(_COLUMN.findall(rows))
        numbers = set(map(int, set(_ROW.findall(rows))))
        width = max(map(_column_number, columns), default=1)
        height = max(numbers) - min(numbers) + 1 if numbers else 1
        if width > _LAST_COLUMN or height > _LAST_ROW:
            raise FileError(Problem.FILE_DAMAGED, path=self._package.name)
        if width * height <= _LARGEST_AREA:
            yield rows
            return
        middle = rows.find(opening, len(rows) // 2)
        if middle < 0:
            middle = rows.rfind(opening)
        if middle <= 0:  # one row that claims to be many
            raise FileError(Problem.FILE_DAMAGED, path=self._package.name)
        yield from self._pieces(opening, rows[:middle])
        yield from self._pieces(opening, rows[middle:])

    def _load(self, prefix: bytes, rows: bytes) -> CalamineSheet:
        try:
            return CalamineWorkbook.from_filelike(self._workbook(prefix, rows)).get_sheet_by_index(
                0
            )
        except CalamineError as error:
            raise FileError(Problem.FILE_DAMAGED, path=self._package.name) from error
        except BaseException as error:
            if type(error).__name__ == "PanicException":  # calamine met what it did not foresee
                raise FileError(Problem.FILE_DAMAGED, path=self._package.name) from None
            raise

    def _workbook(self, prefix: bytes, rows: bytes) -> BytesIO:
        """Return a workbook with one sheet of these rows."""
        package = self._package
        related = [_RELATION % ("s", "worksheet", "sheet.xml")]
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            if package.styles:
                related.append(_RELATION % ("y", "styles", "styles.xml"))
                archive.writestr("xl/styles.xml", package.styles)
            if package.strings:
                related.append(_RELATION % ("t", "sharedStrings", "sharedStrings.xml"))
                archive.writestr("xl/sharedStrings.xml", package.strings)
            main = _RELATION % ("w", "officeDocument", "xl/workbook.xml")
            archive.writestr("_rels/.rels", _RELATIONS % main)
            archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS % "".join(related))
            archive.writestr(
                "xl/workbook.xml",
                f'<workbook xmlns="{_OFFICE}/spreadsheetml/2006/main" '
                f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships">'
                f'<workbookPr date1904="{int(package.counts_from_1904)}"/>'
                '<sheets><sheet name="s" sheetId="1" r:id="s"/></sheets></workbook>',
            )
            begin = b"<%sworksheet><%ssheetData>" % (prefix, prefix)
            end = b"</%ssheetData></%sworksheet>" % (prefix, prefix)
            archive.writestr("xl/sheet.xml", b"".join((begin, rows, end)))
        file.seek(0)
        return file


def _rows(sheet: CalamineSheet, first: int) -> Iterator[Row]:
    left: tuple[Cell, ...] = (None,) * (sheet.start[1] if sheet.start else 0)
    kinds = _CLEANING
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), first + 1):
        cells = tuple([kinds[type(value)](value) for value in values])
        if cells.count(None) < len(cells):
            yield Row(number, left + cells)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + letter - 64
    return number


def _text(value: str) -> str | None:
    return value.strip(EDGES) or None


def _number(value: float) -> Cell:
    if value.is_integer():
        return int(value) if abs(value) < _LARGEST_INTEGER else value
    return value if abs(value) < float("inf") else None


def _duration(value: dt.timedelta) -> Cell:
    if dt.timedelta() <= value < _DAY:
        minutes, seconds = divmod(value.seconds, 60)
        return dt.time(*divmod(minutes, 60), seconds)
    return str(value)


def _same(value: Any) -> Any:
    return value


_CLEANING: Final[dict[type, Callable[[Any], Cell]]] = {
    str: _text,
    float: _number,
    dt.timedelta: _duration,
    **dict(zip((int, bool, dt.date, dt.datetime, dt.time), repeat(_same), strict=False)),
}
