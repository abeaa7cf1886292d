"""Pairs are those that are together more often than by chance, and nothing is made of chance."""

import numpy as np

from ecrm_desktop.analysis.arrays import Ints
from ecrm_desktop.analysis.baskets import find_pairs


def columns(baskets: list[list[int]]) -> tuple[Ints, Ints]:
    pairs = [(at, one) for at, basket in enumerate(baskets) for one in sorted(set(basket))]
    table = np.array(pairs, np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def by_chance(products: int, baskets: int) -> list[list[int]]:
    chance = np.random.default_rng(3)
    return [chance.integers(1, products + 1, 3).tolist() for _ in range(baskets)]


def test_nothing_is_made_of_chance() -> None:
    assert find_pairs(*columns(by_chance(200, 3_000)), 20) == ()
    assert find_pairs(*columns([]), 20) == ()
    assert find_pairs(*columns([[1], [2], [1]]), 20) == ()


def test_what_goes_together_is_found_with_what_chance_would_have_made() -> None:
    found = find_pairs(*columns([*by_chance(200, 2_000), *[[501, 502]] * 40, *[[501]] * 10]), 20)
    assert [(one.first, one.second, one.together) for one in found] == [(501, 502, 40)]
    [pair] = found
    assert (pair.of_first, pair.of_second) == (50, 40)
    assert pair.by_chance == 50 * 40 / 2_050
    assert pair.lift == 40 / pair.by_chance


def test_a_delivery_is_no_basket() -> None:
    deliveries = [list(range(1, 60))] * 30
    assert find_pairs(*columns(deliveries), 20) == ()
