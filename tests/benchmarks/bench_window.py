"""Start, memory, scrolling and exports of the program with a million customers, in processes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_STARTS = 5
_BLOCKED = 0.050
_BLOCKED_BY_WORK = 0.100
_MEMORY_MB = 250


def measure(path: Path) -> list[tuple[str, float, float, float]]:
    """Return name, ours, floor and the largest ratio allowed; where a promise is fixed, that is it.

    The floor of a start is importing the same modules and showing an empty window.
    """
    ours, floors = [], []
    _run("start", path)  # brings files into the system's memory, as the floor's will be
    for _ in range(_STARTS):
        started = _run("start", path)
        ours.append(float(started["seconds"]))
        floors.append(float(_run("empty", path, started["modules"])["seconds"]))
    scrolled = _run("scroll", path)
    exported = {kind: _run(kind, path) for kind in ("xlsx", "pdf")}
    return [
        (
            "start to the first page / imports and an empty window",
            median(ours),
            median(floors),
            1.5,
        ),
        ("longest block while scrolling, within 50 ms", scrolled["blocked"], _BLOCKED, 1.0),
        (f"memory after that, within {_MEMORY_MB} MB", scrolled["memory"], _MEMORY_MB, 1.0),
        *(
            (
                f"longest block while 200,000 customers become .{kind}, within 100 ms",
                done["blocked"],
                _BLOCKED_BY_WORK,
                1.0,
            )
            for kind, done in exported.items()
        ),
    ]


def _run(what: str, path: Path, modules: list[str] | None = None) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.window_process", what, str(path)],
        input=json.dumps(modules or []),
        stdout=subprocess.PIPE,
        check=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
        text=True,
    )
    return json.loads(done.stdout.splitlines()[-1])
