"""Conditions on what a customer bought, as SQL over the derived lines of purchases."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from ecrm_desktop.queries.segment_fields import Figures, choices, in_range, is_share
from ecrm_desktop.values.figure_numbers import WITH_DISCOUNT
from ecrm_desktop.values.segment_rule import Bought, Goods, Measure
from ecrm_desktop.values.time_windows import Days, Season, Window, occurrences, resolve

# More purchases than one customer makes on one day.
_A_DAY: Final = 1_000_000
_PURCHASE: Final = f"(t.day * {_A_DAY} + t.sequence)"
_SHARES: Final = frozenset({Measure.SHARE, Measure.COUNT_SHARE})


class Purchases:
    """Writes conditions and measures of purchases on the shop's day."""

    def __init__(self, session: Session, today: date, *, of_one: bool = False) -> None:
        self._only = " AND t.customer = f.number" if of_one else ""
        self._session = session
        self._figures = Figures(session, today)
        self._today = today
        self._bounds: tuple[date, date] | None = None

    def condition(self, leaf: Bought) -> str:
        """Return the condition that the purchases of a line `f` of `customer_figures` pass."""
        if (quick := _by_figures(leaf, self._today)) is not None:
            return quick
        table, goods, window = self._parts(leaf)
        if leaf.measure in _SHARES:
            part, whole = _share(leaf, goods)
            return _has(f"{table} WHERE {window}{self._only}", is_share(part, whole, leaf.range))
        rows = f"{table} WHERE {window} AND {goods}{self._only}"
        measure = self._measure(leaf)
        passes = in_range(measure, leaf.range)
        if leaf.measure is Measure.RECENCY or not leaf.range.has(0):
            return _has(rows, passes)
        # Whoever bought nothing of it has 0, which is enough here: all but those with too much.
        return f"NOT {_has(rows, f'NOT ({passes})')}"

    def value(self, leaf: Bought) -> str:
        """Return the SELECT of what is measured of the customer `:number`.

        Shares are per cent and rounded down, recency and shares of nothing NULL.
        """
        table, goods, window = self._parts(leaf)
        rows = f"FROM {table} WHERE t.customer = :number AND {window}"
        if leaf.measure in _SHARES:
            part, whole = _share(leaf, goods)
            return f"SELECT iif({whole} > 0, {part} * 100 / {whole}, NULL) {rows}"
        return f"SELECT coalesce({self._measure(leaf)}, {_ZERO[leaf.measure]}) {rows} AND {goods}"

    def _parts(self, leaf: Bought) -> tuple[str, str, str]:
        """Return the table, the condition on what was bought and the one on when."""
        goods = leaf.goods
        table = "sale_figures t" if goods.is_of_lines else "purchase_figures t"
        if goods.is_of_lines and goods.channels:
            table += (
                " JOIN purchase_figures p"
                " ON (p.customer, p.day, p.sequence) = (t.customer, t.day, t.sequence)"
            )
        window = self._window(leaf.window)
        return table, self._goods(goods, leaf.window), window

    def _goods(self, goods: Goods, window: Window) -> str:
        found = []
        if goods.products:
            ids = ", ".join(f"x'{one.hex}'" for one in goods.products)
            found.append(_products(f"product_id IN ({ids})"))
        if goods.brands:
            found.append(_products(f"brand IN ({self._figures.words(goods.brands)})"))
        if goods.categories:
            found.append(_products(f"category IN ({self._figures.words(goods.categories)})"))
        if goods.channels:
            where = "p" if goods.is_of_lines else "t"
            found.append(f"{where}.channel IN ({choices(goods.channels)})")
        if goods.discounted:
            found.append(f"t.flags & {WITH_DISCOUNT} <> 0")
        if goods.season is not None:
            found.append(_on_days(self._season(goods.season, window)))
        return f"({' AND '.join(found)})" if found else "1"

    def _window(self, window: Window) -> str:
        days = resolve(window, self._today)
        return "1" if days is None else _on_days([days])

    def _season(self, season: Season, window: Window) -> Sequence[Days]:
        first, last = self._days_of_purchases()
        if (days := resolve(window, self._today)) is not None:
            first, last = max(first, days.first), min(last, days.last)
        return occurrences(season, first, last) if first <= last else ()

    def _days_of_purchases(self) -> tuple[date, date]:
        if self._bounds is None:
            connection = self._session.connection()
            ends = [
                connection.exec_driver_sql(f"SELECT {end}(day) FROM purchase_figures").scalar()
                for end in ("min", "max")
            ]
            today = self._today.toordinal()
            first, last = (date.fromordinal(end or today) for end in ends)
            self._bounds = first, last
        return self._bounds

    def _measure(self, leaf: Bought) -> str:
        is_of_lines = leaf.goods.is_of_lines
        match leaf.measure:
            case Measure.COUNT:
                return f"count(DISTINCT {_PURCHASE})" if is_of_lines else "count(*)"
            case Measure.DAYS:
                return "count(DISTINCT t.day)"
            case Measure.SUM:
                return f"sum({_money(leaf.goods)})"
        return f"max(0, {self._today.toordinal()} - max(t.day))"


