"""Encrypting a shop's file and taking that back: whenever it dies, one whole file has the name."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.errors import Cancelled, DatabaseError, EcrmError, FileError, Problem
from ecrm_desktop.logs import LOGGER
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.checksum import is_as_written
from ecrm_desktop.storage.database import connect
from ecrm_desktop.storage.database_file import (
    check_usable,
    damage,
    file_key_id,
    open_file,
    secret_of,
    translated_errors,
    unreadable_or_damaged,
)
from ecrm_desktop.storage.durability import confirm_name, flush, flush_folder
from ecrm_desktop.storage.unfinished_files import matching_files, remove_leftovers

_PAGE_SIZE = 4096
_STEPS_BETWEEN_REPORTS = 100_000
_WIPED_AT_ONCE = 1 << 20
_SAID = {
    "malformed": Problem.DATABASE_DAMAGED,
    "disk is full": Problem.DISK_FULL,
    "disk I/O": Problem.DISK_FULL,
}


def turn_on(path: Path, secret: bytes, *, report_progress: ReportProgress = no_progress) -> bool:
    """Encrypt a plain file that nobody has open; return whether the keyring has its secret.

    Whoever calls has shown the recovery phrase and had it typed back: without a keyring nothing
    else opens the file. Raises DatabaseError (DATABASE_LOCKED if somebody has the file open),
    FileError or Cancelled; the plain file is then as it was, but for FILE_UNCONFIRMED (path).
    """
    if file_key_id(path) is not None:
        raise DatabaseError(Problem.ENCRYPTED_ALREADY)
    is_kept = keyring_secrets.keep_secret(secret)
    _convert(path, None, secret, report_progress)
    return is_kept


def encrypt_backup(path: Path, secret: bytes) -> None:
    """Encrypt a plain backup that was made before; it keeps its date.

    Raises as `turn_on`, FileError BACKUP_STAYS_PLAIN (path) of what could not be wiped, and
    BACKUP_DAMAGED (path) if it is not as it was written: encrypted it would pass for sound.
    """
    made = path.stat()
    try:
        is_sound = is_as_written(path)
    except OSError as error:
        raise FileError(Problem.FILE_NOT_WRITABLE, path=str(path)) from error
    if not is_sound:
        raise FileError(Problem.BACKUP_DAMAGED, path=str(path))
    _convert(path, None, secret, no_progress)
    os.utime(path, ns=(made.st_atime_ns, made.st_mtime_ns))
    left = _replaced(path.resolve())
    if left.exists():
        raise FileError(Problem.BACKUP_STAYS_PLAIN, path=str(left))


def turn_off(
    path: Path, *, secret: bytes | None = None, report_progress: ReportProgress = no_progress
) -> None:
    """Make an encrypted file a plain one; the same holds as for `turn_on`.

    The secret stays in the keyring, because backups may still need it.
    """
    known = secret_of(path, secret)
    if known is None:
        raise DatabaseError(Problem.ENCRYPTED_NOT)
    _convert(path, known, None, report_progress)


def plain_files(paths: Iterable[Path]) -> list[Path]:
    """Return those of some database files that anybody can read, or that nobody can look into."""
    return [path for path in paths if path.is_file() and not _is_encrypted(path)]


def _is_encrypted(path: Path) -> bool:
    try:
        return file_key_id(path) is not None
    except DatabaseError:
        return False


def encrypt_backups(
    paths: Iterable[Path], secret: bytes, *, report_progress: ReportProgress = no_progress
) -> list[EcrmError]:
    """Encrypt the plain ones of some backups; return an error for each that stayed plain."""
    failed: list[EcrmError] = []
    plain = plain_files(paths)
    for done, path in enumerate(plain):
        report_progress(done, len(plain))
        try:
            encrypt_backup(path, secret)
        except EcrmError as error:
            is_told = error.problem is Problem.BACKUP_STAYS_PLAIN
            failed.append(
                error if is_told else FileError(Problem.BACKUP_STAYS_PLAIN, path=str(path))
            )
            LOGGER.warning("A backup could not be encrypted: %s", error.problem)
    return failed


def finish_conversion(path: Path) -> None:
    """Remove what killed work left beside a whole file; the caller has it open."""
    path = path.resolve()
    remove_leftovers(path.parent, path.name)  # may be second names of what is to be wiped
    with suppress(OSError):
        # The file's own journal too: SQLite has played back what it had to when it opened the
        # file, and leaves alone what it had not.
        for left in (_part(path), Path(f"{_part(path)}-journal"), Path(f"{path}-journal")):
            left.unlink(missing_ok=True)
        if _replaced(path).exists():
            flush_folder(path.parent)
            _wipe(_replaced(path))


def finish_conversions(folder: Path) -> None:
    """Finish those of the closed files in a folder, such as backups."""
    for end in (".converting", ".replaced"):
        for left in matching_files(folder, f".*{end}"):
            path = left.with_name(left.name.removeprefix(".").removesuffix(end))
            if path.exists():
                finish_conversion(path)


def _convert(
    path: Path, before: bytes | None, after: bytes | None, report_progress: ReportProgress
) -> None:
    path = path.resolve()  # a link stays where it is, what it leads to is replaced
    check_usable(path)
    part = _part(path)
    try:
        with unreadable_or_damaged(path), translated_errors(), _alone(path, before) as source:
            finish_conversion(path)
            _copy(source, part, after, report_progress)
            report_progress(1, 1)  # how long the check takes nobody knows
            _check(source, part, after)
            _replace(source, path, part, wipe=before is None)
    except OSError as error:
        raise FileError(Problem.FILE_NOT_WRITABLE, path=str(path)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
            Path(f"{part}-journal").unlink(missing_ok=True)
    LOGGER.info("The shop's file is %s now", "plain" if after is None else "encrypted")


@contextmanager
def _alone(path: Path, secret: bytes | None) -> Iterator[Any]:
    """Yield a connection that keeps everybody out, with all of the -wal in the file itself."""
    connection = open_file(path, secret)
    try:
        # In this order: whoever has the lock for good leaves journals lying.
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # in this mode the lock stays
        # Somebody was faster; what they write would be played into the file that takes the name.
        if Path(f"{path}-wal").exists():
            raise DatabaseError(Problem.DATABASE_LOCKED)
        yield connection
    finally:
        connection.close()


def _copy(source: Any, part: Path, secret: bytes | None, report_progress: ReportProgress) -> None:
    key = "" if secret is None else keyring_secrets.cipher_key(secret)
    source.execute("ATTACH ? AS converted KEY ?", (str(part), key))
    for pragma in (
        f"page_size = {_PAGE_SIZE}",
        # Nobody reads it before it is whole and on the disk.
        "journal_mode = OFF",
        "synchronous = OFF",
    ):
        source.execute(f"PRAGMA converted.{pragma}").fetchall()
    with _reported(source, part, report_progress):
        source.execute("SELECT sqlcipher_export('converted')").fetchall()
    for pragma in ("application_id", "user_version"):
        (value,) = source.execute(f"PRAGMA main.{pragma}").fetchone()
        source.execute(f"PRAGMA converted.{pragma} = {value}").fetchall()
    source.execute("DETACH converted")


@contextmanager
def _reported(source: Any, part: Path, report_progress: ReportProgress) -> Iterator[None]:
    raised: list[BaseException] = []
    total = source.execute("PRAGMA main.page_count").fetchone()[0] * _PAGE_SIZE

    def is_stopped() -> bool:
        try:
            report_progress(min(part.stat().st_size, total), total)
        except Cancelled as stopped:
            raised.append(stopped)
        return bool(raised)

    source.set_progress_handler(is_stopped, _STEPS_BETWEEN_REPORTS)
    try:
        yield
    except driver.Error as error:
        if raised:
            raise raised[0] from None
        # The export passes on what SQLite said, but not by which code.
        problem = next((p for words, p in _SAID.items() if words in str(error)), None)
        if problem is None:
            raise
        raise DatabaseError(problem) from error
    finally:
        source.set_progress_handler(None, 0)


def _check(source: Any, part: Path, secret: bytes | None) -> None:
    """Compare the copy with what was copied, and let SQLite look through it."""
    copy = connect(part, read_only=True, secret=secret)
    try:
        if damage(line for (line,) in copy.execute("PRAGMA integrity_check(1)")):
            raise DatabaseError(Problem.DATABASE_DAMAGED)
        if _contents(copy) != _contents(source):
            raise DatabaseError(Problem.DATABASE_DAMAGED)
    finally:
        copy.close()


def _contents(connection: Any) -> list[list[tuple[object, ...]]]:
    """Return what two equal databases have in common: marks, schema, counts and loose ends."""
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name"
    ).fetchall()
    counts = [f"SELECT '{name}', count(*) FROM \"{name}\"" for (name,) in tables]
    asked = [
        "PRAGMA application_id",
        "PRAGMA user_version",
        schema,
        *counts,
        "PRAGMA foreign_key_check",
    ]
    return [connection.execute(one).fetchall() for one in asked]


def _replace(source: Any, path: Path, part: Path, *, wipe: bool) -> None:
    shutil.copymode(path, part)
    flush(part)
    replaced = _replaced(path)
    if wipe:
        # A second name for what is replaced, to overwrite it afterwards; USB sticks have none.
        with suppress(OSError):
            replaced.hardlink_to(path)
    if sys.platform == "win32":
        source.close()  # an open file can neither be replaced nor, so, have been opened by others
    part.replace(path)
    # Or else the older file is left alone: after a power cut it may have the name again.
    confirm_name(path)
    source.close()
    with suppress(OSError):  # what is left is removed when the file is opened
        if replaced.exists():
            _wipe(replaced)


def _wipe(file: Path) -> None:
    """Overwrite and remove a plain file that has been replaced, unless it has another name too."""
    about = file.stat()
    if about.st_nlink == 1:
        with file.open("r+b") as left:
            for at in range(0, about.st_size, _WIPED_AT_ONCE):
                left.write(bytes(min(_WIPED_AT_ONCE, about.st_size - at)))
            left.flush()
            os.fsync(left.fileno())
    file.unlink()


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.converting")


def _replaced(path: Path) -> Path:
    return path.with_name(f".{path.name}.replaced")
