"""Sales of the months to come: six small methods, weighted by how well each has done.

Sources: Assimakopoulos and Nikolopoulos, The Theta Model, International Journal of Forecasting 16
(2000); Gardner and McKenzie, Forecasting Trends in Time Series, Management Science 31 (1985);
weights by Bates and Granger, The Combination of Forecasts, 1969.
"""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Floats
from ecrm_desktop.values.findings import ForecastKind

_YEAR = 12
_FULL = 2 * _YEAR
_ORIGINS = 12
_LEAST = 13
_BAND = (0.1, 0.9)
_FLOOR = 1e-6
_DAMPING = 0.9
# How much a season is believed that was seen once.
_UNTRIED = 0.5
_WIDENING = 0.18
# The jury's weights were found on the very months that its errors are taken from, so these are too
# small; on M3 and Tourism by about this much.
_TOO_SMALL = 1.45
_GROWTH = (0.5, 2.0)
_TWICE_SQUARED = 4.0
# A tenth and ten times as much: beyond that a band says nothing.
_WIDEST = float(np.log(10))
_MOST_SURPRISE = 3.0
_LEVELS = np.array([0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9])
_TRENDS = np.array([0.0, 0.05, 0.1, 0.2])
METHODS = 6


@dataclass(frozen=True, slots=True)
class Grade:
    """What the forecast of a year ago was worth.

    `error` is the sum of what it was off over the sum of what was sold, `error_of_last_year` the
    same of taking each month as it was the year before; `inside` of `months` fell into the band.
    """

    months: int
    error: float
    error_of_last_year: float
    inside: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What months to come will bring, in the unit of the sales; empty if nothing can be said.

    Eight of ten should fall between `low` and `high`. `expected` is empty where only a range is
    honest. `ramadan` multiplies a month that lies wholly in Ramadan; 1 if that is not known.
    """

    kind: ForecastKind
    expected: Floats
    low: Floats
    high: Floats
    weights: Floats
    ramadan: float
    grade: Grade | None


def forecast_sales(
    sales: Floats, months: int, ramadan: Floats | None = None, *, is_graded: bool = True
) -> Forecast:
    """Return the `months` after the finished months whose `sales` are given, oldest first.

    `ramadan` is which part of each month, also of those to come, lies in Ramadan. Sales below 0
    count as 0. Below 12 months nothing is said and below 24 a range only. A grade needs 36.
    """
    clean = np.maximum(np.nan_to_num(sales), 0.0)
    empty = np.zeros(0)
    if len(clean) < _YEAR or not clean.any() or months < 1:
        return Forecast(ForecastKind.NOTHING, empty, empty, empty, empty, 1.0, None)
    if len(clean) < _FULL:
        low, high = np.quantile(clean[-_YEAR:], _BAND)
        return Forecast(
            ForecastKind.RANGE, empty, np.full(months, low), np.full(months, high), empty, 1.0, None
        )
    scale = float(clean.mean())
    shares = np.zeros(len(clean) + months) if ramadan is None else ramadan[: len(clean) + months]
    log_factor = _ramadan(clean / scale, shares[: len(clean)])
    effect = np.exp(log_factor * shares)
    expected, low, high, weights = _jury(clean / scale / effect[: len(clean)], months)
    after = effect[len(clean) :] * scale
    return Forecast(
        ForecastKind.FORECAST,
        expected * after,
        low * after,
        high * after,
        weights,
        float(np.exp(log_factor)),
        _grade(clean, shares) if is_graded and len(clean) >= _FULL + _YEAR else None,
    )


def _grade(sales: Floats, shares: Floats) -> Grade | None:
    past, happened = sales[:-_YEAR], sales[-_YEAR:]
    told = forecast_sales(past, _YEAR, shares[: len(sales)], is_graded=False)
    everything = float(happened.sum())
    if told.kind is not ForecastKind.FORECAST or not everything:
        return None
    inside = (told.low <= happened) & (happened <= told.high)
    return Grade(
        months=_YEAR,
        error=float(np.abs(told.expected - happened).sum()) / everything,
        error_of_last_year=float(np.abs(past[-_YEAR:] - happened).sum()) / everything,
        inside=int(inside.sum()),
    )


def _ramadan(sales: Floats, shares: Floats) -> float:
    """Return the logarithm of what a whole Ramadan multiplies, shrunk by its doubt.

    Only changes against the same month of the year before are looked at, so no season is taken for
    it: Ramadan moves by 11 days a year.
    """
    now, before = sales[_YEAR:], sales[:-_YEAR]
    sound = (now > _FLOOR) & (before > _FLOOR)
    moved = (shares[_YEAR:] - shares[:-_YEAR])[sound]
    change = np.log(now[sound] / before[sound])
    if len(change) < _YEAR:
        return 0.0
    moved, change = moved - moved.mean(), change - np.median(change)
    spread = float(moved @ moved)
    if spread < _FLOOR:
        return 0.0
    slope = float(moved @ change) / spread
    rest = change - slope * moved
    doubt = float(rest @ rest) / max(len(rest) - 2, 1) / spread
    # Of three Ramadans chance makes a lot; what is not twice its doubt is nothing.
    trust = max(1 - _TWICE_SQUARED * doubt / slope**2, 0.0) if slope else 0.0
    return float(np.clip(slope * trust, -1.0, 1.0))


def _jury(sales: Floats, months: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Return what the jury expects, its band, and the weights of its members."""
    count = len(sales)
    origins = range(max(_LEAST, count - _ORIGINS), count)
    told = [_members(sales[:origin], min(months, count - origin)) for origin in origins]
    missed = [
        np.abs(one - sales[origin : origin + one.shape[1]])
        for one, origin in zip(told, origins, strict=True)
    ]
    mean = np.concatenate(missed, axis=1).mean(axis=1)
    weights = 1 / np.maximum(mean, _FLOOR) ** 2
    weights /= weights.sum()
    ratios = np.concatenate(
        [
            _log_ratio(sales[origin : origin + one.shape[1]], weights @ one)
            / _widening(one.shape[1])
            for one, origin in zip(told, origins, strict=True)
        ]
    )
    expected = weights @ _members(sales, months)
    below, above = np.quantile(ratios, _BAND)
    wide = _TOO_SMALL * _widening(months)
    low, high = (
        expected * np.exp(np.clip(edge * wide, -_WIDEST, _WIDEST))
        for edge in (min(float(below), 0.0), max(float(above), 0.0))
    )
    return expected, low, high, weights


