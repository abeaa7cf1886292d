"""A damaged file is read or refused: no other error, no hang, no filled memory."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux tells and limits memory")


def outcome(kind: str, folder: Path, first: int, last: int) -> int:
    """Return how many of the mutated files could still be read; all others were refused."""
    program = [sys.executable, "-m", "tests.helpers.mutated_files"]
    done = subprocess.run(
        [*program, kind, str(folder), str(first), str(last)],
        cwd=PROJECT, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert re.fullmatch(r"read \d+\n", done.stdout), done.stdout[-3000:]
    return int(done.stdout.split()[1])


KINDS = ["xlsx", "csv", "vcf", "ics", "xls", "xlsb", "ods", "xml"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_mutated_files(tmp_path: Path, kind: str) -> None:
    assert outcome(kind, tmp_path, 0, 100) >= 5


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_many_mutated_files(tmp_path: Path, kind: str) -> None:
    read = outcome(kind, tmp_path, 100, 1600)
    assert read > 100
