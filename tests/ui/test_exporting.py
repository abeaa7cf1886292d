"""Lists and reports become files and pages while people go on working."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ecrm_desktop.archive.reading import read_package
from ecrm_desktop.queries.purchases import purchase_rows
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.settings import LAST_FOLDER
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui import exporting
from ecrm_desktop.ui.export_requests import FileKind, ListExport, ReportExport
from ecrm_desktop.ui.exporting import Exporter
from ecrm_desktop.ui.pdf_pages import PdfPages
from ecrm_desktop.ui.printing import PrintPreview
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.jalali import format_date
from tests.helpers.factories import make_customer, make_purchase
from tests.helpers.ui_context import Window

Export = Callable[..., ListExport]


@pytest.fixture
def shown(window: Window, qtbot: QtBot) -> Window:
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def export(ui: UiContext) -> Export:
    """Return a list of purchases, none of them read yet."""

    def make(
        read_rows: Callable[[Session, Sequence[UUID]], Sequence[Any]] = purchase_rows,
        *,
        count: int = 2,
    ) -> ListExport:
        with ui.background.database.transaction() as session:
            customer = make_customer(session)
            ids = [
                make_purchase(session, customer, ui.today(), f"کالا {at}") for at in range(count)
            ]
        columns: list[Column[Any]] = [
            Column(key="customer_name", title="مشتری", format=lambda row: row.customer_name),
            Column(key="total", title="جمع", format=lambda row: ui.display.money(row.total)),
        ]
        return ListExport("خریدها", columns, IdList(ids), read_rows)

    return make


@pytest.fixture
def exporter(shown: Window, ui: UiContext, tmp_path: Path) -> Exporter:
    """Return one whose dialogs choose a file and a printer that writes to one, in `tmp_path`."""

    def choose_printer(_window: Any, _title: str, _pages: PdfPages) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    return Exporter(
        ui,
        shown,
        choose_file=lambda _window, suggested, _kind: tmp_path / suggested.name,
        choose_printer=choose_printer,
    )


def said(window: Window) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def button(window: Window, text: str) -> QPushButton:
    return next(
        one for one in window.findChildren(QPushButton) if one.isVisible() and one.text() == text
    )


def preview(window: Window) -> PrintPreview:
    return next(one for one in window.findChildren(PrintPreview) if one.is_open)


def test_a_list_is_offered_as_excel_pdf_and_on_paper(exporter: Exporter, export: Export) -> None:
    texts = [action.text() for action in exporter.menu(export()).actions()]
    assert texts == ["فایل اکسل…", "فایل PDF…", "فایل متنی (CSV)…", "چاپ…"]


def test_an_excel_file_is_written_named_and_offered_to_be_opened(
    exporter: Exporter,
    export: Export,
    shown: Window,
    ui: UiContext,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(exporting, "open_file", opened.append)
    exporter.menu(export()).actions()[0].trigger()
    day = format_date(ui.today()).replace("/", ".")
    path = tmp_path / f"خریدها {day}.xlsx"
    qtbot.waitUntil(lambda: f"«\u2068{path.name}\u2069» ذخیره شد." in said(shown))
    sheet = load_workbook(path).worksheets[0]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=6)]
    assert values == [["مریم احمدی", 100], ["مریم احمدی", 100]]
    assert ui.settings.get(LAST_FOLDER) == str(tmp_path)
    button(shown, "باز شود").click()
    assert opened == [path]


def test_a_report_is_written_as_pdf(
    exporter: Exporter, export: Export, shown: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    export()
    exporter.start(ReportExport(name=ReportName.SALES, kind=FileKind.PDF))
    qtbot.waitUntil(lambda: any("ذخیره شد" in text for text in said(shown)))
    (path,) = tmp_path.glob("*.pdf")
    assert "فروشگاه مهر" in PdfReader(path).pages[0].extract_text()


def test_a_list_is_written_as_text(
    exporter: Exporter, export: Export, shown: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    exporter.menu(export()).actions()[2].trigger()
    qtbot.waitUntil(lambda: any("ذخیره شد" in text for text in said(shown)))
    (path,) = tmp_path.glob("*.csv")
    assert path.read_bytes().decode("utf-8-sig").splitlines() == [
        "مشتری,مبلغ (تومان)",
        *["مریم احمدی,100"] * 2,
    ]


def test_a_customer_is_written_as_a_contact(
    exporter: Exporter, shown: Window, ui: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    with ui.background.database.transaction() as session:
        customer = make_customer(session)
    exporter.save_contact(customer)
    qtbot.waitUntil(lambda: any("ذخیره شد" in text for text in said(shown)))
    (path,) = tmp_path.glob("*.vcf")
    assert "FN:مریم احمدی" in path.read_text("utf-8")


def test_everything_is_written_as_a_package(
    exporter: Exporter, shown: Window, ui: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    exporter.save_package()
    qtbot.waitUntil(lambda: any("ذخیره شد" in text for text in said(shown)))
    (path,) = tmp_path.glob("*.zip")
    database = Database(tmp_path / "again.db", create=True)
    read_package(database, path)
    with database.reading() as session:
        assert get_shop(session).name == ui.shop.name
    database.close()


def test_who_chooses_no_file_is_left_in_peace(
    shown: Window, ui: UiContext, export: Export, tmp_path: Path
) -> None:
    exporter = Exporter(ui, shown, choose_file=lambda *_asked: None)
    exporter.menu(export()).actions()[0].trigger()
    assert said(shown) == []
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_place_that_cannot_be_written_is_explained(
    shown: Window, ui: UiContext, export: Export, qtbot: QtBot, tmp_path: Path
) -> None:
    nowhere = tmp_path / "نیست" / "خریدها.xlsx"
    exporter = Exporter(ui, shown, choose_file=lambda *_asked: nowhere)
    exporter.menu(export()).actions()[0].trigger()
    qtbot.waitUntil(lambda: any("ذخیره نشد" in text for text in said(shown)))


def test_long_work_shows_its_progress_and_leaves_nothing_when_stopped(
    exporter: Exporter,
    export: Export,
    shown: Window,
    ui: UiContext,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    stopped, first = threading.Event(), threading.Event()

    def read_rows(session: Session, ids: Sequence[UUID]) -> Sequence[Any]:
        rows = purchase_rows(session, ids)
        if first.is_set():
            stopped.wait(5)
        first.set()
        return rows

    exporter.menu(export(read_rows, count=1001)).actions()[0].trigger()
    qtbot.waitUntil(lambda: any(text.endswith("از ۱٬۰۰۱") for text in said(shown)))
    button(shown, "انصراف").click()
    assert said(shown) == ["متوقف شد. چیزی نوشته نشد."]
    stopped.set()
    done: list[bool] = []
    ui.background.run(lambda _progress: None, lambda _none: done.append(True), owner=exporter)
    qtbot.waitUntil(lambda: bool(done))
    assert [one for one in tmp_path.iterdir() if one.suffix in {".xlsx", ".part"}] == []


def test_pages_are_seen_before_they_are_printed(
    exporter: Exporter, export: Export, shown: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    exporter.menu(export(count=120)).actions()[3].trigger()
    qtbot.waitUntil(lambda: bool(shown.findChildren(PrintPreview)))
    assert "صفحهٔ ۱ از ۴" in said(shown)
    view = preview(shown)
    QTest.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "صفحه‌ها به چاپگر سپرده شد." in said(shown))
    assert not view.is_open
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 4


def test_escape_leaves_the_preview(
    exporter: Exporter, export: Export, shown: Window, qtbot: QtBot
) -> None:
    exporter.start(ReportExport(name=ReportName.SALES))
    qtbot.waitUntil(lambda: bool(shown.findChildren(PrintPreview)))
    QTest.keyClick(preview(shown).view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown.findChildren(PrintPreview))
