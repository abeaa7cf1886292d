"""A shop's life on several PCs: whatever is lost, copied or put back, all hold the same again."""

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
    forgets=True,
)


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
) -> None:
    simulation = Simulation(cluster, template, folder, seed, pcs=pcs, chances=chances)
    try:
        outcome = simulation.run(steps)
    finally:
        simulation.close()
    assert outcome.wrong == []


@pytest.mark.parametrize("chances", ALL.values(), ids=ALL)
@pytest.mark.parametrize("seed", [1, 2])
def test_everybody_holds_the_same(
    cluster: EmbeddedPostgres,
    empty_database_file: Path,
    tmp_path: Path,
    seed: int,
    chances: Chances,
) -> None:
    run(cluster, empty_database_file, tmp_path, seed, 3, chances, 48)


@pytest.mark.slow
@pytest.mark.parametrize("chances", [*ALL.values(), HARD], ids=[*ALL, "all of it"])
@pytest.mark.parametrize("seed", range(10, 60))
def test_everybody_holds_the_same_after_many_lives(
    cluster: EmbeddedPostgres,
    empty_database_file: Path,
    tmp_path: Path,
    seed: int,
    chances: Chances,
) -> None:
    run(cluster, empty_database_file, tmp_path, seed, 2 + seed % 4, chances, 80)
