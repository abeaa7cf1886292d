"""The sheet in which a purchase is recorded or changed, by keyboard and scanner."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import CustomerRow, customer_row
from ecrm_desktop.queries.products import ProductChoice, product_choice
from ecrm_desktop.queries.purchases import PurchaseDetail, purchase_detail
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.purchases import record_purchase, update_purchase
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.purchases.fields import PurchaseForm
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet

_WIDTH = 720


class PurchaseSheet(FormSheet):
    """Opens itself when what it shows has been read; `saved(UUID)`."""

    def __init__(self, ui: UiContext, asker: QWidget, *, record_id: UUID | None) -> None:
        self._ui = ui
        self._record_id = record_id
        self.purchase = PurchaseForm(ui)
        super().__init__(
            asker,
            ui.messenger,
            ui.background,
            title=translate("PurchaseForm", "Change a purchase")
            if record_id
            else translate("PurchaseForm", "Record a purchase"),
            form=self.purchase,
            action=self._action_of_form,
            side=self.purchase.sums,
            width=_WIDTH,
            autosaves=ui.autosaves,
            autosave_key=f"purchases:{record_id}" if record_id else "purchases",
        )
        self.purchase.lines.product_wanted.connect(self._ask_for_product)
        self.purchase.customer.unknown.connect(self._ask_for_customer)
        self.saved.connect(self._say_saved)

    def load(self, customer_id: UUID | None) -> None:
        """Read what the form begins with, then open."""
        if self._record_id is None:
            self._ui.background.read(
                partial(_beginning, customer_id=customer_id), self._begin, owner=self
            )
        else:
            self._ui.background.read(
                partial(_stored, purchase_id=self._record_id), self._show, owner=self
            )

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

    def _begin(self, found: tuple[list[UserRow], CustomerRow | None]) -> None:
        self.purchase.begin(*found)
        self.open()
        if not self.purchase.customer.is_empty():
            # A scan would replace the customer who is chosen already.
            self.purchase.lines.setFocus()

    def _show(self, found: tuple[PurchaseDetail, list[UserRow], CustomerRow | None]) -> None:
        self.purchase.show_purchase(*found)
        self.open()

    def _action_of_form(self) -> Action:
        draft, record_id = self.purchase.draft(), self._record_id

        def update(session: Session) -> UUID | None:
            if record_id is not None:
                update_purchase(session, record_id, draft)
            return record_id

        if record_id is not None:
            return update
        return lambda session: record_purchase(session, draft)

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
    sheet = PurchaseSheet(ui, asker, record_id=record_id)
    sheet.load(customer_id)
    return sheet


def _beginning(
    session: Session, customer_id: UUID | None
) -> tuple[list[UserRow], CustomerRow | None]:
    return users(session), customer_row(session, customer_id)


def _stored(
    session: Session, purchase_id: UUID
) -> tuple[PurchaseDetail, list[UserRow], CustomerRow | None]:
    purchase = purchase_detail(session, purchase_id)
    return purchase, users(session), customer_row(session, purchase.customer_id)
