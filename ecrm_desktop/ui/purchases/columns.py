"""The columns of the list of purchases."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.purchases import PurchaseRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.purchases.texts import customer_text, payment_text, titles_text
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.columns import (
    amount_column,
    code_column,
    day_column,
    name_column,
)
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import PaymentMethod

# Money that is still to come in needs care.
_OWED = frozenset({PaymentMethod.CREDIT, PaymentMethod.INSTALMENTS, PaymentMethod.CHEQUE})


def payment_kind(row: PurchaseRow) -> BadgeKind | None:
    """Return the colour of how a purchase was paid."""
    return BadgeKind.AMBER if row.payment_method in _OWED else BadgeKind.GREY


def purchase_columns(display: Display) -> list[Column[PurchaseRow]]:
    """Return the columns; their keys are fields of `PurchaseRow`."""
    return [
        code_column(
            display, "number", translate("Purchases", "Number"), lambda row: row.number, width=72
        ),
        day_column(
            display,
            "purchased_on",
            translate("Purchases", "Date"),
            lambda row: row.purchased_on,
            width=98,
        ),
        name_column(
            "customer_name",
            translate("Purchases", "Customer"),
            lambda row: customer_text(row.customer_name),
            width=96,
        ),
        Column(
            key="item_count",
            title=translate("Purchases", "Items"),
            format=lambda row: titles_text(row.titles, row.item_count, display),
            width=96,
            stretches=True,
        ),
        Column(
            key="payment_method",
            title=translate("Purchases", "Payment"),
            format=payment_text,
            width=94,
            badge=payment_kind,
        ),
        amount_column(
            display,
            "total",
            translate("Purchases", "Total ({unit})", unit=display.unit_name),
            lambda row: row.total,
            width=112,
        ),
        amount_column(
            display,
            "returned",
            translate("Purchases", "Returned"),
            lambda row: row.returned or None,
            width=96,
        ),
        Column(
            key="channel",
            title=translate("Purchases", "Channel"),
            format=lambda row: label(row.channel),
            width=90,
            hidden=True,
        ),
        Column(
            key="seller_name",
            title=translate("Purchases", "Seller"),
            format=lambda row: row.seller_name,
            width=110,
            hidden=True,
        ),
    ]
