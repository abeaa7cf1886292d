"""Finds where a table begins, below titles and the names of its columns, and where it ends."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile
from types import MappingProxyType
from typing import Final

from ecrm_desktop.exchange.footers import is_footer
from ecrm_desktop.exchange.mapping import REASON
from ecrm_desktop.exchange.money_words import read_written
from ecrm_desktop.exchange.sheets import LEVELS, SAMPLE, Cell, Row, Sheet
from ecrm_desktop.exchange.title_meanings import is_known, is_somebody_else, says_what
from ecrm_desktop.values.digits import to_latin_digits

_LOOKED_AT: Final = 20
FIRST: Final = SAMPLE + _LOOKED_AT
"""How many rows `make_sheet` needs."""

_BELOW = 50
_MOSTLY = 0.6
_LONGEST_TITLE = 80
_GROUP = re.compile(r"[^\d:]{1,40}")

# An address, or digits with whatever stands between the parts of numbers, dates and phones.
_VALUE = re.compile(r"[^@\s]+@[^@\s]+\.\w+|https?://.*|[^\w]*\d[\d\s.,:/٫٬،+()*#%$€﷼_-]*[^\w]*")
_YEAR = re.compile(r"1[34]\d\d|20\d\d")
_LETTER = re.compile(r"[^\W\d_]")


def make_sheet(
    name: str,
    rows: list[Row],
    *,
    row_count: int | None = None,
    merged: Mapping[tuple[int, int], int] = MappingProxyType({}),
) -> Sheet:
    """Return the sheet that begins with these rows, FIRST of them unless it has fewer.

    `row_count` counts the rows above the table too. `merged` tells for the cells over several
    columns, by the number of their row and their column, which is the last.
    """
    at = find_header(rows)
    header: tuple[str, ...] = ()
    if at is not None:
        header, at = with_levels(rows, at, merged)
    below_header = rows if at is None else rows[at + 1 :]
    body = [row for row in below_header if not is_footer(row.cells, _is_value)]
    body = body or list(below_header)
    footers = [row.number for row in below_header if row not in body]
    width = max([len(header), *(_extent(row.cells) for row in body[:SAMPLE])])
    header += ("",) * (width - len(header) if header else 0)
    titles = _repeated(header)
    fitted = [row for row in (_fitted(row, width) for row in body) if row.cells not in titles]
    return Sheet(
        name=name,
        header=header,
        header_row=0 if at is None else rows[at].number,
        width=width,
        sample=tuple(fitted[:SAMPLE]),
        row_count=None if row_count is None else max(row_count - (len(rows) - len(fitted)), 0),
        footers=tuple(footers),
    )


def below(sheet: Sheet, rows: Iterable[Row], footers: list[int]) -> Iterator[Row]:
    """Yield the rows of the table out of all rows: no titles, no sums and remarks.

    The numbers of the latter are added to `footers`.
    """
    header_row, width = sheet.header_row, sheet.width
    titles = _repeated(sheet.header)
    for row in dropwhile(lambda row: row.number <= header_row, rows):
        fitted = row if len(row.cells) == width else _fitted(row, width)
        if fitted.cells in titles:
            continue
        if is_footer(fitted.cells, _is_value):
            footers.append(fitted.number)
            continue
        yield fitted


def _repeated(header: Sequence[str]) -> list[tuple[Cell, ...]]:
    """Return titles as cells: programs repeat them at the top of each printed page."""
    lower = [title.rpartition(LEVELS)[2] for title in header]
    return [tuple(title or None for title in titles) for titles in (header, lower)]


def _fitted(row: Row, width: int) -> Row:
    """Return the row without empty cells beyond the width, and with as many as it asks."""
    cells = row.cells
    if len(cells) < width:
        return row._replace(cells=cells + (None,) * (width - len(cells)))
    return row._replace(cells=cells[: max(_extent(cells), width)])


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


def with_levels(
    rows: Sequence[Row], at: int, merged: Mapping[tuple[int, int], int]
) -> tuple[tuple[str, ...], int]:
    """Return the titles of a row with those of the row above or below, and the lower one's index.

    A cell over several columns, as a merged one is written, names each of them together with what
    is below it; what has no second title keeps its own.
    """
    titles = _titles(rows[at].cells)
    if at + 1 < len(rows):
        lower = _titles(rows[at + 1].cells)
        if _are_below(titles, lower, [row.cells for row in rows[at + 2 : at + 2 + _BELOW]]):
            return _joined(titles, lower, rows[at].number, merged), at + 1
    if at and rows[at - 1].number == rows[at].number - 1:
        upper = _titles(rows[at - 1].cells)
        if _are_above(upper, titles):
            return _joined(upper, titles, rows[at - 1].number, merged), at
    return titles, at


def _joined(
    upper: Sequence[str], lower: Sequence[str], row: int, merged: Mapping[tuple[int, int], int]
) -> tuple[str, ...]:
    joined, group, last = [], "", -1
    ends = {column: end for (number, column), end in merged.items() if number == row}
    for place in range(max(len(upper), len(lower))):
        above, own = (one[place] if place < len(one) else "" for one in (upper, lower))
        if above:
            # A file without merged cells does not tell where the last group ends.
            group, last = above, ends.get(place, place if ends else len(lower))
        elif not own or place > last:
            group = ""
        joined.append(f"{group}{LEVELS}{own}" if group and own else own or above)
    return tuple(joined)


def _are_above(upper: Sequence[str], titles: Sequence[str]) -> bool:
    """Tell whether a row names groups of the columns whose titles stand below it."""
    groups = [place for place, text in enumerate(upper) if text]
    texts = [upper[place] for place in groups]
    if any(_is_value(text) or not _GROUP.fullmatch(text) for text in texts):
        return False
    own = [place for place, text in enumerate(titles) if text]
    spans = sum(
        place in own and place + 1 in own and not "".join(upper[place + 1 : place + 2])
        for place in groups
    )
    # What the whole table is called stands above it too, with nothing that columns are called.
    named = sum(is_known(text) or is_somebody_else(text) or says_what(text) for text in texts)
    is_alone = len(groups) == 1 and not is_somebody_else(texts[0])
    return bool(spans) and not is_alone and named * 2 > len(texts)


def _are_below(
    titles: Sequence[str], lower: Sequence[str], beneath: Sequence[Sequence[Cell]]
) -> bool:
    """Tell whether the row below the titles has more of them, in the places that have none."""
    filled = [place for place, text in enumerate(lower) if text]
    gaps = [place for place in filled if place >= len(titles) or not titles[place]]
    if not gaps or any(_is_value(lower[place]) for place in filled):
        return False
    known = sum(is_known(lower[place]) for place in filled)
    if known <= len(filled) * _MOSTLY:
        return False
    return not any(lower[place] in row for place in filled for row in beneath)


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
    if _VALUE.fullmatch(cell) or not _LETTER.search(cell):
        return True
    return read_written(cell) is not None or read_written(cell, is_quantity=True) is not None


def _titles(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple("" if cell is None else " ".join(str(cell).split()) for cell in cells)[
        : _extent(cells)
    ]


def _extent(cells: Sequence[Cell]) -> int:
    return max((at for at, cell in enumerate(cells, 1) if cell is not None), default=0)
