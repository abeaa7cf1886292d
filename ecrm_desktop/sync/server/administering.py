"""What whoever keeps a server does there: looks at it, lets PCs in and shuts them out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final
from uuid import UUID, uuid4

import psycopg
from psycopg.conninfo import conninfo_to_dict

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.sync.address import PORT, HubAddress, ServerAddress
from ecrm_desktop.sync.connecting import explained, is_loopback
from ecrm_desktop.sync.pairing_text import Pairing
from ecrm_desktop.sync.server.certificates import authority_in
from ecrm_desktop.sync.server.embedded import new_password
from ecrm_desktop.sync.server.installing import (
    DEVICES,
    HUB,
    OWNER,
    SCHEMA,
    NewerServerError,
    install,
    invite,
    make_device,
    make_role,
    newest_version,
)

Admin = psycopg.Connection[tuple[Any, ...]]

_OLDEST: Final = 150_000
_CHECKED: Final = frozenset({"verify-ca", "verify-full"})
_WITHOUT_ROLE: Final = (
    "SELECT 1 FROM ecrm_sync.devices d WHERE revoked IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = d.role) LIMIT 1"
)
_PREFIX: Final = "ecrm_pc_"
_NO_PASSWORD: Final = "no password supplied"  # noqa: S105 - libpq's words


class Finding(StrEnum):
    """What a server lacks."""

    OLD_POSTGRES = "old_postgres"
    NOT_PREPARED = "not_prepared"
    OLD_VERSION = "old_version"
    NEW_VERSION = "new_version"
    RIGHTS_MISSING = "rights_missing"
    NO_SHOP = "no_shop"
    TRUSTS = "trusts"
    ROLES_MISSING = "roles_missing"
    NO_TLS = "no_tls"
    CERTIFICATE_FOREIGN = "certificate_foreign"
    HEARS_NOBODY = "hears_nobody"
    LETS_NOBODY_IN = "lets_nobody_in"
    CLEAR_TEXT = "clear_text"
    NOT_DURABLE = "not_durable"


SERIOUS: Final = frozenset(
    {
        Finding.OLD_POSTGRES,
        Finding.NOT_PREPARED,
        Finding.OLD_VERSION,
        Finding.NEW_VERSION,
        Finding.RIGHTS_MISSING,
        Finding.NO_SHOP,
        Finding.TRUSTS,
    }
)
"""What nobody can, or should, sync with; with the rest PCs on the same computer still can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerState:
    """A server as it is: of PostgreSQL and of ours the version, and the shops in the database.

    `authority` (DER) is what PCs know it by; None while it has no certificate of ours.
    """

    postgres: str
    version: int
    shops: tuple[UUID, ...]
    authority: bytes | None
    hba_file: str
    config_file: str
    data_directory: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """A PC under one identity; `shop` is whose."""

    shop: UUID
    id: UUID
    number: int
    name: str
    schema: str
    last_seen: datetime | None
    revoked: datetime | None
    manages: bool
    role: str
    account: UUID | None


def parse_url(url: str) -> dict[str, Any]:
    """Return the parts of an address as PostgreSQL's programs take it; SYNC_ADDRESS_WRONG."""
    try:
        parts = conninfo_to_dict(url)
    except psycopg.Error as error:
        raise SyncError(Problem.SYNC_ADDRESS_WRONG) from error
    if not parts.get("dbname") or "://" not in url:
        raise SyncError(Problem.SYNC_ADDRESS_WRONG)
    return parts


