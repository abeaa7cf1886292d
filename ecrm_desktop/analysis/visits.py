"""Days of purchase: several purchases of a customer on one day are one visit."""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Ints, Small, slices

_SEEN = 20
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Visits:
    """Visits in the order of customers and days; `customer` counts from 0 to `people` - 1.

    `customer`, `day` (ordinals) and `money` (minor units, net of returns) have one entry a visit.
    """

    customer: Small
    day: Small
    money: Ints
    people: int

    def __len__(self) -> int:
        return len(self.day)

    def until(self, day: int) -> "Visits":
        """Return the visits up to a day, of the same people."""
        kept = self.day <= day
        return Visits(self.customer[kept], self.day[kept], self.money[kept], self.people)


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of each customer, all arrays as long as there are people.

    `visits` is 0 of who never came, and everything else too. `first` and `last` are days. `gap` is
    the median of days between the last 20 visits and `spread` the middle half of these gaps; 0 of
    who came less than 4 times. `total` is all the money, `repeated` that of all visits but the
    first.
    """

    visits: Ints
    first: Ints
    last: Ints
    gap: Ints
    spread: Ints
    total: Ints
    repeated: Ints


def gather_visits(customer: Ints, day: Ints, money: Ints, people: int) -> Visits:
    """Return the visits that purchases, in any order, make; three arrays, one entry a purchase."""
    keys = (customer << 32) | day
    if len(keys) and (keys[1:] < keys[:-1]).any():
        order = np.argsort(keys, kind="stable")
        keys, money = keys[order], money[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]][: len(keys)])
    sums = np.add.reduceat(money, starts) if len(starts) else money
    places, days = keys[starts] >> 32, keys[starts] & 0xFFFFFFFF
    return Visits(places.astype(np.int32), days.astype(np.int32), sums, people)


def summarize(visits: Visits) -> Summary:
    """Return the figures of each customer."""
    count = np.bincount(visits.customer, minlength=visits.people).astype(np.int64)
    ends = np.cumsum(count)
    came = count > 0
    first, last, opening, total = (np.zeros(visits.people, np.int64) for _ in range(4))
    first[came] = visits.day[(ends - count)[came]]
    last[came] = visits.day[ends[came] - 1]
    opening[came] = visits.money[(ends - count)[came]]
    if came.any():
        total[came] = np.add.reduceat(visits.money, (ends - count)[came])
    gap, spread = np.zeros_like(count), np.zeros_like(count)
    # Some at a time: what is sorted meanwhile is several times as large as the visits themselves.
    for some in slices(visits.people):
        theirs = slice(int(ends[some.start] - count[some.start]), int(ends[some.stop - 1]))
        gap[some], spread[some] = _gaps(
            visits.customer[theirs] - some.start, visits.day[theirs], count[some]
        )
    return Summary(count, first, last, gap, spread, total, total - opening)


def _gaps(customer: Small, day: Small, count: Ints) -> tuple[Ints, Ints]:
    """Return the median and the quartiles' distance of each customer's latest gaps."""
    gap, spread = np.zeros_like(count), np.zeros_like(count)
    is_seen = (np.cumsum(count)[customer] - np.arange(len(day)) < _SEEN) & (
        count[customer] >= _FEWEST
    )
    # The first visit of those that are seen has no gap before it.
    is_seen[1:] &= customer[1:] == customer[:-1]
    is_seen[:1] = False
    at = np.flatnonzero(is_seen)
    if not len(at):
        return gap, spread
    keys = np.sort((customer[at].astype(np.int64) << 32) | (day[at] - day[at - 1]))
    gaps = keys & 0xFFFFFFFF
    starts = np.flatnonzero(np.r_[True, (keys[1:] >> 32) != (keys[:-1] >> 32)])
    sizes = np.diff(np.r_[starts, len(keys)])
    whose = keys[starts] >> 32

    def quantile(share: float) -> Ints:
        place = share * (sizes - 1)
        below = place.astype(np.int64)
        above = np.minimum(below + 1, sizes - 1)
        low, high = gaps[starts + below], gaps[starts + above]
        return np.asarray(np.rint(low + (place - below) * (high - low)), np.int64)

    gap[whose] = quantile(0.5)
    spread[whose] = quantile(0.75) - quantile(0.25)
    return gap, spread
