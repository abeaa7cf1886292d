"""Sales of the best categories and brands in the months to come."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from ecrm_desktop.analysis.forecast import forecast_sales
from ecrm_desktop.insight.reading import Reading
from ecrm_desktop.insight.sales_forecast import (
    MonthAhead,
    first_whole_month,
    months_ahead,
    ramadan_shares,
)
from ecrm_desktop.queries.goods_sold import brand_names, category_names
from ecrm_desktop.values.findings import ForecastKind

_GROUPS = 6
_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupForecast:
    """One brand or category: its `share` of what all goods brought in the last twelve months.

    `past` whole months are known of it, and `error` is what the forecast of a year ago was off by,
    as a part of the sales; None if that is not known.
    """

    name: str
    kind: ForecastKind
    share: float
    past: int
    months: tuple[MonthAhead, ...]
    error: float | None


def brand_forecasts(reading: Reading, months: int) -> tuple[GroupForecast, ...]:
    """Return what the six brands with the most sales will bring, from the present month on."""
    return _forecasts(reading, months, brand_names(reading.session), is_brand=True)


def category_forecasts(reading: Reading, months: int) -> tuple[GroupForecast, ...]:
    """Return what the six categories with the most sales will bring, from the present month on."""
    return _forecasts(reading, months, category_names(reading.session), is_brand=False)


def _forecasts(
    reading: Reading, months: int, names: dict[int, str], *, is_brand: bool
) -> tuple[GroupForecast, ...]:
    goods, days = reading.goods, reading.history.visits.day
    if not len(days) or not len(goods.products):
        return ()
    skipped = first_whole_month(date.fromordinal(int(days.min()))) - goods.first
    whole = goods.money[:, max(skipped, 0) : -1]
    words, groups = np.unique(goods.brand if is_brand else goods.category, return_inverse=True)
    sums = np.zeros((len(words), whole.shape[1]), np.int64)
    np.add.at(sums, groups.reshape(-1), whole)
    year = sums[:, -_YEAR:].sum(axis=1)
    everything = int(year.sum())
    present = goods.first + goods.months - 1
    found: list[GroupForecast] = []
    for at in np.argsort(-year, kind="stable").tolist():
        if len(found) == _GROUPS or year[at] <= 0:
            break
        if int(words[at]) not in names:
            continue
        # Before its first sale a brand was not there.
        begun = np.flatnonzero(sums[at] > 0)[0]
        nets = sums[at][begun:].tolist()
        told = forecast_sales(
            np.array(nets, float), months, ramadan_shares(present - len(nets), len(nets) + months)
        )
        found.append(
            GroupForecast(
                name=names[int(words[at])],
                kind=told.kind,
                share=int(year[at]) / everything,
                past=len(nets),
                months=months_ahead(told, present, nets),
                error=told.grade.error if told.grade else None,
            )
        )
    return tuple(found)
