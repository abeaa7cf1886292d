"""The fields of a purchase, of goods that come back, and of the lines of both."""

from typing import Final

from ecrm_desktop.fields.common import (
    POSITION,
    SOFT_DELETED,
    SYNCED,
    customer_title,
    date_title,
    discount_title,
    note_title,
    number_title,
    product_title,
    purchase_title,
    quantity_title,
    time_title,
    total_title,
    user_title,
)
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate

PURCHASE: Final = RecordSpec(
    "purchases",
    purchase_title,
    (
        FieldSpec("number", ValueKind.CODE, number_title),
        FieldSpec("customer_id", ValueKind.REFERENCE, customer_title),
        FieldSpec("purchased_on", ValueKind.DATE, date_title),
        FieldSpec("purchased_at", ValueKind.INSTANT, time_title),
        FieldSpec("channel", ValueKind.CHOICE, lambda: translate("PurchaseFields", "Channel")),
        FieldSpec("seller_id", ValueKind.REFERENCE, lambda: translate("PurchaseFields", "Seller")),
        FieldSpec("lines", ValueKind.PARTS),
        FieldSpec("discount", ValueKind.MONEY, discount_title),
        FieldSpec("shipping", ValueKind.MONEY, lambda: translate("PurchaseFields", "Shipping")),
        FieldSpec("tax", ValueKind.MONEY, lambda: translate("PurchaseFields", "Tax")),
        FieldSpec("total", ValueKind.MONEY, total_title, in_draft=False),
        FieldSpec(
            "payment_method", ValueKind.CHOICE, lambda: translate("PurchaseFields", "Payment")
        ),
        FieldSpec("note", ValueKind.LINES, note_title, is_personal=True),
        FieldSpec("source_key", ValueKind.CODE, in_draft=False),
        *SYNCED,
        *SOFT_DELETED,
    ),
)
PURCHASE_LINE: Final = RecordSpec(
    "purchase_lines",
    lambda: translate("PurchaseFields", "Purchase's line"),
    (
        FieldSpec("purchase_id", ValueKind.REFERENCE, in_draft=False),
        POSITION,
        FieldSpec("product_id", ValueKind.REFERENCE, product_title),
        FieldSpec("title", ValueKind.LINE, lambda: translate("PurchaseFields", "Title")),
        FieldSpec("quantity", ValueKind.QUANTITY, quantity_title),
        FieldSpec("unit_price", ValueKind.MONEY, lambda: translate("PurchaseFields", "Unit price")),
        FieldSpec("discount", ValueKind.MONEY, discount_title),
        FieldSpec("total", ValueKind.MONEY, total_title, in_draft=False),
        *SYNCED,
    ),
)
RETURN: Final = RecordSpec(
    "returns",
    lambda: translate("PurchaseFields", "Return"),
    (
        FieldSpec("purchase_id", ValueKind.REFERENCE, purchase_title),
        FieldSpec("customer_id", ValueKind.REFERENCE, customer_title, in_draft=False),
        FieldSpec("returned_on", ValueKind.DATE, date_title),
        FieldSpec("returned_at", ValueKind.INSTANT, time_title),
        FieldSpec("user_id", ValueKind.REFERENCE, user_title),
        FieldSpec(
            "reason",
            ValueKind.LINES,
            lambda: translate("PurchaseFields", "Reason"),
            is_personal=True,
        ),
        FieldSpec("lines", ValueKind.PARTS),
        FieldSpec(
            "total",
            ValueKind.MONEY,
            lambda: translate("PurchaseFields", "Given back"),
            in_draft=False,
        ),
        *SYNCED,
        *SOFT_DELETED,
    ),
)
RETURN_LINE: Final = RecordSpec(
    "return_lines",
    lambda: translate("PurchaseFields", "Return's line"),
    (
        FieldSpec("return_id", ValueKind.REFERENCE, in_draft=False),
        FieldSpec(
            "purchase_line_id",
            ValueKind.REFERENCE,
            lambda: translate("PurchaseFields", "Purchase's line"),
        ),
        FieldSpec("quantity", ValueKind.QUANTITY, quantity_title),
        FieldSpec("amount", ValueKind.MONEY, lambda: translate("PurchaseFields", "Given back")),
        *SYNCED,
    ),
)
