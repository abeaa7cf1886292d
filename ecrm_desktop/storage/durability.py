"""What is on the disk for good, and what a full disk says."""

import errno
import os
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def flush(path: Path) -> None:
    """Return when a closed file is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk; Windows does that by itself."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError:  # some file systems of other computers know no such thing
        return
    finally:
        os.close(handle)


def is_full(error: OSError) -> bool:
    """Return whether the error is that there is no room left."""
    return error.errno in _FULL
