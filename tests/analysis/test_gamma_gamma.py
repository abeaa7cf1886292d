"""The gamma-gamma model agrees with its reference and leaves out who spent nothing."""

from dataclasses import astuple

import numpy as np
import pytest

from ecrm_desktop.analysis import gamma_gamma
from ecrm_desktop.analysis.special_functions import digamma, log_gamma
from tests.analysis.cdnow import sample


def test_the_parameters_are_those_of_the_sample() -> None:
    found = gamma_gamma.fit(sample().repeats, sample().spend, with_prior=False)
    assert found is not None
    assert found.is_reached
    assert astuple(found.parameters) == pytest.approx((6.25, 3.74, 15.44), abs=0.01)
    assert found.log_likelihood == pytest.approx(-4055.92, abs=0.01)
    assert found.people == 946
    spend = gamma_gamma.expected_spend(found, sample().repeats, sample().spend)
    assert spend[sample().repeats == 0] == pytest.approx(35.17, abs=0.01)


def test_the_unit_of_money_does_not_matter() -> None:
    dollars = gamma_gamma.fit(sample().repeats, sample().spend)
    rials = gamma_gamma.fit(sample().repeats, sample().spend * 1e6)
    assert dollars is not None
    assert rials is not None
    p, q, v = astuple(dollars.parameters)
    assert astuple(rials.parameters) == pytest.approx((p, q, v * 1e6), rel=1e-4)


def test_who_came_often_is_expected_to_spend_as_before() -> None:
    found = gamma_gamma.fit(sample().repeats, sample().spend)
    assert found is not None
    repeats, spend = np.array([1, 1_000, 5]), np.array([100.0, 100.0, 0.0])
    once, often, nothing = gamma_gamma.expected_spend(found, repeats, spend).tolist()
    assert 35 < once < often
    assert often == pytest.approx(100, rel=0.01)
    assert nothing == pytest.approx(35, rel=0.05)


@pytest.mark.parametrize(
    ("repeats", "spend"),
    [([1], [5.0]), ([1, 1, 1], [5.0, 5.0, 5.0]), ([10_000], [1e12]), ([3, 2, 0], [1e-3, 1e9, 0])],
)
@pytest.mark.parametrize("with_prior", [True, False])
def test_few_customers_stay_finite(
    repeats: list[int], spend: list[float], *, with_prior: bool
) -> None:
    frequency, spends = np.array(repeats), np.array(spend)
    found = gamma_gamma.fit(frequency, spends, with_prior=with_prior)
    assert found is not None
    expected = gamma_gamma.expected_spend(found, frequency, spends)
    assert np.isfinite([*astuple(found.parameters), found.log_likelihood, *expected]).all()
    assert (expected > 0).all()


def test_nobody_who_spent_anything_gives_nothing() -> None:
    assert gamma_gamma.fit(np.array([0, 4]), np.array([7.0, 0.0])) is None


def test_the_functions_are_those_of_the_tables() -> None:
    x = np.array([0.001, 0.5, 1, 2, 5.5, 100, 12_000])
    # Abramowitz and Stegun: ln Γ(1/2) = ln √π; ψ(1) = −γ; ψ(1/2) = −γ − 2 ln 2.
    assert log_gamma(x)[1:4] == pytest.approx([0.5 * np.log(np.pi), 0, 0], abs=1e-11)
    assert digamma(x)[1:3] == pytest.approx([-1.96351002602142, -0.577215664901533], abs=1e-10)
    assert log_gamma(x + 1) - log_gamma(x) == pytest.approx(np.log(x), abs=1e-8)
    assert digamma(x + 1) - digamma(x) == pytest.approx(1 / x, rel=1e-9)
