"""Brings a database to the newest version of the server, and makes shops and devices in it."""

import secrets
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final
from uuid import UUID

from psycopg import Connection, sql
from psycopg.rows import TupleRow

SCHEMA: Final = "ecrm_sync"
OWNER: Final = "ecrm_sync_owner"
"""Owns tables and functions; nobody can log in as it."""
DEVICES: Final = "ecrm_sync_device"
"""May call the functions; the role of every device is a member."""
HUB: Final = "ecrm_sync_hub"
"""May call them for every device: who is a member has asked the devices who they are."""

CONFLICTS: Final = "conflicts"

_FUNCTIONS: Final = {
    DEVICES: (
        "hello_v1",
        "push_v1",
        "pull_v1",
        "fill_v1",
        "digest_v1",
        "ranges_v1",
        "lease_v1",
        "devices_v1",
        "revoke_v1",
        "keys_v1",
        "give_keys_v1",
        "found_v1",
        "thin_v1",
    ),
    HUB: (
        "sign_in_v1",
        "invite_v1",
        "expect_v1",
        "join_v1",
        "enter_v1",
        "arrived_v1",
        "admit_v1",
        "serves_v1",
        "version_v1",
    ),
}
_WRITING_WITHOUT_TABLES: Final = (
    "lo_creat(integer)",
    "lo_create(oid)",
    "lo_from_bytea(oid, bytea)",
)


class NewerServerError(Exception):
    """The database was brought to a version by a later program, which this one must not change."""


