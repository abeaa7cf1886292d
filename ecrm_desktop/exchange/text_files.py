"""Rows of a text file, whatever stands between the columns."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ecrm_desktop.errors import FileError, InvalidInput, Problem
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import fold

_SAMPLE = 50
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file; `number` counts lines from 1, as an editor shows them."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's rows without its header; `header` is empty if it has none."""

    header: list[str]
    rows: list[Row]

    def positions(self, columns: Mapping[str, str]) -> dict[str, int]:
        """Return field → index of the column, for SOURCE → field.

        SOURCE is a name of the header or a position from 1. Raises InvalidInput
        FILE_COLUMN_MISSING (column).
        """
        names = {fold(name): index for index, name in enumerate(self.header)}
        width = max((len(row.cells) for row in self.rows), default=len(self.header))
        found = {}
        for source, field in columns.items():
            index = names.get(fold(source), -1)
            plain = to_latin_digits(source.strip())
            if index < 0 and plain.isdecimal():
                index = int(plain) - 1
            if not 0 <= index < width:
                raise InvalidInput(Problem.FILE_COLUMN_MISSING, column=source)
            found[field] = index
        return found


def read_text_file(path: Path) -> TextFile:
    """Read a UTF-8 file with tabs, commas or spaces between its columns.

    A first line without any digit is the header: purchases have dates and amounts. Raises
    FileError FILE_MISSING, FILE_UNREADABLE (path).
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise FileError(Problem.FILE_MISSING, path=str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(Problem.FILE_UNREADABLE, path=str(path)) from error
    if any("\0" in line for line in lines[:_SAMPLE]):
        raise FileError(Problem.FILE_UNREADABLE, path=str(path))
    try:
        split = _splitter([line for line in lines[:_SAMPLE] if line.strip()])
        rows = [
            Row(number, [cell.strip() for cell in split(line)])
            for number, line in enumerate(lines, 1)
            if line.strip()
        ]
    except csv.Error as error:
        raise FileError(Problem.FILE_UNREADABLE, path=str(path)) from error
    has_header = bool(rows) and not any(
        letter.isdecimal() for cell in rows[0].cells for letter in cell
    )
    return TextFile(rows[0].cells if has_header else [], rows[1:] if has_header else rows)


def _splitter(sample: list[str]) -> Callable[[str], list[str]]:
    """Return what cuts every line of the sample into the same number of cells."""
    splitters: list[Callable[[str], list[str]]] = [
        lambda line: line.split("\t"),
        lambda line: next(csv.reader([line], skipinitialspace=True)),
    ]
    for split in splitters:
        widths = {len(split(line)) for line in sample}
        if len(widths) == 1 and widths.pop() >= _SHORTEST:
            return split
    return str.split
