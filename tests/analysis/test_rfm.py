"""RFM gives equals equal scores, and every mixture of scores a name."""

from itertools import product

import numpy as np
import pytest

from ecrm_desktop.analysis import rfm
from ecrm_desktop.values.figure_numbers import choice_of
from ecrm_desktop.values.statuses import RfmCell


def test_equals_have_equal_scores_and_more_is_never_less() -> None:
    chance = np.random.default_rng(3)
    for _ in range(20):
        visits = chance.geometric(0.5, 500)
        found = rfm.score(chance.integers(1, 400, 500), visits, chance.integers(0, 10**6, 500))
        order = np.argsort(visits, kind="stable")
        assert (np.diff(found.frequency[order]) >= 0).all()
        for value in np.unique(visits):
            assert len(np.unique(found.frequency[visits == value])) == 1
        assert found.recency.min() >= 1
        assert found.recency.max() <= 5


def test_a_hundred_different_customers_fall_into_fifths() -> None:
    values = np.arange(100)
    found = rfm.score(values, values, values)
    assert np.bincount(found.money)[1:].tolist() == [20, 20, 20, 20, 20]
    best, worst = (choice_of(RfmCell, int(found.cell[at])) for at in (99, 0))
    assert (best, worst) == (RfmCell.CHAMPIONS, RfmCell.LOST)


def test_every_mixture_of_scores_has_a_name() -> None:
    fifths = np.arange(1, 6)
    mixtures = np.array(list(product(fifths, fifths, fifths)))
    found = rfm.score(*mixtures.T)
    assert {choice_of(RfmCell, int(cell)) for cell in found.cell} == set(RfmCell)
    assert found.cell.min() > 0


@pytest.mark.parametrize("people", [1, 7])
def test_where_all_are_alike_nobody_is_best_or_worst(people: int) -> None:
    same = np.full(people, 5)
    found = rfm.score(same, same, same)
    assert set(found.recency.tolist()) == set(found.money.tolist()) == {3}


def test_nobody_has_no_scores() -> None:
    nobody = np.zeros(0, np.int64)
    assert len(rfm.score(nobody, nobody, nobody).cell) == 0
