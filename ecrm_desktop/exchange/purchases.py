"""Purchases out of a text file: a line a row, grouped by the purchase's number if it has one."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeVar

from ecrm_desktop.drafts.imports import ImportedLine, ImportedPurchase
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.text_files import Row, read_text_file
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.jalali import parse_date
from ecrm_desktop.values.money import Currency, MoneyUnit, parse_amount
from ecrm_desktop.values.numerals import parse_scaled
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.quantity import ONE, PLACES, QUANTITY_LIMIT
from ecrm_desktop.values.text import clean
from ecrm_desktop.values.totals import line_total

FIELDS: Final = (
    "number",
    "date",
    "customer_code",
    "customer_name",
    "customer_phone",
    "product_code",
    "product_name",
    "quantity",
    "unit_price",
    "discount",
    "amount",
)
"""What a column may hold; `amount` is the line's total after its discount."""

T = TypeVar("T")
_CODE_LIMIT = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """How the file's author wrote: amounts in `unit`, landlines perhaps without `area_code`."""

    currency: Currency
    unit: MoneyUnit
    area_code: str
    today: date


def read_purchases(
    path: Path, columns: Mapping[str, str], conventions: Conventions
) -> list[ImportedPurchase]:
    """Read a file whose columns are given as SOURCE → field.

    All or nothing: raises InvalidInput FIELD_UNKNOWN (name, known), FIELD_MISSING (name),
    FILE_ROW_WRONG (row, column, value) and those of `read_text_file` and its `positions`.
    """
    for name in columns.values():
        if name not in FIELDS:
            raise InvalidInput(Problem.FIELD_UNKNOWN, name=name, known=FIELDS)
    fields = set(columns.values())
    if "date" not in fields:
        raise InvalidInput(Problem.FIELD_MISSING, name="date")
    if not fields & {"amount", "unit_price"}:
        raise InvalidInput(Problem.FIELD_MISSING, name="amount")
    file = read_text_file(path)
    cells = _Cells(file.positions(columns), conventions)
    return _grouped(cells.purchase(row) for row in file.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _RowPurchase:
    head: tuple[str, date, str, str, Phone | None]
    line: ImportedLine


class _Cells:
    """Reads the cells of a row, and says which one could not be read."""

    def __init__(self, positions: dict[str, int], conventions: Conventions) -> None:
        self._positions = positions
        self._conventions = conventions

    def purchase(self, row: Row) -> _RowPurchase:
        day = self._read(row, "date", lambda text: parse_date(text, today=self._conventions.today))
        if day is None:
            raise self._wrong(row, "date")
        return _RowPurchase(
            head=(
                self._code(row, "number"),
                day,
                self._code(row, "customer_code"),
                self._read(row, "customer_name", clean) or "",
                self._read(row, "customer_phone", self._phone),
            ),
            line=self._line(row),
        )

    def _line(self, row: Row) -> ImportedLine:
        read_quantity: Callable[[str], int] = lambda text: parse_scaled(  # noqa: E731
            text, PLACES, limit=QUANTITY_LIMIT
        )
        quantity = self._read(row, "quantity", read_quantity)
        quantity = ONE if quantity is None else quantity
        price = self._read(row, "unit_price", self._amount)
        discount = self._read(row, "discount", self._amount) or 0
        amount = self._read(row, "amount", self._amount)
        if price is None and amount is None:
            raise self._wrong(row, "amount" if "amount" in self._positions else "unit_price")
        if amount is not None:
            if amount and not quantity:
                raise self._wrong(row, "quantity")
            price, discount = _price_for(amount, quantity, price)
        elif discount > line_total(quantity, price or 0):
            raise self._wrong(row, "discount")
        return ImportedLine(
            product_code=self._code(row, "product_code"),
            product_name=self._read(row, "product_name", clean) or "",
            quantity=quantity,
            unit_price=price or 0,
            discount=discount,
        )

    def _read(self, row: Row, field: str, parse: Callable[[str], T]) -> T | None:
        """Return what a cell holds; None if it is empty or there is no such column."""
        text = self._text(row, field)
        try:
            return parse(text) if text else None
        except InvalidInput:
            raise self._wrong(row, field) from None

    def _text(self, row: Row, field: str) -> str:
        index = self._positions.get(field, len(row.cells))
        return row.cells[index] if index < len(row.cells) else ""

    def _wrong(self, row: Row, field: str) -> InvalidInput:
        return InvalidInput(
            Problem.FILE_ROW_WRONG, row=row.number, column=field, value=self._text(row, field)
        )

    def _code(self, row: Row, field: str) -> str:
        code = self._read(row, field, lambda text: clean(text, limit=_CODE_LIMIT))
        return to_latin_digits(code or "")

    def _amount(self, text: str) -> int:
        return parse_amount(text, self._conventions.currency, self._conventions.unit)

    def _phone(self, text: str) -> Phone:
        return Phone.parse(text, area_code=self._conventions.area_code)


def _price_for(amount: int, quantity: int, price: int | None) -> tuple[int, int]:
    """Return a unit price and a discount that make exactly `amount`.

    The price is the one given, if it is high enough, else the next whole one above the true one.
    """
    if not quantity:
        return price or 0, 0
    if price is None or line_total(quantity, price) < amount:
        price = -(-amount * ONE // quantity)
    return price, line_total(quantity, price) - amount


def _grouped(rows: Iterable[_RowPurchase]) -> list[ImportedPurchase]:
    groups: dict[object, list[_RowPurchase]] = {}
    for at, row in enumerate(rows):
        numbered = bool(row.head[0])
        groups.setdefault(row.head if numbered else at, []).append(row)
    seen: Counter[str] = Counter()
    purchases = []
    for group in groups.values():
        number, day, code, name, phone = group[0].head
        lines = tuple(row.line for row in group)
        content = repr((number, day.isoformat(), code, name, phone and phone.number, lines))
        digest = blake2b(content.encode(), digest_size=16).hexdigest()
        seen[digest] += 1
        purchases.append(
            ImportedPurchase(
                source_key=f"{digest}-{seen[digest]}",
                number=number,
                purchased_on=day,
                customer_code=code,
                customer_name=name,
                customer_phone=phone,
                lines=lines,
            )
        )
    return purchases
