"""Reads tables out of text files, a row at a time."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.file_content import reading_error
from ecrm_desktop.exchange.headers import FIRST, below, make_sheet
from ecrm_desktop.exchange.sheets import EDGES, WIDEST, FileKind, Row, Sheet
from ecrm_desktop.exchange.text_columns import find_split
from ecrm_desktop.exchange.text_encoding import find_encoding

_BLOCK = 1 << 16  # letters
_MOST_BLOCKS = 16  # in one row
_MARKS = [mark for mark in EDGES if not mark.isspace()]
_END = "\x1e\n"  # what an open quote would swallow
_LONGEST_LINE = 1 << 17  # letters; as much as a cell of the csv module may have
_LONGEST_SKIPPED = 1 << 26
_SHOWN = 300  # letters of a row that is too long
_CUT = "\ufdd0"  # ends what is left of one; no character of any text


class TextTables:
    """A text file: one sheet, named as the file."""

    kind = FileKind.TEXT

    def __init__(self, path: Path) -> None:
        self.footers: list[int] = []
        self._path = path
        self._name = str(path)
        self._encoding = find_encoding(path)
        with self._open() as file:
            blocks = self._blocks(file, _Reading())
            lines = chain.from_iterable(StringIO(block, newline="") for block in blocks)
            self._split = find_split(list(islice(lines, FIRST)))
        first = list(islice(self._read(), FIRST))
        sound = [row for row in first if not row.is_too_long]
        if first and len(sound) <= len(first) // 2:
            raise FileError(Problem.FILE_ROW_TOO_LONG, path=self._name)
        if not first:
            raise FileError(Problem.FILE_EMPTY, path=self._name)
        self._sheet = make_sheet(path.stem, sound)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The only one."""
        return (self._sheet,)

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows below the header; a file of any size takes little memory."""
        self.footers = []
        return below(sheet, self._read(), self.footers)

    def close(self) -> None:
        """Nothing stays open between readings."""

    def _open(self) -> TextIO:
        return self._path.open(encoding=self._encoding, errors="replace", newline="")

    def _read(self) -> Iterator[Row]:
        """Yield the rows with anything in them, numbered with the empty ones."""
        number = 0
        cells: list[str] = []
        reading = _Reading()
        new = tuple.__new__
        try:
            with self._open() as file:
                lines = chain.from_iterable(self._watched(self._blocks(file, reading), reading))
                for number, cells in enumerate(self._split(lines), 1):
                    if reading.has_marks:
                        row: tuple[str | None, ...] = tuple([cell.strip(EDGES) for cell in cells])
                    else:  # which is faster
                        row = tuple(map(str.strip, cells))
                    reading.number = number
                    is_cut = reading.has_cuts and bool(cells) and cells[-1].endswith(_CUT)
                    if is_cut or (len(row) > WIDEST and any(row)):
                        begin = " ".join(filter(None, row)).removesuffix(_CUT)
                        yield Row(number, (begin[:_SHOWN].strip() or None,), is_too_long=True)
                        continue
                    if "" in row or not row:
                        row = tuple([cell or None for cell in row])
                        if not any(row):
                            continue
                    yield new(Row, (number, row, False))
        except csv.Error as error:
            raise FileError(Problem.FILE_CELL_TOO_LONG, path=self._name, row=number + 1) from error
        except OSError as error:
            raise reading_error(self._path, error) from error
        if cells and cells[-1].endswith(_END):
            raise FileError(Problem.FILE_QUOTE_OPEN, path=self._name, row=number)

    def _watched(self, blocks: Iterator[str], reading: "_Reading") -> Iterator[StringIO]:
        """Yield the blocks as lines, unless an open quote swallows one after the other."""
        before = waiting = 0
        for block in blocks:
            reading.has_marks = reading.has_marks or any(mark in block for mark in _MARKS)
            waiting = waiting + 1 if reading.number == before else 0
            before = reading.number
            if waiting > _MOST_BLOCKS:
                raise FileError(Problem.FILE_QUOTE_OPEN, path=self._name, row=before + 1)
            yield StringIO(block, newline="")
        yield StringIO(_END)

    def _blocks(self, file: TextIO, reading: "_Reading") -> Iterator[str]:
        """Yield whole lines, many at a time; of one that is too long only how it begins."""
        next_one = ""
        while block := next_one + file.read(_BLOCK):
            next_one = ""
            block += file.readline(_LONGEST_LINE)
            begin = max(block.rfind("\n"), block.rfind("\r")) + 1
            if len(block) - begin >= _LONGEST_LINE:
                reading.has_cuts = True
                rows = reading.number + block.count("\n") + 1
                next_one = self._skip(file, block.count('"', begin), rows)
                shown = block[begin : begin + _SHOWN].replace('"', "")
                block = f"{block[:begin]}{shown}{_CUT}\n"
            yield block

    def _skip(self, file: TextIO, quotes: int, number: int) -> str:
        """Read to the end of a row in which so many quotes were; return what was read behind it."""
        for _ in range(_LONGEST_SKIPPED // _BLOCK):
            piece = file.readline(_BLOCK)
            quotes += piece.count('"')
            if quotes % 2 == 0 and (not piece or piece.endswith(("\n", "\r"))):
                behind = file.read(1) if piece.endswith("\r") else ""
                return "" if behind == "\n" else behind
            if not piece:
                break
        raise FileError(Problem.FILE_QUOTE_OPEN, path=self._name, row=number)


@dataclass(slots=True)
class _Reading:
    """How far a reading is: what those who give and who take its lines tell each other."""

    number: int = 0
    has_marks: bool = False
    has_cuts: bool = False
