"""Tables of older Excels, of LibreOffice, of pages that are called .xls and of phones are read."""

import struct
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ecrm_desktop.errors import Problem
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import FileKind, open_tables
from ecrm_desktop.importing import ImportRequest, run_import
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import Direction
from tests.helpers.conversions import IRAN
from tests.helpers.tables import problem_of, read_sheet
from tests.helpers.workbooks import zipped

SAMPLES = Path(__file__).parent / "samples"
TITLES = ("شماره فاکتور", "تاریخ", "مشتری", "موبایل", "نام کالا", "تعداد", "مبلغ (تومان)")
ROWS = [
    (1, datetime(2025, 3, 25, 10, 20), "علی رضایی", "09123456701", "چای", 2, 250000.5),  # noqa: DTZ001
    (2, date(2025, 3, 26), "مینا", "09123456702", "قند", 1, 90000),
]
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
ODS_BEGIN = (
    f'<office:document-content xmlns:office="{OFFICE}:office:1.0" '
    f'xmlns:table="{OFFICE}:table:1.0" xmlns:text="{OFFICE}:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="s">'
)
ODS_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
MANY_ROWS = '<table:table-row table:number-rows-repeated="999999">{}</table:table-row>'
SEVEN = '<table:table-cell office:value-type="float" office:value="7"{}/>'


@pytest.mark.parametrize("name", ["sales.xls", "sales.xlsb", "sales.ods"])
def test_workbooks_of_other_kinds(name: str) -> None:
    with open_tables(SAMPLES / name) as tables:
        assert tables.kind == FileKind(name.rpartition(".")[2])
        [sheet] = tables.sheets
        assert sheet.header == TITLES
        for _ in range(2):
            assert [row.cells for row in tables.rows(sheet)] == ROWS


def test_a_page_that_is_called_excel() -> None:
    with open_tables(SAMPLES / "page_called_excel.xls") as tables:
        sheet, remark = tables.sheets
        assert sheet.header == TITLES
        assert [row.cells[4] for row in tables.rows(sheet)] == ["چای\nسبز", "قند"]
        assert remark.sample[0].cells[0] == "گزارش فروش"


def test_cells_of_a_page_stand_where_a_browser_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        "<table><tr><td rowspan=2>a<td colspan=2>b<td>c</tr><tr><td>1<td>2<td>&lt;3&gt;"
        "<script>if (1<2) x</script></table>",
        "utf-8",
    )
    header, rows = read_sheet(path)
    assert [header, *rows] == [("a", "b", "", "c"), (None, "1", "2", "<3>")]


@pytest.mark.parametrize("rest", ["<a ", "<!--"])
def test_a_page_that_breaks_off_in_a_tangle_is_refused(tmp_path: Path, rest: str) -> None:
    path = tmp_path / "a.xls"
    page = "<table><tr><td>Name<td>Tel</tr><tr><td>Ali<td>021 5</tr></table>"
    path.write_text(page + rest * 2_000, "utf-8")
    assert problem_of(path) == Problem.FILE_DAMAGED


def test_an_xml_workbook_of_excel_2003() -> None:
    header, rows = read_sheet(SAMPLES / "excel_2003.xml")
    assert header == ("نام", "موبایل", "", "شهر")
    assert rows == [("علی رضایی", "09123456701", None, "تهران")]


