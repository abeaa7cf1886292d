"""The place on the paper where the next section of a report goes."""

from enum import Enum

from ecrm_desktop.i18n import RIGHT_TO_LEFT, translate
from ecrm_desktop.reports.layout import Report
from ecrm_desktop.reports.output import Pace
from ecrm_desktop.reports.pdf_page import INK, MUTED, PRIMARY, RULE, Page, PdfFile
from ecrm_desktop.reports.persian import Line, TextSetter

MARGIN = 34
_TOP = 34
_RUNNING_HEADER = 22
_FOOTER = 40  # from the bottom edge to the lowest text of a section
SIZE = 9.5  # of running text
LEADING = 1.7  # lines of Persian need more than the usual 1.2
BASELINE = 1.15  # from the top of a line to its letters' feet, in sizes of the letters


class Align(Enum):
    """Where text stands in its box; the start is where reading begins."""

    START = "start"
    END = "end"
    CENTRE = "centre"
    RIGHT = "right"  # numbers, so that their units stand under each other


class Flow:
    """Pages filled from the top; offsets across run from where reading begins.

    `y` is the top of what comes next, in points from the top of the page.
    """

    def __init__(self, file: PdfFile, size: tuple[int, int], report: Report, pace: Pace) -> None:
        self.report = report
        self.pace = pace
        self.display = report.display
        self.rtl = report.display.language in RIGHT_TO_LEFT
        self.regular = TextSetter(file.regular, rtl=self.rtl)
        self.bold = TextSetter(file.bold, rtl=self.rtl)
        self.width = size[0] - 2 * MARGIN
        self._file = file
        self._size = size
        self.page = Page(size)
        self.y: float = _TOP
        self._first_header()

    @property
    def room(self) -> float:
        """The height that is left on this page."""
        return self._size[1] - _FOOTER - self.y

    @property
    def full_room(self) -> float:
        """The height of a page that has nothing on it yet."""
        return self._size[1] - _FOOTER - _TOP - _RUNNING_HEADER

    def need(self, height: float) -> None:
        """Go to a new page unless this much is left here."""
        if self.room < height:
            self.new_page()

    def new_page(self) -> None:
        """Finish this page and begin the next one."""
        self._file.finish(self.page)
        self.page = Page(self._size)
        self.y = _TOP
        self._running_header()

    def finish(self) -> None:
        """Finish the last page, and write on each page its number among all."""
        self._file.finish(self.page)
        printed = translate(
            "Reports", "Printed {moment}", moment=self.display.datetime(self.report.generated_at)
        )
        total = self._file.page_count
        for number in range(1, total + 1):
            self.page = Page(self._size)
            self.page.rule(MARGIN, self._size[1] - 30, self.width, RULE)
            baseline = self._size[1] - 17
            count = translate(
                "Reports",
                "Page {page} of {total}",
                page=self.display.number(number),
                total=self.display.number(total),
            )
            self.write(self.regular, printed, baseline=baseline, size=7.5, colour=MUTED)
            self.write(
                self.regular, count, baseline=baseline, size=7.5, colour=MUTED, align=Align.END
            )
            self._file.add(number, self.page)

    def x(self, offset: float, width: float) -> float:
        """Return the left edge of a box that begins `offset` after the start of reading."""
        return MARGIN + (self.width - offset - width if self.rtl else offset)

    def put(
        self,
        line: Line,
        *,
        offset: float,
        width: float,
        baseline: float,
        size: float,
        colour: str,
        align: Align,
    ) -> None:
        """Draw a line that has been set in a box across the page."""
        x = self.x(offset, width)
        slack = width - line.width * size / 1000
        if align is Align.CENTRE:
            x += slack / 2
        elif align is Align.RIGHT or (align is Align.START) is self.rtl:
            x += slack
        self.page.text(line, x, baseline, size, colour)

    def write(
        self,
        setter: TextSetter,
        text: str,
        *,
        baseline: float,
        size: float = SIZE,
        colour: str = INK,
        offset: float = 0,
        width: float | None = None,
        align: Align = Align.START,
    ) -> None:
        """Draw text in one line, cut short with `…` where its box ends."""
        width = self.width - offset if width is None else width
        self.put(
            shortened(setter, text, width * 1000 / size),
            offset=offset,
            width=width,
            baseline=baseline,
            size=size,
            colour=colour,
            align=align,
        )

    def section_title(self, title: str, *, below: float) -> None:
        """Write the title of a section, on a page with at least `below` left under it."""
        if not title:
            return
        self.need(26 + below)
        self.y += 6
        self.write(self.bold, title, baseline=self.y + 12, size=11.5)
        self.y += 20

    def nothing(self) -> None:
        """Say that a table or a chart is empty."""
        self.need(36)
        self.write(
            self.regular,
            translate("Reports", "There is nothing to show here."),
            baseline=self.y + 20,
            colour=MUTED,
            align=Align.CENTRE,
        )
        self.y += 36

    def _first_header(self) -> None:
        report = self.report
        self.page.fill(MARGIN, self.y - 10, self.width, 3, PRIMARY)
        self.y += 4
        half = self.width / 2
        self.write(self.bold, report.title, baseline=self.y + 19, size=17, width=self.width * 2 / 3)
        self.write(
            self.bold,
            report.shop_name,
            baseline=self.y + 17,
            size=11,
            colour=PRIMARY,
            offset=self.width * 2 / 3,
            width=self.width / 3,
            align=Align.END,
        )
        self.y += 30
        if report.period_text:
            self.write(
                self.regular,
                report.period_text,
                baseline=self.y + 8,
                size=9.5,
                colour=MUTED,
                width=half,
            )
            self.y += 16
        self.y += 4

    def _running_header(self) -> None:
        report = self.report
        half = self.width / 2
        for setter, text, offset, align in (
            (self.bold, report.title, 0.0, Align.START),
            (self.regular, report.shop_name, half, Align.END),
        ):
            self.write(
                setter,
                text,
                baseline=self.y + 4,
                size=8,
                colour=MUTED,
                offset=offset,
                width=half,
                align=align,
            )
        self.page.rule(MARGIN, self.y + 11, self.width, RULE)
        self.y += _RUNNING_HEADER


def shortened(setter: TextSetter, text: str, width: float) -> Line:
    """Return the text as one line no wider than `width` (1/1000 em), its end cut if it must be."""
    line = setter.line(text)
    if line.width <= width:
        return line
    longest = min(len(text), int(len(text) * width / line.width) + 1)
    while longest > 1:
        line = setter.line(text[:longest].rstrip() + "…")
        if line.width <= width:
            return line
        longest -= max(1, longest // 20)
    return line
