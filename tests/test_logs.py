import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecrm_desktop.logs import LOGGER, log_failure, start_log
from tests.helpers.command_line import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    before = list(LOGGER.handlers)
    start_log(tmp_path / "logs")
    yield tmp_path / "logs"
    for handler in [one for one in LOGGER.handlers if one not in before]:
        LOGGER.removeHandler(handler)
        handler.close()


def fail_with(text: str) -> Exception:
    known: dict[str, int] = {}
    try:
        try:
            known[text] += 1
        except KeyError as cause:
            raise ValueError(text) from cause
    except ValueError as error:
        failure = error
    return failure


def test_the_log_says_where_but_never_quotes_a_customer(folder: Path) -> None:
    log_failure(fail_with("مریم احمدی 09123456789"))
    logged = (folder / "ecrm.log").read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert "KeyError" in logged
    assert "fail_with" in logged
    assert "مریم" not in logged
    assert "0912" not in logged


def test_a_folder_that_cannot_be_written_stops_nothing() -> None:
    start_log(Path("/proc/nowhere"))
    handler = LOGGER.handlers[-1]
    assert isinstance(handler, logging.NullHandler)
    LOGGER.removeHandler(handler)


def test_a_log_that_cannot_be_written_stays_silent(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "ecrm.log").mkdir()
    log_failure(fail_with("مریم"))
    assert capsys.readouterr().err == ""


def test_nothing_of_the_log_is_said_to_people_where_there_is_none() -> None:
    warning = "from ecrm_desktop.logs import LOGGER; LOGGER.warning('a backup stayed plain')"
    done = subprocess.run(
        [sys.executable, "-c", warning], check=True, capture_output=True, cwd=ROOT
    )
    assert (done.stdout, done.stderr) == (b"", b"")
