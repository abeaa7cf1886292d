"""Who waits to write into a file, for long work that can begin anew after them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class Turns:
    """What writers of one file tell each other; a file beside it (`-waiting`) asks other processes.

    Only while somebody `gives_turns` is such a file made.
    """

    def __init__(self, path: Path) -> None:
        self._sign = path.with_name(f"{path.name}-waiting")
        self._giver = importing_lock(path)
        self._lock = threading.Lock()
        self._waiting = 0

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Count as somebody who waits in this process."""
        with self._lock:
            self._waiting += 1
        try:
            yield
        finally:
            with self._lock:
                self._waiting -= 1

    def ask(self) -> None:
        """Ask another process that may be writing for long."""
        with suppress(OSError):
            if self._giver.exists():
                self._sign.touch()

    @property
    def is_asked(self) -> bool:
        """Whether somebody waits in any process."""
        return self._waiting > 0 or self._sign.exists()

    def answer(self) -> None:
        """Say that the file is free for whoever asked."""
        with suppress(OSError):
            self._sign.unlink()


def importing_lock(path: Path) -> Path:
    """Return the file beside a database whose lock is held by whoever imports into it."""
    return path.with_name(f"{path.name}-importing")
