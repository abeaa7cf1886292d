"""Sharing that nobody has to think of: what shares the shop runs while a window of it is open."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ecrm_desktop.ui.background import Background, Lane, Progress

_LOOK_MS: Final = 60_000


class SharingKeeper(QObject):
    """Starts what shares the shop, also after somebody killed it; does nothing where none does.

    `failed(error)` once for each row of failures, `started` when it runs again.
    """

    failed = Signal(object)
    started = Signal()

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._has_failed = False
        self._every = QTimer(self, interval=_LOOK_MS)
        self._every.timeout.connect(self._look)

    def watch(self) -> None:
        """Look now, and each minute from now on."""
        self._every.start()
        self._look()

    def let_go(self) -> None:
        """Let it end with the window, unless its owner wants it to go on."""
        from ecrm_desktop.sync.sharing import (  # noqa: PLC0415 - few shops need it
            end_sharing,
            sharing_state,
        )

        self._every.stop()
        path = self._background.database.path
        state = sharing_state(path)
        if state is not None and not state.sharing.outlives:
            end_sharing(path)

    def _look(self) -> None:
        self._background.run(
            partial(_resume, self._background.database.path),
            self._done,
            owner=self,
            lane=Lane.LOOK,
            failed=self._fail,
        )

    def _done(self, is_new: bool) -> None:  # noqa: FBT001 - what the work returned
        self._has_failed = False
        if is_new:
            self.started.emit()

    def _fail(self, error: Exception) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)


def _resume(path: Path, progress: Progress) -> bool:
    """Start what shares a shop if it should run and does not; return whether that was so."""
    from ecrm_desktop.sync.sharing import sharing_state, start_sharing  # noqa: PLC0415 - as above

    state = sharing_state(path)
    if state is None or not state.sharing.is_on or state.since is not None:
        return False
    with progress.elsewhere():  # nobody who closes the window waits for it
        start_sharing(path, state.sharing)
    return True
