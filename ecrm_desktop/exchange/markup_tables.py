"""Reads tables out of markup: pages that are called .xls, XML workbooks, lists of calls."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.file_content import reading_error
from ecrm_desktop.exchange.headers import FIRST, below, make_sheet
from ecrm_desktop.exchange.markup_parser import CALL_TITLES, RowParser
from ecrm_desktop.exchange.sheets import WIDEST, Cell, FileKind, Row, Sheet
from ecrm_desktop.exchange.table_order import first_tables
from ecrm_desktop.exchange.text_encoding import find_encoding
from ecrm_desktop.exchange.xlsx_rows import MOST_CELLS
from ecrm_desktop.exchange.zip_parts import MEGABYTE

_BLOCK: Final = 1 << 16  # letters
_LONGEST_TAG: Final = 1 << 20
_LONGEST_REST: Final = 1 << 12  # what html.parser makes of an unclosed end takes its length squared
_LARGEST: Final = 600 * MEGABYTE
_MOST_TABLES: Final = 200
_PROLOG: Final = 1 << 16
_CHARSET: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_-]+)""")
_CHARSETS: Final = {
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859-6",
}

_Found = tuple[int, int, tuple[Cell, ...]]


class MarkupTables:
    """A page or an XML file: each of its tables is a sheet, those with a few titles first."""

    kind = FileKind.MARKUP

    def __init__(self, path: Path) -> None:
        self.footers: list[int] = []
        self._path = path
        self._name = str(path)
        try:
            if path.stat().st_size > _LARGEST:
                raise FileError(Problem.FILE_TOO_BIG, path=self._name, limit=_LARGEST // MEGABYTE)
            self._encoding = _encoding(path)
        except OSError as error:
            raise reading_error(path, error) from error
        self._names: dict[int, str] = {}
        self._tables = self._read_tables()

    def _read_tables(self) -> dict[str, tuple[Sheet, int]]:
        first: dict[int, list[Row]] = {}
        counts: dict[int, int] = {}
        cells = 0
        for place, number, row in self._parsed():
            counts[place] = counts.get(place, 0) + 1
            cells += len(row)
            if cells > MOST_CELLS:
                raise FileError(Problem.FILE_TOO_MANY_CELLS, path=self._name, limit=MOST_CELLS)
            if place not in first and len(first) >= _MOST_TABLES:
                continue
            if len(first.setdefault(place, [])) <= FIRST:
                first[place].append(Row(number, row))
        found: dict[str, tuple[Sheet, int]] = {}
        # Of several tables the others are mostly titles and sums around the one with the rows.
        for place in sorted(first, key=lambda place: -counts[place]):
            name = self._names.get(place) or self._path.stem
            name = name if name not in found else f"{name} {place + 1}"
            found[name] = self._sheet(name, first[place], counts[place]), place
        if not found:
            raise FileError(Problem.FILE_NOT_TABLE, path=self._name)
        order = first_tables(sheet for sheet, _ in found.values())
        return {sheet.name: found[sheet.name] for sheet in order}

    def _sheet(self, name: str, rows: list[Row], count: int) -> Sheet:
        if rows[0].cells != CALL_TITLES:
            return make_sheet(name, rows, row_count=count)
        return Sheet(
            name=name,
            header=CALL_TITLES,
            header_row=0,
            width=len(CALL_TITLES),
            sample=tuple(rows[1 : FIRST + 1]),
            row_count=count - 1,
        )

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The tables with anything in them."""
        return tuple(sheet for sheet, _ in self._tables.values())

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows below the header."""
        _, wanted = self._tables[sheet.name]
        rows = (Row(number, cells) for place, number, cells in self._parsed() if place == wanted)
        self.footers = []
        if sheet.header == CALL_TITLES:
            return islice(rows, 1, None)
        return below(sheet, rows, self.footers)

    def close(self) -> None:
        """Nothing stays open between readings."""

    def _parsed(self) -> Iterator[_Found]:
        parser = RowParser()
        try:
            with self._path.open(encoding=self._encoding, errors="replace") as file:
                prolog = file.read(_PROLOG)
                if "<!ENTITY" in prolog:
                    raise FileError(Problem.FILE_UNSAFE, path=self._name)
                block = prolog
                while block:
                    parser.feed(block)
                    if len(parser.rawdata) > _LONGEST_TAG:
                        raise FileError(Problem.FILE_NOT_TABLE, path=self._name)
                    yield from self._gathered(parser)
                    block = file.read(_BLOCK)
            if len(parser.rawdata) > _LONGEST_REST:
                raise FileError(Problem.FILE_DAMAGED, path=self._name)
            parser.close()
        except OSError as error:
            raise reading_error(self._path, error) from error
        except (AssertionError, RecursionError) as error:  # what html.parser says of some damage
            raise FileError(Problem.FILE_DAMAGED, path=self._name) from error
        yield from self._gathered(parser)

    def _gathered(self, parser: RowParser) -> Iterator[_Found]:
        if parser.is_wide:
            raise FileError(Problem.FILE_TOO_WIDE, path=self._name, limit=WIDEST)
        found, parser.found = parser.found, []
        self._names.update(parser.names)
        yield from found


def _encoding(path: Path) -> str:
    """Return the codec of a page: UTF-8 or UTF-16 wherever it can be, else what the page says."""
    found = find_encoding(path, longest_line=_LARGEST + 1)
    if found.startswith("utf"):
        return found
    with path.open("rb") as file:
        said = _CHARSET.search(file.read(_PROLOG))
    return _CHARSETS.get(said[1].decode().casefold(), found) if said else found
