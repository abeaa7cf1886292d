"""The form of a purchase: customer, lines, and how it was paid."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.call_context import call_context
from ecrm_desktop.queries.customers import CustomerRow
from ecrm_desktop.queries.purchases import PurchaseDetail
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.purchases.lines_edit import LinesEdit
from ecrm_desktop.ui.purchases.sum_panel import SumPanel
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.customer_picker import CustomerPicker
from ecrm_desktop.ui.widgets.form import Form, take_theirs
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.statuses import PaymentMethod, PurchaseChannel
from ecrm_desktop.values.totals import purchase_total


class PurchaseForm(Form):
    """Customer, lines and the rest; the panel `sums` follows what is typed."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(columns=2, label_width=86)
        self._ui = ui
        self._original: PurchaseDetail | None = None
        display = ui.display
        self.sums = SumPanel(display)
        self.customer = self.add(
            "customer_id",
            translate("PurchaseForm", "Customer"),
            CustomerPicker(ui.background, ui.display, nothing=_nobody),
            wide=True,
        )
        self.lines = LinesEdit(ui)
        self.add_widget(self.lines)
        self.discount = self.add(
            "discount",
            translate("PurchaseForm", "Discount"),
            MoneyEdit(display, words=False),
            check=self._check_discount,
        )
        self.payment: Choice[PaymentMethod | None] = self.add(
            "payment_method",
            translate("PurchaseForm", "Paid by"),
            Choice([(None, "—"), *((one, label(one)) for one in PaymentMethod)]),
        )
        self.shipping = self.add(
            "shipping", translate("PurchaseForm", "Shipping"), MoneyEdit(display, words=False)
        )
        self.channel = self.add(
            "channel",
            translate("PurchaseForm", "Channel"),
            Choice([(one, label(one)) for one in PurchaseChannel]),
        )
        self.tax = self.add(
            "tax", translate("PurchaseForm", "Tax"), MoneyEdit(display, words=False)
        )
        self.seller: Choice[UUID | None] = self.add(
            "seller_id", translate("PurchaseForm", "Seller"), Choice([(None, "—")])
        )
        self.day = self.add(
            "purchased_on",
            translate("PurchaseForm", "Date"),
            JalaliEdit(display, today=ui.today),
            required=Problem.TEXT_EMPTY,
        )
        self.number = self.add(
            "number",
            translate("PurchaseForm", "Number"),
            TextEdit(
                placeholder=translate("PurchaseForm", "the next one"),
                limit=40,
                left_to_right=True,
            ),
        )
        self.more(translate("PurchaseForm", "Note"))
        self.note = self.add(
            "note", translate("PurchaseForm", "Note"), MultilineEdit(lines=2), wide=True
        )
        for field in (self.discount, self.shipping, self.tax, self.number):
            self.lines.watch(field.line)
        self.customer.chosen.connect(lambda _hit: self.lines.setFocus())
        self.customer.chosen.connect(lambda _hit: self._read_customer())
        self.customer.cleared.connect(self._read_customer)
        self.lines.edited.connect(self.changed)
        self.lines.passed.connect(lambda: self.discount.setFocus(Qt.FocusReason.TabFocusReason))
        self.changed.connect(self.show_sums)

    def begin(self, sellers: Sequence[UserRow], customer: CustomerRow | None) -> None:
        """Fill in what a new purchase begins with."""
        self._offer_sellers(sellers, None)
        self.seller.set_value(self._ui.user.id)
        self.payment.set_value(PaymentMethod.CARD)
        self.day.set_value(self._ui.today())
        self.customer.show_customer(customer)
        self._read_customer()
        self.show_sums()

    def show_purchase(
        self, purchase: PurchaseDetail, sellers: Sequence[UserRow], customer: CustomerRow | None
    ) -> None:
        """Show a stored purchase."""
        self._original = purchase
        self._offer_sellers(sellers, purchase)
        self.seller.set_value(purchase.seller_id)
        self.customer.show_known(customer, purchase.customer_id, purchase.customer_name)
        self.lines.set_value(
            [
                (
                    LineDraft(
                        line_id=line.id,
                        product_id=line.product_id,
                        title=line.title,
                        quantity=line.quantity,
                        unit_price=line.unit_price,
                        discount=line.discount,
                    ),
                    line.unit,
                )
                for line in purchase.lines
            ]
        )
        for field, amount in (
            (self.discount, purchase.discount),
            (self.shipping, purchase.shipping),
            (self.tax, purchase.tax),
        ):
            field.set_value(amount or None)
        self.payment.set_value(purchase.payment_method)
        self.channel.set_value(purchase.channel)
        self.day.set_value(purchase.purchased_on)
        self.number.set_value(self._ui.display.digits(purchase.number))
        self.note.set_value(purchase.note)
        self._read_customer()
        self.show_sums()

    def show_lines(self, lines: Sequence[LineDraft]) -> None:
        """Show other lines of the same purchase; not an edit."""
        units = {line.id: line.unit for line in self._original.lines} if self._original else {}
        self.lines.set_value(
            [(line, units.get(line.line_id, "") if line.line_id else "") for line in lines]
        )
        self.show_sums()

    def choose_customer(self, customer: CustomerRow) -> None:
        """Take somebody as the customer, as if a person had chosen them."""
        self.customer.show_customer(customer)
        self.customer.edited.emit()
        self._read_customer()
        self.lines.setFocus()

    def draft(self) -> PurchaseDraft:
        """Return the purchase; InvalidInput at the field that is wrong."""
        day = self.day.value() or self._ui.today()
        return PurchaseDraft(
            customer_id=self.customer.customer_id(),
            number=self.number.value(),
            purchased_on=day,
            purchased_at=self._instant(day),
            channel=self.channel.value(),
            seller_id=self.seller.value(),
            lines=self.lines.value(),
            discount=self.discount.value() or 0,
            shipping=self.shipping.value() or 0,
            tax=self.tax.value() or 0,
            payment_method=self.payment.value(),
            note=self.note.value(),
        )

    def show_sums(self) -> None:
        """Add up what is typed."""
        amounts = self.lines.amounts()
        known = [amount for amount in amounts if amount is not None]
        lines = sum(known) if len(known) == len(amounts) else None
        discount, shipping, tax = map(_amount, (self.discount, self.shipping, self.tax))
        total = None
        if lines is not None and None not in {discount, shipping, tax}:
            try:
                total = purchase_total(known, discount or 0, shipping or 0, tax or 0)
            except InvalidInput:
                total = None
        self.sums.show_sums(lines, discount or 0, shipping or 0, tax or 0, total)

    def check(self) -> bool:
        """Check the lines too; the first wrong place in reading order gets the keyboard."""
        rest = super().check()
        if self._customer_is_wrong():
            return False
        return self.lines.check() and rest

    def show_error(self, error: Exception) -> bool:
        """Say errors of lines at their cells."""
        if isinstance(error, EcrmError) and self.lines.show_error(error):
            return True
        return super().show_error(error)

    def show_conflict(self, names: Sequence[str], error: EcrmError) -> None:
        """Say a conflict of the lines below them."""
        if names[0] != "lines":
            super().show_conflict(names, error)
            return

        def take() -> None:
            self.lines.restore(self.clean_contents["lines"])
            self.changed.emit()

        self.lines.show_conflict(error, take_theirs(), take)

    def text_of(self, names: Sequence[str]) -> str:
        """Name the lines too."""
        return self.lines.text() if names[0] == "lines" else super().text_of(names)

    def snapshot(self) -> dict[str, Any]:
        """Return the lines too."""
        return {**super().snapshot(), "lines": self.lines.snapshot()}

    def restore(self, contents: Mapping[str, Any]) -> None:
        """Restore the lines too."""
        super().restore(contents)
        self.lines.restore(contents.get("lines"))
        self._read_customer()
        self.show_sums()

    def _customer_is_wrong(self) -> bool:
        try:
            self.customer.customer_id()
        except InvalidInput:
            return True
        return False

    def _check_discount(self, discount: int | None) -> None:
        known = [amount for amount in self.lines.amounts() if amount is not None]
        if discount and self.lines.rows() and discount > sum(known):
            raise InvalidInput(Problem.DISCOUNT_TOO_LARGE)

    def _instant(self, day: date) -> datetime:
        if self._original is not None and day == self._original.purchased_on:
            return self._original.purchased_at
        now = datetime.now(self._ui.display.timezone)
        return datetime.combine(day, now.timetz()).astimezone(UTC)

    def _offer_sellers(self, sellers: Sequence[UserRow], purchase: PurchaseDetail | None) -> None:
        options: list[tuple[UUID | None, str]] = [(None, "—")]
        options += [(one.id, one.name) for one in sellers]
        # Who left the shop is no choice any more, except where they are the seller already.
        if purchase is not None and purchase.seller_id not in [one for one, _name in options]:
            options.append((purchase.seller_id, purchase.seller_name))
        self.seller.set_options(options)

    def _read_customer(self) -> None:
        hit = None if self._customer_is_wrong() else self.customer.value()
        if hit is None or not isinstance(hit.id, UUID):
            self.sums.show_customer(None)
            return
        customer_id, today = hit.id, self._ui.today()
        self._ui.background.read(
            lambda session: call_context(session, customer_id, today),
            self.sums.show_customer,
            owner=self,
            key="customer",
            failed=lambda _error: self.sums.show_customer(None),
        )


def _amount(field: MoneyEdit) -> int | None:
    """Return what is typed, 0 if nothing is, None if it is no amount."""
    try:
        return field.value() or 0
    except InvalidInput:
        return None


def _nobody(text: str) -> str:
    return translate(
        "PurchaseForm",
        "Nobody found for “{text}”. Press Enter to add a new customer.",
        text=text,
    )
