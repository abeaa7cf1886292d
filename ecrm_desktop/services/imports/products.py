"""Rows about products."""

from collections.abc import Sequence
from typing import Final

from ecrm_desktop.drafts.imports import ImportedProduct, OnMatch
from ecrm_desktop.errors import EcrmError
from ecrm_desktop.services.imports.goods import Goods, Item, Values, product_values
from ecrm_desktop.services.imports.work import Work

_IDENTITY: Final = frozenset({"code", "barcode", "name", "name_folded"})


class ProductRows:
    """Makes products, or changes those who are there already.

    They are matched by code and barcode, or else by name, whatever the settings say: a product has
    nothing else. A product is taken off sale by a row, but never put on sale again.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._goods = Goods(work)
        self._met: set[bytes] = set()

    def take(self, rows: Sequence[ImportedProduct]) -> None:
        """Bring in a block of rows."""
        read = []
        for row in rows:
            try:
                read.append((row, product_values(row.draft)))
            except EcrmError as error:
                self._work.refuse(row.row, error)
        self._goods.load(
            (str(values[name]) for _, values in read for name in ("code", "barcode")),
            (str(values["name_folded"]) for _, values in read),
        )
        met_first: list[Item] = []
        for row, values in read:
            try:
                self._take(row, values, met_first)
            except EcrmError as error:
                self._work.refuse(row.row, error)
        for item in met_first:
            if item.values == item.stored:
                self._work.counts.unchanged += 1
            else:
                self._work.counts.updated += 1
        self._goods.write()

    def finish(self) -> None:
        """Do what can only be done after the last row."""

    def _take(self, row: ImportedProduct, values: Values, met_first: list[Item]) -> None:
        counts = self._work.counts
        item = self._find(values)
        if item is None:
            self._met.add(self._goods.create(values).id)
            counts.new += 1
            return
        self._goods.change(item, self._changes(item, row, values))
        if item.id in self._met:
            counts.duplicates += 1
        else:
            self._met.add(item.id)
            met_first.append(item)

    def _find(self, values: Values) -> Item | None:
        code, barcode = str(values["code"]), str(values["barcode"])
        item = self._goods.with_code(*(one for one in (code, barcode) if one))
        return item or self._goods.with_name(str(values["name_folded"]), code=code or barcode)

    def _changes(self, item: Item, row: ImportedProduct, values: Values) -> Values:
        on_match = self._work.settings.on_match
        if on_match is OnMatch.ADD_ONLY:
            return {}
        # What a row does not say is empty, and a name made of the code says nothing either.
        said = {name: value for name, value in values.items() if value}
        if values["name"] in {values["code"], values["barcode"]}:
            del said["name"], said["name_folded"]
        if row.draft.active:
            del said["active"]
        else:
            said["active"] = 0
        if on_match is OnMatch.FILL_EMPTY:
            return {
                name: value
                for name, value in said.items()
                if name != "active" and not item.values[name]
            }
        if item.id in self._met:
            # Later rows find by it what they are about; so they do when the file is read again.
            return {n: v for n, v in said.items() if n not in _IDENTITY or not item.values[n]}
        return said
