"""Writes Excel files row by row straight into their archive: nothing of them lies anywhere else."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from math import isfinite
from types import SimpleNamespace
from typing import IO, Any, Final, NamedTuple, Self
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from ecrm_desktop.values.cell_text import cell_text
from ecrm_desktop.values.formulas import FORMULA_STARTS

LAST_ROW: Final = 1_048_576
"""Of a sheet; Excel shows no row after it."""

PRIMARY: Final = "0F766E"
PRIMARY_SOFT: Final = "E3F3F1"

Value = str | int | float | Decimal | date | datetime | time | None
"""What a cell can hold; an aware `datetime` is not for Excel, which knows no time zones."""

_SIZE = 10
_NAME_LENGTH = 31
_EPOCH_YEAR = 1900  # Excel has no day before it, and one too many in it
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no time zones
_DAY = 86_400
_A4 = 9
_RTL_PARAGRAPH = 2
_TIME_FORMATS = ("yyyy/mm/dd", "yyyy/mm/dd hh:mm", "hh:mm")

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # ECMA-376, ST_Xstring
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
# Also error values such as #N/A.
_QUOTED_STARTS = frozenset((*FORMULA_STARTS, "#"))


class Style(NamedTuple):
    """The numbers under which the file keeps a look: as it is, of quoted text, and of times."""

    plain: int
    quoted: int
    date: int
    moment: int
    time: int


Written = tuple[Value, Style]
"""A cell to be written."""


def font(*, size: int = _SIZE, bold: bool = False, color: str | None = None) -> Font:
    """Return a font that is on every Windows and has good Persian letters."""
    return Font(name="Tahoma", size=size, bold=bold, color=color)


def shade(color: str) -> PatternFill:
    """Return a colour that fills a cell."""
    return PatternFill("solid", fgColor=color)


class Book:
    """An Excel file in the making; it is whole after its `with` block, unless that fails.

    openpyxl describes it, with its styles, sheets and charts. The rows are ours, because
    openpyxl's go through a temporary file and take several times as long.
    """

    def __init__(self, file: IO[bytes], *, right_to_left: bool, title: str, author: str) -> None:
        self.right_to_left = right_to_left
        # Of sentences of ours, which run one way whatever they begin with.
        self.reading_order = _RTL_PARAGRAPH if right_to_left else 0
        self._archive = ZipFile(file, "w", ZIP_DEFLATED)
        self._workbook = Workbook(write_only=True)
        # There is no public way to the font of cells without a style of their own.
        self._workbook._fonts = IndexedList([font()])  # type: ignore[attr-defined]  # noqa: SLF001
        self._workbook._named_styles["Normal"].font = font()  # type: ignore[attr-defined]  # noqa: SLF001
        self._workbook.properties.title = cell_text(title)
        self._workbook.properties.creator = cell_text(author)
        self._names = {"history"}  # Excel keeps this one for itself
        self._sheet: Sheet | None = None
        self._opens_at_rows = False
        self.plain = self.style()
        self.heading = self.style(
            font=font(bold=True, color=PRIMARY),
            fill=shade(PRIMARY_SOFT),
            border=Border(bottom=Side("thin", color=PRIMARY)),
            alignment=Alignment(vertical="top", readingOrder=self.reading_order),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        with self._archive:
            self._end_sheet()
            if kind is None:
                _Parts(self._workbook, self._archive).write_data()

    def sheet(self, title: str, widths: Sequence[float], *, header_row: int = 0) -> "Sheet":
        """End the sheet before and begin one whose columns have these widths, in letters.

        Rows down to `header_row` stay while the others are scrolled, and the header is printed on
        each page; the file opens at the first sheet that has one, at its rows.
        """
        self._end_sheet()
        page: Any = self._workbook.create_sheet(self._free_name(title))
        page._id = len(self._workbook.worksheets)  # noqa: SLF001 - tells its path
        page.sheet_view.rightToLeft = self.right_to_left
        for place, width in enumerate(widths, 1):
            page.column_dimensions[get_column_letter(place)].width = width
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.page_setup.paperSize = _A4
        page.page_setup.fitToHeight = 0
        page.HeaderFooter.oddFooter.center.text = "&P / &N"
        if header_row:
            page.freeze_panes = first_row = f"A{header_row + 1}"
            for selection in page.sheet_view.selection:
                selection.activeCell = selection.sqref = first_row
            if not self._opens_at_rows:  # the other sheets are a click away
                self._opens_at_rows = page.sheet_view.tabSelected = True
                self._workbook.active = page
            page.print_title_rows = f"{header_row}:{header_row}"
            page.page_setup.orientation = "landscape"
        self._sheet = Sheet(page, self._archive)
        return self._sheet

    def style(self, **look: Any) -> Style:
        """Return a style of the attributes that openpyxl's cells have: font, number_format, others.

        Dates and times have a format of their own.
        """
        return Style(
            self._number_of(look),
            self._number_of(look | {"quotePrefix": True}),
            *(self._number_of(look | {"number_format": one}) for one in _TIME_FORMATS),
        )

    def _number_of(self, look: dict[str, Any]) -> int:
        cell: Any = WriteOnlyCell(SimpleNamespace(parent=self._workbook))  # type: ignore[arg-type]
        for name, value in look.items():
            setattr(cell, name, value)
        return int(cell.style_id)

    def _end_sheet(self) -> None:
        if self._sheet is not None:
            ended, self._sheet = self._sheet, None
            ended.end()

    def _free_name(self, title: str) -> str:
        """Return a sheet's name as Excel allows it: short, without some signs, and only once."""
        plain = _NOT_IN_NAMES.sub(" ", cell_text(title)).strip(" '") or "1"
        number, name = 1, plain[:_NAME_LENGTH].strip(" '")
        while name.casefold() in self._names:
            number += 1
            name = f"{plain[: _NAME_LENGTH - len(str(number)) - 1].strip()} {number}"
        self._names.add(name.casefold())
        return name


