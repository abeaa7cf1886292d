"""Between what the purchases of a customer will probably lie, beside what is expected of them."""

from statistics import NormalDist

import numpy as np

from ecrm_desktop.analysis.arrays import Floats

_LOW, _HIGH = 0.1, 0.9
# From so many expected purchases on a bell curve is near enough.
_MANY = 50.0
_MOST_STEPS = 2_000
_NORMAL = NormalDist()


def purchase_range(expected: Floats, alive: Floats, shape: Floats) -> tuple[Floats, Floats]:
    """Return the numbers of purchases between which eight of ten customers of each row stay.

    Three arrays, one entry a row: E[Y(t)], P(alive) above 0, and r + x of `bg_nbd`. Who has gone
    buys nothing; the purchases of others are negative binomial with the mean that remains.
    """
    mean = np.maximum(expected / np.maximum(alive, 1e-12), 1e-12)
    return _quantile(_LOW, mean, alive, shape), _quantile(_HIGH, mean, alive, shape)


def _quantile(level: float, mean: Floats, alive: Floats, shape: Floats) -> Floats:
    # What is left of the level once those who have gone are counted with none.
    left = (level - (1 - alive)) / np.maximum(alive, 1e-12)
    found = np.zeros(len(mean))
    many = np.flatnonzero((left > 0) & (mean >= _MANY))
    bell = np.array([_NORMAL.inv_cdf(min(max(one, 1e-6), 1 - 1e-6)) for one in left[many].tolist()])
    if len(many):
        spread = np.sqrt(mean[many] + mean[many] ** 2 / shape[many])
        found[many] = np.maximum(np.rint(mean[many] + bell * spread), 0)
    rows = np.flatnonzero((left > 0) & (mean < _MANY))
    m, k, wanted = mean[rows], shape[rows], left[rows]
    ratio = m / (k + m)
    mass = np.exp(-k * np.log1p(m / k))
    sums = mass.copy()
    for step in range(_MOST_STEPS):
        is_open = sums < wanted
        found[rows[~is_open]] = step
        rows, wanted, k, ratio, mass, sums = (
            one[is_open] for one in (rows, wanted, k, ratio, mass, sums)
        )
        if not len(rows):
            return found
        mass = mass * (k + step) / (step + 1) * ratio
        sums += mass
    found[rows] = _MOST_STEPS
    return found
