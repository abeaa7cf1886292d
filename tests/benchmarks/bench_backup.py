"""A backup of a gigabyte beside a plain file copy, and what readers and writers notice of it."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from ecrm_desktop.backup.contents import check_file
from ecrm_desktop.backup.copying import copy_database, one_state
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import Reading, open_file
from tests.helpers.factories import make_customer

ROOT = Path(__file__).resolve().parents[2]
_CUSTOMERS = 280_000  # a gigabyte
_ROUNDS = 5
_BLOCK = 0.100
_LIMIT = 10**13


def measure(path: Path) -> list[tuple[str, float, float, float]]:
    """Return name, our seconds, the floor's, and the largest ratio allowed.

    `path` is the database of a million customers; a smaller one is made beside it and kept. Each
    round copies and backs up in turn, so that neither has the quieter disk, and the best rounds
    are told. The promise is about writing; what checking adds, the disk being as fast as memory,
    is told beside it.
    """
    database = Database(_gigabyte(path))
    try:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            return [*_speed(database, Path(folder)), *_blocking(database, Path(folder))]
    finally:
        database.close()


def _gigabyte(path: Path) -> Path:
    small = path.with_name(f"{path.stem}-gigabyte.db")
    if not small.exists():
        part = small.with_suffix(".part")
        program = "from ecrm_desktop.console import main; raise SystemExit(main())"
        command = ["--database", str(part), "demo", "--customers", str(_CUSTOMERS)]
        subprocess.run([sys.executable, "-c", program, *command], check=True, cwd=ROOT)
        part.rename(small)
    return small


def _speed(database: Database, folder: Path) -> Iterator[tuple[str, float, float, float]]:
    plain, written, checked, whole = [], [], [], []
    for number in range(_ROUNDS):
        plain.append(_timed(_plain_copy, database.path, folder / "plain.db"))
        part = folder / f"{number}.db"
        written.append(_timed(_write, database, part))
        checked.append(_timed(check_file, part))
        for file in folder.iterdir():
            file.unlink()
        whole.append(_timed(_back_up, database, folder))
        for file in folder.iterdir():
            file.unlink()
    floor = min(plain)
    yield "backup of 1 GB: writing / a plain copy with fsync", min(written), floor, 1.5
    yield "backup of 1 GB: checking / a plain copy with fsync", min(checked), floor, 4.0
    yield "backup of 1 GB: all of it / a plain copy with fsync", min(whole), floor, 6.0


def _blocking(database: Database, folder: Path) -> Iterator[tuple[str, float, float, float]]:
    """Go on reading and saving while a backup is made, and tell how long each takes."""
    over = threading.Event()

    def back_up() -> None:
        try:
            _back_up(database, folder)
        finally:
            over.set()

    thread = threading.Thread(target=back_up)
    reads, saves, ticks = [], [], []
    thread.start()
    while not over.is_set():
        reads.append(_timed(_search, database))
        saves.append(_timed(_save, database))
        ticks.append(_timed(time.sleep, 0.005))
    thread.join()
    slow = sorted(reads)[int(len(reads) * 0.95)]
    yield "during a backup: a search, within 100 ms (95 %)", slow, _BLOCK, 1.0
    yield "during a backup: the median save, within 100 ms", median(saves), _BLOCK, 1.0
    yield "during a backup: the longest stop of the window, 100 ms", max(ticks), _BLOCK, 1.0


def _plain_copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("wb") as written:
        shutil.copyfileobj(read, written, 1 << 20)
        written.flush()
        os.fsync(written.fileno())


def _write(database: Database, part: Path) -> None:
    with closing(open_file(database.path, None, Reading.LOCKS)) as source, one_state(source):
        copy_database(source, part, None, lambda _done, _total: None)


def _back_up(database: Database, folder: Path) -> None:
    make_backup(database, folder, now=datetime.now(UTC), limit=_LIMIT)


def _search(database: Database) -> None:
    with database.reading() as session:
        search_customers(session, "مریم")


def _save(database: Database) -> None:
    with database.transaction() as session:
        make_customer(session, "هنگام پشتیبان")


def _timed(work: Callable[..., Any], *values: Any) -> float:
    start = time.perf_counter()
    work(*values)
    return time.perf_counter() - start
