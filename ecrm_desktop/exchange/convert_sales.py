"""Rows about purchases: a whole purchase each, or a line of the one with their number."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple, TypeVar

from ecrm_desktop.drafts.imports import (
    ImportedLine,
    ImportedReturn,
    ImportedSale,
    LeftOutRow,
    OrderAmounts,
)
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.buyer_columns import BuyerReader
from ecrm_desktop.exchange.cells import text_of
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.currencies import currency_said, is_other, sign_in
from ecrm_desktop.exchange.fields import ORDER_AMOUNTS
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.sale_details import DetailReader
from ecrm_desktop.exchange.sale_states import GIVEN_BACK, RETURN, SOLD, State, state_of, strongest
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.signed_cells import all_turned
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.exchange.title_meanings import words_of
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.money import LIMIT, MoneyUnit
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.quantity import ONE
from ecrm_desktop.values.statuses import LeftOut
from ecrm_desktop.values.text import fold
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
_DISCOUNTS: Final = frozenset(
    map(fold, ("تخفیف", "تخفیفات", "کوپن", "discount", "discounts", "coupon", "voucher", "rebate"))
)
"""Words by which a line below zero is no goods."""
_SIGNED: Final = ("quantity", "unit_price", "amount")
"""The fields that say below zero that goods came back."""
_AMOUNTS: Final = ("unit_price", "discount", "amount", "refunded", *ORDER_AMOUNTS)
_TEN: Final = 10  # rials of a toman

_Who = tuple[str, str, Phone | None]
Scaled = TypeVar("Scaled", ImportedSale, ImportedReturn)
Found = ImportedSale | ImportedReturn | LeftOutRow


class _Said(NamedTuple):
    """What the row above said of its whole purchase."""

    number: str
    day: date | None
    who: _Who
    email: Email | None
    state: State | None
    currency: str


class SaleRows:
    """Builds purchases; a line may leave out what the first one of its number said."""

    def __init__(self, columns: Columns, conventions: Conventions) -> None:
        self._who = BuyerReader(columns)
        self._details = DetailReader(columns, conventions)
        self._fields = [(column.position, column) for column in map(columns.first, _FIELDS)]
        self._asked = "amount" if columns.count("amount") else "unit_price"
        self._asked_at = columns.position(self._asked) or 0
        self._of_order = [columns.first(name) for name in ORDER_AMOUNTS]
        self._has_order = any(map(columns.count, ORDER_AMOUNTS))
        self._has_email = bool(columns.count("customer_email"))
        self._statuses = columns.every("status")
        self._has_status = bool(columns.count("status"))
        self._currency = columns.one("currency")
        self._has_currency = bool(columns.count("currency"))
        self._refunded = columns.first("refunded")
        self._has_refunded = bool(columns.count("refunded"))
        self._own = conventions.currency.code
        self._unit = columns.mapping.unit
        self._are_returns = columns.mapping.returns
        places = {name: columns.position(name) for name in ("quantity", *_AMOUNTS)}
        self._numbers = [at for at in places.values() if at is not None]
        self._amounts = [at for name, at in places.items() if at is not None and name in _AMOUNTS]
        self._signed = frozenset(at for name in _SIGNED if (at := places[name]) is not None)
        self._before: _Said | None = None

    def record(self, number: int, cells: Sequence[Cell], keys: SourceKeys) -> Found:
        """Return what a row says; problems of its own are at a field."""
        try:
            return self._record(number, cells, keys, is_back=self._are_returns)
        except EcrmError:
            # Seldom, so that sound rows pay nothing for being asked.
            other = self._foreign_sign(cells)
            if other:
                return LeftOutRow(row=number, why=LeftOut.OTHER_CURRENCY, currency=other)
            plain, turned = all_turned(cells, self._numbers)
            if plain is cells:
                raise
            is_back = self._are_returns or not turned.isdisjoint(self._signed)
            return (self._discount_line(number, plain) if is_back else None) or self._record(
                number, plain, keys, is_back=is_back
            )

    def plain(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """Return the cells of a row without the signs that are no problem."""
        return all_turned(cells, self._numbers)[0]

    def _record(
        self, number: int, cells: Sequence[Cell], keys: SourceKeys, *, is_back: bool
    ) -> Found:
        invoice, day, product_code, product_name, quantity, price, discount, amount = [
            column[cells[position]] for position, column in self._fields
        ]
        said = self._said(cells, invoice or "", day)
        state, day = said.state, said.day
        refunded = self._refunded[cells[self._refunded.position]] if self._has_refunded else 0
        if isinstance(state, LeftOut):
            is_charge = state is LeftOut.MONEY and quantity and not _is_ours(self._statuses(cells))
            if not is_charge:
                return LeftOutRow(row=number, why=state)
        if is_other(said.currency, self._own):
            return LeftOutRow(row=number, why=LeftOut.OTHER_CURRENCY, currency=said.currency)
        if is_back or (state in {RETURN, GIVEN_BACK} and not refunded):
            back = self._back(said, cells, product_code, product_name, quantity, price, discount,
                              amount)  # fmt: skip
            back = replace(
                back,
                row=number,
                source_key=_key_of(back, keys),
                is_sale=state == GIVEN_BACK and not self._are_returns,
            )
            return self._scaled(back, said)
        if day is None:
            raise InvalidInput(Problem.TEXT_EMPTY, "date")
        code, name, phone = said.who
        product_code, product_name = product_code or "", product_name or ""
        if quantity is None:
            quantity = ONE
        price, discount = self._price_and_discount(quantity, price, discount or 0, amount)
        key = ""
        if not (invoice and keys.skip_numbered):
            # Databases keep these keys: the text never changes, and has nothing of the whole order.
            key = keys.key(
                f"({said.number!r}, '{day.isoformat()}', {code!r}, {name!r}, "
                f"{phone and phone.number!r}, "
                f"(ImportedLine(product_code={product_code!r}, product_name={product_name!r}, "
                f"quantity={quantity}, unit_price={price}, discount={discount}),))"
            )
        sale = ImportedSale(
            row=number,
            source_key=key,
            number=said.number,
            purchased_on=day,
            customer_code=code,
            customer_name=name,
            customer_phone=phone,
            customer_email=said.email,
            order=self._order(cells) if self._has_order else None,
            line=ImportedLine(
                product_code=product_code,
                product_name=product_name,
                quantity=quantity,
                unit_price=price,
                discount=discount,
            ),
            details=self._details.read(cells, day),
            refunded=refunded or 0,
        )
        return self._scaled(sale, said) if self._has_currency else sale

    def _said(self, cells: Sequence[Cell], invoice: str, day: date | None) -> _Said:
        """Return what a row says of its purchase, also by the rows above."""
        said = _Said(
            invoice,
            day,
            self._who.read(cells),
            self._who.email(cells) if self._has_email else None,
            self._state(cells) if self._has_status else None,
            currency_said(self._currency(cells) or "") if self._has_currency else "",
        )
        if invoice:
            said = self._completed(said)
            if said.day is not None:
                self._before = said
        return said

    def _discount_line(self, number: int, cells: Sequence[Cell]) -> ImportedSale | None:
        """Return a line below zero, without its sign, that is no goods but a discount."""
        invoice, day, _, product, quantity, price, _, amount = [
            column[cells[position]] for position, column in self._fields
        ]
        is_named = not _DISCOUNTS.isdisjoint(words_of(product or ""))
        if self._are_returns or not (invoice and is_named):
            return None
        said = self._said(cells, invoice, day)
        if said.day is None or said.state not in {None, SOLD}:
            return None
        if is_other(said.currency, self._own):
            return None
        if amount is None:
            amount = line_total(ONE if quantity is None else quantity, price or 0)
        code, name, phone = said.who
        found = ImportedSale(
            row=number,
            source_key="",
            number=said.number,
            purchased_on=said.day,
            customer_code=code,
            customer_name=name,
            customer_phone=phone,
            customer_email=said.email,
            order=OrderAmounts(discount=amount),
            line=ImportedLine(quantity=0, unit_price=0),
            is_discount=True,
            kept=(f"{product}: {text_of(cells[self._asked_at])}",),
        )
        return self._scaled(found, said)

    def _completed(self, said: _Said) -> _Said:
        """Return what a row says with what the one above says of the same purchase."""
        before = self._before
        if before is None or before.number != said.number:
            return said
        same_email = said.email is None or said.email == before.email
        is_nobody = not any(said.who) and same_email
        # What has a day of its own is another paper of that number: a sale beside its return.
        goes_on = said.day is None or said.day == before.day
        return said._replace(
            day=said.day or before.day,
            who=before.who if is_nobody else said.who,
            email=before.email if is_nobody else said.email,
            state=before.state if said.state is None and goes_on else said.state,
            currency=said.currency or before.currency,
        )

    def _state(self, cells: Sequence[Cell]) -> State | None:
        states = [state_of(said) for said in self._statuses(cells)]
        return strongest(states) if states else None

    def _foreign_sign(self, cells: Sequence[Cell]) -> str:
        texts = (cells[at] for at in self._amounts if at < len(cells))
        found = (sign_in(text, self._own) for text in texts if isinstance(text, str))
        return next(filter(None, found), "")

    def _back(
        self,
        said: _Said,
        cells: Sequence[Cell],
        product_code: str | None,
        product_name: str | None,
        quantity: int | None,
        price: int | None,
        discount: int | None,
        amount: int | None,
    ) -> ImportedReturn:
        if said.day is None and not (self._are_returns and said.number):
            raise InvalidInput(Problem.TEXT_EMPTY, "date")
        if quantity is None and (product_code or product_name):
            quantity = ONE
        if amount is None and price is not None:
            pieces = ONE if quantity is None else quantity
            if pieces * price > LIMIT * ONE:
                raise InvalidInput(Problem.NUMBER_TOO_LARGE, "unit_price")
            amount = max(0, line_total(pieces, price) - (discount or 0))
        code, name, phone = said.who
        return ImportedReturn(
            row=0,
            source_key="",
            number=said.number,
            returned_on=said.day,
            customer_code=code,
            customer_name=name,
            customer_phone=phone,
            customer_email=said.email,
            product_code=product_code or "",
            product_name=product_name or "",
            quantity=quantity,
            amount=amount,
            at=self._details.instant(cells, said.day) if said.day else None,
            reason=self._details.notes(cells),
        )

    def _scaled(self, found: Scaled, said: _Said) -> Scaled:
        """Bring amounts into rials whose row says another unit than the file does."""
        row_unit = {"IRT": MoneyUnit.TOMAN, "IRR": MoneyUnit.RIAL}.get(said.currency)
        if self._own != "IRR" or row_unit in {None, self._unit}:
            return found
        is_more = row_unit is MoneyUnit.TOMAN

        def scaled(amount: int) -> int:
            return amount * _TEN if is_more else amount // _TEN

        if isinstance(found, ImportedReturn):
            return replace(found, amount=None if found.amount is None else scaled(found.amount))
        line = found.line
        return replace(
            found,
            order=OrderAmounts(*map(scaled, found.order)) if found.order else None,
            refunded=scaled(found.refunded),
            line=replace(line, unit_price=scaled(line.unit_price), discount=scaled(line.discount)),
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


def _is_ours(statuses: Sequence[str]) -> bool:
    """Tell whether a word for money is one of an account; web shops call a sale a payment."""
    return not any(said.casefold() == "payment" for said in statuses)


def _key_of(back: ImportedReturn, keys: SourceKeys) -> str:
    """Return the key of a return; ids derive from it, so the text never changes."""
    phone = back.customer_phone and back.customer_phone.number
    day = back.returned_on and back.returned_on.isoformat()
    said = (back.number, day, back.customer_code, back.customer_name, phone,
            back.product_code, back.product_name, back.quantity, back.amount)  # fmt: skip
    return "r" + keys.key(repr(("return", *said)))
