"""What customers of one time and channel were worth, in money of then and of now."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from ecrm_desktop.analysis.arrays import Ints
from ecrm_desktop.analysis.cohorts import Cohort, follow_cohorts
from ecrm_desktop.analysis.visits import Visits, summarize
from ecrm_desktop.insight.months import (
    MONTHS_OF_SEASON,
    last_day,
    month_number,
    months_of_days,
    year_and_month,
)
from ecrm_desktop.insight.reading import People, Reading
from ecrm_desktop.values.figure_numbers import choice_of
from ecrm_desktop.values.statuses import AcquisitionChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortRow:
    """One cohort of one channel; `month` is the first one of its season, `channel` None if unknown.

    `nominal` has the money as it was paid, `real` the same in prices of the last month; minor
    units.
    """

    year: int
    month: int
    channel: AcquisitionChannel | None
    nominal: Cohort
    real: Cohort


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortTable:
    """Cohorts, oldest first; `later` visits are after the day and were left out.

    `prices` is by how much the shop's own prices rose in the last twelve months, as a factor; None
    where too few products were sold in both.
    """

    until: date
    later: int
    has_seasons: bool
    rows: tuple[CohortRow, ...]
    prices: float | None


def cohort_table(reading: Reading, months: int, *, by_season: bool = False) -> CohortTable:
    """Return the cohorts of the last `months` Jalali months, or of the seasons these are in.

    Who was entered and never bought is counted where they were entered.
    """
    history, people, until = reading.history, reading.people, reading.until
    size = MONTHS_OF_SEASON if by_season else 1
    this_month = month_number(until)
    first = (this_month - months + 1) // size * size
    count = (this_month - first) // size + 1
    visits = _of_everybody(history.visits, history.numbers, people)
    summary = summarize(visits)
    began = np.where(summary.visits > 0, summary.first, people.created)
    cohort = (months_of_days(np.maximum(began, 1)) - first) // size
    cohort = np.where((cohort < 0) | (began > history.day) | (began < 1), -1, cohort)
    ends = np.array(
        [last_day(first + number * size + size - 1).toordinal() for number in range(count)]
    )
    real_visits = reading.prices.of_today(visits)
    nominal, real = (
        follow_cohorts(one, summary, cohort, people.acquisition, ends, history.day)
        for one in (visits, real_visits)
    )
    rows = []
    for one, in_prices in zip(nominal, real, strict=True):
        year, month = year_and_month(first + one.number * size)
        rows.append(
            CohortRow(
                year=year,
                month=month,
                channel=choice_of(AcquisitionChannel, one.channel),
                nominal=one,
                real=in_prices,
            )
        )
    return CohortTable(
        until=until,
        later=history.later,
        has_seasons=by_season,
        rows=tuple(rows),
        prices=reading.prices.rise,
    )


def _of_everybody(visits: Visits, numbers: Ints, people: People) -> Visits:
    """Return the visits with customers counted among all people, not only those who bought."""
    places = np.searchsorted(people.numbers, numbers).astype(np.int32)
    return Visits(places[visits.customer], visits.day, visits.money, len(people.numbers))
