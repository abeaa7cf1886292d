"""Rows about purchases: a whole purchase each, or a line of the one with their number."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ecrm_desktop.drafts.imports import ImportedLine, ImportedSale, OrderAmounts
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.buyer_columns import BuyerReader
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.fields import ORDER_AMOUNTS
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.order_status import is_not_sold
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.values.email import Email
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


_Who = tuple[str, str, Phone | None]


class SaleRows:
    """Builds purchases; a line may leave out what the first one of its number said."""

    def __init__(self, columns: Columns, conventions: Conventions) -> None:
        self._who = BuyerReader(columns)
        self._fields = [(column.position, column) for column in map(columns.first, _FIELDS)]
        self._asked = "amount" if columns.count("amount") else "unit_price"
        self._of_order = [columns.first(name) for name in ORDER_AMOUNTS]
        self._has_order = any(map(columns.count, ORDER_AMOUNTS))
        self._has_email = bool(columns.count("customer_email"))
        self._statuses = columns.every("status")
        self._has_status = bool(columns.count("status"))
        # Number, day, customer and e-mail of the row above, and whether its order is a purchase.
        self._before: tuple[str, date, _Who, Email | None, bool] | None = None

    def record(self, number: int, cells: Sequence[Cell], keys: SourceKeys) -> ImportedSale:
        """Return what a row says; problems of its own are at a field."""
        invoice, day, product_code, product_name, quantity, price, discount, amount = [
            column[cells[position]] for position, column in self._fields
        ]
        who = self._who.read(cells)
        email = self._who.email(cells) if self._has_email else None
        is_sold = not (self._has_status and any(map(is_not_sold, self._statuses(cells))))
        invoice = invoice or ""
        if invoice:
            if self._before and self._before[0] == invoice:
                _, day_before, who_before, email_before, was_sold = self._before
                day = day or day_before
                is_sold = is_sold and was_sold
                if not any(who) and (email is None or email == email_before):
                    who, email = who_before, email_before
            if day is not None:
                self._before = (invoice, day, who, email, is_sold)
        if not is_sold:
            raise InvalidInput(Problem.ORDER_NOT_SOLD, "status")
        if day is None:
            raise InvalidInput(Problem.TEXT_EMPTY, "date")
        code, name, phone = who
        product_code, product_name = product_code or "", product_name or ""
        if quantity is None:
            quantity = ONE
        price, discount = self._price_and_discount(quantity, price, discount or 0, amount)
        key = ""
        if not (invoice and keys.skip_numbered):
            # Databases keep these keys: the text never changes, and has nothing of the whole order.
            key = keys.key(
                f"({invoice!r}, '{day.isoformat()}', {code!r}, {name!r}, "
                f"{phone and phone.number!r}, "
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
            customer_email=email,
            order=self._order(cells) if self._has_order else None,
            line=ImportedLine(
                product_code=product_code,
                product_name=product_name,
                quantity=quantity,
                unit_price=price,
                discount=discount,
            ),
        )

    def _order(self, cells: Sequence[Cell]) -> OrderAmounts | None:
        said = OrderAmounts(*(column[cells[column.position]] or 0 for column in self._of_order))
        return said if any(said) else None

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
