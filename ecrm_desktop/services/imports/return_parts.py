"""How much of the lines of a sale a row takes back, and what was given back for each."""

from dataclasses import dataclass, field
from datetime import date

from ecrm_desktop.drafts.imports import ImportedReturn
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.totals import refund


@dataclass(slots=True)
class SoldLine:
    """A line of a sale: what was paid for it, and what of it came back so far."""

    id: bytes
    product_id: bytes | None
    title: str
    quantity: int
    share: int
    back: int = 0
    refunded: int = 0

    @property
    def left(self) -> int:
        """How much may still come back."""
        return max(0, self.quantity - self.back)

    @property
    def unpaid(self) -> int:
        """What of its price was not given back yet."""
        return max(0, self.share - self.refunded)


@dataclass(slots=True)
class StoredSale:
    """A sale that is stored; `spare` is what may be given back of its shipping."""

    id: bytes
    number: str
    customer_id: bytes | None
    day: date
    instant: str
    name: str
    shipping: int
    lines: list[SoldLine] = field(default_factory=list)

    @property
    def spare(self) -> int:
        """What of the shipping was not given back yet, with what some line costs."""
        beyond = sum(max(0, line.refunded - line.share) for line in self.lines)
        return max(0, self.shipping - beyond)

    @property
    def left(self) -> int:
        """What of all that was paid was not given back yet."""
        return sum(line.unpaid for line in self.lines) + self.spare


ReturnPart = tuple[SoldLine, int, int]
"""A line of a sale, how much of it comes back in thousandths, and what is given for that."""


def return_parts(
    row: ImportedReturn, sale: StoredSale, lines: list[SoldLine], *, is_whole: bool
) -> list[ReturnPart]:
    """Return how much of which lines a row takes back, and what was given for it.

    Raises InvalidInput RETURN_TOO_MANY (left), REFUND_TOO_LARGE (product) at the row's field.
    """
    quantity = None if is_whole and len(lines) > 1 else row.quantity
    if not quantity:
        left = sum(line.left for line in lines)
        if not left and not sale.left:
            raise InvalidInput(Problem.RETURN_TOO_MANY, "quantity", left=0)
        if row.amount is None or (is_whole and row.amount == sale.left and left):
            return [(line, line.left, worth) for line, worth in _all_left(sale, lines)]
        _check_money(row.amount, lines, sale)
        return money_parts(sale, lines, row.amount)
    wanted, parts = quantity, []
    for line in lines:
        some = min(wanted, line.left)
        if some:
            worth = refund(line.share, line.quantity, line.back, some)
            parts.append((line, some, min(worth, line.unpaid)))
            wanted -= some
    if wanted:
        left = sum(line.left for line in lines)
        raise InvalidInput(Problem.RETURN_TOO_MANY, "quantity", left=left)
    if row.amount is None:
        return parts
    _check_money(row.amount, lines, sale)
    return _shared(parts, row.amount)


def _all_left(sale: StoredSale, lines: list[SoldLine]) -> list[tuple[SoldLine, int]]:
    """Return the lines of which anything is left, with what is to be given back for it."""
    found = [(line, line.unpaid) for line in lines if line.left or line.unpaid]
    if found and len(lines) == len(sale.lines):
        line, worth = found[-1]
        found[-1] = line, worth + sale.spare
    return found


def _check_money(amount: int, lines: list[SoldLine], sale: StoredSale) -> None:
    if amount > sum(line.unpaid for line in lines) + sale.spare:
        raise InvalidInput(Problem.REFUND_TOO_LARGE, "amount", product=lines[0].title)


def money_parts(sale: StoredSale, lines: list[SoldLine], amount: int) -> list[ReturnPart]:
    """Return an amount spread over lines of which nothing came back; shipping goes to the last."""
    parts: list[ReturnPart] = []
    for line in lines:
        some = min(amount, line.unpaid)
        if some:
            parts.append((line, 0, some))
            amount -= some
    if amount or not parts:
        if parts:
            line, _, some = parts[-1]
            parts[-1] = line, 0, some + amount
        else:
            parts.append((sale.lines[-1], 0, amount))
    return parts


def _shared(parts: list[ReturnPart], amount: int) -> list[ReturnPart]:
    """Return the parts with `amount` in place of what they are worth, each up to its price."""
    found: list[ReturnPart] = []
    for line, quantity, worth in parts:
        some = min(amount, worth)
        found.append((line, quantity, some))
        amount -= some
    for at, (line, quantity, some) in enumerate(found):
        more = min(amount, line.unpaid - some)
        found[at] = line, quantity, some + more
        amount -= more
    line, quantity, some = found[-1]
    found[-1] = line, quantity, some + amount
    return found
