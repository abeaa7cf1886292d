"""The shop's database file: opening, migrating and the two ways to work in it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.logs import log_failure
from ecrm_desktop.migrations import HEAD, upgrade
from ecrm_desktop.models.changes import CaptureContext
from ecrm_desktop.storage.database_file import (
    APPLICATION_ID,
    WAIT_MS,
    check_engine,
    check_usable,
    connect,
    failed_at_commit,
    is_busy,
    open_file,
    secret_of,
    state_of_file,
    translated_errors,
    unreadable_or_damaged,
)
from ecrm_desktop.storage.foreign_wal import set_aside_foreign_wal, set_aside_wal
from ecrm_desktop.storage.schema import check_schema, revision_of
from ecrm_desktop.storage.turns import Turns
from ecrm_desktop.storage.unfinished_files import (
    name_unless_taken,
    part_of,
    remove_leftovers,
    remove_part,
)
from ecrm_desktop.storage.unsafe_folders import check_folder

__all__ = ["APPLICATION_ID", "Database", "Session", "connect"]

BackUp = Callable[[Path, bytes | None], Path]
"""Makes a checked backup of a file that is open with this secret, and returns where it is."""

_TRIES = 5
_LOOK_SECONDS = 0.005


class Database:
    """A shop's database at the newest schema; safe to use from several threads.

    `capture.user_id` is who works with it; every change is captured under that name. One writer
    at a time: writing transactions wait for each other, readers wait for nobody and see
    what was committed when they began. `backed_up` is where the backup is that was made because the
    schema was changed now, `set_aside` where a -wal is that lay beside the file and was another's;
    None if there was nothing of that.
    """

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        secret: bytes | None = None,
        back_up: BackUp | None = None,
    ) -> None:
        """Open the file, bringing its schema up to date.

        An older schema is changed only after `back_up`, whose errors are raised; then, as after
        MIGRATION_FAILED (path of the backup), the file is as it was. `backup.opening` has it, for
        whoever may meet such a file. Raises DatabaseError when there is no file (unless `create`),
        when it is not ours, not as the program makes it, damaged, from a newer version, not given
        by the disk, read-only or locked, or in a folder that other computers share; KEY_MISSING or
        KEY_WRONG (key_id) when it is encrypted and neither `secret` nor the keyring opens it. A
        file that exists is never replaced, and one that is refused is left as it is.
        ENGINE_UNSAFE as `check_engine`.
        """
        self.path = path
        check_engine()
        check_folder(path)
        self.set_aside: Path | None = None
        if not os.path.exists(path):  # noqa: PTH110 - Path raises where it may not look
            if not create:
                raise DatabaseError(Problem.DATABASE_MISSING, path=str(path))
            self.set_aside = _make(path)
        self.capture = CaptureContext()
        self.turns = Turns(path)
        self.backed_up: Path | None = None
        for _ in range(_TRIES):
            found = state_of_file(path)
            try:
                with unreadable_or_damaged(path):
                    self._open(path, secret, back_up)
            except DatabaseError as error:
                # Another process may have encrypted it, or made it plain, while it was being
                # opened: what was found then does not go together.
                if error.problem is Problem.MIGRATION_FAILED or state_of_file(path) == found:
                    raise
            else:
                return
        raise DatabaseError(Problem.DATABASE_LOCKED)

    def _open(self, path: Path, secret: bytes | None, back_up: BackUp | None) -> None:
        check_usable(path)
        self.secret = secret_of(path, secret)
        self.set_aside = set_aside_foreign_wal(path, self.secret) or self.set_aside
        check_schema(path, self.secret)
        self._writer = _writing_engine(path, self.capture, self.secret, self.turns)
        self._reader = _reading_engine(path, self.secret)
        self._write = sessionmaker(self._writer, expire_on_commit=False)
        self._read = sessionmaker(self._reader, autoflush=False, expire_on_commit=False)
        try:
            with translated_errors():
                # Asked by a reader, who need not wait for whoever writes at the moment.
                with self._reader.connect() as connection:
                    is_newest = _revision(connection) == HEAD
                if not is_newest:
                    self.backed_up = _migrate(self._writer, path, self.secret, back_up)
        except BaseException:
            self._dispose()
            raise

    @contextmanager
    def transaction(self, action: str = "", *, captured: bool = True) -> Iterator[Session]:
        """Yield a session whose work is committed at the end, or undone if anything is raised.

        What is written in one transaction is one user action; it later travels as one group, and
        `action` names it in the audit trail where it is more than a save. Only invented data goes
        in without being `captured`. Raises DatabaseError CHANGE_UNCONFIRMED where the disk failed
        while it was committed; after every other error nothing was saved.
        """
        is_done = False
        try:
            with translated_errors(), self._write.begin() as session:
                with self.turns.waiting():
                    session.connection()
                self.capture.action = action
                if not captured:
                    self.capture.silence()
                yield session
                is_done = True
        except DatabaseError as error:
            if is_done and failed_at_commit(error):
                raise DatabaseError(Problem.CHANGE_UNCONFIRMED) from error
            raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that sees one unchanging state and cannot write."""
        with translated_errors(), self._read() as session:
            yield session

    @property
    def writer(self) -> Engine:
        """The engine of writing transactions, for bulk work."""
        return self._writer

    def close(self) -> None:
        """Close all connections; whoever has written leaves statistics for the queries to come."""
        if isinstance(self._writer.pool, QueuePool) and self._writer.pool.checkedin():
            self._analyze()
        self._dispose()

    def _dispose(self) -> None:
        self._reader.dispose()
        self._writer.dispose()

    def _analyze(self) -> None:
        # Who holds the file just now is not waited for: the next one to close it does the same.
        with suppress(exc.DBAPIError, exc.TimeoutError, driver.Error):
            connection = self._writer.raw_connection()
            try:
                for pragma in ("busy_timeout = 0", "analysis_limit = 400", "optimize = 0x10002"):
                    connection.cursor().execute(f"PRAGMA {pragma}").fetchall()
            finally:
                connection.close()


