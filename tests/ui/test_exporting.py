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
from shiboken6 import delete
from sqlalchemy import select

from ecrm_desktop.archive.reading import read_package
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.models.audit_events import Export as ExportRecord
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.purchases import purchase_rows
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.settings import LAST_FOLDER
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui import exporting, printing
from ecrm_desktop.ui.export_requests import FileKind, ListExport, ReportExport
from ecrm_desktop.ui.exporting import Exporter
from ecrm_desktop.ui.pdf_pages import PdfPages
from ecrm_desktop.ui.printing import PrintPreview
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.ids import IdList, new_id
from ecrm_desktop.values.jalali import format_date
from ecrm_desktop.values.statuses import ExportFormat
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


def test_of_customers_everything_can_be_written_and_contacts(
    exporter: Exporter, shown: Window, ui: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    with ui.background.database.transaction() as session:
        ids = [make_customer(session, code="1"), make_customer(session, "علی راد", code="2")]
    listed = ListExport("مشتریان", (), ids, lambda _session, _ids: (), are_customers=True)
    *_, everything, contacts = exporter.menu(listed).actions()
    everything.trigger()
    qtbot.waitUntil(lambda: len(exports(ui)) == 1)
    contacts.trigger()
    qtbot.waitUntil(lambda: len(exports(ui)) == 2)
    assert [one[2:] for one in exports(ui)] == [(ExportFormat.XLSX, 2), (ExportFormat.VCF, 2)]
    (path,) = tmp_path.glob("*.vcf")
    assert path.read_text("utf-8").count("BEGIN:VCARD") == 2
    (book,) = tmp_path.glob("*.xlsx")
    with open_tables(book) as tables:
        assert len(list(tables.rows(tables.sheets[0]))) == 2


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
    stopped.set()
    qtbot.waitUntil(lambda: said(shown) == ["متوقف شد. چیزی نوشته نشد."])
    assert [one for one in tmp_path.iterdir() if one.suffix in {".xlsx", ".part"}] == []


def test_what_is_stopped_while_it_gets_its_name_is_told_as_it_ended(
    exporter: Exporter,
    export: Export,
    shown: Window,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    naming, stopped = threading.Event(), threading.Event()

    def flush(_file: Path) -> None:
        naming.set()
        stopped.wait(5)

    monkeypatch.setattr("ecrm_desktop.storage.unfinished_files.flush", flush)
    exporter.menu(export()).actions()[0].trigger()
    qtbot.waitUntil(naming.is_set)
    button(shown, "انصراف").click()
    stopped.set()
    qtbot.waitUntil(lambda: any("ذخیره شد" in text for text in said(shown)))
    assert not any("متوقف" in text for text in said(shown))
    assert [one for one in tmp_path.iterdir() if one.suffix == ".xlsx"] != []


def test_what_waits_for_its_turn_is_stopped_at_once(
    exporter: Exporter, export: Export, shown: Window, ui: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    busy, free = threading.Event(), threading.Event()

    def wait(_progress: object) -> None:
        busy.set()
        free.wait(5)

    ui.background.run(wait, owner=exporter)
    qtbot.waitUntil(busy.is_set)
    exporter.menu(export()).actions()[0].trigger()
    button(shown, "انصراف").click()
    assert said(shown) == ["متوقف شد. چیزی نوشته نشد."]
    free.set()
    qtbot.waitUntil(lambda: ui.background.is_idle)
    assert [one for one in tmp_path.iterdir() if one.suffix == ".xlsx"] == []


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


def exports(ui: UiContext) -> list[tuple[UUID | None, str, ExportFormat, int | None]]:
    """What the audit trail has: whose entry it is, what, as what, and the rows."""
    with ui.background.database.reading() as session:
        found = session.execute(
            select(ChangeGroup.user_id, ExportRecord)
            .join(Change, Change.record_id == ExportRecord.id)
            .join(ChangeGroup, ChangeGroup.number == Change.group_number)
            .order_by(Change.number)
        )
        return [(by, one.subject, one.file_format, one.rows) for by, one in found]


def test_whatever_is_taken_out_stands_in_the_audit_trail(
    exporter: Exporter, export: Export, shown: Window, ui: UiContext, qtbot: QtBot
) -> None:
    me, listed = ui.user.id, export(count=3)

    def wait_for_exports(count: int) -> None:
        qtbot.waitUntil(lambda: len(exports(ui)) == count)

    for at, (file_format, rows) in enumerate(
        [(ExportFormat.XLSX, 3), (ExportFormat.PDF, 3), (ExportFormat.CSV, 3)]
    ):
        exporter.menu(listed).actions()[at].trigger()
        wait_for_exports(at + 1)
        assert exports(ui)[-1] == (me, "خریدها", file_format, rows)
    exporter.menu(listed).actions()[3].trigger()
    qtbot.waitUntil(lambda: any(one.is_open for one in shown.findChildren(PrintPreview)))
    assert len(exports(ui)) == 3  # it was only looked at
    preview(shown).print_asked.emit()
    wait_for_exports(4)
    assert exports(ui)[-1] == (me, "خریدها", ExportFormat.PAPER, 3)
    with ui.background.database.reading() as session:
        customer = session.scalars(select(Customer.id)).one()
    exporter.save_contact(customer)
    wait_for_exports(5)
    assert exports(ui)[-1] == (me, "مخاطب", ExportFormat.VCF, 1)
    exporter.save_package()
    wait_for_exports(6)
    by, subject, file_format, records = exports(ui)[-1]
    assert (by, subject, file_format) == (me, "بستهٔ همهٔ داده‌ها", ExportFormat.ZIP)
    assert records is not None
    assert records > 6


def test_no_customer_is_named_by_what_is_written_down(
    exporter: Exporter, export: Export, ui: UiContext, qtbot: QtBot
) -> None:
    export()
    with ui.background.database.reading() as session:
        customer = session.scalars(select(Customer.id)).one()
    exporter.start(ReportExport(name=ReportName.CUSTOMER, kind=FileKind.CSV, customer_id=customer))
    qtbot.waitUntil(lambda: len(exports(ui)) == 1)
    assert "احمدی" not in exports(ui)[0][1]


def test_an_export_waits_for_no_import_and_is_written_down_when_that_is_done(
    exporter: Exporter, export: Export, shown: Window, ui: UiContext, qtbot: QtBot
) -> None:
    listed, done = export(), threading.Event()

    def write_for_long(session: Session) -> None:
        make_customer(session, "دیگر", code="2")
        assert done.wait(10)

    ui.background.write(write_for_long, owner=shown)
    exporter.menu(listed).actions()[2].trigger()
    qtbot.waitUntil(lambda: any("ذخیره شد" in text for text in said(shown)))
    assert not exports(ui)
    # Somebody else comes in, and the window of who asked is gone.
    ui.background.database.capture.user_id = new_id()
    done.set()
    qtbot.waitUntil(lambda: len(exports(ui)) == 1)
    assert exports(ui)[0][0] == ui.user.id


def test_an_export_is_written_down_though_its_window_is_gone(
    exporter: Exporter, export: Export, ui: UiContext, qtbot: QtBot
) -> None:
    go_on = threading.Event()

    def read_slowly(session: Session, ids: Sequence[UUID]) -> Sequence[Any]:
        assert go_on.wait(10)
        return purchase_rows(session, ids)

    exporter.menu(export(read_slowly)).actions()[2].trigger()
    delete(exporter)
    go_on.set()
    qtbot.waitUntil(lambda: len(exports(ui)) == 1)


def test_what_was_stopped_or_failed_was_not_taken_out(
    exporter: Exporter, export: Export, ui: UiContext, qtbot: QtBot
) -> None:
    def fail(_session: Session, _ids: Sequence[UUID]) -> Sequence[Any]:
        raise InvalidInput(Problem.RECORD_MISSING)

    exporter.menu(export(fail)).actions()[2].trigger()
    qtbot.waitUntil(lambda: ui.background.is_idle)
    assert not exports(ui)


def test_pages_that_a_stopped_printer_has_are_told_and_written_down(
    exporter: Exporter,
    export: Export,
    shown: Window,
    ui: UiContext,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted, stopped = threading.Event(), threading.Event()
    paint = printing._paint  # noqa: SLF001 - the moment of a page

    def paint_slowly(*page: Any) -> None:
        paint(*page)
        if painted.is_set():
            stopped.wait(5)
        painted.set()

    monkeypatch.setattr(printing, "_paint", paint_slowly)
    exporter.menu(export(count=120)).actions()[3].trigger()
    qtbot.waitUntil(lambda: any(one.is_open for one in shown.findChildren(PrintPreview)))
    preview(shown).print_asked.emit()
    qtbot.waitUntil(painted.is_set)
    button(shown, "انصراف").click()
    stopped.set()
    qtbot.waitUntil(
        lambda: any("صفحه از ۴ صفحه به چاپگر رسیده بود" in text for text in said(shown))
    )
    qtbot.waitUntil(lambda: len(exports(ui)) == 1)
    by, subject, file_format, rows = exports(ui)[0]
    assert (by, file_format, rows) == (ui.user.id, ExportFormat.PAPER, None)
    assert "از ۴" in subject
    assert not any("چیزی نوشته نشد" in text for text in said(shown))
