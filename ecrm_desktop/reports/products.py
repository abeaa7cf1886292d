"""The columns of a list of products."""

from collections.abc import Mapping
from datetime import date

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.products import ProductRow
from ecrm_desktop.reports.layout import ColumnKind
from ecrm_desktop.reports.records import Field
from ecrm_desktop.values.display import Display


def product_fields(_display: Display, _today: date) -> Mapping[str, Field[ProductRow]]:
    """Return the columns a list of products may have, by key."""
    return {
        "name": Field(translate("Reports", "Product"), lambda row: row.name, weight=3),
        "code": Field(translate("Reports", "Code"), lambda row: row.code, ColumnKind.CODE),
        "barcode": Field(translate("Reports", "Barcode"), lambda row: row.barcode, ColumnKind.CODE),
        "brand": Field(translate("Reports", "Brand"), lambda row: row.brand),
        "category": Field(translate("Reports", "Category"), lambda row: row.category),
        "unit": Field(translate("Reports", "Unit"), lambda row: row.unit),
        "price": Field(translate("Reports", "Price"), lambda row: row.price, ColumnKind.MONEY),
        "sold": Field(translate("Reports", "Sold"), lambda row: row.sold, ColumnKind.QUANTITY),
    }
