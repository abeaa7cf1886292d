"""Excel files are read as Excel shows them: any sheet, any header, every kind of cell."""

import datetime as dt
from functools import partialmethod
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from ecrm_desktop.errors import Problem
from ecrm_desktop.exchange import xlsx_rows
from ecrm_desktop.exchange.sheets import EDGES
from ecrm_desktop.exchange.tables import Cell, FileKind, Row, open_tables
from ecrm_desktop.exchange.xlsx_package import Package
from tests.helpers.tables import problem_of, read_sheet, read_sheets
from tests.helpers.workbooks import MAIN, parts, sheet_xml, text_cell, workbook, zipped

EVERY_KIND = (
    '<row r="1">'
    + "".join(text_cell(f"{letter}1", f"ستون {letter}") for letter in "ABCDEFGHIJKL")
    + "</row>"
    '<row r="2">'
    + text_cell("A2", " علی‌رضا &amp; &#x067E;ری ")
    + text_cell("B2", "007")
    + '<c r="C2"><v>9123456789</v></c>'
    '<c r="D2"><v>12.5</v></c>'
    '<c r="E2" s="1"><v>44000</v></c>'
    '<c r="F2" s="2"><v>44000.75</v></c>'
    '<c r="G2" s="3"><v>0.5</v></c>'
    '<c r="H2" t="b"><v>1</v></c>'
    '<c r="I2" t="e"><v>#N/A</v></c>'
    '<c r="J2" t="str"><f>A1&amp;B1</f><v>0912</v></c>'
    '<c r="K2"><f>1+1</f><v>2</v></c>'
    '<c r="L2" t="d"><v>2026-11-21</v></c>'
    "</row>"
)


def test_every_kind_of_cell(tmp_path: Path) -> None:
    header, rows = read_sheet(workbook(tmp_path / "a.xlsx", EVERY_KIND, formats="14 22 20"))
    assert header[:2] == ("ستون A", "ستون B")
    day = dt.date(2020, 6, 18)
    expected: list[Cell] = ["علی‌رضا & پری", "007", 9123456789, 12.5, day]
    expected += [dt.datetime(2020, 6, 18, 18, 0), dt.time(12, 0), True, None, "0912", 2]  # noqa: DTZ001 - Excel knows no zones
    assert rows == [(*expected, dt.date(2026, 11, 21))]
    assert [type(cell) for cell in rows[0][2:4]] == [int, float]
    assert rows[0][7] is True


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>44000</v></c></row>'
    path = workbook(
        tmp_path / "a.xlsx", rows, formats="14", properties='<workbookPr date1904="1"/>'
    )
    assert read_sheet(path)[1] == [(dt.date(2024, 6, 19),)]


def test_newer_versions_of_excel_say_1904_and_then_something_else(tmp_path: Path) -> None:
    """They write a second element of that name for themselves, which knows nothing of days."""
    other = 'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"'
    path = workbook(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" s="1"><v>44000</v></c><c r="B1"><v>43548</v></c></row>',
        formats="14",
        properties='<workbookPr date1904="true"/>'
        f'<extLst><ext {other}><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
    )
    [(sheet, rows)] = read_sheets(path)
    assert rows[0].cells == (dt.date(2024, 6, 19), 43548)
    assert sheet.from_1904


def test_titles_below_merged_cells_keep_both(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("ردیف", "مشتری", None, "معرف", None, "مبلغ"),
        (None, "نام", "موبایل", "نام", "موبایل", None),
        (1, "علی رضایی", "09123456701", "حسن", "09120000001", 1200),
        (2, "مینا احمدی", "09123456702", "رضا", "09120000002", 300),
    ):
        sheet.append(row)
    for merged in ("B1:C1", "D1:E1", "A1:A2", "F1:F2"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "a.xlsx")
    header, rows = read_sheet(tmp_path / "a.xlsx")
    assert header == (
        "ردیف", "مشتری / نام", "مشتری / موبایل", "معرف / نام", "معرف / موبایل", "مبلغ",
    )  # fmt: skip
    assert [row[0] for row in rows] == [1, 2]


def test_shared_strings_with_fonts_inside_and_readings_beside(tmp_path: Path) -> None:
    strings = (
        "<si><t>نام</t></si><si><t>عدد</t></si>"
        '<si><r><t>مر</t></r><r><rPr><b/></rPr><t xml:space="preserve">یم </t></r></si>'
        "<si><t>東</t><rPh><t>ひがし</t></rPh></si>"
    )
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><v>2</v></c></row>'
    )
    path = workbook(tmp_path / "a.xlsx", rows, strings=strings)
    assert read_sheet(path) == (("نام", "عدد"), [("مریم", 1), ("東", 2)])


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=9),
        max_size=40,
    ),
    st.lists(st.integers(0, 39), min_size=1),
    st.integers(40, 400),
)
def test_shared_strings_of_any_kind_and_order(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], numbers: list[int], size: int
) -> None:
    texts += [f"متن {n}" for n in range(40 - len(texts))]
    forms = (
        "<si><t>{}</t></si>",
        '<si><t xml:space="preserve">{}</t></si>',
        "<si><r><t>{}</t></r></si>",
    )
    strings = "".join(forms[n % 3].format(escape(text)) for n, text in enumerate(texts))
    cells = ('<row><c t="s"><v>{}</v></c></row>', "<row><c t='s' s='0'>\n<v>{}</v></c></row>")
    rows = "".join(cells[n % 2].format(number) for n, number in enumerate(numbers))
    rows = "<row><c><v>0</v></c></row>" + rows  # data from the first row on: no header
    path = workbook(tmp_path_factory.mktemp("strings") / "a.xlsx", rows, strings=strings)
    expected = [texts[number].strip(EDGES) for number in numbers]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Package, "strings", partialmethod(Package.strings, size))
        [(_, found)] = read_sheets(path)
    assert [(row.number, *row.cells) for row in found[1:]] == [
        (n, text) for n, text in enumerate(expected, 2) if text
    ]


