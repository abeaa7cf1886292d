"""One database file as the driver sees it: its header, its key, and a raw connection to it."""

import errno
import os
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver
from sqlalchemy import exc

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.models.customer_index import SQL_FUNCTIONS
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.values.totals import line_share

APPLICATION_ID = 0x4543524D
"""Marks the file as ours; the four letters ECRM."""

WAIT_MS = 5_000
_HEADER = b"SQLite format 3\x00"
_HEADER_SIZE = 100
_NO_SCHEMA_YET = bytes(8)
# What the header of every file of ours says, by the first byte.
_SAME_IN_ALL = (
    (16, b"\x10\x00"),  # size of a page
    (18, b"\x01\x01", b"\x02\x02"),  # with a -wal or without
    (20, b"\x00\x40\x20\x20"),  # how pages are filled
    (44, b"\x00\x00\x00\x04"),  # format of the schema
    (52, b"\x00\x00\x00\x00"),  # nothing for moving pages by itself
    (56, b"\x00\x00\x00\x01"),  # UTF-8
    (64, b"\x00\x00\x00\x00"),
)
_PROBLEMS = {
    "SQLITE_BUSY": Problem.DATABASE_LOCKED,
    "SQLITE_LOCKED": Problem.DATABASE_LOCKED,
    "SQLITE_PROTOCOL": Problem.DATABASE_LOCKED,
    "SQLITE_CORRUPT": Problem.DATABASE_DAMAGED,
    # A file that never was a database, and one whose key is missing, are refused before SQLite
    # sees them.
    "SQLITE_NOTADB": Problem.DATABASE_DAMAGED,
    "SQLITE_READONLY": Problem.DATABASE_READ_ONLY,
    "SQLITE_CANTOPEN": Problem.DATABASE_READ_ONLY,
    "SQLITE_PERM": Problem.DATABASE_READ_ONLY,
    "SQLITE_FULL": Problem.DISK_FULL,
    "SQLITE_IOERR": Problem.DISK_FULL,
}
_MENDED = (3, 51, 3)
_MENDED_BRANCHES = ((3, 44, 6), (3, 50, 7))
_NOT_THERE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)
MAY_NOT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""What the system says where something is there, and this user may not."""

_IN_USE = {32, 33}  # of Windows: another program shares it with nobody
_ERROR_CODE = re.compile(r"error code=(\d+)")
_IOERR = 10
_GARBLED = "Could not decode to UTF-8"
_READ_AT_ONCE = 1 << 20
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_WITHOUT_LOCKS = "win32-none" if sys.platform == "win32" else "unix-none"


def check_engine(version: tuple[int, int, int] = driver.sqlite_version_info) -> None:
    """Raise DatabaseError ENGINE_UNSAFE (version) for a SQLite whose WAL can lose what is saved.

    It lost commits of two connections from 3.7.0 on: https://www.sqlite.org/wal.html#walresetbug.
    """
    is_mended = version >= _MENDED or any(
        version[:2] == branch[:2] and version >= branch for branch in _MENDED_BRANCHES
    )
    if not is_mended:
        raise DatabaseError(Problem.ENGINE_UNSAFE, version=".".join(map(str, version)))


def file_key_id(path: Path) -> bytes | None:
    """Return the id of the key that opens a file; None if it is plain or not there.

    Raises DatabaseError DATABASE_UNREADABLE, DATABASE_NO_ACCESS or DATABASE_LOCKED.
    """
    try:
        with path.open("rb") as file:
            return keyring_secrets.key_id_in(file.read(keyring_secrets.SALT_SIZE))
    except _NOT_THERE:
        return None
    except OSError as error:
        raise _opening_error(error) from error


def state_of_file(path: Path) -> tuple[int, ...] | None:
    """Return what changes when another file takes its name, or when it is written to."""
    try:
        about = path.stat()
    except OSError:
        return None
    # The number of a file that is gone is given to the next one, and on Windows the second time
    # alone tells a write.
    return about.st_dev, about.st_ino, about.st_ctime_ns, about.st_mtime_ns, about.st_size


def secret_of(path: Path, given: bytes | None = None) -> bytes | None:
    """Return the secret that opens a file, the `given` one or the keyring's; None if it is plain.

    Raises DatabaseError: KEY_MISSING (key_id) if the keyring has none, KEY_WRONG (key_id) if the
    given one belongs to another file and the keyring has none, and those of `file_key_id`.
    """
    key = file_key_id(path)
    if key is None:
        return None
    if given is not None and keyring_secrets.key_id(given) == key:
        return given
    secret = keyring_secrets.find_secret(key)
    if secret is None:
        problem = Problem.KEY_MISSING if given is None else Problem.KEY_WRONG
        raise DatabaseError(problem, key_id=key.hex())
    return secret


def connect(path: Path, *, read_only: bool = False, secret: bytes | None = None) -> Any:
    """Open a raw driver connection to a plain or encrypted file, with explicit transactions.

    A file that is new or empty becomes an encrypted one if a `secret` is given. Without one, an
    encrypted file asks the keyring. Raises DatabaseError as `secret_of` does, and the driver's own
    errors.
    """
    is_new = not read_only and (not path.exists() or path.stat().st_size == 0)
    key = secret if is_new else secret_of(path, secret)
    return open_file(path, key, reading_of_closed(path) if read_only else None)


class Reading(Enum):
    """How a file that is only read is kept apart from those who write it.

    Only with `LOCKS` others may write meanwhile; SQLite then makes a -wal and a -shm beside a file
    in WAL mode if there are none. `WITHOUT_LOCKS` a -wal is read too, and `IMMUTABLE` the file
    alone; neither leaves anything beside it.
    """

    LOCKS = ""
    WITHOUT_LOCKS = f"&vfs={_WITHOUT_LOCKS}"
    IMMUTABLE = "&immutable=1"


def reading_of_closed(path: Path) -> Reading:
    """Return how a file is read that nobody has open: wherever it lies, nothing appears beside it.

    Somebody who has it open all the same has a -shm beside it.
    """
    real = path.resolve()
    if not Path(f"{real}-wal").exists():
        return Reading.IMMUTABLE
    return Reading.LOCKS if Path(f"{real}-shm").exists() else Reading.WITHOUT_LOCKS


def open_file(path: Path, secret: bytes | None, reading: Reading | None = None) -> Any:
    """Open a raw driver connection with exactly this key, or none; nothing is read yet.

    It can write unless it is said how it is `reading`.
    """
    connection = driver.connect(
        str(path) if reading is None else readable_uri(path, reading),
        uri=reading is not None,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        # Without it, a wrong key writes lines about pages to the terminal.
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        if secret is not None:
            connection.execute(f'PRAGMA key = "{keyring_secrets.cipher_key(secret)}"').fetchall()
        connection.execute(f"PRAGMA busy_timeout = {WAIT_MS}").fetchall()
        # Damage is met when a page is read, and not made worse by writing to it.
        connection.execute("PRAGMA cell_size_check = ON").fetchall()
        if reading is Reading.WITHOUT_LOCKS:
            # Before the first read: what is in the -wal is then found in memory, without a -shm.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        if reading is not None:
            # Elsewhere our own triggers need functions that only we can vouch for.
            connection.execute("PRAGMA trusted_schema = OFF").fetchall()
        for name, (arguments, function) in SQL_FUNCTIONS.items():
            connection.create_function(name, arguments, function, deterministic=True)
        connection.create_function("ecrm_line_share", 4, line_share, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


def readable_uri(path: Path, reading: Reading) -> str:
    """Return what SQLite calls a file that it is only to read."""
    # Not Path.as_uri: SQLite takes no server's name in the place where it puts that.
    absolute = os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100 - a link stays one
    start = "file://" if absolute.startswith("/") else "file:///"
    return f"{start}{quote(absolute, safe='/:')}?mode=ro{reading.value}"


def is_writable(path: Path) -> bool:
    """Return whether this user may write a file that is there.

    Asked by opening it: SQLite itself would say only at the first save that it may not.
    """
    try:
        with path.open("r+b"):
            return True
    except OSError as error:
        return error.errno not in MAY_NOT or getattr(error, "winerror", None) in _IN_USE


def check_usable(path: Path) -> None:
    """Raise DatabaseError if the header says that this is not a whole file of ours."""
    if path.is_dir():
        raise DatabaseError(Problem.DATABASE_FOREIGN)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except OSError as error:
        raise _opening_error(error) from error
    if size == 0:
        raise DatabaseError(Problem.DATABASE_EMPTY)
    if file_key_id(path) is not None:
        return  # SQLite looks at the rest once it has the key
    if not header.startswith(_HEADER):
        raise DatabaseError(Problem.DATABASE_FOREIGN)
    # The header says how many pages there are: a file cut short is told at once, not at the
    # first query that happens to need what is gone.
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(header[28:32], "big")
    # SQLite keeps its -wal beside the file itself, not beside a link to it.
    is_alone = not Path(f"{path.resolve()}-wal").exists() and not is_unfinished(path)
    if len(header) < _HEADER_SIZE or (size < pages * page_size and is_alone):
        raise DatabaseError(Problem.DATABASE_DAMAGED)
    # Before SQLite opens it, which would make another program's file one with a -wal.
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise DatabaseError(Problem.DATABASE_FOREIGN)
    # SQLite would read such a file as another one, open it for reading only or not know a way.
    if header[40:48] != _NO_SCHEMA_YET and any(
        header[first : first + len(one)] not in (one, *others)
        for first, one, *others in _SAME_IN_ALL
    ):
        raise DatabaseError(Problem.DATABASE_DAMAGED)


def is_unfinished(path: Path) -> bool:
    """Return whether a journal lies beside a file, by which SQLite undoes what was interrupted.

    Until then the file is neither as it was nor as it was to be. Only whoever writes without a -wal
    leaves one, as the program does while it converts a file.
    """
    try:
        with Path(f"{path.resolve()}-journal").open("rb") as journal:
            # Whoever has finished removes it or writes zeros over its beginning.
            return journal.read(len(_JOURNAL_MAGIC)) == _JOURNAL_MAGIC
    except OSError:
        return False


def _opening_error(error: OSError) -> DatabaseError:
    if getattr(error, "winerror", None) in _IN_USE:
        return DatabaseError(Problem.DATABASE_LOCKED)
    may_not = error.errno in MAY_NOT
    return DatabaseError(Problem.DATABASE_NO_ACCESS if may_not else Problem.DATABASE_UNREADABLE)


@contextmanager
def unreadable_or_damaged(path: Path) -> Iterator[None]:
    """Turn DATABASE_DAMAGED into DATABASE_UNREADABLE if the disk does not give all of the file.

    SQLite itself calls both damage. Nobody may have the file open in this process any more when the
    error comes: closing it once more would drop their locks.
    """
    try:
        yield
    except DatabaseError as error:
        if error.problem in {Problem.DATABASE_DAMAGED, Problem.DISK_FULL}:
            check_readable(path)
        raise


def check_readable(path: Path) -> None:
    """Raise DatabaseError DATABASE_UNREADABLE if the disk does not give all of a closed file."""
    for file in (path, Path(f"{path.resolve()}-wal")):
        try:
            with file.open("rb", buffering=0) as opened:
                while opened.read(_READ_AT_ONCE):
                    pass
        except _NOT_THERE:
            continue
        except OSError as error:
            raise _opening_error(error) from error


def damage(told: Iterable[str]) -> list[str]:
    """Return what an integrity check told, nothing if all is sound.

    Raises DatabaseError DATABASE_UNREADABLE if it is about pages that the disk did not give: SQLite
    tells those among the damaged ones.
    """
    found = [line for line in told if line != "ok"]
    codes = [int(code) for line in found for code in _ERROR_CODE.findall(line)]
    if any(code & 0xFF == _IOERR for code in codes):
        raise DatabaseError(Problem.DATABASE_UNREADABLE)
    return found


def failed_at_commit(error: DatabaseError) -> bool:
    """Return whether the disk failed in the commit of a transaction whose work was done.

    All of it may then be in the -wal, only not flushed: nobody can tell whether whoever opens the
    file next finds it there.
    """
    cause = error.__cause__
    # SQLAlchemy tells commits without a statement, and what was left to be written with one.
    is_commit = isinstance(cause, exc.DBAPIError) and cause.statement is None
    return is_commit and _name_of(cause).startswith("SQLITE_IOERR")


def is_busy(error: BaseException) -> bool:
    """Return whether the driver failed because somebody else writes."""
    return _name_of(error).startswith("SQLITE_BUSY")


def is_garbled(error: BaseException) -> bool:
    """Return whether the driver could not read a text, which SQLite itself never looks at."""
    return not _name_of(error) and _GARBLED in str(error)


def _name_of(error: BaseException | None) -> str:
    origin = error.orig if isinstance(error, exc.DBAPIError) else error
    return getattr(origin, "sqlite_errorname", "") or ""


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn what the driver raises into DatabaseError, where a person can do something about it."""
    try:
        yield
    except exc.TimeoutError as error:
        raise DatabaseError(Problem.DATABASE_LOCKED) from error
    except UnicodeDecodeError as error:
        # The driver chokes on what SQLite quotes from a schema that is damaged.
        raise DatabaseError(Problem.DATABASE_DAMAGED) from error
    except (exc.DBAPIError, driver.Error, sqlite3.Error) as error:
        if is_garbled(error):
            raise DatabaseError(Problem.DATABASE_DAMAGED) from error
        name = _name_of(error)
        # Extended names such as SQLITE_READONLY_DIRECTORY begin with the plain one.
        problem = next((p for code, p in _PROBLEMS.items() if name.startswith(code)), None)
        if problem is None:
            raise
        raise DatabaseError(problem) from error
