"""BG/NBD agrees with what its authors published, and stays finite where the formulas do not."""

from dataclasses import astuple

import numpy as np
import pytest

from ecrm_desktop.analysis import bg_nbd
from ecrm_desktop.analysis.arrays import Ints
from ecrm_desktop.analysis.bg_nbd import Parameters, Rows
from tests.analysis.cdnow import sample

PAPER = Parameters(0.242595, 4.413603, 0.792922, 2.425907)


def rows(*lines: tuple[float, float, float]) -> Rows:
    frequency, recency, age = np.array(lines, float).T
    return Rows(frequency, recency, age, np.ones(len(lines)))


def test_the_parameters_are_those_of_the_paper() -> None:
    found = bg_nbd.fit(sample().rows, with_prior=False)
    assert found.is_reached
    assert astuple(found.parameters) == pytest.approx(astuple(PAPER), abs=1e-3)
    assert found.log_likelihood == pytest.approx(-9582.4292, abs=1e-2)
    assert bg_nbd.log_likelihood(PAPER, sample().rows) == pytest.approx(-9582.4292, abs=1e-2)


def test_what_people_buy_after_the_first_time() -> None:
    weeks = np.array([0.1429, 1, 3, 31.8571, 32, 78])
    expected = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576]
    assert bg_nbd.expected_purchases(PAPER, weeks) == pytest.approx(expected, abs=5e-4)


def test_what_one_customer_will_buy() -> None:
    [expected] = bg_nbd.conditional_purchases(PAPER, rows((2, 30.43, 38.86)), 39)
    assert expected == pytest.approx(1.226, abs=1e-3)


def test_what_customers_who_bought_alike_will_buy() -> None:
    each = bg_nbd.conditional_purchases(PAPER, sample().rows, 39)[sample().numbers]
    group = np.minimum(sample().repeats, 7)
    people = np.bincount(group)
    assert np.bincount(group, each) / people == pytest.approx(
        [0.2251, 0.5231, 1.0441, 1.5203, 2.1639, 2.6538, 3.5040, 6.1572], abs=5e-3
    )
    assert np.bincount(group, sample().later) / people == pytest.approx(
        [0.2367, 0.6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594], abs=5e-3
    )


def test_the_prior_changes_little_where_there_are_many() -> None:
    free = bg_nbd.fit(sample().rows, with_prior=False).parameters
    held = bg_nbd.fit(sample().rows).parameters
    assert bg_nbd.conditional_purchases(held, sample().rows, 39) == pytest.approx(
        bg_nbd.conditional_purchases(free, sample().rows, 39), rel=0.02, abs=1e-6
    )


@pytest.mark.parametrize("a", [1.0, 1 - 1e-9, 1 + 1e-7])
def test_nothing_happens_where_a_is_one(a: float) -> None:
    def expected(value: float) -> float:
        parameters = Parameters(0.3, 5.0, value, 2.0)
        return float(bg_nbd.conditional_purchases(parameters, rows((3, 20, 30)), 39)[0])

    assert expected(a) == pytest.approx((expected(0.999) + expected(1.001)) / 2, rel=1e-4)


def test_the_gradient_leads_where_the_likelihood_grows() -> None:
    """A short way along any parameter changes the likelihood as the found maximum says: not."""
    best = np.array(astuple(bg_nbd.fit(sample().rows, with_prior=False).parameters))
    highest = bg_nbd.log_likelihood(Parameters(*best), sample().rows)
    for place in range(4):
        for factor in (0.99, 1.01):
            moved = best.copy()
            moved[place] *= factor
            assert bg_nbd.log_likelihood(Parameters(*moved), sample().rows) < highest


def test_simulated_customers_give_their_parameters_back() -> None:
    chance = np.random.default_rng(7)
    true, people, age = Parameters(0.8, 6.0, 0.9, 3.0), 20_000, 104 * 7
    rate = chance.gamma(true.r, 1 / true.alpha, people)
    leaving = chance.beta(true.a, true.b, people)
    repeats, last = np.zeros(people, np.int64), np.zeros(people)
    is_here = np.ones(people, bool)
    while is_here.any():
        at = last + np.where(is_here, chance.exponential(1 / rate) * 7, 0)
        is_here &= at < age
        repeats[is_here] += 1
        last[is_here] = at[is_here]
        is_here &= chance.random(people) > leaving
    table, _ = bg_nbd.distinct_rows(repeats, last.astype(np.int64), np.full(people, age))
    found = bg_nbd.fit(table).parameters
    assert astuple(found) == pytest.approx(astuple(true), rel=0.15)


@pytest.mark.parametrize(
    ("repeats", "last", "age"),
    [
        ([0], [0], [0]),
        ([0, 0, 0], [0, 0, 0], [1, 400, 4000]),
        ([9_999], [3_600], [3_650]),
        ([2_000, 0, 1], [700, 0, 1], [700, 700, 1]),
        ([1, 1, 1], [1, 1, 1], [1, 1, 1]),
        ([300] * 50, [299] * 50, [3_650] * 50),
    ],
)
@pytest.mark.parametrize("with_prior", [True, False])
def test_odd_shops_stay_finite(
    repeats: list[int], last: list[int], age: list[int], *, with_prior: bool
) -> None:
    columns: list[Ints] = [np.array(one, np.int64) for one in (repeats, last, age)]
    table, numbers = bg_nbd.distinct_rows(*columns)
    assert int(table.count.sum()) == len(numbers) == len(repeats)
    found = bg_nbd.fit(table, with_prior=with_prior)
    assert np.isfinite([*astuple(found.parameters), found.log_likelihood]).all()
    for weeks in (1, 39, 520):
        expected = bg_nbd.conditional_purchases(found.parameters, table, weeks)
        assert np.isfinite(expected).all()
        assert (expected >= 0).all()
    alive = bg_nbd.probability_alive(found.parameters, table)
    assert ((alive >= 0) & (alive <= 1)).all()


def test_many_visits_stay_finite_and_plausible() -> None:
    """The published form overflows from some 300 visits on."""
    visits = [0, 1, 10, 100, 300, 1_000, 2_000]
    table = rows(*((x, 100.0 if x else 0.0, 100.0) for x in visits))
    for parameters in (PAPER, Parameters(0.1, 0.001, 30.0, 0.01), Parameters(50, 900, 0.01, 90)):
        expected = bg_nbd.conditional_purchases(parameters, table, 52)
        assert np.isfinite(expected).all()
        assert (expected >= 0).all()
    expected = bg_nbd.conditional_purchases(PAPER, table, 52)
    # Who came 1,000 times in 100 weeks comes 520 times in 52, unless they leave meanwhile.
    assert 400 < expected[5] < 500


def test_no_rows_are_no_customers() -> None:
    nobody = np.zeros(0, np.int64)
    table, _ = bg_nbd.distinct_rows(nobody, nobody, nobody)
    with pytest.raises(ValueError, match="Rows"):
        bg_nbd.fit(table)
