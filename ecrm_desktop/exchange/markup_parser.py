"""Finds rows in pages of the web, in XML workbooks of Excel 2003 and in lists of calls."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Final

from ecrm_desktop.exchange.sheets import EDGES, LONGEST_CELL, WIDEST, Cell

_TABLES: Final = frozenset({"table", "worksheet", "calls"})
_ROWS: Final = frozenset({"tr", "row"})
_CELLS: Final = frozenset({"td", "th", "cell"})
_BREAKS: Final = frozenset({"br", "p", "div", "li"})
_SILENT: Final = frozenset({"script", "style", "title", "comment"})
CALL_TITLES: Final = (
    "customer_name",
    "customer_phone",
    "direction",
    "date",
    "duration",
    "note",
)
"""The titles of a list of calls, whose own are attributes that nobody sees."""
_CALL_TYPES: Final = {
    "1": "incoming",
    "2": "outgoing",
    "3": "missed",
    "4": "voicemail",
    "5": "rejected",
    "6": "blocked",
    "7": "answered externally",
}
_MOST_ROWS_OVER: Final = 10_000  # which one cell may span


@dataclass(slots=True)
class _Table:
    """A table that is open: the row and the cell that are on their way."""

    place: int
    row_number: int = 0
    row: list[Cell] | None = None
    cell: list[str] | None = None
    letters: int = 0
    span: tuple[int, int] = (1, 1)
    over: dict[int, int] = field(default_factory=dict)
    """Column → in how many more rows it is taken by a cell above."""


class RowParser(HTMLParser):
    """Gathers the rows of all tables in `found`: place of the table, number of the row, cells.

    Unclosed cells and rows end where the next one begins, as HTML allows. `names` has what
    worksheets are called. `is_wide` tells that a row was wider than any table may be.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, int, tuple[Cell, ...]]] = []
        self.names: dict[int, str] = {}
        self.is_wide = False
        self._open: list[_Table] = []
        self._tables = 0
        self._silent = 0

    def set_cdata_mode(self, elem: str, **_: object) -> None:
        """Take scripts and styles for text: they are not waited for to their end."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        name = tag.rpartition(":")[2]
        if name in _SILENT:
            self._silent += 1
            return
        said = {key.rpartition(":")[2]: value or "" for key, value in attrs}
        if name in _TABLES:
            self._begin_table(name, said)
        elif name == "call":
            self._add_call(said)
        elif self._open and name in _ROWS:
            self._end_row(self._open[-1])
            table = self._open[-1]
            table.row_number = max(table.row_number + 1, _number(said.get("index"), 0, 1 << 21))
            table.row = []
        elif self._open and name in _CELLS:
            self._begin_cell(self._open[-1], said)
        elif name in _BREAKS and self._open and self._open[-1].cell is not None:
            self._open[-1].cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        name = tag.rpartition(":")[2]
        if name in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif self._open and name in _TABLES:
            self._end_row(self._open.pop())
        elif self._open and name in _ROWS:
            self._end_row(self._open[-1])
        elif self._open and name in _CELLS:
            self._end_cell(self._open[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin and end an element without content."""
        self.handle_starttag(tag, attrs)
        if tag.rpartition(":")[2] not in _BREAKS:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """Take text of a cell, as much as shows that it is too long."""
        table = self._open[-1] if self._open else None
        if table is None or table.cell is None or self._silent:
            return
        if table.letters <= LONGEST_CELL:
            table.cell.append(data[: LONGEST_CELL + 1])
            table.letters += len(data)

    def _begin_table(self, name: str, said: dict[str, str]) -> None:
        # A worksheet of Excel 2003 has its table within.
        if name == "table" and self._open and self._open[-1].place in self.names:
            return
        self._open.append(_Table(self._tables))
        if name == "worksheet":
            self.names[self._tables] = said.get("name", "")
        elif name == "calls":
            self._add(self._tables, 0, CALL_TITLES)
        self._tables += 1

    def _begin_cell(self, table: _Table, said: dict[str, str]) -> None:
        if table.row is None:
            table.row_number += 1
            table.row = []
        self._end_cell(table)
        place = _number(said.get("index"), 0, WIDEST + 1)
        while place and len(table.row) < place - 1:
            table.row.append(None)
        while table.over.get(len(table.row)):
            table.over[len(table.row)] -= 1
            table.row.append(None)
        wide = _number(said.get("colspan"), 1, WIDEST + 1)
        high = _number(said.get("rowspan"), 1, _MOST_ROWS_OVER)
        across, down = said.get("mergeacross"), said.get("mergedown")
        wide = _number(across, 0, WIDEST) + 1 if across else wide
        high = _number(down, 0, _MOST_ROWS_OVER) + 1 if down else high
        table.cell, table.letters, table.span = [], 0, (wide, high)

    def _end_cell(self, table: _Table) -> None:
        if table.cell is None or table.row is None:
            return
        lines = "".join(table.cell).split("\n") if table.cell else []
        text = "\n".join(" ".join(line.split()) for line in lines).strip(EDGES)
        wide, high = table.span
        at = len(table.row)
        if at + wide > WIDEST + 1:
            self.is_wide = True
            wide = 1
        table.row += [text or None, *[None] * (wide - 1)] if at <= WIDEST else []
        if high > 1:
            table.over.update(dict.fromkeys(range(at, at + wide), high - 1))
        table.cell = None

    def _end_row(self, table: _Table) -> None:
        self._end_cell(table)
        if table.row is not None:
            row = table.row
            while table.over.get(len(row)) and len(row) <= WIDEST:
                table.over[len(row)] -= 1
                row.append(None)
            self._add(table.place, table.row_number, tuple(row))
            table.row = None

    def _add(self, place: int, number: int, cells: tuple[Cell, ...]) -> None:
        if any(cell is not None for cell in cells):
            self.found.append((place, number, cells))

    def _add_call(self, said: dict[str, str]) -> None:
        if not self._open:
            return
        table = self._open[-1]
        table.row_number += 1
        self._add(
            table.place,
            table.row_number,
            (
                said.get("contact_name") or None,
                said.get("number") or None,
                _CALL_TYPES.get(said.get("type", ""), said.get("type")) or None,
                _moment(said.get("date", "")) or said.get("readable_date") or None,
                said.get("duration") or None,
                None,
            ),
        )


def _number(text: str | None, least: int, most: int) -> int:
    plain = (text or "").strip()
    if not (plain.isascii() and plain.isdecimal()) or len(plain) > 9:  # noqa: PLR2004 - digits
        return least
    return max(least, min(int(plain), most))


def _moment(text: str) -> str:
    """Return milliseconds since 1970 as a date and time with its zone."""
    if not (text.isascii() and text.isdecimal()):
        return ""
    try:
        return f"{datetime.fromtimestamp(int(text) / 1000, UTC):%Y-%m-%d %H:%M:%S +0000}"
    except (OverflowError, ValueError, OSError):
        return ""
