"""Draws every page and form of a sample shop, and writes every report, into one folder."""

import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ecrm_desktop.backup.comparing import SpoiledRecords
from ecrm_desktop.backup.inspecting import CheckedBackup
from ecrm_desktop.errors import FileError, Problem, SyncError
from ecrm_desktop.i18n import set_language
from ecrm_desktop.queries.complaints import ComplaintFilter, list_complaints
from ecrm_desktop.queries.customers import CustomerFilter, customer_rows, list_customers
from ecrm_desktop.queries.interactions import InteractionFilter, list_interactions
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.products import ProductFilter, list_products
from ecrm_desktop.queries.purchases import PurchaseFilter, list_purchases
from ecrm_desktop.queries.shop import build_display, get_shop, users
from ecrm_desktop.reports.catalogue import REPORTS, build_report
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.pdf import write_pdf
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.services.demo.syncing import SyncScene, pretend_syncing
from ecrm_desktop.settings import COLOR_SCHEME, LANGUAGE, Settings
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.shell.tour_groups import photograph_insight, some_group
from ecrm_desktop.shell.tour_imports import photograph_imports, photograph_under_way
from ecrm_desktop.shell.tour_sharing import (
    photograph_offers,
    photograph_sharing,
    pretended_hub,
    pretended_pcs,
)
from ecrm_desktop.shell.tour_syncing import change_elsewhere, pretended_plan, work_elsewhere
from ecrm_desktop.shell.tour_traces import leave_traces
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.sync.address import PORT, ServerAddress
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background, Lane
from ecrm_desktop.ui.customers.merge import MergeSheet
from ecrm_desktop.ui.customers.merge_proposals_sheet import MergeProposalsSheet
from ecrm_desktop.ui.destinations import PageName, SettingsTab
from ecrm_desktop.ui.forgetting import Forgettable, open_forget_sheet
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.sync.computers import ComputersPart
from ecrm_desktop.ui.sync.page import SyncPage, SyncTab
from ecrm_desktop.ui.theme import apply_theme
from ecrm_desktop.ui.welcome.join_window import JoinWindow
from ecrm_desktop.ui.welcome.user_choice import UserChoice
from ecrm_desktop.ui.welcome.welcome import Welcome
from ecrm_desktop.ui.widgets.chart import import_plot
from ecrm_desktop.values.timezone import LocalZone

LookAt = Callable[[QWidget, str], None]
_CUSTOMERS = 300
_TABS = {
    SyncScene.SYNCED: tuple(SyncTab),
    SyncScene.OFFLINE: (SyncTab.STATE, SyncTab.COMPUTERS),
    SyncScene.CONFLICTS: (SyncTab.STATE, SyncTab.CONFLICTS, SyncTab.COMPUTERS),
}
_COMMON_SCREEN = (1366, 768)
_SHARP_SCREEN = (1920, 1080)  # the screens that are set to more than 100 %


