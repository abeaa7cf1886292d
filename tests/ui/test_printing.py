"""Pages on the screen and on paper are those of the PDF."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import Cancelled, FileError, Problem
from ecrm_desktop.reports.layout import Column, Paragraph, Section, Table
from ecrm_desktop.reports.pdf import write_pdf
from ecrm_desktop.ui.page_view import PageView
from ecrm_desktop.ui.pdf_pages import PdfPages
from ecrm_desktop.ui.printing import prepared_printer, print_pages
from tests.helpers.examples import examples
from tests.helpers.reports import a_report
from tests.helpers.work_done import calls_made


@contextmanager
def pages_of(*sections: Section) -> Iterator[PdfPages]:
    content = BytesIO()
    write_pdf(a_report(*sections), content)
    pages = PdfPages(content.getvalue())
    yield pages
    pages.close()


@pytest.fixture
def three_pages() -> Iterator[PdfPages]:
    rows = [[f"نام {at}"] for at in range(100)]
    with pages_of(Table("نام‌ها", [Column("نام")], rows)) as pages:
        assert len(pages) == 3
        yield pages


@pytest.fixture
def view(three_pages: PdfPages, qtbot: QtBot) -> PageView:
    view = PageView(three_pages)
    qtbot.addWidget(view)
    view.resize(700, 600)
    with qtbot.waitExposed(view):
        view.show()
    return view


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    return printer


def nothing(_done: int, _total: int) -> None:
    return


def test_a_page_is_drawn_in_the_size_that_was_asked_for(three_pages: PdfPages) -> None:
    picture = three_pages.image(0, 2)
    assert (picture.width(), picture.height()) == (1190, 1684)
    colors = {picture.pixel(x, y) for x in range(0, 1190, 3) for y in range(0, 400, 3)}
    assert len(colors) > 10
    assert 0xFFFFFFFF in colors


def test_keys_turn_the_pages(view: PageView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current == 2
    with qtbot.waitSignal(view.page_changed) as told:
        QTest.keyClick(view, Qt.Key.Key_End)
    assert told.args == [3]
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.current == 2
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current == 1


def test_the_place_is_kept_when_the_pages_grow(view: PageView) -> None:
    view.go_to(3)
    before = view.verticalScrollBar().maximum()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.verticalScrollBar().maximum() > before
    assert view.current == 3
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.verticalScrollBar().maximum() == pytest.approx(before, abs=5)


class PaperPages(PdfPages):
    """White pages of any sizes, in points."""

    def __init__(self, sizes: Sequence[tuple[int, int]]) -> None:
        self._sizes = [QSizeF(*size) for size in sizes]
        self.drawn: list[int] = []
        self.scale = 0.0

    def image(self, page: int, pixels_a_point: float) -> QImage:
        self.drawn.append(page)
        self.scale = pixels_a_point
        size = self._sizes[page] * pixels_a_point
        return QImage(size.toSize(), QImage.Format.Format_RGB32)


def test_a_step_in_a_thousand_pages_is_the_work_of_a_step_in_ten(qtbot: QtBot) -> None:
    told = []
    for count in (10, 1_000):
        view = PageView(PaperPages([(595, 842)] * count))
        qtbot.addWidget(view)
        view.resize(700, 600)
        with qtbot.waitExposed(view):
            view.show()
        view.go_to(count - 1)
        view.repaint()
        with calls_made() as made:
            QTest.keyClick(view, Qt.Key.Key_Down)
            view.viewport().repaint()
        told.append(made.calls)
    assert told[1] < told[0] + 20


@settings(
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    sizes=st.lists(
        st.tuples(st.integers(200, 900), st.integers(20, 1_500)), min_size=1, max_size=12
    ),
    zooms=st.integers(-3, 3),
    place=st.floats(0, 1),
)
def test_every_page_is_where_those_above_it_end(
    qtbot: QtBot, sizes: list[tuple[int, int]], zooms: int, place: float
) -> None:
    pages = PaperPages(sizes)
    view = PageView(pages)
    qtbot.addWidget(view)
    view.resize(700, 600)
    for _ in range(abs(zooms)):
        QTest.keyClick(view, Qt.Key.Key_Plus if zooms > 0 else Qt.Key.Key_Minus)
    bar = view.verticalScrollBar()
    bar.setValue(round(bar.maximum() * place))
    view.grab()
    at, height = bar.value(), view.viewport().height()
    tops = list(accumulate((round(size[1] * pages.scale) + 14 for size in sizes), initial=0))
    assert bar.maximum() == max(0, tops[-1] - height)
    seen = [
        number
        for number, (top, end) in enumerate(pairwise(tops))
        if end > at and top + 14 <= at + height
    ]
    assert pages.drawn == seen
    expected = 1
    while expected < len(sizes) and tops[expected] < at + height // 2:
        expected += 1
    assert view.current == expected


def test_the_visible_pages_are_painted(view: PageView) -> None:
    picture = view.grab().toImage()
    middle = {picture.pixel(x, 300) for x in range(picture.width())}
    assert 0xFFFFFFFF in middle
    assert len(middle) > 2


def test_wide_pages_turn_the_paper() -> None:
    columns = [Column(f"ستون {at}") for at in range(14)]
    wide, upright = Table("پهن", columns, [["یک نام دراز"] * 14]), Paragraph("نامه")
    orientation = QPageLayout.Orientation
    for section, wanted in ((wide, orientation.Landscape), (upright, orientation.Portrait)):
        with pages_of(section) as pages:
            assert prepared_printer("کار", pages).pageLayout().orientation() == wanted


def test_all_pages_or_the_chosen_ones_are_printed(three_pages: PdfPages, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    print_pages(printer_to(tmp_path / "all.pdf"), three_pages, lambda *at: told.append(at))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert len(PdfReader(tmp_path / "all.pdf").pages) == 3
    some = printer_to(tmp_path / "some.pdf")
    some.setPrintRange(QPrinter.PrintRange.PageRange)
    some.setFromTo(2, 3)
    print_pages(some, three_pages, nothing)
    assert len(PdfReader(tmp_path / "some.pdf").pages) == 2


def test_printing_stops_when_it_is_told_to(three_pages: PdfPages, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    printed = print_pages(printer_to(tmp_path / "stopped.pdf"), three_pages, stop)
    assert (printed.pages, printed.total, type(printed.ended_by)) == (1, 3, Cancelled)


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_refuses_is_told(three_pages: PdfPages, tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        print_pages(printer_to(tmp_path / "نیست" / "x.pdf"), three_pages, nothing)
    assert caught.value.problem is Problem.PRINTER_FAILED
