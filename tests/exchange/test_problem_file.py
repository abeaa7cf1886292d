"""Rows with problems are written beside their reasons, mended, and imported by the same mapping."""

import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop import xlsx
from ecrm_desktop.errors import EcrmError, FileError, Problem
from ecrm_desktop.exchange.convert import BadRow, Converter
from ecrm_desktop.exchange.mapping import REASON, Mapping, fitted, shape_of
from ecrm_desktop.exchange.problem_file import problem_file_name, write_problem_file
from ecrm_desktop.exchange.sheets import Cell, Row, Sheet
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.conversions import IRAN, sheet_of

HEADER = ("کد", "نام", "موبایل", "تاریخ تولد", "یادداشت")
PEOPLE = Mapping(
    kind=ImportKind.INTERACTIONS,
    columns=("customer_code", "customer_name", "customer_phone", "date", "note"),
)
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("007", "=علی", "0912", "1370/13/1", "+a\nb _x0041_"),
    ("2", "رضا", 9123456789, datetime(2030, 1, 1, 5, 6), "-"),  # noqa: DTZ001 - as in Excel
    (None, None, None, date(1990, 1, 1), time(5, 6)),
    ("3", "رضا", "09123456789", "1370/1/1", None),
)


def bad_rows(sheet: Sheet, mapping: Mapping) -> list[BadRow]:
    found = Converter(mapping, IRAN).convert(sheet.sample)
    return [one for one in found if isinstance(one, BadRow)]


def read(path: Path) -> tuple[Sheet, list[Row]]:
    with open_tables(path) as file:
        [sheet] = file.sheets
        return sheet, list(file.rows(sheet))


def written(folder: Path, sheet: Sheet, mapping: Mapping) -> tuple[Sheet, list[Row]]:
    return read(write_problem_file(folder / "p.xlsx", sheet, bad_rows(sheet, mapping)))


def test_each_wrong_cell_has_its_reason_beside_it(tmp_path: Path) -> None:
    sheet, rows = written(tmp_path, sheet_of(HEADER, *ROWS), PEOPLE)
    assert sheet.header == (
        "کد", "نام", "⚠ نام", "موبایل", "⚠ موبایل", "تاریخ تولد", "⚠ تاریخ تولد", "یادداشت",
    )  # fmt: skip
    first, second, third = (row.cells for row in rows)
    assert first[:4] == ("007", "=علی", None, "0912")
    assert "۷" in str(first[4])
    assert first[7] == "+a\nb _x0041_"
    assert second[3:6] == (9123456789, None, datetime(2030, 1, 1, 5, 6))  # noqa: DTZ001
    assert str(second[6]).startswith("این تاریخ یا ساعت هنوز نرسیده")
    assert third[2] is not None
    assert (third[5], third[7]) == (date(1990, 1, 1), time(5, 6))
    assert not any("\u2066" <= letter <= "\u2069" for row in rows for letter in str(row.cells))


def test_a_mended_file_is_imported_by_the_same_mapping(tmp_path: Path) -> None:
    source = sheet_of(HEADER, *ROWS)
    sheet, rows = written(tmp_path, source, PEOPLE)
    assert shape_of(sheet) == shape_of(source)
    again = fitted(PEOPLE, sheet)
    assert len(list(Converter(again, IRAN).convert(rows))) == 3
    mended = [
        Row(row.number, ("1", "علی", None, "09123456780", "x", "1370/1/1", "x", None))
        for row in rows
    ]
    assert not any(isinstance(one, BadRow) for one in Converter(again, IRAN).convert(mended))
    # Still wrong, it is written once more without the old reasons.
    third, _ = written(tmp_path, replace(sheet, sample=tuple(rows)), again)
    assert third.header == sheet.header


def test_rows_without_titles_keep_the_places_of_their_columns(tmp_path: Path) -> None:
    source = sheet_of((), ("19971301", "2", "x"), ("19970101", "2", "5"), ("19970101", "y", "5"))
    mapping = Mapping(
        kind=ImportKind.PURCHASES, columns=("date", "quantity", "amount"), unit=MoneyUnit.RIAL
    )
    sheet, rows = written(tmp_path, source, mapping)
    assert sheet.header == ("1", "⚠ 1", "2", "⚠ 2", "3", "⚠ 3")
    assert shape_of(sheet) == shape_of(source)
    assert fitted(mapping, sheet).columns == ("date", "", "quantity", "", "amount", "")
    assert [row.cells[::2] for row in rows] == [("19971301", "2", "x"), ("19970101", "y", "5")]


def test_what_is_wrong_with_the_whole_row_stands_at_its_end(tmp_path: Path) -> None:
    source = sheet_of(
        ("number", "date", "amount"), ("F1", "1405/01/01", "5"), ("F1", "1405/01/01", "x")
    )
    mapping = Mapping(
        kind=ImportKind.PURCHASES, columns=("number", "date", "amount"), unit=MoneyUnit.RIAL
    )
    sheet, rows = written(tmp_path, source, mapping)
    assert sheet.header[-1].startswith(REASON)
    assert [bool(row.cells[-1]) for row in rows] == [True, False]
    assert shape_of(sheet) == shape_of(source)


def test_cells_beyond_the_titles_are_kept(tmp_path: Path) -> None:
    source = sheet_of(("نام", "موبایل"), ("علی", "0912"))
    source = replace(source, sample=(Row(2, ("علی", "0912", None, "بیشتر")),))
    mapping = Mapping(kind=ImportKind.CUSTOMERS, columns=("name", "phone"))
    _, [row] = written(tmp_path, source, mapping)
    assert row.cells[0] == "علی"
    assert row.cells[-1] == "بیشتر"


