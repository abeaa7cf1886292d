"""Searching, opening and saving customers in a large shop, beside the bare SQL of the same work."""

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, event

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.call_context import call_context
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.queries.timeline import customer_timeline
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.phone import Phone

Statement = tuple[str, Any]

_SAMPLES = 150
_TODAY = date(2026, 11, 21)
_KEYSTROKE = 0.016
_OPENING = 0.050


def measure(path: Path) -> list[tuple[str, float, float, float]]:
    """Return name, our seconds, the floor's, and the largest ratio allowed.

    Searches are told at their 95th percentile, the rest by the median.

    `path` is a database of a million customers; it is left as it was. The floor of a search is one
    plain statement that finds fifty such customers and reads the same columns; of a save, the very
    rows, written by the driver alone. Where a promise is a time, the floor is that time.
    """
    database = Database(path)
    try:
        rows = list(_searches(database))
    finally:
        database.close()
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copy(path, copy)
        database = Database(copy)
        try:
            rows += [*_opening(database), *_saving(database)]
        finally:
            database.close()
    return rows


def _searches(database: Database) -> Iterator[tuple[str, float, float, float]]:
    for name, texts in _keystrokes(database).items():
        ours, bare = [], []
        with database.reading() as session:
            driver = _driver(session)
            for text in texts:
                statement = _bare_search(name, text)
                # The first time brings the pages into memory; a typed word is searched for often.
                search_customers(session, text)
                for _ in range(3):
                    ours.append(_timed(search_customers, session, text))
                    bare.append(_timed(_run, driver, statement))
        yield f"search: {name}, / one bare SELECT", _p95(ours), _p95(bare), 3.0
        yield f"search: {name}, within 16 ms", _p95(ours), _KEYSTROKE, 1.0


def _keystrokes(database: Database) -> dict[str, list[str]]:
    """Return what people type on the way to some customers of this database, by kind."""
    chance = random.Random(7)
    with database.reading() as session:
        count = session.connection().exec_driver_sql("SELECT max(number) FROM customer_index")
        numbers = chance.sample(range(1, count.scalar_one()), _SAMPLES)
        wanted = ", ".join(map(str, numbers))
        found = session.connection().exec_driver_sql(
            "SELECT c.first_name, c.last_name, i.phone FROM customer_index i"
            " JOIN customers c ON c.id = i.customer_id"
            f" WHERE i.number IN ({wanted}) AND c.first_name <> '' AND length(c.last_name) > 3"
        )
        people = [tuple(row) for row in found]
    texts: dict[str, list[str]] = {
        "1 letter": [], "2 letters": [], "3 letters or more": [], "part of a phone": [],
        "two words": [],
    }  # fmt: skip
    for first, last, phone in people:
        word = chance.choice((first, last))
        texts["1 letter"].append(word[:1])
        texts["2 letters"].append(word[:2])
        texts["3 letters or more"] += [word[:length] for length in range(3, len(word) + 1)]
        texts["3 letters or more"].append(last[1:])
        dialled = "0" + phone.removeprefix("+98")
        texts["part of a phone"] += [dialled[:4], dialled[:7], dialled[-4:], dialled[4:8], dialled]
        texts["two words"] += [f"{first} {last[:3]}", f"{first} {last}", f"{last} {first[:3]}"]
    return texts


_HIT = """
SELECT i.customer_id, c.code, c.kind, c.first_name, c.last_name, c.company_name, i.phone, c.city
FROM {source} JOIN customers c ON c.id = i.customer_id WHERE {where} LIMIT 50
"""
_PREFIX = _HIT.format(
    source="customer_index i",
    where="i.first_folded >= ? AND i.first_folded < ? ORDER BY i.first_folded, i.last_folded",
)
_MATCH = _HIT.format(
    source="customer_fts f JOIN customer_index i ON i.number = f.rowid",
    where="customer_fts MATCH ?",
)


def _bare_search(name: str, text: str) -> Statement:
    if name in {"1 letter", "2 letters"}:
        return _PREFIX, (text, text + "\U0010ffff")
    words = [word.replace("\u200c", "") for word in text.split()]
    return _MATCH, (" AND ".join(f'"{word}"' for word in words),)


