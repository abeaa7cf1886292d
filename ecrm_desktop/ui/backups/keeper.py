"""Backups that nobody has to think of: daily while the program runs."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from ecrm_desktop.backup.state import (
    Attempt,
    FolderState,
    back_up,
    change_of,
    folder_states,
    remember,
    size_limit,
)
from ecrm_desktop.logs import log_failure
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.services.permissions import require_permission_to_read
from ecrm_desktop.settings import Settings
from ecrm_desktop.ui.background import Background, Job, Lane, Progress
from ecrm_desktop.values.permissions import Permission

_FIRST_LOOK_MS = 60_000
_LOOK_MS = 600_000

Done = Callable[[list[Attempt]], None]


class BackupKeeper(QObject):
    """Makes backups into the folders of the settings, and remembers what became of them.

    `remembered` once that has changed.
    """

    remembered = Signal()

    def __init__(self, background: Background, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._settings = settings
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def watch(self) -> None:
        """Look from now on, every few minutes, whether a backup is due."""
        self._timer.setInterval(_LOOK_MS)
        QTimer.singleShot(_FIRST_LOOK_MS, self, self.look)
        self._timer.start()

    def look(self) -> None:
        """Make the backups that are due; a failure is remembered, not told."""
        now = datetime.now(UTC)
        self._run(
            lambda state, change: state.is_due(change, now),
            lambda _attempts: None,
            failed=log_failure,
        )

    def make(
        self,
        done: Done,
        failed: Callable[[Exception], None],
        progress: ReportProgress | None = None,
    ) -> Job:
        """Make a backup into each folder, whether it is due or not, for who may; or NOT_ALLOWED."""
        return self._run(
            lambda _state, _change: True,
            done,
            failed=failed,
            progress=progress,
            needs=Permission.BACK_UP,
        )

    def make_before_leaving(
        self, done: Done, failed: Callable[[Exception], None], progress: ReportProgress
    ) -> Job | None:
        """Make the last backup of the day if something changed; None if nothing did."""
        database = self._background.database
        if database.is_read_only:
            return None
        change = change_of(database)
        states = folder_states(self._settings, database.path)
        if all(state.change == change for state in states):
            return None
        # Nobody reads lists any more, and what takes long in the other lane is given up anyway.
        return self._run(
            lambda state, change: state.change != change,
            done,
            failed=failed,
            progress=progress,
            lane=Lane.LOCAL,
        )

    def _run(
        self,
        wants: Callable[[FolderState, int], bool],
        done: Done,
        *,
        failed: Callable[[Exception], None],
        progress: ReportProgress | None = None,
        lane: Lane = Lane.SLOW,
        needs: Permission | None = None,
    ) -> Job:
        database = self._background.database
        states = folder_states(self._settings, database.path)
        limit = size_limit(self._settings)

        def work(progress: Progress) -> list[Attempt]:
            if needs is not None:
                require_permission_to_read(database, needs)
            change = change_of(database)
            wanted = [state for state in states if wants(state, change)]
            now = datetime.now(UTC)
            return back_up(database, wanted, now=now, limit=limit, report_progress=progress.report)

        def finish(attempts: list[Attempt]) -> None:
            if attempts:
                remember(self._settings, database.path, attempts)
                self.remembered.emit()
            done(attempts)

        return self._background.run(
            work, finish, owner=self, lane=lane, failed=failed, progress=progress
        )
