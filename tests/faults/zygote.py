"""A process in which all is imported, and which forks for each run of the program.

Starting Python for each of thousands of runs would take an hour.
python -m tests.faults.zygote FOLDER: runs on standard input, how they ended on standard output,
both as JSON lines; the folder is for one run of everything, so that nothing is left to import.
"""

import ctypes
import gc
import json
import os
import signal
import sys
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

from ecrm_desktop.console import main
from tests.faults.commands import COMMANDS, build_template

_SHIM = ctypes.CDLL(None)


def _watch(run: dict[str, Any]) -> None:
    _SHIM.faults_watch(
        os.fsencode(run["folder"]),
        os.fsencode(run["log"]),
        ctypes.c_long(run["at"]),
        ctypes.c_int(run["error"]),
        ctypes.c_int(run["for_ever"]),
        ctypes.c_long(run["clock_ahead"]),
    )


def _work(arguments: list[str]) -> int:
    """Run a command line, or a function of ours: call MODULE FUNCTION ARGUMENT …"""
    if arguments[0] == "call":
        return getattr(import_module(arguments[1]), arguments[2])(*arguments[3:]) or 0
    sys.argv = ["ecrm", *arguments]
    return main()


def _child(run: dict[str, Any]) -> None:
    status = 1
    try:
        os.environ.update(run["environment"])
        Path(run["said"] + ".in").write_text(run["stdin"], encoding="utf-8")
        for handle, end, how in ((0, ".in", os.O_RDONLY), (1, ".out", 0), (2, ".err", 0)):
            flags = how if not handle else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            os.dup2(os.open(run["said"] + end, flags), handle)
        _watch(run)
        status = _work(run["arguments"])
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - must not go on in the child; the test sees it
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(status)


def _run(run: dict[str, Any]) -> dict[str, int]:
    sys.stdout.flush()
    process = os.fork()
    if not process:
        _child(run)
    if run["dies_after"]:
        time.sleep(run["dies_after"])  # the moment of death is what such runs are about
        os.kill(process, signal.SIGKILL)
    _process, status = os.waitpid(process, 0)
    return {"status": os.waitstatus_to_exitcode(status), "steps": _SHIM.faults_steps()}


def _warm_up(folder: Path) -> None:
    """Let everything be imported and compiled that commands need, by running each once."""
    build_template(folder)
    os.environ["ECRM_PHRASE_FILE"] = str(folder / "phrase")
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        for command in COMMANDS:
            if not command.stdin:
                _work(command.arguments(folder))


if __name__ == "__main__":
    _warm_up(Path(sys.argv[1]))
    gc.freeze()  # forks then share what is there
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(json.loads(line))) + "\n")
        sys.stdout.flush()
