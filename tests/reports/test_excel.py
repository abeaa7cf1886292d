import datetime as dt
import errno
import gc
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, LineChart
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ecrm_desktop import xlsx
from ecrm_desktop.errors import Cancelled, FileError, Problem
from ecrm_desktop.i18n import set_language
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.layout import (
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Fact,
    Facts,
    Paragraph,
    Section,
    Table,
)
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency
from tests.helpers.reports import ENGLISH, PERSIAN, TEHRAN, a_report

NAME = Column("نام")
MONEY = Column("مبلغ", ColumnKind.MONEY, total=True)
MOMENT = dt.datetime(2026, 11, 21, 11, 0, tzinfo=dt.UTC)
HEADER = 4


def book(*sections: Section, display: Display = PERSIAN, title: str = "گزارش") -> Workbook:
    file = io.BytesIO()
    write_excel(a_report(*sections, display=display, title=title), file)
    return openpyxl.load_workbook(file)


def only_sheet(*sections: Section, display: Display = PERSIAN) -> Worksheet:
    [sheet] = book(*sections, display=display).worksheets
    return sheet


def people(count: int) -> Iterator[tuple[str, int]]:
    for number in range(1, count + 1):
        yield f"مشتری {number}", 12_500_000


def one_cell(kind: ColumnKind, value: object, display: Display = PERSIAN) -> tuple[object, str]:
    """Return the last cell of the only row of a table with one column, and its format."""
    sheet = only_sheet(Table("", (Column("ستون", kind),), [(value,)]), display=display)
    cell = sheet.cell(HEADER + 1, sheet.max_column)
    return cell.value, cell.number_format


def test_sheet_is_ready_for_work() -> None:
    sheet = only_sheet(Table("", (NAME, MONEY), people(3)))
    assert sheet.title == "گزارش"
    assert sheet["A1"].value == "گزارش"
    assert sheet["A2"].value == "فروشگاه نیلوفر"
    assert [cell.value for cell in sheet[HEADER]] == ["نام", "مبلغ (تومان)"]
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:B7"  # not the totals
    assert sheet.print_title_rows == "$4:$4"


@pytest.mark.parametrize(
    ("display", "names"),
    [(PERSIAN, ["خلاصه", "مشتریان", "خریدها"]), (ENGLISH, ["Summary", "مشتریان", "خریدها"])],
)
def test_a_file_opens_at_the_rows_of_its_first_table(display: Display, names: list[str]) -> None:
    set_language(display.language)
    tables = [Table(title, (NAME, MONEY), people(3)) for title in ("مشتریان", "خریدها")]
    opened = book(Paragraph("متن"), *tables, display=display, title="مشتریان")
    assert opened.sheetnames == names
    assert opened.active is not None
    assert opened.active.title == "مشتریان"
    for sheet in opened.worksheets:
        assert bool(sheet.sheet_view.tabSelected) is (sheet is opened.active)
        if sheet.title != names[0]:
            assert sheet.freeze_panes == "A5"
            assert [(one.activeCell, one.sqref) for one in sheet.sheet_view.selection] == [
                ("A5", "A5")
            ]


def test_a_report_without_tables_has_a_sheet_of_its_own_name() -> None:
    assert book(Paragraph("متن")).sheetnames == ["گزارش"]


def test_english_sheet_runs_from_left_to_right() -> None:
    set_language("en")
    columns = (Column("Name"), Column("Since", ColumnKind.DATE))
    sheet = only_sheet(Table("", columns, [("Ali", MOMENT.date())]), display=ENGLISH)
    assert not sheet.sheet_view.rightToLeft
    assert [cell.value for cell in sheet[HEADER]] == ["Name", "Since"]


def test_all_rows_are_there_and_added_up() -> None:
    sheet = only_sheet(Table("", (NAME, MONEY), people(300)))
    rows = list(sheet.iter_rows(min_row=HEADER + 1, values_only=True))
    assert rows[:-1] == [(f"مشتری {number}", 1_250_000) for number in range(1, 301)]
    assert rows[-1] == ("جمع", 375_000_000)


def test_given_totals_stand_in_place_of_the_sums() -> None:
    sheet = only_sheet(Table("", (NAME, MONEY), people(2), totals=("میانگین", 777_770)))
    assert [cell.value for cell in sheet[HEADER + 3]] == ["میانگین", 77_777]


