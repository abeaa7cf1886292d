"""Lists that the program exports are read back: no title, no sums, every text as it was."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from ecrm_desktop.exchange.cells import parse_line
from ecrm_desktop.reports.csv_file import write_csv
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.layout import Column, ColumnKind, Paragraph, Report, Table
from tests.helpers.reports import ENGLISH, PERSIAN, a_report
from tests.helpers.tables import read_sheets

NAMES = ("=1+1", "@علی", "+98 مریم", "-", "'رضا", "علی‌رضا، نو", 'گل "یخ"', "خط ۱\nخط ۲")
COLUMNS = (
    Column("کد", ColumnKind.CODE),
    Column("نام"),
    Column("موبایل", ColumnKind.PHONE),
    Column("آخرین خرید", ColumnKind.DATE),
    Column("مبلغ خرید", ColumnKind.MONEY, total=True),
)


def a_list(display: object = PERSIAN) -> Report:
    day = dt.date(2026, 11, 21)
    rows = [
        (f"{at:04}", name, f"+98912000{at:04}", day, 10_000 * at) for at, name in enumerate(NAMES)
    ]
    sections = (Paragraph("فیلتر: شهر تهران"), Table("مشتریان", COLUMNS, rows))
    return a_report(*sections, display=PERSIAN if display is PERSIAN else ENGLISH, title="مشتریان")


@pytest.mark.parametrize("write", [write_excel, write_csv])
@pytest.mark.parametrize("display", [PERSIAN, ENGLISH])
def test_a_list_comes_back(
    tmp_path: Path, write: Callable[[Report, Path], None], display: object
) -> None:
    path = tmp_path / "list"
    write(a_list(display), path)
    sheet, rows = next(iter(read_sheets(path)))
    assert sheet.header[:3] == ("کد", "نام", "موبایل")
    assert len(rows) == len(NAMES)
    assert [row.cells[0] for row in rows] == [f"{at:04}" for at in range(len(NAMES))]
    assert [row.cells[2] for row in rows][:2] == ["09120000000", "09120000001"]
    assert [parse_line(row.cells[1]) for row in rows] == [" ".join(name.split()) for name in NAMES]
