"""Writes a report as a PDF: A4, right to left in Persian, with its own font."""

from pathlib import Path
from typing import IO

from ecrm_desktop.i18n import RIGHT_TO_LEFT
from ecrm_desktop.reports.layout import Chart, Facts, Groups, Paragraph, Report, Table
from ecrm_desktop.reports.output import IsCancelled, Pace, ReportRows
from ecrm_desktop.reports.pdf_chart import draw_chart
from ecrm_desktop.reports.pdf_facts import draw_facts, draw_paragraph
from ecrm_desktop.reports.pdf_flow import MARGIN, Flow
from ecrm_desktop.reports.pdf_groups import draw_groups
from ecrm_desktop.reports.pdf_page import A4, PdfFile
from ecrm_desktop.reports.pdf_table import PdfTable
from ecrm_desktop.reports.persian import TextSetter
from ecrm_desktop.storage.unfinished_files import replacing


def write_pdf(
    report: Report,
    path_or_file: Path | IO[bytes],
    *,
    report_rows: ReportRows | None = None,
    cancelled: IsCancelled | None = None,
) -> int:
    """Write a report to a path, whole or not at all, or to an open binary file; return the rows.

    `report_rows` is told the number of table rows written so far; as soon as `cancelled` answers
    True, Cancelled is raised. Raises FileError FILE_NOT_WRITABLE (path) or DISK_FULL for a path.
    """
    pace = Pace(report_rows, cancelled)
    if isinstance(path_or_file, Path):
        with replacing(path_or_file) as part, part.open("wb") as file:
            _write(report, file, pace)
    else:
        _write(report, path_or_file, pace)
    return pace.rows


def _write(report: Report, file: IO[bytes], pace: Pace) -> None:
    language = report.display.language
    rtl = language in RIGHT_TO_LEFT
    pdf = PdfFile(title=report.title, author=report.shop_name, language=language, rtl=rtl)
    measure = TextSetter(pdf.bold, rtl=rtl)
    sections = [
        PdfTable(section, report.display, measure) if isinstance(section, Table) else section
        for section in report.sections
    ]
    tables = [section for section in sections if isinstance(section, PdfTable)]
    narrow, wide = A4
    landscape = any(table.wanted_width > narrow - 2 * MARGIN for table in tables)
    flow = Flow(pdf, (wide, narrow) if landscape else (narrow, wide), report, pace)
    for section in sections:
        match section:
            case PdfTable():
                section.draw(flow)
            case Facts():
                draw_facts(flow, section)
            case Chart():
                draw_chart(flow, section)
            case Paragraph():
                draw_paragraph(flow, section)
            case Groups():
                draw_groups(flow, section)
    flow.finish()
    pdf.write(file)
