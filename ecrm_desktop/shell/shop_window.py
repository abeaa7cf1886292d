"""One open shop: its window with pages and forms, and what goes on beside them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from ecrm_desktop.backup.state import folder_states
from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.queries.complaints import complaint_counts
from ecrm_desktop.queries.search import SearchHit, search_customers
from ecrm_desktop.queries.shop import ShopRow, UserRow, users
from ecrm_desktop.queries.tasks import waiting_tasks
from ecrm_desktop.services.bin import expire_bin
from ecrm_desktop.services.counters import is_shared
from ecrm_desktop.services.wiping import wipe_file
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.forms import Forms
from ecrm_desktop.shell.inspector import FileInspector
from ecrm_desktop.shell.navigator import ShopNavigator
from ecrm_desktop.shell.pages import page_specs
from ecrm_desktop.shell.unfinished_forms import UnfinishedForms
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.reset_texts import reset_asked_text
from ecrm_desktop.ui.audit_thinner import AuditThinner
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background, Lane, Progress
from ecrm_desktop.ui.backups.keeper import BackupKeeper
from ecrm_desktop.ui.backups.texts import moment
from ecrm_desktop.ui.destinations import PageName, SettingsTab
from ecrm_desktop.ui.imports.broken_off import take_out_broken_imports
from ecrm_desktop.ui.main_window import MainWindow
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.settings.shop import ShopSettings
from ecrm_desktop.ui.sharing_keeper import SharingKeeper
from ecrm_desktop.ui.sync_keeper import SyncKeeper
from ecrm_desktop.ui.sync_texts import sync_line
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.hit_popup import Hit
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import CustomerKind
from ecrm_desktop.values.text import isolate

_SEARCHED = 50
_MINUTE_MS = 60_000


class ShopWindow(QObject):
    """Builds the window of a shop; `own_shop_asked` from the sample shop.

    What pages and forms ask the program for comes by the signals of `navigator`.
    """

    own_shop_asked = Signal()

    def __init__(
        self,
        *,
        background: Background,
        display: Display,
        settings: Settings,
        shop: ShopRow,
        user: UserRow,
        autosaves: AutosaveStore,
        first_page: PageName,
    ) -> None:
        super().__init__(background)
        with background.database.reading() as session:
            is_joined = is_shared(session)
        specs = page_specs(user.role, lambda: self.ui, is_shared=is_joined)
        self.window = MainWindow(shop.name, specs, self._search, settings)
        self.navigator = ShopNavigator(self.window, lambda: self.forms, self)
        self.syncing = SyncKeeper(background, settings, self, is_joined=is_joined)
        self.ui = UiContext(
            background=background,
            messenger=Messenger(self.window),
            navigator=self.navigator,
            display=display,
            settings=settings,
            autosaves=autosaves,
            syncing=self.syncing,
            shop=shop,
            user=user,
        )
        self.forms = Forms(self.ui, self.window)
        self._unfinished = UnfinishedForms(self.ui, self.forms, self.window.content)
        self.keeper = BackupKeeper(background, settings, self)
        self.keeper.remembered.connect(self._show_status)
        self.window.page_opened.connect(lambda _name: self._show_status())
        self.inspector = FileInspector(self.ui, self)
        unwritable = background.database.unwritable
        if unwritable is not None:
            self.window.show_note(
                translate(
                    "MainWindow", "For reading only: nothing can be written to {path}.",
                    path=isolate(str(unwritable)),
                )
            )  # fmt: skip
            if is_joined:
                self.syncing.look()
        elif not shop.is_sample:
            self.keeper.watch()
            self.inspector.watch()
            self.syncing.watch()
            self._share(is_joined=is_joined)
        background.unhandled_error.connect(self.ui.messenger.show_error)
        background.changed.connect(self._count)
        self._minutely = QTimer(self, interval=_MINUTE_MS)
        self._minutely.timeout.connect(self._show_syncing)
        self.syncing.told.connect(self._show_syncing)
        self.syncing.healed.connect(self._tell_healed)
        self._join_window()
        self._count()
        self._show_status()
        if shop.is_sample:
            self.window.sidebar.offer(
                translate("Sidebar", "Start my own shop"), self.own_shop_asked.emit
            )
        self.window.open_page(first_page)
        self._unfinished.offer()
        background.read(users, self._tell_resets, owner=self)
        if unwritable is None:
            take_out_broken_imports(self.ui, self.window, self)
            background.run(self._expire_bin, owner=self, failed=log_failure)
            AuditThinner(background, self).watch()
            background.run(self._wipe, owner=self, lane=Lane.WRITE, failed=log_failure)

    def keep_typed(self) -> None:
        """Keep what is typed in open forms, for when their user works here again."""
        for sheet in self.window.findChildren(Sheet):
            sheet.keep_now()
        for settings in self.window.findChildren(ShopSettings):
            settings.keep_now()

    def _share(self, *, is_joined: bool) -> None:
        """Run what shares the shop with its other computers, if this one does."""
        sharing = SharingKeeper(self.ui.background, self)
        sharing.failed.connect(self.ui.messenger.show_error)
        sharing.started.connect(self.syncing.sync_now)
        # Also where it was begun in this very window.
        self.window.closing.connect(sharing.let_go)
        if is_joined:
            sharing.watch()

    def _join_window(self) -> None:
        window, navigator = self.window, self.navigator
        window.new_customer_asked.connect(navigator.new_customer)
        window.interaction_asked.connect(navigator.new_interaction_here)
        window.purchase_asked.connect(navigator.new_purchase_here)
        window.edit_asked.connect(navigator.edit_current)
        window.keys_asked.connect(self.forms.keys)
        window.lock_asked.connect(navigator.lock)
        window.sync_asked.connect(self._sync_now)
        window.closing.connect(self.syncing.sync_last)
        window.resume_asked.connect(self._unfinished.resume)
        window.hit_chosen.connect(lambda hit: navigator.open_customer(hit.id))
        window.unknown_searched.connect(lambda text: navigator.new_customer(name=text))

    def _search(self, text: str, show: Callable[[Sequence[Hit]], None]) -> None:
        self.ui.background.read(
            lambda session: search_customers(session, text, _SEARCHED),
            lambda hits: show([self._hit(hit) for hit in hits]),
            owner=self,
            key="search",
        )

    def _hit(self, hit: SearchHit) -> Hit:
        display = self.ui.display
        phone = display.phone(hit.phone) if hit.phone else ""
        code = translate("Search", "subscription {code}", code=display.code(hit.code))
        details = [phone, hit.city, code]
        return Hit(
            kind="customer",
            id=hit.id,
            title=hit.name,
            text=dotted(details),
            icon="building-2" if hit.kind is CustomerKind.COMPANY else "user",
        )

    def _count(self) -> None:
        today, user = self.ui.today(), self.ui.user.id

        def count(session: Session) -> tuple[int, int]:
            complaints = complaint_counts(session, today)
            return complaints.open, waiting_tasks(session, today, user)

        self.ui.background.read(count, self._show_counts, owner=self, key="counts")

    def _show_counts(self, counts: tuple[int, int]) -> None:
        for page, count in zip((PageName.COMPLAINTS, PageName.TASKS), counts, strict=True):
            text = self.ui.display.number(count) if count else ""
            self.window.sidebar.show_count(page, text)

    def _show_syncing(self) -> None:
        line = sync_line(self.syncing, self.ui.display)
        if line is None:
            self._minutely.stop()
            return
        if not self._minutely.isActive():
            self._minutely.start()
        self.window.sidebar.show_sync(line.text, line.kind, line.icon, line.detail)
        conflicts = self.syncing.conflicts if self.ui.may(Permission.SEE_SUMS) else 0
        count = self.ui.display.number(conflicts) if conflicts else ""
        self.window.sidebar.show_count(PageName.SYNC, count)

    def _sync_now(self) -> None:
        if self.syncing.state is not None:
            self.syncing.sync_now(self._tell_synced)

    def _tell_synced(self, error: EcrmError | None) -> None:
        if error is None:
            self.ui.messenger.inform(translate("Sync", "Synced."))
        else:
            self.ui.messenger.show_error(error)

    def _tell_healed(self, count: int) -> None:
        text = translate(
            "Sync",
            "{count} records were not as on the server, and are the same now.",
            count=self.ui.display.number(count),
        )
        self.ui.messenger.inform(text)

    def _tell_resets(self, people: Sequence[UserRow]) -> None:
        """Tell at each start what takes a password away, to whoever can stop it."""
        for user in people:
            if user.reset_asked_on is not None:
                text = reset_asked_text(user.name, user.reset_days)
                self.ui.messenger.offer(
                    text,
                    translate("PasswordReset", "To the settings"),
                    partial(self.navigator.open_settings, SettingsTab.PEOPLE),
                )

    def _show_status(self) -> None:
        user, path = self.ui.user, self.ui.background.database.path
        lines = [translate("Sidebar", "{name} · {role}", name=user.name, role=label(user.role))]
        made_at = max(
            (one.made_at for one in folder_states(self.ui.settings, path) if one.made_at),
            default=None,
        )
        if self.ui.background.database.is_read_only:
            lines.append(translate("Sidebar", "For reading only"))
        elif self.ui.shop.is_sample:
            lines.insert(0, translate("Sidebar", "Sample shop: try anything"))
        elif made_at is not None:
            when = moment(made_at, self.ui.display)
            lines.append(translate("Sidebar", "Backup: {when}", when=when))
        elif not self.syncing.is_joined:
            lines.append(translate("Sidebar", "Data: on this computer"))
        self.window.sidebar.show_status(lines)

    def _expire_bin(self, _progress: Progress) -> None:
        with self.ui.background.database.transaction() as session:
            expire_bin(session)

    def _wipe(self, _progress: Progress) -> None:
        wipe_file(self.ui.background.database)
