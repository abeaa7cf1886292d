"""Finds where a table begins, below titles and the names of its columns, and where it ends."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile
from typing import Final

from ecrm_desktop.exchange.mapping import REASON
from ecrm_desktop.exchange.numbers import UNIT_WORDS
from ecrm_desktop.exchange.sheets import SAMPLE, Cell, Row, Sheet
from ecrm_desktop.exchange.title_words import is_known
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import fold

_LOOKED_AT: Final = 20
FIRST: Final = SAMPLE + _LOOKED_AT
"""How many rows `make_sheet` needs."""

_BELOW = 50
_MOSTLY = 0.6
_LONGEST_TITLE = 80

# An address, or digits with whatever stands between the parts of numbers, dates and phones.
_VALUE = re.compile(r"[^@\s]+@[^@\s]+\.\w+|https?://.*|[^\w]*\d[\d\s.,:/٫٬،+()*#%$€﷼_-]*[^\w]*")
_TOTALS = frozenset(
    map(fold, ("جمع", "جمع کل", "مجموع", "مجموع کل", "Total", "Totals", "Grand total", "Sum"))
)
_YEAR = re.compile(r"1[34]\d\d|20\d\d")
_LETTER = re.compile(r"[^\W\d_]")


def make_sheet(name: str, rows: list[Row], *, row_count: int | None = None) -> Sheet:
    """Return the sheet that begins with these rows, FIRST of them unless it has fewer.

    `row_count` counts the rows above the table too.
    """
    if len(rows) < FIRST and _is_total(rows[-1]):
        rows = rows[:-1]
    at = find_header(rows)
    body = rows if at is None else rows[at + 1 :]
    header = () if at is None else _titles(rows[at].cells)
    width = max([len(header), *(_extent(row.cells) for row in body[:SAMPLE])])
    header += ("",) * (width - len(header) if header else 0)
    fitted = [row for row in (_fitted(row, width) for row in body) if row.cells != _cells(header)]
    return Sheet(
        name=name,
        header=header,
        header_row=0 if at is None else rows[at].number,
        width=width,
        sample=tuple(fitted[:SAMPLE]),
        row_count=None if row_count is None else max(row_count - (len(rows) - len(fitted)), 0),
    )


def below(sheet: Sheet, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of the table out of all rows: no titles, no last totals."""
    header_row, width = sheet.header_row, sheet.width
    titles = _cells(sheet.header)
    last = None
    for row in dropwhile(lambda row: row.number <= header_row, rows):
        fitted = row if len(row.cells) == width else _fitted(row, width)
        if fitted.cells != titles:
            if last is not None:
                yield last
            last = fitted
    if last is not None and not _is_total(last):
        yield last


def _cells(header: Sequence[str]) -> tuple[Cell, ...]:
    """Return titles as cells: programs repeat them at the top of each printed page."""
    return tuple(title or None for title in header)


def _fitted(row: Row, width: int) -> Row:
    """Return the row without empty cells beyond the width, and with as many as it asks."""
    cells = row.cells
    if len(cells) < width:
        return row._replace(cells=cells + (None,) * (width - len(cells)))
    return row._replace(cells=cells[: max(_extent(cells), width)])


def _is_total(row: Row) -> bool:
    """Tell the sums that programs write below a table."""
    filled = [cell for cell in row.cells if cell is not None]
    return (
        len(filled) > 1
        and isinstance(filled[0], str)
        and fold(filled[0].strip(": ")) in _TOTALS
        and all(map(_is_value, filled[1:]))
    )


def find_header(rows: Sequence[Row]) -> int | None:
    """Return the index of the row of titles among the first rows, None if there is none."""
    filled = [sum(cell is not None for cell in row.cells) for row in rows]
    if not filled:
        return None
    enough = max(filled) / 2
    best, most, data = None, 0, 0
    for at in range(min(_LOOKED_AT, len(rows))):
        titles = rows[at].cells
        if filled[at] < enough or filled[at] <= data:
            continue
        beneath = [row.cells for row in rows[at + 1 : at + 1 + _BELOW] if row.cells != titles]
        votes = _votes(titles, beneath)
        if votes > most:
            best, most = at, votes
        if any(cell is not None and _is_value(cell) for cell in titles):
            data = filled[at]  # only a wider row can have the titles of another table below
    return best


def _votes(titles: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> int:
    """Return how many columns say that this is their title, less those that deny it."""
    if any(isinstance(title, str) and title.startswith(REASON) for title in titles):
        return len(titles)
    votes = 0
    for at, title in enumerate(titles):
        if title is None:
            continue
        column = [row[at] for row in below if at < len(row) and row[at] is not None]
        kinds = Counter(map(_is_value, column))
        values = bool(column) and kinds[True] >= _MOSTLY * len(column)
        if _is_value(title):
            is_year = _is_year(title) and not any(map(_is_year, column))
            votes -= 0 if is_year and values else 2
        else:
            votes += values + is_known(str(title))
            if not values and (title in column or len(str(title)) > _LONGEST_TITLE):
                votes -= 1
    return votes


def _is_year(cell: Cell) -> bool:
    return bool(_YEAR.fullmatch(to_latin_digits(str(cell))))


def _is_value(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return True
    number, _, word = cell.rpartition(" ")
    amount = number if fold(word) in UNIT_WORDS else cell
    return bool(_VALUE.fullmatch(amount)) or not _LETTER.search(cell)


def _titles(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple("" if cell is None else " ".join(str(cell).split()) for cell in cells)[
        : _extent(cells)
    ]


def _extent(cells: Sequence[Cell]) -> int:
    return max((at for at, cell in enumerate(cells, 1) if cell is not None), default=0)
