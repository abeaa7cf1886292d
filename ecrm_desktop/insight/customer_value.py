"""How often customers will come back, and what they will bring: BG/NBD and gamma-gamma."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from ecrm_desktop.analysis import bg_nbd, gamma_gamma
from ecrm_desktop.analysis.arrays import Floats, Ints
from ecrm_desktop.analysis.dormancy import model_rows
from ecrm_desktop.analysis.value_range import purchase_range
from ecrm_desktop.analysis.visits import Summary
from ecrm_desktop.insight.reading import History, Reading

WEEKS: Final = 39
"""For how long after the day of reckoning what was expected is compared with what happened."""
YEAR_WEEKS: Final = 365 / 7
_MOST_REPEATS: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Customers who had come `repeats` times again (7 stands for 7 and more), `people` of them.

    `expected` and `actual` are visits of one of them in the weeks after; `actual` is None while
    these are not over.
    """

    repeats: int
    people: int
    expected: float
    actual: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerValue:
    """What is expected of all customers who bought until a day; None where nobody did.

    `spend`, `mean_spend` and `money` are minor units; `purchases` and `money` are expected in the
    year after. `later` visits have a day that has not come yet and were left out.
    """

    until: date
    people: int
    came_again: int
    later: int
    coming: bg_nbd.Fit | None
    spend: gamma_gamma.Fit | None
    mean_spend: float
    purchases: float
    money: float
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of each customer in the next year; arrays with one entry a customer.

    `money`, `low` and `high` are minor units, `loss` is what is missing of `money` because it is
    not certain that they will come at all.
    """

    alive: Floats
    purchases: Floats
    money: Floats
    low: Floats
    high: Floats
    loss: Floats


def reckon_value(reading: Reading, today: date, *, with_prior: bool = True) -> CustomerValue:
    """Return what is expected from a day on, by the purchases until then.

    `today` is the shop's day: only what is over by then can be compared.
    """
    everything, history, until = reading.everything, reading.history, reading.until
    summary = reading.summary
    people = len(summary.visits)
    later = int((everything.visits.day > max(until, today).toordinal()).sum())
    if not people:
        return CustomerValue(
            until=until, people=0, came_again=0, later=later, coming=None, spend=None,
            mean_spend=0.0, purchases=0.0, money=0.0, comparisons=(),
        )  # fmt: skip
    rows, numbers = model_rows(summary, history.day, summary.visits > 0)
    coming = bg_nbd.fit(rows, with_prior=with_prior)
    repeats, spends = repeated_spend(summary)
    spend = gamma_gamma.fit(repeats, spends, with_prior=with_prior)
    each = expected_spends(spend, summary, repeats, spends)
    year = bg_nbd.conditional_purchases(coming.parameters, rows, YEAR_WEEKS)[numbers]
    soon = bg_nbd.conditional_purchases(coming.parameters, rows, WEEKS)[numbers]
    return CustomerValue(
        until=until,
        people=people,
        came_again=int((summary.visits > 1).sum()),
        later=later,
        coming=coming,
        spend=spend,
        mean_spend=float(each.mean()),
        purchases=float(year.sum()),
        money=float(year @ each),
        comparisons=_compared(everything, history, repeats, soon, today),
    )


def repeated_spend(summary: Summary) -> tuple[Ints, Floats]:
    """Return how often each customer came again, and what they spent each time on average."""
    repeats = np.maximum(summary.visits - 1, 0)
    return repeats, np.where(repeats > 0, summary.repeated / np.maximum(repeats, 1), 0.0)


def expected_spends(
    fit: gamma_gamma.Fit | None, summary: Summary, repeats: Ints, spends: Floats
) -> Floats:
    """Return what the next purchase of each customer is worth; by all purchases if nobody came."""
    if fit is not None:
        return gamma_gamma.expected_spend(fit, repeats, spends)
    visits = int(summary.visits.sum())
    mean = max(float(summary.total.sum()), 0.0) / visits if visits else 0.0
    return np.full(len(summary.visits), mean)


def expect(summary: Summary, until: int) -> Expected:
    """Return what is expected of each customer in the year after; nothing of who never came."""
    people = len(summary.visits)
    alive, purchases, money, low, high, loss = (np.zeros(people) for _ in range(6))
    came = summary.visits > 0
    if came.any():
        rows, numbers = model_rows(summary, until, came)
        parameters = bg_nbd.fit(rows).parameters
        chance = bg_nbd.probability_alive(parameters, rows)
        year = bg_nbd.conditional_purchases(parameters, rows, YEAR_WEEKS)
        least, most = purchase_range(year, chance, parameters.r + rows.frequency)
        repeats, spends = repeated_spend(summary)
        fit = gamma_gamma.fit(repeats, spends)
        each = expected_spends(fit, summary, repeats, spends)[came]
        alive[came], purchases[came] = chance[numbers], year[numbers]
        money[came] = year[numbers] * each
        low[came], high[came] = least[numbers] * each, most[numbers] * each
        certain = year / np.maximum(chance, 1e-12)
        loss[came] = (certain - year)[numbers] * each
    return Expected(alive, purchases, money, low, high, loss)


def _compared(
    everything: History, history: History, repeats: Ints, expected: Floats, today: date
) -> tuple[Comparison, ...]:
    end = history.until + timedelta(weeks=WEEKS)
    group = np.minimum(repeats, _MOST_REPEATS)
    people = np.bincount(group, minlength=_MOST_REPEATS + 1)
    sums = np.bincount(group, weights=expected, minlength=_MOST_REPEATS + 1)
    happened = None
    if end <= today:
        visits = everything.visits
        is_after = (visits.day > history.day) & (visits.day <= end.toordinal())
        came = np.bincount(visits.customer[is_after], minlength=visits.people)
        of_history = came[np.searchsorted(everything.numbers, history.numbers)]
        happened = np.bincount(group, weights=of_history, minlength=_MOST_REPEATS + 1)
    return tuple(
        Comparison(
            repeats=number,
            people=int(people[number]),
            expected=float(sums[number] / max(people[number], 1)),
            actual=None if happened is None else float(happened[number] / max(people[number], 1)),
        )
        for number in range(_MOST_REPEATS + 1)
    )
