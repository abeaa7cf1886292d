"""What encryption costs: the same work in a plain and an encrypted shop, and the conversion."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any, Self

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.queries.customers import (
    CustomerFilter,
    customer_rows,
    list_customers,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage import encryption
from ecrm_desktop.storage.database import Database, connect
from ecrm_desktop.values.phone import Phone

Measured = tuple[str, float, float, float]

_CUSTOMERS = 30_000
_SAMPLES = 60
_SECRET = bytes(range(16))
_WORDS = ("مریم", "احمد", "0912", "کریمی", "علی", "35", "رضا")


def measure() -> Iterator[Measured]:
    """Yield name, seconds encrypted, seconds plain, and the largest ratio allowed.

    The floor of a conversion is a plain copy of the file with fsync, and SQLite's own check of it:
    nothing takes the place of a shop that was not looked through.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, encrypted = (Path(folder) / name for name in ("plain.db", "encrypted.db"))
        database = Database(plain, create=True)
        with database.transaction(captured=False) as session:
            fill_demo(session, customers=_CUSTOMERS)
        database.close()
        shutil.copy(plain, encrypted)
        copying = min(_timed(_copy, plain) for _ in range(3)) + _timed(_look_through, plain)
        turning = _timed(encryption.turn_on, encrypted, _SECRET)
        yield "encryption: turning it on / copying and checking", turning, copying, 4.0
        for name, work, most in (
            ("opening the shop", _open, 1.5),
            ("opening it and reading every customer's line", _read_all, 2.5),
        ):
            slow, fast = (_median(work, path) for path in (encrypted, plain))
            yield f"encryption: {name}, / plain", slow, fast, most
        with _Shop(plain) as one, _Shop(encrypted) as other:
            for name, each, most in (
                ("a search", _search, 1.5),
                ("a page of the list", _page, 1.5),
                ("a save", _save, 2.0),
            ):
                fast, slow = _in_turn(each, one, other)
                yield f"encryption: {name}, / plain", slow, fast, most
        back = _timed(encryption.turn_off, encrypted, secret=_SECRET)
        yield "encryption: turning it off / copying and checking", back, copying, 4.0


class _Shop:
    def __init__(self, path: Path) -> None:
        self.database = Database(path, secret=_SECRET)
        self.number = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.database.close()


def _copy(path: Path) -> None:
    copy = path.with_suffix(".copy")
    shutil.copyfile(path, copy)
    with copy.open("r+b") as file:
        os.fsync(file.fileno())
    copy.unlink()


def _look_through(path: Path) -> None:
    with closing(connect(path, read_only=True)) as connection:
        connection.execute("PRAGMA integrity_check(1)").fetchall()


def _open(path: Path) -> None:
    Database(path, secret=_SECRET).close()


def _read_all(path: Path) -> None:
    database = Database(path, secret=_SECRET)
    with database.reading() as session:
        customer_rows(session, list_customers(session, CustomerFilter(), Sort("city"))[:2000])
    database.close()


def _search(shop: _Shop) -> None:
    with shop.database.reading() as session:
        search_customers(session, _WORDS[shop.number % len(_WORDS)])


def _page(shop: _Shop) -> None:
    with shop.database.reading() as session:
        ids = list_customers(session, CustomerFilter(), Sort("name"))
        customer_rows(session, ids[shop.number * 100 : shop.number * 100 + 100])


def _save(shop: _Shop) -> None:
    phone = Phone.parse(f"0912{shop.number:07}")
    draft = CustomerDraft(
        first_name="شهرزاد", last_name=f"زرین {shop.number}", phones=(PhoneDraft(phone=phone),)
    )
    with shop.database.transaction() as session:
        create_customer(session, draft)


def _in_turn(work: Callable[[_Shop], None], one: _Shop, other: _Shop) -> tuple[float, float]:
    """Return the medians of two shops, measured in turn so that both see the same PC."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(_SAMPLES):
        for shop, seconds in zip((one, other), taken, strict=True):
            shop.number = number
            seconds.append(_timed(work, shop))
    return median(taken[0]), median(taken[1])


def _median(work: Callable[[Path], None], path: Path) -> float:
    return median(_timed(work, path) for _ in range(7))


def _timed(work: Callable[..., Any], *arguments: Any, **named: Any) -> float:
    start = time.perf_counter()
    work(*arguments, **named)
    return time.perf_counter() - start
