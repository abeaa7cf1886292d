"""Tells by the totals of orders which amounts come on top of their lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from ecrm_desktop.exchange.content import MOSTLY, Content
from ecrm_desktop.exchange.fields import FIELDS, ORDER_AMOUNTS
from ecrm_desktop.exchange.sheets import SAMPLE, Cell
from ecrm_desktop.exchange.title_meanings import is_order_total, names_order
from ecrm_desktop.values.statuses import ImportKind

_NEARLY: Final = 1 / 1000
_SIGNS: Final = {"discount": -1, "order_discount": -1, "shipping": 1, "tax": 1}


@dataclass(slots=True)
class _Order:
    """One order of the sample: the sum of its lines, and what is said of it, by position."""

    lines: float = 0
    said: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settled:
    """The fields of the columns, "" where one must not count; `unsure` are positions of such."""

    columns: list[str]
    unsure: tuple[int, ...] = ()


def settled(
    columns: Sequence[str],
    titles: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    are_prices_net: bool = False,
) -> Settled:
    """Leave out what prices include already, and a total of orders taken for one of lines.

    Where a column has the orders' totals, those amounts count that make most of them. Else nobody
    knows: taxes do not count, nor does anything beside whole amounts. `are_prices_net`: the prices
    are known to be those after the discount of the order.
    """
    return _Sums(columns, titles, rows, are_prices_net=are_prices_net).settled()


class _Sums:
    def __init__(
        self,
        columns: Sequence[str],
        titles: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        *,
        are_prices_net: bool,
    ) -> None:
        self._columns = list(columns)
        self._titles = titles
        self._rows = rows
        self._has_prices = "unit_price" in columns
        self._of_lines = self._find_lines()
        counts = ORDER_AMOUNTS if self._of_lines == "amount" else ("discount", *ORDER_AMOUNTS)
        self._places = {name: columns.index(name) for name in counts if name in columns}
        usual = {"discount", "order_discount", "shipping"} if self._has_prices else set()
        if are_prices_net:
            usual.discard("order_discount")
        usual |= {name for name, at in self._places.items() if _is_ours(name, titles[at])}
        self._usual = usual & set(self._places)

    def _find_lines(self) -> str:
        """Return the field that tells what lines cost, where there are two of them."""
        if "amount" not in self._columns:
            return "unit_price"
        if not self._has_prices:
            return "amount"
        title = self._titles[self._columns.index("amount")]
        rows = self._rows
        if names_order(title):
            # What an order of one line costs may look like what the line costs; its title knows.
            rows = self._rows_of_several()
            if not rows:
                return "unit_price"
        right = said = 0
        for row in rows:
            amount, price = self._number(row, "amount"), self._line(row)
            if amount and price:
                said += 1
                off = self._number(row, "discount")
                right += any(_same(amount, one) for one in (price, price - off))
        return "unit_price" if right < MOSTLY * said and is_order_total(title) else "amount"

    def settled(self) -> Settled:
        if not self._places and self._of_lines == "amount":
            return Settled(self._columns)
        orders = list(self._orders())
        best, proof = self._usual, -1.0
        for total in self._totals():
            with_total = [order for order in orders if order.said.get(total)]
            for chosen in self._choices():
                right = sum(
                    _same(self._cost(order, chosen), order.said[total]) for order in with_total
                )
                if with_total and right / len(with_total) > proof:
                    best, proof = chosen, right / len(with_total)
        is_proven = proof >= MOSTLY
        if not is_proven:
            best = self._usual
        dropped = [at for name, at in self._places.items() if name not in best]
        unsure = [at for at in dropped if any(order.said.get(at) for order in orders)]
        if is_proven and self._has_prices and self._of_lines == "unit_price":
            dropped += [at for at, name in enumerate(self._columns) if name == "amount"]
        return Settled(
            ["" if at in dropped else name for at, name in enumerate(self._columns)],
            () if is_proven else tuple(unsure),
        )

    def _choices(self) -> list[set[str]]:
        """Return what may count, the usual first; of two discounts rather that of the order."""
        names = list(self._places)
        subsets = [set(one) for size in range(len(names) + 1) for one in combinations(names, size)]
        return sorted(subsets, key=lambda one: (len(one ^ self._usual), "discount" in one))

    def _totals(self) -> Iterator[int]:
        for at, (name, title) in enumerate(zip(self._columns, self._titles, strict=True)):
            is_free = not name or (name == "amount" and self._of_lines != "amount")
            if is_free and is_order_total(title):
                yield at

    def _cost(self, order: _Order, chosen: set[str]) -> float:
        return order.lines + sum(
            _SIGNS[name] * order.said.get(self._places[name], 0) for name in chosen
        )

    def _orders(self) -> Iterator[_Order]:
        orders: dict[Cell | tuple[int], _Order] = {}
        totals = tuple(self._totals())
        number_at = self._columns.index("number") if "number" in self._columns else None
        for at, row in enumerate(self._rows):
            number = _cell(row, number_at)
            order = orders.setdefault((at,) if number in {None, ""} else number, _Order())
            by_amount = self._of_lines == "amount"
            order.lines += self._number(row, "amount") if by_amount else self._line(row)
            for place in (*self._places.values(), *totals):
                value = _number(_cell(row, place))
                before = order.said.get(place, 0)
                is_of_line = self._columns[place] == "discount"
                order.said[place] = before + value if is_of_line else max(before, value)
        found = list(orders.values())
        # The sample may end in the middle of the last one.
        return iter(found if len(self._rows) < SAMPLE else found[:-1])

    def _rows_of_several(self) -> list[Sequence[Cell]]:
        """Return the rows of orders that have more than one."""
        if "number" not in self._columns:
            return []
        at = self._columns.index("number")
        counts = Counter(_cell(row, at) for row in self._rows)
        return [row for row in self._rows if counts[_cell(row, at)] > 1]

    def _line(self, row: Sequence[Cell]) -> float:
        pieces = self._number(row, "quantity") if "quantity" in self._columns else 1.0
        return pieces * self._number(row, "unit_price")

    def _number(self, row: Sequence[Cell], name: str) -> float:
        return _number(_cell(row, self._columns.index(name))) if name in self._columns else 0.0


def _is_ours(name: str, title: str) -> bool:
    return title == name or (name == "tax" and title == FIELDS[ImportKind.PURCHASES][name].title)


def _cell(row: Sequence[Cell], at: int | None) -> Cell:
    return row[at] if at is not None and at < len(row) else None


def _number(cell: Cell) -> float:
    return next(iter(Content([cell]).values), 0.0)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= abs(other) * _NEARLY
