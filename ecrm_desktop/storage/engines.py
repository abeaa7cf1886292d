"""The two ways to a database file as SQLAlchemy has them: one writer at a time, some readers."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from ecrm_desktop.models.changes import CaptureContext
from ecrm_desktop.storage import database_file
from ecrm_desktop.storage.database_file import is_busy, open_file
from ecrm_desktop.storage.turns import Turns

_PRAGMAS: Final = (
    "foreign_keys = ON",
    # Without it REPLACE deletes records behind the back of the capture.
    "recursive_triggers = ON",
    "journal_mode = WAL",
    # NORMAL loses acknowledged commits in a power cut.
    "synchronous = FULL",
    # What was deleted shall not linger in free pages; too cheap to be measured.
    "secure_delete = ON",
    "journal_size_limit = 67108864",
)
_PRAGMAS_OF_READERS: Final = (
    # Four readers with more would break the promise about the program's memory.
    "cache_size = -8000",
    "temp_store = MEMORY",
    # Only triggers need functions of ours, and nothing is written here.
    "trusted_schema = OFF",
    "query_only = ON",
)

_LAST_AND_SEEN: Final = (
    "SELECT (SELECT max(number) FROM change_groups), (SELECT cursor FROM sync_link)"
)
_LOOK_SECONDS: Final = 0.005


def writing_engine(
    path: Path, capture: CaptureContext, secret: bytes | None, turns: Turns
) -> Engine:
    """Return the engine of transactions that have the file for themselves from their beginning."""
    engine = _uncaptured_engine(path, capture, secret, turns)

    def begin(connection: Connection) -> None:
        # Within the transaction, so that no other process takes the same number.
        [last, seen] = _raw(connection).execute(_LAST_AND_SEEN).fetchone()
        capture.begin(last or 0, seen or 0)

    event.listen(engine, "begin", begin)
    return engine


@contextmanager
def migrating_engine(path: Path, secret: bytes | None, turns: Turns) -> Iterator[Engine]:
    """Yield a writing engine for a file that may have nowhere to capture changes yet."""
    engine = _uncaptured_engine(path, CaptureContext(), secret, turns)
    try:
        yield engine
    finally:
        engine.dispose()


def _uncaptured_engine(
    path: Path, capture: CaptureContext, secret: bytes | None, turns: Turns
) -> Engine:
    def prepare(connection: Any) -> None:
        for name, callback in capture.functions().items():
            # "Deterministic" to SQLite means: within one statement.
            connection.create_function(name, 0, callback, deterministic=True)
        _prepare(connection, (*_PRAGMAS, "cache_size = -16000", "temp_store = MEMORY"))

    begin = partial(_begin_writing, turns=turns)
    return _engine(partial(open_file, path, secret), begin, size=1, prepare=prepare)


def reading_engine(open_raw: Callable[[], Any], *, is_writable: bool) -> Engine:
    """Return the engine of transactions that see one state; `is_writable`: the file can be."""
    # Whoever closes a file last brings the -wal into it, also a reader.
    pragmas = (*(_PRAGMAS if is_writable else ()), *_PRAGMAS_OF_READERS)
    prepare = partial(_prepare, pragmas=pragmas)
    return _engine(open_raw, _begin_reading, size=4, prepare=prepare)


def _begin_reading(connection: Any) -> None:
    connection.execute("BEGIN")


def _begin_writing(connection: Any, turns: Turns) -> None:
    """Begin a transaction that may write, as soon as nobody else does.

    SQLite itself looks once in 100 ms, which may be in the middle of another portion each time
    while long work leaves the file free in between.
    """
    until = monotonic() + _turn_seconds()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except driver.OperationalError as error:
                if not is_busy(error) or monotonic() > until:
                    raise
                turns.ask()
                sleep(_LOOK_SECONDS)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {database_file.WAIT_MS}")


def _turn_seconds() -> float:
    """Return how long a writer waits for the others, of this process and of any."""
    return database_file.WAIT_MS / 1000 * 6


def _engine(
    open_raw: Callable[[], Any],
    begin: Callable[[Any], None],
    *,
    size: int,
    prepare: Callable[[Any], None],
) -> Engine:
    def make() -> Any:
        connection = open_raw()
        try:
            prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=make,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=_turn_seconds(),
        pool_reset_on_return="rollback",
        # Error messages must not carry what customers are called.
        hide_parameters=True,
    )
    # The driver's own transactions begin too late and end at DDL, so ours are explicit.
    event.listen(engine, "begin", lambda connection: begin(_raw(connection)))
    return engine


def _raw(connection: Connection) -> Any:
    """Return the driver's own: what SQLAlchemy does around a short statement takes longer."""
    return connection.connection.driver_connection


def _prepare(connection: Any, pragmas: Iterable[str]) -> None:
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()