class Sheet:
    """A sheet written from its top row down; `page` is openpyxl's, for charts and filters."""

    def __init__(self, page: Any, archive: ZipFile) -> None:
        self.page = page
        self.row = 0
        self._out = archive.open(page.path[1:], "w", force_zip64=True)
        self._begun = False

    @property
    def rows_left(self) -> int:
        """How many more rows there is room for."""
        return LAST_ROW - self.row

    def append(self, cells: Iterable[Written]) -> None:
        """Write the next row."""
        if not self._begun:
            self._begun = True
            self._out.write(_around(self.page)[0])
        self.row += 1
        row = "".join([_cell(value, style) for value, style in cells])
        self._out.write(f'<row r="{self.row}">{row}</row>'.encode())

    def end(self) -> None:
        """Write what stands after the rows."""
        with self._out:
            head, tail = _around(self.page)
            self._out.write(tail if self._begun else head + tail)


class _Parts(ExcelWriter):
    """Everything of a workbook but its sheets, which are in the archive already."""

    def write_worksheet(self, ws: Any) -> None:
        """Note what belongs to a sheet, as openpyxl does, without writing it."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - as in openpyxl's own
        ws._drawing.charts = ws._charts  # noqa: SLF001
        self.manifest.append(ws)


def _around(page: Any) -> tuple[bytes, bytes]:
    """Return what openpyxl writes of a sheet before its rows and after them."""
    memory = BytesIO()
    writer = WorksheetWriter(page, memory)
    writer.write()
    page._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001 - leads to the charts
    head, rows, tail = memory.getvalue().partition(b"<sheetData>")
    return head + rows, tail


def _cell(value: Value, style: Style) -> str:
    if isinstance(value, str):
        return _text(value, style)
    if value is None:
        return f'<c s="{style.plain}"/>'
    if isinstance(value, int | float | Decimal):
        return _number(value, style)
    if isinstance(value, date) and value.year <= _EPOCH_YEAR:
        return _text(str(value), style._replace(plain=style.quoted))
    return _moment(value, style)


def _text(value: str, style: Style) -> str:
    text = cell_text(value)
    if not text:
        return f'<c s="{style.plain}"/>'
    number = style.quoted if text[0] in _QUOTED_STARTS else style.plain
    escaped = escape(_ESCAPED.sub("_x005F_", text)).replace("\r", "_x000D_")
    return f'<c s="{number}" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>'


def _number(value: float | Decimal, style: Style) -> str:
    if isinstance(value, bool):
        return f'<c s="{style.plain}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int) or isfinite(value):
        return f'<c s="{style.plain}"><v>{value}</v></c>'
    return _text(str(value), style)


def _moment(value: date | datetime | time, style: Style) -> str:
    if isinstance(value, time):
        seconds = (value.hour * 60 + value.minute) * 60 + value.second
        return f'<c s="{style.time}"><v>{seconds / _DAY}</v></c>'
    if isinstance(value, datetime):
        days = (value.replace(tzinfo=None) - _EPOCH).total_seconds() / _DAY
        return f'<c s="{style.moment}"><v>{days}</v></c>'
    return f'<c s="{style.date}"><v>{(value - _EPOCH.date()).days}</v></c>'