def test_the_header_is_found_below_merged_titles(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["فهرست مشتریان فروشگاه نمونه"])
    page.merge_cells("A1:D1")
    page.append(["تا تاریخ", dt.date(2026, 11, 21)])
    page.append([])
    page.append(["مشخصات", None, "تماس", None])
    page.append(["ردیف", "نام", "موبایل", "شهر"])
    for number in range(1, 30):
        page.append([number, f"مشتری {number}", f"0912000{number:04}", "تهران"])
    page.append(["جمع", 29])
    book.save(tmp_path / "a.xlsx")
    [(sheet, rows)] = read_sheets(tmp_path / "a.xlsx")
    assert (sheet.header, sheet.header_row) == (("ردیف", "نام", "موبایل", "شهر"), 5)
    assert rows[0] == Row(6, (1, "مشتری 1", "09120000001", "تهران"))
    assert len(rows) == 29
    assert sheet.row_count is not None
    assert abs(sheet.row_count - 29) <= 1


def test_sheets_in_order_without_empty_ones_and_hidden_ones_last(tmp_path: Path) -> None:
    one = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    styled_only = sheet_xml('<row r="1"><c r="A1" s="1"/></row>')
    no_rows = f"<worksheet {MAIN}><sheetData/></worksheet>"
    sheets = {
        "پنهان": one,
        "خالی": no_rows,
        "دوم": one,
        "رنگ": styled_only,
        "محرمانه": one,
        "سوم": one,
    }
    path = zipped(
        tmp_path / "a.xlsx",
        parts(sheets, formats="14", states={"پنهان": "hidden", "محرمانه": "veryHidden"}),
    )
    with open_tables(path) as tables:
        assert tables.kind is FileKind.XLSX
        assert [sheet.name for sheet in tables.sheets] == ["دوم", "سوم", "پنهان", "محرمانه"]


def test_empty_rows_and_columns_are_not_of_the_table(tmp_path: Path) -> None:
    rows = (
        '<row r="3">' + text_cell("C3", "نام") + text_cell("D3", "عدد") + '<c r="Z3" s="1"/></row>'
        '<row r="4"/>'
        '<row r="9">'
        + text_cell("C9", "علی")
        + '<c r="D9"><v>5</v></c>'
        + text_cell("F9", " ")
        + "</row>"
        '<row r="1048576"><c r="A1048576" s="1"/></row>'
    )
    [(sheet, found)] = read_sheets(workbook(tmp_path / "a.xlsx", rows, formats="14"))
    assert (sheet.header, sheet.header_row, sheet.width) == (("", "", "نام", "عدد"), 3, 4)
    assert found == [Row(9, (None, None, "علی", 5))]


def test_rows_and_cells_need_not_say_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_rows, "PORTION", 5000)
    rows = "".join(
        f"<row><c t='inlineStr'><is><t>n{n}</t></is></c><c><v>{n}</v></c></row>" for n in range(900)
    )
    [(sheet, found)] = read_sheets(workbook(tmp_path / "a.xlsx", rows))
    assert sheet.header == ()
    assert found == [Row(n + 1, (f"n{n}", n)) for n in range(900)]


def test_tags_may_have_a_prefix_and_paths_any_form(tmp_path: Path) -> None:
    xml = (
        '<?xml version="1.0"?>\n<x:worksheet xmlns:x="urn:x"><x:dimension ref="A1"/><x:sheetData>'
        '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    files = parts({"s": xml})
    files["xl\\worksheets\\SHEET1.xml"] = files.pop("xl/worksheets/sheet1.xml")
    assert read_sheet(zipped(tmp_path / "a.xlsx", files)) == ((), [(7,)])


def test_portions_join_without_a_seam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(
        f'<row r="{n}" spans="1:3">'
        + text_cell(f"B{n}", f"متن {n}")
        + f'<c r="C{n}"><v>{n}</v></c></row>'
        for n in range(3, 4000, 3)
    )
    path = workbook(tmp_path / "a.xlsx", rows)
    monkeypatch.setattr(xlsx_rows, "PORTION", 5000)
    [(_, found)] = read_sheets(path)
    assert found == [Row(n, (None, f"متن {n}", n)) for n in range(3, 4000, 3)]


def test_cells_far_apart_take_no_room_between(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="ZZ{n}"><v>1</v></c></row>'
        for n in (1, 500_000, 500_001, 1_048_576)
    )
    [(sheet, found)] = read_sheets(workbook(tmp_path / "a.xlsx", rows))
    assert sheet.width == 702
    assert [row.number for row in found] == [1, 500_000, 500_001, 1_048_576]


def test_the_same_cells_as_calamine_gives(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["نام", "تلفن", "تاریخ", "مبلغ", "فعال"])
    for n in range(2000):
        page.append(
            [
                f"مشتری {n % 70}",
                f"0912{n:07}",
                dt.date(2020, 1, 1) + dt.timedelta(n),
                n / 4,
                n % 2 == 0,
            ]
        )
    path = tmp_path / "a.xlsx"
    book.save(path)
    header, rows = read_sheet(path)
    assert [header, *rows] == [
        tuple(row) for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    ]


def test_a_panic_of_calamine_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(_file: object) -> CalamineWorkbook:
        raise PanicException

    path = workbook(tmp_path / "a.xlsx", EVERY_KIND)
    monkeypatch.setattr("python_calamine.CalamineWorkbook.from_filelike", panic)
    assert problem_of(path) == Problem.FILE_DAMAGED
