"""A backup put in the place of a shop's database, which is kept."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.backup.access import NOBODY, KnownPeople, give_access
from ecrm_desktop.backup.contents import check_file, opened
from ecrm_desktop.backup.copying import (
    check_free_space,
    copy_database,
    has_no_room,
    one_state,
    page_bytes,
)
from ecrm_desktop.backup.files import (
    remove_second_names,
    replaced_name,
)
from ecrm_desktop.errors import DatabaseError, FileError, Problem
from ecrm_desktop.logs import log_failure
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.services.audit_events import record_restore
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import connect, open_file, secret_of, translated_errors
from ecrm_desktop.storage.durability import confirm_name, flush, flush_folder
from ecrm_desktop.storage.foreign_wal import set_aside_wal
from ecrm_desktop.storage.unfinished_files import part_of, remove_leftovers, remove_part
from ecrm_desktop.storage.unsafe_folders import check_folder
from ecrm_desktop.sync.identity import begin_anew, take_identity

_BESIDE = ("-wal", "-shm", "-journal")


def restore(
    backup: Path,
    database: Path,
    *,
    now: datetime,
    name: str = "",
    by: UUID | None = None,
    known: KnownPeople = NOBODY,
    secret: bytes | None = None,
    report_progress: ReportProgress = no_progress,
) -> Path | None:
    """Put what is in a backup in the place of a database that nobody has open.

    Before it has its place it gets the newest schema, and its audit trail says what the backup is
    called (`name`, else as its file) and `by` whom it was put back. Where nobody could be asked who
    they are, `known` says whom it keeps apart.

    Returns where the file that was there is kept, None if there was none. At every moment the
    database is either the old file or the new one. Raises what `read_contents` raises, FileError
    RESTORE_DISK_FULL (path, needed, free) or RESTORE_FAILED (path), DatabaseError FOLDER_SYNCED,
    FOLDER_ON_NETWORK or DATABASE_OPEN_ELSEWHERE, and Cancelled; then nothing was changed. Raises
    FileError FILE_UNCONFIRMED (path) when it was.
    """
    check_folder(database)
    database = database.resolve()
    with _explained(database.parent, backup):
        database.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(database.parent, database.name)
        remove_second_names(database)
        part = part_of(database)
        try:
            _copy(backup, part, secret, report_progress)
            with _whole_or_not(part.parent, backup):
                name = name or backup.name
                write_down_restore(part, name, by, secret=secret, backup=backup, known=known)
            kept = None
            if database.exists():
                kept = _keep(database, replaced_name(database, now))
            else:
                set_aside_wal(database)  # of a file that may be found again
            _clear_beside(database)
            part.replace(database)
            confirm_name(database)
        finally:
            remove_part(part)
    return kept


def write_down_restore(
    part: Path,
    name: str,
    by: UUID | None,
    *,
    secret: bytes | None,
    backup: Path,
    known: KnownPeople = NOBODY,
    is_salvaged: bool = False,
) -> None:
    """Write into a file that is not the shop's yet what is put back there, and who may open it.

    So whatever ends the program, no file takes the shop's place without it. `backup` is what else
    holds the same, should the file be of an older schema. Raises the errors of `Database`.
    """
    with (
        _alone(part, secret, backup) as database,
        database.capture.working_for(by),
        database.transaction("restore") as session,
    ):
        give_access(session.connection().exec_driver_sql, known)
        record_restore(session, name, user_id=by)
        # What it says of other PCs may be long past, or somebody else goes on with it.
        (begin_anew if is_salvaged else take_identity)(session)


def let_begin_anew(part: Path, secret: bytes | None) -> None:
    """Let a salvaged file that is not the shop's yet ask the shop's other PCs for all there is."""
    with _alone(part, secret, part) as database, database.transaction("restore") as session:
        begin_anew(session)


@contextmanager
def _alone(part: Path, secret: bytes | None, backup: Path) -> Iterator[Database]:
    """Yield a database that is one file again at the end, and on the disk."""
    database = Database(part, secret=secret, back_up=lambda _path, _secret: backup)
    try:
        yield database
    finally:
        database.close()
    with translated_errors(), closing(open_file(part, database.secret)) as connection:
        # The file alone gets its name, without what would be beside it.
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    if mode != "delete":
        raise DatabaseError(Problem.DATABASE_LOCKED)
    flush(part)


@contextmanager
def _whole_or_not(folder: Path, backup: Path) -> Iterator[None]:
    """Say of what failed in a file that is not the shop's that the shop's is as it was."""
    try:
        yield
    except DatabaseError as error:
        if error.problem is Problem.DISK_FULL:
            check_free_space(folder, backup.stat().st_size, Problem.RESTORE_DISK_FULL)
        log_failure(error)
        raise FileError(Problem.RESTORE_FAILED, path=folder) from error


def _copy(backup: Path, part: Path, secret: bytes | None, report_progress: ReportProgress) -> None:
    secret = secret_of(backup, secret)
    with opened(backup, secret) as source:
        check_free_space(part.parent, page_bytes(source), Problem.RESTORE_DISK_FULL)
    # Only what is sound replaces anything, and it may be told before it is copied for minutes.
    check_file(backup, secret, report_progress)
    with opened(backup, secret) as source, one_state(source):
        copy_database(source, part, secret, report_progress)
    check_file(part, secret, report_progress)


def _keep(database: Path, kept: Path) -> Path:
    """Give a database a second name with all that belongs to it."""
    if not _close(database):
        # What is damaged is kept as it is, with what had not been merged into it yet.
        for end in _BESIDE:
            beside = Path(f"{database}{end}")
            if beside.exists():
                shutil.copyfile(beside, f"{kept}{end}")
                flush(Path(f"{kept}{end}"))
    try:
        kept.hardlink_to(database)
    except OSError:  # sticks know no hard links
        part = part_of(kept)
        try:
            shutil.copyfile(database, part)
            flush(part)
            part.replace(kept)
        finally:
            remove_part(part)
    flush_folder(kept.parent)
    return kept


def _close(database: Path) -> bool:
    """Merge what was written last into the file; False if it is damaged.

    Raises DATABASE_OPEN_ELSEWHERE if another process has it open.
    """
    try:
        connection = connect(database)
        try:
            # Leaving WAL mode needs the file for oneself.
            mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        finally:
            connection.close()
    except driver.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise DatabaseError(Problem.DATABASE_OPEN_ELSEWHERE) from error
        return False
    except DatabaseError:  # the key of a damaged or foreign file
        return False
    return bool(mode == "delete")


def _clear_beside(database: Path) -> None:
    for end in _BESIDE:
        # SQLite would take what belongs to the old file for a part of the new one.
        Path(f"{database}{end}").unlink(missing_ok=True)


@contextmanager
def _explained(folder: Path, backup: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, driver.Error) as error:
        if has_no_room(error):
            check_free_space(folder, backup.stat().st_size, Problem.RESTORE_DISK_FULL)
        raise FileError(Problem.RESTORE_FAILED, path=folder) from error
