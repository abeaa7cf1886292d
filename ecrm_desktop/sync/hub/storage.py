"""The database behind a hub: one that somebody looks after, or our own PostgreSQL in a folder."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from ecrm_desktop.errors import FileError, Problem, SyncError
from ecrm_desktop.file_locks import lock_if_free
from ecrm_desktop.sync.connecting import explained
from ecrm_desktop.sync.hub.serving import Certificate
from ecrm_desktop.sync.server.administering import Admin, administering, logged_in, prepare
from ecrm_desktop.sync.server.certificates import make_identity
from ecrm_desktop.sync.server.embedded import (
    ADMIN,
    HOST,
    EmbeddedPostgres,
    PostgresFailedError,
    new_password,
    wheel_binaries,
)
from ecrm_desktop.sync.server.installing import HUB, make_hub_role, newest_version

EMBEDDED: Final = "embedded:"

_DATABASE: Final = "ecrm"
_PRIVATE: Final = 0o600
_WAIT: Final = 20.0
_PORT_LINE: Final = 3
"""Of `postmaster.pid`, from 0."""
_SYSTEM_USERS: Final = ("postgres", "nobody")

AskPassword = Callable[[], str]


def embedded_folder(storage: str) -> Path | None:
    """Return the folder of our own PostgreSQL; None if it is another one."""
    if not storage.startswith(EMBEDDED):
        return None
    return Path(storage.removeprefix(EMBEDDED)).absolute()


def own_certificate(storage: str) -> Certificate | None:
    """Return what the folder of our own PostgreSQL has to serve TLS with."""
    folder = embedded_folder(storage)
    if folder is None:
        return None
    return Certificate(certificates=folder / "server.crt", key=folder / "server.key")


def prepare_storage(storage: str, ask_password: AskPassword) -> None:
    """Make or bring up to date what a hub needs; may be done again.

    In a folder of ours that is the cluster as well, and a certificate with an authority of its own.
    """
    certificate = own_certificate(storage)
    folder = embedded_folder(storage)
    if folder is not None and certificate is not None:
        _make_folder(folder, certificate)
    with managing(storage, ask_password) as connection:
        prepare(connection)


@contextmanager
def managing(storage: str, ask_password: AskPassword) -> Iterator[Admin]:
    """Yield a superuser's connection, also while a hub serves; SyncError if there is none."""
    folder = embedded_folder(storage)
    if folder is None:
        with administering(storage, ask_password) as connection:
            yield connection
        return
    with _running(folder, alone=False) as conninfo, _connected(conninfo) as connection:
        yield connection


@contextmanager
def serving(storage: str, ask_password: AskPassword) -> Iterator[str]:
    """Yield how a hub connects: as a role that owns nothing. SyncError, SYNC_HUB_RUNNING too."""
    folder = embedded_folder(storage)
    if folder is None:
        with logged_in(storage, ask_password) as connection:
            conninfo = _of_hub(connection)
        yield conninfo
        return
    if not folder.is_dir():
        raise SyncError(Problem.SYNC_SERVER_OLD)
    with lock_if_free(folder / "serving.lock") as is_free:
        if not is_free:
            raise SyncError(Problem.SYNC_HUB_RUNNING)
        with _running(folder, alone=True) as admin:
            with _connected(admin) as connection:
                # Nobody else looks after it, and the program may have been updated since.
                prepare(connection)
                conninfo = _of_hub(connection)
            yield conninfo


def _of_hub(connection: Admin) -> str:
    """Return how to connect as the hubs' role, or as the present one if that is theirs already.

    SYNC_SERVER_OLD or _NEW where the database was prepared by another version of the program.
    """
    row = connection.execute(
        "SELECT to_regproc('ecrm_sync.version_v1') IS NOT NULL, r.rolsuper, EXISTS ("
        " SELECT FROM pg_roles WHERE rolname = %s AND pg_has_role(current_user, oid, 'MEMBER'))"
        " FROM pg_roles r WHERE r.rolname = current_user",
        [HUB],
    ).fetchone()
    is_ready, is_super, is_hub = row or (False, False, False)
    if not is_ready:
        raise SyncError(Problem.SYNC_SERVER_OLD)
    if not (is_super or is_hub):
        raise SyncError(Problem.SYNC_NOT_ADMIN)
    (version,) = connection.execute("SELECT ecrm_sync.version_v1()").fetchone() or (0,)
    if version != newest_version():
        is_old = version < newest_version()
        raise SyncError(Problem.SYNC_SERVER_OLD if is_old else Problem.SYNC_SERVER_NEW)
    info = connection.info
    if is_super:
        role, password = make_hub_role(connection)
        return make_conninfo(info.dsn, user=role, password=password)
    return make_conninfo(info.dsn, password=info.password)


