"""The shop's own prices, and money of then in money of now."""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import slices
from ecrm_desktop.analysis.price_index import PriceIndex, chain_prices
from ecrm_desktop.analysis.visits import Visits
from ecrm_desktop.insight.goods import Goods
from ecrm_desktop.insight.months import months_of_days

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of the Jalali months from the number `first` on."""

    first: int
    index: PriceIndex

    def of_today(self, visits: Visits) -> Visits:
        """Return the visits with their money in prices of the last month."""
        factors = self.index.level[-1] / self.index.level
        real = np.empty_like(visits.money)
        for some in slices(len(visits)):
            month = np.clip(months_of_days(visits.day[some]) - self.first, 0, len(factors) - 1)
            real[some] = np.rint(visits.money[some] * factors[month])
        return Visits(visits.customer, visits.day, real, visits.people)

    @property
    def rise(self) -> float | None:
        """By how much prices rose in twelve months, as a factor; None if that is not known."""
        level, matched = self.index.level, self.index.matched
        if len(level) <= _YEAR or not matched[-_YEAR:].all():
            return None
        return float(level[-1] / level[-1 - _YEAR])


def own_prices(goods: Goods) -> Prices:
    """Return the prices by what was sold; of a shop that sold no products they never changed."""
    product, month = np.nonzero(goods.money > 0)
    return Prices(
        goods.first,
        chain_prices(
            month,
            product,
            goods.quantity[product, month],
            goods.money[product, month],
            goods.months,
        ),
    )
