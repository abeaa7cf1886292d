"""What can be read on a small screen: every page and form, each in a process of its own."""

import os
import subprocess
import sys

import pytest

from tests.helpers.command_line import ROOT

_USUAL = (1366, 768)
_SMALL = (911, 512)  # the same screen set to 150 %, without the bars of the desktop


# What is shown depends on the day: on this one a card has most to tell.
_DAY = "2026-11-28"


@pytest.mark.parametrize(
    ("language", "size"),
    [
        ("fa", _SMALL),
        ("en", _SMALL),
        pytest.param("en", _USUAL, marks=pytest.mark.slow),  # what fits a small one rarely fails
    ],
    ids=str,
)
def test_no_text_is_cut_off_and_none_lies_over_another(
    language: str, size: tuple[int, int]
) -> None:
    assert _faults(language, size, _DAY) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("month", range(1, 13))
def test_the_same_on_any_day(language: str, month: int) -> None:
    assert _faults(language, _SMALL, f"2027-{month:02}-{2 * month + 1:02}") == []


def _faults(language: str, size: tuple[int, int], day: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.clipped_texts", language, *map(str, size), day],
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )
    return done.stdout.splitlines()
