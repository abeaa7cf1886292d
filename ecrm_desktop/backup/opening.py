"""A shop's file opened; of one that an older version made a backup is made before it is changed."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.backup.contents import check_file, contents_of, is_sound, opened, row_counts
from ecrm_desktop.backup.files import find_backups, free_name, local_folder, series_of
from ecrm_desktop.backup.making import write_backup
from ecrm_desktop.errors import DatabaseError, EcrmError, FileError, Problem
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import Reading, open_file
from ecrm_desktop.storage.unfinished_files import remove_leftovers

_NO_SHOP = UUID(int=0)


def open_database(
    path: Path,
    *,
    create: bool = False,
    secret: bytes | None = None,
    report_progress: ReportProgress = no_progress,
) -> Database:
    """Open a file of any schema up to the newest, which it has afterwards.

    The backup lies in the local folder of backups. `report_progress` hears something only where
    one is made. Raises what `Database` raises, and FileError MIGRATION_NO_ROOM (path, needed,
    free) or MIGRATION_NO_BACKUP (path); the schema is then as it was.
    """
    back_up = partial(_back_up, report_progress=report_progress)
    return Database(path, create=create, secret=secret, back_up=back_up)


def _back_up(path: Path, secret: bytes | None, report_progress: ReportProgress) -> Path:
    report_progress(0, 0)
    folder = local_folder(path)
    # Not `connect`: closing a second handle to a file that is open here would drop its locks.
    with closing(open_file(path, secret, Reading.LOCKS)) as source, _explained(source, folder):
        folder.mkdir(exist_ok=True)
        remove_leftovers(folder, path.stem)
        series = series_of(path, _shop_id(source))
        same = _find_same(source, path, series, secret)
        if same is not None:
            return same
        target = free_name(folder, series, datetime.now(UTC))
        return write_backup(
            source, secret, target, thoroughly=False, report_progress=report_progress
        )


def _shop_id(source: Any) -> UUID:
    found = source.execute("SELECT id FROM shop ORDER BY id LIMIT 1").fetchone()
    return UUID(bytes=found[0]) if found else _NO_SHOP


def _find_same(source: Any, path: Path, series: str, secret: bytes | None) -> Path | None:
    """Return a sound backup with the same records, as each failed try would else leave one."""
    now = contents_of(source, path)
    for file in find_backups(local_folder(path), series):
        with suppress(EcrmError), opened(file.path, secret) as backup:
            kept = contents_of(backup, file.path)
            if replace(kept, path=now.path, size=now.size) == now and _has_same(backup, source):
                check_file(file.path, secret)
                return file.path
    return None


def _has_same(backup: Any, source: Any) -> bool:
    counts = row_counts(source)
    return row_counts(backup) == counts and all(
        row == other
        for table in counts
        for row, other in zip(_rows(backup, table), _rows(source, table), strict=True)
    )


def _rows(connection: Any, table: str) -> Iterator[tuple[Any, ...]]:
    # A copy has the rows in the order of what was copied.
    yield from connection.execute(f'SELECT * FROM "{table}"')


@contextmanager
def _explained(source: Any, folder: Path) -> Iterator[None]:
    try:
        yield
    except FileError as error:
        if error.problem is Problem.BACKUP_DISK_FULL:
            raise FileError(Problem.MIGRATION_NO_ROOM, None, **error.details) from error
        _check_source(source, error)
        raise FileError(Problem.MIGRATION_NO_BACKUP, path=folder) from error
    except (OSError, driver.Error) as error:
        _check_source(source, error)
        raise FileError(Problem.MIGRATION_NO_BACKUP, path=folder) from error


def _check_source(source: Any, error: Exception) -> None:
    """Say that it is the shop's own file that cannot be read, where it is that."""
    with suppress(driver.Error):
        if is_sound(source):
            return
    raise DatabaseError(Problem.DATABASE_DAMAGED) from error
