"""No file fills the memory of the PC: each of these is refused, or read, in under 300 MB."""

import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import ascii_uppercase
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ecrm_desktop.errors import Problem
from tests.helpers.tables import problem_of
from tests.helpers.workbooks import parts, sheet_xml, text_cell, workbook, zipped

SHEET = "xl/worksheets/sheet1.xml"
PROJECT = Path(__file__).parents[2]
MEGABYTE = 1_000_000

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells memory")


def measured(path: Path, *, seconds: int = 60) -> tuple[str, int, int]:
    """Return problem, rows and megabytes at the peak."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.helpers.measured_reading", path],
        cwd=PROJECT, check=True, capture_output=True, text=True, timeout=seconds,
    ).stdout  # fmt: skip
    problem, rows, peak = answer.strip().split("|")
    return problem, int(rows), int(peak)


def big_workbook(
    path: Path, part: str, pieces: Iterator[bytes] | list[bytes], rows: str = ""
) -> Path:
    """Write a workbook with one huge part, a piece at a time."""
    files = parts({"s": sheet_xml(rows)}, strings="<si/>")
    files.pop(part)
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        with archive.open(part, "w") as file:
            for piece in pieces:
                file.write(piece)
    return path


def declared(path: Path, part: str, size: int) -> Path:
    """Change the size that the list of parts tells."""
    content = bytearray(path.read_bytes())
    at = content.rfind(part.encode()) - 46
    struct.pack_into("<L", content, at + 24, size)
    path.write_bytes(content)
    return path


def test_a_bomb_that_tells_its_size(tmp_path: Path) -> None:
    path = declared(workbook(tmp_path / "a.xlsx", ""), SHEET, 2_000_000_000)
    assert measured(path)[0] == Problem.FILE_TOO_BIG


def test_a_bomb_that_hides_its_size(tmp_path: Path) -> None:
    before, _, after = sheet_xml("|").encode().partition(b"|")
    spaces = [before, *[b" " * MEGABYTE] * 150, after]
    path = declared(big_workbook(tmp_path / "a.xlsx", SHEET, spaces), SHEET, 1000)
    problem, _, peak = measured(path)
    assert (problem, peak < 150) == (Problem.FILE_DAMAGED, True)


@pytest.mark.parametrize("filling", [b" ", b"<!-- -->", b"<row/>", b"a"])
def test_a_bomb_without_cells(tmp_path: Path, filling: bytes) -> None:
    before, _, after = sheet_xml("<row>|</row>").encode().partition(b"|")
    pieces = [before, *[filling * (MEGABYTE // len(filling))] * 150, after]
    problem, _, peak = measured(big_workbook(tmp_path / "a.xlsx", SHEET, pieces))
    assert problem in {Problem.FILE_ROW_TOO_LONG, Problem.FILE_DAMAGED}
    assert peak < 300


def test_millions_of_shared_strings(tmp_path: Path) -> None:
    part = "xl/sharedStrings.xml"
    rows = '<row r="1"><c r="A1" t="s"><v>4999999</v></c></row>'
    pieces = [b"<sst>", *[b"<si><t>ha</t></si>" * 50_000] * 100, b"</sst>"]
    path = big_workbook(tmp_path / "a.xlsx", part, pieces, rows)
    problem, found, peak = measured(path)
    assert (problem, found, peak < 200) == ("", 1, True)
    pieces = [b"<sst><si><t>", *[b"ha" * MEGABYTE] * 50, b"</t></si></sst>"]
    path = big_workbook(tmp_path / "b.xlsx", part, pieces, rows)
    problem, _, peak = measured(path)
    assert (problem, peak < 200) == (Problem.FILE_DAMAGED, True)


def test_one_long_text_in_many_cells(tmp_path: Path) -> None:
    cells = "".join(f'<c r="{a}{b}2" t="s"><v>0</v></c>' for a in "ABC" for b in ascii_uppercase)
    rows = f'<row r="1">{text_cell("AA1", "x")}</row><row r="2">{cells}</row>'
    path = workbook(tmp_path / "a.xlsx", rows, strings=f"<si><t>{'ha' * 3_000_000}</t></si>")
    problem, found, peak = measured(path)
    assert (problem, found, peak < 200) == ("", 2, True)


def test_long_texts_in_the_cells_themselves(tmp_path: Path) -> None:
    long = text_cell("A|", "x" * 2 * MEGABYTE)
    rows = "".join(f'<row r="{n}">{long.replace("|", str(n))}</row>' for n in range(1, 120))
    problem, found, peak = measured(workbook(tmp_path / "a.xlsx", rows))
    assert (problem, found, peak < 200) == ("", 119, True)


def test_a_bomb_of_parts(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dict(parts({"s": sheet_xml("")}))
    path = zipped(tmp_path / "a.xlsx", files | {f"xl/media/{n}": b"" for n in range(12_000)})
    assert problem_of(path) == Problem.FILE_TOO_BIG


def test_more_than_five_million_cells(tmp_path: Path) -> None:
    row = b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>"
    before, _, after = sheet_xml("|").encode().partition(b"|")
    pieces = [before, *[row * 100] * 500, row, after]
    problem, _, peak = measured(big_workbook(tmp_path / "a.xlsx", SHEET, pieces))
    assert (problem, peak < 150) == (Problem.FILE_TOO_MANY_CELLS, True)


@pytest.mark.parametrize(
    "above", ["", '<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1"><c r="A1" s="1"/></row>']
)
def test_a_cell_at_the_far_corner(tmp_path: Path, above: str) -> None:
    rows = above + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    problem, _, peak = measured(workbook(tmp_path / "a.xlsx", rows))
    assert (problem, peak < 150) == (Problem.FILE_TOO_WIDE, True)


def test_cells_that_lie_about_their_row(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="ALL1048576"><v>1</v></c></row>'
    assert measured(workbook(tmp_path / "a.xlsx", rows))[0] == Problem.FILE_DAMAGED


def test_a_million_lines_of_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("number,date,customer,product,quantity,price\n")
        for n in range(10):
            file.write(f"{n},1405/08/30,مشتری {n},روسری,2,1250000\n" * 100_000)
    problem, rows, peak = measured(path)
    assert (problem, rows, peak < 60) == ("", 1_000_000, True)


def test_lines_and_cells_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for content, problem in (
        (b"x" * 50 * MEGABYTE, Problem.FILE_ROW_TOO_LONG),
        (b"a,b\n" * 999 + b'"' + b'1,2\n"\n,"' * 200_000, Problem.FILE_QUOTE_OPEN),
        (b"BEGIN:VCARD\nNOTE:" + b"x" * 50 * MEGABYTE, Problem.FILE_ROW_TOO_LONG),
        (b"BEGIN:VCARD\n" + b"TEL:1\nNOTE:\n  x\n" * 60_000, ""),
    ):
        path.write_bytes(content)
        found, _, peak = measured(path)
        assert (found, peak < 100) == (problem, True)


@pytest.mark.slow
def test_nearly_five_million_cells_are_read(tmp_path: Path) -> None:
    before, _, after = sheet_xml("|").encode().partition(b"|")

    def pieces() -> Iterator[bytes]:
        yield before
        for n in range(1, 490_001):
            row = "".join(text_cell(f"{letter}{n}", f"متن {n}") for letter in "ABCDE")
            row += "".join(f'<c r="{letter}{n}"><v>{n}.5</v></c>' for letter in "FGHIJ")
            yield f'<row r="{n}">{row}</row>'.encode()
        yield after

    path = big_workbook(tmp_path / "a.xlsx", SHEET, pieces())
    problem, rows, peak = measured(path, seconds=300)
    assert (problem, rows, peak < 300) == ("", 490_000, True)
