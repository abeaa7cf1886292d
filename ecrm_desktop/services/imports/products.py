"""Rows about products."""

from collections.abc import Callable, Sequence
from typing import Final

from ecrm_desktop.drafts.imports import ImportedProduct, OnMatch
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.imports.product_batch import (
    MatchedProduct,
    ProductBatch,
    Values,
    product_values,
)

_CODES: Final = ("code", "barcode")
_IDENTITY: Final = frozenset({*_CODES, "name", "name_folded"})


class ProductRows:
    """Makes products, or changes those who are there already.

    They are matched by code and barcode, or else by name, whatever the settings say: a product has
    nothing else. A product is taken off sale by a row, but never put on sale again.
    """

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._products = ProductBatch(context)
        self._met: set[bytes] = set()
        # Codes that rows told of products which keep another one, with id and name of these.
        self._told: dict[str, tuple[bytes, str]] = {}

    def take(self, rows: Sequence[ImportedProduct]) -> None:
        """Bring in a block of rows."""
        read = []
        for row in rows:
            try:
                read.append((row, product_values(row.draft)))
            except EcrmError as error:
                self._context.reject(row.row, error)
        self._products.load(
            (str(values[name]) for _, values in read for name in _CODES),
            (str(values["name_folded"]) for _, values in read),
        )
        met_first: list[MatchedProduct] = []
        for row, values in read:
            try:
                self._take(row, values, met_first)
            except EcrmError as error:
                self._context.reject(row.row, error)
        for product in met_first:
            if product.values == product.stored:
                self._context.counts.unchanged += 1
            else:
                self._context.counts.updated += 1
        self._products.write()

    def forget(self) -> None:
        """Forget what was found before others wrote."""
        self._products.forget()

    def finish(self, rest: Callable[[], None]) -> None:
        """Do what can only be done after the last row."""

    def _take(self, row: ImportedProduct, values: Values, met_first: list[MatchedProduct]) -> None:
        counts = self._context.counts
        product = self._find(values)
        self._check_not_told(product, values)
        if product is None:
            self._met.add(self._products.create(values).id)
            counts.new += 1
            return
        if self._context.settings.on_match is not OnMatch.ADD_ONLY:
            # Also where nothing of it is taken over: else the same file would fill in more later.
            self._products.check_codes_free(product, values)
        self._products.change(product, self._changes(product, row, values))
        if self._context.settings.on_match is OnMatch.FILL_EMPTY:
            for name in _CODES:
                if (code := str(values[name])) and code not in product.codes:
                    self._told[code] = product.id, product.name
        if product.id in self._met:
            counts.duplicates += 1
        else:
            self._met.add(product.id)
            met_first.append(product)

    def _check_not_told(self, product: MatchedProduct | None, values: Values) -> None:
        """Refuse a code told of another product: else that one's row would be refused later."""
        for name in _CODES:
            told, owner = self._told.get(str(values[name]), (None, ""))
            if told is not None and (product is None or told != product.id):
                raise InvalidInput(Problem.CODE_TAKEN, name, code=str(values[name]), name=owner)

    def _find(self, values: Values) -> MatchedProduct | None:
        code, barcode = str(values["code"]), str(values["barcode"])
        product = self._products.with_code(*(one for one in (code, barcode) if one))
        if product is not None and code and barcode and product.values["code"] == barcode != code:
            # What one product has as its code is no barcode of a row with another code.
            raise InvalidInput(Problem.CODE_TAKEN, "barcode", code=barcode, name=product.name)
        name = str(values["name_folded"])
        return product or self._products.with_name(name, code=code, barcode=barcode)

    def _changes(self, product: MatchedProduct, row: ImportedProduct, values: Values) -> Values:
        on_match = self._context.settings.on_match
        if on_match is OnMatch.ADD_ONLY:
            return {}
        # What a row does not say is empty, and a name made of the code says nothing either.
        given = {name: value for name, value in values.items() if value}
        if values["name"] in {values["code"], values["barcode"]}:
            del given["name"], given["name_folded"]
        if row.draft.active:
            del given["active"]
        else:
            given["active"] = 0
        if on_match is OnMatch.FILL_EMPTY:
            return {
                name: value
                for name, value in given.items()
                if name != "active" and not product.values[name]
            }
        if product.id in self._met:
            # Later rows find by it what they are about; so they do when the file is read again.
            return {n: v for n, v in given.items() if n not in _IDENTITY or not product.values[n]}
        return given