@pytest.mark.parametrize("name", ["sms_backup_calls.xml", "phone_calls.csv"])
def test_calls_of_phones_are_interactions(database: Database, name: str) -> None:
    with open_tables(SAMPLES / name) as tables:
        found = recognize(tables.sheets[0], None, IRAN)
    request = ImportRequest(path=SAMPLES / name, mapping=found.mapping, conventions=IRAN)
    assert run_import(database, request).counts.new == 3
    with database.reading() as session:
        calls = session.query(Interaction).order_by(Interaction.occurred_at).all()
    assert [(one.direction, one.answered, one.duration) for one in calls] == [
        (Direction.INCOMING, True, 125),
        (Direction.INCOMING, False, None),
        (Direction.OUTGOING, True, 64),
    ]
    if name.endswith(".xml"):
        # Hidden, and a service: no number of anybody, but the call was.
        assert [(one.phone, one.text) for one in calls[1:]] == [("", ""), ("", "*780#")]
        assert str(calls[0].occurred_at)[:19] == "2025-05-01 06:20:30"
    else:
        assert calls[1].phone == "+982188776655"
    assert run_import(database, request).counts.unchanged == 3


def ods(path: Path, rows: str) -> Path:
    return zipped(path, {"mimetype": "x", "content.xml": ODS_BEGIN + rows + ODS_END})


def test_rows_that_an_ods_says_once(tmp_path: Path) -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{SEVEN.format("")}</table:table-row>'
    )
    with open_tables(ods(tmp_path / "a.ods", rows)) as tables:
        found = list(tables.rows(tables.sheets[0]))
    assert [(row.number, row.cells) for row in found] == [(4, (7,)), (5, (7,))]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (MANY_ROWS.format(SEVEN.format("") * 9), Problem.FILE_TOO_MANY_CELLS),
        ("<table:table-row>"
         + SEVEN.format(' table:number-columns-repeated="9999"') + "</table:table-row>",
         Problem.FILE_TOO_WIDE),
        ("<table:table-row>" + "<a/>" * 3_000_000, Problem.FILE_ROW_TOO_LONG),
        (f"<table:table-row>{SEVEN.format('')}&bad;</table:table-row>", Problem.FILE_DAMAGED),
    ],
)  # fmt: skip
def test_an_ods_that_would_fill_the_memory(tmp_path: Path, rows: str, problem: Problem) -> None:
    assert problem_of(ods(tmp_path / "a.ods", rows)) == problem


def test_entities_in_an_ods(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
    path = zipped(tmp_path / "a.ods", {"content.xml": laughs + ODS_BEGIN + ODS_END})
    assert problem_of(path) == Problem.FILE_UNSAFE


def test_a_stray_cell_of_a_binary_workbook(tmp_path: Path) -> None:
    """A cell in the last row and column makes a rectangle of a billion cells in a few bytes."""
    with ZipFile(SAMPLES / "sales.xlsb") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sheet = files["xl/worksheets/sheet1.bin"]
    at = sheet.index(b"\x92\x01")  # the end of the rows
    row = struct.pack("<BBI", 0, 4, 1_048_575)
    for column, problem in ((500, Problem.FILE_TOO_MANY_CELLS), (9_999, Problem.FILE_TOO_WIDE)):
        cell = struct.pack("<BBIId", 5, 16, column, 0, 7.0)
        changed = {**files, "xl/worksheets/sheet1.bin": sheet[:at] + row + cell + sheet[at:]}
        path = tmp_path / f"{column}.xlsb"
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            for name, content in changed.items():
                archive.writestr(name, content)
        assert problem_of(path) == problem


def test_a_stray_cell_of_an_old_workbook(tmp_path: Path) -> None:
    content = bytearray((SAMPLES / "sales.xls").read_bytes())
    at = content.index(struct.pack("<HH", 0x027E, 10))  # a number, its row and column
    struct.pack_into("<HH", content, at + 4, 65_535, 255)
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    assert problem_of(path) == Problem.FILE_TOO_MANY_CELLS


def test_a_locked_old_workbook(tmp_path: Path) -> None:
    content = (SAMPLES / "sales.xls").read_bytes()
    interface = struct.pack("<HH", 0x00E1, 2)  # behind the beginning of the workbook
    assert interface in content
    path = tmp_path / "a.xls"
    path.write_bytes(content.replace(interface, struct.pack("<HH", 0x002F, 2), 1))
    assert problem_of(path) == Problem.FILE_ENCRYPTED