def install(connection: Connection[TupleRow]) -> None:
    """Bring the database of a superuser's connection to the newest version, in one transaction."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('ecrm_sync'))")
        _make_roles(connection)
        done = _version(connection)
        migrations = list(_scripts("migrations"))
        if done > len(migrations):
            raise NewerServerError(done)
        connection.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(OWNER)))
        connection.execute(
            sql.SQL("SET LOCAL search_path = {}, pg_temp").format(sql.Identifier(SCHEMA))
        )
        for number, script in enumerate(migrations, 1):
            if number > done:
                connection.execute(script)
                connection.execute("INSERT INTO migrations (number) VALUES (%s)", [number])
        for script in _scripts("functions"):
            connection.execute(script)
        _give_rights(connection)


def newest_version() -> int:
    """Return to which version `install` brings a database."""
    return sum(1 for _ in _scripts("migrations"))


def make_shop(connection: Connection[TupleRow], shop: UUID, name: str = "") -> None:
    """Make a shop without any record; `name` is what whoever looks after the server calls it."""
    with connection.transaction():
        _work_for(connection, shop)
        connection.execute("INSERT INTO shops (shop, name) VALUES (%s, %s)", [shop, name])
        connection.execute(
            "INSERT INTO record_tables (shop, name, number) VALUES (%s, %s, 0)", [shop, CONFLICTS]
        )


def make_role(
    connection: Connection[TupleRow], role: str, password: str, member_of: str = DEVICES
) -> None:
    """Make a role that a PC, or a hub, logs in as."""
    with connection.transaction():
        connection.execute(
            sql.SQL(
                "CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD {} IN ROLE {}"
            ).format(sql.Identifier(role), sql.Literal(password), sql.Identifier(member_of))
        )


def make_device(
    connection: Connection[TupleRow],
    shop: UUID,
    device: UUID,
    role: str,
    name: str = "",
    *,
    manages: bool = False,
) -> None:
    """Let a PC into a shop; whoever logs in as `role` speaks for it.

    One that `manages` the shop may shut others out; the first one does.
    """
    with connection.transaction():
        _work_for(connection, shop)
        connection.execute(
            """INSERT INTO devices (shop, id, number, role, name, manages)
            SELECT s.shop, %(device)s, 1 + coalesce(d.last, 0), %(role)s, %(name)s,
                %(manages)s OR d.last IS NULL
            FROM (SELECT shop FROM shops WHERE shop = %(shop)s FOR UPDATE) s,
                (SELECT max(number) AS last FROM devices WHERE shop = %(shop)s) d""",
            {"shop": shop, "device": device, "role": role, "name": name, "manages": manages},
        )


def make_hub_role(connection: Connection[TupleRow]) -> tuple[str, str]:
    """Return the role that the hubs of a database log in as, and its password; made if missing.

    All of them use the same one, so the database keeps its password, for superusers alone.
    """
    with connection.transaction():
        row = connection.execute(
            "SELECT 'ecrm_hub_' || d.oid, h.password, r.oid IS NOT NULL"
            " FROM ecrm_sync.hub h JOIN pg_database d ON d.datname = current_database()"
            " LEFT JOIN pg_roles r ON r.rolname = 'ecrm_hub_' || d.oid FOR UPDATE OF h"
        ).fetchone()
        if row is None:
            raise RuntimeError
        role, password, is_there = row
        if is_there and password is not None:
            return role, password
        password = secrets.token_urlsafe(24)
        kept = connection.pgconn.encrypt_password(
            password.encode(), role.encode(), b"scram-sha-256"
        ).decode()
        if is_there:
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))
        make_role(connection, role, kept, HUB)
        connection.execute("UPDATE ecrm_sync.hub SET password = %s", [password])
    return role, password


def invite(
    connection: Connection[TupleRow], shop: UUID, name: str, code: bytes, *, manages: bool = False
) -> UUID:
    """Let a PC that comes through a hub into a shop; return the identity that it will have.

    It comes within ten minutes, with what the SHA-256 `code` is of.
    """
    with connection.transaction():
        _work_for(connection, shop)
        row = connection.execute(
            "SELECT invite(%s, %s, %s, %s, NULL)", [shop, name, code, manages]
        ).fetchone()
    if row is None:
        raise RuntimeError
    account: UUID = row[0]
    return account


def revoke_device(connection: Connection[TupleRow], shop: UUID, device: UUID) -> None:
    """Refuse a PC from now on, whatever identities it took."""
    with connection.transaction():
        _work_for(connection, shop)
        connection.execute("SELECT shut_out(%s, %s)", [shop, device])


def _work_for(connection: Connection[TupleRow], shop: UUID) -> None:
    connection.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(OWNER)))
    connection.execute(
        sql.SQL("SET LOCAL search_path = {}, pg_temp").format(sql.Identifier(SCHEMA))
    )
    connection.execute("SELECT set_config('ecrm.shop', %s, true)", [str(shop)])


def _make_roles(connection: Connection[TupleRow]) -> None:
    for role in (OWNER, DEVICES, HUB):
        found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        if found is None:
            connection.execute(
                sql.SQL("CREATE ROLE {} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE").format(
                    sql.Identifier(role)
                )
            )
    connection.execute(
        sql.SQL("GRANT {} TO {}").format(sql.Identifier(DEVICES), sql.Identifier(HUB))
    )


def _version(connection: Connection[TupleRow]) -> int:
    connection.execute(
        sql.SQL("CREATE SCHEMA IF NOT EXISTS {} AUTHORIZATION {}").format(
            sql.Identifier(SCHEMA), sql.Identifier(OWNER)
        )
    )
    migrations = sql.Identifier(SCHEMA, "migrations")
    connection.execute(
        sql.SQL(
            "CREATE TABLE IF NOT EXISTS {} ("
            "number integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())"
        ).format(migrations)
    )
    connection.execute(
        sql.SQL("ALTER TABLE {} OWNER TO {}").format(migrations, sql.Identifier(OWNER))
    )
    found = connection.execute(
        sql.SQL("SELECT coalesce(max(number), 0) FROM {}").format(migrations)
    ).fetchone()
    return 0 if found is None else int(found[0])


def _give_rights(connection: Connection[TupleRow]) -> None:
    """Let devices call the functions, and do nothing else in this database."""
    schema, devices = sql.Identifier(SCHEMA), sql.Identifier(DEVICES)
    connection.execute(
        sql.SQL("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {} FROM PUBLIC").format(schema)
    )
    connection.execute(sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA {} FROM PUBLIC").format(schema))
    connection.execute(sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, devices))
    for role, names in _FUNCTIONS.items():
        for name in names:
            connection.execute(
                sql.SQL("GRANT EXECUTE ON FUNCTION {} TO {}").format(
                    sql.Identifier(SCHEMA, name), sql.Identifier(role)
                )
            )
    connection.execute("RESET ROLE")
    database = sql.Identifier(connection.info.dbname)
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, devices))
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    for function in _WRITING_WITHOUT_TABLES:
        connection.execute(
            sql.SQL("REVOKE ALL ON FUNCTION {} FROM PUBLIC").format(sql.SQL(function))
        )


def _scripts(folder: str) -> Iterator[sql.SQL]:
    files: Traversable = resources.files(__package__) / folder
    for file in sorted(files.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".sql"):
            yield sql.SQL(file.read_text(encoding="utf-8"))
