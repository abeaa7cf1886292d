"""What is on the disk for good, and what a full disk says."""

import errno
import os
from pathlib import Path
from typing import Final

from ecrm_desktop.errors import FileError, Problem

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_SUCH_THING: Final = frozenset(
    {errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
)


def flush(path: Path) -> None:
    """Return when a closed file is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk, where that can be asked for.

    Windows opens no folders, and some file systems of other computers flush none. Raises OSError
    where the disk fails.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NO_SUCH_THING:
            raise


def confirm_name(path: Path) -> None:
    """Return when the name that a whole file was given is on the disk.

    Raises FileError FILE_UNCONFIRMED (path) if the disk fails.
    """
    try:
        flush_folder(path.parent)
    except OSError as error:
        raise FileError(Problem.FILE_UNCONFIRMED, path=path) from error


def is_full(error: OSError) -> bool:
    """Return whether the error is that there is no room left."""
    return error.errno in _FULL
