"""Reads the cells of a sheet in portions, so that a sheet of any size fits in memory."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from itertools import islice, repeat
from typing import Any, Final

from python_calamine import CalamineSheet

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.sheets import EDGES, LONGEST_CELL, WIDEST, Cell, Lost, Row
from ecrm_desktop.exchange.xlsx_lost import LostCells
from ecrm_desktop.exchange.xlsx_package import Package, SheetPart
from ecrm_desktop.exchange.xlsx_portion import PORTION, load_portion
from ecrm_desktop.exchange.xlsx_strings import MARK, SharedStrings, marked

MOST_CELLS: Final = 5_000_000
_FIRST_PORTION: Final = 1 << 18  # bytes of XML
_LONGEST_ROW = 1 << 23  # bytes of XML
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_LARGEST_AREA = 2_000_000  # calamine keeps a rectangle of cells, empty ones too
_DAY = dt.timedelta(days=1)
_BEHIND_MARK = chr(ord(MARK) + 1)
_LARGEST_INTEGER = 2**53  # above it a number of Excel has lost digits

_BEGIN = re.compile(rb"<((?:\w+:)?)sheetData\s*(/?)>")
# As nearly all programs write places: a fixed beginning makes it several times faster.
_COLUMN = re.compile(rb' r="([A-Za-z]+)')
_ROW = re.compile(rb' r="[A-Za-z]*(\d+)')
_ANY_COLUMN = re.compile(rb"""\br\s*=\s*["']([A-Za-z]+)""")
_ANY_ROW = re.compile(rb"""\br\s*=\s*["'][A-Za-z]*(\d+)""")
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\b[^>]{0,200}?\bref="([A-Z]{1,3})(\d+):([A-Z]{1,3})\2\""""
)
_BREAKS = bytes.maketrans(b"\t\r\n", b"   ")
_UNUSUAL = (b"r='", b"r =", b"r= ")


class SheetReader:
    """The rows of one sheet; `lost` and `merged` are known once its `size` was asked.

    `merged` has for the place of each cell over several columns (row from 1, column from 0) the
    last one of them.
    """

    def __init__(self, package: Package, part: SheetPart, texts: SharedStrings) -> None:
        self._package = package
        self._part = part
        self._texts = texts
        self.lost = Lost()
        self.merged: dict[tuple[int, int], int] = {}

    def size(self) -> tuple[int, int]:
        """Return how many rows and cells have something in them."""
        all_rows = rows = cells = 0
        lost = LostCells()
        for prefix, portion in self._portions(to_end=True):
            all_rows += portion.count(b"<%srow" % prefix)
            if all_rows > _LAST_ROW:
                raise FileError(Problem.FILE_DAMAGED, path=self._package.name)
            rows += portion.count(b"</%srow>" % prefix)
            cells += portion.count(b"</%sc>" % prefix)
            lost.look(portion)
            if cells > MOST_CELLS:
                break
        self.lost = lost.found()
        return rows, cells

    def first_rows(self, count: int) -> list[Row]:
        """Return the first rows with anything in them."""
        return list(islice(self._read(_FIRST_PORTION), count))

    def rows(self) -> Iterator[Row]:
        """Yield the rows with anything in them."""
        return self._read(PORTION)

    def _read(self, portion_size: int) -> Iterator[Row]:
        before = 0  # for files whose rows do not say their numbers
        for prefix, portion in self._portions(portion_size):
            opening = b"<%srow" % prefix
            for piece in self._pieces(opening, portion):
                sheet = load_portion(self._package, marked(piece), prefix=prefix)
                if sheet.start is not None and sheet.end is not None:
                    if sheet.end[1] >= WIDEST:
                        raise FileError(
                            Problem.FILE_TOO_WIDE, path=self._package.name, limit=WIDEST
                        )
                    first = sheet.start[0] + (0 if _ANY_ROW.search(piece) else before)
                    rows = _rows(sheet, first, self._texts)
                    # Asked of the whole, since asking every cell would take time.
                    is_long = max(map(len, piece.split(opening))) > LONGEST_CELL
                    yield from map(_shortened, rows) if is_long else rows
                before += piece.count(opening)

    def _portions(
        self, size: int = PORTION, *, to_end: bool = False
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield the prefix of the tags and some whole rows; `to_end`: look behind them, too."""
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
        if to_end:
            self._find_merged(rest[end:], stream)

    def _find_merged(self, behind: bytes, stream: Iterator[bytes]) -> None:
        while len(behind) < _LONGEST_ROW and b"</mergeCells" not in behind:
            more = next(stream, b"")
            if not more:
                break
            behind += more
        for first, row, last in _MERGED.findall(behind):
            begin, end = _column_number(first) - 1, _column_number(last) - 1
            if begin < end < WIDEST and len(row) < len(str(_LAST_ROW)):
                self.merged[int(row), begin] = end

    def _pieces(self, opening: bytes, rows: bytes) -> Iterator[bytes]:
        """Yield the rows in pieces whose first and last cells are not too far from each other."""
        width, height = _area(rows)
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


def _rows(sheet: CalamineSheet, first: int, texts: SharedStrings) -> Iterator[Row]:
    left: tuple[Cell, ...] = (None,) * (sheet.start[1] if sheet.start else 0)
    edges, others, limit, shared = EDGES, _OTHERS, _LARGEST_INTEGER, texts.text
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), first + 1):
        # All in one expression: a call for each cell would take twice as long.
        cells = tuple(
            [
                ((value.strip(edges) or None) if value > _BEHIND_MARK else shared(value))
                if value.__class__ is str
                else int(value)
                if value.__class__ is float and -limit < value < limit and value.is_integer()
                else others[value.__class__](value)
                for value in values
            ]
        )
        if any(cells) or cells.count(None) < len(cells):
            yield Row(number, left + cells)


def _shortened(row: Row) -> Row:
    """Keep no more of a text than shows that it is too long."""
    cells = (cell[: LONGEST_CELL + 1] if isinstance(cell, str) else cell for cell in row.cells)
    return row._replace(cells=tuple(cells))


def _area(rows: bytes) -> tuple[int, int]:
    """Return width, counted from column A, and height of the rectangle that holds these rows."""
    plain = rows.translate(_BREAKS)
    is_usual = not any(sign in plain for sign in _UNUSUAL)
    columns = set((_COLUMN if is_usual else _ANY_COLUMN).findall(plain))
    numbers = set(map(int, set((_ROW if is_usual else _ANY_ROW).findall(plain))))
    width = max(map(_column_number, columns), default=1)
    return width, (max(numbers) - min(numbers) + 1 if numbers else 1)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + letter - 64
    return number


def _number(value: float) -> float | None:
    return value if abs(value) < float("inf") else None


def _duration(value: dt.timedelta) -> Cell:
    if dt.timedelta() <= value < _DAY:
        minutes, seconds = divmod(value.seconds, 60)
        return dt.time(*divmod(minutes, 60), seconds)
    return str(value)


def _same(value: Any) -> Any:
    return value


_OTHERS: Final[dict[type, Callable[[Any], Cell]]] = {
    float: _number,
    dt.timedelta: _duration,
    **dict(zip((int, bool, dt.date, dt.datetime, dt.time), repeat(_same), strict=False)),
}
