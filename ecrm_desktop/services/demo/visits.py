"""When each customer of the sample shop came and bought: regulars, lapsed ones, one-timers."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from ecrm_desktop.services.demo.draws import endless
from ecrm_desktop.services.demo.timeline import Timeline

WALK_IN: Final = 0
"""Stands in a day's visits for somebody whose name was not asked."""

_WALK_INS = 0.06
_GIVES_WAY = 45  # days at most by which a rhythm gives way to the season
_AT_THE_START = 0.12  # of the customers are older than the program: entered in its first weeks
_FIRST_WEEKS = 25
_FIRST_YEAR = 365
_SURE_TODAY = 3


@dataclass(frozen=True, slots=True)
class _Habit:
    """A kind of customer: days between purchases, days until they stay away (None: never)."""

    share: float
    gap: tuple[int, int]
    stays: tuple[int, int] | None


_HABITS = (
    _Habit(0.08, (0, 0), (-1, -1)),  # asked, and never bought
    _Habit(0.515, (0, 0), (0, 0)),  # once
    _Habit(0.315, (200, 600), None),  # now and then
    _Habit(0.05, (30, 110), (60, 350)),  # a regular who is lost
    _Habit(0.035, (35, 110), None),  # a regular
    _Habit(0.005, (9, 24), None),  # the best ones
)


class Visits:
    """The plan of all visits: on which day each customer came first, and who bought when."""

    def __init__(self, rng: Random, timeline: Timeline, customers: int) -> None:
        days = timeline.today + 1
        old = int(customers * _AT_THE_START)
        first_days = [int(rng.random() * _FIRST_WEEKS) for _ in range(old)]
        first_days += [timeline.busy_day() for _ in range(customers - old)]
        # In order of coming, since codes are given out in that order.
        first_days.sort()
        self.first_days = array("H", first_days)
        self.buyers = [array("I") for _ in range(days)]
        """For each day customers counted from 1, or `WALK_IN`."""
        habits = endless(rng, _HABITS, [habit.share for habit in _HABITS])
        for at, first_day in enumerate(self.first_days):
            first_bought = first_day
            if first_day < _FIRST_WEEKS:
                first_bought = timeline.busy_day(first_day, first_day + _FIRST_YEAR)
            for day in _days(rng, timeline, next(habits), first_bought):
                self.buyers[day].append(at + 1)
        for _ in range(int(customers * _WALK_INS)):
            self.buyers[timeline.busy_day()].append(WALK_IN)
        # The first page shows today: a small shop must not be left empty by chance.
        for _ in range(min(_SURE_TODAY, customers)):
            self.buyers[-1].append(1 + int(rng.random() * customers))


def _days(rng: Random, timeline: Timeline, habit: _Habit, first_day: int) -> Iterator[int]:
    last = timeline.today
    if habit.stays:
        low, high = habit.stays
        last = min(last, first_day + low + int(rng.random() * (high - low)))
    if last < first_day:
        return
    yield first_day
    low, high = habit.gap
    # A rhythm of one's own, kept more or less.
    own_gap = low + rng.random() * (high - low)
    give = min(int(own_gap / 2), _GIVES_WAY)
    day = first_day
    while own_gap:
        day += max(1, int(own_gap * (0.5 + rng.random())))
        if day > last:
            return
        yield max(first_day, timeline.busy_day(day - give, day + give))
