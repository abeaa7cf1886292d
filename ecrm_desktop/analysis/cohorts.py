"""What customers who came at the same time were worth after 6, 12 and 18 months."""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Ints, slices
from ecrm_desktop.analysis.visits import Summary, Visits

HORIZONS = {6: 183, 12: 365, 18: 548}
"""Days by months."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Money (minor units, net of returns) of a cohort within `months` of each one's first visit.

    Not `is_finished` while somebody of the cohort has not been a customer for that long.
    """

    months: int
    money: int
    is_finished: bool


@dataclass(frozen=True, slots=True)
class Cohort:
    """Customers of one acquisition channel whose first visit was in one month or season.

    `number` and `channel` are those the caller gave; `registered` are those who were entered then
    and never bought.
    """

    number: int
    channel: int
    people: int
    came_again: int
    registered: int
    worth: tuple[Worth, ...]


def follow_cohorts(
    visits: Visits,
    summary: Summary,
    cohort: Ints,
    channel: Ints,
    last_days: Ints,
    until: int,
) -> tuple[Cohort, ...]:
    """Return the cohorts in the order of their numbers and channels.

    `cohort` and `channel` have one entry a customer, both from 0: the time of the first visit, or
    of the entry of who never came, -1 for who is left out. `last_days` is the last day of each
    cohort.
    """
    channels = int(channel.max()) + 1 if len(channel) else 1
    cells = np.where(cohort >= 0, cohort * channels + channel, -1)
    size = max(len(last_days) * channels, 1)
    came, kept = summary.visits > 0, cells >= 0
    people = np.bincount(cells[came & kept], minlength=size)
    again = np.bincount(cells[kept & (summary.visits > 1)], minlength=size)
    registered = np.bincount(cells[~came & kept], minlength=size)
    money = {months: np.zeros(size, np.int64) for months in HORIZONS}
    for some in slices(len(visits)):
        customer = visits.customer[some]
        age, cell_of_visit = visits.day[some] - summary.first[customer], cells[customer]
        for months, days in HORIZONS.items():
            counted = (age < days) & (cell_of_visit >= 0)
            np.add.at(money[months], cell_of_visit[counted], visits.money[some][counted])
    return tuple(
        Cohort(
            number=int(cell) // channels,
            channel=int(cell) % channels,
            people=int(people[cell]),
            came_again=int(again[cell]),
            registered=int(registered[cell]),
            worth=tuple(
                Worth(
                    months,
                    int(money[months][cell]),
                    bool(last_days[int(cell) // channels] + days <= until),
                )
                for months, days in HORIZONS.items()
            ),
        )
        for cell in np.flatnonzero(people + registered)
    )
