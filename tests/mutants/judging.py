"""Applies mutants to a copy of the project, one by one, and runs the tests that judge them."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.helpers.examples import MANY
from tests.mutants.mutant import Mutant

_SECONDS = 300
_SECONDS_FOR_ALL = 1800
_NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "tour")
_FAILED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.MULTILINE)


class Fate(StrEnum):
    """What became of a mutant; `BROKEN`: it says nothing, since no test could run at all."""

    KILLED = "killed"
    SURVIVED = "survived"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The fate of a mutant; `by` is the test that failed, "time" if none of them ended."""

    mutant: Mutant
    fate: Fate
    by: str
    seconds: float


class JudgesFail(Exception):  # noqa: N818 - the judges are what failed, not the judging
    """A test fails without any mutant, so that it would prove nothing."""


def copy_project(root: Path, to: Path) -> Path:
    """Copy what tests need, without environments and caches; return the copy."""
    return Path(shutil.copytree(root, to, ignore=_NOT_COPIED))


def judged(mutants: Sequence[Mutant], copy: Path) -> Iterator[Verdict]:
    """Yield what became of each mutant in a copy of the project, which is whole afterwards.

    Raises JudgesFail before the first one if the judges do not pass on the project as it is.
    """
    judges = sorted({judge for one in mutants for judge in one.judges})
    status, output = _tested(copy, judges, _SECONDS_FOR_ALL)
    if status != 0:
        raise JudgesFail(output)
    for number, one in enumerate(mutants):
        path = copy / one.file
        right = path.read_text(encoding="utf-8")
        path.write_text(one.source(copy), encoding="utf-8")
        # What is compiled is known by seconds and size, which two mutants may share.
        os.utime(path, (number, number))
        started = time.monotonic()
        try:
            status, output = _tested(copy, one.judges, _SECONDS)
        finally:
            path.write_text(right, encoding="utf-8")
        yield Verdict(one, *_fate(status, output), time.monotonic() - started)


def _fate(status: int | None, output: str) -> tuple[Fate, str]:
    failed = _FAILED.search(output)
    match status:
        case None:
            return Fate.KILLED, "time"
        case 0:
            return Fate.SURVIVED, ""
        case 1 if failed:
            return Fate.KILLED, failed[1]
    return Fate.BROKEN, ""


def _tested(copy: Path, judges: Iterable[str], seconds: float) -> tuple[int | None, str]:
    """Run tests until the first one fails; return pytest's status, None if they did not end."""
    tests = subprocess.Popen(
        [
            *(sys.executable, "-m", "pytest", "-x", "-q", "--tb=short", "-p", "no:cacheprovider"),
            *("-m", "not bench and not slow", *judges),
        ],
        cwd=copy,
        env=os.environ
        | {
            "PYTHONPATH": str(copy),  # before the project that is installed here
            "QT_QPA_PLATFORM": "offscreen",
            "CI": "true",  # Hypothesis then tries the same examples every time
            MANY: "1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        output, _ = tests.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as expired:
        os.killpg(tests.pid, signal.SIGKILL)  # with the programs that tests started
        tests.communicate()
        return None, str(expired)
    return tests.returncode, output