@contextmanager
def _connected(conninfo: str) -> Iterator[Admin]:
    with explained(HOST), psycopg.connect(conninfo, autocommit=True) as connection:
        yield connection


@contextmanager
def _running(folder: Path, *, alone: bool) -> Iterator[str]:
    """Yield how to connect to the cluster in a folder, started unless somebody else did.

    `alone`: it is this process that starts and stops it.
    """
    secret = folder / "password"
    if not secret.exists():
        raise SyncError(Problem.SYNC_SERVER_OLD)
    password = secret.read_text(encoding="ascii")
    data = folder / "postgres"
    until = time.monotonic() + _WAIT
    while True:
        with ExitStack() as held:
            if held.enter_context(lock_if_free(folder / "running.lock")):
                yield held.enter_context(_started(folder, data, password))
                return
        if not alone and (conninfo := _found(data, password)) is not None:
            yield conninfo
            return
        if time.monotonic() > until:
            raise SyncError(Problem.SYNC_HUB_RUNNING)
        time.sleep(0.2)


@contextmanager
def _started(folder: Path, data: Path, password: str) -> Iterator[str]:
    log = folder / f"{data.name}.log"
    with ExitStack() as held:
        try:
            place = EmbeddedPostgres(wheel_binaries(), data, password, run_as=_other_user())
            # A hub that was killed could not stop it.
            place.end_former()
            held.enter_context(place)
            _make_database(place.conninfo())
        except (OSError, psycopg.Error) as error:
            raise FileError(Problem.SYNC_POSTGRES_FAILED, path=log) from error
        except PostgresFailedError as error:
            with log.open("a", encoding="utf-8") as file:
                file.write(f"{error}\n")
            raise FileError(Problem.SYNC_POSTGRES_FAILED, path=log) from error
        yield place.conninfo(_DATABASE)


def _make_database(conninfo: str) -> None:
    with psycopg.connect(conninfo, autocommit=True) as connection:
        there = "SELECT 1 FROM pg_database WHERE datname = %s"
        if connection.execute(there, [_DATABASE]).fetchone() is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(_DATABASE)))


def _found(data: Path, password: str) -> str | None:
    """Return how to connect to a cluster that another process started; None if it does not hear."""
    try:
        lines = (data / "postmaster.pid").read_text(encoding="ascii").splitlines()
        conninfo = make_conninfo(
            host=HOST,
            port=int(lines[_PORT_LINE]),
            dbname=_DATABASE,
            user=ADMIN,
            password=password,
        )
        psycopg.connect(conninfo).close()
    except (OSError, ValueError, IndexError, psycopg.Error):
        return None
    return conninfo


def _make_folder(folder: Path, certificate: Certificate) -> None:
    secret = folder / "password"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not secret.exists():
            _keep_private(secret, new_password().encode())
        if not certificate.key.exists():
            identity = make_identity()
            _keep_private(certificate.key, identity.key)
            certificate.certificates.write_bytes(identity.certificates)
    except OSError as error:
        raise FileError(Problem.FILE_NOT_WRITABLE, path=folder) from error


def _keep_private(path: Path, content: bytes) -> None:
    path.touch(mode=_PRIVATE)
    path.write_bytes(content)


def _other_user() -> str | None:
    """Return as whom PostgreSQL runs where we are root, which it refuses to be."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - not on Windows

    names = {one.pw_name for one in pwd.getpwall()}
    return next((name for name in _SYSTEM_USERS if name in names), None)
