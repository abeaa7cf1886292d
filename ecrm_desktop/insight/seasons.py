"""What each Jalali season of the last years brought, in money of then and of now."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from ecrm_desktop.insight.months import (
    MONTHS_OF_SEASON,
    last_day,
    month_number,
    months_of_days,
    year_and_month,
)
from ecrm_desktop.insight.reading import Reading

_SEASONS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonSales:
    """One season (1 spring … 4 winter) of a Jalali year: purchases of customers with a name.

    `money` is net, in minor units, `real_money` the same in prices of the last month; `visits` are
    days of purchase and `people` those who came. Not `is_finished` while it lasts.
    """

    year: int
    season: int
    visits: int
    people: int
    money: int
    real_money: int
    is_finished: bool


def season_sales(reading: Reading) -> tuple[SeasonSales, ...]:
    """Return the last 20 seasons until the day, oldest first, from the first one with a visit."""
    visits = reading.history.visits
    if not len(visits):
        return ()
    real = reading.prices.of_today(visits).money
    present = month_number(reading.until) // MONTHS_OF_SEASON
    earliest = month_number(date.fromordinal(int(visits.day.min()))) // MONTHS_OF_SEASON
    first = max(earliest, present - _SEASONS + 1)
    season = months_of_days(visits.day) // MONTHS_OF_SEASON - first
    found = []
    for place in range(present - first + 1):
        here = season == place
        year, month = year_and_month((first + place) * MONTHS_OF_SEASON)
        end = last_day((first + place) * MONTHS_OF_SEASON + MONTHS_OF_SEASON - 1)
        customers = visits.customer[here]
        found.append(
            SeasonSales(
                year=year,
                season=(month - 1) // MONTHS_OF_SEASON + 1,
                visits=int(here.sum()),
                people=int((np.diff(customers, prepend=-1) != 0).sum()),
                money=int(visits.money[here].sum()),
                real_money=int(real[here].sum()),
                is_finished=end <= reading.until,
            )
        )
    return tuple(found)
