"""The rows of one purchase: what they say of it together, and by which keys it is known."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Final

from ecrm_desktop.drafts.imports import ImportedSale, OrderAmounts
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.services.imports.buyer_matching import BuyerKey

_FIRST_DAY: Final = date(1970, 1, 1)
_DAY: Final = 86_400_000  # milliseconds
_FIELDS: Final = ("order_discount", "shipping", "tax")
_NOTHING: Final = OrderAmounts()


@dataclass(slots=True)
class SaleGroup:
    """The lines of one purchase in one block, with their totals and what they say of all of it."""

    key: str
    place: int  # within its day
    order: OrderAmounts = _NOTHING
    is_open: bool = False  # lines in other blocks may be worth the discount
    discount: int = 0  # of the rows that are nothing else
    rows: list[ImportedSale] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)

    @property
    def named(self) -> BuyerKey:
        """Whom its first row names."""
        head = self.rows[0]
        return BuyerKey(
            head.customer_code,
            head.customer_phone,
            head.customer_name,
            head.customer_email.text if head.customer_email else "",
        )

    @property
    def sold(self) -> list[ImportedSale]:
        """The rows about goods."""
        return [row for row in self.rows if not row.is_discount] if self.discount else self.rows

    @property
    def kept(self) -> list[str]:
        """The lines that its note keeps."""
        return [line for row in self.rows for line in row.kept]

    @property
    def total(self) -> int:
        """What the purchase costs by its lines so far."""
        return sum(self.totals) + added(self.with_discount())

    def with_discount(self) -> OrderAmounts:
        """Return what its rows say of all of it; ORDER_AMOUNTS_DIFFER where two discounts do."""
        said = self.order.discount
        if not self.discount or said == self.discount:
            return self.order
        if said:
            raise InvalidInput(Problem.ORDER_AMOUNTS_DIFFER, _FIELDS[0])
        return self.order._replace(discount=self.discount)


def merged(one: OrderAmounts, other: OrderAmounts) -> OrderAmounts:
    """Return what two rows say of their purchase; ORDER_AMOUNTS_DIFFER where they contradict."""
    if one == other or one is _NOTHING:
        return other
    for name, here, there in zip(_FIELDS, one, other, strict=True):
        if here and there and here != there:
            raise InvalidInput(Problem.ORDER_AMOUNTS_DIFFER, name)
    return OrderAmounts(*map(max, one, other))


def moment_in_ids(group: SaleGroup) -> int:
    """Return where a purchase stands among ids: without a number, only its day is sure."""
    head = group.rows[0]
    return (head.purchased_on - _FIRST_DAY).days * _DAY + (group.place if head.number else 0)


def added(order: OrderAmounts) -> int:
    """Return what a purchase costs beside its lines."""
    return order.shipping + order.tax - order.discount


def head_key(row: ImportedSale) -> str:
    """Return the key of a numbered purchase; databases keep it, so the text never changes."""
    phone = row.customer_phone.number if row.customer_phone else ""
    content = repr((row.number, row.purchased_on.isoformat(), row.customer_code or phone))
    return "n" + blake2b(content.encode(), digest_size=16).hexdigest()


def older_key(rows: Iterable[ImportedSale]) -> str:
    """Return the key that the first version gave to a purchase of several lines."""
    lines = tuple(row.line for row in rows)
    head = next(iter(rows))
    phone = head.customer_phone and head.customer_phone.number
    day = head.purchased_on.isoformat()
    content = repr((head.number, day, head.customer_code, head.customer_name, phone, lines))
    return blake2b(content.encode(), digest_size=16).hexdigest() + "-1"