def _make(path: Path) -> Path | None:
    """Make a database that is whole as soon as it has its name, whatever happens on the way.

    Returns where a -wal is kept that a file left there which is gone.
    """
    part = part_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(path.parent, path.name)
        engine = _writing_engine(part, CaptureContext(), None, Turns(part))
        try:
            with translated_errors():
                _migrate(engine, part, None, None)
                _merge(engine)
        finally:
            engine.dispose()
        kept = set_aside_wal(path)
        name_unless_taken(part, path)
    except DatabaseError as error:
        if error.problem is Problem.DATABASE_READ_ONLY:
            raise DatabaseError(Problem.FOLDER_READ_ONLY, path=str(path.parent)) from error
        raise
    except OSError as error:
        raise DatabaseError(Problem.FOLDER_READ_ONLY, path=str(path.parent)) from error
    finally:
        remove_part(part)
    return kept


def _migrate(
    engine: Engine, path: Path, secret: bytes | None, back_up: BackUp | None
) -> Path | None:
    """Bring the schema up to date, and return where a backup of what was there is."""
    # A writer from the beginning: what is backed up is what is then changed.
    with engine.connect() as connection:
        revision = _revision(connection)
        if revision == HEAD:  # another process was faster
            return None
        backup = None
        if revision is not None:
            if back_up is None:
                raise RuntimeError
            backup = back_up(path, secret)
        try:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            upgrade(connection)
            connection.commit()
        except Exception as error:
            if backup is None:
                raise
            log_failure(error)
            raise DatabaseError(Problem.MIGRATION_FAILED, path=backup) from error
    return backup


def _merge(engine: Engine) -> None:
    """Bring all of the -wal into the file itself: closing it would do so too, but fail in silence.

    Raises the driver's errors, and DatabaseError DATABASE_LOCKED where somebody reads.
    """
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [(is_busy, _log, _moved)] = cursor.fetchall()
    finally:
        raw.close()
    if is_busy:
        raise DatabaseError(Problem.DATABASE_LOCKED)


def _revision(connection: Connection) -> str | None:
    return revision_of(connection.connection.driver_connection)


def _writing_engine(
    path: Path, capture: CaptureContext, secret: bytes | None, turns: Turns
) -> Engine:
    prepare = partial(_prepare, capture=capture)
    begin = partial(_begin_writing, turns=turns)
    engine = _engine(path, secret, begin, size=1, prepare=prepare)
    # Within the transaction, so that no other process takes the same number.
    event.listen(engine, "begin", lambda connection: capture.begin(_last_group(connection)))
    return engine


def _last_group(connection: Connection) -> int:
    """Return the number of the last group of changes, 0 where none was captured yet."""
    tables = "SELECT count(*) FROM sqlite_master WHERE name = 'change_groups'"
    if not connection.exec_driver_sql(tables).scalar_one():  # nothing was migrated yet
        return 0
    last: int | None = connection.exec_driver_sql("SELECT max(number) FROM change_groups").scalar()
    return last or 0


def _reading_engine(path: Path, secret: bytes | None) -> Engine:
    # It knows the functions of writing too, so that a write fails for the right reason.
    prepare = partial(_prepare, capture=CaptureContext(), read_only=True)
    return _engine(path, secret, _begin_reading, size=4, prepare=prepare)


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection, turns: Turns) -> None:
    """Begin a transaction that may write, as soon as nobody else does.

    SQLite itself looks once in 100 ms, which may be in the middle of another portion each time
    while long work leaves the file free in between.
    """
    raw: Any = connection.connection.driver_connection
    until = monotonic() + _turn_seconds()
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            except exc.OperationalError as error:
                if not is_busy(error) or monotonic() > until:
                    raise
                turns.ask()
                sleep(_LOOK_SECONDS)
            else:
                return
    finally:
        raw.execute(f"PRAGMA busy_timeout = {WAIT_MS}")


def _turn_seconds() -> float:
    """Return how long a writer waits for the others, of this process and of any."""
    return WAIT_MS / 1000 * 6


def _engine(
    path: Path,
    secret: bytes | None,
    begin: Callable[[Connection], None],
    *,
    size: int,
    prepare: Callable[[Any], None],
) -> Engine:
    def make() -> Any:
        connection = open_file(path, secret)
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
    event.listen(engine, "begin", begin)
    return engine


def _prepare(connection: Any, *, capture: CaptureContext, read_only: bool = False) -> None:
    for name, callback in capture.functions().items():
        # "Deterministic" to SQLite means: within one statement.
        connection.create_function(name, 0, callback, deterministic=True)
    pragmas = [
        "foreign_keys = ON",
        # Without it REPLACE deletes records behind the back of the capture.
        "recursive_triggers = ON",
        "journal_mode = WAL",
        # NORMAL loses acknowledged commits in a power cut.
        "synchronous = FULL",
        # Four readers with more would break the promise about the program's memory.
        f"cache_size = {-8000 if read_only else -16000}",
        "temp_store = MEMORY",
        # What was deleted shall not linger in free pages; too cheap to be measured.
        "secure_delete = ON",
        "journal_size_limit = 67108864",
    ]
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    if read_only:
        connection.execute("PRAGMA query_only = ON")
