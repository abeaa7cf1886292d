"""Whatever file is chosen, it is read by its content or refused with a sentence that helps."""

import os
from pathlib import Path

import pytest

from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.exchange.tables import open_tables
from tests.helpers.tables import problem_of, read_sheet
from tests.helpers.workbooks import parts, sheet_xml, text_cell, workbook, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ROWS = '<row r="1"><c r="A1"><v>7</v></c></row>'


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.7\n1 0 obj\n<< >>\n" + bytes(range(256)), Problem.FILE_NOT_TABLE),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)), Problem.FILE_NOT_TABLE),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Problem.FILE_NOT_TABLE),
        (b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" + bytes(64), Problem.FILE_NOT_TABLE),
        (b"SQLite format 3\0\x10\0\1\1", Problem.FILE_NOT_TABLE),
        (OLE + "Workbook".encode("utf-16-le") + bytes(99), Problem.FILE_DAMAGED),
        (OLE + bytes(2_000_000) + "EncryptedPackage".encode("utf-16-le"), Problem.FILE_ENCRYPTED),
        (OLE + bytes(2**20 - 522) + "EncryptedPackage".encode("utf-16-le"), Problem.FILE_ENCRYPTED),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(64), Problem.FILE_OLD_EXCEL),
        (b"<html><p>no table</p></html>", Problem.FILE_NOT_TABLE),
        (b'<?xml version="1.0"?><Workbook/>', Problem.FILE_NOT_TABLE),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><calls/>', Problem.FILE_UNSAFE),
        (b"PK\3\4" + bytes(100), Problem.FILE_DAMAGED),
        (b"", Problem.FILE_EMPTY),
        (bytes(100), Problem.FILE_NOT_TABLE),
    ],
)
@pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list.vcf"])
def test_a_name_does_not_make_a_table(
    tmp_path: Path, name: str, content: bytes, problem: Problem
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert problem_of(path) == problem


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("word/document.xml", Problem.FILE_NOT_TABLE),
        ("photo.jpg", Problem.FILE_NOT_TABLE),
        ("content.xml", Problem.FILE_DAMAGED),
    ],
)
def test_other_zip_files(tmp_path: Path, name: str, problem: Problem) -> None:
    assert problem_of(zipped(tmp_path / "a.xlsx", {name: "<a/>"})) == problem


def test_a_package_of_something_else(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dict(parts({}))
    files["_rels/.rels"] = str(files["_rels/.rels"]).replace("xl/workbook.xml", "document.xml")
    files["_rels/document.xml.rels"] = "<Relationships/>"
    files["document.xml"] = "<document/>"
    assert problem_of(zipped(tmp_path / "a.xlsx", files)) == Problem.FILE_NOT_TABLE


def test_a_binary_workbook(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dict(parts({}))
    files["_rels/.rels"] = str(files["_rels/.rels"]).replace("workbook.xml", "workbook.bin")
    files["xl/workbook.bin"] = b"\0\1"
    assert problem_of(zipped(tmp_path / "a.xlsx", files)) == Problem.FILE_DAMAGED


def test_a_file_with_another_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    rows = '<row r="1">' + text_cell("A1", "نام") + '</row><row r="2"><c r="A2"><v>1</v></c></row>'
    assert read_sheet(workbook(tmp_path / "a.csv", rows)) == (("نام",), [(1,)])
    (tmp_path / "a.xlsx").write_text("name,n\nAli,1\n", encoding="utf-8")
    assert read_sheet(tmp_path / "a.xlsx") == (("name", "n"), [("Ali", "1")])
    (tmp_path / "b.csv").write_text("\ufeffBEGIN:VCARD\nFN:Ali\nEND:VCARD\n", encoding="utf-8")
    assert read_sheet(tmp_path / "b.csv")[1][0][0] == "Ali"


def test_what_is_not_a_file_at_all(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "none.xlsx") == Problem.FILE_MISSING
    assert problem_of(tmp_path) == Problem.FILE_IS_FOLDER
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert problem_of(tmp_path / "a.csv" / "b.csv") == Problem.FILE_MISSING


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert problem_of(tmp_path / "pipe.csv") == Problem.FILE_NOT_TABLE


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # tests may run as root, whom nothing is denied
    assert problem_of(path) == Problem.FILE_NOT_ALLOWED


def test_a_file_that_goes_away_while_it_is_open(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "x,2\n" * 1000, encoding="utf-8")
    with open_tables(path) as tables:
        path.unlink()
        with pytest.raises(EcrmError) as caught:
            list(tables.rows(tables.sheets[0]))
    assert caught.value.problem is Problem.FILE_MISSING


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "_rels/.rels",
             "xl/sharedStrings.xml", "docProps/app.xml", "xl/_rels/workbook.xml.rels"]
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_any_part(tmp_path: Path, part: str, encoding: str) -> None:
    files: dict[str, str | bytes] = dict(parts({"s": sheet_xml(ROWS)}, strings="<si><t>a</t></si>"))
    files["docProps/app.xml"] = "<Properties/>"
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
    content = str(files[part]).removeprefix('<?xml version="1.0" encoding="UTF-8"?>')
    files[part] = (laughs + content).encode(encoding)
    assert problem_of(zipped(tmp_path / "a.xlsx", files)) == Problem.FILE_UNSAFE


def test_a_locked_part(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ROWS)
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\1\2")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\1\2", at + 1)
    path.write_bytes(content)
    assert problem_of(path) == Problem.FILE_ENCRYPTED


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="ABCDE1"><v>1</v></c></row>',
        '<row r="9999999999"><c r="A9999999999"><v>1</v></c></row><row r="1"><c r="A1"/></row>',
    ],
)
def test_damaged_cells(tmp_path: Path, rows: str) -> None:
    assert problem_of(workbook(tmp_path / "a.xlsx", rows)) == Problem.FILE_DAMAGED


def test_a_workbook_without_cells(tmp_path: Path) -> None:
    assert problem_of(workbook(tmp_path / "a.xlsx", "")) == Problem.FILE_EMPTY
