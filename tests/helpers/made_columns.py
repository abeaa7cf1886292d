"""Columns of invented cells, drawn anew by what they are to hold."""

import random
from collections.abc import Callable
from datetime import datetime

from ecrm_desktop.exchange.sheets import Cell, Sheet
from tests.helpers.conversions import sheet_of

ROWS = 40
RANDOM = random.Random(7)
FIRST = ("علی", "رضا", "مریم", "زهرا", "حسین", "فاطمه")
LAST = ("کریمی", "احمدی", "رضایی", "محمدی", "حسینی")


def national_id() -> str:
    digits = [RANDOM.randrange(10) for _ in range(9)]
    rest = sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11
    return "".join(map(str, [*digits, rest if rest < 2 else 11 - rest]))


def digits(count: int) -> str:
    return "".join(RANDOM.choices("0123456789", k=count))


def two(first: int, end: int) -> str:
    return f"{RANDOM.randrange(first, end):02}"


MADE: dict[str, Callable[[], Cell]] = {
    "name": lambda: f"{RANDOM.choice(FIRST)} {RANDOM.choice(LAST)}",
    "first": lambda: RANDOM.choice(FIRST),
    "last": lambda: RANDOM.choice(LAST),
    "mobile": lambda: "09" + digits(9),
    "number": lambda: int("91" + digits(8)),
    "abroad": lambda: "989" + digits(9),
    "landline": lambda: "0218" + digits(7),
    "national": national_id,
    "jalali": lambda: f"13{RANDOM.randrange(40, 84)}/{RANDOM.randrange(1, 13):02}/05",
    "lately": lambda: f"140{RANDOM.randrange(5)}/{RANDOM.randrange(1, 13):02}/{two(1, 30)}",
    "day_first": lambda: f"{RANDOM.randrange(1, 30):02}-0{RANDOM.randrange(1, 9)}-1403",
    "month_first": lambda: f"{RANDOM.randrange(1, 13)}/{RANDOM.randrange(13, 29)}/2024",
    "short": lambda: f"{RANDOM.choice(['98', '99', '00', '03'])}/{two(1, 13)}/{two(13, 30)}",
    "run": lambda: f"140{RANDOM.randrange(5)}0{RANDOM.randrange(1, 10)}{RANDOM.randrange(10, 29)}",
    "moment": lambda: datetime(2025, RANDOM.randrange(1, 13), 3, 10, 5),  # noqa: DTZ001 - as in Excel
    "email": lambda: f"u{digits(5)}@example.com",
    "city": lambda: RANDOM.choice(["تهران", "اصفهان", "شیراز", "قم"]),
    "address": lambda: f"خیابان آزادی پلاک {digits(2)}",
    "postal": lambda: "13" + digits(8),
    "sex": lambda: RANDOM.choice(["زن", "مرد"]),
    "amount": lambda: f"{RANDOM.randrange(10, 9000) * 1000:,}",
    "pieces": lambda: RANDOM.randrange(1, 9),
    "price": lambda: RANDOM.randrange(10, 900) * 1000,
    "goods": lambda: f"کفش مدل {digits(3)}",
    "barcode": lambda: "626" + digits(10),
    "channel": lambda: RANDOM.choice(["تلفنی", "پیامک", "حضوری"]),
    "side": lambda: RANDOM.choice(["ورودی", "خروجی"]),
    "text": lambda: "درباره سفارش صحبت شد و قرار شد دوباره تماس بگیریم",
    "empty": lambda: None,
}  # fmt: skip


def made(cells: str, header: str = "", *, name: str = "") -> Sheet:
    """Return a sheet whose columns hold what `MADE` says; "count" counts the rows."""
    rows = [
        [str(1000 + at) if one == "count" else MADE[one]() for one in cells.split()]
        for at in range(ROWS)
    ]
    return sheet_of(header.split("|") if header else (), *rows, name=name)
