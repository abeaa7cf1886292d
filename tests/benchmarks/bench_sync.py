"""The server of syncing with 1,000,000 operations in it, against the pace that was promised."""

import random
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any, Final

import psycopg

from ecrm_desktop.sync.server.embedded import wheel_binaries
from ecrm_desktop.sync.server.installing import install
from ecrm_desktop.values.ids import new_id
from tests.helpers.postgres_places import place_for
from tests.helpers.sync_shops import Pc, TwoShops, group

RECORDS: Final = 1_000_000
_BATCH: Final = 500
_PUSHED: Final = 20_000
_INSERTS: Final = 12_500
_CONFLICTS: Final = 8_000
_PULLED: Final = 40_000
_RECORD_KB: Final = 0.6
_NOON: Final = "2026-01-01 10:00:00.000000"

Measured = tuple[str, float, float, float]
Key = tuple[str, str]


def measure() -> list[Measured]:
    """Return what pushing, pulling and keeping take, and what the promises allow."""
    with (
        place_for(wheel_binaries(), durable=True) as place,
        place,
        psycopg.connect(place.conninfo(), autocommit=True) as server,
    ):
        install(server)
        shops = TwoShops(place, server)
        rows = list(_measured(shops, server))
        shops.close()
    return rows


def _measured(shops: TwoShops, server: psycopg.Connection[Any]) -> Iterator[Measured]:
    pc, other = shops.first, shops.second
    keys: list[Key] = []
    _made(pc, keys, RECORDS)
    megabytes = _size(server) / 1_000_000
    # As autovacuum leaves it a minute later: else the first reader of each page writes it, too.
    server.execute("VACUUM ANALYZE ecrm_sync.records")
    server.execute("VACUUM ANALYZE ecrm_sync.operations")
    server.execute("CHECKPOINT")
    seconds = _made(pc, keys, _PUSHED)
    yield f"push {_PUSHED:,} new records", seconds, _PUSHED / _INSERTS, 1.0
    seconds = _edited(other, keys)
    yield f"push {_PUSHED:,} conflicting edits", seconds, _PUSHED / _CONFLICTS, 1.0
    start = time.perf_counter()
    cursor = 0
    while cursor < RECORDS // 10:
        cursor = other.pull(cursor)["to"]
    seconds = time.perf_counter() - start
    yield f"pull {RECORDS // 10:,} operations", seconds, RECORDS / 10 / _PULLED, 1.0
    yield f"{RECORDS:,} records on the server, MB", megabytes, _RECORD_KB * RECORDS / 1000, 1.0


def _made(pc: Pc, keys: list[Key], count: int) -> float:
    """Push new records; return the seconds that the server took."""

    def operation(nth: int) -> list[Any]:
        table, fields, quiet = record(nth)
        keys.append((table, new_id().hex))
        return ["c", *keys[-1], fields, quiet]

    return _pushed(pc, operation, count)


def _edited(pc: Pc, keys: list[Key]) -> float:
    """Push edits of records that somebody else made, unseen; return the server's seconds."""
    chance = random.Random()
    chosen = chance.sample(keys, _PUSHED)

    def operation(nth: int) -> list[Any]:
        fields = {"created_at": f"{chance.random()}"}
        return ["u", *chosen[nth], fields, {"updated_at": _NOON}]

    return _pushed(pc, operation, _PUSHED)


def _pushed(pc: Pc, operation: Callable[[int], list[Any]], count: int) -> float:
    seconds = 0.0
    for first in range(0, count, _BATCH):
        batch = group(*map(operation, range(first, first + _BATCH)))
        start = time.perf_counter()
        said = pc.push(batch)
        seconds += time.perf_counter() - start
        if "groups" not in said:
            raise RuntimeError(said)
    return seconds


def record(nth: int) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Return a record as shops have them."""
    made = {"created_at": _NOON}
    quiet: dict[str, Any] = {"updated_at": _NOON}
    match nth % 4:
        case 0:
            person = {"name": f"مشتری شماره {nth}", "code": str(nth), "city": "تهران"}
            return "customers", person | {"gender": "male"} | made, quiet
        case 1:
            phone = {"customer_id": uuid.uuid4().hex, "number": f"+98912{nth:07}", "is_primary": 1}
            return "customer_phones", phone | {"kind": "mobile"} | made, quiet
        case 2:
            sale = {"customer_id": uuid.uuid4().hex, "number": nth, "day": "2026-01-01"}
            return "purchases", sale | {"channel": "shop"} | made, quiet | {"total": 1_200_000}
    line = {"purchase_id": uuid.uuid4().hex, "product_id": uuid.uuid4().hex, "quantity": 2000}
    return "purchase_lines", line | {"name": f"کالای {nth}", "unit_price": 600_000} | made, quiet


def _size(server: psycopg.Connection[Any]) -> float:
    found = server.execute(
        """SELECT sum(pg_total_relation_size(oid))::float FROM pg_class
        WHERE relnamespace = 'ecrm_sync'::regnamespace AND relkind = 'r'"""
    ).fetchone()
    return 0.0 if found is None else float(found[0])