@pytest.mark.parametrize(
    ("kind", "value", "written", "number_format"),
    [
        (ColumnKind.NUMBER, 1234, 1234, "#,##0"),
        (ColumnKind.NUMBER, 0.5, 0.5, "#,##0.###"),
        (ColumnKind.MONEY, 12_500_000, 1_250_000, "#,##0"),
        (ColumnKind.MONEY, -12_505, -1250.5, "#,##0.###"),
        (ColumnKind.MONEY, 10**15, 10**14, "#,##0"),
        (ColumnKind.QUANTITY, 1500, 1.5, "#,##0.###"),
        (ColumnKind.QUANTITY, 2000, 2, "#,##0"),
        (ColumnKind.PERCENT, 0.25, 0.25, "0%"),
        (ColumnKind.PERCENT, 0.256, 0.256, "0.0%"),
        (ColumnKind.PHONE, "+989123456789", "09123456789", "@"),
        (ColumnKind.PHONE, "+442079460958", "+442079460958", "@"),
        (ColumnKind.CODE, "0012345678", "0012345678", "@"),
        (ColumnKind.DATE, MOMENT.date(), dt.datetime(2026, 11, 21), "yyyy/mm/dd"),  # noqa: DTZ001
        (ColumnKind.DATE, dt.date(1890, 1, 2), "1890-01-02", "General"),
        (
            ColumnKind.DATETIME,
            MOMENT,
            dt.datetime(2026, 11, 21, 14, 30),  # noqa: DTZ001 - Excel has no zones
            "yyyy/mm/dd hh:mm",
        ),
        (ColumnKind.TEXT, None, None, "General"),
        (ColumnKind.MONEY, None, None, "General"),
    ],
)
def test_values_are_excels_own(
    kind: ColumnKind, value: object, written: object, number_format: str
) -> None:
    assert one_cell(kind, value) == (written, number_format)


def test_cents_are_always_shown() -> None:
    assert one_cell(ColumnKind.MONEY, 1250, ENGLISH) == (12.5, "#,##0.00")
    assert one_cell(ColumnKind.MONEY, 1200, ENGLISH) == (12, "#,##0.00")


def test_rials_are_whole() -> None:
    display = Display("fa", currency("IRR"), MoneyUnit.RIAL, "jalali", TEHRAN)
    assert one_cell(ColumnKind.MONEY, 12_505, display) == (12_505, "#,##0")


def test_a_jalali_text_stands_beside_each_date() -> None:
    columns = (Column("روز", ColumnKind.DATE), Column("زمان", ColumnKind.DATETIME))
    sheet = only_sheet(Table("", columns, [(MOMENT.date(), MOMENT)]))
    header, row = sheet.iter_rows(min_row=HEADER, values_only=True)
    assert header == ("روز", "روز (میلادی)", "زمان", "زمان (میلادی)")
    assert (row[0], row[2]) == ("۱۴۰۵/۰۸/۳۰", "۱۴۰۵/۰۸/۳۰ ۱۴:۳۰")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_never_becomes_a_formula(start: str) -> None:
    typed = start + "HYPERLINK(1)"
    columns = (Column(typed), Column("کد", ColumnKind.CODE))
    sheets = book(
        Facts(typed, [Fact(typed, typed)]), Table(typed, columns, [(typed, typed)]), title=typed
    ).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if cell.value and "HYPERLINK" in str(cell.value)]
    assert len(found) == 8
    assert {cell.data_type for cell in found} == {"s"}
    # Neither when somebody edits the cell.
    assert all(cell.quotePrefix or cell.number_format == "@" for cell in found)


def test_error_words_of_excel_stay_text() -> None:
    sheet = only_sheet(Table("", (NAME,), [("#REF!",)]))
    assert (sheet["A5"].value, sheet["A5"].data_type) == ("#REF!", "s")


def test_signs_that_a_file_cannot_hold_are_left_out() -> None:
    typed = "علی\x00\x0b \ud800\uffff\u2066رضا\u2069\n<b>&amp;</b>" + "ا" * 40_000
    sheet = only_sheet(Table("", (NAME,), [(typed,)]))
    written = str(sheet["A5"].value)
    assert written.startswith("علی رضا\n<b>&amp;</b>ا")
    assert len(written) == 32_767


def test_numbers_and_names_can_be_read_without_widening() -> None:
    table = Table("", (NAME, MONEY), [("نامی که کمی دراز است", 10**15)])
    sheet = only_sheet(table)
    assert sheet.column_dimensions["A"].width >= 20
    assert sheet.column_dimensions["B"].width >= len("100,000,000,000,000")
    assert only_sheet(Table("", (NAME,), [("ن" * 900,)])).column_dimensions["A"].width <= 60


def test_all_cells_have_a_font_with_persian_letters() -> None:
    sheet = only_sheet(Table("", (NAME, MONEY), people(1)))
    assert {cell.font.name for row in sheet.iter_rows() for cell in row} == {"Tahoma"}


def test_sheets_have_names_that_excel_allows() -> None:
    table = Table("فروش [۱]: برند/کالا * \\ ?" + "د" * 40, (NAME,), [])
    names = book(Table("'", (NAME,), []), table, table, table).sheetnames
    assert len({name.casefold() for name in names}) == 4
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")


