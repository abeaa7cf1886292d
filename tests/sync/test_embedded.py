import os
import stat
from pathlib import Path

import psycopg
import pytest

from ecrm_desktop.sync.server.embedded import (
    EmbeddedPostgres,
    PostgresFailedError,
    new_password,
)


def test_nobody_is_trusted(cluster: EmbeddedPostgres) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(cluster.conninfo(password=new_password()))
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(cluster.conninfo(password=""))

    with psycopg.connect(cluster.conninfo()) as connection:
        methods = connection.execute("SELECT DISTINCT auth_method FROM pg_hba_file_rules")
        assert methods.fetchall() == [("scram-sha-256",)]


def test_it_listens_here_alone_and_checks_every_page(cluster: EmbeddedPostgres) -> None:
    with psycopg.connect(cluster.conninfo()) as connection:
        found = connection.execute(
            """SELECT current_setting('listen_addresses'), current_setting('data_checksums'),
            current_setting('unix_socket_directories'), current_setting('password_encryption')"""
        ).fetchone()

    assert found == ("127.0.0.1", "on", "", "scram-sha-256")


def test_what_was_written_is_there_after_another_start(place: EmbeddedPostgres) -> None:
    with place, psycopg.connect(place.conninfo(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")

    with place, psycopg.connect(place.conninfo()) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)

    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(place.conninfo())


def test_only_its_user_may_look_into_the_folder(place: EmbeddedPostgres) -> None:
    with place:
        assert stat.S_IMODE(place.data.stat().st_mode) == 0o700


def test_a_server_that_does_not_start_says_why(place: EmbeddedPostgres) -> None:
    with place:
        pass
    (place.data / "postgresql.conf").write_text("no_such_setting = 1\n", encoding="utf-8")

    with pytest.raises(PostgresFailedError, match="no_such_setting"):
        place.start()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="PostgreSQL is refused to root alone"
)
def test_roots_own_folder_will_do(place: EmbeddedPostgres) -> None:
    folder = place.data.parent.parent
    with place, psycopg.connect(place.conninfo(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    folder.chmod(0o700)

    with place, psycopg.connect(place.conninfo()) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_a_folder_that_holds_something_else_is_left_alone(
    place: EmbeddedPostgres, tmp_path: Path
) -> None:
    place.data.mkdir()
    (place.data / "letter.txt").touch()

    with pytest.raises(PostgresFailedError, match="not empty"):
        place.start()
    assert [file.name for file in place.data.iterdir()] == ["letter.txt"]


def test_passwords_are_long_and_differ() -> None:
    made = {new_password() for _ in range(100)}

    assert len(made) == 100
    assert min(map(len, made)) >= 32
