"""Bringing in large files, beside the fastest reader and bare rows into the same tables."""

import csv
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.models.changes import capture_triggers
from ecrm_desktop.models.customer_index import TRIGGERS
from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id_bytes

ROOT = Path(__file__).resolve().parents[2]
CUSTOMERS: Final = 100_000
LINES: Final = 1_000_000
_MEMORY_MB: Final = 300
_TIMES: Final = 3.0
_FIRST: Final = ("علی", "مریم", "رضا", "زهرا", "حسین", "فاطمه", "امیر", "نرگس", "سارا", "مهدی")
_LAST: Final = ("کریمی", "احمدی", "رضایی", "حسینی", "موسوی", "جعفری", "صادقی", "کاظمی")
_CITIES: Final = ("تهران", "اصفهان", "شیراز", "تبریز", "یزد", "رشت")
_CUSTOMER_COLUMNS: Final = "code,first_name,last_name,phone,email,city,address,note"
SALE_COLUMNS: Final = (
    "number,date,customer_code,customer_name,customer_phone,product_name,quantity,unit_price"
)

Measured = tuple[str, float, float, float]


def measure() -> list[Measured]:
    """Return name, our seconds, the floor's, and the largest ratio allowed.

    The floor reads the file with the fastest reader there is and writes the same rows with one
    `executemany` a table, into tables that have their triggers. What it takes without them is told
    beside it, and promised nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        return [*_customers(Path(folder)), *_lines(Path(folder))]


def _customers(folder: Path) -> Iterator[Measured]:
    file = folder / "customers.xlsx"
    _write_customers(file)
    ours, megabytes, *_ = _ours(folder / "a.db", file, "customers", _CUSTOMER_COLUMNS)
    again, *_ = _ours(folder / "a.db", file, "customers", _CUSTOMER_COLUMNS)
    floor = _floor(folder / "b.db", lambda store: _bare_customers(store, file))
    bare = _floor(folder / "c.db", lambda store: _bare_customers(store, file), triggers=False)
    name = f"import {CUSTOMERS:,} customers of .xlsx"
    yield f"{name} / calamine + executemany", ours, floor, _TIMES
    yield f"{name} again / the same", again, floor, _TIMES
    yield f"{name} / the same without triggers", ours, bare, float("inf")
    yield f"{name}, within {_MEMORY_MB} MB", megabytes, _MEMORY_MB, 1.0
    saves = _saves_beside(folder / "g.db", file)
    yield f"during it: the longest of {len(saves)} saves of another, within 2 s", max(saves), 2, 1.0


def _saves_beside(path: Path, file: Path) -> list[float]:
    """Return how long each save took while another process brought the customers in."""
    database = Database(path, create=True)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="انبار"), "IRR", "مریم")
    saves: list[float] = []
    with subprocess.Popen(
        _command(path, file, "customers", _CUSTOMER_COLUMNS), stdout=subprocess.DEVNULL, cwd=ROOT
    ) as running:
        while running.poll() is None:
            start = time.perf_counter()
            with database.transaction() as session:
                create_customer(session, CustomerDraft(last_name=f"میان {len(saves)}"))
            saves.append(time.perf_counter() - start)
            time.sleep(0.05)
    database.close()
    if running.returncode:
        raise RuntimeError
    return saves


def _lines(folder: Path) -> Iterator[Measured]:
    file = folder / "purchases.csv"
    write_lines(file, LINES)
    ours, megabytes, _, lines = _ours(folder / "d.db", file, "purchases", SALE_COLUMNS)
    assert lines == LINES
    floor = _floor(folder / "e.db", lambda store: _bare_lines(store, file))
    bare = _floor(folder / "f.db", lambda store: _bare_lines(store, file), triggers=False)
    name = f"import {LINES:,} purchase lines of .csv"
    yield f"{name} / csv + executemany", ours, floor, _TIMES
    yield f"{name} / the same without triggers", ours, bare, float("inf")
    yield f"{name}, within {_MEMORY_MB} MB", megabytes, _MEMORY_MB, 1.0


def _ours(path: Path, file: Path, kind: str, columns: str) -> tuple[float, float, int, int]:
    done = subprocess.run(
        _command(path, file, kind, columns),
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    seconds, megabytes, new, lines = done.stdout.split()
    return float(seconds), float(megabytes), int(new), int(lines)


def _command(path: Path, file: Path, kind: str, columns: str) -> list[str]:
    module = "tests.benchmarks.import_process"
    return [sys.executable, "-m", module, str(path), str(file), kind, columns]


def _floor(path: Path, fill: Any, *, triggers: bool = True) -> float:
    database = Database(path, create=True)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="انبار"), "IRR", "مریم")
        for name in () if triggers else (*TRIGGERS, *capture_triggers()):
            session.connection().exec_driver_sql(f"DROP TRIGGER {name}")
    start = time.perf_counter()
    with database.transaction() as session:
        fill(_RowByRow(session.connection))
    seconds = time.perf_counter() - start
    database.close()
    return seconds


class _RowByRow(Store):
    """Inserts by `executemany` alone, as whoever knows nothing better would."""

    def write(self) -> None:
        for waiting in self._waiting:
            if waiting.rows:
                self._connection().exec_driver_sql(waiting.one, waiting.rows)
                waiting.rows.clear()


def _bare_customers(store: Store, file: Path) -> None:
    columns = "code kind first_name last_name email city address notes"
    customers = store.table(Customer, f"id {columns}")
    phones = store.table(CustomerPhone, "id customer_id number is_primary")
    for row in CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()[1:]:
        code, first, last, phone, email, city, address, note = row
        customer_id = new_id_bytes()
        customers.append(
            (customer_id, code, "person", first, last, email, city, address, note, _NOW)
        )
        phones.append((new_id_bytes(), customer_id, f"+98{str(phone)[1:]}", 1, _NOW))
    store.write()


def _bare_lines(store: Store, file: Path) -> None:
    customers = store.table(Customer, "id code kind last_name")
    phones = store.table(CustomerPhone, "id customer_id number is_primary")
    products = store.table(Product, "id name name_folded price")
    purchases = store.table(Purchase, "id number customer_id purchased_on purchased_at total")
    lines = store.table(
        PurchaseLine, "id purchase_id position product_id title quantity unit_price total"
    )
    buyers: dict[str, bytes] = {}
    goods: dict[str, bytes] = {}
    with file.open(encoding="utf-8", newline="") as text:
        reader = csv.reader(text)
        next(reader)
        for group in _grouped(reader):
            number, day, code, name, phone, *_ = group[0]
            if code not in buyers:
                buyers[code] = new_id_bytes()
                customers.append((buyers[code], code, "person", name, _NOW))
                phones.append((new_id_bytes(), buyers[code], f"+98{phone[1:]}", 1, _NOW))
            purchase_id, total = new_id_bytes(), 0
            for position, (*_, title, quantity, price) in enumerate(group):
                if title not in goods:
                    goods[title] = new_id_bytes()
                    products.append((goods[title], title, title, int(price) * 10, _NOW))
                cost = int(quantity) * int(price) * 10
                total += cost
                lines.append(
                    (
                        new_id_bytes(), purchase_id, position, goods[title], title,
                        int(quantity) * 1000, int(price) * 10, cost, _NOW,
                    )
                )  # fmt: skip
            purchases.append((purchase_id, number, buyers[code], day, day, total, _NOW))
            store.write_blocks()
    store.write()


def _grouped(rows: Iterable[list[str]]) -> Iterator[Sequence[list[str]]]:
    group: list[list[str]] = []
    for row in rows:
        if group and row[0] != group[0][0]:
            yield group
            group = []
        group.append(row)
    yield group


def _write_customers(file: Path) -> None:
    chance = random.Random(11)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("مشتریان")
    sheet.append(["کد", "نام", "نام خانوادگی", "موبایل", "ایمیل", "شهر", "نشانی", "یادداشت"])
    for number in range(1, CUSTOMERS + 1):
        sheet.append(
            [
                str(number),
                chance.choice(_FIRST),
                chance.choice(_LAST),
                f"0912{number:07}",
                f"buyer{number}@example.com",
                chance.choice(_CITIES),
                f"خیابان {chance.randrange(90)}، پلاک {chance.randrange(400)}",
                "خوش‌حساب",
            ]
        )
    book.save(file)


def write_lines(file: Path, count: int) -> None:
    """Write so many lines of purchases, as a till has them."""
    chance = random.Random(12)
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(["شماره", "تاریخ", "کد مشتری", "مشتری", "موبایل", "کالا", "تعداد", "قیمت"])
        left, invoice = count, 0
        while left:
            invoice += 1
            buyer = chance.randrange(1, 100_001)
            year, month = chance.randint(2022, 2025), chance.randint(1, 12)
            day = f"{year}-{month:02}-{chance.randint(1, 28):02}"
            for _ in range(min(chance.randint(1, 6), left)):
                left -= 1
                writer.writerow(
                    [
                        f"F{invoice}", day, str(buyer), f"مشتری {buyer}", f"0912{buyer:07}",
                        f"کالای {chance.randrange(1, 1_000)}", chance.randint(1, 9),
                        chance.randint(10, 900) * 1000,
                    ]
                )  # fmt: skip


_NOW: Final = "2026-11-21 08:30:00.000000"
