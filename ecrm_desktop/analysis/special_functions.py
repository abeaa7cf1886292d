"""The special functions that the models need, for whole arrays."""

import numpy as np

from ecrm_desktop.analysis.arrays import Floats, Ints

_SHIFT = 8
_TERMS = 20_000
_BLOCK = 16
_PRECISION = 1e-13
_LARGE = 1e150
_HALF_LOG_TWO_PI = 0.5 * float(np.log(2 * np.pi))


def log_gamma(x: Floats) -> Floats:
    """Return ln Γ(x) of numbers above 0, by Stirling's series; any shape."""
    product = x.copy()
    for step in range(1, _SHIFT):
        product *= x + step
    far = x + _SHIFT
    inverse = 1 / far**2
    series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / far
    stirling = (far - 0.5) * np.log(far) - far + _HALF_LOG_TWO_PI + series
    return np.asarray(stirling - np.log(product))


def digamma(x: Floats) -> Floats:
    """Return the derivative of ln Γ at numbers above 0; any shape."""
    below = sum((1 / (x + step) for step in range(_SHIFT)), np.zeros_like(x))
    far = x + _SHIFT
    inverse = 1 / far**2
    series = inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse / 240)))
    return np.asarray(np.log(far) - 0.5 / far - series - below)


def log_hypergeometric(a: Floats, b: Floats, c: Floats, z: Floats) -> Floats:
    """Return ln |2F1(a, b; c; z)| for 0 ≤ z < 1; four arrays of one length.

    By its power series, of which rows leave as soon as they are exact; sums that grow beyond what a
    float holds are carried on as logarithms.
    """
    sums, scales = np.ones_like(z), np.zeros_like(z)
    rows: Ints = np.arange(len(z))
    term, total, scale = np.ones_like(z), np.ones_like(z), np.zeros_like(z)
    for start in range(0, _TERMS, _BLOCK):
        for step in range(start, start + _BLOCK):
            term = term * ((a + step) * (b + step) / ((c + step) * (step + 1)) * z)
            total += term
        is_large = np.abs(total) > _LARGE
        if is_large.any():
            factor = np.where(is_large, 1 / _LARGE, 1.0)
            term, total, scale = term * factor, total * factor, scale - np.log(factor)
        # What is still to come is about a geometric series of the ratio z.
        is_open = np.abs(term) > _PRECISION * np.abs(total) * (1 - z)
        is_done = ~is_open
        sums[rows[is_done]], scales[rows[is_done]] = total[is_done], scale[is_done]
        rows = rows[is_open]
        term, total, scale, a, b, c, z = (one[is_open] for one in (term, total, scale, a, b, c, z))
        if not len(rows):
            break
    sums[rows], scales[rows] = total, scale
    return np.asarray(np.log(np.abs(sums)) + scales)
