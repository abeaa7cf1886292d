"""Visits and the figures of customers, beside the same in plain Python."""

from collections import defaultdict
from itertools import pairwise
from random import Random
from statistics import median

import numpy as np
import pytest

from ecrm_desktop.analysis.visits import gather_visits, summarize

Purchase = tuple[int, int, int]


def plain(purchases: list[Purchase], person: int) -> tuple[int, ...]:
    """Return visits, first, last, gap, total and the money of all visits but the first."""
    money: dict[int, int] = defaultdict(int)
    for who, day, amount in purchases:
        if who == person:
            money[day] += amount
    days = sorted(money)
    if not days:
        return (0, 0, 0, 0, 0, 0)
    gaps = [later - earlier for earlier, later in pairwise(days[-20:])]
    total = sum(money.values())
    gap = round(median(gaps)) if len(days) >= 4 else 0
    return (len(days), days[0], days[-1], gap, total, total - money[days[0]])


@pytest.mark.parametrize("seed", range(30))
def test_figures_are_those_of_the_plain_way(seed: int) -> None:
    chance = Random(seed)
    people = chance.choice([1, 2, 5])
    purchases = [
        (chance.randrange(people), 730_000 + chance.randrange(90), chance.randrange(-50, 1_000))
        for _ in range(chance.choice([0, 1, 2, 5, 40, 200]))
    ]
    columns = np.array(purchases, np.int64).reshape(-1, 3).T
    found = summarize(gather_visits(columns[0], columns[1], columns[2], people))
    for person in range(people):
        ours = (found.visits, found.first, found.last, found.gap, found.total, found.repeated)
        assert tuple(int(one[person]) for one in ours) == plain(purchases, person)


def test_a_rhythm_has_a_spread() -> None:
    steady, uneven = [0, 10, 20, 30, 40], [0, 2, 4, 34, 64]
    days = np.array([1_000 + day for day in steady + uneven])
    visits = gather_visits(np.repeat([0, 1], 5), days, np.ones(10, np.int64), 2)
    found = summarize(visits)
    assert found.gap.tolist() == [10, 16]
    assert found.spread.tolist() == [0, 28]
    assert len(visits.until(1_004)) == 4
