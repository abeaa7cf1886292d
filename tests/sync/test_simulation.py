"""A shop's life on several PCs: whatever is lost, copied or put back, all hold the same again."""

import shutil
from pathlib import Path

import pytest

from ecrm_desktop.sync import filling
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from tests.helpers.shop_simulation import Chances, Simulation

ALL = {
    "a quiet network": Chances(forgets=True),
    "questions and answers lost": Chances(lost=0.08, crash=0.03),
    "files put back": Chances(lost=0.02, restore=0.05),
    "disks copied": Chances(lost=0.02, clone=0.03),
    "the server put back": Chances(lost=0.02, server_restore=0.06, forgets=True),
    "others come late": Chances(lost=0.03, join=0.05, salvage=0.04, forgets=True),
    "the log thinned": Chances(
        lost=0.02, clone=0.02, restore=0.05, server_restore=0.04, join=0.02, thin=0.08, forgets=True
    ),
}
# All at once goes on for too long to be in every run.
HARD = Chances(
    lost=0.05,
    crash=0.02,
    restore=0.03,
    clone=0.02,
    server_restore=0.06,
    join=0.02,
    salvage=0.02,
    thin=0.02,
    forgets=True,
)
KINDS = {**ALL, "all of it": HARD}
LIVES, AT_ONCE = 1_000, 20


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is filled takes many pages to be full."""
    monkeypatch.setattr(filling, "PAGE", 20)


def run(
    cluster: EmbeddedPostgres,
    template: Path,
    folder: Path,
    seed: int,
    pcs: int,
    chances: Chances,
    steps: int,
) -> list[str]:
    """Let a shop live; return what is wrong in the end."""
    simulation = Simulation(cluster, template, folder, seed, pcs=pcs, chances=chances)
    try:
        return simulation.run(steps).wrong
    finally:
        simulation.close()
        simulation.served.drop()


@pytest.mark.parametrize("chances", ALL.values(), ids=ALL)
@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_everybody_holds_the_same(
    cluster: EmbeddedPostgres,
    empty_database_file: Path,
    tmp_path: Path,
    seed: int,
    chances: Chances,
) -> None:
    assert run(cluster, empty_database_file, tmp_path, seed, 3, chances, 48) == []


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, LIVES, AT_ONCE))
def test_everybody_holds_the_same_after_a_thousand_lives(
    cluster: EmbeddedPostgres, empty_database_file: Path, tmp_path: Path, first: int
) -> None:
    wrong = {}
    for seed in range(first, first + AT_ONCE):
        kind = list(KINDS)[seed % len(KINDS)]
        folder = tmp_path / str(seed)
        folder.mkdir()
        found = run(cluster, empty_database_file, folder, seed, 2 + seed % 4, KINDS[kind], 80)
        shutil.rmtree(folder)
        if found:
            wrong[seed, kind] = found
    assert wrong == {}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_fifty_pcs_hold_the_same(
    cluster: EmbeddedPostgres, empty_database_file: Path, tmp_path: Path, seed: int
) -> None:
    chances = Chances(sync=0.3, lost=0.02, crash=0.02, restore=0.02, server_restore=0.005)
    assert run(cluster, empty_database_file, tmp_path, seed, 50, chances, 400) == []
