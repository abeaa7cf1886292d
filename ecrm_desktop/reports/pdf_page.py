"""Pages of a PDF: shapes and set text in points from the top left corner."""

import re
import zlib
from collections.abc import Sequence
from typing import IO

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFPage,
    PDFResourceDictionary,
    PDFStream,
    ViewerPreferencesPDFDictionary,
)

from ecrm_desktop.locations import bundled
from ecrm_desktop.reports.font_file import FontFile
from ecrm_desktop.reports.fonts import Face
from ecrm_desktop.reports.persian import Line

A4 = (595, 842)

INK = "0.106 0.141 0.188"  # #1B2430
MUTED = "0.420 0.463 0.525"  # #6B7686
PRIMARY = "0.059 0.463 0.431"  # #0F766E
PRIMARY_SOFT = "0.890 0.953 0.945"  # #E3F3F1
RULE = "0.894 0.906 0.925"  # #E4E7EC
STRIPE = "0.976 0.980 0.984"  # #F9FAFB

_FONTS = {
    "Regular": "Vazirmatn-Regular",
    "Bold": "Vazirmatn-Bold",
    "Signs": "DejaVuSans-Signs",
    "Emoji": "NotoEmoji-Common",
}
_CURVE = 0.5523  # how far Bézier handles stand from the ends of a quarter circle
_COMPRESSION = 6
# `/ActualText` counts for a `/Span`, to which Poppler and others hold. PDFium takes any.
_ESCAPED = re.compile(r"[()\\\r]")
_PDFIUM = "/ECRM_PDFium"


