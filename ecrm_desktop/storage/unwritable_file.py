"""A shop's file where nothing can be written: all that was saved is read, and no torn state.

What SQLite can do there: https://www.sqlite.org/wal.html#readonly
"""

import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.storage.database_file import (
    MAY_NOT,
    Reading,
    is_unfinished,
    is_writable,
    open_file,
)
from ecrm_desktop.storage.foreign_wal import has_commits, is_foreign
from ecrm_desktop.storage.unfinished_files import part_of
from ecrm_desktop.storage.unsafe_folders import is_on_network

_TRIES = 5
_SALTED = 32
_AS_WRITING = os.access in os.supports_effective_ids

Stamp = tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What tells whether others wrote since: stamps of both files, and how the -wal begins."""

    file: Stamp
    wal: Stamp
    salt: bytes
    has_index: bool


def protected_file(path: Path) -> Path | None:
    """Return what cannot be written of a database that is there, or of what is beside it.

    Nobody may have it open in this process: closing it once more would drop their locks.
    """
    if not is_writable(path):
        return path
    for beside in (Path(f"{path.resolve()}{end}") for end in ("-wal", "-shm")):
        if beside.exists() and not os.access(beside, os.W_OK, effective_ids=_AS_WRITING):
            return beside
    return None


def protected_folder(path: Path) -> Path | None:
    """Return the folder of a database if no file can be made there, None if one can.

    Asked by trying: a right to write is worth nothing on a disk that takes none.
    """
    probe = part_of(path.resolve())
    try:
        probe.touch(exist_ok=False)
    except OSError as error:
        return path.parent if error.errno in MAY_NOT else None
    probe.unlink()
    return None


class UnwritableFile:
    """How such a file is read, and whether somebody who can write it did so meanwhile.

    Whoever has it open on this computer has a -wal and a -shm beside it: then SQLite's own locks
    keep everybody apart. Else there are no locks: the -wal is found in memory, or the file is read
    alone if nothing was committed to one, and what was read counts only if nobody wrote over it
    meanwhile (`is_torn`). `left_out` is a -wal of another file, which is not read.
    """

    def __init__(self, path: Path, secret: bytes | None) -> None:
        """Find out how a file is read that this process does not have open.

        Raises DatabaseError DATABASE_UNFINISHED (path) if only writing would make it whole, or
        DATABASE_LOCKED if somebody writes all the time.
        """
        self._path = path
        self._secret = secret
        real = path.resolve()
        self._wal, self._index = Path(f"{real}-wal"), Path(f"{real}-shm")
        # Of another computer neither the locks nor the -shm count.
        self._is_far = is_on_network(real.parent)
        for _ in range(_TRIES):
            self._seen = self._see()
            self.left_out: Path | None = None
            if is_unfinished(path):
                raise DatabaseError(Problem.DATABASE_UNFINISHED, path=path)
            self._reading = self._find_reading()
            if self._reading is Reading.LOCKS or self._see() == self._seen:
                return
        raise DatabaseError(Problem.DATABASE_LOCKED)

    def open(self) -> Any:
        """Open a raw connection in this way; nothing is read yet."""
        return open_file(self._path, self._secret, self._reading)

    def is_outdated(self) -> bool:
        """Return whether somebody has written since, so that it has to be opened anew."""
        now = self._see()
        if self._reading is Reading.LOCKS:
            return _number(now.file) != _number(self._seen.file) or not now.has_index
        return now != self._seen

    def is_torn(self) -> bool:
        """Return whether what was read until now may mix two states.

        What is only put at the end of a -wal is not seen by those who have it open already.
        """
        if self._reading is Reading.LOCKS:
            return False
        now = self._see()
        is_other_wal = self._reading is Reading.WITHOUT_LOCKS and now.salt != self._seen.salt
        return now.file != self._seen.file or is_other_wal

    def _find_reading(self) -> Reading:
        if self._seen.wal is None:
            return Reading.IMMUTABLE
        if is_foreign(self._path, self._wal, self._secret):
            self.left_out = self._wal
            return Reading.IMMUTABLE
        if self._seen.has_index and not self._is_far and self._can_lock():
            return Reading.LOCKS
        return Reading.WITHOUT_LOCKS if has_commits(self._wal) else Reading.IMMUTABLE

    def _can_lock(self) -> bool:
        try:
            with closing(open_file(self._path, self._secret, Reading.LOCKS)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except driver.Error:
            return False
        return True

    def _see(self) -> _Seen:
        try:
            with self._wal.open("rb") as file:
                salt = file.read(_SALTED)
        except OSError:
            salt = b""
        return _Seen(_stamp(self._path), _stamp(self._wal), salt, has_index=self._index.exists())


def _number(stamp: Stamp) -> Stamp:
    return stamp and stamp[:2]


def _stamp(path: Path) -> Stamp:
    try:
        about = os.stat(path)  # noqa: PTH116 - asked at each reading
    except OSError:
        return None
    return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns
