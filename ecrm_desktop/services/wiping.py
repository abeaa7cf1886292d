"""Wiping from a shop's file what was deleted, so that no byte of it can be read any more."""

import time
from typing import Any, Final

from sqlalchemy import delete, select

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.models.forgotten import UNWIPED
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.storage.database_file import translated_errors

_TRIES: Final = 50
_PAUSE: Final = 0.2


def wipe_file(database: Database) -> bool:
    """Write the whole file anew, if a customer was forgotten since; False if it must wait.

    It waits for the next call where somebody goes on reading what was. Nobody can write meanwhile;
    a gigabyte takes about half a minute, and as much room as the file has. Raises DatabaseError
    WIPING_WAITS where that fails, whatever the reason: who was forgotten is so already.
    """
    with database.reading() as session:
        if not is_wipe_due(session):
            return True
    try:
        with translated_errors():
            raw = database.writer.raw_connection()
            try:
                done = _wipe(raw.driver_connection, encrypted=database.secret is not None)
            finally:
                raw.close()
        if done:
            with database.transaction() as session:
                session.execute(delete(Counter).where(Counter.name == UNWIPED))
    except DatabaseError as error:
        raise DatabaseError(Problem.WIPING_WAITS) from error
    return done


def is_wipe_due(session: Session) -> bool:
    """Return whether a customer was forgotten since the file was wiped last."""
    return session.scalar(select(Counter.last).where(Counter.name == UNWIPED)) is not None


def _wipe(connection: Any, *, encrypted: bool) -> bool:
    # Words of deleted customers stay in the full text until its parts are joined.
    connection.execute("INSERT INTO customer_fts (customer_fts) VALUES ('optimize')")
    # In memory a file of a gigabyte would take as much; an encrypted one may not be anywhere else.
    if not encrypted:
        connection.execute("PRAGMA temp_store = FILE").fetchall()
    try:
        connection.execute("VACUUM")
    finally:
        connection.execute("PRAGMA temp_store = MEMORY").fetchall()
    for _ in range(_TRIES):
        [(busy, _log, _moved)] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if not busy:
            return True
        time.sleep(_PAUSE)
    return False
