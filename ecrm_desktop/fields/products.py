"""The fields of a product."""

from typing import Final

from ecrm_desktop.fields.common import SOFT_DELETED, SYNCED, category_title, product_title
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate

PRODUCT: Final = RecordSpec(
    "products",
    product_title,
    (
        FieldSpec(
            "code",
            ValueKind.CODE,
            lambda: translate("ProductFields", "Code"),
            imported_as="code",
        ),
        FieldSpec(
            "barcode",
            ValueKind.CODE,
            lambda: translate("ProductFields", "Barcode"),
            imported_as="barcode",
        ),
        FieldSpec(
            "name",
            ValueKind.LINE,
            lambda: translate("ProductFields", "Name"),
            imported_as="name",
        ),
        FieldSpec("name_folded", ValueKind.LINE, in_draft=False),
        FieldSpec(
            "price",
            ValueKind.MONEY,
            lambda: translate("ProductFields", "Price"),
            imported_as="price",
        ),
        FieldSpec(
            "brand",
            ValueKind.LINE,
            lambda: translate("ProductFields", "Brand"),
            imported_as="brand",
        ),
        FieldSpec("category", ValueKind.LINE, category_title, imported_as="category"),
        FieldSpec(
            "unit",
            ValueKind.LINE,
            lambda: translate("ProductFields", "Unit"),
            imported_as="unit",
            # A file may have a unit of amounts too.
            file_say=lambda: translate("ProductFields", "Unit of quantity"),
        ),
        FieldSpec(
            "active",
            ValueKind.FLAG,
            lambda: translate("ProductFields", "For sale"),
            imported_as="active",
        ),
        *SYNCED,
        *SOFT_DELETED,
    ),
)
