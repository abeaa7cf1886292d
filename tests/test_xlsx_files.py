"""Excel files of reports, lists and problem rows: what they keep, and what lies on the disk."""

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from ecrm_desktop.drafts.imports import RowProblem
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.convert import BadRow
from ecrm_desktop.exchange.problem_file import write_problem_file
from ecrm_desktop.exchange.sheets import Row
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.layout import (
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Fact,
    Facts,
    Report,
    Table,
)
from ecrm_desktop.reports.listing import build_list_report
from ecrm_desktop.values.ids import IdList, new_id
from tests.helpers.conversions import sheet_of
from tests.helpers.dying_step import die_at
from tests.helpers.factories import NOON
from tests.helpers.reports import ENGLISH, PERSIAN, a_report
from tests.helpers.written_files import written_files

Texts = Sequence[Sequence[str | None]]
NEVER = 10**9


class Write(Protocol):
    """Writes rows of texts to a path and calls `at_row` before each of them."""

    def __call__(self, path: Path, rows: Texts, at_row: Callable[[], None] = ...) -> None: ...


def nothing() -> None:
    pass


def write_report(path: Path, rows: Texts, at_row: Callable[[], None] = nothing) -> None:
    def given() -> Iterator[Sequence[str | None]]:
        for row in rows:
            at_row()
            yield row

    columns = [Column(f"ستون {at}") for at in range(len(rows[0]))]
    chart = Chart("فروش", ChartKind.BAR, ("مهر", "آبان"), (3, 5))
    facts = Facts("مشخصات", [Fact("نام", "مریم")])
    write_excel(a_report(facts, chart, Table("ردیف‌ها", columns, given())), path)


def write_list(path: Path, rows: Texts, at_row: Callable[[], None] = nothing) -> None:
    kept = {new_id(): row for row in rows}

    def read(ids: Sequence[UUID]) -> Sequence[Sequence[str | None]]:
        at_row()
        return [kept[one] for one in ids]

    columns = [Shown(str(at), f"ستون {at}", at) for at in range(len(rows[0]))]
    write_excel(
        build_list_report("فهرست", columns, IdList(kept), read, PERSIAN, shop_name="", now=NOON),
        path,
    )


@dataclass(frozen=True)
class Shown:
    """A column of a list, which shows one place of a row."""

    key: str
    title: str
    place: int

    @property
    def format(self) -> Callable[[Any], Any]:
        return lambda row: row[self.place]


def write_problems(path: Path, rows: Texts, at_row: Callable[[], None] = nothing) -> None:
    class Bad(list[BadRow]):
        def __iter__(self) -> Iterator[BadRow]:
            for one in super().__iter__():
                at_row()
                yield one

    wrong = (RowProblem(row=2, position=0, error=InvalidInput(Problem.EMAIL_WRONG)),)
    bad = Bad(BadRow(Row(number, tuple(row)), wrong) for number, row in enumerate(rows, 2))
    write_problem_file(path, sheet_of([f"ستون {at}" for at in range(len(rows[0]))]), bad)


WRITERS = {"report": write_report, "list": write_list, "problem file": write_problems}
every_writer = pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where temporary files would lie."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    return scratch


@every_writer
def test_nothing_lies_anywhere_but_in_the_file_that_was_asked_for(
    write: Write, tmp_path: Path, scratch: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "فایل.xlsx"
    seen: set[Path] = set()

    def look() -> None:
        seen.update(scratch.iterdir(), folder.iterdir())

    with written_files() as written:
        write(path, [["علی", "رضایی"]] * 700, look)
    seen.update(written)
    assert {one.parent for one in seen} == {folder}
    assert len({one for one in seen if one.suffix == ".part"}) == 1
    assert seen <= {path, *(one for one in seen if one.suffix == ".part")}
    assert list(folder.iterdir()) == [path]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@every_writer
@pytest.mark.parametrize("row", [1, 3])
def test_a_kill_leaves_nothing_but_a_part_that_the_next_run_removes(
    write: Write, row: int, tmp_path: Path, scratch: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "فایل.xlsx"
    rows = [["علی", "رضایی"]] * 2000
    asked = 0

    def die() -> None:
        nonlocal asked
        asked += 1
        if asked == row:
            os.kill(os.getpid(), signal.SIGKILL)

    assert not die_at(NEVER, lambda: write(path, rows, die))
    assert list(scratch.iterdir()) == []
    # A list reads its first block before it asks for a file.
    assert [one.suffix for one in folder.iterdir()] in ([], [".part"])
    write(path, rows)
    assert list(folder.iterdir()) == [path]


# Whatever is no character of XML 1.0, and the marks around a name on the screen.
UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u2066-\u2069]")
LONGEST = 32_767

TEXTS = (
    st.text(max_size=20)
    | st.text("آبپسی ‌۰۹٫م\u2066\u2069\x00\x0b=_xD0", max_size=20)
    | st.sampled_from(
        [
            "=1+1", "+98", "-5", "@x", "'x", "''", "\tx", "#REF!", "#N/A", "\x00=1",
            "\u2068+1\u2069", "_x000D_", "_x0041_", "a_x005F_x0041_", "_X0041_",
            "a\rb", "a\r\nb", "\n", " ", " a ",
            "00012", "12345678901234567890", "TRUE", "<b>&amp;</b>", "]]>", "1e5",
            "\ud800", "\uffff",
        ]
    )
    | st.none()
)  # fmt: skip
ROWS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4)


