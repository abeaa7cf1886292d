"""An import under way, which goes on when its wizard is closed."""

from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ecrm_desktop.errors import Cancelled
from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import ImportOutcome, ImportRequest, run_import
from ecrm_desktop.ui.background import Lane, Progress
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.progress import ProgressRow
from ecrm_desktop.ui.work_tray import work_tray
from ecrm_desktop.values.text import isolate_words


class ImportWork(QObject):
    """One import at a time; `ended(result)` with an ImportOutcome or an exception.

    While nobody watches it shows its progress in the window's tray.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, ui: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ui = ui
        self._tray = work_tray(window)
        self._row: ProgressRow | None = None
        self._stop = Event()
        self._rows = 0
        self.request: ImportRequest | None = None

    @property
    def is_running(self) -> bool:
        """Whether a file is being brought in."""
        return self.request is not None

    def start(self, request: ImportRequest, *, rows: int = 0) -> None:
        """Bring a file in, of `rows` rows if they were counted; not while one is running."""
        self.request = request
        self._rows = rows
        stop = self._stop = Event()
        database = self._ui.background.database

        def bring_in(progress: Progress) -> ImportOutcome:
            def report(done: int, total: int) -> None:
                # Not the job's own way: who stops too late must hear that all was brought in.
                if stop.is_set():
                    raise Cancelled
                progress.report(done, total)

            return run_import(database, request, report_progress=report)

        self._ui.background.run(
            bring_in,
            self._end,
            owner=self,
            lane=Lane.IMPORT,
            failed=self._end,
            progress=self._show_progress,
            writes=True,
        )

    def stop(self) -> None:
        """Ask to leave everything as it was."""
        self._stop.set()

    def go_on_unwatched(self) -> None:
        """Show the progress beside everything else from now on."""
        if self.request is None or self._row is not None:
            return
        text = translate(
            "Imports", "Bringing in {file}…", file=isolate_words(self.request.path.name)
        )
        self._row = self._tray.add(text, self.stop)

    def _show_progress(self, done: int, total: int) -> None:
        total = total or max(done, self._rows) if self._rows else total
        if self._row is not None:
            self._row.show_progress(done, total)
        self.progressed.emit(done, total)

    def _end(self, result: object) -> None:
        self.request = None
        if self._row is not None:
            self._tray.remove(self._row)
            self._row = None
        self.ended.emit(result)
