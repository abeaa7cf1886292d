"""Cohorts count money by the age of each customer, and say what is not over."""

import numpy as np

from ecrm_desktop.analysis.cohorts import Worth, follow_cohorts
from ecrm_desktop.analysis.visits import gather_visits, summarize


def test_money_counts_by_the_age_of_each_customer() -> None:
    first = 10_000
    visits = gather_visits(
        np.array([0, 0, 0, 1, 2, 2]),
        np.array([first, first + 182, first + 183, first + 20, first + 5, first + 600]),
        np.array([100, 10, 1, 50, 7, -3]),
        4,
    )
    cohort = np.array([0, 0, 1, 0])
    channel = np.array([2, 2, 0, 2])
    found = follow_cohorts(
        visits,
        summarize(visits),
        cohort,
        channel,
        np.array([first + 30, first + 40]),
        first + 30 + 365,
    )
    early, late = found
    assert (early.number, early.channel, early.people, early.registered) == (0, 2, 2, 1)
    assert early.came_again == 1
    assert early.worth == (Worth(6, 160, True), Worth(12, 161, True), Worth(18, 161, False))
    assert (late.number, late.channel, late.people, late.registered) == (1, 0, 1, 0)
    assert [one.money for one in late.worth] == [7, 7, 7]
    assert [one.is_finished for one in late.worth] == [True, False, False]


def test_who_is_left_out_is_in_no_cohort() -> None:
    visits = gather_visits(np.array([0, 1]), np.array([5, 6]), np.array([1, 2]), 2)
    summary = summarize(visits)
    nowhere = np.array([-1, -1])
    assert follow_cohorts(visits, summary, nowhere, np.array([0, 1]), np.array([9]), 99) == ()
    [one] = follow_cohorts(visits, summary, np.array([-1, 0]), np.array([0, 1]), np.array([9]), 99)
    assert (one.people, one.worth[0].money) == (1, 2)
