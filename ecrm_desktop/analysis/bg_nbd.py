"""How often customers come back and whether they still do: the BG/NBD model.

Source: Fader, Hardie and Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2005).
Time is in weeks throughout. A customer's row has x, the days of purchase after the first one; t_x,
the time from the first to the last one; and T, the time from the first one until now.
"""

from dataclasses import astuple, dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Floats, Ints, slices
from ecrm_desktop.analysis.minimum import find_minimum
from ecrm_desktop.analysis.special_functions import log_hypergeometric

_LIMIT = 9.0
_POLE = 1e-5
_LEAST_FIRST = -2.0
_LARGEST = 700.0
_DAYS_OF_WEEK = 7
# Logarithms of r, alpha, a and b as shops usually have them, and how far from that they are.
_USUAL = np.log([0.5, 10.0, 1.0, 3.0])
_SPREAD = np.array([1.0, 1.2, 1.0, 1.0])


@dataclass(frozen=True, slots=True)
class Parameters:
    """r and alpha (weeks) say how often people buy, a and b how they stop; all above 0."""

    r: float
    alpha: float
    a: float
    b: float


@dataclass(frozen=True, slots=True)
class Rows:
    """Customers by x, t_x and T (arrays of one length), each kind once with how many they are."""

    frequency: Floats
    recency: Floats
    age: Floats
    count: Floats

    def __len__(self) -> int:
        return len(self.frequency)


@dataclass(frozen=True, slots=True)
class Fit:
    """The parameters under which what happened is likeliest, and the logarithm of that.

    `log_likelihood` is without the prior, `is_reached` tells whether the search came to an end.
    """

    parameters: Parameters
    log_likelihood: float
    is_reached: bool


def distinct_rows(frequency: Ints, recency_days: Ints, age_days: Ints) -> tuple[Rows, Ints]:
    """Return the distinct rows, and for each customer the number of theirs.

    Three arrays, one entry a customer: x below 2²⁰, t_x and T in days below 2²¹.
    """
    keys = frequency << 42
    keys |= recency_days << 21
    keys |= age_days
    unique, numbers, counts = np.unique(keys, return_inverse=True, return_counts=True)
    mask = (1 << 21) - 1
    rows = Rows(
        frequency=(unique >> 42).astype(float),
        recency=((unique >> 21) & mask) / _DAYS_OF_WEEK,
        age=(unique & mask) / _DAYS_OF_WEEK,
        count=counts.astype(float),
    )
    return rows, numbers.reshape(-1)


def fit(rows: Rows, *, with_prior: bool = True) -> Fit:
    """Return the parameters that fit the rows best.

    The weak log-normal prior keeps few customers, or some who never came back, from leading to
    nonsense; of 500 and more it changes nothing worth mentioning. Without it such a shop gets what
    the search had when it gave up, which is finite too. ValueError if there are no rows.
    """
    if not len(rows):
        raise ValueError(rows)
    table = _Table(rows)
    people = float(rows.count.sum())

    def loss(logs: Floats) -> tuple[float, Floats]:
        value, gradient = table.log_likelihood(Parameters(*np.exp(logs).tolist()))
        if with_prior:
            away = (logs - _USUAL) / _SPREAD
            value -= 0.5 * float(away @ away)
            gradient = gradient - away / _SPREAD
        return -value / people, -gradient / people

    found = find_minimum(loss, _USUAL.copy(), limit=_LIMIT)
    parameters = Parameters(*np.exp(found.point).tolist())
    return Fit(parameters, table.log_likelihood(parameters)[0], found.is_reached)


def log_likelihood(parameters: Parameters, rows: Rows) -> float:
    """Return the logarithm of how likely the rows are under the parameters."""
    return _Table(rows).log_likelihood(parameters)[0]


