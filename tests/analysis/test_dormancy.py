"""Which rule tells best who has gone depends on how people of a shop buy."""

import numpy as np
import pytest

from ecrm_desktop.analysis import dormancy
from ecrm_desktop.analysis.visits import Visits, gather_visits, summarize
from ecrm_desktop.values.figure_numbers import choice_of
from ecrm_desktop.values.findings import DormancyRule
from ecrm_desktop.values.statuses import CustomerState

TODAY = 739_000


def shop(*people: list[int]) -> Visits:
    """Return people by how many days ago they came."""
    days = [TODAY - ago for one in people for ago in one]
    whose = [number for number, one in enumerate(people) for _ in one]
    return gather_visits(
        np.array(whose, np.int64), np.array(days, np.int64), np.ones(len(days), np.int64),
        len(people),
    )  # fmt: skip


def rhythms(gap: int, begin: int, end: int, people: int) -> list[list[int]]:
    """Return people who came every `gap` days from `begin` days ago to `end` days ago."""
    return [list(range(end + shift % gap, begin, gap)) for shift in range(people)]


def test_the_own_rhythm_tells_best_where_rhythms_differ() -> None:
    # Whoever comes each 200 days is silent for 90 again and again; who comes each week is not.
    found = dormancy.choose_rule(
        shop(
            *rhythms(200, 1_700, 0, 60),
            *rhythms(7, 1_700, 430, 60),
            *rhythms(7, 1_700, 0, 60),
        ),
        TODAY,
    )
    verdicts = {one.rule: one for one in found.verdicts}
    assert found.rule is not DormancyRule.NINETY_DAYS
    assert found.verdict is verdicts[found.rule]
    best, plain = verdicts[DormancyRule.TWICE_OWN_GAP], verdicts[DormancyRule.NINETY_DAYS]
    assert best.skill > plain.skill
    assert best.people == 180
    assert best.gone == 60


def test_hits_are_counted_as_they_happened() -> None:
    # Tried a year ago: silent for 100 days then. Two of three never came again.
    gone = [[465], [470]]
    back, active = [[480, 10]], [[370, 340], [371, 20]]
    [verdict] = [
        one
        for one in dormancy.choose_rule(
            shop([1_000, 900, 1], *gone, *back, *active), TODAY
        ).verdicts
        if one.rule is DormancyRule.NINETY_DAYS
    ]
    assert verdict.days == 365
    assert (verdict.people, verdict.named, verdict.stayed_away, verdict.gone) == (6, 4, 2, 2)
    assert verdict.hit_rate == pytest.approx(0.5)


@pytest.mark.parametrize("people", [[], [[1]], [[170, 3]], [[0]]])
def test_a_young_shop_is_not_tried(people: list[list[int]]) -> None:
    found = dormancy.choose_rule(shop(*people), TODAY)
    assert found == dormancy.Choice(DormancyRule.NINETY_DAYS, ())
    assert found.verdict is None


def test_states_follow_the_rule() -> None:
    summary = summarize(
        shop(
            [10],
            [200, 50],
            [400, 70],
            [400, 95],
            [32, 24, 16, 8, 0],
            [900, 600, 300, 0],
            [40, 30, 20],
        )
    )
    alive = np.ones(7)

    def told(rule: DormancyRule) -> list[CustomerState | None]:
        near = dormancy.nearness(rule, summary, alive, TODAY)
        found = dormancy.states(near, summary, TODAY)
        return [choice_of(CustomerState, number) for number in found.tolist()]

    new, active = CustomerState.NEW, CustomerState.ACTIVE
    risk, dormant = CustomerState.AT_RISK, CustomerState.DORMANT
    assert told(DormancyRule.NINETY_DAYS) == [new, active, risk, dormant, new, active, new]
    later = TODAY + 17
    near = dormancy.nearness(DormancyRule.TWICE_OWN_GAP, summary, alive, later)
    assert near[4] == pytest.approx(17 / 16)
    assert near[5] == pytest.approx(17 / 600)
    assert dormancy.nearness(DormancyRule.PROBABILITY, summary, alive, TODAY)[1] == 0
    none = np.zeros(0, np.int64)
    nobody = summarize(gather_visits(none, none, none, 1))
    [never] = dormancy.states(np.zeros(1), nobody, TODAY).tolist()
    assert choice_of(CustomerState, never) is CustomerState.NEVER_BOUGHT
