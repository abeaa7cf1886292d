"""Runs of the program behind the shim."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KILL = -1


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended: `steps` it took at its files, -9 as the `status` of one that was killed."""

    status: int
    steps: int
    out: str
    error: str


class Zygote:
    """Runs the program in forks of one process.

    `folder` is the place of its settings, logs and everything else that belongs to a user.
    """

    def __init__(self, process: "subprocess.Popen[str]", room: Path) -> None:
        self._process = process
        self._said = room / "said"

    def run(
        self,
        folder: Path,
        arguments: Sequence[str],
        *,
        stdin: str = "",
        log: Path | None = None,
        at: int = 0,
        error: int = 0,
        for_ever: bool = False,
        clock_ahead: int = 0,
        dies_after: float = 0,
    ) -> Run:
        """Run a command line, or `call MODULE FUNCTION …`, with the files of a folder watched.

        `error` is an errno or KILL and comes at step `at`, or at that and each later one; `log`
        takes down every step; `clock_ahead` in seconds.
        """
        home = str(folder / "home")
        run = {
            "folder": str(folder),
            "arguments": [str(one) for one in arguments],
            "stdin": stdin,
            "log": "" if log is None else str(log),
            "at": at,
            "error": error,
            "for_ever": int(for_ever),
            "clock_ahead": clock_ahead,
            "dies_after": dies_after,
            "said": str(self._said),
            "environment": {
                "HOME": home,
                "XDG_CONFIG_HOME": home,
                "XDG_DATA_HOME": str(folder.parent / "data"),  # its log shall never fail
                "SQLITE_TMPDIR": str(folder),
                "ECRM_PHRASE_FILE": str(folder / "phrase"),
            },
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(run) + "\n")
        self._process.stdin.flush()
        ended = json.loads(self._process.stdout.readline())
        out, said = (
            self._said.with_suffix(end).read_text(encoding="utf-8", errors="replace")
            for end in (".out", ".err")
        )
        return Run(ended["status"], ended["steps"], out, said)


def renew(template: Path, folder: Path) -> Path:
    """Make a folder what its template is, and return it."""
    shutil.rmtree(folder, ignore_errors=True)
    return shutil.copytree(template, folder)
