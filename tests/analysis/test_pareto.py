"""The fewest who make 80 percent, found by adding up one after the other."""

import numpy as np
import pytest

from ecrm_desktop.analysis.pareto import concentrate


def test_the_fewest_are_the_fewest() -> None:
    chance = np.random.default_rng(5)
    for _ in range(50):
        money = chance.integers(-100, 10_000, chance.integers(1, 40))
        found = concentrate(money)
        best = sorted((int(one) for one in money if one > 0), reverse=True)
        assert found is not None
        assert (found.people, found.total) == (len(best), sum(best))
        assert sum(best[: found.fewest]) >= 0.8 * found.total > sum(best[: found.fewest - 1])
        assert found.fewest_from == best[found.fewest - 1]


def test_the_best_fifth() -> None:
    found = concentrate(np.array([60, 10, 10, 10, 10, 0, -5]))
    assert found is not None
    assert (found.top, found.top_from, found.top_share) == (1, 60, 0.6)
    assert (found.fewest, found.fewest_share) == (3, 0.6)


@pytest.mark.parametrize("money", [[], [0, 0], [-5]])
def test_without_money_there_is_nothing_to_divide(money: list[int]) -> None:
    assert concentrate(np.array(money, np.int64)) is None
