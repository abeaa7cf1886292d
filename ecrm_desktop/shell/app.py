"""The life of the program: which window is shown when, from the first start to the last write."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ecrm_desktop.backup.known_shops import (
    MissingShop,
    find_missing,
    present_path,
)
from ecrm_desktop.backup.state import expect_other_contents, known_backups
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import DatabaseError, EcrmError, Problem
from ecrm_desktop.i18n import set_language
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.queries.shop import ShopRow, UserRow, build_display, find_shop, users
from ecrm_desktop.services.permissions import require_permission_to_read
from ecrm_desktop.settings import COLOR_SCHEME, LANGUAGE, Settings
from ecrm_desktop.shell.maintenance import (
    BackupRestore,
    EncryptionChange,
    FileMaintenance,
    encrypt_missed_backups,
    schema_change_window,
)
from ecrm_desktop.shell.recovery import RecoveryFlow
from ecrm_desktop.shell.session_lock import SessionLock
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.shell.startup import (
    StartupWorker,
    begin_shop,
    join_shop,
    look_at_shop,
    open_package,
    open_sample,
    open_shop_file,
    outcome_of_opening,
    remember_opened,
    unlock,
)
from ecrm_desktop.shell.trouble import Trouble
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.single_instance import SingleInstance
from ecrm_desktop.ui.theme import Scheme, apply_theme
from ecrm_desktop.ui.welcome.join_window import JoinWindow
from ecrm_desktop.ui.welcome.leaving import LeavingWindow
from ecrm_desktop.ui.welcome.maintenance_window import MaintenanceWindow
from ecrm_desktop.ui.welcome.welcome import Welcome
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.timezone import LocalZone


class Program(QObject):
    """Everything between the start and the end of one process with one window."""

    def __init__(self, app: QApplication, path: Path, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._path = path
        self._settings = settings
        self._instance: SingleInstance | None = None
        self._startup: StartupWorker | None = None
        self._window: QWidget | None = None
        self._database: Database | None = None
        self._background: Background | None = None
        self.session_lock: SessionLock | None = None
        self._autosaves: AutosaveStore | None = None
        self._show_outcome: Callable[[Messenger], None] | None = None
        self._is_chosen = False
        self._missing: MissingShop | None = None
        self.shop: ShopWindow | None = None
        self._trouble = trouble = Trouble(settings, self._show, self)
        trouble.recovered.connect(self._enter)
        trouble.secret_typed.connect(self._unlock)
        trouble.retry_asked.connect(self._try_again)
        trouble.file_chosen.connect(self._open_other)
        trouble.new_shop_asked.connect(self._welcome)
        app.aboutToQuit.connect(self.finish)
        self._dress()

    def start(self) -> bool:
        """Show the first window; False if another process has this shop open and shows it."""
        self._path = present_path(self._settings, self._path)
        missing = find_missing(self._settings, self._path)
        if missing is None:
            with suppress(OSError):  # opening the database says what is wrong with the folder
                self._path.parent.mkdir(parents=True, exist_ok=True)
        instance = SingleInstance(self._path, self)
        if not instance.claim():
            if instance.ask_other_to_show():
                return False
            self._explain(DatabaseError(Problem.DATABASE_OPEN_ELSEWHERE))
            return True
        self._instance = instance
        instance.asked_to_show.connect(self._to_front)
        if missing is not None:
            self._missing = missing
            self._explain(missing.error())
        elif self._path.exists():
            self._open(partial(open_shop_file, self._path, None), self._show_change)
        else:
            self._welcome()
        return True

    @property
    def window(self) -> QWidget | None:
        """The window that is shown now."""
        return self._window

    @property
    def recovery(self) -> RecoveryFlow | None:
        """The recovery that was begun last."""
        return self._trouble.recovery

    def finish(self) -> None:
        """Finish what is being written and let the file go."""
        if self._startup is not None:
            self._startup.wait()
        self._trouble.wait()
        self._close()
        if self._instance is not None:
            self._instance.release()
            self._instance = None

    def show_bug(self, error: Exception) -> None:
        """Tell that something failed which nobody expected, and that nothing else happened."""
        if self.shop is not None:
            self.shop.ui.messenger.show_error(error)

    def _close(self) -> None:
        if self.session_lock is not None:
            self.session_lock.end()
            self.session_lock = None
        if self._background is not None:
            self._background.close()
            self._background = None
        if self._database is not None:
            self._database.close()
            self._database = None

    def _open(
        self, work: Callable[..., Database], show_progress: ReportProgress | None = None
    ) -> None:
        """Open a database off the window's thread; with `show_progress` the work gets a report."""
        self._startup = StartupWorker(work, self, reports=show_progress is not None)
        if show_progress is not None:
            self._startup.progressed.connect(show_progress)
        self._startup.opened.connect(self._enter)
        self._startup.failed.connect(self._explain)
        self._startup.start()

    def _show_change(self, done: int, total: int) -> None:
        """Show that a file of an older version is being changed, and how far its backup is."""
        if not isinstance(self._window, MaintenanceWindow):
            self._show(schema_change_window())
        if isinstance(self._window, MaintenanceWindow):
            self._window.show_progress(done, total)

    def _enter(self, database: Database) -> None:
        try:
            self._let_in(database)
        except EcrmError as error:  # damage where opening did not look
            self._close()
            self._explain(error)

    def _let_in(self, database: Database) -> None:
        self._database = database
        self._show_outcome = outcome_of_opening(database, self._show_outcome)
        with database.reading() as session:
            shop = find_shop(session)
        if shop is None:
            self._welcome()
            return
        # What lies on a CD is not missed when the CD is out.
        if not shop.is_sample and not database.is_read_only:
            missing, self._missing = self._missing, None
            remember_opened(self._settings, database, shop, missing)
        if self._background is None:
            self._background = Background(database, self)
            if database.secret is not None and not database.is_read_only:
                encrypt_missed_backups(self._background, self._settings, shop.id)
        with database.reading() as session:
            self._autosaves = AutosaveStore(self._background, list_autosaves(session))
        self.session_lock = SessionLock(self._background, self._settings, self._show)
        self.session_lock.entered.connect(self._work_as)
        self.session_lock.begin()

    def _work_as(self, shop: ShopRow, user: UserRow) -> None:
        """Show the window of who may work now, as it was if they worked until now too."""
        if self.shop is not None and _is_same(user, self.shop.ui.user):
            self._show(self.shop.window)
        else:
            self._open_shop(shop, user)

    def _open_shop(
        self, shop: ShopRow, user: UserRow, *, page: PageName = PageName.DASHBOARD
    ) -> None:
        if self._background is None or self._autosaves is None or self.session_lock is None:
            raise RuntimeError
        opened = ShopWindow(
            background=self._background,
            display=build_display(shop, self._settings.get(LANGUAGE), LocalZone()),
            settings=self._settings,
            shop=shop,
            user=user,
            autosaves=self._autosaves.for_user(user.id),
            first_page=page,
        )
        opened.navigator.rebuild_asked.connect(self._rebuild)
        opened.navigator.look_changed.connect(self._dress)
        opened.navigator.conversion_asked.connect(self._convert)
        opened.navigator.restore_asked.connect(self._restore)
        opened.inspector.recovery_asked.connect(self._recover_open)
        opened.own_shop_asked.connect(self._leave_sample)
        opened.window.closing.connect(self._back_up)
        self.session_lock.watch(opened)
        before = self.shop
        self.shop = opened
        self._show(opened.window)
        if self._show_outcome is not None:
            self._show_outcome(opened.ui.messenger)
            self._show_outcome = None
        if before is not None:
            before.syncing.stop()
            before.window.hide()
            before.window.deleteLater()
            before.deleteLater()

    def _rebuild(self) -> None:
        """Build the window again, with what the settings say now about the shop and its user."""
        if self._database is None or self.session_lock is None or self.shop is None:
            return
        self._dress()
        self.shop.keep_typed()
        was = self.shop.ui.user
        with self._database.reading() as session:
            shop = find_shop(session)
            user = next((one for one in users(session) if one.id == was.id), None)
        if shop is not None and user is not None:
            self._open_shop(shop, user, page=self.shop.window.current_page)
        else:  # who was working here has just left the shop
            self.session_lock.change_user()

    def _welcome(self) -> None:
        welcome = Welcome()
        welcome.begun.connect(self._begin)
        welcome.sample_asked.connect(
            lambda: self._open(partial(open_sample, self._path), self._show_change)
        )
        welcome.restore_asked.connect(self._bring_back)
        welcome.join_asked.connect(self._ask_to_join)
        welcome.package_chosen.connect(
            lambda package: self._open(
                partial(open_package, self._database or self._path, package),
                welcome.show_progress,
            )
        )
        self._show(welcome)

    def _ask_to_join(self) -> None:
        """Let this computer join a shop that others have."""
        window = JoinWindow()
        window.back_asked.connect(self._welcome)
        window.look_asked.connect(lambda text: self._look_at_shop(window, text))
        window.join_asked.connect(
            lambda text: self._open(
                partial(join_shop, self._database or self._path, text, self._settings),
                window.show_progress,
            )
        )
        self._show(window)

    def _look_at_shop(self, window: JoinWindow, text: str) -> None:
        self._startup = StartupWorker(partial(look_at_shop, text), self)
        self._startup.opened.connect(window.show_plan)
        self._startup.failed.connect(window.show_error)
        self._startup.start()

    def _begin(self, draft: ShopDraft, owner: str) -> None:
        self._open(partial(begin_shop, self._database or self._path, draft, owner))

    def _convert(self, secret: bytes | None) -> None:
        """Close the shop, encrypt its file or make it plain, and open it again."""
        if self._database is None or self.shop is None or not self._may(Permission.ENCRYPT):
            return
        path, before = self._database.path, self._database.secret
        backups = known_backups(self._settings, path, self.shop.ui.shop.id)
        self._maintain(EncryptionChange(path, before, secret, backups))

    def _restore(self, backup: Path) -> None:
        """Close the shop, put a backup in the place of its file, and open it again."""
        if self._database is None or self.shop is None or not self._may(Permission.BACK_UP):
            return
        path, secret = self._database.path, self._database.secret
        expect_other_contents(self._settings, path)
        by = self.shop.ui.user.id
        self._maintain(BackupRestore(path, secret, backup, by, self._settings))

    def _may(self, permission: Permission) -> bool:
        """Return whether who works here may still replace the file, and say why if not."""
        if self._database is None or self.shop is None:
            return False
        try:
            require_permission_to_read(self._database, permission)
            self._database.check_writable()
        except EcrmError as error:
            self.shop.ui.messenger.show_error(error)
            return False
        return True

    def _maintain(self, maintenance: FileMaintenance) -> None:
        if self.shop is None:
            return
        shop, self.shop = self.shop, None
        window = maintenance.progress_window()
        self._show(window)
        shop.window.deleteLater()
        shop.deleteLater()
        self._close()
        self._show_outcome = maintenance.show_outcome
        self._open(maintenance.run, window.show_progress)

    def _back_up(self) -> None:
        """Make the day's last backup while the window closes."""
        if self.shop is None or self.shop.ui.shop.is_sample or self._background is None:
            return
        shop = self.shop

        def leave(_result: object = None) -> None:
            if job is not None:
                job.cancel()
            window.close()  # the last one, so the program ends

        window = LeavingWindow(leave)
        job = shop.keeper.make_before_leaving(leave, leave, window.show_progress)
        if job is None:
            window.deleteLater()
        else:
            self._show(window)

    def _leave_sample(self) -> None:
        self.finish()
        self.start()

    def _explain(self, error: Exception) -> None:
        if isinstance(self._window, Welcome | JoinWindow) and self._window.show_error(error):
            return
        if isinstance(error, EcrmError) and error.problem is Problem.DATABASE_MISSING:
            self._missing = find_missing(self._settings, self._path)
            error = error if self._missing is None else self._missing.error()
        self._close()
        self._trouble.explain(error, self._path, shown=self._window, is_chosen=self._is_chosen)

    def _recover_open(self) -> None:
        """Close a shop in whose file damage was found while people worked, and offer the same."""
        if self._database is None or self.shop is None:
            return
        try:
            require_permission_to_read(self._database, Permission.BACK_UP)
        except DatabaseError:
            pass  # where even the roles cannot be read any more, it is as at a start
        except EcrmError as error:
            self.shop.ui.messenger.show_error(error)
            return
        self.shop.keep_typed()
        shop, self.shop = self.shop, None
        self._close()
        self._trouble.recover(DatabaseError(Problem.DATABASE_DAMAGED), self._path)
        shop.window.deleteLater()
        shop.deleteLater()

    def _bring_back(self) -> None:
        """Look for a backup of a shop that is not on this computer yet."""
        self._close()
        self._trouble.recover(None, self._path)

    def _unlock(self, secret: bytes) -> None:
        self._open(partial(unlock, self._path, secret), self._show_change)

    def _try_again(self) -> None:
        self.finish()
        if not self.start():
            self._app.quit()

    def _open_other(self, path: Path) -> None:
        self._path = path
        self._is_chosen = True
        self._try_again()

    def _show(self, window: QWidget) -> None:
        before, self._window = self._window, window
        window.show()
        window.activateWindow()
        if before is not None and before is not window:
            before.hide()
            # The shop's own window is kept for who comes back to it.
            if self.shop is None or before is not self.shop.window:
                before.deleteLater()

    def _to_front(self) -> None:
        if self._window is not None:
            self._window.setWindowState(
                self._window.windowState() & ~Qt.WindowState.WindowMinimized
            )
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()

    def _dress(self) -> None:
        set_language(self._settings.get(LANGUAGE))
        scheme: Scheme = "system"
        for known in ("light", "dark"):
            if self._settings.get(COLOR_SCHEME) == known:
                scheme = known
        apply_theme(self._app, language=self._settings.get(LANGUAGE), scheme=scheme)


def _is_same(user: UserRow, before: UserRow) -> bool:
    """Whether nothing about a user changed that their window would show."""
    return (user.id, user.name, user.role) == (before.id, before.name, before.role)
