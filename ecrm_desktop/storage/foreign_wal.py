"""A -wal beside a file it does not belong to, found before SQLite plays it into that file.

Source of the formats: https://www.sqlite.org/fileformat2.html
"""

import struct
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import gettempdir
from typing import BinaryIO

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.storage.database_file import open_file
from ecrm_desktop.storage.keyring_secrets import SALT_SIZE
from ecrm_desktop.storage.unfinished_files import part_of, remove_part

_PAGE_SIZE = 4_096  # of all files of this program
_HEADER_SIZE = 100
_WAL_HEADER_SIZE = 32
_FRAME_HEADER_SIZE = 24
_ROLLBACK_MODE = b"\x01\x01"
_WAL_MAGIC = {0x377F0682, 0x377F0683}
# The bytes that connections lock as long as they have a file in WAL mode open.
_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510


@dataclass(slots=True)
class _Log:
    """What was committed in a -wal.

    `first_pages` are the beginnings of each first page in it, `sizes` how many pages the file had
    after the commits before those, and `size` after the last one. `pages` are the numbers of those
    in it.
    """

    page_size: int
    is_empty: bool = True
    first_pages: list[bytes] = field(default_factory=list)
    sizes: set[int] = field(default_factory=set)
    size: int = 0
    pages: set[int] = field(default_factory=set)


def set_aside_foreign_wal(path: Path, secret: bytes | None) -> Path | None:
    """Give the -wal of another file a name of its own, and return it; None if there is none.

    As when somebody copies a backup to where a crash left a -wal. Only what cannot have been
    written to this very file is taken for foreign, so that no commit is ever lost; a copy of an
    earlier state of the same file may pass. Raises DatabaseError DATABASE_READ_ONLY if it cannot be
    renamed. `secret` opens the file, which this process does not have open.
    """
    path = path.resolve()  # SQLite keeps the -wal beside the file, not beside a link to it
    wal = Path(f"{path}-wal")
    if not is_foreign(path, wal, secret):
        return None
    with _alone(path) as is_alone:
        # Whoever has it open knows its -wal, and may have changed both meanwhile.
        if not is_alone or not is_foreign(path, wal, secret):
            return None
        return set_aside_wal(path)


def set_aside_wal(path: Path) -> Path | None:
    """Do so whatever is in it, as where its file is gone and another takes the name."""
    path = path.resolve()
    wal = Path(f"{path}-wal")
    if not wal.exists():
        return None
    at = datetime.now(UTC)
    while (kept := path.with_name(f"{path.stem}-set-aside-{at:%Y-%m-%d-%H%M%S}.db-wal")).exists():
        at += timedelta(seconds=1)
    try:
        wal.rename(kept)
    except OSError as error:
        raise DatabaseError(Problem.DATABASE_READ_ONLY) from error
    return kept


def has_commits(wal: Path) -> bool:
    """Return whether something was committed to a -wal."""
    try:
        with wal.open("rb") as file:
            log = _read(file)
    except OSError:
        return False
    return log is not None and not log.is_empty


def check_length(path: Path) -> None:
    """Raise DatabaseError DATABASE_DAMAGED if a page is neither in a file nor in its -wal.

    SQLite believes the -wal about how many pages there are, and takes those that are gone for empty
    ones.
    """
    path = path.resolve()
    try:
        with Path(f"{path}-wal").open("rb") as file:
            log = _read(file)
        # Only now: whoever moves pages out of the -wal has made the file longer before.
        size = path.stat().st_size // _PAGE_SIZE
    except OSError:
        return
    if log is not None and not log.pages.issuperset(range(size + 1, log.size + 1)):
        raise DatabaseError(Problem.DATABASE_DAMAGED)


