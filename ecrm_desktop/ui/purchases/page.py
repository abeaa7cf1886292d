"""All purchases: the list with its sums, and the chosen one beside it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

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
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.purchases.card import PurchaseCard
from ecrm_desktop.ui.purchases.columns import purchase_columns
from ecrm_desktop.ui.purchases.filters import PeriodFilter
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.list_card import ListCard
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.record_list import RecordList
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind, PaymentMethod, PurchaseChannel

_CARD_WIDTH = 372
_CARD_NEEDS = 1060  # a narrower page shows the list alone


class PurchasesPage(Page):
    """Enter edits a purchase, Delete puts it into the bin."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._shown: UUID | None = None
        self._bar = ListBar(
            translate("Purchases", "Purchases"), translate("Purchases", "Number or customer")
        )
        self._add_filters()
        self._add_actions()
        self.table: RecordTable[PurchaseRow] = RecordTable(
            purchase_columns(ui.display), name=translate("Purchases", "Purchases")
        )
        self._list = RecordList(
            self.table,
            ui.background,
            ui.settings,
            name="purchases",
            list_ids=list_purchases,
            read_rows=purchase_rows,
            sort=Sort("purchased_on", descending=True),
            filter=PurchaseFilter(),
        )
        self.card = PurchaseCard(ui)
        self._sums = Label(wrap=True)
        self._sums.hide()
        self._lay_out()
        self._bar.filtered.connect(self._apply)
        self._bar.left.connect(self.table.setFocus)
        self.period.changed.connect(self._apply)
        self._list.filled.connect(self._show_count)
        self.table.current_id.connect(self._show_current)
        self.table.activated_id.connect(ui.navigator.edit_purchase)
        self.table.delete_asked.connect(self._delete)
        self.card.delete_asked.connect(lambda one: self._delete([one]))
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

    def edit_current(self) -> None:
        """Edit the purchase that is shown (F4)."""
        if self._shown is not None:
            self._ui.navigator.edit_purchase(self._shown)

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

    def _add_actions(self) -> None:
        export = Button(translate("Purchases", "Export"), icon="download")
        export.clicked.connect(self._export)
        if self._ui.may(Permission.EXPORT):
            self._bar.add_action(export)

    def _lay_out(self) -> None:
        navigator = self._ui.navigator
        new = translate("Purchases", "Record a purchase")
        nothing = EmptyState(
            "shopping-bag",
            translate("Purchases", "No purchases yet"),
            translate("Purchases", "What customers buy is recorded here, line by line."),
            action=new,
            on_action=navigator.new_purchase,
            other=translate("Purchases", "Bring in from a file")
            if self._ui.may(Permission.IMPORT)
            else "",
            on_other=lambda: navigator.import_rows(ImportKind.PURCHASES),
        )
        nothing_found = EmptyState(
            "search",
            translate("Purchases", "No purchase fits"),
            translate("Purchases", "Perhaps it is from another time."),
            action=translate("Purchases", "Show all"),
            on_action=self._bar.clear_filters,
        )
        self._sums.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        self._listed = ListCard(
            self._bar,
            self.table,
            nothing=nothing,
            nothing_found=nothing_found,
            above=self.period,
            below=self._sums,
        )
        self.card.setFixedWidth(_CARD_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        row.setSpacing(theme.M)
        row.addWidget(self._listed, 1)
        row.addWidget(self.card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the card out when there is no room for it."""
        super().resizeEvent(event)
        self.card.setVisible(event.size().width() >= _CARD_NEEDS)

    def _apply(self) -> None:
        self.period.follow_chip()
        first, last = self.period.days()
        seller, channel, payment = self._seller.value, self._channel.value, self._payment.value
        filter_ = PurchaseFilter(
            first_day=first,
            last_day=last,
            seller_id=seller if isinstance(seller, UUID) else None,
            channel=channel if isinstance(channel, PurchaseChannel) else None,
            payment_method=payment if isinstance(payment, PaymentMethod) else None,
            text=self._bar.searched,
        )
        self._list.show(filter_)
        if not self._ui.may(Permission.SEE_SUMS):
            return
        self.background.read(
            lambda session: purchase_sums(session, filter_),
            self._show_sums,
            owner=self,
            key="sums",
        )

    def _show_sellers(self, found: Sequence[UserRow]) -> None:
        self._seller.set_choices([(one.id, one.name) for one in found])

    def _show_count(self, count: int) -> None:
        self._bar.show_count(self._ui.display.number(count))
        self._listed.show_count(count)
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

    def _delete(self, ids: Sequence[UUID]) -> None:
        if not ids:
            return
        text = (
            translate("Purchases", "The purchase is in the bin.")
            if len(ids) == 1
            else translate(
                "Purchases",
                "{count} purchases are in the bin.",
                count=self._ui.display.number(len(ids)),
            )
        )
        delete_with_undo(self._ui, lambda session: delete_purchases(session, ids), text, owner=self)

    def _delete_return(self, return_id: UUID) -> None:
        text = translate("Purchases", "The return is in the bin.")
        delete_with_undo(
            self._ui, lambda session: delete_return(session, return_id), text, owner=self
        )

    def _export(self) -> None:
        self._ui.navigator.export(
            ListExport(
                translate("Purchases", "Purchases"),
                self.table.visible_columns(),
                self.table.paged.ids,
                purchase_rows,
                filter_text=self._bar.filter_text,
            )
        )
