"""What every reader of a file gives: sheets of rows of cells, as they stand in the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

SAMPLE: Final = 200
WIDEST: Final = 1000
"""How many columns a table may have; only a stray cell is farther to the side."""

LONGEST_CELL: Final = 32_767
"""Letters that a cell of Excel can hold, which is more than any field takes."""

EDGES: Final = (
    " \t\n\r\v\f\xa0\x1a\x1e\u200e\u200f\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Spaces and bidi marks, which cells are given without."""

Cell = str | int | float | bool | date | datetime | time | None
"""Text without the spaces and bidi marks around it; None: nothing, or an error value of Excel."""


LEVELS: Final = " / "
"""Between the title of several columns and the one below it."""


class FileKind(StrEnum):
    """How a file was written."""

    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    MARKUP = "markup"
    TEXT = "text"
    VCARD = "vcard"
    CALENDAR = "calendar"


NAMES_COLUMNS: Final = frozenset({FileKind.VCARD, FileKind.CALENDAR})
"""Files without titles, whose reader names the columns by the fields of customers."""


class Row(NamedTuple):
    """A row with anything in it.

    `number` counts from 1, as Excel shows it; of contacts it counts the cards. `cells` has the
    sheet's width at least, more if the row is wider than all rows of the sample. A row that is
    longer than any record `is_too_long`; only how it begins is in its cells.
    """

    number: int
    cells: tuple[Cell, ...]
    is_too_long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What a file does not say though it seems to: (position, how many cells) of columns.

    `formulas` have no stored value, `errors` are those of Excel (#N/A), and `hidden_rows` counts
    rows that nobody sees in Excel, as a filter leaves them. `no_birthdays` counts the entries of a
    calendar that are something else.
    """

    formulas: tuple[tuple[int, int], ...] = ()
    errors: tuple[tuple[int, int], ...] = ()
    hidden_rows: int = 0
    no_birthdays: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table.

    `header` is empty if there is none, and `header_row` is 0 then; of titles in two rows it has
    both, apart by LEVELS. `sample` has the first rows below the header, at most SAMPLE, without
    those of `footers`, whose numbers are those of sums and remarks between and below. `row_count`
    is an estimate, None if nobody knows. Days that are plain numbers count `from_1904` or 1900.
    """

    name: str
    header: tuple[str, ...]
    header_row: int
    width: int
    sample: tuple[Row, ...]
    row_count: int | None
    footers: tuple[int, ...] = ()
    from_1904: bool = False
    lost: Lost = Lost()


class TableFile(Protocol):
    """An open file; sheets that have rows come first, hidden ones last."""

    @property
    def kind(self) -> FileKind:
        """How the file was written."""

    @property
    def footers(self) -> Sequence[int]:
        """The numbers of the rows that the last reading left out as sums and remarks."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets with anything in them: one at least."""

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows below the header from the first on, whenever it is asked.

        Raises FileError, as `open_tables` does: some trouble shows in later rows only.
        """
