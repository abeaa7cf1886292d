"""The range of purchases holds eight of ten, also of customers nobody fitted the model to."""

import numpy as np
import pytest

from ecrm_desktop.analysis import bg_nbd
from ecrm_desktop.analysis.value_range import purchase_range
from tests.analysis.cdnow import sample


def test_eight_of_ten_real_customers_stay_inside() -> None:
    rows, numbers, later = sample().rows, sample().numbers, sample().later
    parameters = bg_nbd.fit(rows).parameters
    low, high = purchase_range(
        bg_nbd.conditional_purchases(parameters, rows, 39),
        bg_nbd.probability_alive(parameters, rows),
        parameters.r + rows.frequency,
    )
    inside = (low[numbers] <= later) & (later <= high[numbers])
    assert inside.mean() > 0.8
    # Visits are whole: a narrower range would leave more than a tenth outside above.
    assert (later <= high[numbers] - 1).mean() < 0.9


def test_the_edges_are_those_of_the_distribution() -> None:
    chance = np.random.default_rng(2)
    for mean, alive, shape in ((0.3, 1.0, 0.5), (8.0, 0.95, 4.0), (400.0, 0.97, 60.0)):
        gone = chance.random(200_000) > alive
        rate = chance.gamma(shape, mean / alive / shape, 200_000)
        seen = np.where(gone, 0, chance.poisson(rate))
        low, high = purchase_range(np.array([mean]), np.array([alive]), np.array([shape]))
        wanted = np.quantile(seen, [0.1, 0.9])
        assert [low[0], high[0]] == pytest.approx(wanted, rel=0.06, abs=0)


def test_who_has_gone_has_nothing() -> None:
    low, high = purchase_range(np.array([0.0, 1e-9]), np.array([1e-30, 0.05]), np.array([3.0, 9]))
    assert low.tolist() == high.tolist() == [0, 0]
