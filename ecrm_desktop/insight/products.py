"""What goods tell: bought together, price against quantity, moving fast and not, discounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt
from uuid import UUID

import numpy as np

from ecrm_desktop.analysis.arrays import Ints
from ecrm_desktop.analysis.baskets import find_pairs
from ecrm_desktop.analysis.price_effect import price_effect
from ecrm_desktop.insight.months import months_of_days
from ecrm_desktop.insight.reading import Reading
from ecrm_desktop.queries.discount_figures import discount_sums, discounts_given, first_purchases
from ecrm_desktop.queries.goods_sold import (
    SoldProduct,
    basket_rows,
    product_moves,
    sold_products,
)

_YEAR = 365
_DAYS = 90
_LISTED = 20
_TRIED = 300
_SURE = 3.0
_NINE_OF_TEN = 1.645
_FEWEST = 5
_FEWEST_PEOPLE = 30
_QUIET_TIMES = 2
_SEEN = 3
_AGAIN_WITHIN = 180
_ROUNDING = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class BoughtTogether:
    """Two products of one purchase: `together` times, where chance alone would make `by_chance`.

    `of_first` and `of_second` count the purchases with each.
    """

    first_id: UUID
    first: str
    second_id: UUID
    second: str
    together: int
    by_chance: float
    of_first: int
    of_second: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Baskets:
    """What was bought together in the `days` before the day, in `purchases` by named customers."""

    days: int
    purchases: int
    pairs: tuple[BoughtTogether, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceAndQuantity:
    """By how many percent the quantity changes where a price is one percent higher.

    Nine of ten such intervals from `low` to `high` hold the truth.
    """

    product_id: UUID
    name: str
    months: int
    elasticity: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceEffects:
    """Of the `tried` best products `moved` had a price that moved enough to tell.

    Of `shown` of these the data say something; `sure` are the first 20, the most certain first.
    """

    tried: int
    moved: int
    shown: int
    sure: tuple[PriceAndQuantity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """A product in the last 90 days (`sold` purchases, `money`), and in the 90 days before.

    Those before are the same of last year where the shop was there then. `change` is the quotient,
    less what the whole shop grew by; None where it was not sold before. `silence` is days since it
    was last sold, None if never.
    """

    product_id: UUID
    name: str
    sold: int
    sold_before: int
    money: int
    money_before: int
    change: float | None
    silence: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movers:
    """Fast ones by purchases; rising and falling ones where that is no chance; quiet ones.

    A quiet one was sold three times or more and now not for twice as long as usual, 30 days at
    least; those that were sold most come first. Lists have 20 products at most, the numbers count
    all.
    """

    since: date
    before: date
    is_last_year: bool
    products: int
    rising_count: int
    falling_count: int
    quiet_count: int
    fast: tuple[Mover, ...]
    rising: tuple[Mover, ...]
    falling: tuple[Mover, ...]
    quiet: tuple[Mover, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A part (0.1 is ten percent) between `low` and `high`, in nine of ten such cases."""

    value: float
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Tell whether it is more than chance."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Discounts:
    """What discounts of the last year brought to purchases of customers with a name.

    `given` is the money let off. `size` is by which part purchases with a discount are larger than
    those of the same people without one; `coming_back` by how many parts of a hundred (0.05 is
    five) more people came again within 180 days whose first purchase had one. Both None where
    fewer than 30 people tell, or where discounts only round amounts off.
    """

    purchases: int
    discounted: int
    money: int
    discounted_money: int
    given: int
    people: int
    size: Estimate | None
    coming_back: Estimate | None


def bought_together(reading: Reading) -> Baskets:
    """Return the pairs of products that are bought together more often than by chance."""
    last = reading.until.toordinal()
    keys, products = [], []
    for rows in basket_rows(reading.session, last - _YEAR + 1, last):
        table = np.array(rows, np.int64)
        keys.append((table[:, 0] << 36) | (table[:, 1] << 14) | np.minimum(table[:, 2], 16_383))
        products.append(table[:, 3].astype(np.int32))
    key: Ints = np.concatenate(keys) if keys else np.zeros(0, np.int64)
    product = np.concatenate(products) if products else np.zeros(0, np.int32)
    basket = np.cumsum(np.diff(key, prepend=key[:1]) != 0)
    del key, keys
    pairs = find_pairs(basket, product.astype(np.int64), _LISTED * 2)
    known = sold_products(
        reading.session, {one.first for one in pairs} | {one.second for one in pairs}
    )
    return Baskets(
        days=_YEAR,
        purchases=int(basket[-1]) + 1 if len(basket) else 0,
        pairs=tuple(
            BoughtTogether(
                first_id=known[one.first].id,
                first=known[one.first].name,
                second_id=known[one.second].id,
                second=known[one.second].name,
                together=one.together,
                by_chance=one.by_chance,
                of_first=one.of_first,
                of_second=one.of_second,
            )
            for one in pairs
            if one.first in known and one.second in known
        )[:_LISTED],
    )


def price_and_quantity(reading: Reading) -> PriceEffects:
    """Return how the quantity of the best products went with their price.

    A month's price of a product is what was paid for one, over the shop's own prices; its quantity
    that over the number of visits. Months in which nothing of it was sold are left out.
    """
    goods, level = reading.goods, reading.prices.index.level
    visits = _visits_by_month(reading)
    best = np.argsort(-goods.money.sum(axis=1), kind="stable")[:_TRIED]
    found, moved, tried = [], 0, 0
    for at in best.tolist():
        sold = (goods.quantity[at] > 0) & (goods.money[at] > 0) & (visits > 0)
        if not sold.any():
            continue
        tried += 1
        price = goods.money[at][sold] / goods.quantity[at][sold] / level[sold]
        effect = price_effect(price, goods.quantity[at][sold] / visits[sold])
        if effect is not None:
            moved += 1
            if effect.is_sure:
                found.append((int(goods.products[at]), effect))
    known = sold_products(reading.session, (number for number, _ in found))
    rows = [
        PriceAndQuantity(
            product_id=known[number].id,
            name=known[number].name,
            months=effect.months,
            elasticity=effect.elasticity,
            low=effect.low,
            high=effect.high,
        )
        for number, effect in found
        if number in known
    ]
    rows.sort(key=lambda one: one.high - one.low)
    return PriceEffects(tried=tried, moved=moved, shown=len(rows), sure=tuple(rows[:_LISTED]))