class _Table:
    """Rows with what does not change from one try of the parameters to the next."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._x = rows.frequency.astype(np.int64)
        self._repeated = rows.frequency > 0
        self._people = float(rows.count.sum())
        # How many came at least k + 1 times: sums over k serve all Γ quotients.
        by_x = np.bincount(self._x, weights=rows.count)
        self._at_least = by_x[::-1].cumsum()[::-1][1:]

    def log_likelihood(self, parameters: Parameters) -> tuple[float, Floats]:
        """Return ln L and its gradient by the logarithms of the parameters."""
        r, alpha, a, b = astuple(parameters)
        steps = np.arange(len(self._at_least), dtype=float)
        sums = np.zeros(5)
        for some in slices(len(self._rows)):
            sums += self._sums(some, parameters)
        both, mean_log, mean_rate, leaving, leaving_rate = sums.tolist()
        quotients = np.log((r + steps) * (b + steps) / (a + b + steps))
        value = float(self._at_least @ quotients) + self._people * r * float(np.log(alpha)) + both
        together = float(self._at_least @ (1 / (a + b + steps)))
        gradient = np.array(
            [
                float(self._at_least @ (1 / (r + steps)))
                + self._people * float(np.log(alpha))
                - mean_log,
                self._people * r / alpha - mean_rate,
                -together + leaving / a,
                float(self._at_least @ (1 / (b + steps))) - together - leaving_rate,
            ]
        )
        return value, gradient * np.array([r, alpha, a, b])

    def _sums(self, some: slice, parameters: Parameters) -> Floats:
        """Return what some rows add to the logarithm and to the parts of its gradient."""
        r, alpha, a, b = astuple(parameters)
        x, weight, seen = self._rows.frequency[some], self._rows.count[some], self._repeated[some]
        age, recency = alpha + self._rows.age[some], alpha + self._rows.recency[some]
        log_age, log_recency = np.log(age), np.log(recency)
        alive = -(r + x) * log_age
        gone = np.full_like(alive, -np.inf)
        gone[seen] = np.log(a / (b + x[seen] - 1)) - (r + x[seen]) * log_recency[seen]
        both = np.logaddexp(alive, gone)
        has_gone = np.exp(gone - both)
        mean_log = log_age + has_gone * (log_recency - log_age)
        mean_rate = (1 - has_gone) / age + has_gone / recency
        leaving = has_gone[seen] * weight[seen]
        return np.array(
            [
                weight @ both,
                weight @ mean_log,
                weight @ ((r + x) * mean_rate),
                leaving.sum(),
                leaving @ (1 / (b + x[seen] - 1)),
            ]
        )


def probability_alive(parameters: Parameters, rows: Rows) -> Floats:
    """Return for each row how likely it is that they will ever buy again; 1 of who came once."""
    r, alpha, a, b = astuple(parameters)
    x, seen = rows.frequency, rows.frequency > 0
    odds = np.full_like(x, -np.inf)
    quotient = (alpha + rows.age[seen]) / (alpha + rows.recency[seen])
    odds[seen] = np.log(a / (b + x[seen] - 1)) + (r + x[seen]) * np.log(quotient)
    return np.asarray(1 / (1 + np.exp(np.minimum(odds, _LARGEST))))


def expected_purchases(parameters: Parameters, weeks: Floats) -> Floats:
    """Return E[X(t)], how often someone buys again within each of the times after the first."""
    r, alpha, a, b = astuple(parameters)
    return _expected(r, alpha, a, b, weeks, np.zeros(len(weeks)))


def conditional_purchases(parameters: Parameters, rows: Rows, weeks: float) -> Floats:
    """Return E[Y(t) | x, t_x, T]: how often who is in each row buys within `weeks` from now."""
    x, (r, alpha, a, b) = rows.frequency, astuple(parameters)
    # Who has the same x and T expects the same, but for whether they are still there.
    _, first, numbers = np.unique(x * (2.0**32) + rows.age, return_index=True, return_inverse=True)
    here = np.empty(len(first))
    for part in slices(len(first)):
        some = first[part]
        here[part] = _expected(r, alpha + rows.age[some], a, b, np.full(len(some), weeks), x[some])
    return np.asarray(here[numbers.reshape(-1)] * probability_alive(parameters, rows))


def _expected(
    r: float, alpha: Floats | float, a: float, b: float, weeks: Floats, x: Floats
) -> Floats:
    """Return the expected purchases of who is alive after `x`, alpha being that of now.

    By Euler's form of 2F1, whose terms are few; where they would take each other away, by the
    published one. Where a is 1, or a + b + x is, both sides meet, and a point close by is taken.
    """
    if abs(a - 1) < _POLE:
        a = 1 + _POLE
    c = a + b + x - 1
    c = np.where(np.abs(c) < _POLE, _POLE, c)
    z = weeks / (alpha + weeks)
    first = a + b - 1 - r
    if first > _LEAST_FIRST:
        ones = np.ones_like(z)
        exponent = (a - 1) * np.log1p(-z) + log_hypergeometric(first * ones, (a - 1) * ones, c, z)
    else:
        exponent = (r + x) * np.log1p(-z) + log_hypergeometric(r + x, b + x, c, z)
    found = -c / (a - 1) * np.expm1(np.minimum(exponent, _LARGEST))
    return np.asarray(np.maximum(found, 0.0))
