"""The columns of a list of products."""

from collections.abc import Mapping
from datetime import date

from ecrm_desktop.fields.products import PRODUCT
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.products import ProductRow
from ecrm_desktop.reports.declared import declared_column
from ecrm_desktop.reports.layout import ColumnKind
from ecrm_desktop.reports.records import Field
from ecrm_desktop.values.display import Display


def product_fields(display: Display, _today: date) -> Mapping[str, Field[ProductRow]]:
    """Return the columns a list of products may have, by key."""
    declared = {
        name: declared_column(PRODUCT[name], display, weight=3 if name == "name" else 1)
        for name in ("name", "code", "barcode", "brand", "category", "unit", "price")
    }
    return {
        **declared,
        "sold": Field(translate("Reports", "Sold"), lambda row: row.sold, ColumnKind.QUANTITY),
    }
