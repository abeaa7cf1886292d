"""Which files a piece of work opens for writing, by whatever name and however short-lived."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_watched: list[list[Path]] = []


@contextmanager
def written_files() -> Iterator[list[Path]]:
    """Give a list that Python's own open, os.open and tempfile add to while the block runs."""
    _watch()
    written: list[Path] = []
    _watched.append(written)
    try:
        yield written
    finally:
        _watched.remove(written)


@cache
def _watch() -> None:
    """Begin to watch; a hook stays for as long as the process."""
    sys.addaudithook(_note)


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or not _watched:
        return
    path, _mode, flags = arguments
    if isinstance(path, str | bytes) and isinstance(flags, int) and flags & _WRITING:
        for written in _watched:
            written.append(Path(os.fsdecode(path)))
