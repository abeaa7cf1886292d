"""What is shown where the file of a shop cannot be opened, and the ways out of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ecrm_desktop.backup.files import is_backup
from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.recovery import RecoveryFlow
from ecrm_desktop.ui.welcome.phrase_needed import PhraseNeeded
from ecrm_desktop.ui.welcome.recovery import WayOut
from ecrm_desktop.ui.welcome.startup_error import StartupErrorWindow

_RECOVERABLE = {Problem.DATABASE_DAMAGED, Problem.DATABASE_EMPTY, Problem.SHOP_MISSING}
# Without its first page a shop's own file looks like that.
_RECOVERABLE_AT_HOME = {Problem.DATABASE_FOREIGN, Problem.DATABASE_ALTERED}


class Trouble(QObject):
    """Gives `show` the windows about a file that nobody has open, one after the other.

    `retry_asked()`, `file_chosen(Path)`, `new_shop_asked()` and `secret_typed(bytes)` say what is
    to be opened now, `recovered(Database)` that a recovery has opened it.
    """

    retry_asked = Signal()
    file_chosen = Signal(object)
    new_shop_asked = Signal()
    secret_typed = Signal(object)
    recovered = Signal(object)

    def __init__(
        self, settings: Settings, show: Callable[[QWidget], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._show = show
        self._window: QWidget | None = None
        self._path = Path()
        self.recovery: RecoveryFlow | None = None

    def explain(
        self, error: Exception, path: Path, *, shown: QWidget | None, is_chosen: bool
    ) -> None:
        """Say why the file did not open, in the window that is `shown` if that asked for it.

        A foreign file that `is_chosen` by hand is not the shop's own, and is never replaced.
        """
        self._path = path
        if not isinstance(error, EcrmError):
            log_failure(error)
            self._open(StartupErrorWindow(error, str(path), self._ways_out()))
        elif error.problem in {Problem.KEY_MISSING, Problem.KEY_WRONG}:
            if error.problem is Problem.KEY_WRONG and isinstance(shown, PhraseNeeded):
                shown.show_error(error)
            else:
                self._ask_phrase(error)
        elif error.problem in _RECOVERABLE or (
            error.problem in _RECOVERABLE_AT_HOME and not is_chosen
        ):
            self.recover(error, path)
        else:
            self._open(StartupErrorWindow(error, str(path), self._ways_out()))

    def recover(self, error: EcrmError | None, path: Path) -> None:
        """Offer the way back to the data of a damaged file, or of one that is not here yet."""
        self._path = path
        if self.recovery is not None:
            self.recovery.wait()
            self.recovery.deleteLater()
        self.recovery = RecoveryFlow(path, self._settings, self)
        self.recovery.recovered.connect(self.recovered)
        self.recovery.phrase_needed.connect(partial(self._ask_phrase_of_backup, self.recovery))
        again, other, leave = self._ways_out()
        ways_out, looking = [again, other, leave], []
        if error is None:
            ways_out = [(translate("Trouble", "Back"), self.retry_asked.emit), leave]
        elif error.problem is Problem.SHOP_MISSING:
            looking = [
                (translate("Trouble", "Look for the file…"), self._choose_file),
                (translate("Trouble", "Look there again"), self.retry_asked.emit),
            ]
            begin = translate("Trouble", "Begin a new, empty shop…")
            ways_out = [(begin, self.new_shop_asked.emit), leave]
        self._open(self.recovery.open_for(error, ways_out, looking))

    def wait(self) -> None:
        """Return when nothing is being recovered any more."""
        if self.recovery is not None:
            self.recovery.wait()

    def _ask_phrase(self, error: EcrmError) -> None:
        ways_out = self._ways_out()
        # The phrase may be lost, but not an older backup; the file itself is kept beside it.
        restoring = translate("Trouble", "Restore a backup…")
        ways_out.insert(1, (restoring, lambda: self.recover(None, self._path)))
        window = PhraseNeeded(str(error.details["key_id"]), str(self._path), ways_out)
        window.typed.connect(self.secret_typed)
        self._open(window)

    def _ask_phrase_of_backup(self, recovery: RecoveryFlow, error: EcrmError) -> None:
        window = PhraseNeeded(str(error.details["key_id"]), str(self._path), self._ways_out()[1:])
        window.typed.connect(lambda secret: self._open(recovery.unlock(secret)))
        if error.problem is Problem.KEY_WRONG:
            window.show_error(error)
        self._open(window)

    def _ways_out(self) -> list[WayOut]:
        return [
            (translate("Trouble", "Try again"), self.retry_asked.emit),
            (translate("Trouble", "Open another file…"), self._choose_file),
            (translate("Trouble", "Quit"), QApplication.quit),
        ]

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._window,
            translate("Trouble", "Open another file…"),
            str(self._path.parent),
            translate("Trouble", "Shop files (*.db)"),
        )
        if name and is_backup(Path(name)) and self.recovery is not None:
            # Opened as the shop itself, it would be written into from then on.
            self.recovery.look_into(Path(name))
        elif name:
            self.file_chosen.emit(Path(name))

    def _open(self, window: QWidget) -> None:
        self._window = window
        self._show(window)
