"""Locks between processes, which end with the process that holds them."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def waiting_lock(path: Path) -> Iterator[None]:
    """Hold the lock of a file, made if it is missing, once every other process gave it free."""
    with path.open("a+b") as file:
        _lock(file.fileno(), wait=True)
        # Closing the file gives it free.
        yield


@contextmanager
def lock_if_free(path: Path) -> Iterator[bool]:
    """Yield whether the lock of a file could be had; held until the end, the file is gone then."""
    with path.open("a+b") as file:
        try:
            _lock(file.fileno(), wait=False)
        except OSError:
            yield False
            return
        # Whoever had it may have removed the file between our opening and locking it.
        is_ours = path.exists() and path.stat().st_ino == _inode(file.fileno())
        try:
            yield is_ours
        finally:
            if is_ours and sys.platform != "win32":
                _remove(path)
    if is_ours and sys.platform == "win32":
        # Not while it is open; whoever has it by now keeps it.
        _remove(path)


def _remove(path: Path) -> None:
    # An empty file that stays does no harm.
    with suppress(OSError):
        path.unlink()


def _inode(descriptor: int) -> int:
    return os.fstat(descriptor).st_ino


def _lock(descriptor: int, *, wait: bool) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
