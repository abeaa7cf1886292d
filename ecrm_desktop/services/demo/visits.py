"""When each customer of the sample shop came and bought, by the habits of their kind."""

from array import array
from collections.abc import Iterator
from random import Random
from typing import Final

from ecrm_desktop.services.demo.kinds import ENDURING, HABITS, Habit, Kind, kind_of
from ecrm_desktop.services.demo.timeline import Timeline

WALK_IN: Final = 0
"""Stands in a day's visits for somebody whose name was not asked."""

_WALK_INS = 0.06
_FIRST_WEEKS = 25  # in which those who are older than the program were entered
_FIRST_YEAR = 365
_GIVES_WAY = 0.3  # of a rhythm, to the season
_SKIPS_OCCASION = 0.12
_COMES_TWICE = 0.3
_OUT_OF_OCCASION = 0.15
_SURE_TODAY = 3
_KIND_BITS = 8
_HABITS: Final = [HABITS[one] for one in Kind]


class Visits:
    """The plan of all visits: on which day each customer came first, and who bought when."""

    def __init__(self, rng: Random, timeline: Timeline, customers: int) -> None:
        self._rng = rng
        self._timeline = timeline
        start = rng.random()
        # In order of coming, since codes are given out in that order; kinds mixed within a day.
        planned = sorted(
            self._first_day(kind) << 32 | rng.getrandbits(32 - _KIND_BITS) << _KIND_BITS | kind
            for kind in (kind_of(at, start) for at in range(customers))
        )
        self.first_days = array("H", (one >> 32 for one in planned))
        self.kinds = bytearray(one & (1 << _KIND_BITS) - 1 for one in planned)
        """The `Kind` of each customer, in order of coming."""
        del planned
        self.buyers = [array("I") for _ in timeline.dates]
        """For each day customers counted from 1, or `WALK_IN`."""
        for at, (first_day, kind) in enumerate(zip(self.first_days, self.kinds, strict=True)):
            for day in self._days(_HABITS[kind], first_day):
                self.buyers[day].append(at + 1)
        for _ in range(int(customers * _WALK_INS)):
            self.buyers[timeline.busy_day()].append(WALK_IN)
        # The first page shows today: a small shop must not be left empty by chance.
        for _ in range(min(_SURE_TODAY, customers)):
            self.buyers[-1].append(self._somebody_enduring(customers))

    def _first_day(self, kind: int) -> int:
        rng, timeline, habit = self._rng, self._timeline, _HABITS[kind]
        if habit.occasion:
            spans = timeline.occasions[habit.occasion]
            # Who came at the last one only would be nobody to be known by it.
            start, end = spans[int(rng.random() * (len(spans) - 1))]
            return timeline.busy_day(start, end)
        latest, earliest = (max(timeline.today - days, 0) for days in habit.came)
        if earliest == 0 and rng.random() < habit.old:
            return int(rng.random() * _FIRST_WEEKS)
        return timeline.busy_day(earliest, latest)

    def _days(self, habit: Habit, first_day: int) -> Iterator[int]:
        if not habit.buys:
            return iter(())
        if habit.occasion:
            return self._at_occasions(self._timeline.occasions[habit.occasion], first_day)
        is_old = first_day < _FIRST_WEEKS
        if habit.gap is None:
            end = first_day + _FIRST_YEAR if is_old else first_day
            return iter((self._timeline.busy_day(first_day, end),))
        return self._by_rhythm(habit, habit.gap, first_day, is_old=is_old)

    def _at_occasions(self, spans: list[tuple[int, int]], first_day: int) -> Iterator[int]:
        rng, busy_day = self._rng, self._timeline.busy_day
        yield first_day
        for start, end in spans:
            if start > first_day and rng.random() >= _SKIPS_OCCASION:
                yield busy_day(start, end)
                if rng.random() < _COMES_TWICE:
                    yield busy_day(start, end)
        if rng.random() < _OUT_OF_OCCASION:
            yield busy_day(first_day)

    def _by_rhythm(
        self, habit: Habit, gap: tuple[int, int], first_day: int, *, is_old: bool
    ) -> Iterator[int]:
        rng, timeline = self._rng, self._timeline
        # A rhythm of one's own, kept more or less.
        own_gap = self._between(*gap)
        last = timeline.today
        if habit.silent:
            last -= int(own_gap * self._between(*habit.silent))
        elif habit.lasts:
            last = min(last, first_day + int(own_gap * self._between(*habit.lasts)))
        give = int(own_gap * _GIVES_WAY)
        shortest, span = own_gap * (1 - habit.swing), own_gap * 2 * habit.swing
        due: float = first_day + is_old * rng.random() * own_gap
        day = first_day - 1
        while due <= last:
            # The rhythm stays, the day gives way.
            day = max(day + 1, timeline.busy_day(max(int(due) - give, first_day), int(due) + give))
            if day > last:
                return
            yield day
            due += shortest + rng.random() * span

    def _between(self, low: float, high: float) -> float:
        return low + self._rng.random() * (high - low)

    def _somebody_enduring(self, customers: int) -> int:
        at = start = int(self._rng.random() * customers)
        while self.kinds[at] not in ENDURING:
            at = (at + 1) % customers
            if at == start:
                break
        return at + 1
