"""An Excel file in the making: its sheets, their looks, and cells that are only what they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Self
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from ecrm_desktop.i18n import RIGHT_TO_LEFT
from ecrm_desktop.reports.excel_values import AS_TEXT, QUOTED, SheetColumn, clean, text_look
from ecrm_desktop.reports.layout import Report

PRIMARY = "0F766E"
_FONT = "Tahoma"  # on every Windows, with good Persian letters
_SIZE = 10
_PRIMARY_SOFT = "E3F3F1"
_MUTED = "6B7686"
_NAME_LENGTH = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_A4 = 9
_RTL_PARAGRAPH = 2

_TITLE = Font(name=_FONT, size=14, bold=True)
_NOTE = Font(name=_FONT, size=_SIZE, color=_MUTED)
_HEADING = Font(name=_FONT, size=_SIZE, bold=True, color=PRIMARY)
_STRONG = Font(name=_FONT, size=_SIZE, bold=True)
_SHADE = PatternFill("solid", fgColor=_PRIMARY_SOFT)
_BELOW = Border(bottom=Side("thin", color=PRIMARY))
_ABOVE = Border(top=Side("thin", color=PRIMARY))


class Sheet:
    """A sheet written from its top row down, headed by the report's title, shop and period."""

    def __init__(self, page: Any, report: Report, title: str, widths: Sequence[float]) -> None:
        self.page = page
        self.row = 0
        self.rtl = report.display.language in RIGHT_TO_LEFT
        page.sheet_view.rightToLeft = self.rtl
        for place, width in enumerate(widths, 1):
            page.column_dimensions[get_column_letter(place)].width = width
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.page_setup.paperSize = _A4
        page.page_setup.fitToHeight = 0
        page.HeaderFooter.oddFooter.center.text = "&P / &N"
        # openpyxl's own way first fails to take each cell for a value, which takes as long as
        # writing it.
        page._values_to_row = _placed  # noqa: SLF001
        self._heading = [title] if title == report.title else [title, report.title]
        self._note = " · ".join(filter(None, (report.shop_name, report.period_text)))

    def begin(self) -> None:
        """Write the lines above the content."""
        title, *others = self._heading
        self.append([self._styled(title, _TITLE)])
        self.append([self._styled(" · ".join([*others, self._note]), _NOTE)])
        self.append([])

    def append(self, cells: Sequence[Cell | None]) -> None:
        """Write the next row of cells made here; a cell may come again in a later row."""
        self.page.append(cells)
        self.row += 1

    def title(self, title: str) -> Cell:
        """Return a cell that heads what is below it."""
        return self._styled(title, _STRONG)

    def heading(self, title: str) -> Cell:
        """Return a cell of a header row."""
        cell = self._styled(title, _HEADING)
        cell.fill, cell.border = _SHADE, _BELOW
        return cell

    def label(self, label: str) -> Cell:
        """Return a cell that names the value beside it."""
        return self._styled(label, _NOTE)

    def text(self, text: str) -> Cell:
        """Return a cell that stays text, whatever it begins with."""
        content = clean(text)
        return self._filled(self._new_cell(text_look(content)), content)

    def prose(self, text: str, *, wrap: bool) -> Cell:
        """Return a cell with sentences, in as many lines as they need or over the next cells."""
        cell = self.text(text)
        cell.alignment = Alignment(
            horizontal="right" if self.rtl else "left",
            vertical="top",
            wrap_text=wrap,
            readingOrder=_RTL_PARAGRAPH if self.rtl else 0,
        )
        return cell

    def writer(self, column: SheetColumn) -> Callable[[Any], Cell]:
        """Return the function that makes cells of a column's raw values, one at a time."""
        convert, choose = column.convert, column.choose
        filled = self._filled
        cells: dict[str, Cell] = {}

        def write(value: Any) -> Cell:
            content = convert(value)
            look = choose(content)
            cell = cells.get(look)
            if cell is None:
                cell = cells[look] = self._new_cell(look)
            return filled(cell, content)

        return write

    def total(self, column: SheetColumn, value: Any) -> Cell:
        """Return a cell of the totals row; `value` may be None."""
        cell = self.text("") if value is None else self.writer(column)(value)
        cell.font, cell.fill, cell.border = _STRONG, _SHADE, _ABOVE
        return cell

    def _new_cell(self, look: str) -> Cell:
        cell = WriteOnlyCell(self.page)
        if look == QUOTED:
            cell.quotePrefix = True
        elif look:
            cell.number_format = look
        if look == AS_TEXT:
            cell.alignment = Alignment(horizontal="right" if self.rtl else "left")
        return cell

    def _filled(self, cell: Cell, content: Any) -> Cell:
        cell.value = content
        if isinstance(content, str):
            cell.data_type = "s"  # and not a formula or an error value
        return cell

    def _styled(self, text: str, font: Font) -> Cell:
        cell = self.text(text)
        cell.font = font
        return cell


def _placed(cells: Sequence[Cell | None], row: int) -> Iterator[Cell]:
    for column, cell in enumerate(cells, 1):
        if cell is not None:
            cell.column, cell.row = column, row
            yield cell


class Book:
    """A workbook for one report; what it has in temporary files is gone after its `with` block."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._workbook = Workbook(write_only=True)
        # There is no public way to the font of cells without a style of their own.
        font = Font(name=_FONT, size=_SIZE)
        self._workbook._fonts = IndexedList([font])  # type: ignore[attr-defined]  # noqa: SLF001
        self._workbook._named_styles["Normal"].font = font  # type: ignore[attr-defined]  # noqa: SLF001
        self._workbook.properties.title = clean(report.title)
        self._workbook.properties.creator = clean(report.shop_name)
        self._names: set[str] = set()
        self._pages: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for page in self._pages:
            with suppress(OSError):
                if not page.closed:
                    page.close()
                Path(page._writer.out).unlink(missing_ok=True)  # noqa: SLF001 - not public

    def sheet(self, title: str, widths: Sequence[float]) -> Sheet:
        """Add a sheet whose columns have these widths, in letters."""
        page = self._workbook.create_sheet(self._free_name(title))
        self._pages.append(page)
        return Sheet(page, self._report, title, widths)

    def save(self, file: IO[bytes]) -> None:
        """Write the whole workbook."""
        # openpyxl's own save leaves its archive open when the disk is full.
        with ZipFile(file, "w", ZIP_DEFLATED) as package:
            ExcelWriter(self._workbook, package).save()

    def _free_name(self, title: str) -> str:
        """Return a sheet's name as Excel allows it: short, without some signs, and only once."""
        plain = _NOT_IN_NAMES.sub(" ", clean(title)).strip(" '") or "1"
        number, name = 1, plain[:_NAME_LENGTH].strip(" '")
        while name.casefold() in self._names:
            number += 1
            name = f"{plain[: _NAME_LENGTH - len(str(number)) - 1].strip()} {number}"
        self._names.add(name.casefold())
        return name
