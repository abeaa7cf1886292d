"""Sums, counts and remarks between and below the rows are no records, wherever they stand."""

from pathlib import Path

import pytest

from ecrm_desktop.exchange.sheets import SAMPLE
from ecrm_desktop.exchange.tables import open_tables
from tests.helpers.tables import read_sheet

TITLES = "نام,موبایل,مبلغ"


def written(tmp_path: Path, *rows: str) -> Path:
    file = tmp_path / "list.csv"
    file.write_text("\n".join((TITLES, *rows)), "utf-8")
    return file


@pytest.mark.parametrize(
    "footer",
    [
        "جمع,,1200", "جمع کل:,,1200", "جمع کل مانده,,1200", "جمع صفحه,,1200", ",جمع این صفحه,1200",
        "مانده,,1200", "مانده از قبل,,1200", "نقل از صفحه قبل,,1200", "تعداد: 3,,", "تعداد کل: ۳,,",
        "تعداد,3,", "تهیه‌کننده: احمدی,,", "تاریخ چاپ: 1402/01/05,,", "صفحه 1 از 3,,",
        "مانده,,", "Total,,", "شمار,,", "کل,,", "كل:,,1200",
        "Grand total,,1200", "Total,,1200", "Page 1 of 3,,", "Prepared by: Ali,,",
    ],
)  # fmt: skip
def test_no_footer_is_a_person(tmp_path: Path, footer: str) -> None:
    ali, mina = "علی رضایی,09123456701,700", "مینا احمدی,09123456702,500"
    for rows in ((ali, footer, mina), (ali, mina, footer)):
        _, found = read_sheet(written(tmp_path, *rows))
        assert [row[0] for row in found] == ["علی رضایی", "مینا احمدی"]


@pytest.mark.parametrize(
    "person",
    [
        "جمعه رضایی,09123456701,700", "جمع خیرین تهران,09123456701,700", "مانده علی,,700",
        "جمع,09123456701,700", "تعداد رضایی,,700", "Total Beauty,,700", "صفحه آرا,,700",
        "تهیه کننده,09123456701,700", "کل,09123456701,700", "کلثوم احمدی,,700",
    ],
)  # fmt: skip
def test_people_who_are_called_alike_come_in(tmp_path: Path, person: str) -> None:
    _, found = read_sheet(written(tmp_path, "علی رضایی,09123456709,5", person, "مینا احمدی,,5"))
    assert len(found) == 3


def test_the_rows_left_out_are_told_from_the_whole_file(tmp_path: Path) -> None:
    people = [f"فرد {number} رضایی,0912345{number:04},700" for number in range(SAMPLE + 50)]
    file = written(
        tmp_path, *people[:10], "جمع صفحه,,7000", *people[10:], "جمع کل,,1", "تعداد: 9,,"
    )
    with open_tables(file) as tables:
        [sheet] = tables.sheets
        assert sheet.footers == (12,)
        assert len(list(tables.rows(sheet))) == SAMPLE + 50
        assert tables.footers == [12, SAMPLE + 53, SAMPLE + 54]
