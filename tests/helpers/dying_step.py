"""Work done in a process of its own that dies on the way, without the price of starting Python."""

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress

_FAILED = 3


def die_after(seconds: float, work: Callable[[], object]) -> bool:
    """Kill the work after a while; return whether it was done before."""
    process = _start(work)
    time.sleep(seconds)  # the moment of death is what the rounds are about
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    return _ended(process)


def die_at(event: int, work: Callable[[], object]) -> bool:
    """Kill the work just before it touches a file for the nth time; return whether it was done."""

    def watched() -> None:
        left = event

        def count(name: str, _arguments: object) -> None:
            nonlocal left
            if name in {"open", "os.rename", "os.remove", "os.link", "sqlite3.connect"}:
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        work()

    return _ended(_start(watched))


def _start(work: Callable[[], object]) -> int:
    process = os.fork()
    if process:
        return process
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - pytest must not go on in the child
        sys.stderr.write(f"{error!r}\n")
        os._exit(_FAILED)
    os._exit(0)


def _ended(process: int) -> bool:
    _process, status = os.waitpid(process, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0, "the work failed by itself"
        return True
    return False
