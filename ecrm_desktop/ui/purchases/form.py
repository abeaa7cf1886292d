"""The sheet in which a purchase is recorded or changed, by keyboard and scanner."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.purchases import PurchaseDraft
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import CustomerRow, customer_row
from ecrm_desktop.queries.products import ProductChoice, product_choice
from ecrm_desktop.queries.purchases import PurchaseDetail, purchase_detail
from ecrm_desktop.queries.record_drafts import purchase_draft
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.purchases import record_purchase, update_purchase
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.purchases.fields import PurchaseForm
from ecrm_desktop.ui.record_sheet import RecordSheet
from ecrm_desktop.ui.ui_context import UiContext

_WIDTH = 720


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    stored: PurchaseDraft | None
    detail: PurchaseDetail | None
    customer: CustomerRow | None
    users: list[UserRow]


class PurchaseSheet(RecordSheet[PurchaseDraft]):
    """One purchase, with its sums beside it; a new one perhaps of a customer."""

    table = "purchases"

    def __init__(
        self, ui: UiContext, asker: QWidget, *, record_id: UUID | None, customer_id: UUID | None
    ) -> None:
        self._customer_id = customer_id
        self.purchase = PurchaseForm(ui)
        super().__init__(
            ui,
            asker,
            title=translate("PurchaseForm", "Change a purchase")
            if record_id
            else translate("PurchaseForm", "Record a purchase"),
            form=self.purchase,
            record_id=record_id,
            create=record_purchase,
            update=update_purchase,
            side=self.purchase.sums,
            width=_WIDTH,
            autosave_key="purchases",
        )
        self.purchase.lines.product_wanted.connect(self._ask_for_product)
        self.purchase.customer.unknown.connect(self._ask_for_customer)
        self.saved.connect(self._say_saved)

    def query(self) -> Callable[[Session], _Start]:
        """Read the purchase, or whose a new one is."""
        return partial(_read, purchase_id=self._record_id, customer_id=self._customer_id)

    def fill(self, start: _Start) -> PurchaseDraft | None:
        """Show the purchase, or what a new one begins with."""
        if start.detail is None:
            self.purchase.begin(start.users, start.customer)
        else:
            self.purchase.show_purchase(start.detail, start.users, start.customer)
        return start.stored

    def begin(self, start: _Start) -> None:
        """Let the next scan be a product where the customer is chosen already."""
        if start.detail is None and not self.purchase.customer.is_empty():
            self.purchase.lines.setFocus()

    def show_parts(self, field: str, parts: tuple[Any, ...]) -> None:
        """Show the lines."""
        self.purchase.show_lines(parts)

    def draft(self) -> PurchaseDraft:
        """Return what the fields say; InvalidInput names the field that is wrong."""
        return self.purchase.draft()

    def _ask_for_product(self, barcode: str) -> None:
        """Open the form of a product with an unknown barcode; once saved, it is added."""
        new = self._ui.navigator.new_product(barcode=barcode)
        new.saved.connect(self._add_product)

    def _ask_for_customer(self, text: str) -> None:
        """Open the form of a customer who was searched in vain; once saved, they are chosen."""
        new = self._ui.navigator.new_customer(name=text)
        new.saved.connect(self._choose_customer)

    def _add_product(self, product_id: UUID) -> None:
        def add(choice: ProductChoice | None) -> None:
            if choice is not None:
                self.purchase.lines.take_product(choice)

        self._ui.background.read(
            lambda session: product_choice(session, product_id), add, owner=self
        )

    def _choose_customer(self, customer_id: UUID) -> None:
        def choose(row: CustomerRow | None) -> None:
            if row is not None:
                self.purchase.choose_customer(row)

        self._ui.background.read(
            lambda session: customer_row(session, customer_id), choose, owner=self
        )

    def _say_saved(self, _purchase_id: UUID) -> None:
        self.messenger.inform(
            translate(
                "PurchaseForm",
                "The purchase is saved: {total}.",
                total=self.purchase.sums.total_text,
            )
        )


def open_purchase_form(
    ui: UiContext,
    asker: QWidget,
    *,
    record_id: UUID | None = None,
    customer_id: UUID | None = None,
) -> PurchaseSheet:
    """Open the sheet over the window of `asker`, for a new purchase or to change a stored one."""
    sheet = PurchaseSheet(ui, asker, record_id=record_id, customer_id=customer_id)
    sheet.load()
    return sheet


def _read(session: Session, purchase_id: UUID | None, customer_id: UUID | None) -> _Start:
    detail = purchase_detail(session, purchase_id) if purchase_id is not None else None
    return _Start(
        stored=purchase_draft(session, purchase_id) if purchase_id is not None else None,
        detail=detail,
        customer=customer_row(session, customer_id if detail is None else detail.customer_id),
        users=users(session),
    )
