"""Finds out what stands between the columns of a text file."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

Split = Callable[[Iterable[str]], Iterator[list[str]]]

_DELIMITERS: Final = "\t;|,"
_WIDE_GAP = re.compile(r"\s{2,}|\t")
_SHORTEST = 2
_MOSTLY = 0.6
_COST_OF_TITLE = 0.02
_ENOUGH = 10_000  # letters of a line


def delimited(delimiter: str) -> Split:
    """Return what cuts lines at a sign, with quotes around cells that hold it."""
    return lambda lines: csv.reader(lines, delimiter=delimiter, skipinitialspace=True)


def at_spaces(lines: Iterable[str]) -> Iterator[list[str]]:
    """Cut lines at every run of spaces."""
    return (line.split() for line in lines)


def at_wide_gaps(lines: Iterable[str]) -> Iterator[list[str]]:
    """Cut lines where at least two spaces are, so that names may have one."""
    return (_WIDE_GAP.split(line.strip()) for line in lines)


def whole(lines: Iterable[str]) -> Iterator[list[str]]:
    """Take each line as one cell."""
    return ([line.strip()] for line in lines)


def find_split(lines: Sequence[str]) -> Split:
    """Return what cuts most of these lines, the first of the file, into as many cells."""
    if lines and (named := re.fullmatch(r"sep=(.)\s*", lines[0])):
        return _without_first(delimited(named[1]))
    lines = [line[:_ENOUGH] for line in lines if line.strip()]
    for ways in (_quoted, _plain):  # a quote that is never closed must not hide the columns
        shares = {sign: _share(ways(sign, lines)) for sign in _DELIMITERS}
        best = max(_DELIMITERS, key=lambda sign: shares[sign])
        if shares[best] > _MOSTLY:
            return delimited(best)
    for split in (at_spaces, at_wide_gaps):
        rows = list(split(lines))
        if _share(rows) == 1 and _has_number_column(rows):
            return split
    return whole


def _quoted(delimiter: str, lines: Sequence[str]) -> list[list[str]]:
    return list(delimited(delimiter)(lines))


def _plain(delimiter: str, lines: Sequence[str]) -> list[list[str]]:
    return [line.split(delimiter) for line in lines]


def _share(rows: list[list[str]]) -> float:
    """Return what part of the rows has the commonest number of cells, if it is more than one.

    Titles above the table do not count against it, but it shall be longer than they are.
    """
    widths = [len(row) for row in rows]
    counts = Counter(width for width in widths if width >= _SHORTEST)
    if not counts:
        return 0
    width, count = max(counts.items(), key=lambda item: item[1])
    above = widths.index(width)
    return count / (len(rows) - above) - above * _COST_OF_TITLE if count >= above else 0


def _has_number_column(rows: list[list[str]]) -> bool:
    """Words alone may be one name on each line."""
    return any(
        all(any(map(str.isdecimal, cell)) for cell in column)
        for column in zip(*rows[1:] or rows, strict=False)
    )


def _without_first(split: Split) -> Split:
    def skipping(lines: Iterable[str]) -> Iterator[list[str]]:
        lines = iter(lines)
        next(lines, "")
        return chain([[]], split(lines))  # so that rows keep their numbers

    return skipping
