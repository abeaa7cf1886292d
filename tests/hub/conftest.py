"""Fixtures with a hub as a process of its own, over TLS, in front of a real PostgreSQL."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, wheel_binaries
from tests.helpers.hubs import HubShop
from tests.helpers.postgres_places import place_for
from tests.helpers.synced_pcs import Pc


@pytest.fixture(scope="session")
def cluster() -> Iterator[EmbeddedPostgres]:
    """A running PostgreSQL."""
    with place_for(wheel_binaries()) as place, place:
        yield place


@pytest.fixture(scope="session")
def shop(cluster: EmbeddedPostgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubShop]:
    """A shop behind a hub; each test has its own PCs."""
    served = HubShop(cluster, "served", tmp_path_factory.mktemp("hub"), "--rate", "10000")
    yield served
    served.close()


@pytest.fixture
def join(empty_database_file: Path, tmp_path: Path) -> Iterator[Callable[[HubShop, str], Pc]]:
    """Let a new file sync with a shop."""
    joined: list[Pc] = []

    def join(served: HubShop, name: str) -> Pc:
        path = tmp_path / f"{name}.db"
        shutil.copy(empty_database_file, path)
        joined.append(Pc.joining(served, path, name))
        return joined[-1]

    yield join
    for pc in joined:
        pc.database.close()
