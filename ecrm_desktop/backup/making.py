"""A new backup: written, checked, named, and only then are older ones thinned."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.backup.contents import (
    check_file,
    read_contents,
    row_counts,
)
from ecrm_desktop.backup.copying import (
    check_free_space,
    copy_database,
    has_no_room,
    one_state,
    page_bytes,
)
from ecrm_desktop.backup.files import (
    BackupFile,
    find_backups,
    find_replaced,
    free_name,
    local_folder,
    series_of,
)
from ecrm_desktop.backup.order import oldest_first, put_in_by_date
from ecrm_desktop.backup.thinning import surplus
from ecrm_desktop.errors import DatabaseError, EcrmError, FileError, Problem
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.storage.checksum import write_checksum
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import translated_errors
from ecrm_desktop.storage.durability import confirm_name, flush
from ecrm_desktop.storage.encryption import finish_conversions
from ecrm_desktop.storage.unfinished_files import part_of, remove_leftovers, remove_part


def make_backup(
    database: Database,
    folder: Path,
    *,
    now: datetime,
    limit: int,
    report_progress: ReportProgress = no_progress,
) -> BackupFile:
    """Make a backup of an open database in a folder that is there, and thin what is older.

    What restores took out of the shop's place counts among the backups beside it.

    `limit` is the most bytes all backups of this shop may take in the folder. Raises FileError
    BACKUP_FOLDER_MISSING, BACKUP_NOT_WRITTEN, BACKUP_DISK_FULL (path, needed, free),
    BACKUP_UNSOUND or FILE_UNCONFIRMED (path), DatabaseError where the database itself cannot be
    read, and Cancelled; then all earlier backups are as they were. The first one of a day (of UTC)
    in a folder is checked thoroughly.
    """
    with database.reading() as session:
        shop_id = get_shop(session).id
    series = series_of(database.path, shop_id)
    if not folder.is_dir():
        raise FileError(Problem.BACKUP_FOLDER_MISSING, path=folder)
    remove_leftovers(folder, database.path.stem)
    finish_conversions(folder)
    thoroughly = all(_day(one.made_at) != _day(now) for one in find_backups(folder, series))
    path = free_name(folder, series, now)
    try:
        with database.reading_raw() as source:
            write_backup(
                source,
                database.secret,
                path,
                thoroughly=thoroughly,
                report_progress=report_progress,
            )
    except DatabaseError as error:
        if error.problem is Problem.DATABASE_LOCKED:  # others may have written over what it has
            path.unlink(missing_ok=True)
        raise
    with suppress(EcrmError):  # what cannot be put in order now is thinned another time
        files = oldest_first(find_backups(folder, series), path, database.secret)
        if folder == local_folder(database.path):
            # By date: a restore may have given up the work of months, which is to be found again.
            files = put_in_by_date(files, _own_replaced(database, shop_id))
        for file in surplus(files, limit):
            with suppress(OSError):
                file.path.unlink()
                Path(f"{file.path}-wal").unlink(missing_ok=True)
    return BackupFile(path=path, made_at=now, size=path.stat().st_size)


def _own_replaced(database: Database, shop_id: UUID) -> list[BackupFile]:
    """Return what restores replaced and is surely of this shop.

    Another shop's file may be its only one, and what does not open was kept to be salvaged.
    """
    found = []
    for file in find_replaced(database.path):
        with suppress(EcrmError):
            if read_contents(file.path, database.secret).shop_id == shop_id:
                found.append(file)
    return found


def write_backup(
    source: Any,
    secret: bytes | None,
    path: Path,
    *,
    thoroughly: bool,
    report_progress: ReportProgress = no_progress,
) -> Path:
    """Write a checked copy of what a raw connection sees, and return its path.

    Raises as `make_backup`.
    """
    folder = path.parent
    part = part_of(path)
    with translated_errors():
        needed = page_bytes(source)
    with _explained(folder, needed):
        check_free_space(folder, needed, Problem.BACKUP_DISK_FULL)
        try:
            _write(source, part, secret, report_progress, thoroughly=thoroughly)
            part.replace(path)
        finally:
            remove_part(part)
    confirm_name(path)
    return path


def _write(
    source: Any,
    part: Path,
    secret: bytes | None,
    report_progress: ReportProgress,
    *,
    thoroughly: bool,
) -> None:
    with one_state(source):
        expected = row_counts(source)
        copy_database(source, part, secret, report_progress)
    write_checksum(part, report_progress)
    flush(part)
    try:
        found = check_file(part, secret, report_progress, thoroughly=thoroughly)
    except FileError as error:
        is_given = error.problem is not Problem.FILE_UNREADABLE
        problem = Problem.BACKUP_UNSOUND if is_given else Problem.BACKUP_NOT_WRITTEN
        raise FileError(problem, path=part.parent) from error
    if found != expected:
        raise FileError(Problem.BACKUP_UNSOUND, path=part.parent)


@contextmanager
def _explained(folder: Path, needed: int) -> Iterator[None]:
    try:
        yield
    except (OSError, driver.Error) as error:
        if has_no_room(error):
            check_free_space(folder, needed, Problem.BACKUP_DISK_FULL)
        raise FileError(Problem.BACKUP_NOT_WRITTEN, path=folder) from error


def _day(instant: datetime) -> date:
    return instant.astimezone(UTC).date()
