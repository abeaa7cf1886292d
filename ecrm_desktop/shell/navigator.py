"""What pages and forms ask for, done in the window of one open shop."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.shell.forms import Forms
from ecrm_desktop.ui.destinations import InsightTab, PageName, SettingsTab
from ecrm_desktop.ui.export_requests import Export
from ecrm_desktop.ui.main_window import MainWindow
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.values.statuses import ImportKind, RecordKind

AnyPage = TypeVar("AnyPage", bound=Page)


class ShopNavigator(QObject):
    """The `Navigator` of a shop's window, over its pages and forms.

    What concerns the program as a whole it hands on by signals: `rebuild_asked`, `look_changed`,
    `user_asked`, `lock_asked`, `conversion_asked` (the secret to encrypt with, None for a plain
    file) and `restore_asked` (the path of a backup).
    """

    rebuild_asked = Signal()
    look_changed = Signal()
    user_asked = Signal()
    lock_asked = Signal()
    conversion_asked = Signal(object)
    restore_asked = Signal(object)

    def __init__(self, window: MainWindow, forms: Callable[[], Forms], parent: QObject) -> None:
        """`forms` is asked when the first form is opened: forms need a navigator, too."""
        super().__init__(parent)
        self._window = window
        self._forms = forms

    # What the window's own keys and buttons ask for

    def edit_current(self) -> None:
        """Edit what is current on the page that is shown."""
        self._current().edit_current()

    def new_interaction_here(self) -> None:
        """Open the call sheet for the customer whose card is shown, if one is."""
        self.new_interaction(self._current().current_customer())

    def new_purchase_here(self) -> None:
        """Open a new purchase of the customer whose card is shown, if one is."""
        self.new_purchase(self._current().current_customer())

    # Pages, which are imported when the first of their kind is opened, as in `pages`

    def open_page(self, page: PageName) -> None:
        """Show a page."""
        self._window.open_page(page)

    def open_customer(self, customer_id: UUID) -> None:
        """Show a customer's card on the customers page."""
        from ecrm_desktop.ui.customers.page import CustomersPage  # noqa: PLC0415 - as said above

        self._opened(PageName.CUSTOMERS, CustomersPage).show_customer(customer_id)

    def open_purchase(self, purchase_id: UUID) -> None:
        """Show a purchase on the purchases page."""
        from ecrm_desktop.ui.purchases.page import PurchasesPage  # noqa: PLC0415 - as said above

        self._opened(PageName.PURCHASES, PurchasesPage).show_purchase(purchase_id)

    def open_history(self, customer_id: UUID, name: str) -> None:
        """Show in the audit trail what was done about a customer of this name."""
        from ecrm_desktop.ui.audit.page import AuditPage  # noqa: PLC0415 - as said above

        self._opened(PageName.AUDIT, AuditPage).show_history(customer_id, name)

    def open_settings(self, tab: SettingsTab) -> None:
        """Show a part of the settings."""
        from ecrm_desktop.ui.settings.page import SettingsPage  # noqa: PLC0415 - as said above

        self._opened(PageName.SETTINGS, SettingsPage).open_tab(tab)

    def open_insight(self, tab: InsightTab) -> None:
        """Show a part of the page of insight, which is there for who may see sums."""
        from ecrm_desktop.ui.insight.page import InsightPage  # noqa: PLC0415 - as said above

        self._opened(PageName.INSIGHT, InsightPage).open_tab(tab)

    def open_segment(self, segment_id: UUID) -> None:
        """Show the members of a group of customers, to who may see sums."""
        from ecrm_desktop.ui.insight.page import InsightPage  # noqa: PLC0415 - as said above

        self._opened(PageName.INSIGHT, InsightPage).open_segment(segment_id)

    def import_rows(self, kind: ImportKind) -> None:
        """Open the imports page and its wizard for rows of this kind."""
        from ecrm_desktop.ui.imports.page import ImportsPage  # noqa: PLC0415 - as said above

        self._opened(PageName.IMPORTS, ImportsPage).start(kind)

    # Forms

    def new_customer(self, *, name: str = "", draft: CustomerDraft | None = None) -> FormSheet:
        """Open the form of a new customer of whom a name, a number or more is known."""
        return self._forms().customer(name=name, draft=draft)

    def edit_customer(self, customer_id: UUID) -> None:
        """Open the form of a customer."""
        self._forms().customer(customer_id)

    def new_interaction(self, customer_id: UUID | None = None) -> None:
        """Open the call sheet, unless a call is being recorded already."""
        self._forms().interaction(customer_id=customer_id)

    def open_interaction(self, interaction_id: UUID) -> None:
        """Open the form of an interaction."""
        self._forms().interaction(interaction_id)

    def new_complaint(
        self, customer_id: UUID | None = None, *, draft: ComplaintDraft | None = None
    ) -> None:
        """Open the form of a new complaint."""
        self._forms().complaint(customer_id=customer_id, draft=draft)

    def open_complaint(self, complaint_id: UUID) -> None:
        """Show a complaint with its history."""
        self._forms().complaint(complaint_id)

    def edit_complaint(self, complaint_id: UUID) -> None:
        """Open the form of a complaint."""
        self._forms().edit_complaint(complaint_id)

    def new_purchase(self, customer_id: UUID | None = None) -> None:
        """Open the form of a new purchase."""
        self._forms().purchase(customer_id=customer_id)

    def edit_purchase(self, purchase_id: UUID) -> None:
        """Open the form of a purchase."""
        self._forms().purchase(purchase_id)

    def new_return(self, purchase_id: UUID) -> None:
        """Open a return of a purchase, or say that nothing is left to come back."""
        self._forms().return_of(purchase_id)

    def new_product(self, *, barcode: str = "") -> FormSheet:
        """Open the form of a new product."""
        return self._forms().product(barcode=barcode)

    def edit_product(self, product_id: UUID) -> None:
        """Open the form of a product."""
        self._forms().product(product_id)

    def new_task(
        self, customer_id: UUID | None = None, *, about: tuple[RecordKind, UUID] | None = None
    ) -> None:
        """Open the form of a new task of a customer and `about` one of their records."""
        self._forms().task(customer_id=customer_id, about=about)

    def open_task(self, task_id: UUID) -> None:
        """Open the form of a task."""
        self._forms().task(task_id)

    def new_segment(self, *, draft: SegmentDraft | None = None) -> None:
        """Open the form of a new group of customers, which begins with a `draft`."""
        self._forms().segment(draft=draft)

    def edit_segment(self, segment_id: UUID) -> None:
        """Open the form of a group of customers."""
        self._forms().segment(segment_id)

    # Files

    def export(self, export: Export) -> None:
        """Write or print something, once it was asked where to."""
        self._forms().export(export)

    def print_customer(self, customer_id: UUID) -> None:
        """Show a customer's file, to be printed."""
        self._forms().print_customer(customer_id)

    def save_contact(self, *customer_ids: UUID) -> None:
        """Write a customer as a contact for phones."""
        self._forms().save_contact(*customer_ids)

    def save_package(self) -> None:
        """Write everything the shop has into one file."""
        self._forms().save_package()

    # The program as a whole

    def rebuild(self) -> None:
        """Build the window anew: its language, its shop or who works in it has changed."""
        self.rebuild_asked.emit()

    def change_look(self) -> None:
        """Take the colours that the settings say now."""
        self.look_changed.emit()

    def change_user(self) -> None:
        """Ask who works from now on."""
        self.user_asked.emit()

    def lock(self) -> None:
        """Hide the window until a password was typed."""
        self.lock_asked.emit()

    def convert(self, secret: bytes | None) -> None:
        """Close the shop, encrypt its file with a secret, or make it plain, and open it again."""
        self.conversion_asked.emit(secret)

    def restore(self, backup: Path) -> None:
        """Close the shop, put a backup in the place of its file, and open it again."""
        self.restore_asked.emit(backup)

    def _current(self) -> Page:
        return _of_kind(self._window.page(self._window.current_page), Page)

    def _opened(self, name: PageName, kind: type[AnyPage]) -> AnyPage:
        return _of_kind(self._window.open_page(name), kind)


def _of_kind(page: QWidget, kind: type[AnyPage]) -> AnyPage:
    if not isinstance(page, kind):
        raise TypeError(type(page), kind)
    return page
