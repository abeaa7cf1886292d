"""What all tests of the command need."""

import sys
from pathlib import Path

import pytest

from ecrm_desktop.console import main
from tests.helpers.command_line import Outcome, Run
from tests.helpers.shop_fixtures import guarded, guarded_template

__all__ = ["guarded", "guarded_template", "own_folders", "run"]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests' settings and logs out of the developer's home."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.delenv("ECRM_DATABASE", raising=False)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process, which is faster than in one of its own."""

    def run(*arguments: object) -> Outcome:
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["ecrm", *map(str, arguments)])
        return Outcome(main(), *capfd.readouterr())

    return run
