"""Syncing that nobody has to think of: a round every half a minute, and soon after each save."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ecrm_desktop.errors import Cancelled, EcrmError, Problem, SyncError
from ecrm_desktop.logs import log_failure
from ecrm_desktop.models.sync import Conflict
from ecrm_desktop.queries.conflicts import open_conflicts
from ecrm_desktop.queries.written_tables import filled_up_to, last_change, tables_since
from ecrm_desktop.services.counters import is_shared
from ecrm_desktop.services.wiping import is_wipe_due, wipe_file
from ecrm_desktop.settings import SYNC_SECONDS, Settings
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui.background import Background, Job, Lane, Progress

if TYPE_CHECKING:
    from ecrm_desktop.sync.rounds import Syncing, SyncState

_AFTER_SAVE_MS: Final = 2_000
_LONGEST_SECONDS: Final = 240
_LAST_ROUND_SECONDS: Final = 3.0
_ANNOUNCED_SECONDS: Final = 3.0

Ended = Callable[[EcrmError | None], None]


class SyncKeeper(QObject):
    """Runs the rounds of the shop that is open, and knows how they go; does nothing for another.

    `told` whenever `state`, `conflicts`, `is_running` or `progress` may be another one.
    `healed(count)` when records that differed from the server's were made the same.
    """

    told = Signal()
    healed = Signal(int)

    def __init__(
        self,
        background: Background,
        settings: Settings,
        parent: QObject,
        *,
        is_joined: bool = False,
    ) -> None:
        """`is_joined`: the shop is on several PCs."""
        super().__init__(parent)
        self.is_joined = is_joined
        self._background = background
        self._settings = settings
        self._line = _Line(background.database)
        self._job: Job | None = None
        self._last_job: Job | None = None
        self._failures = 0
        self._is_announcing = False
        self._is_watching = False
        self._has_synced = False
        self._may_wipe = True
        self._announced = 0.0
        self._asked: list[Ended] = []
        self.state: SyncState | None = None
        self.conflicts = 0
        self.progress = (0, 0)
        self._every = QTimer(self, singleShot=True)
        self._every.timeout.connect(self._run)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_SAVE_MS)
        self._soon.timeout.connect(self._run)
        background.changed.connect(self._hear)
        background.closed.connect(self._let_go)

    @property
    def path(self) -> Path:
        """The shop's file."""
        return self._background.database.path

    @property
    def is_running(self) -> bool:
        """Whether a round is on its way."""
        return self._job is not None

    def watch(self) -> None:
        """Sync from now on, if the shop is on several PCs."""
        if self.is_joined:
            self._is_watching = True
            self.look()
            self._run()

    def look(self) -> None:
        """Read again how syncing goes, and how many conflicts are open."""
        self._background.read(_look, self._show, owner=self, key="conflicts")

    def sync_now(self, ended: Ended | None = None) -> None:
        """Sync at once, however often it failed; `ended` is told how, unless the shop is closed."""
        if ended is not None:
            self._asked.append(ended)
        self._failures = 0
        self._run()

    def stop(self) -> None:
        """Sync no more: another window of the shop does it from now on."""
        self._is_watching = False
        self._every.stop()
        self._soon.stop()
        self._background.changed.disconnect(self._hear)
        close = partial(_close, self._line)
        self._background.run(close, owner=self._background, lane=Lane.SYNC)

    def sync_last(self) -> None:
        """Send what waits while the window closes, if the server was there until now."""
        is_unsent = self._soon.isActive() or (self.state is not None and self.state.waiting > 0)
        if self._is_watching and is_unsent and not self._failures:
            self._soon.stop()
            self._last_job = self._background.run(
                self._line.run_round, owner=self, lane=Lane.SYNC, grace=_LAST_ROUND_SECONDS
            )

    def _hear(self, tables: frozenset[str] | None) -> None:
        if self._is_announcing or self.state is None:
            return
        if tables is None or Conflict.__tablename__ in tables:
            self.look()
        else:
            self._look_at_state()
        if self._is_watching and not self._failures and not self._soon.isActive():
            self._soon.start()

    def _look_at_state(self) -> None:
        """Read what every save changes; conflicts are looked for where there may be others."""
        self._background.read(_state, self._show_state, owner=self, key="state")

    def _run(self) -> None:
        self._every.stop()
        self._soon.stop()
        if self._job is not None:
            self._soon.start()
            return
        self._job = self._background.run(
            self._line.run_round,
            self._done,
            owner=self,
            lane=Lane.SYNC,
            failed=self._failed,
            progress=self._show_progress,
        )
        self.told.emit()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress = (done, total)
        self.told.emit()
        # What has come can be worked with before the rest is there.
        if monotonic() - self._announced > _ANNOUNCED_SECONDS and done < total:
            self._announce(None)

    def _announce(self, tables: frozenset[str] | None) -> None:
        self._announced = monotonic()
        self._is_announcing = True
        self._background.changed.emit(tables)
        self._is_announcing = False

    def _done(self, outcome: "_Outcome") -> None:
        self._job = None
        self.progress = (0, 0)
        error = outcome.error
        if error is None:
            self._failures = 0
        elif error.problem is not Problem.SYNC_RUNNING:
            self._failures += 1
        if self._is_watching:
            usual = self._settings.get(SYNC_SECONDS)
            longest = max(usual, _LONGEST_SECONDS)
            self._every.start(min(usual * 2 ** min(self._failures, 10), longest) * 1_000)
        # What a round wrote that another window of this shop began, nobody has heard of.
        tables = outcome.tables if self._has_synced else None
        self._has_synced = True
        if tables is None or tables:
            self._announce(tables)
        if tables is None or Conflict.__tablename__ in tables:
            self.look()
        else:
            self._look_at_state()
        if outcome.is_wipe_due and self._may_wipe and self._is_watching:
            self._wipe()
        asked, self._asked = self._asked, []
        for ended in asked:
            ended(error)
        if outcome.healed:
            self.healed.emit(outcome.healed)

    def _wipe(self) -> None:
        """Wipe whom another PC forgot; what fails or must wait is done at the next opening."""
        self._may_wipe = False
        wipe = partial(_wipe, self._background.database)
        # Whoever saves meanwhile waits in this lane, instead of failing at the locked file.
        self._background.run(
            wipe, self._allow_wiping, owner=self, lane=Lane.WRITE, failed=log_failure
        )

    def _allow_wiping(self, is_done: bool) -> None:  # noqa: FBT001 - what the work returned
        self._may_wipe = is_done

    def _failed(self, error: Exception) -> None:
        """Hear of what not even noting it down went well with."""
        log_failure(error)
        self._done(_Outcome(_error_of(error), frozenset()))

    def _show_state(self, state: "SyncState | None") -> None:
        self._show(None if state is None else (state, self.conflicts))

    def _show(self, found: "tuple[SyncState, int] | None") -> None:
        self.state, self.conflicts = found or (None, 0)
        self.told.emit()

    def _let_go(self) -> None:
        jobs = (self._job, self._last_job)
        if not any(job is not None and job.is_given_up for job in jobs):
            self._line.close()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Why a round did not reach its end, if it did not, and the tables that it wrote anyway.

    None is for any of them.

    `is_wipe_due`: somebody was forgotten, whose bytes are still in the file. `healed`: how many
    records were made the same as the server's, which they were not.
    """

    error: EcrmError | None
    tables: frozenset[str] | None
    is_wipe_due: bool = False
    healed: int = 0


class _Line:
    """The connection that is kept between rounds; no part of the window, for a thread holds it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._syncing: Syncing | None = None

    def run_round(self, progress: Progress) -> _Outcome:
        from ecrm_desktop.sync.rounds import Syncing  # noqa: PLC0415 - few shops need it

        if self._syncing is None:
            self._syncing = Syncing(self._database)
        with self._database.reading() as session:
            before, filled = last_change(session), filled_up_to(session)
        error, healed = None, 0
        try:
            done = self._syncing.run_round(
                elsewhere=progress.elsewhere, report_progress=progress.report
            )
            healed = done.healed
        except Cancelled:
            raise
        except EcrmError as caught:
            error = caught
        with self._database.reading() as session:
            is_filled = filled_up_to(session) != filled
            tables = None if is_filled else tables_since(session, before)
            return _Outcome(error, tables, is_wipe_due(session), healed)

    def close(self) -> None:
        if self._syncing is not None:
            self._syncing.close()


def _look(session: Session) -> "tuple[SyncState, int] | None":
    state = _state(session)
    return None if state is None else (state, len(open_conflicts(session)))


def _state(session: Session) -> "SyncState | None":
    if not is_shared(session):
        return None
    from ecrm_desktop.sync.rounds import sync_state  # noqa: PLC0415 - as above

    return sync_state(session)


def _error_of(error: Exception) -> EcrmError:
    return error if isinstance(error, EcrmError) else SyncError(Problem.SYNC_FAILED)


def _wipe(database: Database, _progress: Progress) -> bool:
    return wipe_file(database)


def _close(line: _Line, _progress: Progress) -> None:
    line.close()
