"""What is in a database file that nobody has open: counts, the last change, the schema."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.errors import Cancelled, DatabaseError, FileError, Problem
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.storage.checksum import is_as_written
from ecrm_desktop.storage.database_file import (
    check_readable,
    open_file,
    reading_of_closed,
    secret_of,
)
from ecrm_desktop.storage.schema import revision_of
from ecrm_desktop.storage.soundness import checked_tables, wrong_in_table

_COUNTED = (
    "customers",
    "purchases",
    "interactions",
    "complaints",
    "products",
    "tasks",
)


# Counted in pages too: 80 MB of a file.
_STEPS_BETWEEN_QUESTIONS = 20_000
_NOT_GIVEN = ("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR", "SQLITE_NOMEM")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a file holds; `counts` are records outside the bin by kind, `size` is in bytes.

    `change` grows with every change of the shop's records; it tells whether two files hold the
    same. `shop_name` is empty before the first start, and `shop_id` is None.
    """

    path: Path
    size: int
    schema: str
    shop_id: UUID | None
    shop_name: str
    counts: dict[str, int]
    changed_at: datetime | None
    change: int

    def is_of_another_shop(self, shop_id: UUID | None) -> bool:
        """Whether this is somebody else's; a shop that was renamed stays the same one."""
        return None not in {self.shop_id, shop_id} and self.shop_id != shop_id


def read_contents(path: Path, secret: bytes | None = None) -> Contents:
    """Look into a backup or any other closed file of ours.

    Raises FileError FILE_MISSING, FILE_UNREADABLE, BACKUP_FOREIGN, BACKUP_ALTERED, BACKUP_DAMAGED
    or BACKUP_TOO_NEW (path), and DatabaseError KEY_MISSING or KEY_WRONG for an encrypted one.
    Damage in places nobody looks at here stays unseen: `check_file` finds it.
    """
    with opened(path, secret) as connection:
        return contents_of(connection, path)


def check_file(
    path: Path,
    secret: bytes | None = None,
    report_progress: ReportProgress = no_progress,
    *,
    thoroughly: bool = False,
) -> dict[str, int]:
    """Read a whole closed file and return how many rows its tables have.

    A backup that is plain has to be as it was written, by its checksum.
    `thoroughly`: also whether each index says what its table says. Raises FileError BACKUP_DAMAGED
    (path) if it is not sound, and what `read_contents` raises. `report_progress` is asked
    now and then whether to stop, by Cancelled.
    """
    stopped: list[Cancelled] = []

    def ask() -> int:
        try:
            report_progress(0, 0)
        except Cancelled as error:
            stopped.append(error)
        return len(stopped)

    with opened(path, secret) as connection:
        if not _is_as_written(path, report_progress):
            raise FileError(Problem.BACKUP_DAMAGED, path=path)
        connection.set_progress_handler(ask, _STEPS_BETWEEN_QUESTIONS)
        # Never by mmap: a stick that is pulled out would then kill the program.
        try:
            found = is_sound(connection, thoroughly=thoroughly)
        except driver.Error:
            if stopped:
                raise stopped[0] from None
            raise
        finally:
            connection.set_progress_handler(None, 0)
        if not found:
            raise FileError(Problem.BACKUP_DAMAGED, path=path)
        return row_counts(connection)


def _is_as_written(path: Path, report_progress: ReportProgress) -> bool:
    try:
        return is_as_written(path, report_progress)
    except OSError as error:
        raise FileError(Problem.FILE_UNREADABLE, path=path) from error


@contextmanager
def opened(path: Path, secret: bytes | None = None) -> Iterator[Any]:
    """Yield a raw connection to a closed file of ours; errors as those of `read_contents`."""
    if not path.exists():
        raise FileError(Problem.FILE_MISSING, path=path)
    with explained(path):
        connection = open_file(path, secret_of(path, secret), reading_of_closed(path))
        try:
            _check_is_shop(connection, path)
            yield connection
        finally:
            connection.close()


@contextmanager
def _given(path: Path) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        if error.problem in {Problem.DATABASE_UNREADABLE, Problem.DATABASE_NO_ACCESS}:
            raise FileError(Problem.FILE_UNREADABLE, path=path) from error
        raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Say in a sentence what SQLite does not like about a closed file."""
    try:
        with _given(path):
            yield
    except (driver.Error, UnicodeDecodeError) as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith(_NOT_GIVEN):
            raise FileError(Problem.FILE_UNREADABLE, path=path) from error
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise DatabaseError(Problem.DATABASE_LOCKED) from error
        if name.startswith("SQLITE_NOTADB"):
            raise FileError(Problem.BACKUP_FOREIGN, path=path) from error
        with _given(path):
            check_readable(path)
        raise FileError(Problem.BACKUP_DAMAGED, path=path) from error


_PROBLEMS = {
    Problem.DATABASE_FOREIGN: Problem.BACKUP_FOREIGN,
    Problem.DATABASE_ALTERED: Problem.BACKUP_ALTERED,
    Problem.DATABASE_DAMAGED: Problem.BACKUP_DAMAGED,
    Problem.DATABASE_TOO_NEW: Problem.BACKUP_TOO_NEW,
}


def _check_is_shop(connection: Any, path: Path) -> None:
    try:
        revision = revision_of(connection)
    except DatabaseError as error:
        raise FileError(_PROBLEMS[error.problem], path=path) from error
    if revision is None:
        raise FileError(Problem.BACKUP_FOREIGN, path=path)


def contents_of(connection: Any, path: Path) -> Contents:
    """Return what an open connection sees."""
    tables = {
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
    }
    counts = {
        name: connection.execute(
            f"SELECT count(*) FROM {name} WHERE deleted_at IS NULL"
        ).fetchone()[0]
        for name in _COUNTED
    }
    shop = connection.execute("SELECT id, name FROM shop ORDER BY id LIMIT 1").fetchone()
    change, changed_at = _last_change(connection, tables)
    return Contents(
        path=path,
        size=path.stat().st_size,
        schema=connection.execute("SELECT version_num FROM alembic_version").fetchone()[0],
        shop_id=UUID(bytes=shop[0]) if shop else None,
        shop_name=shop[1] if shop else "",
        counts=counts,
        changed_at=changed_at,
        change=change,
    )


def is_sound(connection: Any, *, thoroughly: bool = False) -> bool:
    """Return whether all of a file can be read, or the driver's error; else as `check_file`."""
    return not any(
        wrong_in_table(connection, table, thoroughly=thoroughly)
        for table in checked_tables(connection)
    )


def row_counts(connection: Any) -> dict[str, int]:
    """Return how many rows each table has."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in names
    }


def _last_change(connection: Any, tables: set[str]) -> tuple[int, datetime | None]:
    change = 0
    if "changes" in tables:
        change = connection.execute("SELECT coalesce(max(number), 0) FROM changes").fetchone()[0]
    if change:
        # The last by number: what the clock said may be years ahead in one before.
        groups = "SELECT at FROM change_groups ORDER BY number DESC LIMIT 1"
        at = (connection.execute(groups).fetchone() or (None,))[0]
    else:
        # Before changes were captured, and in an invented shop.
        at = connection.execute(
            "SELECT max(at) FROM ("
            + " UNION ALL ".join(f"SELECT max(updated_at) AS at FROM {name}" for name in _COUNTED)
            + ")"
        ).fetchone()[0]
    return change, datetime.fromisoformat(at).replace(tzinfo=UTC) if at else None
