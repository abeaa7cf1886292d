"""Reads tables out of text files, a row at a time."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.file_content import reading_error
from ecrm_desktop.exchange.headers import FIRST, below, make_sheet
from ecrm_desktop.exchange.sheets import EDGES, WIDEST, FileKind, Row, Sheet
from ecrm_desktop.exchange.text_columns import find_split
from ecrm_desktop.exchange.text_encoding import find_encoding

_LINES_IN_A_ROW = 1000
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
        number = pending = 0
        cells: list[str] = []
        edges = EDGES

        def lines(file: TextIO) -> Iterator[str]:
            nonlocal pending
            for line in file:
                pending += 1
                if pending > _LINES_IN_A_ROW:
                    raise FileError(Problem.FILE_QUOTE_OPEN, path=self._name, row=number + 1)
                yield line
            yield _END

        try:
            with self._open() as file:
                for number, cells in enumerate(self._split(lines(file)), 1):
                    pending = 0
                    row = tuple([cell.strip(edges) or None for cell in cells])
                    if any(row):
                        yield Row(number, row)
        except csv.Error as error:
            raise FileError(Problem.FILE_CELL_TOO_LONG, path=self._name, row=number + 1) from error
        except OSError as error:
            raise reading_error(self._path, error) from error
        if cells and cells[-1].endswith(_END):
            raise FileError(Problem.FILE_QUOTE_OPEN, path=self._name, row=number)