_ZERO: Final = {Measure.COUNT: 0, Measure.DAYS: 0, Measure.SUM: 0, Measure.RECENCY: "NULL"}


def _share(leaf: Bought, goods: str) -> tuple[str, str]:
    """Return the sums of what is meant and of all."""
    if leaf.measure is Measure.SHARE:
        money = _money(leaf.goods)
        return f"sum(iif({goods}, {money}, 0))", f"sum({money})"
    if leaf.goods.is_of_lines:
        return f"count(DISTINCT iif({goods}, {_PURCHASE}, NULL))", f"count(DISTINCT {_PURCHASE})"
    return f"sum({goods})", "count(*)"


def _money(goods: Goods) -> str:
    return "t.money" if goods.is_of_lines else "t.net"


def _has(rows: str, passes: str) -> str:
    return f"f.number IN (SELECT t.customer FROM {rows} GROUP BY t.customer HAVING {passes})"


def _products(test: str) -> str:
    return f"t.product IN (SELECT number FROM product_figures WHERE {test})"


def _on_days(stretches: Sequence[Days]) -> str:
    days = (
        f"t.day BETWEEN {one.first.toordinal()} AND {one.last.toordinal()}" for one in stretches
    )
    return f"({' OR '.join(days) or '0'})"


def _by_figures(leaf: Bought, today: date) -> str | None:
    """Return the condition where the customer's own line has it already, else None."""
    if resolve(leaf.window, today) is not None:
        return None
    if leaf.measure is Measure.RECENCY:
        ago = in_range(f"max(0, {today.toordinal()} - f.last)", leaf.range)
        return f"f.last > 0 AND {ago}" if leaf.goods.is_everything else None
    season = leaf.goods.season
    of_season = season in _FOUR and leaf.goods == Goods(season=season)
    if leaf.measure in _SHARES:
        if leaf.measure is Measure.SHARE and season is not None and of_season:
            return is_share(f"f.{season.value}", _FOUR_SEASONS, leaf.range)
        if leaf.measure is Measure.COUNT_SHARE and leaf.goods == Goods(discounted=True):
            return is_share("f.discounted", "f.purchases", leaf.range)
        return None
    columns = {
        (Measure.COUNT, Goods()): "f.purchases",
        (Measure.DAYS, Goods()): "f.visits",
        (Measure.COUNT, Goods(discounted=True)): "f.discounted",
    }
    if season is not None and of_season:
        columns[Measure.SUM, leaf.goods] = f"f.{season.value}"
    column = columns.get((leaf.measure, leaf.goods))
    return None if column is None else in_range(column, leaf.range)


_FOUR: Final = frozenset({Season.SPRING, Season.SUMMER, Season.AUTUMN, Season.WINTER})
_FOUR_SEASONS: Final = "(f.spring + f.summer + f.autumn + f.winter)"
