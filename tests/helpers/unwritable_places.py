"""Places where nothing can be written: files and folders that allow it to nobody, and mounts.

Root may write whatever a file or folder allows; that right is taken from it meanwhile.
"""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")

_VERSION_3: Final = 0x20080522
_DAC_OVERRIDE: Final = 1 << 1


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("process", ctypes.c_int))


class _Rights(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def as_anybody() -> Iterator[None]:
    """Work without root's right to write everywhere, in this thread and those it starts."""
    if os.geteuid() or sys.platform != "linux":
        yield
        return
    system = ctypes.CDLL(None, use_errno=True)
    header, rights = _Header(_VERSION_3, 0), (_Rights * 2)()
    assert system.capget(ctypes.byref(header), rights) == 0
    before = rights[0].effective
    rights[0].effective = before & ~_DAC_OVERRIDE
    assert system.capset(ctypes.byref(header), rights) == 0
    try:
        yield
    finally:
        rights[0].effective = before
        assert system.capset(ctypes.byref(header), rights) == 0


@contextmanager
def protected(*paths: Path) -> Iterator[None]:
    """Allow nobody to write these files, or to make files in these folders."""
    before = [(path, path.stat().st_mode & 0o777) for path in paths]
    for path, mode in before:
        path.chmod(mode & 0o555)
    try:
        with as_anybody():
            yield
    finally:
        for path, mode in before:
            path.chmod(mode)


@contextmanager
def mounted(folder: Path) -> Iterator[None]:
    """Mount a folder upon itself so that nothing can be written; skipped where nobody may."""
    with ExitStack() as undo:
        for options in (["--bind", str(folder)], ["-o", "remount,bind,ro"]):
            command = ["mount", *options, str(folder)]
            if subprocess.run(command, capture_output=True, check=False).returncode:
                pytest.skip("only root may mount, and not everywhere")
            if "--bind" in options:
                undo.callback(subprocess.run, ["umount", str(folder)], check=True)
        yield


def _files(shop: Path) -> list[Path]:
    return [path for path in shop.parent.iterdir() if path.is_file()]


PLACES: Final[dict[str, Callable[[Path], AbstractContextManager[None]]]] = {
    "file": protected,
    "files": lambda shop: protected(*_files(shop)),
    "folder": lambda shop: protected(shop.parent),
    "cd": lambda shop: protected(shop.parent, *_files(shop)),
    "mount": lambda shop: mounted(shop.parent),
}
"""By name, what makes of the place of a shop's file one where nothing can be written."""


def bytes_beside(shop: Path) -> dict[str, str]:
    """Return what is in a shop's file and in those beside it, by name; a -shm is memory."""
    return {
        path.name: "" if path.name.endswith("-shm") else sha256(path.read_bytes()).hexdigest()
        for path in _files(shop)
    }
