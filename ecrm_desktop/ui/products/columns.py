"""The columns of the list of products."""

from ecrm_desktop.fields.products import PRODUCT
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.products import ProductRow
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.columns import amount_column, code_column, name_column
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display


def product_columns(display: Display) -> list[Column[ProductRow]]:
    """Return the columns; their keys are fields of `ProductRow`."""
    return [
        name_column("name", PRODUCT["name"].title, lambda row: row.name, width=180),
        code_column(display, "code", PRODUCT["code"].title, lambda row: row.code, width=84),
        code_column(
            display, "barcode", PRODUCT["barcode"].title, lambda row: row.barcode, width=136
        ),
        Column(
            key="brand",
            title=PRODUCT["brand"].title,
            format=lambda row: row.brand,
            width=120,
            gives_way=1,
        ),
        Column(
            key="category",
            title=PRODUCT["category"].title,
            format=lambda row: row.category,
            width=130,
        ),
        Column(
            key="active",
            title=translate("Products", "State"),
            format=_state,
            width=104,
            badge=lambda row: BadgeKind.PRIMARY if row.active else BadgeKind.GREY,
        ),
        Column(
            key="unit",
            title=PRODUCT["unit"].title,
            format=lambda row: row.unit,
            width=70,
            gives_way=3,
        ),
        Column(
            key="sold",
            title=translate("Products", "Sold"),
            format=lambda row: display.quantity(row.sold) if row.sold else "",
            width=84,
            numeric=True,
            gives_way=2,
        ),
        amount_column(
            display,
            "price",
            translate("Products", "Price ({unit})", unit=display.unit_name),
            lambda row: row.price,
            width=130,
        ),
    ]


def _state(row: ProductRow) -> str:
    return translate("Products", "For sale") if row.active else translate("Products", "Not sold")
