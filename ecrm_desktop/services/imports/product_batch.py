"""The products that a block of rows is about: found by code, barcode or name, and made in bulk."""

from collections.abc import Iterable
from typing import Final

from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.services.amounts import check_amount
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.records import at_field, line_of
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.ids import new_id_bytes
from ecrm_desktop.values.text import clean, fold

COLUMNS: Final = (
    "code",
    "barcode",
    "name",
    "name_folded",
    "brand",
    "category",
    "unit",
    "price",
    "active",
)
_TABLE: Final = Product.__tablename__
_CODE_LIMIT: Final = 60
_REMEMBERED: Final = 50_000
_KEYS = "(SELECT value FROM json_each(?1))"
_LOADED = f"SELECT rowid, id, {', '.join(COLUMNS)} FROM products WHERE deleted_at IS NULL AND"
_BY_CODE = f"{_LOADED} code IN {_KEYS} UNION {_LOADED} barcode IN {_KEYS}"
_BY_NAME = f"{_LOADED} name_folded IN {_KEYS}"

Values = dict[str, str | int]


class MatchedProduct:
    """A product as it is to be; `stored` is what the table has, None for a new one."""

    __slots__ = ("id", "stored", "values")

    def __init__(self, product_id: bytes, values: Values, *, stored: bool) -> None:
        self.id = product_id
        self.values = values
        self.stored = dict(values) if stored else None

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.values["name"])

    @property
    def codes(self) -> set[str]:
        """What it is found by: its code and its barcode."""
        return {str(self.values[name]) for name in ("code", "barcode")}


class ProductBatch:
    """The living products that were named so far."""

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._store = context.store()
        self._rows = self._store.table(Product, f"id {' '.join(COLUMNS)}")
        self.forget()

    def forget(self) -> None:
        """Forget what was found so far; what was made or changed is written by then."""
        self._all: dict[bytes, MatchedProduct] = {}
        self._by_code: dict[str, MatchedProduct] = {}
        self._by_name: dict[str, list[MatchedProduct]] = {}
        self._asked: set[str] = set()
        self._ids: dict[str, bytes] = {}

    def load(self, codes: Iterable[str], names: Iterable[str]) -> None:
        """Find the products with these codes or barcodes, and with these folded names."""
        if len(self._asked) > _REMEMBERED:
            self.forget()
        # A code may read like a name: the sign tells what was asked for.
        codes = {code for code in codes if code and f"#{code}" not in self._asked}
        names = {name for name in names if name and f"={name}" not in self._asked}
        self._asked.update(f"#{code}" for code in codes)
        self._asked.update(f"={name}" for name in names)
        words = (*(f"#{code}" for code in codes), *(f"={name}" for name in names))
        self._ids |= self._context.free_ids(_TABLE, dict.fromkeys(words, 0))
        rows = {*map(tuple, self._context.found(_BY_CODE, codes))}
        rows.update(map(tuple, self._context.found(_BY_NAME, names)))
        for _at, product_id, *values in sorted(rows):
            if product_id not in self._all:
                self._enter(
                    MatchedProduct(product_id, dict(zip(COLUMNS, values, strict=True)), stored=True)
                )

    def _enter(self, product: MatchedProduct) -> None:
        self._all[product.id] = product
        for name in ("code", "barcode"):
            if product.values[name]:
                self._by_code.setdefault(str(product.values[name]), product)
        same = self._by_name.setdefault(str(product.values["name_folded"]), [])
        if product not in same:
            same.append(product)

    def with_code(self, *codes: str) -> MatchedProduct | None:
        """Return the product that answers to one of these codes."""
        return next((self._by_code[code] for code in codes if code in self._by_code), None)

    def with_name(self, name: str, *, code: str = "", barcode: str = "") -> MatchedProduct | None:
        """Return the oldest product of this folded name.

        With a code or barcode, it is one that has no code yet, and no other barcode.
        """
        for product in self._by_name.get(name, ()):
            if not (code or barcode) or not (
                product.values["code"] or (barcode and product.values["barcode"])
            ):
                return product
        return None

    def create(self, values: Values) -> MatchedProduct:
        """Make a product; CODE_TAKEN (code, name) at the field."""
        self.check_codes_free(None, values)
        product = MatchedProduct(self._free_id(values), values, stored=False)
        self._enter(product)
        self._context.counts.products_new += 1
        return product

    def _free_id(self, values: Values) -> bytes:
        """Return the id that every PC gives to a product of this code, or without one, name."""
        code = values["code"] or values["barcode"]
        word = f"#{code}" if code else f"={values['name_folded']}"
        # Once only: the product may have got another code since.
        return self._ids.pop(word, None) or new_id_bytes()

    def change(self, product: MatchedProduct, changes: Values) -> None:
        """Change some values; CODE_TAKEN as above, and then nothing is changed."""
        self.check_codes_free(product, changes)
        for name in ("code", "barcode"):
            if name in changes and product.values[name]:
                self._by_code.pop(str(product.values[name]), None)
        product.values |= changes
        self._enter(product)

    def check_codes_free(self, product: MatchedProduct | None, values: Values) -> None:
        """Raise CODE_TAKEN (code, name) if another product has the code or barcode of `values`."""
        for name in ("code", "barcode"):
            code = str(values.get(name, ""))
            owner = self._by_code.get(code) if code else None
            if owner is not None and owner is not product:
                raise InvalidInput(Problem.CODE_TAKEN, name, code=code, name=owner.name)

    def write(self) -> None:
        """Write the products that are new or changed."""
        now = stored_instant(utc_now())
        changed = [one for one in self._all.values() if one.values != one.stored]
        updates = []
        for product in changed:
            values = (product.values[name] for name in COLUMNS)
            if product.stored is None:
                self._rows.append((product.id, *values, now))
            else:
                updates.append((*values, now, product.id))
            product.stored = dict(product.values)
        self._store.write()
        if updates:
            settings = ", ".join(f"{name} = ?" for name in (*COLUMNS, "updated_at"))
            self._context.connection.exec_driver_sql(
                f"UPDATE products SET {settings} WHERE id = ?", updates
            )


def product_values(draft: ProductDraft) -> Values:
    """Return a draft's values as the table keeps them.

    Raises InvalidInput NAME_MISSING, NUMBER_NEGATIVE, NUMBER_TOO_LARGE and those of `clean`.
    """
    values: Values = {
        name: line_of(getattr(draft, name), name) for name in ("name", "brand", "category", "unit")
    }
    for name in ("code", "barcode"):
        with at_field(name):
            values[name] = to_latin_digits(clean(getattr(draft, name), limit=_CODE_LIMIT))
    values["name"] = values["name"] or values["code"] or values["barcode"]
    if not values["name"]:
        raise InvalidInput(Problem.NAME_MISSING, "name")
    check_amount(draft.price, "price")
    return values | {
        "name_folded": fold(str(values["name"])),
        "price": draft.price,
        "active": int(draft.active),
    }
