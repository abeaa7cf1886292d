"""How much less is sold where a price is higher: a line through logarithms.

Source: Tellis, The Price Elasticity of Selective Demand, Journal of Marketing Research 25 (1988),
for the model; the interval is that of ordinary least squares.
"""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Floats

_FEWEST_MONTHS = 12
_LEAST_MOVED = 0.03
_SURE = 2.2
_MANY_TRIED = 1.6


@dataclass(frozen=True, slots=True)
class PriceEffect:
    """By how many percent more is sold where the price is one percent higher: mostly below 0.

    Nine of ten or more such intervals from `low` to `high` hold the truth. `is_sure` asks for more:
    where hundreds of products are tried, some are outside of 0 by chance.
    """

    months: int
    elasticity: float
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Tell whether the data show any effect at all."""
        return abs(self.elasticity) > _MANY_TRIED * (self.high - self.low) / 2


def price_effect(price: Floats, quantity: Floats) -> PriceEffect | None:
    """Return the effect by the months' prices and quantities, both already relative to the shop's.

    Two arrays of one length, all above 0. None where there are fewer than 12 months, or where the
    price hardly moved.
    """
    if len(price) < _FEWEST_MONTHS:
        return None
    x, y = np.log(price), np.log(quantity)
    x, y = x - x.mean(), y - y.mean()
    spread = float(x @ x)
    if np.sqrt(spread / len(x)) < _LEAST_MOVED:
        return None
    slope = float(x @ y) / spread
    rest = y - slope * x
    doubt = float(np.sqrt(rest @ rest / (len(x) - 2) / spread))
    return PriceEffect(len(x), slope, slope - _SURE * doubt, slope + _SURE * doubt)
