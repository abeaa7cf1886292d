"""Reports and lists as files and on paper, made while people go on working."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from ecrm_desktop.errors import Cancelled
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.reports.layout import Report
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.services.audit_events import record_export
from ecrm_desktop.services.permissions import require_permission_to_read
from ecrm_desktop.settings import LAST_FOLDER
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Progress
from ecrm_desktop.ui.export_files import ChooseFile, ask_for_file, open_file
from ecrm_desktop.ui.export_requests import (
    Build,
    Export,
    FileKind,
    ListExport,
    ReportExport,
    SheetExport,
)
from ecrm_desktop.ui.export_run import ExportRun
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.work_tray import work_tray
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ExportFormat

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ecrm_desktop.ui.pdf_pages import PdfPages
    from ecrm_desktop.ui.printing import Printed, PrintPreview

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
ChoosePrinter: TypeAlias = "Callable[[QWidget, str, PdfPages], QPrinter | None]"


class Exporter(QObject):
    """Writes files and prints, one after the other in the slow lane, with progress and cancel."""

    def __init__(
        self,
        ui: UiContext,
        window: QWidget,
        *,
        choose_file: ChooseFile | None = None,
        choose_printer: "ChoosePrinter | None" = None,
    ) -> None:
        """By default the system's dialogs ask for the file and the printer."""
        super().__init__(window)
        self._ui = ui
        self._window = window
        self._choose_file = choose_file or ask_for_file
        self._choose_printer = choose_printer
        self._tray = work_tray(window)

    def start(self, export: Export) -> None:
        """Do what a page asked for: offer the choices for a list, write or print a report."""
        is_audit = isinstance(export, ReportExport) and export.name is ReportName.AUDIT
        if not self._ui.require_permission(Permission.SEE_AUDIT if is_audit else Permission.EXPORT):
            return
        if isinstance(export, ListExport):
            self.offer(export)
            return
        if isinstance(export, SheetExport):
            build, title = export.build, export.title
        else:
            from ecrm_desktop.reports.catalogue import report_title  # noqa: PLC0415 - only if asked

            build, title = partial(build_export, self._ui, export), report_title(export.name)
        if export.kind is None:
            self.print_report(build, title=title)
        else:
            self.save(build, export.kind, title=title)

    def offer(self, export: ListExport, at: QWidget | None = None) -> None:
        """Ask in a menu, under `at` or the pointer, what is to become of a list."""
        menu = self.menu(export)
        menu.popup(QCursor.pos() if at is None else at.mapToGlobal(QPoint(0, at.height())))

    def menu(self, export: ListExport) -> QMenu:
        """Return the menu of what a list can become."""
        menu = QMenu(self._window)
        build = partial(self._build_list, export)
        total = len(export.ids)
        for icon, text, do in (
            (
                "sheet",
                translate("Exporting", "Excel file…"),
                partial(self.save, build, FileKind.EXCEL, title=export.title, total=total),
            ),
            (
                "file-text",
                translate("Exporting", "PDF file…"),
                partial(self.save, build, FileKind.PDF, title=export.title, total=total),
            ),
            (
                "file-text",
                translate("Exporting", "Text file (CSV)…"),
                partial(self.save, build, FileKind.CSV, title=export.title, total=total),
            ),
            (
                "printer",
                translate("Exporting", "Print…"),
                partial(self.print_report, build, title=export.title, total=total),
            ),
        ):
            menu.addAction(theme.icon(icon), text).triggered.connect(lambda _on, do=do: do())
        if export.are_customers:
            self._add_of_customers(menu, export.ids)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add_of_customers(self, menu: QMenu, ids: Sequence[UUID]) -> None:
        menu.addSeparator()
        for icon, text, do in (
            (
                "sheet",
                translate("Exporting", "Everything about them, to bring in again (Excel)…"),
                partial(self._save_everything, ids),
            ),
            (
                "phone",
                translate("Exporting", "Contacts for phones…"),
                lambda: self.save_contact(*ids),
            ),
        ):
            menu.addAction(theme.icon(icon), text).triggered.connect(lambda _on, do=do: do())

    def _save_everything(self, ids: Sequence[UUID]) -> None:
        from ecrm_desktop.importing.full_export import (  # noqa: PLC0415 - only if asked
            full_title,
            write_excel_list,
        )
        from ecrm_desktop.storage.unfinished_files import replacing  # noqa: PLC0415 - as above

        def write(path: Path, progress: Progress) -> int:
            rows = count(1)
            with (
                replacing(path) as part,
                self._ui.background.database.reading() as session,
                part.open("wb") as file,
            ):
                return write_excel_list(
                    session, ids, file, lambda: progress.report(next(rows), len(ids))
                )

        self._save(write, FileKind.EXCEL, full_title())

    def save(self, build: Build, kind: FileKind, *, title: str, total: int = 0) -> None:
        """Ask where to, and write the report there; `total` rows, if known, for the progress."""
        self._save(
            lambda path, progress: self._write(build, path, kind, progress, total), kind, title
        )

    def save_contact(self, *customer_ids: UUID) -> None:
        """Ask where to, and write customers there as contacts for phones."""

        def write(path: Path, progress: Progress) -> int:
            from ecrm_desktop.reports.vcard import vcard  # noqa: PLC0415 - as above
            from ecrm_desktop.storage.unfinished_files import replacing  # noqa: PLC0415 - only if asked

            with (
                replacing(path) as part,
                self._ui.background.database.reading() as session,
                part.open("wb") as file,
            ):
                for done, customer_id in enumerate(customer_ids, 1):
                    file.write(vcard(customer_detail(session, customer_id)))
                    progress.report(done, len(customer_ids))
            return len(customer_ids)

        self._save(write, FileKind.CONTACT, translate("Exporting", "Contact"))

    def save_package(self) -> None:
        """Ask where to, and write everything the shop has there."""

        def write(path: Path, progress: Progress) -> int:
            from ecrm_desktop.archive.writing import write_package  # noqa: PLC0415 - only if asked

            database = self._ui.background.database
            return write_package(database, path, report_progress=progress.report)

        self._save(write, FileKind.PACKAGE, self._ui.shop.name, label(ExportFormat.ZIP))

    def _save(
        self,
        write: Callable[[Path, Progress], int],
        kind: FileKind,
        title: str,
        subject: str = "",
    ) -> None:
        if not self._ui.require_permission(Permission.EXPORT):
            return
        # Of all separators only these leave a date behind a Persian word in its order.
        today = to_latin_digits(self._ui.display.date(self._ui.today())).replace("/", ".")
        name = _NOT_IN_NAMES.sub(" ", f"{title} {today}")
        folder = Path(self._ui.settings.get(LAST_FOLDER) or Path.home())
        path = self._choose_file(self._window, folder / f"{name}.{kind.value}", kind)
        if path is None:
            return
        self._ui.settings.set(LAST_FOLDER, str(path.parent))
        self._run(
            translate("Exporting", "Writing “{title}”…", title=title),
            lambda progress: write(path, progress),
            lambda _rows: self._written(path),
            lambda rows: self._record(subject or title, ExportFormat(kind.value), rows),
        )

    def print_report(self, build: Build, *, title: str, total: int = 0) -> None:
        """Show the report's pages, to be printed from there."""
        if not self._ui.require_permission(Permission.EXPORT):
            return
        self._run(
            translate("Exporting", "Laying out “{title}”…", title=title),
            lambda progress: self._lay_out(build, progress, total),
            lambda laid_out: self._preview(title, *laid_out),
            leaves_nothing=True,
        )

    def _build_list(self, export: ListExport, session: Session) -> Report:
        from ecrm_desktop.reports.listing import build_list_report  # noqa: PLC0415 - only if asked

        return build_list_report(
            export.title,
            export.columns,
            export.ids,
            lambda ids: export.read_rows(session, ids),
            self._ui.display,
            shop_name=self._ui.shop.name,
            filter_text=export.filter_text,
        )

    def _write(
        self, build: Build, path: Path, kind: FileKind, progress: Progress, total: int
    ) -> int:
        # reportlab and openpyxl take a quarter of a second each to import.
        from ecrm_desktop.reports.csv_file import write_csv  # noqa: PLC0415
        from ecrm_desktop.reports.excel import write_excel  # noqa: PLC0415
        from ecrm_desktop.reports.pdf import write_pdf  # noqa: PLC0415
        from ecrm_desktop.storage.unfinished_files import replacing  # noqa: PLC0415

        write = {FileKind.PDF: write_pdf, FileKind.CSV: write_csv}.get(kind, write_excel)
        with replacing(path) as part:
            with self._ui.background.database.reading() as session, part.open("wb") as file:
                rows = write(
                    build(session), file, report_rows=lambda rows: progress.report(rows, total)
                )
            # Who stops the work at the last moment keeps the file that was there before.
            progress.report(total, total)
        return rows

    def _lay_out(self, build: Build, progress: Progress, total: int) -> tuple[bytes, int]:
        from ecrm_desktop.reports.pdf import write_pdf  # noqa: PLC0415 - as above

        content = BytesIO()
        with self._ui.background.database.reading() as session:
            rows = write_pdf(
                build(session), content, report_rows=lambda rows: progress.report(rows, total)
            )
        return content.getvalue(), rows

    def _record(self, title: str, file_format: ExportFormat, rows: int) -> None:
        """Write down in the audit trail what was taken out, as soon as nobody else writes.

        Where nothing can be written it leaves no trace, as copying the file would.
        """
        background, by = self._ui.background, self._ui.user.id
        if background.database.is_read_only:
            return
        with background.database.capture.working_for(by):
            background.write(
                partial(
                    record_export,
                    subject=title,
                    file_format=file_format,
                    rows=rows or None,
                    user_id=by,
                ),
                owner=background,
            )

    def _run(
        self,
        text: str,
        task: Callable[[Progress], Any],
        done: Callable[[Any], None],
        record: Callable[[Any], None] | None = None,
        *,
        leaves_nothing: bool = False,
    ) -> None:
        def work(progress: Progress) -> Any:
            require_permission_to_read(self._ui.background.database, Permission.EXPORT)
            return task(progress)

        run = ExportRun(self, self._ui, self._tray, work, leaves_nothing=leaves_nothing)
        run.begin(text, done, record)

    def _written(self, path: Path) -> None:
        self._ui.messenger.offer(
            translate("Exporting", "“{name}” was saved.", name=f"\u2068{path.name}\u2069"),
            translate("Exporting", "Open"),
            lambda: open_file(path),
        )

    def _preview(self, title: str, content: bytes, rows: int) -> None:
        # Qt's printing and PDFium, which only who prints needs.
        from ecrm_desktop.ui.pdf_pages import PdfPages  # noqa: PLC0415
        from ecrm_desktop.ui.printing import PrintPreview  # noqa: PLC0415

        pages = PdfPages(content)
        preview = PrintPreview(self._window, self._ui.display, title=title, pages=pages)
        preview.print_asked.connect(lambda: self._print(title, pages, preview, rows))
        preview.closed.connect(pages.close)
        preview.open()

    def _print(self, title: str, pages: "PdfPages", preview: "PrintPreview", rows: int) -> None:
        from ecrm_desktop.ui.printing import ask_for_printer, print_pages  # noqa: PLC0415

        printer = (self._choose_printer or ask_for_printer)(self._window, title, pages)
        if printer is None:
            return
        preview.closed.disconnect(pages.close)  # the printer needs them still
        preview.close_overlay()

        def done(printed: "Printed") -> None:
            pages.close()
            self._say_printed(printed)

        def record(printed: "Printed") -> None:
            if printed.ended_by is None:
                self._record(title, ExportFormat.PAPER, rows)
            else:
                subject = translate(
                    "Exporting",
                    "{title} (stopped after page {pages} of {total})",
                    title=title,
                    **self._counted(printed),
                )
                self._record(subject, ExportFormat.PAPER, 0)

        self._run(
            translate("Exporting", "Printing “{title}”…", title=title),
            lambda progress: print_pages(printer, pages, progress.report),
            done,
            record,
        )

    def _say_printed(self, printed: "Printed") -> None:
        messenger, error = self._ui.messenger, printed.ended_by
        if error is None:
            messenger.inform(translate("Exporting", "The pages are with the printer."))
        elif isinstance(error, Cancelled):
            messenger.inform(
                translate(
                    "Exporting",
                    "Stopped. {pages} of {total} pages were with the printer already; look there"
                    " for what was printed.",
                    **self._counted(printed),
                )
            )
        else:
            messenger.show_error(error)

    def _counted(self, printed: "Printed") -> dict[str, str]:
        number = self._ui.display.number
        return {"pages": number(printed.pages), "total": number(printed.total)}


def build_export(ui: UiContext, export: ReportExport, session: Session) -> Report:
    """Work out the report that somebody asked for."""
    from ecrm_desktop.reports.catalogue import build_report  # noqa: PLC0415 - only if asked

    return build_report(
        export.name,
        session,
        ui.display,
        shop_name=ui.shop.name,
        period=export.period,
        customer_id=export.customer_id,
        sales_by=export.sales_by,
        with_sums=ui.may(Permission.SEE_SUMS),
    )
