"""The row of titles is found in tables as shops really keep them."""

from pathlib import Path

import pytest

from tests.helpers.tables import read_sheets

TITLED = {
    "texts only": "نام,شهر\nعلی,تهران\nسارا,یزد\nنگار,شیراز\n",
    "one row below": "نام,موبایل\nعلی,09121111111\n",
    "nothing below": "نام,نام خانوادگی,موبایل\n",
    "one column": "موبایل\n09121111111\n09121111112\n",
    "years as titles": "نام,شهر,1403,1404\nعلی,تهران,5,6\nسارا,یزد,7,8\nرضا,قم,3,1\n",
    "words among numbers": "نام,مبلغ,تلفن\nعلی,ندارد,0912\nسارا,5,0913\nرضا,6,ندارد\nنگار,7,0914\n",
    "English": "Name,E-mail,Total\nAli,a@example.com,$5.00\nSara,s@example.com,$7.00\n",
    "numbers with units": "کالا,قیمت,وزن\nچای,۱۲۰٬۰۰۰ ریال,2 kg\nقند,۵۰٬۰۰۰ ریال,1 kg\n",
    "gaps": "کد,,نام,,شهر\n1,x,علی,,یزد\n2,,سارا,,قم\n",
    "long notes": "کد,یادداشت\n1," + "بسیار خوب " * 30 + "\n2," + "خوب " * 30 + "\n",
    "first line of data has gaps": "کد,نام,تلفن,شهر\n1,علی,,\n2,سارا,0912,یزد\n3,رضا,0913,قم\n",
    "a title that is a value of another column": "نوع,نام,شماره\nنام,الف,1\nنام,ب,2\nنوع,پ,3\n",
}
BARE = {
    "persons": "علی,09121111111,تهران\nسارا,09122222222,یزد\nرضا,09123333333,قم\n",
    "numbers": "1,2,3\n4,5,6\n",
    "one number": "5\n",
    "texts only": "علی رضایی,تهران\nسارا محمدی,یزد\nنگار کریمی,شیراز\n",
    "words first": "علی,ندارد,5\nسارا,0912,7\nرضا,0913,8\nنگار,0914,9\n",
    "dates": "1405/08/30,علی,12000\n1405/08/29,سارا,13000\n",
}
ABOVE = {
    "nothing": ("", 0),
    "a title": ("فهرست مشتریان\n", 1),
    "titles, a date and a gap": ("فروشگاه نمونه\nفهرست مشتریان,,\nتاریخ:,1405/08/30\n\n", 4),
}


# Nobody could tell a tiny table from a title and a date above it.
PAIRS = [
    (name, above)
    for name, text in TITLED.items()
    for above in ABOVE
    if "date" not in above or (text.partition("\n")[0].count(",") > 1 and text.count("\n") > 1)
]


@pytest.mark.parametrize(("name", "above"), PAIRS)
def test_tables_with_titles(tmp_path: Path, name: str, above: str) -> None:
    lines = TITLED[name].splitlines()
    path = tmp_path / "a.csv"
    path.write_text(ABOVE[above][0] + TITLED[name], encoding="utf-8")
    [(sheet, rows)] = read_sheets(path)
    assert (sheet.header_row, len(rows)) == (ABOVE[above][1] + 1, len(lines) - 1)
    assert sheet.header[0] == lines[0].split(",")[0]


@pytest.mark.parametrize("name", BARE)
def test_tables_without_titles(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(BARE[name], encoding="utf-8")
    [(sheet, rows)] = read_sheets(path)
    assert (sheet.header, sheet.header_row) == ((), 0)
    assert len(rows) == len(BARE[name].splitlines())
