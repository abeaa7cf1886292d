"""Files as shops have them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

Rows = Sequence[Sequence[object]]
CUSTOMERS: Rows = (
    ("نام", "نام خانوادگی", "موبایل", "شهر", "سایز کفش"),
    ("مریم", "احمدی", "09123456789", "تهران", 38),
    ("علی‌رضا", "لازم‌پور", "0935 112 4408", "اصفهان", 42),
    ("سمیرا", "کریمی", "0919770", "شیراز", 39),
)
CONTACTS = """BEGIN:VCARD
VERSION:3.0
N:احمدی;مریم;;;
FN:مریم احمدی
TEL;TYPE=CELL:0912 345 6789
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:یوسفی;حسن;;;
FN:حسن یوسفی
TEL;TYPE=CELL:+98 902 441 9061
END:VCARD
"""


@pytest.fixture
def excel(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook: a sheet's name → its rows."""

    def write(name: str, **sheets: Rows) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def customers_file(excel: Callable[..., Path]) -> Path:
    """Three customers, of whom one has a phone with too few digits."""
    return excel("مشتریان.xlsx", مشتریان=CUSTOMERS)


@pytest.fixture
def purchases_file(tmp_path: Path) -> Path:
    """Purchases as an old accounting program saves them: Windows-1256 with semicolons."""
    path = tmp_path / "factors.csv"
    lines = [
        "شماره فاکتور;تاریخ;نام مشتري;موبايل;نام کالا;تعداد;مبلغ",
        "101;1405/08/01;مريم احمدي;09123456789;کفش;1;1250000",
        "101;1405/08/01;مريم احمدي;09123456789;جوراب;2;90000",
        "102;1405/08/02;حسن يوسفي;09024419061;کفش;1;1250000",
    ]
    # Windows-1256 has the Arabic letters only.
    path.write_bytes("\r\n".join(lines).replace("ی", "ي").replace("ک", "ك").encode("cp1256"))
    return path


@pytest.fixture
def contacts_file(tmp_path: Path) -> Path:
    """Two contacts of a phone."""
    path = tmp_path / "contacts.vcf"
    path.write_text(CONTACTS, encoding="utf-8", newline="\r\n")
    return path
