"""How much work a piece of the program is, counted instead of timed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from sqlalchemy.orm import Session

_STEPS = 100


class WorkDone:
    """Calls of Python functions, and hundreds of steps of SQLite's machine."""

    calls = 0
    steps = 0


@contextmanager
def calls_made() -> Iterator[WorkDone]:
    """Count the calls that this thread makes meanwhile."""
    done = WorkDone()

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        done.calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield done
    finally:
        sys.setprofile(before)


@contextmanager
def work_done(session: Session) -> Iterator[WorkDone]:
    """Count what is done meanwhile by this thread and by the session's connection."""
    driver: Any = session.connection().connection.driver_connection

    def count() -> int:
        done.steps += 1
        return 0

    with calls_made() as done:
        driver.set_progress_handler(count, _STEPS)
        try:
            yield done
        finally:
            driver.set_progress_handler(None, 0)
