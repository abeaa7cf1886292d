"""The columns of the list of products."""

from ecrm_desktop.fields.products import PRODUCT
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.products import ProductRow
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display


def product_columns(display: Display) -> list[Column[ProductRow]]:
    """Return the columns; their keys are fields of `ProductRow`."""
    return [
        Column(
            key="name",
            title=PRODUCT["name"].title,
            format=lambda row: row.name,
            width=180,
            stretches=True,
            bold=True,
        ),
        Column(
            key="code",
            title=PRODUCT["code"].title,
            format=lambda row: display.code(row.code),
            width=84,
        ),
        Column(
            key="barcode",
            title=PRODUCT["barcode"].title,
            format=lambda row: display.code(row.barcode),
            width=136,
        ),
        Column(
            key="brand",
            title=PRODUCT["brand"].title,
            format=lambda row: row.brand,
            width=120,
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
        ),
        Column(
            key="sold",
            title=translate("Products", "Sold"),
            format=lambda row: display.quantity(row.sold) if row.sold else "",
            width=84,
            numeric=True,
        ),
        Column(
            key="price",
            title=translate("Products", "Price ({unit})", unit=display.unit_name),
            format=lambda row: display.money(row.price),
            width=130,
            numeric=True,
        ),
    ]


def _state(row: ProductRow) -> str:
    return translate("Products", "For sale") if row.active else translate("Products", "Not sold")
