"""Rows about products."""

from collections.abc import Sequence

from ecrm_desktop.drafts.imports import ImportedProduct
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.source_keys import SourceKeys


class ProductRows:
    """Builds products; one without a name is called by its code."""

    def __init__(self, columns: Columns, conventions: Conventions) -> None:
        self._texts = [
            (name, columns.one(name))
            for name in ("code", "barcode", "name", "brand", "category", "unit")
        ]
        self._price = columns.one("price")
        self._active = columns.one("active")

    def record(
        self,
        number: int,
        cells: Sequence[Cell],
        keys: SourceKeys,
    ) -> ImportedProduct:
        """Return what a row says; problems of its own are at a field."""
        texts = {name: read(cells) or "" for name, read in self._texts}
        texts["name"] = texts["name"] or texts["code"] or texts["barcode"]
        if not texts["name"]:
            raise InvalidInput(Problem.NAME_MISSING, "name")
        active = self._active(cells)
        return ImportedProduct(
            row=number,
            draft=ProductDraft(
                **texts, price=self._price(cells) or 0, active=True if active is None else active
            ),
        )
