"""What is bought together more often than by chance.

Source: Brin, Motwani, Ullman and Tsur, Dynamic Itemset Counting, 1997 (interest, today called
lift); that it is no chance by Chernoff's bound of a Poisson count, for all pairs there could be at
once (Bonferroni): among a hundred products some of five thousand pairs always look remarkable.
"""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Ints

_LARGEST_BASKET = 40
_FEWEST = 5
_BY_CHANCE = 0.05


@dataclass(frozen=True, slots=True)
class Pair:
    """Two products that are in `together` baskets, where chance would have put `by_chance`.

    `of_first` and `of_second` are how many baskets have each; `lift` is the quotient.
    """

    first: int
    second: int
    together: int
    of_first: int
    of_second: int
    by_chance: float

    @property
    def lift(self) -> float:
        """How many times as often as by chance they are bought together."""
        return self.together / self.by_chance


def find_pairs(basket: Ints, product: Ints, limit: int) -> tuple[Pair, ...]:
    """Return the pairs with the most baskets more than by chance, where that is fairly certain.

    Two arrays, one entry a product in a basket, once each, sorted by basket (numbers from 0) and
    product. Baskets of more than 40 products are left out: they are deliveries.
    """
    if not len(basket):
        return ()
    sizes = np.bincount(basket)
    baskets = int((sizes > 0).sum())
    kept = sizes[basket] <= _LARGEST_BASKET
    basket, product = basket[kept], product[kept]
    keys = []
    for step in range(1, _LARGEST_BASKET):
        same = basket[step:] == basket[:-step]
        if not same.any():
            break
        keys.append((product[:-step][same] << 32) | product[step:][same])
    if not keys:
        return ()
    pairs, together = np.unique(np.concatenate(keys), return_counts=True)
    products, counts = np.unique(product, return_counts=True)
    enough = together >= _FEWEST
    pairs, together = pairs[enough], together[enough]
    first, second = pairs >> 32, pairs & 0xFFFFFFFF
    of_first = counts[np.searchsorted(products, first)]
    of_second = counts[np.searchsorted(products, second)]
    chance = of_first * of_second / baskets
    rarity = together * np.log(together / chance) - together + chance
    could_be = max(len(products) * (len(products) - 1) / 2, 1.0)
    is_sure = (together > chance) & (rarity > np.log(could_be / _BY_CHANCE))
    more = np.where(is_sure, together - chance, 0.0)
    best = [at for at in np.argsort(-more, kind="stable")[:limit].tolist() if more[at] > 0]
    return tuple(
        Pair(
            first=int(first[at]),
            second=int(second[at]),
            together=int(together[at]),
            of_first=int(of_first[at]),
            of_second=int(of_second[at]),
            by_chance=float(chance[at]),
        )
        for at in best
    )
