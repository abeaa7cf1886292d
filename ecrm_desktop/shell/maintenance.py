"""What is done to a shop's file while nobody has it open, and said once it is open again."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from ecrm_desktop.backup.access import known_people
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.backup.state import known_backups
from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.startup import open_shop_file
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.encryption import encrypt_backups, turn_off, turn_on
from ecrm_desktop.ui.background import Background, Progress
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.welcome.maintenance_window import MaintenanceWindow


class FileMaintenance(ABC):
    """Works on the closed file at `path`, which opened with `secret`."""

    def __init__(self, path: Path, secret: bytes | None) -> None:
        self.path = path
        self.secret = secret
        self._error: EcrmError | None = None

    def run(self, report_progress: ReportProgress) -> Database:
        """Do it and return the open database; where it failed, that is the shop as it was."""
        try:
            secret = self.perform(report_progress)
        except EcrmError as error:
            self._error = error
            secret = self.secret
        return open_shop_file(self.path, secret, report_progress)

    def show_outcome(self, messenger: Messenger) -> None:
        """Say that it was done, or what was in the way."""
        if self._error is not None:
            messenger.show_error(self._error)
        else:
            messenger.inform(self.done_text())

    @abstractmethod
    def progress_window(self) -> MaintenanceWindow:
        """Return what is shown meanwhile."""

    @abstractmethod
    def perform(self, report_progress: ReportProgress) -> bytes | None:
        """Do it; return the secret that opens the file from now on."""

    @abstractmethod
    def done_text(self) -> str:
        """Return the sentence that it was done."""


class EncryptionChange(FileMaintenance):
    """Encrypts the file and its backups with `new`, or makes the file plain if that is None."""

    def __init__(
        self, path: Path, secret: bytes | None, new: bytes | None, backups: Sequence[Path]
    ) -> None:
        super().__init__(path, secret)
        self._new = new
        self._backups = backups

    def progress_window(self) -> MaintenanceWindow:
        """Return what is shown meanwhile."""
        return MaintenanceWindow(
            translate("Converting", "Encryption is being taken back…")
            if self._new is None
            else translate("Converting", "The shop is being encrypted…"),
            translate(
                "Converting",
                "A new file is written and checked, and only then takes the place of the old one."
                " Whatever happens meanwhile, the shop is not lost.",
            ),
            icon="lock",
        )

    def perform(self, report_progress: ReportProgress) -> bytes | None:
        """Convert the file, then the backups; what they refuse is tried again at each start."""
        if self._new is None:
            turn_off(self.path, secret=self.secret, report_progress=report_progress)
        else:
            turn_on(self.path, self._new, report_progress=report_progress)
            encrypt_backups(self._backups, self._new, report_progress=report_progress)
        return self._new

    def done_text(self) -> str:
        """Return whether the shop is encrypted now."""
        if self._new is None:
            return translate("Privacy", "The shop is not encrypted any more.")
        return translate("Privacy", "The shop is encrypted now.")


class BackupRestore(FileMaintenance):
    """Puts a backup in the place of the file."""

    def __init__(
        self, path: Path, secret: bytes | None, backup: Path, by: UUID, settings: Settings
    ) -> None:
        super().__init__(path, secret)
        self._backup = backup
        self._by = by
        self._settings = settings

    def progress_window(self) -> MaintenanceWindow:
        """Return what is shown meanwhile."""
        return MaintenanceWindow(
            translate("Restoring", "The backup is being restored…"),
            translate(
                "Restoring",
                "It is copied and checked, and only then takes the place of what the shop has now,"
                " which is kept.",
            ),
            icon="rotate-ccw",
        )

    def perform(self, report_progress: ReportProgress) -> bytes | None:
        """Restore it; the audit trail of what is the shop's file then says `by` whom."""
        known = known_people(self._settings, self.path, self.secret, self._backup, self._by)
        restore(
            self._backup,
            self.path,
            now=datetime.now(UTC),
            by=self._by,
            known=known,
            secret=self.secret,
            report_progress=report_progress,
        )
        return self.secret

    def done_text(self) -> str:
        """Return that it is there."""
        return translate("Backup", "The backup was restored; what was there is kept.")


def encrypt_missed_backups(background: Background, settings: Settings, shop_id: UUID) -> None:
    """Encrypt backups that were not there, or were not reached, when the shop was encrypted."""
    path, secret = background.database.path, background.database.secret

    def work(_progress: Progress) -> None:
        if secret is not None:
            encrypt_backups(known_backups(settings, path, shop_id), secret)

    background.run(work, owner=background, failed=log_failure)


def schema_change_window() -> MaintenanceWindow:
    """Return what is shown while a file of an older version is brought into the present form."""
    return MaintenanceWindow(
        translate("NewForm", "The shop's file is being made ready for this version…"),
        translate(
            "NewForm",
            "A backup of it is made and checked first. Whatever happens meanwhile, the shop is not"
            " lost.",
        ),
        icon="download",
    )
