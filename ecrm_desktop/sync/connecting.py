"""Connects a PC to its shop's server, and says in the program's words what does not work."""

import os
import socket
import ssl
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import psycopg
from psycopg import sql

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.sync.address import SERVER_NAME, ServerAddress
from ecrm_desktop.sync.refusals import SyncRefusedError, Trouble

_PATIENCE: Final[Mapping[str, str]] = {
    "connect_timeout": "10",
    # Of a cable that was pulled nobody tells: what is not acknowledged for so long is lost.
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
}
_OWN: Final[Mapping[str, str]] = {
    # The same on every PC, whatever its user keeps for other programs.
    "gssencmode": "disable",
    "sslcertmode": "disable",
    "options": "",
    "client_encoding": "utf8",
    "application_name": "ecrm",
    # Nothing but a proof that the server has to give as well: never the password itself.
    "require_auth": "scram-sha-256",
}
_REFUSALS: Final[Mapping[Trouble, Problem]] = {
    Trouble.REVOKED: Problem.SYNC_REVOKED,
    Trouble.UNKNOWN_DEVICE: Problem.SYNC_UNKNOWN_DEVICE,
    Trouble.MALFORMED: Problem.SYNC_NOT_TAKEN,
    Trouble.TOO_BIG: Problem.SYNC_NOT_TAKEN,
    Trouble.TOO_OLD: Problem.SYNC_SERVER_NEW,
}
# What libpq says where no connection comes about: it has no codes for that. Of several attempts
# it tells every one, so that what says most comes first.
_SAID: Final[tuple[tuple[str, Problem], ...]] = (
    ("password authentication failed", Problem.SYNC_PASSWORD_REFUSED),
    ("no password supplied", Problem.SYNC_PASSWORD_REFUSED),
    ("is not permitted to log in", Problem.SYNC_REVOKED),
    ("server does not support SSL", Problem.SYNC_NO_TLS),
    ("no encryption", Problem.SYNC_NO_TLS),
    ("certificate", Problem.SYNC_CERTIFICATE_WRONG),
    ("channel binding", Problem.SYNC_CERTIFICATE_WRONG),
    ("SSL error", Problem.SYNC_CERTIFICATE_WRONG),
    ("authentication method requirement", Problem.SYNC_NOT_LET_IN),
    ("pg_hba.conf", Problem.SYNC_NOT_LET_IN),
    ("permission denied for database", Problem.SYNC_NOT_LET_IN),
    ("does not exist", Problem.SYNC_DATABASE_MISSING),
)
_STATES: Final[tuple[tuple[str, Problem], ...]] = (
    ("28P01", Problem.SYNC_PASSWORD_REFUSED),
    ("28", Problem.SYNC_NOT_LET_IN),
    ("3D", Problem.SYNC_DATABASE_MISSING),
    ("3F", Problem.SYNC_SERVER_OLD),  # no schema
    ("42883", Problem.SYNC_SERVER_OLD),  # no such function
    ("42501", Problem.SYNC_NOT_LET_IN),
    ("53100", Problem.SYNC_SERVER_FULL),
    ("53300", Problem.SYNC_UNREACHABLE),  # too many connections
    ("57P", Problem.SYNC_UNREACHABLE),  # it is just stopping, or starting
    ("08", Problem.SYNC_UNREACHABLE),
)


@contextmanager
def connected(
    address: ServerAddress, password: str
) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    """Yield a connection to the right server, and nobody else; SyncError for what does not work."""
    with explained(address.host), connect(address, password) as connection:
        yield connection


def connect(address: ServerAddress, password: str) -> psycopg.Connection[tuple[Any, ...]]:
    """Return a connection in autocommit mode; raises as `connected`."""
    hosts = _resolved(address.host, address.port)
    if not address.authority and not all(ip_address(host).is_loopback for host in hosts):
        raise SyncError(Problem.SYNC_CLEAR_TEXT, host=address.host)
    with explained(address.host), TemporaryDirectory(dir=_plain_folder()) as folder:
        if address.authority:
            root = Path(folder) / "authority.crt"
            root.write_text(ssl.DER_cert_to_PEM_cert(address.authority), encoding="ascii")
            how: dict[str, Any] = {
                "host": ",".join([SERVER_NAME] * len(hosts)),
                "hostaddr": ",".join(hosts),
                "sslmode": "verify-full",
                "sslrootcert": str(root),
                "ssl_min_protocol_version": "TLSv1.2",
                "channel_binding": "require",
            }
        else:
            how = {"hostaddr": ",".join(hosts), "sslmode": "disable"}
        parameters: dict[str, Any] = {**_PATIENCE, **_OWN, **how}
        return psycopg.connect(
            **parameters,
            port=address.port,
            dbname=address.database,
            user=address.role,
            password=password,
            autocommit=True,
        )


def change_password(connection: psycopg.Connection[Any], role: str, password: str) -> None:
    """Give the role that this connection logged in as another password, which is not sent."""
    kept = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    connection.execute(
        sql.SQL("ALTER ROLE {} PASSWORD {}").format(
            sql.Identifier(role), sql.Literal(kept.decode())
        )
    )


def is_loopback(host: str) -> bool:
    """Return whether a server of this name, or with this path of a socket, is on this computer."""
    if not host or host.startswith(("/", "@")):
        return True
    try:
        return all(ip_address(one).is_loopback for one in _resolved(host, 0))
    except SyncError:
        return False


@contextmanager
def explained(host: str) -> Iterator[None]:
    """Raise SyncError instead of what PostgreSQL's client or the engine of syncing raise."""
    try:
        yield
    except SyncRefusedError as error:
        raise SyncError(_REFUSALS[error.trouble]) from error
    except psycopg.Error as error:
        raise SyncError(problem_of(error), host=host) from error


def problem_of(error: psycopg.Error) -> Problem:
    """Return what an error of PostgreSQL's client means."""
    if error.sqlstate is not None:
        known = (problem for begin, problem in _STATES if error.sqlstate.startswith(begin))
        return next(known, Problem.SYNC_SERVER_FAILED)
    text = str(error)
    known = (problem for said, problem in _SAID if said in text)
    return next(known, Problem.SYNC_UNREACHABLE)


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SyncError(Problem.SYNC_UNREACHABLE, host=host) from error
    return [*dict.fromkeys(str(where[4][0]) for where in found)]


def _plain_folder() -> str | None:
    """Return where files lie whose path every part of PostgreSQL's client can read.

    On Windows it takes paths for text of the system's code page, where a Persian user name in them
    is another one.
    """
    if sys.platform == "win32" and not os.environ.get("TEMP", "").isascii():
        return os.environ.get("PROGRAMDATA")
    return None
