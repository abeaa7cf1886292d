"""Ten thousand customers as PDF and Excel, beside reportlab and openpyxl by themselves."""

import datetime as dt
import io
import random
import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

from ecrm_desktop.locations import bundled
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.excel_values import AS_TEXT, sheet_columns
from ecrm_desktop.reports.layout import Column, ColumnKind, Report, Table, text_writer
from ecrm_desktop.reports.pdf import write_pdf
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency

_ROWS = 10_000
_TRIES = 3
_FIRST = ("مریم", "علی‌رضا", "حسین", "زهرا", "پرستو", "محمدرضا", "نیلوفر", "امیرحسین", "ژاله")
_LAST = ("احمدی", "رضایی", "پورمحمدی", "حسینی‌نژاد", "گل‌محمدی", "چاوشی", "اکبری", "موسوی")
_CITIES = ("تهران", "اصفهان", "شیراز", "مشهد", "تبریز", "کرج", "رشت")
_STREETS = ("ولیعصر", "انقلاب", "آزادی", "شهید بهشتی", "امام خمینی", "سعدی", "حافظ")
_COLUMNS = (
    Column("کد اشتراک", ColumnKind.CODE),
    Column("نام و نام خانوادگی", weight=2),
    Column("تلفن همراه", ColumnKind.PHONE),
    Column("شهر"),
    Column("نشانی", weight=3),
    Column("عضویت", ColumnKind.DATE),
    Column("خریدها", ColumnKind.NUMBER, total=True),
    Column("جمع خرید", ColumnKind.MONEY, total=True),
    Column("آخرین تماس", ColumnKind.DATETIME),
)
Row = tuple[str, str, str, str, str, dt.date, int, int, dt.datetime]


def measure() -> list[tuple[str, float, float, float]]:
    """Return name, our seconds, the library's own seconds and the largest ratio allowed."""
    report = _report(_rows())
    pdf = _compare(lambda: write_pdf(report, io.BytesIO()), _plain_pdf(report))
    excel = _compare(lambda: write_excel(report, io.BytesIO()), _plain_excel(report))
    return [
        (f"PDF of {_ROWS:,} customers / left-to-right reportlab table", *pdf, 2.0),
        (f"Excel of {_ROWS:,} customers / openpyxl write-only, same cells", *excel, 0.5),
    ]


def _compare(ours: Callable[[], object], plain: Callable[[], object]) -> tuple[float, float]:
    """Return the best times of both, tried in turn so that a busy machine hinders both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_TRIES):
        for work, taken in zip((ours, plain), times, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return min(times[0]), min(times[1])


def _rows() -> list[Row]:
    chance = random.Random(7)
    now = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
    return [
        (
            str(10_000 + number),
            f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
            f"+98912{chance.randrange(10**7):07}",
            chance.choice(_CITIES),
            f"خیابان {chance.choice(_STREETS)}، کوچهٔ {number % 40}، پلاک {number % 230}",
            dt.date(2024, 3, 20) + dt.timedelta(days=chance.randrange(900)),
            chance.randrange(60),
            chance.randrange(10**6, 10**9) * 10,
            now - dt.timedelta(minutes=chance.randrange(10**6)),
        )
        for number in range(_ROWS)
    ]


def _report(rows: list[Row]) -> Report:
    return Report(
        title="گزارش مشتریان",
        shop_name="فروشگاه نیلوفر",
        period_text="",
        generated_at=dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC),
        sections=(Table("", _COLUMNS, rows),),
        display=Display("fa", currency("IRR"), MoneyUnit.TOMAN, "jalali", ZoneInfo("Asia/Tehran")),
    )


def _plain_pdf(report: Report) -> Callable[[], None]:
    """Return reportlab's work: the same texts, ready made, unshaped, in columns of given widths."""
    [table] = report.sections
    assert isinstance(table, Table)
    registerFont(TTFont("Plain", str(bundled("resources", "fonts", "Vazirmatn-Regular.ttf"))))
    writers = [text_writer(column.kind, report.display) for column in table.columns]
    data = [[write(v) for write, v in zip(writers, row, strict=True)] for row in table.rows]
    data.insert(0, [column.title for column in table.columns])
    style = TableStyle([("FONT", (0, 0), (-1, -1), "Plain", 8)])
    widths = [landscape(A4)[0] / len(writers) - 10] * len(writers)

    def build() -> None:
        document = SimpleDocTemplate(io.BytesIO(), pagesize=landscape(A4))
        document.build([LongTable(data, colWidths=widths, repeatRows=1, style=style)])

    return build


def _plain_excel(report: Report) -> Callable[[], None]:
    """Return openpyxl's work: the same contents and styles, ready made."""
    [table] = report.sections
    assert isinstance(table, Table)
    columns = sheet_columns([(c.title, c.kind) for c in table.columns], report.display)
    data = []
    for row in table.rows:
        contents = [column.convert(row[column.source]) for column in columns]
        data.append(
            [
                (content, column.choose(content))
                for column, content in zip(columns, contents, strict=True)
            ]
        )

    def build() -> None:
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        right = Alignment(horizontal="right")
        for row in data:
            cells = []
            for content, number_format in row:
                cell = content
                if number_format:
                    cell = WriteOnlyCell(sheet, content)
                    cell.number_format = number_format
                    if number_format == AS_TEXT:
                        cell.alignment = right
                cells.append(cell)
            sheet.append(cells)
        book.save(io.BytesIO())

    return build


def main() -> None:
    """Print a row for each measurement."""
    for name, ours, floor, limit in measure():
        print(f"{name}: {ours:.2f} s / {floor:.2f} s = {ours / floor:.2f} (at most {limit})")  # noqa: T201


if __name__ == "__main__":
    main()
