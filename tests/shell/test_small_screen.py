"""What can be read on a small screen: every page and form, each in a process of its own."""

import os
import subprocess
import sys

import pytest

from tests.helpers.command_line import ROOT

_USUAL = (1366, 768)
_SMALL = (911, 512)  # the same screen set to 150 %, without the bars of the desktop


@pytest.mark.parametrize(
    ("language", "size"), [("fa", _SMALL), ("en", _SMALL), ("en", _USUAL)], ids=str
)
def test_no_text_is_cut_off_and_none_lies_over_another(
    language: str, size: tuple[int, int]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.clipped_texts", language, *map(str, size)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.splitlines() == []
