"""Work beside the window that is asked for often: one run at a time, and one more after it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.background import Lane, Progress
from ecrm_desktop.ui.ui_context import UiContext

Work = Callable[[Database, date, Progress], object]
"""Done with the shop's day."""


class OneAtATime(QObject):
    """Does its work when asked; `ended` after each run. What is asked meanwhile is done then.

    It writes only what is derived, so no page hears of it but whoever listens here. They read again
    even if nothing was stale: another one's run may have made it fresh since they read.
    """

    ended = Signal()

    def __init__(self, ui: UiContext, parent: QObject, work: Work) -> None:
        super().__init__(parent)
        self._ui, self._work = ui, work
        self._running = False
        self._asked = False

    @property
    def is_running(self) -> bool:
        """Whether the work is done at this moment."""
        return self._running

    def start(self) -> None:
        """Do the work, now or after the run that has begun."""
        if self._running:
            self._asked = True
            return
        self._running, self._asked = True, False
        background = self._ui.background
        background.run(
            partial(self._work, background.database, self._ui.today()),
            lambda _result: self._end(),
            owner=self,
            lane=Lane.SLOW,
            failed=self._fail,
        )

    def _end(self) -> None:
        self._running = False
        if self._asked:
            self.start()
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self._running = False
        self.ended.emit()
        self._ui.messenger.show_error(error)


def freshen(database: Database, today: date, progress: Progress) -> None:
    """Make the figures of customers as fresh as the records, and their scores of the day."""
    from ecrm_desktop.insight.refreshing import refresh_scores  # noqa: PLC0415 - it loads numpy

    refresh_scores(database, today, progress.report)
