"""The columns of the list of purchases."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.purchases import PurchaseRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.purchases.texts import customer_text, payment_text, titles_text
from ecrm_desktop.ui.widgets.badge import BadgeKind
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
    money = {"unit": display.unit_name}
    return [
        Column(
            key="number",
            title=translate("Purchases", "Number"),
            format=lambda row: display.code(row.number),
            width=72,
        ),
        Column(
            key="purchased_on",
            title=translate("Purchases", "Date"),
            format=lambda row: display.day(row.purchased_on),
            width=98,
        ),
        Column(
            key="customer_name",
            title=translate("Purchases", "Customer"),
            format=lambda row: customer_text(row.customer_name),
            width=96,
            stretches=True,
            bold=True,
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
        Column(
            key="total",
            title=translate("Purchases", "Total ({unit})", **money),
            format=lambda row: display.money(row.total),
            width=112,
            numeric=True,
        ),
        Column(
            key="returned",
            title=translate("Purchases", "Returned"),
            format=lambda row: display.money(row.returned) if row.returned else "",
            width=96,
            numeric=True,
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
