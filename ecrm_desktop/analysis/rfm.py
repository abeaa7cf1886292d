"""Recency, frequency and money of customers in five steps each, and a name for every mixture.

Source: Hughes, Strategic Database Marketing, 1994; here with cut values, so that equals are equal.
"""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Floats, Ints
from ecrm_desktop.values.figure_numbers import number_of
from ecrm_desktop.values.statuses import RfmCell

_SHARES = (0.2, 0.4, 0.6, 0.8)
STEPS = 5
# By recency 1 … 5 from the left and by the mean of frequency and money 5 … 1 from above.
_NAMES = (
    (RfmCell.CANNOT_LOSE, RfmCell.CANNOT_LOSE, RfmCell.LOYAL, RfmCell.CHAMPIONS,
     RfmCell.CHAMPIONS),
    (RfmCell.AT_RISK, RfmCell.AT_RISK, RfmCell.LOYAL, RfmCell.LOYAL,
     RfmCell.CHAMPIONS),
    (RfmCell.AT_RISK, RfmCell.AT_RISK, RfmCell.NEED_ATTENTION,
     RfmCell.POTENTIAL_LOYAL, RfmCell.POTENTIAL_LOYAL),
    (RfmCell.LOST, RfmCell.HIBERNATING, RfmCell.ABOUT_TO_SLEEP, RfmCell.POTENTIAL_LOYAL,
     RfmCell.POTENTIAL_LOYAL),
    (RfmCell.LOST, RfmCell.HIBERNATING, RfmCell.ABOUT_TO_SLEEP, RfmCell.PROMISING, RfmCell.RECENT),
)  # fmt: skip
_CELL_OF = np.array([[number_of(cell) for cell in row] for row in reversed(_NAMES)])


@dataclass(frozen=True, slots=True)
class Rfm:
    """Scores of 1 … 5, 5 best, and the number of the cell; one entry a customer.

    The cuts are four values each: whoever is above all of them has 5. Those of recency are days,
    of frequency visits, of money minor units.
    """

    recency: Ints
    frequency: Ints
    money: Ints
    cell: Ints
    recency_cuts: Floats
    frequency_cuts: Floats
    money_cuts: Floats


def score(last: Ints, visits: Ints, total: Ints) -> Rfm:
    """Return the scores of customers who bought; three arrays, one entry a customer.

    `last` is the day of the last visit. Equal values always have equal scores, so that scores may
    be missing where many customers are alike.
    """
    (recency, recency_cuts), (frequency, frequency_cuts), (money, money_cuts) = (
        _scored(values) for values in (last, visits, total)
    )
    both = _both(frequency, money)
    return Rfm(
        recency=recency,
        frequency=frequency,
        money=money,
        cell=_CELL_OF[both - 1, recency - 1],
        recency_cuts=recency_cuts,
        frequency_cuts=frequency_cuts,
        money_cuts=money_cuts,
    )


def worth(scores: Rfm) -> Ints:
    """Return the mean of frequency and money of each customer, 1 … 5, by which cells go."""
    return _both(scores.frequency, scores.money)


def cell_of(recency: int, mean: int) -> RfmCell:
    """Return the cell of a recency and a mean of frequency and money, both 1 … 5."""
    return _NAMES[STEPS - mean][recency - 1]


def _both(frequency: Ints, money: Ints) -> Ints:
    return (frequency + money + 1) // 2


def _scored(values: Ints) -> tuple[Ints, Floats]:
    if not len(values):
        return np.zeros(0, np.int64), np.zeros(0)
    cuts = np.quantile(values, _SHARES, method="lower").astype(float)
    scores = 1 + np.searchsorted(cuts, values, side="left")
    # All alike are neither good nor bad.
    if values.min() == values.max():
        scores[:] = (STEPS + 1) // 2
    return scores.astype(np.int64), cuts
