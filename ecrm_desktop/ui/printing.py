"""The preview of what will be printed, and the way to the system's print dialog and printers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPageLayout, QPageSize, QPainter, QShortcut
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError, FileError, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.overlay import Overlay, overlay_host
from ecrm_desktop.ui.page_view import PageView
from ecrm_desktop.ui.pdf_pages import PdfPages
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.values.display import Display

_WIDTH = 980
# What a page looks sharp with; a finer one would take 140 MB of memory a page.
_DOTS_AN_INCH = 300
_POINTS_AN_INCH = 72


class PrintPreview(Overlay):
    """Shows the pages over the window; `print_asked` by its button or Ctrl+P, Esc closes it."""

    print_asked = Signal()

    def __init__(self, asker: QWidget, display: Display, *, title: str, pages: PdfPages) -> None:
        super().__init__(overlay_host(asker))
        self._display = display
        self._pages = pages
        self.setAccessibleName(title)
        self.view = PageView(pages)
        self.view.setAccessibleName(translate("Printing", "Pages"))
        self.view.page_changed.connect(self._show_page)
        heading = QLabel(title)
        heading.setProperty("role", "title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self._page = QLabel()
        self._page.setProperty("role", "muted")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.M)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(heading)
        head.addWidget(self._page)
        head.addStretch(1)
        head.addWidget(self._tool("minus", translate("Printing", "Smaller"), self.view.zoom_out))
        head.addWidget(self._tool("plus", translate("Printing", "Larger"), self.view.zoom_in))
        column.addLayout(head)
        column.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        self.print = Button(
            translate("Printing", "Print"), keys="Ctrl+P", kind="primary", icon="printer"
        )
        self.print.clicked.connect(self.print_asked)
        close = Button(translate("Printing", "Close"), keys="Esc")
        close.clicked.connect(self.close_overlay)
        foot.addWidget(self.print)
        foot.addWidget(close)
        foot.addStretch(1)
        column.addLayout(foot)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.print_asked)
        self._show_page(1)

    def first_focus(self) -> QWidget | None:
        """Return the pages, so that the keys turn them."""
        return self.view

    def place(self) -> None:
        """Take as much room as there is."""
        width = min(_WIDTH, self.width() - 2 * theme.L)
        height = self.height() - 2 * theme.L
        self.card.setGeometry((self.width() - width) // 2, theme.L, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()

    def _show_page(self, number: int) -> None:
        self._page.setText(
            translate(
                "Printing",
                "Page {page} of {total}",
                page=self._display.number(number),
                total=self._display.number(len(self._pages)),
            )
        )

    def _tool(self, icon: str, text: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(do)
        return button


def ask_for_printer(window: QWidget, title: str, pages: PdfPages) -> QPrinter | None:
    """ReportProgress in the system's print dialog; None if nothing is to be printed."""
    printer = prepared_printer(title, pages)
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(pages))
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def prepared_printer(title: str, pages: PdfPages) -> QPrinter:
    """Return the usual printer with A4 turned the way the pages are."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    first = pages.size(0)
    wide = first.width() > first.height()
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
    )
    printer.setFullPage(True)
    return printer


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """How many of all pages a printer was given, and what ended it before the last one."""

    pages: int
    total: int
    ended_by: EcrmError | None = None


def print_pages(printer: QPrinter, pages: PdfPages, progress: ReportProgress) -> Printed:
    """Give the chosen pages to a printer; may run in any thread.

    `progress(done, total)` may raise Cancelled, which stops the printer too. Raises FileError
    PRINTER_FAILED, as long as it has no page: nobody knows what becomes of those it has.
    """
    numbers = list(_chosen(printer, len(pages)))
    painter = QPainter()
    _require(painter.begin(printer))
    given = 0
    try:
        for number in numbers:
            _require(not given or printer.newPage())
            _paint(painter, printer, pages, number)
            given += 1
            progress(given, len(numbers))
    except BaseException as error:
        printer.abort()
        if given and isinstance(error, EcrmError):
            return Printed(pages=given, total=len(numbers), ended_by=error)
        raise
    finally:
        painter.end()
    return Printed(pages=given, total=len(numbers))


def _require(worked: bool) -> None:  # noqa: FBT001 - what the printer answered
    if not worked:
        raise FileError(Problem.PRINTER_FAILED)


def _chosen(printer: QPrinter, count: int) -> Iterator[int]:
    """Yield the numbers, from 0, of the pages to print, in the order the paper wants."""
    first, last = 1, count
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        first, last = printer.fromPage() or 1, min(printer.toPage() or count, count)
    numbers = list(range(first - 1, last))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        for _copy in range(copies):
            yield from numbers
    else:
        for number in numbers:
            yield from [number] * copies


def _paint(painter: QPainter, printer: QPrinter, pages: PdfPages, number: int) -> None:
    dots = min(printer.resolution(), _DOTS_AN_INCH)
    picture = pages.image(number, dots / _POINTS_AN_INCH)
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    size = picture.size().scaled(paper.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    painter.drawImage(place, picture)
