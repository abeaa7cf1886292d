"""The pages of the window: which there are, for whom, and how each is built."""

from collections.abc import Callable
from functools import partial

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.destinations import PageName, PageSpec
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.values.permissions import Permission, may
from ecrm_desktop.values.statuses import Role

_ONLY_WITH = {
    PageName.INSIGHT: Permission.SEE_SUMS,
    PageName.IMPORTS: Permission.IMPORT,
    PageName.AUDIT: Permission.SEE_AUDIT,
}
"""Pages that are not for everybody, with the permission they need."""


def page_specs(
    role: Role, ui: Callable[[], UiContext], *, is_shared: bool = False
) -> list[PageSpec]:
    """Return the pages that a role may see, in their order; `ui` is asked when one is opened.

    `is_shared`: the shop is on several PCs.
    """
    places: tuple[tuple[PageName, str, str, Callable[[UiContext], Page]], ...] = (
        (
            PageName.DASHBOARD,
            translate("Sidebar", "Dashboard"),
            "layout-dashboard",
            _build_dashboard,
        ),
        (PageName.CUSTOMERS, translate("Sidebar", "Customers"), "users", _build_customers),
        (PageName.INTERACTIONS, translate("Sidebar", "Calls"), "phone", _build_interactions),
        (
            PageName.COMPLAINTS,
            translate("Sidebar", "Complaints"),
            "message-square-warning",
            _build_complaints,
        ),
        (PageName.PURCHASES, translate("Sidebar", "Purchases"), "shopping-bag", _build_purchases),
        (PageName.TASKS, translate("Sidebar", "Tasks"), "list-checks", _build_tasks),
        (PageName.PRODUCTS, translate("Sidebar", "Products"), "package", _build_products),
        (PageName.INSIGHT, translate("Sidebar", "Insight"), "trending-up", _build_insight),
        (PageName.REPORTS, translate("Sidebar", "Reports"), "file-text", _build_reports),
        (PageName.IMPORTS, translate("Sidebar", "Imports"), "import", _build_imports),
        (PageName.AUDIT, translate("Sidebar", "Audit trail"), "history", _build_audit),
        (PageName.SYNC, translate("Sidebar", "Syncing"), "refresh-cw", _build_sync),
        (PageName.SETTINGS, translate("Sidebar", "Settings"), "settings", _build_settings),
        (PageName.BIN, translate("Sidebar", "Bin"), "trash-2", _build_bin),
    )
    return [
        PageSpec(name=name, title=title, icon=icon, build=partial(_build, build, ui))
        for name, title, icon, build in places
        if (name not in _ONLY_WITH or may(role, _ONLY_WITH[name]))
        and (is_shared or name is not PageName.SYNC)
    ]


def _build(build: Callable[[UiContext], Page], ui: Callable[[], UiContext]) -> Page:
    return build(ui())


# Each is imported when it is opened: the first window needs only the first page.


def _build_dashboard(ui: UiContext) -> Page:
    from ecrm_desktop.ui.dashboard.page import DashboardPage  # noqa: PLC0415 - as said above

    return DashboardPage(ui)


def _build_customers(ui: UiContext) -> Page:
    from ecrm_desktop.ui.customers.page import CustomersPage  # noqa: PLC0415 - as said above

    return CustomersPage(ui)


def _build_interactions(ui: UiContext) -> Page:
    from ecrm_desktop.ui.interactions.page import InteractionsPage  # noqa: PLC0415 - as said above

    return InteractionsPage(ui)


def _build_complaints(ui: UiContext) -> Page:
    from ecrm_desktop.ui.complaints.page import ComplaintsPage  # noqa: PLC0415 - as said above

    return ComplaintsPage(ui)


def _build_purchases(ui: UiContext) -> Page:
    from ecrm_desktop.ui.purchases.page import PurchasesPage  # noqa: PLC0415 - as said above

    return PurchasesPage(ui)


def _build_tasks(ui: UiContext) -> Page:
    from ecrm_desktop.ui.tasks.page import TasksPage  # noqa: PLC0415 - as said above

    return TasksPage(ui)


def _build_products(ui: UiContext) -> Page:
    from ecrm_desktop.ui.products.page import ProductsPage  # noqa: PLC0415 - as said above

    return ProductsPage(ui)


def _build_insight(ui: UiContext) -> Page:
    from ecrm_desktop.ui.insight.page import InsightPage  # noqa: PLC0415 - as said above

    return InsightPage(ui)


def _build_reports(ui: UiContext) -> Page:
    from ecrm_desktop.ui.reports.page import ReportsPage  # noqa: PLC0415 - as said above

    return ReportsPage(ui)


def _build_imports(ui: UiContext) -> Page:
    from ecrm_desktop.ui.imports.page import ImportsPage  # noqa: PLC0415 - as said above

    return ImportsPage(ui)


def _build_audit(ui: UiContext) -> Page:
    from ecrm_desktop.ui.audit.page import AuditPage  # noqa: PLC0415 - as said above

    return AuditPage(ui)


def _build_sync(ui: UiContext) -> Page:
    from ecrm_desktop.ui.sync.page import SyncPage  # noqa: PLC0415 - as said above

    return SyncPage(ui)


def _build_settings(ui: UiContext) -> Page:
    from ecrm_desktop.ui.settings.page import SettingsPage  # noqa: PLC0415 - as said above

    return SettingsPage(ui)


def _build_bin(ui: UiContext) -> Page:
    from ecrm_desktop.ui.bin.page import BinPage  # noqa: PLC0415 - as said above

    return BinPage(ui)
