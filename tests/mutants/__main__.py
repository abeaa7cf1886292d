"""Tells which mutants the tests do not notice: make mutants, or -m tests.mutants WORD…"""

import sys
import tempfile
from pathlib import Path

from tests.mutants.judging import Fate, JudgesFail, Verdict, copy_project, judged
from tests.mutants.table import MUTANTS

ROOT = Path(__file__).resolve().parents[2]


def main(chosen: list[str]) -> int:
    """Judge the mutants in whose names or files one of the words is, or all."""
    mutants = [
        one
        for one in MUTANTS
        if not chosen or any(word in one.name or word in one.file for word in chosen)
    ]
    if not mutants:
        say("No mutant is called so.")
        return 2
    width = max(len(one.name) for one in mutants)
    alive = 0
    with tempfile.TemporaryDirectory() as folder:
        try:
            for verdict in judged(mutants, copy_project(ROOT, Path(folder) / "project")):
                alive += verdict.fate is not Fate.KILLED
                say(line_of(verdict, width))
        except JudgesFail as failed:
            say(f"{failed}\nThe tests fail without any mutant.")
            return 2
    say(f"{len(mutants)} mutants, {alive} of them alive")
    return int(alive > 0)


def line_of(verdict: Verdict, width: int) -> str:
    """Return a line of the table."""
    name, seconds = verdict.mutant.name, verdict.seconds
    return f"{name:{width}}  {verdict.fate:8}  {seconds:5.1f} s  {verdict.by}".rstrip()


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
