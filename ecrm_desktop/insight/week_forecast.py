"""Sales of the weeks to come: what months bring, laid upon weeks as they were in other years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from ecrm_desktop.analysis.arrays import Floats, Ints
from ecrm_desktop.analysis.forecast import forecast_sales
from ecrm_desktop.insight.months import first_day, last_day, month_number, months_of_days
from ecrm_desktop.insight.sales_forecast import ramadan_shares, whole_months
from ecrm_desktop.queries.sales import sales_total
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.findings import ForecastKind
from ecrm_desktop.values.period import Period

_WEEK = 7
_SATURDAY = 5
_YEAR = 52
_MONTHS = 12
_GRADED_FROM = 36
_MOST_WEEKS = 3 * _YEAR
_BAND = (0.1, 0.9)
_MOST_SURPRISE = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAhead:
    """The week from a Saturday on, in minor units; eight of ten lie within the band.

    `expected` is None where only a range is honest, `last_year` where nothing is known of the week
    52 weeks before.
    """

    first: date
    expected: int | None
    low: int
    high: int
    last_year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekGrade:
    """What the forecast of a year ago was worth in `weeks` weeks; as `analysis.forecast.Grade`."""

    weeks: int
    error: float
    error_of_last_year: float
    inside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeksForecast:
    """The weeks from the present one on; of that `so_far` is sold."""

    until: date
    kind: ForecastKind
    so_far: int
    weeks: tuple[WeekAhead, ...]
    grade: WeekGrade | None


@dataclass(frozen=True, slots=True)
class _Past:
    """Net sales of the whole months and of the whole weeks before a month; starts are Saturdays."""

    present: int
    nets: Sequence[int]
    starts: Ints
    sold: Ints


def predict_weeks(session: Session, until: date, weeks: int) -> WeeksForecast:
    """Return the forecast of the present week and the ones after, `weeks` in all."""
    nets = whole_months(session, until)
    present = month_number(until)
    saturday = until - timedelta(days=(until.weekday() - _SATURDAY) % _WEEK)
    begun = first_day(present - len(nets))
    ends = max((saturday - begun).days // _WEEK, 0) if nets else 0
    starts = [saturday - timedelta(weeks=back) for back in range(min(ends, _MOST_WEEKS), 0, -1)]
    sold = [_sold(session, start, start + timedelta(days=_WEEK - 1)) for start in starts]
    past = _Past(
        present,
        nets,
        np.array([start.toordinal() for start in starts], np.int64),
        np.array(sold, np.int64),
    )
    ahead: Ints = saturday.toordinal() + _WEEK * np.arange(weeks)
    kind, expected, low, high = _told(past, ahead)
    known = dict(zip(past.starts.tolist(), sold, strict=True))
    so_far = _sold(session, saturday, until)
    # The present week brings at least what it has brought.
    for values in (expected, low, high):
        values[:1] = np.maximum(values[:1], so_far)
    return WeeksForecast(
        until=until,
        kind=kind,
        so_far=so_far,
        weeks=tuple(
            WeekAhead(
                first=date.fromordinal(int(ahead[at])),
                expected=round(float(expected[at])) if len(expected) else None,
                low=round(float(low[at])),
                high=round(float(high[at])),
                last_year=known.get(int(ahead[at]) - _WEEK * _YEAR),
            )
            for at in range(len(low))
        ),
        grade=_graded(past),
    )


def _sold(session: Session, first: date, last: date) -> int:
    return sales_total(session, Period(first, last)).net


def _told(past: _Past, ahead: Ints) -> tuple[ForecastKind, Floats, Floats, Floats]:
    """Return the kind, and what is expected of the weeks that begin on some days, with the band."""
    empty = np.zeros(0)
    first, count = past.present - len(past.nets), len(past.nets)
    months = month_number(date.fromordinal(int(ahead[-1]) + _WEEK - 1)) - past.present + 1
    found = forecast_sales(
        np.array(past.nets, float), months, ramadan_shares(first, count + months), is_graded=False
    )
    if found.kind is ForecastKind.NOTHING or len(past.sold) < _YEAR:
        return ForecastKind.NOTHING, empty, empty, empty
    if found.kind is ForecastKind.RANGE:
        low, high = np.quantile(np.maximum(past.sold[-_YEAR:], 0), _BAND)
        return found.kind, empty, np.full(len(ahead), low), np.full(len(ahead), high)
    sums = [
        np.r_[np.array(past.nets, float), one] for one in (found.expected, found.low, found.high)
    ]
    even, low, high = (_laid(first, one, ahead) for one in sums)
    # Weeks that are not wholly in finished months have no even share to be compared with.
    end = first_day(past.present).toordinal()
    whole = past.starts + _WEEK <= end
    shares = _laid(first, sums[0], past.starts[whole])
    ratios = _log_ratio(past.sold[whole].astype(float), shares)
    trust, rest = _habit(ratios)
    effect = np.zeros(len(ahead))
    places = {int(start): at for at, start in enumerate(past.starts[whole])}
    for at, start in enumerate(ahead.tolist()):
        before = places.get(start - _WEEK * _YEAR)
        if before is not None:
            effect[at] = trust * ratios[before]
    below, above = np.quantile(rest, _BAND)
    expected = even * np.exp(effect)
    narrow = np.hypot(_log_ratio(even, low), min(float(below), 0.0))
    wide = np.hypot(_log_ratio(high, even), max(float(above), 0.0))
    return found.kind, expected, expected * np.exp(-narrow), expected * np.exp(wide)


def _habit(ratios: Floats) -> tuple[float, Floats]:
    """Return how much a week is as it was the year before, and by what it still differs."""
    if len(ratios) < 2 * _YEAR:
        return 0.0, ratios[-_YEAR:] if len(ratios) else np.zeros(1)
    now, before = ratios[-_YEAR:], ratios[-2 * _YEAR : -_YEAR]
    spread = float(before.std() * now.std())
    if not spread:
        return 0.0, now
    trust = max(float(((now - now.mean()) * (before - before.mean())).mean()) / spread, 0.0)
    return trust, now - trust * before


def _laid(first: int, sums: Floats, starts: Ints) -> Floats:
    """Return for each week the sums of months, from the number `first` on, laid evenly on days."""
    lengths = np.array(
        [(last_day(month) - first_day(month)).days + 1 for month in range(first, first + len(sums))]
    )
    days = starts[:, None] + np.arange(_WEEK)
    month = months_of_days(days.ravel()).reshape(days.shape) - first
    inside = (month >= 0) & (month < len(sums))
    each = (sums / lengths)[np.clip(month, 0, len(sums) - 1)]
    return np.asarray(np.where(inside, each, 0.0).sum(axis=1))


def _log_ratio(happened: Floats, told: Floats) -> Floats:
    # A week without sales is no infinite surprise.
    floor = max(float(np.abs(told).max(initial=0.0)), 1.0) * 1e-6
    ratio = np.maximum(happened, floor) / np.maximum(told, floor)
    return np.asarray(np.clip(np.log(ratio), -_MOST_SURPRISE, _MOST_SURPRISE))


def _graded(past: _Past) -> WeekGrade | None:
    if len(past.nets) < _GRADED_FROM:
        return None
    cut = first_day(past.present - _MONTHS).toordinal()
    end = first_day(past.present).toordinal()
    known = past.starts + _WEEK <= cut
    asked = (past.starts >= cut) & (past.starts + _WEEK <= end)
    happened = past.sold[asked].astype(float)
    everything = float(happened.sum())
    earlier = _Past(
        past.present - _MONTHS, past.nets[:-_MONTHS], past.starts[known], past.sold[known]
    )
    if not asked.any() or everything <= 0:
        return None
    kind, expected, low, high = _told(earlier, past.starts[asked])
    before = past.sold[np.flatnonzero(asked) - _YEAR] if known.sum() >= _YEAR else None
    if kind is not ForecastKind.FORECAST or before is None:
        return None
    return WeekGrade(
        weeks=len(happened),
        error=float(np.abs(expected - happened).sum()) / everything,
        error_of_last_year=float(np.abs(before - happened).sum()) / everything,
        inside=int(((low <= happened) & (happened <= high)).sum()),
    )