def _opening(database: Database) -> Iterator[tuple[str, float, float, float]]:
    customer_id = _busy_customer(database)

    def read(session: Session) -> None:
        customer_detail(session, customer_id)
        customer_rows(session, [customer_id])
        call_context(session, customer_id, _TODAY)
        assert len(customer_timeline(session, customer_id, limit=500).events) == 500

    with database.reading() as session:
        ours = [_timed(read, session) for _ in range(40)]
    yield "open a customer with 500 events, within 50 ms (median)", median(ours), _OPENING, 1.0


def _busy_customer(database: Database) -> UUID:
    with database.transaction() as session:
        customer = Customer(code="busy", first_name="پرکار")
        session.add(customer)
        session.flush()
        start = datetime(2024, 1, 1, 9, tzinfo=UTC)
        for number in range(100):
            at = start + timedelta(days=number * 10)
            day = at.date()
            session.add_all(
                [
                    Purchase(
                        customer_id=customer.id,
                        number=str(number),
                        purchased_on=day,
                        purchased_at=at,
                        total=3000,
                        lines=[
                            PurchaseLine(
                                position=line,
                                title=f"کالای {line}",
                                quantity=1000,
                                unit_price=1000,
                                total=1000,
                            )
                            for line in range(3)
                        ],
                    ),
                    Complaint(
                        customer_id=customer.id,
                        number=f"1404-{number}",
                        subject="دیر رسید",
                        received_at=at,
                        due_on=day,
                    ),
                    Task(customer_id=customer.id, title="پیگیری", due_on=day),
                    Interaction(customer_id=customer.id, occurred_at=at, subject="سفارش"),
                    Interaction(customer_id=customer.id, occurred_at=at, subject="تحویل"),
                ]
            )
        return customer.id


def _saving(database: Database) -> Iterator[tuple[str, float, float, float]]:
    def save(draft: CustomerDraft) -> None:
        with database.transaction() as session:
            create_customer(session, draft)

    drafts = [
        CustomerDraft(
            first_name="مریم",
            last_name=f"احمدی{number}",
            phones=(PhoneDraft(phone=Phone.parse(f"0912{number:07}")),),
            city="یزد",
        )
        for number in range(170)
    ]
    ours, bare = [], []
    for draft in drafts:
        with _recorded(database.writer) as statements:
            ours.append(_timed(save, draft))
        # The same rows again, under ids that nobody has.
        rows = [(text, _renewed(values)) for text, values in statements if "INSERT" in text]
        with database.writer.connect() as connection:
            driver = connection.connection.driver_connection
            connection.rollback()
            bare.append(_timed(_commit, driver, rows))
    # The first ones fill the caches of both.
    ours, bare = ours[20:], bare[20:]
    name = "save a customer / a bare durable commit of the same rows (median)"
    yield name, median(ours), median(bare), 2.0


def _renewed(values: Any) -> Any:
    """Return the values of a row with its ids turned around, the same for the same id."""
    return tuple(bytes(v)[::-1] if isinstance(v, bytes | memoryview) else v for v in values)


def _commit(driver: Any, rows: Sequence[Statement]) -> None:
    driver.execute("BEGIN IMMEDIATE")
    for text, values in rows:
        driver.execute(text, values)
    driver.execute("COMMIT")


@contextmanager
def _recorded(engine: Engine) -> Iterator[list[Statement]]:
    """Give what is sent to the driver meanwhile."""
    statements: list[Statement] = []

    def record(
        _connection: Any, _cursor: Any, text: str, values: Any, _context: Any, many: Any
    ) -> None:
        if not text.startswith("BEGIN"):
            statements.extend((text, one) for one in (values if many else [values]))

    event.listen(engine, "before_cursor_execute", record)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", record)


def _driver(session: Session) -> Any:
    return session.connection().connection.driver_connection


def _run(driver: Any, statement: Statement) -> None:
    driver.execute(*statement).fetchall()


def _timed(work: Callable[..., object], *values: Any) -> float:
    start = time.perf_counter()
    work(*values)
    return time.perf_counter() - start


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
