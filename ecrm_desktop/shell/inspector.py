"""Looks through the shop's file and its backups beside the work, and tells what it finds."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ecrm_desktop.backup.inspecting import (
    CheckedBackup,
    LookState,
    check_oldest_backup,
    compare_part,
    look_shortly,
    look_state,
    remember_look,
)
from ecrm_desktop.backup.losses import kind_of, lost_kinds
from ecrm_desktop.errors import Cancelled, DatabaseError, FileError, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import LOGGER, log_failure
from ecrm_desktop.services.index_rebuilding import rebuild_indexes
from ecrm_desktop.storage.soundness import Unsound
from ecrm_desktop.ui.background import Lane, Progress
from ecrm_desktop.ui.idle import IdleWatch
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.listed import listed

T = TypeVar("T")
_FIRST_LOOK_MS = 90_000
_LOOK_MS = 3_600_000
_IDLE_SECONDS = 180
_TOLD_IN_LOG = 5
_NAMED = 5


class FileInspector(QObject):
    """A short look after each start, comparisons while nobody works and once a week in any case.

    One thing at a time, in a lane of its own; what is going on ends at once when the program does.
    `recovery_asked` when somebody wants the ways out of a damaged file.
    """

    recovery_asked = Signal()

    def __init__(self, ui: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._is_busy = False
        self._is_idle = False
        self._found = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.compare_what_must)

    def watch(self) -> None:
        """Look from now on."""
        app = cast("QApplication", QApplication.instance())
        idle_watch = IdleWatch(app, self)
        idle_watch.idle.connect(self._begin_idle)
        idle_watch.touched.connect(self._end_idle)
        idle_watch.set_seconds(_IDLE_SECONDS)
        QTimer.singleShot(_FIRST_LOOK_MS, self, self.look)
        self._timer.start()

    def look(self) -> None:
        """Look at some tables, then into a backup, then go on with what must be done."""
        database, settings = self._ui.background.database, self._ui.settings

        def work(progress: Progress) -> tuple[LookState, Unsound | None, CheckedBackup | None]:
            report, now = _asked(progress), datetime.now(UTC)
            state, found = look_shortly(database, self._state(), now, report, progress.stopped_by)
            if found is not None:
                return state, found, None
            state, backup = check_oldest_backup(
                settings, database, self._ui.shop.id, state, now, report, progress.stopped_by
            )
            return state, found, backup

        def finish(result: tuple[LookState, Unsound | None, CheckedBackup | None]) -> None:
            state, found, backup = result
            self._remember(state, found)
            if backup is not None:
                self.tell_of_backup(backup)
            self.compare_what_must()

        self._run(work, finish)

    def compare_what_must(self) -> None:
        """Compare what has waited for a week, part by part, whoever works meanwhile."""
        if self._state().must_compare(datetime.now(UTC)):
            self._compare(lambda: True)

    def compare_while_idle(self) -> None:
        """Compare what has waited for a day, part by part, as long as nobody works."""
        if self._state().may_compare(datetime.now(UTC)):
            self._compare(lambda: self._is_idle)

    def _begin_idle(self) -> None:
        self._is_idle = True
        self.compare_while_idle()

    def _end_idle(self) -> None:
        self._is_idle = False

    def _compare(self, goes_on: Callable[[], bool]) -> None:
        database = self._ui.background.database

        def work(progress: Progress) -> tuple[LookState, Unsound | None]:
            return compare_part(
                database,
                self._state(),
                datetime.now(UTC),
                _asked(progress),
                progress.stopped_by,
            )

        def finish(result: tuple[LookState, Unsound | None]) -> None:
            state, found = result
            self._remember(state, found)
            if state.compared and goes_on():
                self._compare(goes_on)

        self._run(work, finish)

    def _run(self, work: Callable[[Progress], T], finish: Callable[[T], None]) -> None:
        # Where something was found, people are to decide first.
        if self._is_busy or self._found:
            return
        self._is_busy = True

        def done(result: T) -> None:
            self._is_busy = False
            finish(result)

        self._ui.background.run(work, done, owner=self, lane=Lane.LOOK, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, Cancelled):
            return
        log_failure(error)
        if not isinstance(error, DatabaseError):
            return
        if error.problem is Problem.DATABASE_DAMAGED:
            self._tell(Unsound(told=("the tables cannot be read",), indexes=frozenset()))
        elif error.problem is Problem.DATABASE_UNREADABLE:
            self._ui.messenger.show_error(error)

    def _state(self) -> LookState:
        return look_state(self._ui.settings, self._ui.background.database.path)

    def _remember(self, state: LookState, found: Unsound | None) -> None:
        remember_look(self._ui.settings, self._ui.background.database.path, state)
        if found is not None:
            self._tell(found)

    def _tell(self, found: Unsound) -> None:
        self._found = True
        told = "; ".join(found.told[:_TOLD_IN_LOG])
        LOGGER.warning("%d wrong places in the shop's file: %s", len(found.told), told)
        if found.indexes:
            self._ui.messenger.show_error(
                DatabaseError(Problem.INDEXES_WRONG),
                translate("Inspector", "Make the lists anew"),
                lambda: self._rebuild(found),
            )
        else:
            self._ui.messenger.show_error(
                DatabaseError(Problem.DAMAGE_FOUND),
                translate("Inspector", "Ways out…"),
                self.recovery_asked.emit,
            )

    def tell_of_backup(self, backup: CheckedBackup) -> None:
        """Tell what is wrong with a backup that was read, or with the shop by it, if anything."""
        if backup.is_damaged:
            LOGGER.warning("A backup is not as it was written")
            self._ui.messenger.show_error(FileError(Problem.BACKUP_FOUND_DAMAGED, path=backup.path))
        elif backup.spoiled:
            counts = {table: records.count for table, records in backup.spoiled.items()}
            LOGGER.warning("Records are not as in a backup: %s", counts)
            records = listed(
                self._kind_text(kind, count, backup) for kind, count in lost_kinds(counts)
            )
            error = DatabaseError(Problem.RECORDS_SPOILED, records=records, path=backup.path)
            self._ui.messenger.show_error(error)

    def _kind_text(self, kind: str, count: int, backup: CheckedBackup) -> str:
        """Say how many of a kind are spoiled, and the codes or numbers of some."""
        display = self._ui.display
        numbers = [
            display.code(number)
            for table, records in backup.spoiled.items()
            if kind_of(table) == kind
            for number in records.known_by
        ]
        if not numbers:
            return translate("Inspector", "{kind}: {count}", kind=kind, count=display.number(count))
        return translate(
            "Inspector",
            "{kind}: {count} (number {numbers})",
            kind=kind,
            count=display.number(count),
            numbers=listed(dict.fromkeys(numbers[:_NAMED])),
        )

    def _rebuild(self, found: Unsound) -> None:
        def done(_result: None) -> None:
            self._found = False
            self._ui.messenger.inform(
                translate("Inspector", "The lists say the same as the records again.")
            )

        self._ui.background.write(
            lambda session: rebuild_indexes(session, found.indexes),
            done,
            owner=self,
            failed=self._fail_to_rebuild,
        )

    def _fail_to_rebuild(self, error: Exception) -> None:
        if isinstance(error, DatabaseError) and error.problem is Problem.DATABASE_DAMAGED:
            self._tell(Unsound(told=("indexes could not be made anew",), indexes=frozenset()))
        else:
            self._ui.messenger.show_error(error)


def _asked(progress: Progress) -> Callable[[int, int], None]:
    """Return a report of nothing but whether to stop: nobody watches how far it is."""

    def ask(_done: int, _total: int) -> None:
        if progress.cancelled:
            raise Cancelled

    return ask