def _visits_by_month(reading: Reading) -> Ints:
    goods, visits = reading.goods, reading.history.visits
    month = months_of_days(visits.day) - goods.first
    return np.bincount(month[month >= 0], minlength=goods.months)[: goods.months]


def movers(reading: Reading) -> Movers:
    """Return what sells fast, what more and less than before, and what has gone quiet."""
    until = reading.until.toordinal()
    days = reading.history.visits.day
    is_last_year = bool(len(days)) and int(days.min()) <= until - _YEAR - _DAYS
    now = (until - _DAYS + 1, until)
    shift = _YEAR if is_last_year else _DAYS
    before = (now[0] - shift, now[1] - shift)
    rows = [row for block in product_moves(reading.session, until, now, before) for row in block]
    table: Ints = np.array(rows, np.int64).reshape(-1, 8)
    product, first, last, times, sold, money, sold_before, money_before = table.T
    growth = max(int(sold.sum()), 1) / max(int(sold_before.sum()), 1)
    both = (sold >= 1) & (sold_before >= 1)
    quotient = np.where(both, sold / np.maximum(sold_before, 1) / growth, np.nan)
    doubt = np.sqrt(1 / np.maximum(sold, 1) + 1 / np.maximum(sold_before, 1))
    score = np.where(both, np.log(np.where(both, quotient, 1.0)) / doubt, 0.0)
    score = np.where(sold + sold_before >= 2 * _FEWEST, score, 0.0)
    usual = (last - first) / np.maximum(times - 1, 1)
    silence = until - last
    is_quiet = (
        (times >= _SEEN) & (silence >= np.maximum(_QUIET_TIMES * usual, 30)) & (silence < 2 * _YEAR)
    )
    worth = np.where(is_quiet, times, 0)
    orders = {
        "fast": [at for at in np.argsort(-sold, kind="stable").tolist() if sold[at] > 0],
        "rising": [at for at in np.argsort(-score, kind="stable").tolist() if score[at] >= _SURE],
        "falling": [at for at in np.argsort(score, kind="stable").tolist() if score[at] <= -_SURE],
        "quiet": [at for at in np.argsort(-worth, kind="stable").tolist() if is_quiet[at]],
    }
    listed = {name: order[: _LISTED * 2] for name, order in orders.items()}
    known = sold_products(
        reading.session, {int(product[at]) for order in listed.values() for at in order}
    )

    def rows_of(order: Iterable[int]) -> tuple[Mover, ...]:
        found: list[Mover] = []
        for at in order:
            one = known.get(int(product[at]))
            if one is not None and one.is_active:
                found.append(mover(one, at))
        return tuple(found[:_LISTED])

    def mover(one: SoldProduct, at: int) -> Mover:
        return Mover(
            product_id=one.id,
            name=one.name,
            sold=int(sold[at]),
            sold_before=int(sold_before[at]),
            money=int(money[at]),
            money_before=int(money_before[at]),
            change=float(quotient[at]) if both[at] else None,
            silence=int(silence[at]),
        )

    return Movers(
        since=date.fromordinal(now[0]),
        before=date.fromordinal(before[0]),
        is_last_year=is_last_year,
        products=len(table),
        rising_count=len(orders["rising"]),
        falling_count=len(orders["falling"]),
        quiet_count=len(orders["quiet"]),
        **{name: rows_of(order) for name, order in listed.items()},
    )


def discounts(reading: Reading) -> Discounts:
    """Return what discounts of the year before the day brought, and how sure that is."""
    last = reading.until.toordinal()
    first = last - _YEAR + 1
    sums = discount_sums(reading.session, first, last)
    given = discounts_given(reading.session, first, last)
    # What only rounds an amount off brings nobody.
    is_real = given > _ROUNDING * max(sums.discounted_money, 0)
    return Discounts(
        purchases=sums.purchases,
        discounted=sums.discounted,
        money=sums.money,
        discounted_money=sums.discounted_money,
        given=given,
        people=sums.both,
        size=_mean(sums.both, sums.differences, sums.squares) if is_real else None,
        coming_back=_difference(
            first_purchases(reading.session, last - 2 * _YEAR, last - _AGAIN_WITHIN, _AGAIN_WITHIN)
        )
        if is_real
        else None,
    )


def _mean(count: int, total: float, squares: float) -> Estimate | None:
    if count < _FEWEST_PEOPLE:
        return None
    mean = total / count
    doubt = _NINE_OF_TEN * sqrt(max(squares / count - mean**2, 0.0) / (count - 1))
    return Estimate(value=mean, low=mean - doubt, high=mean + doubt)


def _difference(groups: dict[bool, tuple[int, int]]) -> Estimate | None:
    if any(groups.get(one, (0, 0))[0] < _FEWEST_PEOPLE for one in (True, False)):
        return None
    (people, again), (others, others_again) = groups[True], groups[False]
    one, two = again / people, others_again / others
    doubt = _NINE_OF_TEN * sqrt(one * (1 - one) / people + two * (1 - two) / others)
    return Estimate(value=one - two, low=one - two - doubt, high=one - two + doubt)