class _Tour:
    """One sample shop in one window, photographed step by step."""

    def __init__(
        self,
        output: Path,
        folder: Path,
        *,
        size: tuple[int, int],
        language: str,
        dark: bool,
        look_at: LookAt,
    ) -> None:
        self._output = output
        self._look_at = look_at
        self._app = _application()
        import_plot()
        settings = Settings(folder / "settings.json")
        settings.set(LANGUAGE, language)
        settings.set(COLOR_SCHEME, "dark" if dark else "light")
        set_language(language)
        apply_theme(self._app, language=language, scheme="dark" if dark else "light")
        self._database = Database(folder / "sample.db", create=True)
        with self._database.transaction(captured=False) as session:
            fill_demo(session, customers=_CUSTOMERS)
        with self._database.reading() as session:
            self._shop = get_shop(session)
            self._people = users(session)
        leave_traces(self._database, self._people)
        self._display = build_display(self._shop, language, LocalZone())
        self._background = Background(self._database)
        self._settings = settings
        self._size = size
        self.shop = self._opened()

    def _opened(self) -> ShopWindow:
        shop = ShopWindow(
            background=self._background,
            display=self._display,
            settings=self._settings,
            shop=self._shop,
            user=self._people[0],
            autosaves=AutosaveStore(self._background, {}),
            first_page=PageName.DASHBOARD,
        )
        shop.window.setWindowState(Qt.WindowState.WindowNoState)
        shop.window.resize(*self._size)
        shop.window.show()
        return shop

    def pages(self) -> None:
        """Photograph every page of the sidebar."""
        window = self.shop.window
        for name in window.page_names:
            window.open_page(name)
            self._picture(window, f"page-{name}")
            if name is PageName.CUSTOMERS:
                self._first_customer()
            if name is PageName.SETTINGS:
                self._settings_tabs()
            if name is PageName.INSIGHT:
                self._insight()
        window.open_page(PageName.CUSTOMERS)
        window.activateWindow()
        self._settle()
        window.focus_search()
        for letter in "احم":
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(window.search_box, event)
        self._picture(window, "search")
        window.search_box.clear()

    def forms(self) -> None:
        """Photograph every form, new and filled."""
        forms, window = self.shop.forms, self.shop.window
        with self._database.reading() as session:
            customers = list_customers(session, CustomerFilter(), _best())
            customer = customers[0]
            interaction = list_interactions(session, InteractionFilter(), _latest())[0]
            complaint = list_complaints(session, ComplaintFilter(today=self.shop.ui.today()))[0]
            product = list_products(session, ProductFilter(), Sort("name"))[0]
            latest = Sort("purchased_on", descending=True)
            purchase = list_purchases(session, PurchaseFilter(), latest)[0]
        steps: list[tuple[str, Callable[[], object]]] = [
            ("form-customer-new", forms.customer),
            ("form-customer", lambda: forms.customer(customer)),
            ("form-call-new", lambda: forms.interaction(customer_id=customer)),
            ("form-call", lambda: forms.interaction(interaction)),
            ("form-complaint-new", lambda: forms.complaint(customer_id=customer)),
            ("form-complaint", lambda: forms.complaint(complaint)),
            ("form-purchase-new", lambda: forms.purchase(customer_id=customer)),
            ("form-purchase", lambda: forms.purchase(purchase)),
            ("form-return", lambda: forms.return_of(purchase)),
            ("form-task-new", lambda: forms.task(customer_id=customer)),
            ("form-product-new", forms.product),
            ("form-product", lambda: forms.product(product)),
            ("form-group-new", forms.segment),
            ("form-group", lambda: forms.segment(draft=some_group())),
            ("form-merge", lambda: MergeSheet(self.shop.ui, window, *customers[:2]).open()),
            ("form-merge-proposals", lambda: MergeProposalsSheet(self.shop.ui, window).open()),
            (
                "form-forget",
                lambda: open_forget_sheet(
                    self.shop.ui, window, Forgettable(id=customer, name="مریم", code="1042")
                ),
            ),
            ("print", lambda: forms.print_customer(customer)),
            ("keys", forms.keys),
        ]
        for name, step in steps:
            window.open_page(PageName.CUSTOMERS)
            step()
            self._picture(window, name)
            while (sheet := top_overlay(window.content)) is not None:
                sheet.close_overlay()
            self._settle()

    def start(self) -> None:
        """Photograph what comes before the shop is open."""
        for name, made in (
            ("start-welcome", Welcome()),
            ("start-who", UserChoice(self._shop.name, self._people, self._background)),
        ):
            made.show()
            self._picture(made, name)
            made.close()
        joining = JoinWindow()
        joining.show()
        self._picture(joining, "start-join")
        awaited = SyncError(Problem.PAIRING_AWAITED, name="صندوق", digits="0471")
        joining.show_error(awaited)
        self._picture(joining, "start-join-awaited")
        joining.show_error(SyncError(Problem.PAIRING_USED))
        self._picture(joining, "start-join-not-let-in")
        joining.show_plan(pretended_plan(self._shop))
        self._picture(joining, "start-join-told")
        joining.show_error(SyncError(Problem.SYNC_UNREACHABLE, host="192.168.1.10"))
        self._picture(joining, "start-join-refused")
        joining.close()

    def reports(self) -> None:
        """Write one PDF and one Excel file of each report."""
        with self._database.reading() as session:
            best = list_customers(session, CustomerFilter(), _best())
            code = customer_rows(session, best[:1])[0].code
            for name in REPORTS:
                for suffix, write in (("pdf", write_pdf), ("xlsx", write_excel)):
                    report = build_report(
                        name,
                        session,
                        self._display,
                        shop_name=self._shop.name,
                        customer_code=code,
                    )
                    write(report, self._output / f"report-{name}.{suffix}")

    def imports(self, folder: Path) -> None:
        """Photograph the wizard of imports, the list, and a file that comes in."""
        photograph_imports(self.shop, folder / "مشتریان قدیم.csv", self._picture)
        photograph_under_way(self.shop, folder / "همه‌ی مشتریان.csv", self._picture)

    def spoiled_records(self) -> None:
        """Photograph what is told when the disk spoiled records."""
        spoiled = {"customers": SpoiledRecords(2, ("1042", "1043")), "purchases": SpoiledRecords(1)}
        backup = self._database.path.with_name("sample-1405-09-01.ecrm.db")
        window = self.shop.window
        window.open_page(PageName.CUSTOMERS)
        self.shop.inspector.tell_of_backup(CheckedBackup(path=backup, spoiled=spoiled))
        self._picture(window, "found-spoiled")

    def syncing(self) -> None:
        """Photograph the shop as one on several PCs, in each state, without any server."""
        server = ServerAddress(host="192.168.1.10", port=PORT, database="shop", role="pc").text()
        before = self.shop
        photograph_offers(before, self._picture)
        for scene in SyncScene:
            address = pretended_hub().text() if scene is SyncScene.CONFLICTS else server
            with self._database.transaction(captured=False) as session:
                pretend_syncing(session, address, scene)
            if self.shop is before:
                work_elsewhere(self._database)
                self.shop = self._opened()
                before.window.close()
            self.shop.syncing.look()
            self._settle()
            window = self.shop.window
            page = window.open_page(PageName.SYNC)
            if not isinstance(page, SyncPage):
                raise TypeError(type(page))
            page.refresh()
            self._settle()
            computers = page.part(SyncTab.COMPUTERS)
            if not isinstance(computers, ComputersPart):
                raise TypeError(type(computers))
            if scene is SyncScene.OFFLINE:
                computers.show_unreached(SyncError(Problem.SYNC_UNREACHABLE, host="192.168.1.10"))
            else:
                computers.show_answer(pretended_pcs(self._database))
            for tab in _TABS[scene]:
                page.open_tab(tab)
                self._picture(window, f"page-sync-{scene}-{tab}")
        photograph_sharing(self.shop, self._picture)
        self.shop.window.open_page(PageName.AUDIT)
        self._picture(self.shop.window, "page-audit-several-computers")
        with self._database.reading() as session:
            customer = list_customers(session, CustomerFilter(), _best())[0]
        self.shop.window.open_page(PageName.CUSTOMERS)
        sheet = self.shop.forms.customer(customer)
        self._settle()
        change_elsewhere(self._database, customer)
        self._background.changed.emit(frozenset({"customers"}))
        self._picture(self.shop.window, "form-customer-changed-elsewhere")
        sheet.close_overlay()

    def close(self) -> None:
        """Let the sample shop go."""
        self.shop.window.close()
        self._background.close()
        self._database.close()

    def _first_customer(self) -> None:
        with self._database.reading() as session:
            customer = list_customers(session, CustomerFilter(), _best())[0]
        self.shop.navigator.open_customer(customer)
        self._picture(self.shop.window, "page-customers-card")

    def _settings_tabs(self) -> None:
        for tab in SettingsTab:
            # The page has just been photographed with the first; a sample shop joins nobody.
            if tab not in {SettingsTab.SHOP, SettingsTab.COMPUTERS}:
                self.shop.navigator.open_settings(tab)
                self._picture(self.shop.window, f"page-settings-{tab}")

    def _insight(self) -> None:
        with self._database.reading() as session:
            best = list_customers(session, CustomerFilter(), _best())
        photograph_insight(self.shop, best[:3], self._picture)

    def _picture(self, widget: QWidget, name: str) -> None:
        self._settle()
        widget.grab().save(str(self._output / f"{name}.png"))
        self._look_at(widget, name)

    def _settle(self) -> None:
        # A page reads, draws, and asks for what it found missing while drawing: a few rounds.
        for _round in range(4):
            for lane in Lane:
                loop = QEventLoop()
                self._background.read(_nothing, partial(_end, loop), owner=loop, lane=lane)
                loop.exec()
            self._app.processEvents()


