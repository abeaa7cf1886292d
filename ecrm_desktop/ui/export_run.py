"""One export on its way: it can be stopped, and its end is heard of all the same."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ecrm_desktop.errors import Cancelled
from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.background import Job, Progress
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.work_tray import WorkTray


class ExportRun:
    """Does a task, and says what became of it to the window of `owner`, if that is there yet.

    A file may just be getting its name when somebody stops it: only the task's own end tells.
    `leaves_nothing`: whatever it has done, there is nothing if it was stopped.
    """

    def __init__(
        self,
        owner: QObject,
        ui: UiContext,
        tray: WorkTray,
        task: Callable[[Progress], Any],
        *,
        leaves_nothing: bool,
    ) -> None:
        self._owner = owner
        self._ui = ui
        self._tray = tray
        self._task = task
        self._leaves_nothing = leaves_nothing
        self._stopping = Job()
        self._begun = threading.Event()

    def begin(
        self, text: str, done: Callable[[Any], None], record: Callable[[Any], None] | None
    ) -> None:
        """Put it into the tray and begin; `record` its result even if the owner is gone by then."""

        def finish(result: Any) -> None:
            if record is not None:
                record(result)
            if isValid(self._owner):
                self._finish(result, done)

        def stop() -> None:
            self._tray.remove(self._row)
            self._stopping.cancel()
            if not self._begun.is_set():
                job.cancel()
                self._say_stopped()

        self._row = self._tray.add(text, stop)
        job = self._ui.background.run(
            self._work,
            finish,
            owner=self._ui.background,
            failed=self._fail,
            progress=self._show_progress,
        )

    def _work(self, progress: Progress) -> Any:
        self._begun.set()
        if self._stopping.cancelled:
            raise Cancelled
        return self._task(Progress(self._stopping, progress.report))

    def _finish(self, result: Any, done: Callable[[Any], None]) -> None:
        self._leave_tray()
        if self._leaves_nothing and self._stopping.cancelled:
            self._say_stopped()
        else:
            done(result)

    def _fail(self, error: Exception) -> None:
        if not isValid(self._owner):
            return
        self._leave_tray()
        if isinstance(error, Cancelled):
            self._say_stopped()
        else:
            self._ui.messenger.show_error(error)

    def _leave_tray(self) -> None:
        if not self._stopping.cancelled:
            self._tray.remove(self._row)

    def _show_progress(self, done: int, total: int) -> None:
        if isValid(self._owner) and not self._stopping.cancelled:
            self._row.show_progress(done, total)

    def _say_stopped(self) -> None:
        self._ui.messenger.inform(translate("Exporting", "Stopped. Nothing was written."))
