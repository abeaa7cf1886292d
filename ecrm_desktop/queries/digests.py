"""One short text per table that says whether two PCs hold the same."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import synced_tables
from ecrm_desktop.models.sync import UnknownValue
from ecrm_desktop.models.wire import Wire, canonical, units, wire_text

_AT_ONCE: Final = 1_000

NOTHING: Final = sha256().hexdigest()
"""The digest of a table without any record."""


def table_digests(session: Session) -> dict[str, str]:
    """Return the SHA-256 of each synced table, in hex, over its records in the order of their ids.

    Of each record it takes the SHA-256 of its id and its canonical text. Two files hold the same if
    and only if all are equal. A million records take ten seconds.
    """
    return {table.name: table_digest(session, table.name) for table in synced_tables()}


def table_digest(session: Session, table: str) -> str:
    """Return the SHA-256 of one synced table, as `table_digests` does."""
    found = sha256()
    for _key, digest in record_digests(session, table):
        found.update(digest)
    return found.hexdigest()


def record_digests(session: Session, table: str) -> Iterator[tuple[bytes, bytes]]:
    """Yield the id and the digest of each record of a synced table, in the order of their ids."""
    more = _unknown(session, table)
    text = wire_text(table, units(table))
    cursor: Any = session.connection().exec_driver_sql(
        f"SELECT id, {text} FROM {table} ORDER BY id"
    )
    for some in cursor.partitions(_AT_ONCE):
        for key, values in some:
            whole = canonical(json.loads(values) | more[key]) if key in more else values.encode()
            yield key, sha256(key + whole).digest()


def _unknown(session: Session, table: str) -> Mapping[bytes, dict[str, Wire]]:
    found: dict[bytes, dict[str, Wire]] = defaultdict(dict)
    rows = select(UnknownValue).where(UnknownValue.table_name == table)
    for one in session.scalars(rows):
        found[one.record_id.bytes][one.unit] = json.loads(one.value)
    return found
