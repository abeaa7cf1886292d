"""What this process has put on the disk for good, and what it named before that."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_Content = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Event:
    """A file or a folder was flushed, or (`name`) given a name in a folder."""

    content: _Content
    folder: int = 0
    name: str = ""


class DiskDiary:
    """Watches flushing and naming; SQLite's own flushing is not seen."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._events: list[_Event] = []
        flush = os.fsync

        def fsync(handle: int) -> None:
            flush(handle)
            self._events.append(_Event(_content(os.fstat(handle))))

        monkeypatch.setattr(os, "fsync", fsync)
        for call in ("replace", "link"):
            self._watch_naming(monkeypatch, call)

    def _watch_naming(self, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
        name_it = getattr(os, call)

        def named(source: Any, target: Any, **how: Any) -> None:
            name_it(source, target, **how)
            path = Path(target)
            folder = path.parent.stat().st_ino
            self._events.append(_Event(_content(path.stat()), folder, path.name))

        monkeypatch.setattr(os, call, named)

    def was_flushed_before_it_was_named(self, name: str) -> bool:
        """Tell whether all that is in a file was on the disk when it got its name."""
        at = self._named(name)
        return self._events[at].content in {
            one.content for one in self._events[:at] if not one.name
        }

    def has_its_name_on_the_disk(self, name: str, *, before: str = "") -> bool:
        """Tell whether a name is on the disk, and was when the name `before` was given."""
        at = self._named(name)
        until = self._named(before) if before else len(self._events)
        flushed = {one.content[0] for one in self._events[at:until] if not one.name}
        return self._events[at].folder in flushed

    def _named(self, name: str) -> int:
        return max(at for at, one in enumerate(self._events) if one.name == name)


def fail_to_flush_folders(monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    """Let the disk fail with an errno where names are to be flushed."""
    flush = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(error, os.strerror(error))
        flush(handle)

    monkeypatch.setattr(os, "fsync", fsync)


def _content(about: os.stat_result) -> _Content:
    if stat.S_ISDIR(about.st_mode):
        return about.st_ino, 0, 0
    return about.st_ino, about.st_size, about.st_mtime_ns
