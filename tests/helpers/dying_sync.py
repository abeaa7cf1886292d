"""A round of syncing by the command, in a process that dies at a chosen step of it."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import requests
from sqlalchemy import event
from sqlalchemy.engine import Engine

from ecrm_desktop.console import main

STATEMENT = "s"
"""A statement to the file; other steps are a commit, a question, and an answer to one."""


def steps_of_a_round(path: Path) -> str:
    """Sync a file; return the kind of each step, a letter each."""
    reader, writer = os.pipe()
    status = _in_fork(path, 0, writer)
    os.close(writer)
    with os.fdopen(reader) as told:
        assert (os.WIFEXITED(status), os.WEXITSTATUS(status)) == (True, 0)
        return told.read()


def die_at_step(path: Path, at: int) -> bool:
    """Sync a file, and die just before that step, counted from 1; False if it was done before."""
    status = _in_fork(path, at, None)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0, "the round failed by itself"
    return False


def spread(steps: Sequence[int], most: int) -> list[int]:
    """Return so many of the steps, from all over."""
    return [steps[at * len(steps) // most] for at in range(min(most, len(steps)))]


def _in_fork(path: Path, at: int, told: int | None) -> int:
    process = os.fork()
    if process:
        return os.waitpid(process, 0)[1]
    status = 3
    try:
        kinds = _watched(at)
        sys.argv = ["ecrm", "sync", "--once", "--database", str(path)]
        status = main()
        if told is not None:
            os.write(told, "".join(kinds).encode())
    finally:
        # pytest must not go on in the child.
        os._exit(status)


def _watched(at: int) -> list[str]:
    kinds: list[str] = []

    def step(kind: str) -> None:
        kinds.append(kind)
        if len(kinds) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def send(session: requests.Session, *arguments: Any, **named: Any) -> requests.Response:
        step("q")
        answer = right(session, *arguments, **named)
        step("a")
        return answer

    right = requests.Session.send
    setattr(requests.Session, "send", send)  # noqa: B010 - as mypy would not let it
    event.listen(Engine, "before_cursor_execute", lambda *_: step(STATEMENT))
    event.listen(Engine, "commit", lambda _: step("c"))
    return kinds
