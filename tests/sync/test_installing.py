import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from ecrm_desktop.sync.server.installing import NewerServerError, install, make_shop

Connection = psycopg.Connection[Any]


@pytest.fixture
def empty(cluster: EmbeddedPostgres) -> Iterator[Connection]:
    """A database with nothing in it."""
    name = f"empty_{uuid.uuid4().hex}"
    with psycopg.connect(cluster.conninfo(), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        with psycopg.connect(cluster.conninfo(name), autocommit=True) as connection:
            yield connection
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_installing_again_changes_nothing(empty: Connection) -> None:
    install(empty)
    make_shop(empty, uuid.uuid4())
    before = catalogue(empty)

    install(empty)

    assert catalogue(empty) == before
    assert empty.execute("SELECT count(*) FROM ecrm_sync.shops").fetchone() == (1,)


def test_each_migration_is_written_down(empty: Connection) -> None:
    install(empty)

    found = empty.execute("SELECT number FROM ecrm_sync.migrations ORDER BY number").fetchall()
    assert [number for (number,) in found] == list(range(1, len(found) + 1))


def test_a_database_of_a_later_program_is_left_alone(empty: Connection) -> None:
    install(empty)
    empty.execute("INSERT INTO ecrm_sync.migrations (number) VALUES (1000)")
    empty.execute("DROP FUNCTION ecrm_sync.lease_v1")

    with pytest.raises(NewerServerError):
        install(empty)

    assert "lease_v1" not in [name for name, *_ in catalogue(empty)]


def test_a_migration_that_fails_leaves_nothing(empty: Connection) -> None:
    empty.execute("CREATE SCHEMA ecrm_sync")
    empty.execute("CREATE TABLE ecrm_sync.leases (mine integer)")

    with pytest.raises(psycopg.Error):
        install(empty)

    assert [name for name, *_ in catalogue(empty)] == ["leases"]


def catalogue(connection: Connection) -> list[Any]:
    """Return what there is in the schema, with owners and rights."""
    return connection.execute(
        """SELECT relname::text AS name, relowner, relacl::text FROM pg_class
        WHERE relnamespace = 'ecrm_sync'::regnamespace AND relkind = 'r'
        UNION ALL SELECT proname::text, proowner, proacl::text || prosrc FROM pg_proc
        WHERE pronamespace = 'ecrm_sync'::regnamespace ORDER BY name"""
    ).fetchall()
