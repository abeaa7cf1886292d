"""One open shop: its window, pages and forms, joined by their signals."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ecrm_desktop.backup.state import folder_states
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.queries.complaints import complaint_counts
from ecrm_desktop.queries.search import SearchHit, search_customers
from ecrm_desktop.queries.shop import ShopRow, UserRow
from ecrm_desktop.queries.tasks import waiting_tasks
from ecrm_desktop.services.bin import empty_bin
from ecrm_desktop.services.wiping import wipe_file
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.forms import Forms
from ecrm_desktop.shell.unfinished_forms import UnfinishedForms
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background, Lane, Progress
from ecrm_desktop.ui.backups.keeper import BackupKeeper
from ecrm_desktop.ui.backups.texts import moment
from ecrm_desktop.ui.destinations import PageSpec
from ecrm_desktop.ui.main_window import MainWindow
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.hit_popup import Hit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.permissions import Permission, may
from ecrm_desktop.values.statuses import CustomerKind, ImportKind

_SEARCHED = 50
_ONLY_WITH = {"imports": Permission.IMPORT, "audit": Permission.SEE_AUDIT}
"""Pages that are not for everybody, with the permission they need."""


class ShopWindow(QObject):
    """Builds the window of a shop and answers what its pages ask for.

    `rebuild_asked` when language, unit, shop or user changed; `look_changed`, `user_asked`,
    `lock_asked`, `own_shop_asked`, `conversion_asked` (the secret to encrypt with, None for a
    plain file) and `restore_asked` (the path of a backup) are for the program as a whole.
    """

    rebuild_asked = Signal()
    look_changed = Signal()
    user_asked = Signal()
    lock_asked = Signal()
    own_shop_asked = Signal()
    conversion_asked = Signal(object)
    restore_asked = Signal(object)

    def __init__(
        self,
        *,
        background: Background,
        display: Display,
        settings: Settings,
        shop: ShopRow,
        user: UserRow,
        autosaves: AutosaveStore,
        first_page: str,
    ) -> None:
        super().__init__(background)
        self.window = MainWindow(shop.name, self._specs(user), self._search, settings)
        self.ui = UiContext(
            background=background,
            messenger=Messenger(self.window),
            display=display,
            settings=settings,
            autosaves=autosaves,
            shop=shop,
            user=user,
        )
        self.forms = forms = Forms(self.ui, self.window, self.join)
        self._unfinished = UnfinishedForms(self.ui, forms, self.window.content)
        self._handlers: dict[str, Callable[..., Any]] = {
            "open_customer": self.show_customer,
            "new_customer": forms.customer,
            "edit_customer": forms.customer,
            "new_interaction": lambda one=None: forms.interaction(customer_id=one),
            "open_interaction": forms.interaction,
            "new_complaint": lambda one=None: forms.complaint(customer_id=one),
            "open_complaint": forms.complaint,
            "new_purchase": lambda one=None: forms.purchase(customer_id=one),
            "open_purchase": self.show_purchase,
            "edit_purchase": forms.purchase,
            "new_return": forms.return_of,
            "new_product": forms.product,
            "edit_product": forms.product,
            "new_task": lambda one=None: forms.task(customer_id=one),
            "open_task": forms.task,
            "open_page": self.window.open_page,
            "export_asked": forms.export,
            "import_asked": self.bring_in,
            "print_customer": forms.print_customer,
            "save_contact": forms.save_contact,
            "save_package": forms.save_package,
            "history_asked": self.show_history,
            "shop_changed": self.rebuild_asked.emit,
            "look_changed": self.look_changed.emit,
            "user_asked": self.user_asked.emit,
            "lock_asked": self.lock_asked.emit,
            "conversion_asked": self.conversion_asked.emit,
            "restore_asked": self.restore_asked.emit,
            "settings_asked": self.show_settings,
        }
        self.keeper = BackupKeeper(background, settings, self)
        self.keeper.remembered.connect(self._show_status)
        self.window.page_opened.connect(lambda _key: self._show_status())
        if not shop.is_sample:
            self.keeper.watch()
        background.unhandled_error.connect(self.ui.messenger.show_error)
        background.changed.connect(self._count)
        self._join_window()
        self._count()
        self._show_status()
        if shop.is_sample:
            self.window.sidebar.offer(
                translate("Sidebar", "Start my own shop"), self.own_shop_asked.emit
            )
        self.window.open_page(first_page)
        self._unfinished.offer()
        background.run(self._empty_bin, owner=self, failed=log_failure)
        background.run(self._wipe, owner=self, lane=Lane.WRITE, failed=log_failure)

    def join(self, part: QObject) -> None:
        """Connect every signal of a page or form that bears the name of something we can do."""
        for name, handler in self._handlers.items():
            signal = getattr(part, name, None)
            if isinstance(signal, SignalInstance):
                signal.connect(handler)

    def keep_typed(self) -> None:
        """Keep what is typed in open forms, for whoever works here next."""
        for part in self.window.findChildren(QWidget):
            keep = getattr(part, "keep_now", None)
            if callable(keep):
                keep()

    def show_customer(self, customer_id: UUID) -> None:
        """Open the customers page at a customer."""
        page = self.window.open_page("customers")
        page.show_customer(customer_id)  # type: ignore[attr-defined]

    def show_history(self, customer_id: UUID, name: str) -> None:
        """Open the audit trail of one customer."""
        page = self.window.open_page("audit")
        page.show_history(customer_id, name)  # type: ignore[attr-defined]

    def show_purchase(self, purchase_id: UUID) -> None:
        """Open the purchases page at a purchase."""
        page = self.window.open_page("purchases")
        page.show_purchase(purchase_id)  # type: ignore[attr-defined]

    def show_settings(self, part: str) -> None:
        """Open a part of the settings."""
        page = self.window.open_page("settings")
        page.open_part(part)  # type: ignore[attr-defined]

    def bring_in(self, kind: ImportKind) -> None:
        """Open the imports page and its wizard for rows of this kind."""
        page = self.window.open_page("imports")
        page.start(kind)  # type: ignore[attr-defined]

    def _join_window(self) -> None:
        window, forms = self.window, self.forms
        window.new_customer_asked.connect(forms.customer)
        window.interaction_asked.connect(
            lambda: self.forms.interaction(customer_id=self._customer())
        )
        window.purchase_asked.connect(lambda: self.forms.purchase(customer_id=self._customer()))
        window.edit_asked.connect(self._edit)
        window.keys_asked.connect(forms.keys)
        window.lock_asked.connect(self.lock_asked)
        window.resume_asked.connect(self._unfinished.resume)
        window.hit_chosen.connect(lambda hit: self.show_customer(hit.id))
        window.unknown_searched.connect(lambda text: forms.customer(name=text))

    def _customer(self) -> UUID | None:
        """Return the customer whose card is open, for whom a call or purchase is meant."""
        if self.window.current_page != "customers":
            return None
        current = getattr(self.window.page("customers"), "current_customer", None)
        return current() if callable(current) else None

    def _edit(self) -> None:
        page = self.window.page(self.window.current_page)
        edit = getattr(page, "edit_current", None)
        if callable(edit):
            edit()

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
            text=" · ".join(part for part in details if part),
            icon="building-2" if hit.kind is CustomerKind.COMPANY else "user",
        )

    def _count(self) -> None:
        today, user = self.ui.today(), self.ui.user.id

        def count(session: Session) -> tuple[int, int]:
            complaints = complaint_counts(session, today)
            return complaints.open, waiting_tasks(session, today, user)

        self.ui.background.read(count, self._show_counts, owner=self, key="counts")

    def _show_counts(self, counts: tuple[int, int]) -> None:
        for key, count in zip(("complaints", "tasks"), counts, strict=True):
            text = self.ui.display.number(count) if count else ""
            self.window.sidebar.show_count(key, text)

    def _show_status(self) -> None:
        user, path = self.ui.user, self.ui.background.database.path
        lines = [translate("Sidebar", "{name} · {role}", name=user.name, role=label(user.role))]
        made_at = max(
            (one.made_at for one in folder_states(self.ui.settings, path) if one.made_at),
            default=None,
        )
        if self.ui.shop.is_sample:
            lines.insert(0, translate("Sidebar", "Sample shop: try anything"))
        elif made_at is not None:
            when = moment(made_at, self.ui.display)
            lines.append(translate("Sidebar", "Backup: {when}", when=when))
        else:
            lines.append(translate("Sidebar", "Data: on this computer"))
        self.window.sidebar.show_status(lines)

    def _empty_bin(self, _progress: Progress) -> None:
        with self.ui.background.database.transaction() as session:
            empty_bin(session)

    def _wipe(self, _progress: Progress) -> None:
        wipe_file(self.ui.background.database)

    def _specs(self, user: UserRow) -> list[PageSpec]:
        places = (
            ("dashboard", "DashboardPage", translate("Sidebar", "Dashboard"), "layout-dashboard"),
            ("customers", "CustomersPage", translate("Sidebar", "Customers"), "users"),
            ("interactions", "InteractionsPage", translate("Sidebar", "Calls"), "phone"),
            (
                "complaints",
                "ComplaintsPage",
                translate("Sidebar", "Complaints"),
                "message-square-warning",
            ),
            ("purchases", "PurchasesPage", translate("Sidebar", "Purchases"), "shopping-bag"),
            ("tasks", "TasksPage", translate("Sidebar", "Tasks and follow-up"), "list-checks"),
            ("products", "ProductsPage", translate("Sidebar", "Products"), "package"),
            ("reports", "ReportsPage", translate("Sidebar", "Reports"), "file-text"),
            ("imports", "ImportsPage", translate("Sidebar", "Imports"), "import"),
            ("audit", "AuditPage", translate("Sidebar", "Audit trail"), "history"),
            ("settings", "SettingsPage", translate("Sidebar", "Settings"), "settings"),
            ("bin", "BinPage", translate("Sidebar", "Bin"), "trash-2"),
        )
        return [
            PageSpec(key=key, title=title, icon=icon, factory=partial(self._build, key, page))
            for key, page, title, icon in places
            if key not in _ONLY_WITH or may(user.role, _ONLY_WITH[key])
        ]

    def _build(self, key: str, page: str) -> QWidget:
        # Imported when it is opened: the first window needs only the first page.
        module = import_module(f"ecrm_desktop.ui.{key}.page")
        built: QWidget = getattr(module, page)(self.ui)
        self.join(built)
        return built
