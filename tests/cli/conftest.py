"""What all tests of the command need."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecrm_desktop.console import main
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from tests.helpers.command_line import Outcome, Run
from tests.helpers.paired_pcs import PairedPcs, add_customer, new_server
from tests.helpers.postgres_places import system_binaries
from tests.helpers.shop_fixtures import guarded, guarded_template
from tests.helpers.tls_server import tls_place

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


@pytest.fixture(scope="session")
def tls_cluster() -> Iterator[EmbeddedPostgres]:
    """A running PostgreSQL that encrypts."""
    binaries = system_binaries()
    if binaries is None:
        pytest.skip("this computer has no PostgreSQL, and the one of the wheel has no TLS")
    with tls_place(binaries) as place:
        yield place


@pytest.fixture
def pcs(tls_cluster: EmbeddedPostgres, run: Run, keyring_file: Path, tmp_path: Path) -> PairedPcs:
    """An empty database on a server, and files that are not there yet."""
    return new_server(tls_cluster, run, tmp_path)


@pytest.fixture
def shop(pcs: PairedPcs) -> PairedPcs:
    """The same after the first PC brought its shop to the server."""
    pcs.ok("init", "--shop", "پوشاک مهر", "--database", pcs.a)
    add_customer(pcs.a, "مریم")
    pcs.ok("server", "init", pcs.url, "--shop-from", "--name", "دفتر", "--database", pcs.a)
    return pcs
