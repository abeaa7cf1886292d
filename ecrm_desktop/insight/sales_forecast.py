"""Sales of the Jalali months to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ecrm_desktop.analysis.arrays import Floats
from ecrm_desktop.analysis.forecast import Forecast, Grade, forecast_sales
from ecrm_desktop.insight.months import first_day, last_day, month_number, year_and_month
from ecrm_desktop.queries.sales import days_of_sales, sales_by_month, sales_total
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.findings import ForecastKind
from ecrm_desktop.values.period import Month, Period
from ecrm_desktop.values.time_windows import Season, occurrences

_LATE_START = 5
_SPOKEN_OF = 0.02
_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthAhead:
    """A Jalali month: what it will bring, in minor units; eight of ten lie within the band.

    `expected` is None where only a range is honest, `last_year` where nothing was known then.
    """

    year: int
    month: int
    expected: int | None
    low: int
    high: int
    last_year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesForecast:
    """What the months from the present one on will bring, by the `past` whole months before.

    `so_far` was sold in the present one. `ramadan` multiplies a month that lies wholly in Ramadan;
    1 if that is not known.
    """

    until: date
    kind: ForecastKind
    past: int
    months: tuple[MonthAhead, ...]
    so_far: int
    ramadan: float
    grade: Grade | None


def predict_sales(session: Session, until: date, months: int) -> SalesForecast:
    """Return the forecast of the present Jalali month and the ones after, `months` in all."""
    nets = whole_months(session, until)
    present = month_number(until)
    found = forecast_sales(
        np.array(nets, float), months, ramadan_shares(present - len(nets), len(nets) + months)
    )
    so_far = sales_total(session, Period(first_day(present), until)).net
    return SalesForecast(
        until=until,
        kind=found.kind,
        past=len(nets),
        months=months_ahead(found, present, nets, so_far),
        so_far=so_far,
        ramadan=found.ramadan if abs(found.ramadan - 1) > _SPOKEN_OF else 1.0,
        grade=found.grade,
    )


def whole_months(session: Session, until: date) -> list[int]:
    """Return the net sales of the whole Jalali months before that of the day, oldest first."""
    present = month_number(until)
    sold = days_of_sales(session)
    first = present if sold is None else first_whole_month(sold.first)
    return [one.net for one in sales_by_month(session, map(_month, range(first, present)))]


def first_whole_month(day: date) -> int:
    """Return the first month of a shop that began on a day.

    One that began in the middle of a month did not have a bad month.
    """
    month = month_number(day)
    return month + ((day - first_day(month)).days >= _LATE_START)


def months_ahead(
    found: Forecast, present: int, nets: Sequence[int], so_far: int = 0
) -> tuple[MonthAhead, ...]:
    """Return the months of a forecast from the one numbered `present` on; `nets` are before it.

    The present one brings at least what it has brought `so_far`.
    """
    ahead = []
    for place in range(len(found.low)):
        least = so_far if place == 0 else 0
        year, month = year_and_month(present + place)
        before = len(nets) + place - _YEAR
        ahead.append(
            MonthAhead(
                year=year,
                month=month,
                expected=(
                    max(round(float(found.expected[place])), least) if len(found.expected) else None
                ),
                low=max(round(float(found.low[place])), least),
                high=max(round(float(found.high[place])), least),
                last_year=nets[before] if 0 <= before < len(nets) else None,
            )
        )
    return tuple(ahead)


def ramadan_shares(first: int, count: int) -> Floats:
    """Return which part of each of `count` months from the number `first` on is Ramadan."""
    return np.array([_ramadan_share(number) for number in range(first, first + count)], float)


def _month(number: int) -> Month:
    return Month(*year_and_month(number), Period(first_day(number), last_day(number)))


def _ramadan_share(number: int) -> float:
    first, last = first_day(number), last_day(number)
    days = sum(
        (min(one.last, last) - max(one.first, first)).days + 1
        for one in occurrences(Season.RAMADAN, first, last)
    )
    return days / ((last - first).days + 1)
