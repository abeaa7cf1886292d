"""One database copied into a new file by SQLite's online backup, while people go on working."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.storage.database_file import open_file
from ecrm_desktop.storage.durability import flush, is_full

_PAGES = 2_048  # 8 MB a step
_SPARE = 16_000_000
_MEGABYTE = 1_000_000
_LARGEST_PAGE = 65_536
_FLUSH_SECONDS = 0.1


@contextmanager
def one_state(source: Any) -> Iterator[None]:
    """Let a raw connection see one state of its database, however much others write meanwhile."""
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_master").fetchall()
        yield
    finally:
        source.execute("ROLLBACK")


def copy_database(
    source: Any, target: Path, secret: bytes | None, report_progress: ReportProgress
) -> None:
    """Copy a database into a new file under the same key, and onto the disk.

    `source` is a raw connection in `one_state`; without that, every write of others would start
    the copy anew. The copy needs no second file beside it. Raises the driver's errors and OSError.
    """
    copy = open_file(target, secret)
    try:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
            copy.execute(f"PRAGMA {pragma}").fetchall()
        if secret is None:
            # SQLite then writes 16 pages at a time, which takes half as long, and the finished
            # file has the page size of the source all the same.
            copy.execute(f"PRAGMA page_size = {_LARGEST_PAGE}").fetchall()
            copy.execute("CREATE TABLE first_page (content)")
        with _flushing(target):
            source.backup(
                copy,
                pages=_PAGES,
                sleep=0,
                progress=lambda _status, left, total: report_progress(total - left, total),
            )
    finally:
        copy.close()
    single = open_file(target, secret)
    try:
        # A file in WAL mode could not be read on a stick that is locked against writing.
        single.execute("PRAGMA synchronous = OFF").fetchall()
        single.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        single.close()
    flush(target)


def check_free_space(folder: Path, needed: int, problem: Problem) -> None:
    """Raise FileError (path, needed, free: megabytes) where a file of this size has no room."""
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE:
        raise FileError(
            problem,
            path=folder,
            needed=-(-(needed + _SPARE) // _MEGABYTE),
            free=free // _MEGABYTE,
        )


def page_bytes(connection: Any) -> int:
    """Return how large a file a database needs."""
    # SQLCipher tells some of its numbers as text.
    pages, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "page_size")
    )
    return pages * size


def has_no_room(error: BaseException) -> bool:
    """Return whether an error says that a disk has no room left."""
    if isinstance(error, driver.Error):
        return (getattr(error, "sqlite_errorname", "") or "").startswith("SQLITE_FULL")
    return isinstance(error, OSError) and is_full(error)


@contextmanager
def _flushing(path: Path) -> Iterator[None]:
    """Send a growing file to the disk all the while: at the end there is little left to wait for.

    Raises the OSError of a disk that failed meanwhile, since the system tells each only once.
    """
    done = threading.Event()
    failures: list[OSError] = []
    handle = os.open(path, os.O_RDWR)

    def flush_on() -> None:
        try:
            while not done.wait(_FLUSH_SECONDS):
                os.fsync(handle)
        except OSError as error:
            failures.append(error)

    thread = threading.Thread(target=flush_on, name="flush", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        os.close(handle)
    if failures:
        raise failures[0]