def tour(
    output: Path,
    *,
    scale: float = 1.0,
    size: tuple[int, int] | None = None,
    language: str = "fa",
    dark: bool = False,
    look_at: LookAt | None = None,
    reports: bool = True,
) -> None:
    """Fill a sample shop and leave a PNG of every page and form, and `reports`, in `output`.

    `size` is the screen's in its own pixels, else that of a usual one: at `scale` 1.5, 1366x768
    leave 911x512 to the window. `look_at` is given each window that has just been photographed,
    and the name of its picture.
    At most once in a process, because Qt takes its scale when it starts. Raises FileError.
    """
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(Problem.FILE_NOT_WRITABLE, path=str(output)) from error
    with tempfile.TemporaryDirectory() as folder:
        shown = _Tour(
            output,
            Path(folder),
            size=_room(size or (_COMMON_SCREEN if scale <= 1 else _SHARP_SCREEN), scale),
            language=language,
            dark=dark,
            look_at=look_at or _look_away,
        )
        try:
            shown.pages()
            shown.forms()
            shown.start()
            if reports:
                shown.reports()
            shown.imports(Path(folder))
            shown.spoiled_records()
            shown.syncing()
        finally:
            shown.close()


def _room(size: tuple[int, int], scale: float) -> tuple[int, int]:
    width, height = size
    return round(width / scale), round(height / scale)


def _look_away(_window: QWidget, _name: str) -> None:
    """Nobody asked to see it."""


def _application() -> QApplication:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(["ecrm"])


def _end(loop: QEventLoop, _nothing: None) -> None:
    loop.quit()


def _nothing(_session: Session) -> None:
    return None


def _best() -> Sort:
    return Sort("purchase_total", descending=True)


def _latest() -> Sort:
    return Sort("occurred_at", descending=True)
