"""How much of the money comes from how few customers."""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Ints

_MOST = 0.8
_TOP = 0.2


@dataclass(frozen=True, slots=True)
class Pareto:
    """Of `people` who brought `total`: the fewest who make 80 % of it, and the top fifth.

    `fewest` is how many they are and `fewest_from` (minor units) what the least of them brought;
    `top` and `top_from` are those of the best 20 %, and `top_share` is their part of the total.
    """

    people: int
    total: int
    fewest: int
    fewest_from: int
    top: int
    top_from: int
    top_share: float

    @property
    def fewest_share(self) -> float:
        """Which part of the customers the fewest are."""
        return self.fewest / self.people


def concentrate(total: Ints) -> Pareto | None:
    """Return how what customers brought is divided; one entry a customer, in minor units.

    Who brought nothing, or was given back more, counts neither as people nor as money. None if
    nobody brought anything.
    """
    best = np.sort(total[total > 0])[::-1]
    if not len(best):
        return None
    sums = np.cumsum(best)
    everything = int(sums[-1])
    fewest = int(np.searchsorted(sums, _MOST * everything, side="left")) + 1
    fewest = min(fewest, len(best))
    top = max(1, round(_TOP * len(best)))
    return Pareto(
        people=len(best),
        total=everything,
        fewest=fewest,
        fewest_from=int(best[fewest - 1]),
        top=top,
        top_from=int(best[top - 1]),
        top_share=int(sums[top - 1]) / everything,
    )
