"""Deleting all of 200,000 customers and undoing it, and whether the window stands still."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.benchmarks.__main__ import ROOT, leave_one_user

CUSTOMERS: Final = 200_000
_BLOCKED: Final = 0.100

Measured = tuple[str, float, float, float]


def measure() -> list[Measured]:
    """Return name, the longest time that the window's thread did one thing, and the promise."""
    program = "from ecrm_desktop.console import main; raise SystemExit(main())"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shop.db"
        demo = ["--database", str(path), "demo", "--customers", str(CUSTOMERS)]
        subprocess.run([sys.executable, "-c", program, *demo], check=True, cwd=ROOT)
        leave_one_user(path)
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.window_process", "delete", str(path)],
            stdout=subprocess.PIPE,
            check=True,
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
            text=True,
        )
    blocked = float(json.loads(done.stdout.splitlines()[-1])["blocked"])
    name = f"longest block while {CUSTOMERS:,} customers are deleted and back, within 100 ms"
    return [(name, blocked, _BLOCKED, 1.0)]