def _widening(months: int) -> Floats:
    return np.asarray(np.sqrt(1 + _WIDENING * np.arange(months)))


def _log_ratio(happened: Floats, told: Floats) -> Floats:
    # A month without sales is no infinite surprise.
    ratio = np.maximum(happened, _FLOOR) / np.maximum(told, _FLOOR)
    return np.asarray(np.clip(np.log(ratio), -_MOST_SURPRISE, _MOST_SURPRISE))


def _members(sales: Floats, months: int) -> Floats:
    """Return what each of the six expects, one row a method.

    As last year; as the last two years, grown; Theta and the damped trend, each of the sales and
    of the sales without their season.
    """
    count = len(sales)
    ahead = np.arange(months)
    year = sales[-_YEAR:][ahead % _YEAR]
    grown = year
    if count >= _FULL:
        before = sales[-_FULL:-_YEAR]
        growth = float(np.clip(sales[-_YEAR:].sum() / max(before.sum(), _FLOOR), *_GROWTH))
        # Two years tell the months better than one; half of the growth is believed to go on.
        grown = (year + before[ahead % _YEAR] * growth) / 2 * np.sqrt(growth)
    season = _season(sales)
    index = season[(count + ahead) % _YEAR]
    plain = sales / season[np.arange(count) % _YEAR]
    rows = [
        year,
        grown,
        _theta(sales, months),
        _theta(plain, months) * index,
        _damped(sales, months),
        _damped(plain, months) * index,
    ]
    return np.asarray(np.maximum(np.array(rows), 0.0))


def _season(sales: Floats) -> Floats:
    """Return a factor for each place in the year, the first entry being that of `sales[0]`.

    Shrunk towards 1 by how much the years disagree.
    """
    count = len(sales)
    if count < _FULL:
        return np.ones(_YEAR)
    weights = np.r_[0.5, np.ones(_YEAR - 1), 0.5] / _YEAR
    middle = np.convolve(sales, weights, mode="valid")
    half = _YEAR // 2
    places = np.arange(half, half + len(middle))
    logs = np.log(np.maximum(sales[places], _FLOOR) / np.maximum(middle, _FLOOR))
    logs = np.clip(logs, -_MOST_SURPRISE, _MOST_SURPRISE)
    numbers = np.bincount(places % _YEAR, minlength=_YEAR)
    means = np.bincount(places % _YEAR, weights=logs, minlength=_YEAR) / np.maximum(numbers, 1)
    rest = logs - means[places % _YEAR]
    free = len(logs) - _YEAR
    between = float(means.var())
    if free >= half and between > _FLOOR:
        within = float(rest @ rest) / free / float(numbers.mean())
        trust = max(1 - within / between, 0.0)
    else:
        trust = _UNTRIED
    factors = np.exp((means - means.mean()) * trust)
    return np.asarray(factors / factors.mean())


def _theta(sales: Floats, months: int) -> Floats:
    """Return the Theta method: exponential smoothing with half the slope of the straight line."""
    count = len(sales)
    time = np.arange(count) - (count - 1) / 2
    slope = float(time @ sales) / float(time @ time)
    level, alpha = _smoothed(sales, np.zeros(1), 1.0)[:2]
    ahead = np.arange(months) + (1 - (1 - alpha) ** count) / alpha
    return np.asarray(level + 0.5 * slope * ahead)


def _damped(sales: Floats, months: int) -> Floats:
    """Return the damped trend: each month adds less of it."""
    level, _, trend = _smoothed(sales, _TRENDS, _DAMPING)
    return np.asarray(level + trend * np.cumsum(_DAMPING ** np.arange(1, months + 1)))


def _smoothed(sales: Floats, trends: Floats, damping: float) -> tuple[float, float, float]:
    """Return level, its smoothing and trend at the end, smoothed as foretold best one month ahead.

    All pairs of smoothing constants go through the months side by side.
    """
    alpha, beta = (grid.ravel() for grid in np.meshgrid(_LEVELS, trends))
    level = np.full(len(alpha), float(sales[: _YEAR // 2].mean()))
    trend, lost = np.zeros(len(alpha)), np.zeros(len(alpha))
    for value in sales:
        told = level + damping * trend
        error = value - told
        lost += error**2
        level = told + alpha * error
        trend = damping * trend + beta * error
    best = int(np.argmin(lost))
    return float(level[best]), float(alpha[best]), float(trend[best])
