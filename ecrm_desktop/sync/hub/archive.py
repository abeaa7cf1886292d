"""A backup of a hub's database as one file, and the way back.

The file is a zip of our tables as PostgreSQL's COPY writes them, and a manifest with their digests.
It holds what the PCs sent, as the database does, and digests of tokens but no token.
"""

import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Final

from psycopg import sql

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.storage.unfinished_files import replacing
from ecrm_desktop.sync.server.administering import Admin
from ecrm_desktop.sync.server.installing import SCHEMA

_FORMAT: Final = 1
# What a file that was cut or changed can make of reading it.
_WRONG: Final = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    TypeError,
    ValueError,
)
_MANIFEST: Final = "manifest.json"
_CHUNK: Final = 1_048_576
_PRIVATE: Final = 0o600
_LEFT_OUT: Final = "failed_tries"
"""Guesses of codes; and what the hubs of one database have in common is of no shop."""

# Who came in since the backup stays, and so does who was shut out, and no number is given twice.
_KEPT: Final = ("devices", "accounts", "leases")
_MERGING: Final = (
    """UPDATE ecrm_sync.shops s SET epoch = gen_random_uuid(), restored_to = s.revision
    FROM new_shops n WHERE n.shop = s.shop""",
    """UPDATE ecrm_sync.accounts a SET token = k.token, confirmed = a.confirmed OR k.confirmed,
        expires = greatest(a.expires, k.expires)
    FROM kept_accounts k
    WHERE k.shop = a.shop AND k.id = a.id AND coalesce(a.token = k.token, a.token IS NULL)""",
    """INSERT INTO ecrm_sync.accounts
    SELECT k.* FROM kept_accounts k JOIN new_shops n ON n.shop = k.shop
    ON CONFLICT DO NOTHING""",
    """UPDATE ecrm_sync.devices d SET revoked = k.revoked FROM kept_devices k
    WHERE k.shop = d.shop AND k.id = d.id AND d.revoked IS NULL""",
    """UPDATE ecrm_sync.devices d SET holds_keys = d.holds_keys OR k.holds_keys,
        last_seen = greatest(d.last_seen, k.last_seen)
    FROM kept_devices k WHERE k.shop = d.shop AND k.id = d.id""",
    """INSERT INTO ecrm_sync.devices (
        shop, id, number, role, name, schema, last_seen, revoked, account, manages,
        holds_keys, box, given
    )
    SELECT k.shop, k.id, CASE WHEN t.number IS NULL THEN k.number ELSE m.last + k.number END,
        k.role, k.name, k.schema, k.last_seen, k.revoked, k.account, k.manages,
        k.holds_keys, k.box, k.given
    FROM kept_devices k JOIN new_shops n ON n.shop = k.shop
    JOIN (
        SELECT shop, max(number) AS last FROM (
            SELECT shop, number FROM ecrm_sync.devices
            UNION ALL SELECT shop, number FROM kept_devices
        ) numbers GROUP BY shop
    ) m ON m.shop = k.shop
    LEFT JOIN ecrm_sync.devices t ON t.shop = k.shop AND t.number = k.number
    WHERE NOT EXISTS (
        SELECT FROM ecrm_sync.devices d WHERE d.shop = k.shop AND d.id = k.id
    )""",
    """INSERT INTO ecrm_sync.leases AS l
    SELECT k.* FROM kept_leases k JOIN new_shops n ON n.shop = k.shop
    ON CONFLICT (shop, name) DO UPDATE SET last = greatest(l.last, excluded.last)""",
    # Backups from before PCs sealed them have these in clear.
    """UPDATE ecrm_sync.operations o
    SET fields = o.fields - array['password_hash', 'recovery_hash'],
        quiet = o.quiet - array['password_hash', 'recovery_hash']
    FROM ecrm_sync.record_tables t JOIN new_shops n ON n.shop = t.shop
    WHERE t.shop = o.shop AND t.number = o.tab AND t.name = 'users'
        AND coalesce(o.fields || o.quiet, o.fields) ?| array['password_hash', 'recovery_hash']""",
    """UPDATE ecrm_sync.records r
    SET "values" = r."values" - array['password_hash', 'recovery_hash'],
        versions = r.versions - array['password_hash', 'recovery_hash']
    FROM ecrm_sync.record_tables t JOIN new_shops n ON n.shop = t.shop
    WHERE t.shop = r.shop AND t.number = r.tab AND t.name = 'users'
        AND r."values" ?| array['password_hash', 'recovery_hash']""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What a backup holds."""

    at: datetime
    shops: int
    rows: int


def write_archive(connection: Admin, path: Path) -> Archive:
    """Write all shops into a file as they are at one moment; the file appears whole or not at all.

    It is read again before it gets its name. Raises those of `replacing`.
    """
    tables: dict[str, dict[str, Any]] = {}
    with replacing(path) as part:
        part.chmod(_PRIVATE)
        with connection.transaction(), zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as file:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            for name in _tables(connection):
                with file.open(_member(name), "w", force_zip64=True) as member:
                    tables[name] = _copy_out(connection, name, member)
            version = _version(connection)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            manifest = {"format": _FORMAT, "version": version, "at": now, "tables": tables}
            file.writestr(_MANIFEST, json.dumps(manifest, indent=1))
        return _described(_checked(part))


def read_archive(connection: Admin, path: Path) -> Archive:
    """Put the shops of a file back, in one transaction; shops that are not in it stay as they are.

    Each goes on in a new epoch, so that PCs offer again what came after the backup. FileError
    FILE_MISSING, ARCHIVE_WRONG or ARCHIVE_OTHER_VERSION (path); then nothing was changed.
    """
    if not path.exists():
        raise FileError(Problem.FILE_MISSING, path=path)
    manifest = _checked(path)
    if manifest["version"] > _version(connection):
        raise FileError(Problem.ARCHIVE_OTHER_VERSION, path=path)
    with zipfile.ZipFile(path) as file, connection.transaction():
        tables = _tables(connection)
        for name in tables:
            connection.execute(
                sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(_table(name))
            )
        for name in _KEPT:
            connection.execute(
                sql.SQL("CREATE TEMPORARY TABLE {} ON COMMIT DROP AS SELECT * FROM {}").format(
                    sql.Identifier(f"kept_{name}"), _table(name)
                )
            )
        connection.execute("CREATE TEMPORARY TABLE new_shops (LIKE ecrm_sync.shops) ON COMMIT DROP")
        _copy_in(connection, file, manifest, "shops", sql.Identifier("new_shops"))
        # What triggers wrote is in the file, too.
        connection.execute("SET LOCAL session_replication_role = replica")
        for name in tables:
            connection.execute(
                sql.SQL("DELETE FROM {} t USING new_shops n WHERE n.shop = t.shop").format(
                    _table(name)
                )
            )
            if name in manifest["tables"]:
                _copy_in(connection, file, manifest, name, _table(name))
        connection.execute("SET LOCAL session_replication_role = origin")
        for statement in _MERGING:
            connection.execute(statement)
    return _described(manifest)


def _copy_out(connection: Admin, name: str, member: IO[bytes]) -> dict[str, Any]:
    digest = sha256()
    columns = _columns(connection, name)
    listed = sql.SQL(", ").join(map(sql.Identifier, columns))
    statement = sql.SQL("COPY {} ({}) TO STDOUT").format(_table(name), listed)
    with connection.cursor() as cursor:
        with cursor.copy(statement) as copy:
            for block in copy:
                digest.update(block)
                member.write(block)
        rows = cursor.rowcount
    return {"columns": columns, "rows": rows, "sha256": digest.hexdigest()}


def _copy_in(
    connection: Admin,
    file: zipfile.ZipFile,
    manifest: Mapping[str, Any],
    name: str,
    into: sql.Composable,
) -> None:
    columns = sql.SQL(", ").join(map(sql.Identifier, manifest["tables"][name]["columns"]))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(into, columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
        file.open(_member(name)) as member,
    ):
        while block := member.read(_CHUNK):
            copy.write(block)


def _checked(path: Path) -> dict[str, Any]:
    """Return the manifest of a file whose tables are what it says; ARCHIVE_WRONG (path)."""
    try:
        with zipfile.ZipFile(path) as file:
            manifest: dict[str, Any] = json.loads(file.read(_MANIFEST))
            if manifest["format"] != _FORMAT:
                raise FileError(Problem.ARCHIVE_OTHER_VERSION, path=path)
            for name, table in manifest["tables"].items():
                digest = sha256()
                with file.open(_member(name)) as member:
                    while block := member.read(_CHUNK):
                        digest.update(block)
                if digest.hexdigest() != table["sha256"]:
                    raise FileError(Problem.ARCHIVE_WRONG, path=path)
    except _WRONG as error:
        raise FileError(Problem.ARCHIVE_WRONG, path=path) from error
    return manifest


def _described(manifest: Mapping[str, Any]) -> Archive:
    tables = manifest["tables"]
    return Archive(
        at=datetime.fromisoformat(manifest["at"]),
        shops=tables["shops"]["rows"],
        rows=sum(one["rows"] for one in tables.values()),
    )


def _tables(connection: Admin) -> list[str]:
    """Return the tables that shops have rows in."""
    rows = connection.execute(
        "SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relnamespace = %s::regnamespace AND c.relkind = 'r' AND a.attname = 'shop'"
        " AND c.relname <> %s ORDER BY c.relname",
        [SCHEMA, _LEFT_OUT],
    )
    return [name for (name,) in rows]


def _columns(connection: Admin, name: str) -> list[str]:
    rows = connection.execute(
        "SELECT attname::text FROM pg_attribute"
        " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        [f"{SCHEMA}.{name}"],
    )
    return [column for (column,) in rows]


def _version(connection: Admin) -> int:
    row = connection.execute("SELECT max(number) FROM ecrm_sync.migrations").fetchone()
    return 0 if row is None else int(row[0])


def _table(name: str) -> sql.Identifier:
    return sql.Identifier(SCHEMA, name)


def _member(name: str) -> str:
    return f"{name}.copy"
