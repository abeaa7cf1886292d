"""A disk that does not give what is in a file: EIO for the reads of SQLite and of Python."""

import ctypes
import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

POSIX = pytest.mark.skipif(sys.platform != "linux", reason="SQLite reads otherwise elsewhere")

_CALLS = (b"pread", b"pread64")
_ARGUMENTS = (ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64)
_Read = ctypes.CFUNCTYPE(ctypes.c_ssize_t, *_ARGUMENTS, use_errno=True)
_SetCall = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("others", ctypes.c_void_p * 13),
        ("set_call", _SetCall),
    )


@contextmanager
def unreadable(path: Path, *, behind: int = 0, until: int = 1 << 60) -> Iterator[None]:
    """Let all reads of this file fail between two offsets in bytes."""
    sqlite = ctypes.CDLL(sys.modules["sqlcipher3._sqlite3"].__file__)
    sqlite.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    vfs = sqlite.sqlite3_vfs_find(None)
    system = ctypes.CDLL(None, use_errno=True)
    system.pread64.restype = ctypes.c_ssize_t
    system.pread64.argtypes = _ARGUMENTS
    wanted = path.resolve()

    def read(handle: int, buffer: int, count: int, offset: int) -> int:
        if behind <= offset < until and Path(os.readlink(f"/proc/self/fd/{handle}")) == wanted:  # noqa: PTH115
            ctypes.set_errno(errno.EIO)
            return -1
        return int(system.pread64(handle, buffer, count, offset))

    kept = _Read(read)
    changed = [
        name
        for name in _CALLS
        if vfs.contents.set_call(vfs, name, ctypes.cast(kept, ctypes.c_void_p)) == 0
    ]
    assert changed

    class Failing(io.FileIO):
        def readinto(self, buffer: Any, /) -> int:
            if (
                Path(os.fspath(self.name)) == path
                and self.tell() < until
                and self.tell() + len(buffer) > behind
            ):
                raise OSError(errno.EIO, "Input/output error")
            return super().readinto(buffer) or 0

        def read(self, size: int | None = -1, /) -> bytes:
            return io.RawIOBase.read(self, -1 if size is None else size) or b""

    real = Path.open

    def open_failing(self: Path, mode: str = "r", buffering: int = -1, **named: Any) -> Any:
        if self != path or "b" not in mode:
            return real(self, mode, buffering, **named)
        raw = Failing(os.fspath(self), mode.replace("b", ""))
        buffered = io.BufferedRandom if "+" in mode else io.BufferedReader
        return raw if buffering == 0 else buffered(raw, max(buffering, 100))

    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "open", open_failing)
            yield
    finally:
        for name in changed:
            vfs.contents.set_call(vfs, name, None)
