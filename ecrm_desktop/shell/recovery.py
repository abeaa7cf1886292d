"""From a damaged or missing shop file to an open shop: backups, salvage, and the way between."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ecrm_desktop.backup.access import NOBODY, KnownPeople, known_people
from ecrm_desktop.backup.contents import Contents, read_contents
from ecrm_desktop.backup.files import BackupFile, local_folder
from ecrm_desktop.backup.known_shops import backups_to_restore, find_missing
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.backup.salvage import Salvaged, salvage
from ecrm_desktop.backup.state import (
    LatestContents,
    expect_other_contents,
    find_latest,
)
from ecrm_desktop.errors import DatabaseError, EcrmError, Problem
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.queries.shop import display_before_opening
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.startup import StartupWorker, open_shop_file, unlock
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.unfinished_files import part_of, remove_part
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui.backups.restore_sheet import ask_for_backup
from ecrm_desktop.ui.backups.texts import moment
from ecrm_desktop.ui.welcome.recovery import RecoveryWindow, WayOut
from ecrm_desktop.values.text import isolate
from ecrm_desktop.values.timezone import LocalZone


class RecoveryFlow(QObject):
    """Leads through one recovery of the file at `path`; `recovered(Database)` at its good end.

    `phrase_needed(error)` where a backup is encrypted and the keyring lacks its key: `unlock` goes
    on, in a new window.
    """

    recovered = Signal(object)
    phrase_needed = Signal(object)

    def __init__(self, path: Path, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._settings = settings
        self._work: StartupWorker | None = None
        self._salvaged: Path | None = None
        self._chosen: Path | None = None
        self._secret: bytes | None = None
        self._asked: tuple[EcrmError | None, Sequence[WayOut], Sequence[WayOut]] = (None, (), ())
        self.window: RecoveryWindow | None = None

    def open_for(
        self,
        error: EcrmError | None,
        ways_out: Sequence[WayOut],
        looking: Sequence[WayOut] = (),
    ) -> RecoveryWindow:
        """Return the window: about a file with this error, or about a shop that is not here yet.

        `looking` are the ways to a file that is missing.
        """
        self._asked = (error, ways_out, looking)
        note = isolate(str(self._path))
        if error is None:
            title = translate("Rescue", "Bring a shop back from its backup")
            text = translate("Rescue", "Plug in the stick with the backup, or choose the file.")
        elif self._is_missing():
            title, text = translate("Rescue", "The shop's file is missing"), explain(error)
            note = self._last_opened()
        else:
            title, text = translate("Rescue", "The shop's file is damaged"), explain(error)
        choose = (translate("Rescue", "Choose a backup file…"), self._choose)
        self.window = window = RecoveryWindow(
            title,
            text,
            note,
            [choose, *ways_out],
            can_salvage=error is not None and not self._is_missing(),
            looking=looking,
        )
        window.backup_chosen.connect(self._restore)
        window.look_asked.connect(self.look_into)
        window.salvage_asked.connect(self._salvage)
        window.salvaged_chosen.connect(self._use_salvaged)
        self._find_backup()
        return window

    def unlock(self, secret: bytes) -> RecoveryWindow:
        """Return the window again, now that somebody typed the phrase."""
        self._secret = secret
        return self.open_for(*self._asked)

    def wait(self) -> None:
        """Return when nothing is being done any more."""
        if self._work is not None:
            self._work.wait()
        self._forget_salvaged()

    def _is_missing(self) -> bool:
        error = self._asked[0]
        return error is not None and error.problem is Problem.SHOP_MISSING

    def _last_opened(self) -> str:
        missing = find_missing(self._settings, self._path)
        if missing is None or missing.opened_at is None:
            return isolate(str(self._path))
        when = moment(missing.opened_at, display_before_opening(language(), LocalZone()))
        return translate("Rescue", "It was opened here last: {when}", when=when)

    def _find_backup(self) -> None:
        window = self.window
        if window is not None:
            self._run(
                lambda _report: self._latest_backup(), lambda found: window.show_backup(*found)
            )

    def _latest_backup(self) -> tuple[LatestContents | None, list[BackupFile]]:
        files = backups_to_restore(self._settings, self._path)
        if self._chosen is not None:
            contents = read_contents(self._chosen, self._secret)
            return LatestContents(contents=contents, by_date=False), files
        try:
            return find_latest(files, self._secret), files
        except DatabaseError:
            # Whoever only plugs in a disk need not look for a phrase first.
            if not self._is_missing():
                raise
            return None, files

    def _choose(self) -> None:
        folder = local_folder(self._path)
        backup = ask_for_backup(self.window, folder if folder.is_dir() else self._path.parent)
        if backup is not None:
            self.look_into(backup)

    def look_into(self, backup: Path) -> None:
        """Offer a backup that somebody chose."""
        self._chosen = backup
        self._find_backup()

    def _restore(self, backup: Path) -> None:
        def work(report_progress: ReportProgress) -> Database:
            # Whoever sits here cannot be asked before there is a shop.
            known = known_people(self._settings, self._path, self._secret, backup)
            return self._put_back(backup, backup.name, known, report_progress)

        self._run(work, self._finish)

    def _put_back(
        self, backup: Path, name: str, known: KnownPeople, report_progress: ReportProgress
    ) -> Database:
        path, secret = self._path, self._secret
        restore(
            backup,
            path,
            now=datetime.now(UTC),
            name=name,
            known=known,
            secret=secret,
            report_progress=report_progress,
        )
        if secret is None:
            return open_shop_file(path, None, report_progress)
        return unlock(path, secret, report_progress)

    def _salvage(self) -> None:
        if self.window is not None:
            # Beside the shop's file: there is room, and what is encrypted stays where it was.
            self._salvaged = part_of(self._path.with_name(f"{self._path.name}.salvaged"))
            work = partial(_salvage_into, self._path, self._salvaged, self._settings, self._secret)
            window = self.window
            self._run(work, lambda salvaged: window.show_salvaged(*salvaged))

    def _use_salvaged(self) -> None:
        if self._salvaged is not None:
            name = translate("Salvage", "What was salvaged")
            # It has the people of the damaged file, and those of the latest backup, already.
            self._run(partial(self._put_back, self._salvaged, name, NOBODY), self._finish)

    def _finish(self, database: Database) -> None:
        self._forget_salvaged()
        expect_other_contents(self._settings, self._path)
        self.recovered.emit(database)

    def _forget_salvaged(self) -> None:
        if self._salvaged is not None:
            remove_part(self._salvaged)
            self._salvaged = None

    def _run(self, work: Callable[[ReportProgress], Any], done: Callable[[Any], None]) -> None:
        window = self.window
        if window is None:
            return
        window.show_busy()
        self._work = job = StartupWorker(work, self, reports=True)
        job.progressed.connect(window.show_progress)
        job.opened.connect(done)
        job.failed.connect(self._fail)
        job.start()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, EcrmError):
            log_failure(error)
        elif error.problem in {Problem.KEY_MISSING, Problem.KEY_WRONG}:
            self.phrase_needed.emit(error)
            return
        if self.window is not None:
            self.window.show_error(error)


def _salvage_into(
    damaged: Path,
    new: Path,
    settings: Settings,
    secret: bytes | None,
    report_progress: ReportProgress,
) -> tuple[Contents, Salvaged]:
    remove_part(new)
    salvaged = salvage(
        damaged,
        new,
        lost_name=translate("Salvage", "Lost name"),
        lost_line=translate("Salvage", "Lost line"),
        known=known_people(settings, damaged, secret),
        secret=secret,
        report_progress=report_progress,
    )
    return replace(read_contents(new, secret), counts=salvaged.counts), salvaged
