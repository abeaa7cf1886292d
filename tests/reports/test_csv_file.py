import csv
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from ecrm_desktop.errors import Cancelled
from ecrm_desktop.reports.csv_file import write_csv
from ecrm_desktop.reports.layout import Column, ColumnKind, Paragraph, Report, Table
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency

DISPLAY = Display(
    language="fa",
    currency=currency("IRR"),
    unit=MoneyUnit.TOMAN,
    calendar="jalali",
    timezone=timezone(timedelta(hours=3, minutes=30)),
)
COLUMNS = [
    Column("نام"),
    Column("مبلغ", ColumnKind.MONEY, total=True),
    Column("روز", ColumnKind.DATE),
    Column("تلفن", ColumnKind.PHONE),
    Column("مقدار", ColumnKind.QUANTITY),
    Column("لحظه", ColumnKind.DATETIME),
]
ROWS: list[Sequence[Any]] = [
    [
        '=HYPERLINK("x"), ۲',
        125_000,
        date(2026, 11, 21),
        "+989123456789",
        1500,
        datetime(2026, 11, 21, 14, 30, tzinfo=UTC),
    ],
    ["خط یک\nخط دو", 5, None, "+441632960000", 2000, None],
]


def report(*tables: Table) -> Report:
    return Report(
        title="فهرست",
        shop_name="مهر",
        period_text="",
        generated_at=datetime(2026, 11, 21, tzinfo=UTC),
        sections=[Paragraph("فیلتر"), *tables],
        display=DISPLAY,
    )


def written(*tables: Table) -> list[list[str]]:
    file = io.BytesIO()
    write_csv(report(*tables), file)
    assert file.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")))


def test_a_table_is_written_for_excel_and_for_programs() -> None:
    header, first, second = written(Table("", COLUMNS, iter(ROWS)))
    assert header[:2] == ["نام", "مبلغ (تومان)"]
    by_title = dict(zip(header, first, strict=True))
    assert by_title["نام"] == '\'=HYPERLINK("x"), ۲'
    assert by_title["مبلغ (تومان)"] == "12500"
    assert by_title["روز"] == "۱۴۰۵/۰۸/۳۰"
    assert by_title["روز (میلادی)"] == "2026-11-21"
    assert by_title["تلفن"] == "09123456789"
    assert by_title["مقدار"] == "1.5"
    assert by_title["لحظه (میلادی)"] == "2026-11-21 18:00"
    by_title = dict(zip(header, second, strict=True))
    assert by_title["نام"] == "خط یک\nخط دو"
    assert by_title["مبلغ (تومان)"] == "0.5"
    assert by_title["روز"] == ""
    assert by_title["تلفن"] == "'+441632960000"


def test_several_tables_stand_below_each_other() -> None:
    one = Table("اول", COLUMNS[:1], [["الف"]])
    two = Table("دوم", COLUMNS[:1], [["ب"]])
    rows = written(one, two)
    assert rows == [["اول"], ["نام"], ["الف"], [], ["دوم"], ["نام"], ["ب"], []]


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    table = Table("", COLUMNS[:1], [["الف"]] * 1000)
    with pytest.raises(Cancelled):
        write_csv(report(table), path, cancelled=lambda: True)
    assert path.read_text(encoding="utf-8") == "old"
    write_csv(report(table), path)
    assert path.read_bytes().count(b"\r\n") == 1001
    assert list(tmp_path.iterdir()) == [path]
