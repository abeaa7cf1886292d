"""All purchases: the list with its sums, and the chosen one beside it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QResizeEvent

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.purchases import (
    PurchaseFilter,
    PurchaseRow,
    PurchaseSums,
    list_purchases,
    purchase_detail,
    purchase_rows,
    purchase_sums,
)
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.purchases import delete_purchases
from ecrm_desktop.services.returns import delete_return
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.deleting import delete_with_undo
from ecrm_desktop.ui.list_page import ListPage
from ecrm_desktop.ui.purchases.card import PurchaseCard
from ecrm_desktop.ui.purchases.columns import purchase_columns
from ecrm_desktop.ui.purchases.filters import PeriodFilter
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind, PaymentMethod, PurchaseChannel
from ecrm_desktop.values.text import isolate_words

_CARD_WIDTH = 372
_CARD_NEEDS = 1060  # a narrower page shows the list alone


class PurchasesPage(ListPage[PurchaseFilter, PurchaseRow]):
    """Enter edits a purchase, Delete puts it into the bin."""

    shows = frozenset({"purchases", "returns", "customers", "products", "users"})

    def __init__(self, ui: UiContext) -> None:
        super().__init__(
            ui,
            title=translate("Purchases", "Purchases"),
            search_hint=translate("Purchases", "Number or customer"),
            name="purchases",
            columns=purchase_columns(ui.display),
            list_ids=list_purchases,
            read_rows=purchase_rows,
            sort=Sort("purchased_on", descending=True),
            delete=delete_purchases,
        )
        self._shown: UUID | None = None
        self._add_filters()
        self._add_export()
        self.card = PurchaseCard(ui)
        self._sums = Label(wrap=True)
        self._sums.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        self._sums.hide()
        self.card.setFixedWidth(_CARD_WIDTH)
        self._lay_out(
            nothing=self._nothing(
                "shopping-bag",
                translate("Purchases", "No purchases yet"),
                translate("Purchases", "What customers buy is recorded here, line by line."),
                action=translate("Purchases", "Record a purchase"),
                on_action=ui.navigator.new_purchase,
                imports=ImportKind.PURCHASES,
            ),
            nothing_found=nothing_fits(
                self._bar,
                translate("Purchases", "No purchase fits"),
                translate("Purchases", "Perhaps it is from another time."),
            ),
            above=self.period,
            below=self._sums,
            beside=self.card,
        )
        self.period.changed.connect(self._apply)
        self.table.current_id.connect(self._show_current)
        self.card.delete_asked.connect(lambda one: self.delete([one]))
        self.card.delete_return_asked.connect(self._delete_return)

    def refresh(self) -> None:
        """Read the purchases again."""
        self.background.read(
            lambda session: users(session, retired=True),
            self._show_sellers,
            owner=self,
            key="sellers",
        )
        self._apply()
        self._read_detail()

    def edit(self, record_id: UUID) -> None:
        """Open the form of a purchase."""
        self._ui.navigator.edit_purchase(record_id)

    def show_purchase(self, purchase_id: UUID) -> None:
        """Show one purchase, whatever the list is filtered by."""
        self.table.make_current(purchase_id)
        self._show_current(purchase_id)

    def _add_filters(self) -> None:
        self.period = PeriodFilter(self._ui)
        self._seller = FilterChip(translate("Purchases", "Seller"))
        self._channel = FilterChip(
            translate("Purchases", "Channel"), [(one, label(one)) for one in PurchaseChannel]
        )
        self._payment = FilterChip(
            translate("Purchases", "Payment"), [(one, label(one)) for one in PaymentMethod]
        )
        for chip in (self.period.chip, self._seller, self._channel, self._payment):
            self._bar.add_chip(chip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the card out when there is no room for it."""
        super().resizeEvent(event)
        self.card.setVisible(event.size().width() >= _CARD_NEEDS)

    def filter(self) -> PurchaseFilter:
        """Return what the chips and the searched words let pass."""
        first, last = self.period.days()
        seller, channel, payment = self._seller.value, self._channel.value, self._payment.value
        return PurchaseFilter(
            first_day=first,
            last_day=last,
            seller_id=seller if isinstance(seller, UUID) else None,
            channel=channel if isinstance(channel, PurchaseChannel) else None,
            payment_method=payment if isinstance(payment, PaymentMethod) else None,
            text=self._bar.searched,
        )

    def call_record(self, row: PurchaseRow) -> str:
        """Return what a sentence about one purchase begins with."""
        name = isolate_words(row.customer_name)
        return translate("Purchases", "The purchase of {name}", name=name) if name else ""

    def binned_text(self, count: int) -> str:
        """Return what is said when so many purchases have gone to the bin."""
        if count == 1:
            return translate("Purchases", "The purchase is in the bin.")
        return translate(
            "Purchases", "{count} purchases are in the bin.", count=self._ui.display.number(count)
        )

    def _current(self) -> UUID | None:
        return self._shown

    def _apply(self) -> None:
        self.period.follow_chip()
        super()._apply()
        if self._ui.may(Permission.SEE_SUMS):
            passing = self.filter()
            self.background.read(
                lambda session: purchase_sums(session, passing),
                self._show_sums,
                owner=self,
                key="sums",
            )

    def _show_sellers(self, found: Sequence[UserRow]) -> None:
        self._seller.set_choices([(one.id, one.name) for one in found])

    def _show_count(self, count: int) -> None:
        super()._show_count(count)
        self._sums.setVisible(bool(count) and self._ui.may(Permission.SEE_SUMS))

    def _show_sums(self, sums: PurchaseSums) -> None:
        display = self._ui.display
        values = {
            "total": display.money_with_unit(sums.total),
            "returned": display.money(sums.returned),
            "net": display.money_with_unit(sums.total - sums.returned),
        }
        if sums.returned:
            text = translate(
                "Purchases", "Sum: {total} · given back: {returned} · net: {net}", **values
            )
        else:
            text = translate("Purchases", "Sum: {total}", **values)
        self._sums.setText(text)

    def _show_current(self, purchase_id: UUID | None) -> None:
        self._shown = purchase_id
        self._read_detail()

    def _read_detail(self) -> None:
        wanted = self._shown
        if wanted is None:
            self.card.show_nothing()
            return
        self.background.read(
            lambda session: purchase_detail(session, wanted),
            self.card.show_purchase,
            owner=self,
            key="detail",
            failed=self._show_gone,
        )

    def _show_gone(self, error: Exception) -> None:
        self.card.show_nothing()
        if not isinstance(error, EcrmError):
            self._ui.messenger.show_error(error)

    def _delete_return(self, return_id: UUID) -> None:
        text = translate("Purchases", "The return is in the bin.")
        delete_with_undo(
            self._ui, lambda session: delete_return(session, return_id), text, owner=self
        )
