"""The shop's own prices over time: a chained Törnqvist index.

Source: ILO and others, Consumer Price Index Manual, 2020, chapter 8: matched products of two
neighbouring months, each weighted by the mean of its shares of what was sold.
"""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Floats, Ints


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """Prices of each month as a multiple of those of the first; 0 … n - 1.

    `matched` is how many products were sold in this month and in the one before it that had any: a
    month with none goes on with the prices before.
    """

    level: Floats
    matched: Ints


def chain_prices(
    month: Ints, product: Ints, quantity: Ints, money: Ints, months: int
) -> PriceIndex:
    """Return the index of months 0 … `months` - 1.

    Four arrays, one entry a sale, of one length; quantity and money in any units, what is not above
    0 is left out.
    """
    used = (quantity > 0) & (money > 0)
    keys, numbers = np.unique(month[used] * (1 << 32) + product[used], return_inverse=True)
    pieces = np.bincount(numbers, weights=quantity[used], minlength=len(keys))
    paid = np.bincount(numbers, weights=money[used], minlength=len(keys))
    months_of, products = keys >> 32, keys & 0xFFFFFFFF
    edges = np.searchsorted(months_of, np.arange(months + 1))
    level, matched = np.ones(months), np.zeros(months, np.int64)
    before: slice | None = None
    for at in range(months):
        now = slice(int(edges[at]), int(edges[at + 1]))
        level[at] = level[at - 1] if at else 1.0
        if now.start == now.stop:
            continue
        if before is not None:
            _, old, new = np.intersect1d(
                products[before], products[now], assume_unique=True, return_indices=True
            )
            matched[at] = len(old)
            if len(old):
                paid_old, paid_new = paid[before][old], paid[now][new]
                weight = (paid_old / paid_old.sum() + paid_new / paid_new.sum()) / 2
                price = np.log(paid_new / pieces[now][new]) - np.log(paid_old / pieces[before][old])
                level[at] *= float(np.exp(weight @ price))
        before = now
    return PriceIndex(level, matched)