@contextmanager
def administering(url: str, ask_password: Callable[[], str]) -> Iterator[Admin]:
    """Yield a superuser's connection; SyncError if there is none, or SYNC_NOT_ADMIN.

    `ask_password` is called where the server wants one and neither the address nor what
    PostgreSQL's own programs look at has it. To another computer the connection is encrypted and,
    where the address does not say by which certificate the server is known, bound to a proof that
    it knows the password, too.
    """
    with logged_in(url, ask_password) as connection:
        if not _one(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"):
            raise SyncError(Problem.SYNC_NOT_ADMIN)
        yield connection


@contextmanager
def logged_in(url: str, ask_password: Callable[[], str]) -> Iterator[Admin]:
    """Yield a connection as `administering` does, whoever it is that logs in."""
    parts = parse_url(url)
    host = str(parts.get("hostaddr") or parts.get("host") or "")
    if not is_loopback(host) and parts.get("sslmode") not in _CHECKED:
        parts |= {"sslmode": "require", "channel_binding": "require"}
    parts.setdefault("connect_timeout", "10")
    with explained(host), _opened(parts, ask_password) as connection:
        yield connection


def prepare(connection: Admin) -> None:
    """Bring a database to the newest version of ours; SYNC_SERVER_NEW if it is beyond that."""
    try:
        install(connection)
    except NewerServerError as error:
        raise SyncError(Problem.SYNC_SERVER_NEW) from error


def server_state(connection: Admin) -> ServerState:
    """Return what a server is like, and what it lacks."""
    version = _version(connection)
    shops = _shops(connection) if version else ()
    has_tls = _setting(connection, "ssl") == "on"
    authority = _authority(connection) if has_tls else None
    newest = newest_version()
    is_old = connection.info.server_version < _OLDEST
    found = {
        Finding.OLD_POSTGRES: is_old,
        Finding.NOT_PREPARED: version == 0,
        Finding.OLD_VERSION: 0 < version < newest,
        Finding.NEW_VERSION: version > newest,
        Finding.RIGHTS_MISSING: version != 0 and not _may_be_called(connection),
        Finding.NO_SHOP: version != 0 and not shops,
        Finding.ROLES_MISSING: version != 0 and bool(_one(connection, _WITHOUT_ROLE)),
        Finding.NO_TLS: not has_tls,
        Finding.CERTIFICATE_FOREIGN: has_tls and authority is None,
        Finding.HEARS_NOBODY: _hears_nobody(_setting(connection, "listen_addresses")),
        Finding.NOT_DURABLE: "off"
        in {_setting(connection, "fsync"), _setting(connection, "full_page_writes")},
        **_who_is_let_in(connection),
    }
    return ServerState(
        postgres=_setting(connection, "server_version"),
        version=version,
        shops=shops,
        authority=authority,
        hba_file=_setting(connection, "hba_file"),
        config_file=_setting(connection, "config_file"),
        data_directory=_setting(connection, "data_directory"),
        findings=tuple(finding for finding in Finding if found[finding]),
    )


def pair_device(
    connection: Admin,
    shop: UUID,
    name: str,
    host: str,
    port: int,
    authority: bytes | None,
    *,
    manages: bool = False,
) -> Pairing:
    """Let a PC into a shop, under a role of its own; return what it has to know.

    One that `manages` the shop may shut others out, as the first one may.

    PCs reach the server at `host` and `port`. SYNC_CLEAR_TEXT if that is another computer and
    there is no `authority` to know it by.
    """
    if authority is None and not is_loopback(host):
        raise SyncError(Problem.SYNC_CLEAR_TEXT, host=host)
    device, password = uuid4(), new_password()
    role = _PREFIX + device.hex
    # What the server gets, and may write into its log, is not the password.
    kept = connection.pgconn.encrypt_password(
        password.encode(), role.encode(), b"scram-sha-256"
    ).decode()
    with connection.transaction():
        make_role(connection, role, kept)
        make_device(connection, shop, device, role, name, manages=manages)
    return Pairing(
        address=ServerAddress(
            host=host,
            port=port,
            database=connection.info.dbname,
            role=role,
            authority=authority or b"",
        ),
        shop=shop,
        device=device,
        name=name,
        password=password,
    )


def invite_through_hub(
    connection: Admin, shop: UUID, name: str, url: str, *, manages: bool = False
) -> Pairing:
    """Let a PC into a shop through a hub at `url`; return what it has to know, for ten minutes."""
    code = new_password()
    device = invite(connection, shop, name, sha256(code.encode()).digest(), manages=manages)
    row = connection.execute("SELECT authority, certificate_name FROM ecrm_sync.hub").fetchone()
    authority, certificate_name = row or (None, None)
    is_pinned = authority is not None and url.startswith("https:")
    return Pairing(
        address=HubAddress(
            url=url,
            account=device,
            authority=authority if is_pinned else b"",
            certificate_name=certificate_name if is_pinned else "",
        ),
        shop=shop,
        device=device,
        name=name,
        password=code,
    )


def named_shops(connection: Admin) -> dict[UUID, str]:
    """Return the shops of a database with what whoever looks after it calls them."""
    return dict(connection.execute("SELECT shop, name FROM ecrm_sync.shops").fetchall())


def devices(connection: Admin) -> list[DeviceRow]:
    """Return all PCs of all shops in this database, by shop and number."""
    rows = connection.execute(
        "SELECT shop, id, number, name, schema, last_seen, revoked, manages, role, account"
        " FROM ecrm_sync.devices ORDER BY shop, number"
    )
    return [DeviceRow(**dict(zip(DeviceRow.__slots__, row, strict=True))) for row in rows]


def reached_at(parts: dict[str, Any], address: str | None) -> tuple[str, int]:
    """Return the host and port at which PCs reach a server: where it was reached, or `address`.

    SYNC_ADDRESS_WRONG if that is no `HOST[:PORT]`.
    """
    port = int(parts.get("port") or PORT)
    if address is None:
        host = str(parts.get("host") or "")
        return ("127.0.0.1" if not host or host.startswith("/") else host), port
    host, colon, given = address.strip().rpartition(":")
    if not colon or address.count(":") > 1:  # IPv6 has many
        return address.strip().strip("[]"), port
    if not given.isdecimal() or not host:
        raise SyncError(Problem.SYNC_ADDRESS_WRONG)
    return host, int(given)


def _opened(parts: dict[str, Any], ask_password: Callable[[], str]) -> Admin:
    try:
        return psycopg.connect(**parts, autocommit=True)
    except psycopg.OperationalError as error:
        if _NO_PASSWORD not in str(error):
            raise
    return psycopg.connect(**parts | {"password": ask_password()}, autocommit=True)


def _who_is_let_in(connection: Admin) -> dict[Finding, bool]:
    rows = connection.execute(
        "SELECT type, address, auth_method FROM pg_hba_file_rules WHERE error IS NULL"
        " AND type <> 'local' AND (database && ARRAY['all', current_database()::text])"
    ).fetchall()
    others = [
        (kind, method)
        for kind, address, method in rows
        if address not in {"127.0.0.1", "::1", "localhost", "samehost"} and method != "reject"
    ]
    return {
        Finding.TRUSTS: any(method == "trust" for _kind, _address, method in rows),
        Finding.LETS_NOBODY_IN: not others,
        Finding.CLEAR_TEXT: any(kind in {"host", "hostnossl"} for kind, _method in others),
    }


def _may_be_called(connection: Admin) -> bool:
    """Return whether PCs may call the functions: roles are not in a dump of the database."""
    roles = [OWNER, DEVICES, HUB]
    there = _one(connection, "SELECT count(*) FROM pg_roles WHERE rolname = ANY(%s)", roles)
    return there == len(roles) and bool(
        _one(
            connection,
            "SELECT bool_and(has_function_privilege(%s, p.oid, 'EXECUTE')) FROM pg_proc p"
            " WHERE p.pronamespace = %s::regnamespace AND p.proname ~ '_v[0-9]+$'",
            HUB,  # it is a member of the other one
            SCHEMA,
        )
    )


def _hears_nobody(listens: str) -> bool:
    return {one.strip() for one in listens.split(",")} <= {"", "localhost", "127.0.0.1", "::1"}


def _authority(connection: Admin) -> bytes | None:
    # As the server itself reads it: from its own folder, unless the path is whole.
    try:
        text = _one(connection, "SELECT pg_read_file(current_setting('ssl_cert_file'))")
    except psycopg.Error:
        return None
    return authority_in(str(text).encode())


def _version(connection: Admin) -> int:
    """Return up to which of our migrations the database is; 0 where it is not ours."""
    if _one(connection, "SELECT to_regclass('ecrm_sync.migrations')") is None:
        return 0
    return int(_one(connection, "SELECT coalesce(max(number), 0) FROM ecrm_sync.migrations"))


def _shops(connection: Admin) -> tuple[UUID, ...]:
    return tuple(shop for (shop,) in connection.execute("SELECT shop FROM ecrm_sync.shops"))


def _setting(connection: Admin, name: str) -> str:
    return str(_one(connection, "SELECT current_setting(%s)", name))


def _one(connection: Admin, statement: str, *values: object) -> Any:
    row = connection.execute(statement, values).fetchone()
    return None if row is None else row[0]