# Whatever is no character of XML 1.0, and the marks around a name on the screen.
UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u2066-\u2069]")

CELLS = st.lists(
    st.text(max_size=20)
    | st.sampled_from(["=1+1", "+98", "-5", "@x", "'x", "''", "\tx", "_x000D_", "a\r\nb", "00012"])
    | st.none()
    | st.integers(-(2**70), 2**70)
    | st.floats(-1e6, 1e6).map(lambda number: round(number, 3))
    | st.booleans()
    | st.dates(date(1901, 1, 1), date(2100, 1, 1))
    | st.datetimes(datetime(1901, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001 - as in Excel
        lambda moment: moment.replace(microsecond=0, second=1)
    )
    | st.times().map(lambda moment: moment.replace(microsecond=0)),
    min_size=3,
    max_size=3,
)  # fmt: skip


@given(rows=st.lists(CELLS, min_size=1, max_size=4))
def test_every_cell_comes_back_as_it_was(
    rows: list[list[Cell]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cells")
    source = sheet_of(("کد", "a", "b", "c"), *[["x" * 50, *row] for row in rows])
    mapping = Mapping(kind=ImportKind.CUSTOMERS, columns=("code", "", "", ""))
    path = write_problem_file(folder / "p.xlsx", source, bad_rows(source, mapping))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    found = [
        [unescaped(cell) for cell in row[2:]]
        for row in sheet.iter_rows(min_row=2, values_only=True)
    ]
    assert [[plain(cell) for cell in row] for row in found] == [
        [plain(cell) for cell in row] for row in rows
    ]
    formulas = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert not formulas


def unescaped(cell: Any) -> Any:
    """Return a text as Excel reads it; openpyxl leaves this escape (ECMA-376, ST_Xstring)."""
    return cell.replace("_x005F_", "_") if isinstance(cell, str) else cell


def plain(cell: Any) -> Any:
    """Return a cell without what no cell of Excel can hold, and the types it mixes up."""
    if isinstance(cell, str):
        kept = UNWRITABLE.sub("", cell).replace("_x000D_", "\r")
        return kept.replace("\r\n", "\n").replace("\r", "\n") or None
    if isinstance(cell, datetime):
        return cell
    return datetime(cell.year, cell.month, cell.day) if isinstance(cell, date) else cell  # noqa: DTZ001


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    source = sheet_of(("نام", "موبایل"), ("علی", "0912"))
    mapping = Mapping(kind=ImportKind.CUSTOMERS, columns=("name", "phone"))
    bad = bad_rows(source, mapping)
    path = tmp_path / problem_file_name(Path("مشتریان.csv"))
    assert path.suffix == ".xlsx"
    paths = [write_problem_file(path, source, bad) for _ in range(3)]
    assert [one.stem.removeprefix(path.stem) for one in paths] == ["", " (2)", " (3)"]
    assert all(one.exists() for one in paths)


def test_a_folder_that_takes_no_file(tmp_path: Path) -> None:
    with pytest.raises(EcrmError) as caught:
        write_problem_file(tmp_path / "none" / "p.xlsx", sheet_of(("a",), ("b",)), [])
    assert caught.value.problem == Problem.BAD_ROWS_NOT_WRITABLE


@pytest.mark.parametrize(
    ("failure", "told"), [(ZeroDivisionError, ZeroDivisionError), (OSError, FileError)]
)
def test_a_failure_leaves_no_file(
    tmp_path: Path, failure: type[Exception], told: type[Exception]
) -> None:
    class Broken(list[BadRow]):
        def __iter__(self) -> Any:
            raise failure

    with pytest.raises(told):
        write_problem_file(tmp_path / "p.xlsx", sheet_of(("a",), ("b",)), Broken())
    assert list(tmp_path.iterdir()) == []


def test_no_cell_becomes_a_formula_when_somebody_mends_it(tmp_path: Path) -> None:
    source = sheet_of(HEADER, ("1", "=1+1", "0912", None, "+a"), ("2", "علی", "0913", None, "ا"))
    path = write_problem_file(tmp_path / "p.xlsx", source, bad_rows(source, PEOPLE))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [[sheet.cell(row, 2).quotePrefix for row in (2, 3)]] == [[True, False]]


def test_no_text_is_longer_than_excel_opens(tmp_path: Path) -> None:
    source = sheet_of(HEADER, ("1", "علی", "0912", None, "ن" * 40_000))
    path = write_problem_file(tmp_path / "p.xlsx", source, bad_rows(source, PEOPLE))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert max(len(str(cell.value)) for cell in sheet[2]) == 32_767


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "LAST_ROW", 3)
    source = sheet_of(("نام", "موبایل"), *[("علی", f"091{at}") for at in range(5)], name="x/y")
    mapping = Mapping(kind=ImportKind.CUSTOMERS, columns=("name", "phone"))
    path = write_problem_file(tmp_path / "p.xlsx", source, bad_rows(source, mapping))
    with open_tables(path) as file:
        assert [sheet.name for sheet in file.sheets] == ["x y", "x y 2", "x y 3"]
        assert [len(list(file.rows(sheet))) for sheet in file.sheets] == [2, 2, 1]
        assert {sheet.header for sheet in file.sheets} == {("نام", "موبایل", "⚠ موبایل")}
    with zipfile.ZipFile(path) as package:
        assert b'rightToLeft="1"' in package.read("xl/worksheets/sheet1.xml")
