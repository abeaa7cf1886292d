"""Rounds of syncing with little to do, in both ways, and what a save costs who syncs."""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from uuid import UUID

import keyring
from sqlalchemy import select

from ecrm_desktop.backup.entering import enter_shop
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.sync import Link
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import parse_address
from ecrm_desktop.sync.entering import visiting
from ecrm_desktop.sync.reaching import reaching
from ecrm_desktop.sync.rounds import Syncing
from ecrm_desktop.sync.server.administering import pair_device
from ecrm_desktop.sync.server.embedded import wheel_binaries
from ecrm_desktop.sync.server.installing import make_shop
from ecrm_desktop.values.ids import new_id
from tests.helpers.file_keyring import FILE, FileKeyring
from tests.helpers.hubs import HubShop
from tests.helpers.new_files import new_database
from tests.helpers.postgres_places import place_for
from tests.helpers.small_shop import fill_small_shop

_IDLE_SECONDS: Final = 0.020
_CHANGE_SECONDS: Final = 0.030
_SAVE_TIMES: Final = 1.3
_ROUNDS: Final = 40

Measured = tuple[str, float, float, float]


def measure() -> list[Measured]:
    """Return what rounds take, in themselves and beside the calls and commits that they need."""
    with served_by_hub() as (served, folder):
        return [*_measured(served, folder, "LAN"), *_measured(served, folder, "hub")]


@contextmanager
def served_by_hub() -> Iterator[tuple[HubShop, Path]]:
    """Yield a database with a hub before it, and a folder; with a keyring of its own meanwhile."""
    folder = Path(tempfile.mkdtemp(prefix="ecrm-bench-rounds-"))
    # For the processes that are started, too.
    os.environ[FILE] = str(folder / "kept.json")
    os.environ["PYTHON_KEYRING_BACKEND"] = "tests.helpers.file_keyring.FileKeyring"
    before = keyring.get_keyring()
    keyring.set_keyring(FileKeyring())
    try:
        with (
            place_for(wheel_binaries(), durable=True) as place,
            place,
            closing(HubShop(place, "served", folder, "--rate", "10000")) as served,
        ):
            yield served, folder
    finally:
        keyring.set_keyring(before)
        shutil.rmtree(folder, ignore_errors=True)


def enter(served: HubShop, database: Database, way: str) -> None:
    """Let a file sync with a shop of its own, through the hub or in the LAN."""
    with database.reading() as session:
        shop = get_shop(session).id
    make_shop(served.admin, shop)
    if way == "hub":
        pairing = served.invite("PC", shop=shop)
    else:
        port = served.admin.info.port
        pairing = pair_device(served.admin, shop, "PC", "127.0.0.1", port, authority=None)
    with visiting(pairing) as visit:
        enter_shop(database, visit, limit=10)


def _measured(served: HubShop, folder: Path, way: str) -> Iterator[Measured]:
    path, alone = folder / f"{way}.db", folder / f"{way}-alone.db"
    with closing(new_database(path)) as made, made.transaction() as session:
        person = fill_small_shop(session, "fa").customer
    shutil.copy(path, alone)
    database = Database(path)
    enter(served, database, way)
    with closing(Syncing(database)) as syncing:
        syncing.run_round()
        idle = _typical(syncing.run_round)
        change = _typical(syncing.run_round, before=lambda: _edit(database, person))
    bare_idle, bare_change = (_bare(database, *counts) for counts in ((1, 1), (2, 4)))
    yield f"an idle round, {way}", idle, _IDLE_SECONDS, 1.0
    yield f"an idle round, {way} / a call and a commit", idle, bare_idle, float("inf")
    yield f"a round with one change, {way}", change, _CHANGE_SECONDS, 1.0
    yield f"a round with one change, {way} / 2 calls, 4 commits", change, bare_change, float("inf")
    with closing(Database(alone)) as other:
        both = [
            (_seconds(lambda: _edit(database, person)), _seconds(lambda: _edit(other, person)))
            for _ in range(_ROUNDS * 3)
        ]
    synced, unsynced = (sorted(times)[len(times) // 2] for times in zip(*both, strict=True))
    yield f"a save of who syncs, {way} / of who does not", synced, unsynced, _SAVE_TIMES
    database.close()


def _bare(database: Database, calls: int, commits: int) -> float:
    """Return the seconds of pulls that bring nothing, and of commits to a file of one number."""
    with database.reading() as session:
        link = session.scalars(select(Link)).one()
    epoch = link.epoch
    if epoch is None:
        raise RuntimeError

    def act() -> None:
        for _ in range(calls):
            way.pull(link.device_id, epoch, link.batch, link.cursor, 1_000)
        for _ in range(commits):
            bare.execute("UPDATE counts SET count = count + 1")

    path = database.path.with_suffix(f".{calls}-{commits}")
    with (
        reaching(parse_address(link.address), link.shop_id) as way,
        closing(sqlite3.connect(path, isolation_level=None)) as bare,
    ):
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE counts AS SELECT 0 AS count")
        return _typical(act)


def _edit(database: Database, person: UUID) -> None:
    with database.transaction() as session:
        session.get_one(Customer, person).job = new_id().hex[-8:]


def _typical(act: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    times = []
    for _ in range(_ROUNDS):
        before()
        times.append(_seconds(act))
    return sorted(times)[_ROUNDS // 2]


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
