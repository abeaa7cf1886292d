"""A large file that is brought in on a PC which syncs, and killed while it is sent."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from tests.benchmarks.bench_import import SALE_COLUMNS, write_lines
from tests.benchmarks.bench_rounds import enter, served_by_hub
from tests.helpers.command_line import ROOT
from tests.helpers.hubs import HubShop
from tests.helpers.new_files import new_database

LINES: Final = 1_000_000
_SECONDS: Final = 240
_MEMORY_MB: Final = 300
_LOOK_SECONDS: Final = 0.2

Measured = tuple[str, float, float, float]


def measure() -> list[Measured]:
    """Return what an import takes until the server has all of it, and what was promised."""
    with served_by_hub() as (served, folder):
        return list(_measured(served, folder))


def _measured(served: HubShop, folder: Path) -> Iterator[Measured]:
    file, path = folder / "lines.csv", folder / "pc.db"
    write_lines(file, LINES)
    with closing(new_database(path)) as database:
        with database.transaction() as session:
            create_shop(session, ShopDraft(name="انبار"), "IRR", "مریم")
        enter(served, database, "LAN")
    start = time.perf_counter()
    with _process(path, file, SALE_COLUMNS) as first:
        while _lines_there(served) < LINES // 2:
            if first.poll() is not None:
                raise RuntimeError
            time.sleep(_LOOK_SECONDS)
        first.kill()
    with _process(path, file) as second:
        said, _ = second.communicate()
    seconds = time.perf_counter() - start
    if _lines_there(served) != LINES or _waiting(path):
        raise RuntimeError
    name = f"import {LINES:,} lines and send them, killed half-way"
    yield f"{name}, within {_SECONDS} s", seconds, _SECONDS, 1.0
    yield f"{name}, within {_MEMORY_MB} MB", float(said), _MEMORY_MB, 1.0


def _process(path: Path, file: Path, *columns: str) -> subprocess.Popen[bytes]:
    module = "tests.benchmarks.synced_import_process"
    command = [sys.executable, "-m", module, str(path), str(file), *columns]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)


def _lines_there(served: HubShop) -> int:
    row = served.admin.execute(
        "SELECT count(*) FROM ecrm_sync.records r JOIN ecrm_sync.record_tables t"
        " ON t.shop = r.shop AND t.number = r.tab WHERE t.name = 'purchase_lines'"
    ).fetchone()
    return 0 if row is None else int(row[0])


def _waiting(path: Path) -> int:
    with closing(Database(path)) as database, database.reading() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT count(*) FROM changes c JOIN change_groups g ON g.number = c.group_number"
            " WHERE c.number > (SELECT sent FROM sync_link) AND g.origin IS NULL"
        )
        return int(rows.scalar_one())
