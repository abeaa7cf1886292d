"""Whether a file holds exactly the tables, indexes and triggers that this program makes."""

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.migrations import HEAD, SCHEMAS
from ecrm_desktop.models.changes import capture_triggers
from ecrm_desktop.storage.database_file import (
    APPLICATION_ID,
    Reading,
    damage,
    open_file,
    translated_errors,
)

Entry = tuple[str, str, str, str | None]
"""Type, name, table and SQL, as sqlite_master has them."""

# Of ANALYZE and of AUTOINCREMENT; nobody can make tables of such names in SQL.
_OF_SQLITE = frozenset({"sqlite_sequence", "sqlite_stat1", "sqlite_stat4"})
# What FTS5 makes for itself is written as the version of SQLite likes it.
_SHADOW = re.compile(r"customer_fts_(data|idx|content|docsize|config)")
_CAPTURING = re.compile(r"[a-z_]+_capture_[a-z_]+")


def check_schema(path: Path, secret: bytes | None) -> None:
    """Look into a file before it is opened, and leave nothing in it or beside it.

    Raises DatabaseError as `revision_of`, DATABASE_DAMAGED if the list of its free pages is wrong
    too, since the first save would write over what is in use, and what `translated_errors` makes of
    the driver's.
    """
    # What others have in a -wal counts; without one nothing needs a lock.
    in_wal = Path(f"{path.resolve()}-wal").exists()
    with translated_errors():
        connection = open_file(path, secret, Reading.LOCKS if in_wal else Reading.IMMUTABLE)
        try:
            revision_of(connection)
            found = connection.execute('PRAGMA quick_check("sqlite_schema")')
            if damage(line for (line,) in found):
                raise DatabaseError(Problem.DATABASE_DAMAGED)
        finally:
            connection.close()


def revision_of(connection: Any) -> str | None:
    """Return the revision of the schema behind a raw connection, None where there is nothing yet.

    Raises DatabaseError DATABASE_FOREIGN, DATABASE_TOO_NEW, DATABASE_DAMAGED where no revision is
    said any more, and DATABASE_ALTERED where the schema is not exactly the one that the migrations
    make: a trigger that somebody put there would be run with the program's own functions.
    """
    entries = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    if not entries:
        return None
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise DatabaseError(Problem.DATABASE_FOREIGN)
    if ("table", "alembic_version") not in {entry[:2] for entry in entries}:
        raise DatabaseError(Problem.DATABASE_ALTERED)
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if found is None:
        raise DatabaseError(Problem.DATABASE_DAMAGED)
    revision = str(found[0])
    if revision > HEAD:
        raise DatabaseError(Problem.DATABASE_TOO_NEW)
    if fingerprint(entries) != SCHEMAS.get(revision) or (
        # Those of before are made anew before anything is written.
        revision == HEAD and _capturing(entries) != dict(capture_triggers())
    ):
        raise DatabaseError(Problem.DATABASE_ALTERED)
    return revision


def fingerprint(entries: Iterable[Entry]) -> str:
    """Return what two equal schemas have in common, whatever captures changes in them."""
    lines = []
    for kind, name, table, sql in entries:
        is_own = kind == "table" and name in _OF_SQLITE
        is_key = kind == "index" and sql is None
        if not (is_own or is_key or (kind == "trigger" and _CAPTURING.fullmatch(name))):
            is_shadow = kind == "table" and _SHADOW.fullmatch(name)
            lines.append(repr((kind, name, table, "" if is_shadow else sql)))
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()


def _capturing(entries: Iterable[Entry]) -> dict[str, str | None]:
    return {
        name: sql
        for kind, name, _table, sql in entries
        if kind == "trigger" and _CAPTURING.fullmatch(name)
    }
