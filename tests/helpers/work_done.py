"""How much work a piece of the program is, counted instead of timed."""

import sys
from collections.abc import Callable, Iterator
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
def work_done(session: Session) -> Iterator[WorkDone]:
    """Count what is done meanwhile by this thread and by the session's connection."""
    done = WorkDone()

    def count_call(_frame: FrameType, event: str, _argument: object) -> None:
        done.calls += event == "call"

    def count_steps() -> int:
        done.steps += 1
        return 0

    driver: Any = session.connection().connection.driver_connection
    before: Callable[..., object] | None = sys.getprofile()
    driver.set_progress_handler(count_steps, _STEPS)
    sys.setprofile(count_call)
    try:
        yield done
    finally:
        sys.setprofile(before)
        driver.set_progress_handler(None, 0)
