"""What leaves the audit trail leaves it beside people's work, a little at a time."""

from PySide6.QtCore import QObject, QTimer

from ecrm_desktop.logs import log_failure
from ecrm_desktop.models.changes import THINNING
from ecrm_desktop.services.audit_thinning import (
    begin_due_thinning,
    due_thinning,
    is_thinning,
    thin_some,
)
from ecrm_desktop.ui.background import Background, Lane, Progress

_LOOK_MS = 6 * 3_600_000
# Between two portions the disk and whoever saves have time.
_PAUSE_MS = 500


class AuditThinner(QObject):
    """Removes what was told to go, and tells what the shop's rule lets go; failures are logged.

    Whoever ends the program meanwhile interrupts nothing: the next start goes on.
    """

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._is_removing = False
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)
        self._next = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._next.timeout.connect(self._remove_some)

    def watch(self) -> None:
        """Look now, and from now on several times a day."""
        self._look.start()
        self.look()

    def look(self) -> None:
        """Do what the shop's rule says, and go on with what was told to go."""
        self._background.run(self._begin, self._begun, owner=self, failed=log_failure)

    def go_on(self) -> None:
        """Remove what was told to go, portion by portion."""
        if not self._is_removing:
            self._is_removing = True
            self._remove_some()

    def _begin(self, _progress: Progress) -> bool:
        database = self._background.database
        with database.reading() as session:
            is_due, is_told = due_thinning(session) is not None, is_thinning(session)
        if is_due:
            # Nobody asked for it: it is the rule.
            with database.capture.working_for(None), database.transaction() as session:
                begin_due_thinning(session)
        return is_due or is_told

    def _begun(self, something: bool) -> None:  # noqa: FBT001 - what `_begin` returned
        if something:
            self.go_on()

    def _remove_some(self) -> None:
        self._background.run(
            self._remove, self._removed, owner=self, lane=Lane.WRITE, failed=self._stop
        )

    def _remove(self, _progress: Progress) -> int:
        with self._background.database.transaction(THINNING, captured=False) as session:
            return thin_some(session)

    def _removed(self, changes: int) -> None:
        if changes:
            self._next.start()
        else:
            self._is_removing = False
            self._background.changed.emit(frozenset({"audit_thinnings"}))

    def _stop(self, error: Exception) -> None:
        self._is_removing = False
        log_failure(error)
