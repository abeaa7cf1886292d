"""A file for a shop to fill in, with our own titles and two rows that show how."""

from pathlib import Path
from typing import IO, Final

from ecrm_desktop.exchange.fields import FIELDS, Holds
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.storage.unfinished_files import replacing
from ecrm_desktop.values.money import Currency, MoneyUnit, unit_name
from ecrm_desktop.values.statuses import ImportKind

_WIDTH: Final = 18.0

# Field → what two rows say; people are invented, dates Jalali.
_ROWS: Final[dict[ImportKind, dict[str, tuple[str, str]]]] = {
    ImportKind.CUSTOMERS: {
        "code": ("101", "102"),
        "first_name": ("مینا", "رضا"),
        "last_name": ("نمونه", "آزمایشی"),
        "company": ("", ""),
        "phone": ("09120000001", "09120000002"),
        "phone2": ("02100000001", ""),
        "email": ("mina@example.com", ""),
        "birth_date": ("1370/08/30", "1365/01/15"),
        "gender": ("زن", "مرد"),
        "province": ("تهران", "اصفهان"),
        "city": ("تهران", "اصفهان"),
        "address": ("خیابان نمونه، پلاک ۱", "خیابان آزمایش، پلاک ۲"),
        "tags": ("وفادار، عمده", ""),
        "note": ("", "فقط عصرها تماس بگیرید"),
    },
    ImportKind.PRODUCTS: {
        "code": ("T-1", "S-1"),
        "barcode": ("6260000000017", "6260000000024"),
        "name": ("چای سبز", "شکر"),
        "price": ("120000", "45000"),
        "brand": ("نمونه", "نمونه"),
        "category": ("نوشیدنی", "خواربار"),
        "unit": ("بسته", "کیلوگرم"),
    },
    ImportKind.PURCHASES: {
        "number": ("1001", "1002"),
        "date": ("1405/02/01", "1405/02/03"),
        "time": ("10:30", "18:05"),
        "customer_name": ("مینا نمونه", "رضا آزمایشی"),
        "customer_phone": ("09120000001", "09120000002"),
        "product_code": ("T-1", "S-1"),
        "product_name": ("چای سبز", "شکر"),
        "quantity": ("2", "1"),
        "unit_price": ("120000", "45000"),
        "discount": ("10000", "0"),
        "status": ("فروش", "فروش"),
        "payment": ("نقد", "کارتخوان"),
        "note": ("", ""),
    },
    ImportKind.INTERACTIONS: {
        "date": ("1405/02/01", "1405/02/03"),
        "time": ("10:30", "18:05"),
        "customer_name": ("مینا نمونه", "رضا آزمایشی"),
        "customer_phone": ("09120000001", "09120000002"),
        "channel": ("تماس", "حضوری"),
        "direction": ("ورودی", "خروجی"),
        "duration": ("2:05", ""),
        "subject": ("پرسش دربارهٔ قیمت", "یادآوری"),
        "note": ("", "هفتهٔ بعد سر می‌زند"),
    },
}


def sample_file_name(kind: ImportKind) -> str:
    """Return how the sample of a kind is called."""
    names = {
        ImportKind.CUSTOMERS: translate("SampleFile", "Customers - to fill in.xlsx"),
        ImportKind.PRODUCTS: translate("SampleFile", "Products - to fill in.xlsx"),
        ImportKind.PURCHASES: translate("SampleFile", "Purchases - to fill in.xlsx"),
        ImportKind.INTERACTIONS: translate("SampleFile", "Calls and messages - to fill in.xlsx"),
    }
    return names[kind]


def write_sample(path: Path, kind: ImportKind, currency: Currency, unit: MoneyUnit) -> None:
    """Write the sample of a kind, in place of a file of that name.

    Titles of amounts say the `unit` of the shop. Raises FileError FILE_NOT_WRITABLE (path),
    DISK_FULL, FILE_UNCONFIRMED.
    """
    with replacing(path) as part, part.open("wb") as file:
        _write(file, kind, currency, unit)


def _write(file: IO[bytes], kind: ImportKind, currency: Currency, unit: MoneyUnit) -> None:
    from ecrm_desktop.xlsx import Book  # noqa: PLC0415 - openpyxl takes 0.25 s

    said = _ROWS[kind]
    name = sample_file_name(kind).removesuffix(".xlsx")
    with Book(file, right_to_left=language() in RIGHT_TO_LEFT, title=name, author="") as book:
        page = book.sheet(name, [_WIDTH] * len(said), header_row=1)
        page.append((_title(kind, field, currency, unit), book.heading) for field in said)
        for at in range(2):
            # Text, so that no zero is lost and Excel takes no date for one of its own calendar.
            page.append((texts[at], book.style()) for texts in said.values())


def _title(kind: ImportKind, field: str, currency: Currency, unit: MoneyUnit) -> str:
    title = FIELDS[kind][field].title
    if FIELDS[kind][field].holds is Holds.AMOUNT:
        return f"{title} ({unit_name(currency, unit)})"
    return title