def test_rows_beyond_the_end_of_a_sheet_go_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LAST_ROW", 10)
    sheets = book(Table("فروش", (NAME, MONEY), people(12))).worksheets
    assert [sheet.title for sheet in sheets] == ["فروش", "فروش 2", "فروش 3"]
    assert all(sheet.max_row <= 10 for sheet in sheets)
    assert all(sheet.cell(HEADER, 1).value == "نام" for sheet in sheets)
    rows = [row for sheet in sheets for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert [name for name, _ in rows] == [f"مشتری {n}" for n in range(1, 13)] + ["جمع"]
    assert rows[-1] == ("جمع", 15_000_000)


def test_facts_and_text_come_first_with_real_values() -> None:
    facts = (
        Fact("نام", "مریم احمدی"),
        Fact("جمع خرید", 12_500_000, ColumnKind.MONEY),
        Fact("تولد", dt.date(1990, 5, 3), ColumnKind.DATE),
        Fact("شغل", None),
    )
    first, second = book(
        Table("خریدها", (NAME,), []), Facts("مشخصات", facts), Paragraph("یک\nدو")
    ).worksheets
    assert first.title == "خلاصه"
    assert first["A1"].value == "گزارش"
    assert second.title == "خریدها"
    rows = [row[:2] for row in first.iter_rows(min_row=4, values_only=True) if row[0]]
    assert rows == [
        ("مشخصات", None),
        ("نام", "مریم احمدی"),
        ("جمع خرید (تومان)", 1_250_000),
        ("تولد", "۱۳۶۹/۰۲/۱۳"),
        ("تولد (میلادی)", dt.datetime(1990, 5, 3)),  # noqa: DTZ001 - a day
        ("شغل", None),
        ("یک", None),
        ("دو", None),
    ]


def test_charts_are_excels_own_and_read_from_their_cells() -> None:
    sheet = only_sheet(
        Chart("فروش", ChartKind.BAR, ("مهر", "آبان"), (10_000, 25_005), ColumnKind.MONEY),
        Chart("مشتری تازه", ChartKind.LINE, ("مهر", "آبان"), (3, None)),
    )
    bar, line = sheet._charts  # type: ignore[attr-defined]  # noqa: SLF001 - openpyxl's
    assert isinstance(bar, BarChart)
    assert isinstance(line, LineChart)
    [series] = bar.series
    assert series.val.numRef.f == "'گزارش'!$B$5:$B$6"
    assert [cell.value for cell in sheet["A"][4:6]] == ["مهر", "آبان"]
    assert [cell.value for cell in sheet["B"][4:6]] == [1000, 2500.5]
    assert bar.x_axis.scaling.orientation == "maxMin"  # the first month at the right


def test_report_without_anything_is_still_a_file() -> None:
    assert only_sheet()["A1"].value == "گزارش"
    assert only_sheet(Chart("فروش", ChartKind.BAR, (), ()))["A4"].value == "فروش"


def test_rows_are_read_as_they_are_written(tmp_path: Path) -> None:
    read = 0
    told: list[tuple[int, int]] = []

    def rows() -> Iterator[tuple[str, int]]:
        nonlocal read
        for row in people(1000):
            read += 1
            yield row

    report = a_report(Table("", (NAME, MONEY), rows()))
    write_excel(report, io.BytesIO(), report_rows=lambda done: told.append((done, read)))
    assert [done for done, _ in told] == [200, 400, 600, 800, 1000]
    assert told[1][1] == 400


def test_cancelling_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    path = tmp_path / "گزارش.xlsx"
    path.write_bytes(b"old")
    report = a_report(Facts("", []), Table("", (NAME, MONEY), people(900)))
    with pytest.raises(Cancelled):
        write_excel(report, path, cancelled=lambda: True)
    assert path.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == sorted([path, scratch])
    assert list(scratch.iterdir()) == []


def test_a_full_disk_is_named_and_leaves_nothing_to_fail_later(tmp_path: Path) -> None:
    class FullDisk(io.BytesIO):
        def write(self, data: Any, /) -> int:
            if self.tell() > 500:
                raise OSError(errno.ENOSPC, "")
            return super().write(data)

    failed: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "unraisablehook", failed.append)
        full = FullDisk()
        with pytest.raises(OSError, match="28"):
            write_excel(a_report(), full)
        full.close()
        gc.collect()
    assert failed == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        write_excel(a_report(), tmp_path / "nowhere" / "x.xlsx")
    assert caught.value.problem is Problem.FILE_NOT_WRITABLE


def test_file_names_the_report(tmp_path: Path) -> None:
    path = tmp_path / "گزارش.xlsx"
    write_excel(a_report(Table("", (NAME,), [])), path)
    with zipfile.ZipFile(path) as archive:
        properties = archive.read("docProps/core.xml").decode("utf-8")
    assert "گزارش" in properties
    assert "فروشگاه نیلوفر" in properties
