"""Rows about purchases: a whole purchase each, or a line of the one with their number."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ecrm_desktop.drafts.imports import ImportedLine, ImportedSale
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.exchange.who import WhoReader
from ecrm_desktop.values.money import LIMIT
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.quantity import ONE
from ecrm_desktop.values.totals import line_total

_FIELDS: Final = (
    "number",
    "date",
    "product_code",
    "product_name",
    "quantity",
    "unit_price",
    "discount",
    "amount",
)


class SaleRows:
    """Builds purchases; a line may leave out what the first one of its number said."""

    def __init__(self, columns: Columns, conventions: Conventions) -> None:
        self._who = WhoReader(columns)
        self._fields = [(column.position, column) for column in map(columns.first, _FIELDS)]
        self._asked = "amount" if columns.count("amount") else "unit_price"
        self._before: tuple[str, date, tuple[str, str, Phone | None]] | None = None

    def record(self, number: int, cells: Sequence[Cell], keys: SourceKeys) -> ImportedSale:
        """Return what a row says; problems of its own are at a field."""
        invoice, day, product_code, product_name, quantity, price, discount, amount = [
            column[cells[position]] for position, column in self._fields
        ]
        who = self._who.read(cells)
        invoice = invoice or ""
        if invoice:
            if self._before and self._before[0] == invoice:
                day = day or self._before[1]
                who = who if any(who) else self._before[2]
            if day is not None:
                self._before = (invoice, day, who)
        if day is None:
            raise InvalidInput(Problem.TEXT_EMPTY, "date")
        code, name, phone = who
        product_code, product_name = product_code or "", product_name or ""
        if quantity is None:
            quantity = ONE
        price, discount = self._price_and_discount(quantity, price, discount or 0, amount)
        # Databases keep these keys: the text never changes.
        key = keys.key(
            f"({invoice!r}, '{day.isoformat()}', {code!r}, {name!r}, {phone and phone.number!r}, "
            f"(ImportedLine(product_code={product_code!r}, product_name={product_name!r}, "
            f"quantity={quantity}, unit_price={price}, discount={discount}),))"
        )
        return ImportedSale(
            row=number,
            source_key=key,
            number=invoice,
            purchased_on=day,
            customer_code=code,
            customer_name=name,
            customer_phone=phone,
            line=ImportedLine(
                product_code=product_code,
                product_name=product_name,
                quantity=quantity,
                unit_price=price,
                discount=discount,
            ),
        )

    def _price_and_discount(
        self, quantity: int, price: int | None, discount: int, amount: int | None
    ) -> tuple[int, int]:
        if amount is not None:
            if amount and not quantity:
                raise InvalidInput(Problem.QUANTITY_ZERO, "quantity")
            if quantity * (price or 0) > LIMIT * ONE:
                raise InvalidInput(Problem.NUMBER_TOO_LARGE, "unit_price")
            return price_for(amount, quantity, price)
        if price is None:
            raise InvalidInput(Problem.TEXT_EMPTY, self._asked)
        if quantity * price > LIMIT * ONE:
            raise InvalidInput(Problem.NUMBER_TOO_LARGE, "unit_price")
        if discount and discount > line_total(quantity, price):
            raise InvalidInput(Problem.DISCOUNT_TOO_LARGE, "discount")
        return price, discount


def price_for(amount: int, quantity: int, price: int | None) -> tuple[int, int]:
    """Return a unit price and a discount that make exactly `amount`.

    The price is the one given, if it is high enough, else the next whole one above the true one.
    """
    if not quantity:
        return price or 0, 0
    if price is None or line_total(quantity, price) < amount:
        price = -(-amount * ONE // quantity)
    return price, line_total(quantity, price) - amount
