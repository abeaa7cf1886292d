"""Fixtures with a real PostgreSQL and the server of syncing in it."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, wheel_binaries
from ecrm_desktop.sync.server.installing import install
from tests.helpers.postgres_places import place_for, system_binaries
from tests.helpers.sync_shops import TwoShops
from tests.helpers.synced_shop import SyncedShop

BINARIES = {
    "wheel": wheel_binaries(),
    **({} if (found := system_binaries()) is None else {"system": found}),
}


# Tests of the rules that PostgreSQL itself runs; the PCs' side of others hardly depends on it.
RULES = ("test_accounts", "test_attacks", "test_installing", "test_pushing", "test_rules")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the computer's own PostgreSQL to `make test-slow`, but for the rules."""
    here = Path(__file__).parent
    for item in items:
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        is_of_rules = item.path.parent != here or item.path.stem in RULES
        if parameters.get("cluster") == "system" and not is_of_rules:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", params=BINARIES)
def cluster(request: pytest.FixtureRequest) -> Iterator[EmbeddedPostgres]:
    """The PostgreSQL that the wheel brings, running; then the computer's own, if it has one."""
    with place_for(BINARIES[request.param]) as place, place:
        yield place


@pytest.fixture
def place() -> Iterator[EmbeddedPostgres]:
    """A cluster of the wheel's that is not there yet."""
    with place_for(wheel_binaries()) as place:
        yield place


@pytest.fixture(scope="session")
def server(cluster: EmbeddedPostgres) -> Iterator[psycopg.Connection]:
    """A superuser's connection to a database with the server in it; each test has its own shops."""
    with psycopg.connect(cluster.conninfo(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE sync")
    with psycopg.connect(cluster.conninfo("sync"), autocommit=True) as connection:
        install(connection)
        yield connection


@pytest.fixture
def two_shops(cluster: EmbeddedPostgres, server: psycopg.Connection) -> Iterator[TwoShops]:
    """Two shops in one database, with PCs that log in as roles of their own."""
    shops = TwoShops(cluster, server)
    yield shops
    shops.close()


@pytest.fixture(scope="session")
def synced_shop(
    cluster: EmbeddedPostgres, empty_database_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> SyncedShop:
    """A shop that was made and closed, for copies."""
    made = SyncedShop(cluster, empty_database_file, tmp_path_factory.mktemp("synced"))
    made.close()
    return made


@pytest.fixture
def shop(
    cluster: EmbeddedPostgres, synced_shop: SyncedShop, empty_database_file: Path, tmp_path: Path
) -> Iterator[SyncedShop]:
    """Two PCs of one shop, both synced."""
    made = SyncedShop(cluster, empty_database_file, tmp_path, copied_from=synced_shop)
    yield made
    made.close()
