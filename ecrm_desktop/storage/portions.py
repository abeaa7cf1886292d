"""Work that takes too long for one transaction: in portions, between which others may write."""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Final, Self

import sqlcipher3.dbapi2 as driver
from sqlalchemy import exc, func, select

from ecrm_desktop.models.changes import CaptureContext, Change
from ecrm_desktop.storage.database import Database, Session

# Longer than whoever waits for the file sleeps between two looks.
_FREE_SECONDS: Final = 0.015
# What a portion writes reaches the disk when it is committed, and that is waited for too.
_LONGEST_SECONDS: Final = 1.0
# Whoever saves will probably save again.
_QUIET_SECONDS: Final = 5.0
# Rows of many portions are on the same pages, which need not be brought into the file each time.
_PAGES_BETWEEN_CHECKPOINTS: Final = 8_000
_USUAL_PAGES: Final = 1_000


class Portions:
    """One user action in several transactions, all captured as one group.

    After each `commit` the file is free until the next `begin`. What was committed is undone by
    nobody: whoever works in portions writes down what is to become of it if the program ends half
    way. The transaction that is open when the block is left is undone, and what the driver raised
    in it becomes what `Database.transaction` raises. `has_committed` tells whether a portion was.
    The fewer portions, the faster: one goes on while `may_go_on`.
    """

    def __init__(self, database: Database, action: str, *, group: int | None = None) -> None:
        """Begin nothing yet; `group` is one that was begun before and is gone on with."""
        self._database = database
        self._action = action
        self._group = group
        self._seen: int | None = None
        self._open: AbstractContextManager[Session] | None = None
        self._session: Session | None = None
        self._began = self._free_since = 0.0
        self._asked_at = -_QUIET_SECONDS
        self._is_long = False
        self.has_committed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if self._open is not None:
                self._end(error or _GivenUp())
        finally:
            if self._is_long:
                self._catch_up()

    @property
    def session(self) -> Session:
        """The session of the present portion; RuntimeError between two."""
        if self._session is None:
            raise RuntimeError
        return self._session

    @property
    def capture(self) -> CaptureContext:
        """Who captures what is written in all portions."""
        return self._database.capture

    @property
    def group(self) -> int:
        """The number of the group of changes that all of it is; RuntimeError before the first."""
        if self._group is None:
            raise RuntimeError
        return self._group

    def begin(self, *, apart: bool = False) -> bool:
        """Begin the next portion once it is our turn; return whether others wrote meanwhile.

        `apart`: in a group of its own. Raises DatabaseError as `Database.transaction` does.
        """
        sleep(max(0.0, self._free_since + _FREE_SECONDS - monotonic()))
        opened = self._database.transaction(self._action)
        session = opened.__enter__()
        self._open, self._session = opened, session
        capture = self._database.capture
        # By changes and not by groups: what another PC did may go on with one that is there.
        others_wrote = self._seen is not None and _last_change(session) > self._seen
        self._began = monotonic()
        if others_wrote:
            self._asked_at = self._began
        if self.has_committed:
            self._is_long = True
            _set_checkpoints(session.connection().exec_driver_sql, _PAGES_BETWEEN_CHECKPOINTS)
        if self._group is None or apart:
            self._group = capture.group
        else:
            capture.join(self._group)
        return others_wrote

    @property
    def may_go_on(self) -> bool:
        """Whether the present portion may get longer: nobody waits, or has since some seconds."""
        now, turns = monotonic(), self._database.turns
        if turns.is_asked:
            self._asked_at = now
        is_quiet = now - self._asked_at > _QUIET_SECONDS
        return is_quiet and now - self._began < _LONGEST_SECONDS

    def commit(self) -> None:
        """Commit the present portion; raises DatabaseError as `Database.transaction` does."""
        self.session.flush()
        self._seen = _last_change(self.session)
        self._end(None)
        self._database.turns.answer()
        self.has_committed = True

    def _end(self, error: BaseException | None) -> None:
        opened, self._open, self._session = self._open, None, None
        if opened is None:
            raise RuntimeError
        try:
            if error is None:
                opened.__exit__(None, None, None)
            else:
                opened.__exit__(type(error), error, error.__traceback__)
        finally:
            self._free_since = monotonic()

    def _catch_up(self) -> None:
        """Bring what is committed into the file, so that nobody's save has to."""
        with suppress(exc.DBAPIError, exc.TimeoutError, driver.Error):
            raw = self._database.writer.raw_connection()
            try:
                cursor = raw.cursor()
                _set_checkpoints(cursor.execute, _USUAL_PAGES)
                cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            finally:
                raw.close()


def _last_change(session: Session) -> int:
    return session.scalar(select(func.max(Change.number))) or 0


def _set_checkpoints(execute: Callable[[str], Any], pages: int) -> None:
    execute(f"PRAGMA wal_autocheckpoint = {pages}").fetchall()


class _GivenUp(Exception):  # noqa: N818 - no failure: it undoes a transaction
    """The portion is not wanted."""
