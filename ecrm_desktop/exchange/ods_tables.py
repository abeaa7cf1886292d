"""Reads the tables of an .ods file in portions, so that a table of any size fits in memory."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple
from zipfile import ZipFile

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.calamine_books import cell_of, first_sheet
from ecrm_desktop.exchange.headers import FIRST, below, make_sheet
from ecrm_desktop.exchange.sheets import WIDEST, FileKind, Row, Sheet
from ecrm_desktop.exchange.table_order import first_tables
from ecrm_desktop.exchange.xlsx_rows import MOST_CELLS
from ecrm_desktop.exchange.zip_parts import ZipParts

_CONTENT: Final = "content.xml"
_READ: Final = 1 << 20  # bytes of XML
_LONGEST_ROW: Final = 1 << 23
_LONGEST_TAG: Final = 1 << 16
_CELLS_AT_ONCE: Final = 75_000
_LAST_ROW: Final = 1_048_576
_MOST_TABLES: Final = 200

_TABLE: Final = re.compile(rb"<table:table(?=[\s/>])([^>]*)>")
_NAME: Final = re.compile(rb'table:name="([^"]*)"')
_ROW: Final = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_ROWS: Final = re.compile(rb'table:number-rows-repeated="(\d{1,9})"')
_CELL: Final = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)/?>")
_COLUMNS: Final = re.compile(rb'table:number-columns-repeated="(\d+)"')
_BETWEEN: Final = re.compile(rb">\s+<(?=/?table:)")  # calamine stumbles over it
_ESCAPES: Final = ((b"&lt;", b"<"), (b"&gt;", b">"), (b"&quot;", b'"'), (b"&apos;", b"'"),
                   (b"&amp;", b"&"))  # fmt: skip
_NAMES: Final = "urn:oasis:names:tc:opendocument:xmlns"
_BEGIN: Final = (
    f'<office:document-content xmlns:office="{_NAMES}:office:1.0" xmlns:table="{_NAMES}:table:1.0" '
    f'xmlns:text="{_NAMES}:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="s">'
).encode()
_END: Final = b"</table:table></office:spreadsheet></office:body></office:document-content>"
_MANIFEST: Final = f'<manifest:manifest xmlns:manifest="{_NAMES}:manifest:1.0"/>'


class _RawRow(NamedTuple):
    """A row with anything in it: where it stands first, how often, its XML and its width."""

    number: int
    times: int
    xml: bytes
    cells: int


class OdsTables:
    """An .ods file: its tables, those with a few titles first."""

    kind = FileKind.ODS

    def __init__(self, path: Path) -> None:
        self.footers: list[int] = []
        self._parts = ZipParts(path)
        try:
            self._tables = self._read_tables()
        except BaseException:
            self.close()
            raise

    def _read_tables(self) -> dict[str, tuple[Sheet, int]]:
        names: dict[int, str] = {}
        counts: dict[int, int] = {}
        cells = 0
        for at, name, row in self._raw_rows():
            names[at] = name
            counts[at] = counts.get(at, 0) + row.times
            cells += row.cells * row.times
            if cells > MOST_CELLS or counts[at] > _LAST_ROW or at >= _MOST_TABLES:
                raise FileError(
                    Problem.FILE_TOO_MANY_CELLS, path=self._parts.name, limit=MOST_CELLS
                )
        found = {}
        for at, name in names.items():
            own = name if name and name not in found else f"{name} {at + 1}".strip()
            first = list(islice(self._read(at), FIRST))
            if first:
                found[own] = (make_sheet(own, first, row_count=counts[at]), at)
        if not found:
            raise FileError(Problem.FILE_EMPTY, path=self._parts.name)
        return {
            sheet.name: found[sheet.name] for sheet in first_tables(s for s, _ in found.values())
        }

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The tables with anything in them."""
        return tuple(sheet for sheet, _ in self._tables.values())

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows below the header."""
        self.footers = []
        return below(sheet, self._read(self._tables[sheet.name][1]), self.footers)

    def close(self) -> None:
        """Close the file."""
        self._parts.close()

    def _read(self, table: int) -> Iterator[Row]:
        waiting: list[_RawRow] = []
        cells = 0
        for at, _, row in self._raw_rows():
            if at > table:
                break
            if at == table:
                waiting.append(row)
                cells += row.cells
                # The first ones soon, for whoever only looks.
                if cells >= _CELLS_AT_ONCE or (row.number == FIRST and len(waiting) <= FIRST):
                    yield from self._loaded(waiting)
                    waiting, cells = [], 0
        yield from self._loaded(waiting)

    def _loaded(self, rows: list[_RawRow]) -> Iterator[Row]:
        if not rows:
            return
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("META-INF/manifest.xml", _MANIFEST)
            archive.writestr("content.xml", b"".join((_BEGIN, *(row.xml for row in rows), _END)))
        file.seek(0)
        values = first_sheet(file, self._parts.name).to_python(skip_empty_area=False)
        for row, said in zip(rows, values, strict=False):
            cells = tuple(map(cell_of, said))
            if any(cell is not None for cell in cells):
                for number in range(row.number, row.number + row.times):
                    yield Row(number, cells)

    def _raw_rows(self) -> Iterator[tuple[int, str, _RawRow]]:
        """Yield the rows of all tables with anything in them, each with its table's place."""
        before, number = -1, 1
        for at, name, piece in self._pieces():
            if at != before:
                before, number = at, 1
            for match in _ROW.finditer(piece):
                repeated = _ROWS.search(match[1])
                count = int(repeated[1]) if repeated else 1
                content = match[2]
                if content and (b"office:value-type=" in content or b"<text:p" in content):
                    plain = _BETWEEN.sub(b"><", content.strip())
                    cells = self._width(plain)
                    xml = b"<table:table-row>%s</table:table-row>" % _COLUMNS.sub(_narrowed, plain)
                    yield at, name, _RawRow(number, count, xml, cells)
                number += count
                if number > 2 * _LAST_ROW:
                    break

    def _width(self, content: bytes) -> int:
        """Return how many cells a row has up to the last one with anything in it."""
        width = filled = 0
        for cell in _CELL.finditer(content):
            repeated = _COLUMNS.search(cell[1])
            width += int(repeated[1][:7]) if repeated else 1
            if b"office:value-type=" in cell[1]:
                filled = width
        if filled > WIDEST:
            raise FileError(Problem.FILE_TOO_WIDE, path=self._parts.name, limit=WIDEST)
        return max(filled, 1)

    def _pieces(self) -> Iterator[tuple[int, str, bytes]]:
        """Yield place and name of a table, and some of its whole rows."""
        stream = self._parts.stream(_CONTENT, _READ)
        rest, at, name, is_inside = b"", -1, "", False
        for more in stream:
            rest += more
            while True:
                if not is_inside:
                    begin = _TABLE.search(rest)
                    if begin is None:
                        rest = rest[-_LONGEST_TAG:]
                        break
                    rest = rest[begin.end() :]
                    if begin[1].endswith(b"/"):
                        continue
                    is_inside, at, name = True, at + 1, _name_of(begin[1])
                end = rest.find(b"</table:table>")
                if end >= 0:
                    yield at, name, rest[:end]
                    rest, is_inside = rest[end:], False
                    continue
                last = rest.rfind(b"<table:table-row")
                if last > 0:
                    yield at, name, rest[:last]
                    rest = rest[last:]
                elif len(rest) > _LONGEST_ROW:
                    raise FileError(Problem.FILE_ROW_TOO_LONG, path=self._parts.name)
                break
        if is_inside or at < 0:
            raise FileError(Problem.FILE_DAMAGED, path=self._parts.name)


def _name_of(attributes: bytes) -> str:
    found = _NAME.search(attributes)
    name = found[1] if found else b""
    for escape, letter in _ESCAPES:
        name = name.replace(escape, letter)
    return name.decode(errors="replace")


def _narrowed(match: re.Match[bytes]) -> bytes:
    """Return what repeats empty cells up to the last column of a sheet a few times only."""
    return b'table:number-columns-repeated="%d"' % min(int(match[1][:7]), WIDEST + 1)
