"""The shop's database file: opening, migrating and the two ways to work in it."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, exc
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.logs import log_failure
from ecrm_desktop.migrations import HEAD, upgrade
from ecrm_desktop.models.changes import CaptureContext
from ecrm_desktop.storage.database_file import (
    APPLICATION_ID,
    Reading,
    check_engine,
    check_usable,
    connect,
    failed_at_commit,
    is_unfinished,
    is_writable,
    open_file,
    secret_of,
    state_of_file,
    translated_errors,
    unreadable_or_damaged,
)
from ecrm_desktop.storage.engines import migrating_engine, reading_engine, writing_engine
from ecrm_desktop.storage.foreign_wal import (
    check_length,
    set_aside_foreign_wal,
    set_aside_wal,
)
from ecrm_desktop.storage.schema import check_schema, revision_of
from ecrm_desktop.storage.turns import Turns
from ecrm_desktop.storage.unfinished_files import (
    name_unless_taken,
    part_of,
    remove_leftovers,
    remove_part,
)
from ecrm_desktop.storage.unsafe_folders import check_folder
from ecrm_desktop.storage.unwritable_file import (
    UnwritableFile,
    protected_file,
    protected_folder,
)

__all__ = ["APPLICATION_ID", "Database", "Session", "connect"]

BackUp = Callable[[Path, bytes | None], Path]
"""Makes a checked backup of a file that is open with this secret, and returns where it is."""

_TRIES = 5
_SETTLING_SECONDS = 0.05


class Database:
    """A shop's database at the newest schema; safe to use from several threads.

    `capture.user_id` is who works with it; every change is captured under that name. One writer
    at a time: writing transactions wait for each other, readers wait for nobody and see
    what was committed when they began. `backed_up` is where the backup is that was made because the
    schema was changed now, `set_aside` where a -wal is that lay beside the file and was another's;
    None if there was nothing of that.

    Where nothing can be written it is open for reading only: `unwritable` is then the file or the
    folder that cannot be written, and None else. `left_out` is there what is `set_aside` elsewhere.
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
        by the disk, not to be read or locked, or in a folder that other computers share;
        KEY_MISSING or KEY_WRONG (key_id) when it is encrypted and neither `secret` nor the keyring
        opens it. A file that exists is never replaced, and one that is refused is left as it is.
        Where nothing can be written, an older schema is SCHEMA_READ_ONLY (path) and what only
        writing would make whole DATABASE_UNFINISHED (path). ENGINE_UNSAFE as `check_engine`.
        """
        self.path = path
        check_engine()
        self._check_folder()
        self.set_aside: Path | None = None
        if not os.path.exists(path):  # noqa: PTH110 - Path raises where it may not look
            if not create:
                raise DatabaseError(Problem.DATABASE_MISSING, path=str(path))
            self.set_aside = _make(path)
        self.capture = CaptureContext()
        self.turns = Turns(path)
        self.backed_up: Path | None = None
        self.unwritable: Path | None = None
        self._file: UnwritableFile | None = None
        self._reopening = threading.Lock()
        is_suspect = False
        for _ in range(_TRIES):
            found = state_of_file(path)
            try:
                with unreadable_or_damaged(path):
                    self._open(path, secret, back_up)
            except DatabaseError as error:
                # Another process may have encrypted it, made it plain or written to it while it was
                # being opened: what was found then does not go together.
                was_suspect, is_suspect = is_suspect, error.problem is Problem.DATABASE_DAMAGED
                if error.problem is Problem.MIGRATION_FAILED or state_of_file(path) == found:
                    if was_suspect or not is_suspect:
                        raise
                    # The clock of a file system may not tell two moments apart.
                    time.sleep(_SETTLING_SECONDS)
            else:
                return
        raise DatabaseError(Problem.DATABASE_LOCKED)

    def _check_folder(self) -> None:
        try:
            check_folder(self.path)
        except DatabaseError as error:
            # Whoever only reads damages nothing there, and needs no locks that reach so far.
            if error.problem is not Problem.FOLDER_ON_NETWORK or is_writable(self.path):
                raise

    def _open(self, path: Path, secret: bytes | None, back_up: BackUp | None) -> None:
        check_usable(path)
        self.secret = secret_of(path, secret)
        self._writer: Engine | None = None
        self.unwritable = protected_file(path)
        if self.unwritable is None:
            try:
                self._open_for_writing(path, back_up)
            except DatabaseError as error:
                if error.problem is not Problem.DATABASE_READ_ONLY:
                    raise
                self.unwritable = protected_folder(path)
                if self.unwritable is None:
                    raise
            else:
                return
        self._open_for_reading()

    def _open_for_writing(self, path: Path, back_up: BackUp | None) -> None:
        if is_unfinished(path):
            _undo_interrupted(path, self.secret)
            check_usable(path)
        self.set_aside = set_aside_foreign_wal(path, self.secret) or self.set_aside
        check_length(path)
        check_schema(path, self.secret)
        writer = writing_engine(path, self.capture, self.secret, self.turns)
        reader = reading_engine(partial(open_file, path, self.secret), is_writable=True)
        try:
            with translated_errors():
                # Asked by a reader, who need not wait for whoever writes at the moment.
                with reader.connect() as connection:
                    is_newest = _revision(connection) == HEAD
                if not is_newest:
                    with migrating_engine(path, self.secret, self.turns) as engine:
                        self.backed_up = _migrate(engine, path, self.secret, back_up)
        except BaseException:
            reader.dispose()
            writer.dispose()
            raise
        self._writer, self._reader, self._file = writer, reader, None

    def _open_for_reading(self) -> None:
        file = UnwritableFile(self.path, self.secret)
        reader = reading_engine(file.open, is_writable=False)
        try:
            with translated_errors(), reader.connect() as connection:
                is_newest = _revision(connection) == HEAD
        except BaseException:
            reader.dispose()
            raise
        if not is_newest:
            reader.dispose()
            raise DatabaseError(Problem.SCHEMA_READ_ONLY, path=self.unwritable)
        self._reader, self._file = reader, file

    @contextmanager
    def transaction(self, action: str = "", *, captured: bool = True) -> Iterator[Session]:
        """Yield a session whose work is committed at the end, or undone if anything is raised.

        What is written in one transaction is one user action; it later travels as one group, and
        `action` names it in the audit trail where it is more than a save. Only invented data goes
        in without being `captured`. Raises DatabaseError CHANGE_UNCONFIRMED where the disk failed
        while it was committed; after every other error nothing was saved, as after SHOP_READ_ONLY
        (path) where nothing can be written.
        """
        with (
            _commits_confirmed() as done,
            Session(self.writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            with self.turns.waiting():
                session.connection()
            self.capture.action = action
            if not captured:
                self.capture.silence()
            yield session
            done.set()

    @contextmanager
    def applying(self) -> Iterator[Session]:
        """Yield a session for what other PCs wrote, as `transaction`, where nothing may be refused.

        Records of several PCs may point at what one of them removed; whoever brings them in sets
        that right before the end. Raises as `transaction`.
        """
        with _commits_confirmed() as done:
            with self.turns.waiting():
                connection = self.writer.connect()
            with connection:
                raw: Any = connection.connection.driver_connection
                raw.execute("PRAGMA foreign_keys = OFF").fetchall()
                try:
                    with Session(connection, expire_on_commit=False) as session, session.begin():
                        with self.turns.waiting():
                            session.connection()
                        yield session
                        done.set()
                finally:
                    # It does nothing, in silence, where a transaction could not be undone.
                    raw.execute("PRAGMA foreign_keys = ON").fetchall()
                    if raw.execute("PRAGMA foreign_keys").fetchone() != (1,):
                        connection.invalidate()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that sees one unchanging state and cannot write.

        Raises DatabaseError DATABASE_LOCKED at its end where nothing can be written but by others,
        and they have written over what was read.
        """
        with (
            self._unmixed() as reader,
            translated_errors(),
            Session(reader, autoflush=False, expire_on_commit=False) as session,
        ):
            yield session

    @contextmanager
    def reading_raw(self) -> Iterator[Any]:
        """Yield a raw connection that cannot write; raises the driver's errors, else as `reading`.

        Unlike `connect` it drops no locks of the connections that are there.
        """
        with self._unmixed():
            file = self._file
            opened = (
                open_file(self.path, self.secret, Reading.LOCKS) if file is None else file.open()
            )
            with closing(opened):
                yield opened

    @contextmanager
    def _unmixed(self) -> Iterator[Engine]:
        """Yield the engine of readers; what they read is no mixture with what others write."""
        with self._reopening:
            if self._file is not None and self._file.is_outdated():
                self._reader.dispose()
                check_usable(self.path)
                self.secret = secret_of(self.path, self.secret)
                self._open_for_reading()
            reader, file = self._reader, self._file
        try:
            yield reader
        except (DatabaseError, driver.Error) as error:
            if file is not None and file.is_torn():
                raise DatabaseError(Problem.DATABASE_LOCKED) from error
            raise
        if file is not None and file.is_torn():
            raise DatabaseError(Problem.DATABASE_LOCKED)

    @property
    def writer(self) -> Engine:
        """The engine of writing transactions, for bulk work; raises as `check_writable`."""
        self.check_writable()
        if self._writer is None:
            raise RuntimeError
        return self._writer

    def check_writable(self) -> None:
        """Raise DatabaseError SHOP_READ_ONLY (path) if nothing can be written here."""
        if self.unwritable is not None:
            raise DatabaseError(Problem.SHOP_READ_ONLY, path=self.unwritable)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written here, so that every transaction is refused."""
        return self.unwritable is not None

    @property
    def left_out(self) -> Path | None:
        """A -wal of another file that lies beside this one, where nothing can be written."""
        return None if self._file is None else self._file.left_out

    def close(self) -> None:
        """Close all connections; whoever has written leaves statistics for the queries to come."""
        writer = self._writer
        if writer is not None and isinstance(writer.pool, QueuePool) and writer.pool.checkedin():
            _analyze(writer)
        self._dispose()

    def _dispose(self) -> None:
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()


@contextmanager
def _commits_confirmed() -> Iterator[threading.Event]:
    """Translate the driver's errors; CHANGE_UNCONFIRMED for a commit that failed once it is set."""
    is_done = threading.Event()
    try:
        with translated_errors():
            yield is_done
    except DatabaseError as error:
        if is_done.is_set() and failed_at_commit(error):
            raise DatabaseError(Problem.CHANGE_UNCONFIRMED) from error
        raise


def _analyze(writer: Engine) -> None:
    # Who holds the file just now is not waited for: the next one to close it does the same.
    with suppress(exc.DBAPIError, exc.TimeoutError, driver.Error):
        connection = writer.raw_connection()
        try:
            for pragma in ("busy_timeout = 0", "analysis_limit = 400", "optimize = 0x10002"):
                connection.cursor().execute(f"PRAGMA {pragma}").fetchall()
        finally:
            connection.close()


def _undo_interrupted(path: Path, secret: bytes | None) -> None:
    """Let SQLite undo what was interrupted, as it does at the first read of whoever may write."""
    with translated_errors(), closing(open_file(path, secret)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()


def _make(path: Path) -> Path | None:
    """Make a database that is whole as soon as it has its name, whatever happens on the way.

    Returns where a -wal is kept that a file left there which is gone.
    """
    part = part_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(path.parent, path.name)
        with migrating_engine(part, None, Turns(part)) as engine, translated_errors():
            _migrate(engine, part, None, None)
            _merge(engine)
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