@given(rows=ROWS)
@pytest.mark.parametrize("name", WRITERS)
def test_every_text_comes_back_as_it_was(
    name: str, rows: list[tuple[str | None, str | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("texts") / "فایل.xlsx"
    WRITERS[name](path, [("آغاز", *row) for row in rows])
    sheet: Any = openpyxl.load_workbook(path).worksheets[-1]
    found = [row for row in sheet.iter_rows() if row[0].value == "آغاز"]
    places = [at for at in range(sheet.max_column) if not is_reason(sheet, at)]
    cells = [[row[at] for at in places[1:3]] for row in found]
    assert [[read_text(cell.value) for cell in row] for row in cells] == [
        [as_written(text) for text in row] for row in rows
    ]
    assert {cell.data_type for row in cells for cell in row if cell.value} <= {"s"}
    # Another reader, too.
    read = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet.title).to_python()
    assert sum(row[0] == "آغاز" for row in read) == len(rows)
    starting = [c for row in cells for c in row if c.value and str(c.value)[0] in "=+-@\t\r#'"]
    assert all(cell.quotePrefix for cell in starting)


@every_writer
@pytest.mark.parametrize("letter", ["ن", "😀"])
def test_a_text_longer_than_excel_opens_says_that_it_goes_on(
    write: Write, letter: str, tmp_path: Path
) -> None:
    path = tmp_path / "فایل.xlsx"
    fits = letter * (2 * LONGEST // len(letter.encode("utf-16-le")))
    write(path, [("آغاز", fits), ("آغاز", "\x00" + fits + letter)])
    sheet: Any = openpyxl.load_workbook(path).worksheets[-1]
    found = [row[-1].value for row in sheet.iter_rows() if row[0].value == "آغاز"]
    assert found == [fits, as_written(fits + letter)]
    assert found[1].endswith("…")


def is_reason(sheet: Any, place: int) -> bool:
    return any(str(row[place].value).startswith("⚠") for row in sheet.iter_rows(max_row=1))


def as_written(text: str | None) -> str | None:
    """Return what is left of a text in a cell, whose characters Excel counts in UTF-16."""
    kept = UNWRITABLE.sub("", text or "")
    if len(kept.encode("utf-16-le")) > 2 * LONGEST:
        units = kept.encode("utf-16-le")[: 2 * (LONGEST - 1)]
        kept = units.decode("utf-16-le", "ignore") + "…"
    return kept or None


def read_text(text: str | None) -> str | None:
    """Return a text as Excel reads it (ECMA-376, ST_Xstring); openpyxl leaves the escapes."""
    if text is None:
        return None
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


NUMBERS = {
    ColumnKind.NUMBER: st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(-(10**9), 10**9, places=3),
    ColumnKind.MONEY: st.integers(-(2**70), 2**70).map(lambda amount: amount * 100),
    ColumnKind.QUANTITY: st.integers(-(10**9), 10**9).map(lambda whole: whole * 1000),
    ColumnKind.PERCENT: st.floats(-100, 100),
    ColumnKind.DATE: st.dates(date(1901, 1, 1)),
    ColumnKind.DATETIME: st.datetimes(datetime(1902, 1, 1), datetime(2200, 1, 1)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
    ),
    ColumnKind.CODE: TEXTS,
}


@given(st.lists(st.fixed_dictionaries({kind: one | st.none() for kind, one in NUMBERS.items()})))
def test_every_value_of_a_report_comes_back_as_it_was(rows: list[dict[ColumnKind, Any]]) -> None:
    columns = [Column(kind.value, kind) for kind in NUMBERS]
    table = Table("", columns, [[row[kind] for kind in NUMBERS] for row in rows])
    [sheet] = written_sheets(a_report(table, display=ENGLISH))
    found = list(sheet.iter_rows(min_row=5, max_col=len(columns), values_only=True))
    assert [list(row) for row in found] == [
        [expected(kind, row[kind]) for kind in NUMBERS] for row in rows
    ]


def written_sheets(report: Report) -> list[Any]:
    file = BytesIO()
    write_excel(report, file)
    return openpyxl.load_workbook(file).worksheets


EXPECTED: dict[ColumnKind, Callable[[Any], Any]] = {
    ColumnKind.CODE: lambda text: escaped(as_written(text)),
    ColumnKind.MONEY: lambda amount: amount // 100,
    ColumnKind.QUANTITY: lambda amount: amount // 1000,
    ColumnKind.DATE: lambda day: datetime(day.year, day.month, day.day),  # noqa: DTZ001 - no zones
    ColumnKind.DATETIME: lambda at: at.astimezone(ENGLISH.timezone).replace(tzinfo=None),
}


def expected(kind: ColumnKind, value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return None if value is None else EXPECTED.get(kind, lambda same: same)(value)


def escaped(text: str | None) -> str | None:
    """Return a text as Excel keeps it (ECMA-376, ST_Xstring)."""
    return text and re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text).replace("\r", "_x000D_")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf"), Decimal("NaN")])
def test_what_is_no_number_is_text_in_a_file_that_opens(value: Any) -> None:
    table = Table("", [Column("عدد", ColumnKind.PERCENT)], [(value,)])
    [sheet] = written_sheets(a_report(table))
    assert sheet["A5"].value == str(value)
    assert sheet["A5"].data_type == "s"
