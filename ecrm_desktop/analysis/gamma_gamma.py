"""What a purchase of a customer is worth: the gamma-gamma model.

Source: Fader and Hardie, The Gamma-Gamma Model of Monetary Value, 2013 (brucehardie.com/notes/025).
"""

from dataclasses import astuple, dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Floats, Ints
from ecrm_desktop.analysis.minimum import find_minimum
from ecrm_desktop.analysis.special_functions import digamma, log_gamma

_LIMIT = 12.0
_LEAST_SHAPE = 1.05
# Logarithms of p, q and v over the mean spend, as shops usually have them, and their spread.
_USUAL = np.log([4.0, 4.0, 0.75])
_SPREAD = np.array([1.0, 0.7, 1.0])


@dataclass(frozen=True, slots=True)
class Parameters:
    """Shapes p and q, and v in the unit of the spends."""

    p: float
    q: float
    v: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The parameters under which the spends are likeliest; `log_likelihood` is without the prior.

    `people` is how many were looked at, `mean` the mean of their mean spends.
    """

    parameters: Parameters
    log_likelihood: float
    people: int
    mean: float
    is_reached: bool


def fit(frequency: Ints, spend: Floats, *, with_prior: bool = True) -> Fit | None:
    """Return the parameters that fit customers' mean spend on their repeated purchases.

    Two arrays, one entry a customer: x, and the mean over these x purchases in any unit of money.
    Who never came back or spent nothing is left out; None if nobody is left.
    """
    is_used = (frequency > 0) & (spend > 0)
    if not is_used.any():
        return None
    x, z = frequency[is_used].astype(float), spend[is_used]
    mean = float(z.mean())
    z = z / mean
    unique, numbers = np.unique(x, return_inverse=True)
    counts = np.bincount(numbers).astype(float)
    log_z, log_x = np.log(z), np.log(x)
    sum_x_logs, sum_log_z = float(x @ (log_z + log_x)), float(log_z.sum())
    people = float(len(x))

    def likelihood(p: float, q: float, v: float) -> tuple[float, Floats]:
        shape = p * unique
        log_sum, inverse = np.log(v + x * z), 1 / (v + x * z)
        gammas = float(counts @ (log_gamma(shape + q) - log_gamma(shape)))
        steps = digamma(shape + q)
        one = np.array([q])
        value = (
            gammas
            + people * (q * float(np.log(v)) - float(log_gamma(one)[0]))
            + p * sum_x_logs
            - sum_log_z
            - float((p * x + q) @ log_sum)
        )
        gradient = np.array(
            [
                float((counts * unique) @ (steps - digamma(shape)))
                + sum_x_logs
                - float(x @ log_sum),
                float(counts @ steps)
                + people * (float(np.log(v)) - float(digamma(one)[0]))
                - float(log_sum.sum()),
                people * q / v - float((p * x + q) @ inverse),
            ]
        )
        return value, gradient * np.array([p, q, v])

    def loss(logs: Floats) -> tuple[float, Floats]:
        value, gradient = likelihood(*np.exp(logs).tolist())
        if with_prior:
            away = (logs - _USUAL) / _SPREAD
            value -= 0.5 * float(away @ away)
            gradient = gradient - away / _SPREAD
        return -value / people, -gradient / people

    found = find_minimum(loss, _USUAL.copy(), limit=_LIMIT)
    p, q, v = np.exp(found.point).tolist()
    value = likelihood(p, q, v)[0] - people * float(np.log(mean))
    return Fit(Parameters(p, q, v * mean), value, len(x), mean, found.is_reached)


def expected_spend(found: Fit, frequency: Ints, spend: Floats) -> Floats:
    """Return what the next purchase of each customer is worth on average, as `fit` has them.

    Who never came back, or spent nothing, is expected to spend as everybody does.
    """
    p, q, v = astuple(found.parameters)
    # Below 1 the mean of all is infinite; the mean of those who were seen is not.
    everybody = p * v / (q - 1) if q > _LEAST_SHAPE else found.mean
    is_used = (frequency > 0) & (spend > 0)
    x = np.where(is_used, frequency, 1).astype(float)
    z = np.where(is_used, spend, found.mean)
    own = p * (v + x * z) / np.maximum(p * x + q - 1, 1e-6)
    return np.where(is_used, own, everybody)
