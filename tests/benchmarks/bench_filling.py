"""A PC that comes to a large shop, beside COPY of the same rows into a file of the same schema."""

import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Boolean, Integer, update

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import parents_first
from ecrm_desktop.models.sync import Link
from ecrm_desktop.models.types import RecordId
from ecrm_desktop.models.wire import units, wire_text
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.encryption import turn_on
from ecrm_desktop.storage.keyring_secrets import make_secret
from ecrm_desktop.sync.engine import Engine
from ecrm_desktop.sync.server.embedded import wheel_binaries
from ecrm_desktop.values.batches import batched
from tests.helpers.hubs import HubShop
from tests.helpers.postgres_places import place_for
from tests.helpers.synced_pcs import Pc, ServedShop

CUSTOMERS: Final = int(os.environ.get("ECRM_BENCH_CUSTOMERS", "100000"))
_SECONDS: Final = 60 * CUSTOMERS / 100_000
_TIMES_COPY: Final = 3.0
_PULLED: Final = 15_000
_BLOCK: Final = 5_000
_PART: Final = 500
_NOON: Final = "2026-01-01 10:00:00.000000"

Measured = tuple[str, float, float, float]


def measure() -> list[Measured]:
    """Return what filling and pulling take, and what the promises allow."""
    folder = Path(tempfile.mkdtemp(prefix="ecrm-bench-filling-"))
    try:
        with place_for(wheel_binaries(), durable=True) as place, place:
            source = folder / "source.db"
            database = Database(source, create=True)
            with database.transaction(captured=False) as session:
                fill_demo(session, customers=CUSTOMERS)
            with closing(HubShop(place, "filling", folder, "--rate", "10000")) as shop:
                records = _serve(shop, database)
                rows = list(_measured(shop, database, folder, records))
            database.close()
            return rows
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measured(shop: HubShop, source: Database, folder: Path, records: int) -> Iterator[Measured]:
    plain = _timed(_copying(shop, source, folder))
    for name, served, secret in (
        ("through a hub", shop, None),
        ("directly", _Direct(shop), None),
        ("into an encrypted file", shop, make_secret()),
    ):
        pc = _joined(served, folder / f"{name}.db", secret)
        seconds = _timed(pc.sync)
        _check(pc)
        yield f"fill {records:,} records {name}", seconds, _SECONDS, 1.0
        yield f"fill {name} / COPY", seconds, plain, _TIMES_COPY
        pc.database.close()
    pc = _joined(_Direct(shop), folder / "pulling.db", None)
    # As a file that was synced before there was a first fill.
    with pc.database.transaction(captured=False) as session:
        session.execute(update(Link).values(filling=None))
    seconds = _timed(pc.sync)
    _check(pc)
    yield f"pull {records:,} records, captured", seconds, records / _PULLED, 1.0
    pc.database.close()


class _Direct:
    """The shop behind a hub as PCs in the LAN reach it."""

    def __init__(self, shop: HubShop) -> None:
        self.shop = shop.shop
        self.transport = partial(ServedShop.transport, shop)


def _joined(served: Any, path: Path, secret: bytes | None) -> Pc:
    Database(path, create=True).close()
    pc = Pc.joining(served, path, "PC")
    if secret is not None:
        pc.database.close()
        turn_on(path, secret)
        pc.database = Database(path, secret=secret)
        pc.engine = Engine(pc.database, pc.transport, pc.name)
    return pc


def _check(pc: Pc) -> None:
    mine = pc.digests()
    theirs = pc.transport.digests(pc.engine.device_id)["tables"]
    if theirs != {name: mine[name] for name in theirs} or pc.findings():
        raise RuntimeError


def _serve(shop: HubShop, source: Database) -> int:
    """Let the server have all that a file holds, as one group that somebody pushed."""
    revision = 0
    cursor = shop.admin.cursor()
    cursor.execute("SELECT set_config('ecrm.shop', %s, false)", [str(shop.shop)])
    for number, table in enumerate(parents_first(), 1):
        cursor.execute(
            "INSERT INTO ecrm_sync.record_tables (shop, name, number) VALUES (%s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            [shop.shop, table, number],
        )
        text = wire_text(table, units(table))
        first = revision
        with (
            source.reading() as session,
            cursor.copy(
                "COPY ecrm_sync.operations (shop, id, revision, tab, kind, altered, fields)"
                " FROM STDIN"
            ) as copy,
        ):
            rows = session.connection().exec_driver_sql(f"SELECT id, {text} FROM {table}")
            for revision, (key, values) in enumerate(rows, first + 1):
                copy.write_row((shop.shop, key.hex(), revision, number, "c", False, values))
        for start in range(first, revision, _PART):
            cursor.execute(
                "INSERT INTO ecrm_sync.groups"
                " (shop, uid, first, last, part, device, at, action, schema)"
                " VALUES (%s, gen_random_uuid(), %s, %s, 1, 0, %s, '', '')",
                [shop.shop, start + 1, min(start + _PART, revision), _NOON],
            )
    cursor.execute(
        "INSERT INTO ecrm_sync.records (shop, tab, id, birth, device)"
        " SELECT shop, tab, id, revision, 0 FROM ecrm_sync.operations"
    )
    cursor.execute("UPDATE ecrm_sync.shops SET revision = %s", [revision])
    for table in ("records", "operations", "groups"):
        cursor.execute(f"VACUUM ANALYZE ecrm_sync.{table}")
    cursor.execute("CHECKPOINT")
    return revision


def _copying(shop: HubShop, source: Database, folder: Path) -> Callable[[], None]:
    """Return what copies the same rows by COPY into a file of the same schema, without triggers."""
    path = folder / "plain.db"
    Database(path, create=True).close()
    target = sqlite3.connect(path, isolation_level=None)
    for (name,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        target.execute(f"DROP TRIGGER {name}")
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -16000"):
        target.execute(f"PRAGMA {pragma}")
    cursor = shop.admin.cursor()
    cursor.execute("CREATE SCHEMA plain")
    tables = {}
    for table in parents_first():
        with source.reading() as session:
            result = session.connection().exec_driver_sql(f"SELECT * FROM {table}")
            names = list(result.keys())
            columns = Base.metadata.tables[table].columns
            kinds = [_kind(columns[name].type) for name in names]
            listed = ", ".join(f'"{one}" {kind}' for one, kind in zip(names, kinds, strict=True))
            cursor.execute(f"CREATE TABLE plain.{table} ({listed})")
            with cursor.copy(f"COPY plain.{table} FROM STDIN") as copy:
                for row in result:
                    copy.write_row(tuple(row))
        tables[table] = (names, kinds)

    def copy_all() -> None:
        for table, (names, kinds) in tables.items():
            listed = ", ".join(f'"{name}"' for name in names)
            into = f"INSERT INTO {table} ({listed}) VALUES ({', '.join('?' * len(names))})"
            with cursor.copy(f"COPY plain.{table} TO STDOUT") as copy:
                copy.set_types(kinds)
                for some in batched(copy.rows(), _BLOCK):
                    target.execute("BEGIN")
                    target.executemany(into, some)
                    target.execute("COMMIT")
        target.close()

    return copy_all


def _kind(column: Any) -> str:
    if isinstance(column, RecordId):
        return "bytea"
    return "bigint" if isinstance(column, Boolean | Integer) else "text"


def _timed(act: Callable[[], object]) -> float:
    start, processor = time.perf_counter(), time.process_time()
    act()
    seconds = time.perf_counter() - start
    sys.stderr.write(f"    {seconds:.1f} s, {time.process_time() - processor:.1f} s here\n")
    return seconds