class Page:
    """What one page shows; all shapes lie under all text."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.width, self.height = size
        self._shapes: list[str] = []
        self._texts: list[str] = []
        self._font: tuple[str, float] | None = None
        self._colour = ""

    def text(self, line: Line, x: float, baseline: float, size: float, colour: str) -> None:
        """Draw a line whose left end is given."""
        texts = self._texts
        if colour != self._colour:
            self._colour = colour
            texts.append(f"{colour} rg")
        texts.append(f"1 0 0 1 {x:.2f} {self.height - baseline:.2f} Tm")
        begun = round(x, 2) if len(line.spans) > 1 else x
        last = -1.0
        for offset, pieces, replacement in line.spans:
            if offset < last or (last < 0 < offset):  # else the pen is there already
                at = round(x + offset * size / 1000, 2)
                texts.append(f"{at - begun:.2f} 0 Td")
                begun = at
            last = offset
            if replacement:
                texts.append(f"{_PDFIUM} <</ActualText {_text_string(replacement)}>> BDC")
            for font, show, rise in pieces:
                if self._font != (font, size):
                    self._font = (font, size)
                    texts.append(f"{font} {size:.2f} Tf")
                if rise:
                    texts.append(f"{rise * size / 1000:.2f} Ts [{show}]TJ 0 Ts")
                else:
                    texts.append(f"[{show}]TJ")
            if replacement:
                texts.append("EMC")

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle whose top left corner is given."""
        self._shapes.append(
            f"{colour} rg {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f"
        )

    def rule(self, x: float, y: float, width: float, colour: str, thickness: float = 0.5) -> None:
        """Draw a horizontal line."""
        self._shapes.append(
            f"{colour} RG {thickness} w {x:.2f} {self.height - y:.2f} m"
            f" {x + width:.2f} {self.height - y:.2f} l S"
        )

    def curve(
        self, points: Sequence[tuple[float, float]], colour: str, thickness: float = 1.5
    ) -> None:
        """Draw straight lines from point to point."""
        self._shapes.append(f"{colour} RG {thickness} w 1 J 1 j {self._path(points)} S")

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill the shape with these corners."""
        self._shapes.append(f"{colour} rg {self._path(points)} f")

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        self._shapes.append(f"{colour} rg {self._rounded(x, y, 0, 0, radius)} f")

    def card(
        self, x: float, y: float, width: float, height: float, colour: str, radius: float = 5
    ) -> None:
        """Draw the border of a rectangle with round corners."""
        path = self._rounded(
            x + radius, y + radius, width - 2 * radius, height - 2 * radius, radius
        )
        self._shapes.append(f"{colour} RG 0.7 w {path} S")

    def content(self) -> bytes:
        """Return the page's operators, compressed."""
        text = "\n".join(self._texts)
        operators = "\n".join((*self._shapes, f"BT\n{text}\nET\n"))
        return zlib.compress(operators.encode("latin-1"), _COMPRESSION)

    def _path(self, points: Sequence[tuple[float, float]]) -> str:
        (first_x, first_y), *others = points
        lines = "".join(f" {x:.2f} {self.height - y:.2f} l" for x, y in others)
        return f"{first_x:.2f} {self.height - first_y:.2f} m{lines}"

    def _rounded(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        """Return the path around the inner rectangle at a distance of `radius`."""
        left, right, top = x, x + width, self.height - y
        bottom, handle = top - height, radius * _CURVE
        corners = (
            (right, top, 0, 1, 1, 0),
            (right, bottom, 1, 0, 0, -1),
            (left, bottom, 0, -1, -1, 0),
            (left, top, -1, 0, 0, 1),
        )
        parts = [f"{left:.2f} {top + radius:.2f} m"]
        for cx, cy, from_x, from_y, to_x, to_y in corners:
            start = (cx + radius * from_x, cy + radius * from_y)
            end = (cx + radius * to_x, cy + radius * to_y)
            parts.append(
                f"{start[0]:.2f} {start[1]:.2f} l"
                f" {start[0] + handle * to_x:.2f} {start[1] + handle * to_y:.2f}"
                f" {end[0] + handle * from_x:.2f} {end[1] + handle * from_y:.2f}"
                f" {end[0]:.2f} {end[1]:.2f} c"
            )
        return " ".join(parts) + " h"


class PdfFile:
    """A PDF in the making; what is finished is kept compressed."""

    def __init__(self, *, title: str, author: str, language: str, rtl: bool) -> None:
        self._document = PDFDocument(compression=1, lang=language)
        self._document.setTitle(title)
        self._document.setAuthor(author)
        preferences = ViewerPreferencesPDFDictionary()
        preferences["DisplayDocTitle"] = "true"
        preferences["Direction"] = "R2L" if rtl else "L2R"
        catalog = self._document.Catalog  # type: ignore[attr-defined]  # not in the stubs
        catalog.ViewerPreferences = preferences
        fonts = bundled("resources", "fonts")
        regular, bold, *signs = (
            FontFile(name, fonts / f"{file}.ttf", self._document) for name, file in _FONTS.items()
        )
        self.regular = Face(regular, *signs)
        self.bold = Face(bold, *signs)
        self._pages: list[tuple[PDFPage, list[PDFStream]]] = []

    @property
    def page_count(self) -> int:
        """The number of pages finished so far."""
        return len(self._pages)

    def finish(self, page: Page) -> None:
        """Put a page at the end of the file."""
        finished = PDFPage()
        finished.pagewidth, finished.pageheight = page.width, page.height
        finished.Resources = PDFResourceDictionary()
        finished.Resources.basicFonts()
        finished.Resources.basicProcs()
        self._pages.append((finished, [_stream(page)]))
        self._document.addPage(finished)

    def add(self, number: int, page: Page) -> None:
        """Draw more over finished page `number`, the first being 1."""
        self._pages[number - 1][1].append(_stream(page))

    def write(self, file: IO[bytes]) -> None:
        """Write the whole file, and let its pages go."""
        for page, streams in self._pages:
            contents = PDFArray(streams)
            contents.References(self._document)
            page.Contents = contents
        file.write(self._document.GetPDFData(None))
        # One by one: thousands that are dropped at once hold up all other threads.
        self._pages.clear()
        objects = self._document.idToObject
        while objects:
            objects.popitem()


def _text_string(text: str) -> str:
    """Return a string of bytes, one for each character, with what they mean to the reader."""
    found = text if text.isascii() else (b"\xfe\xff" + text.encode("utf-16-be")).decode("latin-1")
    return f"({_ESCAPED.sub(_escape, found)})"


def _escape(found: re.Match[str]) -> str:
    return "\\r" if found[0] == "\r" else "\\" + found[0]


def _stream(page: Page) -> PDFStream:
    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), page.content())