def is_foreign(path: Path, wal: Path, secret: bytes | None) -> bool:
    """Return whether what was committed to a -wal cannot have been written to this very file."""
    try:
        with wal.open("rb") as file:
            log = _read(file)
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
        size = path.stat().st_size
    except OSError:
        return False
    if log is None or log.is_empty or len(header) < _HEADER_SIZE:
        return False
    if log.page_size != _PAGE_SIZE or not _is_in_wal_mode(path, header, secret):
        return True
    if header in log.first_pages:  # moved into the file already
        return False
    pages = size // _PAGE_SIZE
    return _contradicts(log, header, pages) if secret is None else _is_of_other(log, header, pages)


def _contradicts(log: _Log, header: bytes, pages: int) -> bool:
    """Return whether what was written to a file cannot have begun with this header."""
    if header[24:28] != header[92:96]:  # nothing in it is certain
        return False
    # The number of pages stands on the first one: without a new one it stays what it is.
    if log.sizes - {pages, int.from_bytes(header[28:32], "big")}:
        return True
    counter = int.from_bytes(header[24:28], "big")
    counters = [int.from_bytes(page[24:28], "big") for page in log.first_pages[:1]]
    # Each connection counts on from what it read last, or from one less if it wrote that itself.
    return any(number not in {counter, counter + 1} for number in counters)


def _is_of_other(log: _Log, header: bytes, pages: int) -> bool:
    """Return the same of an encrypted file, of which only the name of its key can be read."""
    key = header[:SALT_SIZE]
    if log.first_pages:
        # It may have grown by what was moved into it before a power cut.
        has_shrunk = any(size > pages for size in log.sizes)
        return has_shrunk or any(page[:SALT_SIZE] != key for page in log.first_pages)
    return bool(log.sizes - {pages})


def _read(file: BinaryIO) -> _Log | None:
    """Return what was committed; None if SQLite itself would not look at it."""
    header = file.read(_WAL_HEADER_SIZE)
    if len(header) < _WAL_HEADER_SIZE or int.from_bytes(header[:4], "big") not in _WAL_MAGIC:
        return None
    page_size = int.from_bytes(header[8:12], "big")
    log = _Log(page_size)
    waiting: list[bytes] = []
    numbers: list[int] = []
    place = _WAL_HEADER_SIZE
    while len(frame := file.read(_FRAME_HEADER_SIZE)) == _FRAME_HEADER_SIZE:
        if frame[8:16] != header[16:24]:  # of before it began anew
            break
        number, pages = struct.unpack_from(">II", frame)
        page = file.read(_HEADER_SIZE)
        place += _FRAME_HEADER_SIZE + page_size
        numbers.append(number)
        if number == 1:
            waiting.append(page)
        if pages:
            log.is_empty = False
            log.first_pages += waiting
            log.pages.update(numbers)
            log.size = pages
            waiting, numbers = [], []
            if not log.first_pages:
                log.sizes.add(pages)
        file.seek(place)
    return log


def _is_in_wal_mode(path: Path, header: bytes, secret: bytes | None) -> bool:
    """Return whether a file, without what lies beside it, is one that is written with a -wal.

    Whoever leaves that mode, as each backup does, has moved the -wal into the file before. Where
    the header is encrypted, SQLite is asked, by a file with the first page and nothing else.
    """
    if secret is None:
        return header[18:20] != _ROLLBACK_MODE
    probe = part_of(path)
    try:
        probe.touch()
    except OSError:  # where nothing can be written; what is in it stays encrypted elsewhere too
        probe = part_of(Path(gettempdir()) / path.name)
    try:
        with path.open("rb") as file, probe.open("wb") as copy:
            copy.write(file.read(_PAGE_SIZE))
            copy.truncate(path.stat().st_size)
        with closing(open_file(probe, secret)) as connection:
            connection.execute("PRAGMA schema_version").fetchall()
            return Path(f"{probe}-wal").exists()
    except (OSError, driver.Error):
        return True  # nobody knows
    finally:
        remove_part(probe)


@contextmanager
def _alone(path: Path) -> Iterator[bool]:
    """Yield whether nobody has the file open, and let nobody open it meanwhile."""
    if sys.platform == "win32":
        yield True  # what somebody has open there cannot be renamed
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        except OSError:
            yield False
        else:
            yield True  # closing gives it free
