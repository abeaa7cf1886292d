"""A sheet of a report: headed by its title, and the looks of what is below."""

from collections.abc import Callable, Sequence
from typing import Any

from openpyxl.styles import Alignment, Border, Side

from ecrm_desktop.reports.excel_values import AS_TEXT, PLAIN, SheetColumn
from ecrm_desktop.reports.layout import Report
from ecrm_desktop.xlsx import PRIMARY, PRIMARY_SOFT, Book, Style, Written, font, shade

_MUTED = "6B7686"


class ReportSheet:
    """A sheet written from its top row down; `page` is openpyxl's, for charts and filters.

    It is called by its title unless it has another `name`.
    """

    def __init__(
        self,
        book: Book,
        report: Report,
        title: str,
        widths: Sequence[float],
        *,
        name: str = "",
        header_row: int = 0,
    ) -> None:
        self._sheet = book.sheet(name or title, widths, header_row=header_row)
        self.page = self._sheet.page
        self._book = book
        self.right_to_left = book.right_to_left
        self._side = "right" if book.right_to_left else "left"
        self._strong = book.style(font=font(bold=True))
        self._label = book.style(font=font(color=_MUTED))
        self._styles: dict[str, Style] = {PLAIN: book.plain}
        others = [report.shop_name, report.period_text]
        if title != report.title:
            others.insert(0, report.title)
        self.append([(title, book.style(font=font(size=14, bold=True)))])
        self.append([self.label(" · ".join(filter(None, others)))])
        self.append([])

    @property
    def row(self) -> int:
        """The number of the last row."""
        return self._sheet.row

    @property
    def rows_left(self) -> int:
        """How many more rows there is room for."""
        return self._sheet.rows_left

    def append(self, cells: Sequence[Written]) -> None:
        """Write the next row."""
        self._sheet.append(cells)

    def title(self, title: str) -> Written:
        """Return a cell that heads what is below it."""
        return title, self._strong

    def heading(self, title: str) -> Written:
        """Return a cell of a header row."""
        return title, self._book.heading

    def label(self, label: str) -> Written:
        """Return a cell that names the value beside it."""
        return label, self._label

    def text(self, text: str) -> Written:
        """Return a cell of text."""
        return text, self._book.plain

    def prose(self, text: str, *, wrap: bool) -> Written:
        """Return a cell with sentences, in as many lines as they need or over the next cells."""
        alignment = Alignment(
            horizontal=self._side,
            vertical="top",
            wrap_text=wrap,
            readingOrder=self._book.reading_order,
        )
        return text, self._book.style(alignment=alignment)

    def writer(self, column: SheetColumn) -> Callable[[Any], Written]:
        """Return the function that makes cells of a column's raw values."""
        convert, choose, styles = column.convert, column.choose, self._styles

        def write(value: Any) -> Written:
            content = convert(value)
            number_format = choose(content)
            style = styles.get(number_format)
            if style is None:
                style = styles[number_format] = self._book.style(**self._look(number_format))
            return content, style

        return write

    def total(self, column: SheetColumn, value: Any) -> Written:
        """Return a cell of the totals row; `value` may be None."""
        content = None if value is None else column.convert(value)
        look = self._look(PLAIN if content is None else column.choose(content))
        border = Border(top=Side("thin", color=PRIMARY))
        return content, self._book.style(
            **look, font=font(bold=True), fill=shade(PRIMARY_SOFT), border=border
        )

    def _look(self, number_format: str) -> dict[str, Any]:
        if number_format == PLAIN:
            return {}
        if number_format == AS_TEXT:
            side = Alignment(horizontal=self._side)
            return {"number_format": number_format, "alignment": side}
        return {"number_format": number_format}
