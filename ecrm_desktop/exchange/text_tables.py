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


class TextTables:
    """A text file: one sheet, named as the file."""

    kind = FileKind.TEXT

    def __init__(self, path: Path) -> None:
        self._path = path
        self._name = str(path)
        self._encoding = find_encoding(path)
        with self._open() as file:
            self._split = find_split(list(islice(file, FIRST)))
        first = list(islice(self._read(), FIRST))
        if any(len(row.cells) > WIDEST for row in first):
            raise FileError(Problem.FILE_TOO_WIDE, path=self._name, limit=WIDEST)
        if not first:
            raise FileError(Problem.FILE_EMPTY, path=self._name)
        self._sheet = make_sheet(path.stem, first)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The only one."""
        return (self._sheet,)

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows below the header; a file of any size takes little memory."""
        return below(sheet, self._read())

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
                lines = chain.from_iterable(self._blocks(file, reading))
                for number, cells in enumerate(self._split(lines), 1):
                    if reading.has_marks:
                        row: tuple[str | None, ...] = tuple([cell.strip(EDGES) for cell in cells])
                    else:  # which is faster
                        row = tuple(map(str.strip, cells))
                    reading.number = number
                    if "" in row or not row:
                        row = tuple([cell or None for cell in row])
                        if not any(row):
                            continue
                    yield new(Row, (number, row))
        except csv.Error as error:
            raise FileError(Problem.FILE_CELL_TOO_LONG, path=self._name, row=number + 1) from error
        except OSError as error:
            raise reading_error(self._path, error) from error
        if cells and cells[-1].endswith(_END):
            raise FileError(Problem.FILE_QUOTE_OPEN, path=self._name, row=number)

    def _blocks(self, file: TextIO, reading: "_Reading") -> Iterator[StringIO]:
        """Yield the lines of the file, many at a time."""
        before = waiting = 0
        while block := file.read(_BLOCK):
            block += file.readline()
            reading.has_marks = reading.has_marks or any(mark in block for mark in _MARKS)
            waiting = waiting + 1 if reading.number == before else 0
            before = reading.number
            if waiting > _MOST_BLOCKS:
                raise FileError(Problem.FILE_QUOTE_OPEN, path=self._name, row=before + 1)
            yield StringIO(block, newline="")
        yield StringIO(_END)


@dataclass(slots=True)
class _Reading:
    """How far a reading is: what those who give and who take its lines tell each other."""

    number: int = 0
    has_marks: bool = False
