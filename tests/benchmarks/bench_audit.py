"""The audit trail with 5,000,000 changes: every filter and every screen is there at once."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sized
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from ecrm_desktop.models.changes import ChangeKind
from ecrm_desktop.queries.change_detail import changed_records, entry_records
from ecrm_desktop.queries.change_filter import ChangeFilter, EntryKind
from ecrm_desktop.queries.changes import change_rows, list_changes
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.ids import new_id
from tests.helpers.factories import make_customer, make_user

ENTRIES = 1_400_000
IMPORTS = 8
IMPORTED = 100_000
_BATCH = 20_000
_LIST_SECONDS = 2.0
_SCREEN_SECONDS = 0.3
_NEWEST = Sort("at", descending=True)
_BEGAN = datetime(2024, 1, 1, tzinfo=UTC)

Measured = tuple[str, float, float, float]
Row = tuple[object, ...]


def measure() -> list[Measured]:
    """Return what lists of the trail take, against what a person waits for without noticing."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "audit.db", create=True)
        with database.transaction(captured=False) as session:
            user = make_user(session)
            customers = [make_customer(session, code=str(number)) for number in range(200)]
        _fill(database, user, customers)
        rows = _measured(database, user, customers[0])
        database.close()
    return rows


def _measured(database: Database, user: UUID, customer: UUID) -> list[Measured]:
    with database.reading() as session:
        found = list_changes(session, ChangeFilter(), _NEWEST)
        [an_import, *_] = list_changes(session, ChangeFilter(kind=EntryKind.IMPORTED), _NEWEST)
        inside = entry_records(session, an_import)
    month = _BEGAN + timedelta(days=400)
    filters = {
        "all": ChangeFilter(),
        "one person": ChangeFilter(user_id=user),
        "one month": ChangeFilter(since=month, until=month + timedelta(days=30)),
        "one kind of record": ChangeFilter(table="customers"),
        "one kind of change": ChangeFilter(kind=EntryKind.CHANGED),
        "one customer": ChangeFilter(record=("customers", customer)),
        "words": ChangeFilter(text="تازه"),
    }
    lists: dict[str, Callable[[Session], Sized]] = {
        f"list of {name}": partial(list_changes, filter_=one, sort=_NEWEST)
        for name, one in filters.items()
    }
    screens: dict[str, Callable[[Session], Sized]] = {
        "a screen of rows": lambda session: change_rows(session, found[:100]),
        "an import of 100,000 opened": lambda session: entry_records(session, an_import),
        "a screen of its records": lambda session: changed_records(
            session, an_import, inside[:100]
        ),
    }
    return [
        (f"audit trail, {name}", _seconds(database, read), limit, 1.0)
        for some, limit in ((lists, _LIST_SECONDS), (screens, _SCREEN_SECONDS))
        for name, read in some.items()
    ]


def _seconds(database: Database, read: Callable[[Session], Sized]) -> float:
    with database.reading() as session:
        start = time.perf_counter()
        if not len(read(session)):
            raise AssertionError
        return time.perf_counter() - start


def _fill(database: Database, user: UUID, customers: list[UUID]) -> None:
    raw: Any = database.writer.raw_connection()
    raw.execute("BEGIN")
    for groups, changes in _batches(user, customers):
        raw.cursor().executemany("INSERT INTO change_groups VALUES (?, ?, ?, ?)", groups)
        raw.cursor().executemany(
            "INSERT INTO changes (group_number, table_name, record_id, owner_id, kind, before,"
            " after) VALUES (?, ?, ?, ?, ?, ?, ?)",
            changes,
        )
    raw.execute("COMMIT")
    raw.close()


def _batches(user: UUID, customers: list[UUID]) -> Iterator[tuple[list[Row], list[Row]]]:
    chance = random.Random(1)
    imports = set(chance.sample(range(ENTRIES), IMPORTS))
    groups: list[Row] = []
    changes: list[Row] = []
    for minute in range(ENTRIES):
        at = _BEGAN + timedelta(minutes=minute)
        number = int(at.timestamp() * 1000) << 16
        who = user.bytes if chance.random() < 0.3 else None
        written = at.replace(tzinfo=None).isoformat(" ", "microseconds")
        groups.append((number, written, who, "import" if minute in imports else ""))
        if minute in imports:
            changes += _import(number)
        else:
            changes += _deed(number, chance, customers)
        if len(changes) > _BATCH:
            yield groups, changes
            groups, changes = [], []
    yield groups, changes


def _import(number: int) -> Iterator[Row]:
    new = ChangeKind.INSERT.value
    yield number, "imports", new_id().bytes, None, new, None, None
    for _ in range(IMPORTED):
        one = new_id().bytes
        yield number, "customers", one, None, new, None, None
        yield number, "customer_phones", new_id().bytes, one, new, None, None


def _deed(number: int, chance: random.Random, customers: list[UUID]) -> Iterator[Row]:
    new, changed = ChangeKind.INSERT.value, ChangeKind.UPDATE.value
    share = chance.random()
    one = new_id().bytes
    if share < 0.5:
        yield number, "purchases", one, None, new, None, None
        for _ in range(chance.randint(1, 4)):
            yield number, "purchase_lines", new_id().bytes, one, new, None, None
    elif share < 0.75:
        yield number, "interactions", one, None, new, None, None
    elif share < 0.97:
        customer = chance.choice(customers).bytes
        before, after = '{"notes":"کهنه"}', '{"notes":"تازه و نو"}'
        yield number, "customers", customer, None, changed, before, after
        yield number, "customer_tags", one, customer, new, None, None
    else:
        before = '{"deleted_at":null,"deletion_id":null}'
        after = '{"deleted_at":"2024-01-01 00:00:00.000000","deletion_id":"00"}'
        yield number, "tasks", one, None, changed, before, after
