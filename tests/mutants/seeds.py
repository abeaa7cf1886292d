"""After how many of a shop's random lives each mutant shows: -m tests.mutants.seeds [WORD…]

A mutant that no life shows is for the tests that judge it: in what all hold nothing is wrong then.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.mutants.__main__ import ROOT, say
from tests.mutants.judging import copy_project
from tests.mutants.sync import PROOFS, SYNC

_MOST: Final = 24
_SECONDS: Final = 900
_LIVES: Final = "tests.helpers.many_lives"


def main(chosen: list[str]) -> int:
    """Try those in whose names one of the words is, or all; the status is always 0."""
    mutants = [
        one
        for one in SYNC
        if one.name in PROOFS and (not chosen or any(word in one.name for word in chosen))
    ]
    width = max((len(one.name) for one in mutants), default=0)
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_project(ROOT, Path(folder) / "project")
        for one in mutants:
            path = copy / one.file
            right = path.read_text(encoding="utf-8")
            path.write_text(one.source(copy), encoding="utf-8")
            try:
                said = lives(copy)
            finally:
                path.write_text(right, encoding="utf-8")
            say(f"{one.name:{width}}  {said}")
    return 0


def lives(copy: Path) -> str:
    """Let shops live in a copy of the project until one shows that something is wrong."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", _LIVES, str(_MOST)],
            cwd=copy,
            env=os.environ | {"PYTHONPATH": str(copy)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return "a life that never ends"
    return done.stdout.strip() or "the lives could not begin"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
