"""Runs of the command `ecrm`."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
START = [
    sys.executable,
    "-c",
    "from ecrm_desktop.console import main; raise SystemExit(main())",
]


@dataclass(frozen=True)
class Outcome:
    """What a run left behind."""

    status: int
    out: str
    error: str

    @property
    def json(self) -> Any:
        """The document that was written."""
        return json.loads(self.out)


Run = Callable[..., Outcome]


def run_process(*arguments: object, **environment: str) -> Outcome:
    """Run a command line in a process of its own."""
    done = subprocess.run(
        [*START, *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=os.environ | environment,
        timeout=60,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def loaded_by(*arguments: object) -> set[str]:
    """Run a command line in a process of its own; return the names of the modules it loaded."""
    program = (
        "import sys; from ecrm_desktop.console import main; status = main();"
        "print(*sys.modules); raise SystemExit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    return set(done.stdout.split(b"\n")[-2].decode().split())
