"""How each customer stands: RFM, who makes the money, who has gone, what is expected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np

from ecrm_desktop.analysis import dormancy, rfm
from ecrm_desktop.analysis.arrays import Floats, Ints
from ecrm_desktop.analysis.pareto import Pareto, concentrate
from ecrm_desktop.analysis.visits import Summary
from ecrm_desktop.insight.customer_value import Expected, expect
from ecrm_desktop.insight.reading import History, Reading
from ecrm_desktop.queries.purchase_history import customer_ids
from ecrm_desktop.services.customer_scores import Score
from ecrm_desktop.values.figure_numbers import NUMBERED, choice_of, number_of
from ecrm_desktop.values.statuses import CustomerState, RfmCell

_YEAR = 365
_TIMES_OWN_GAP = 3
_TWICE = 2
_SOON = 14
_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Customers of one cell: how many, what they brought in all (minor units)."""

    cell: RfmCell
    people: int
    money: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the grid: customers of one recency and one mean of frequency and money, 1 … 5."""

    recency: int
    worth: int
    cell: RfmCell
    people: int
    money: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RfmTable:
    """All cells, also empty ones; `later` visits are after the day and were left out.

    The cuts are the values above which the next of five steps begins: days of the last visit (None
    where nobody bought), visits, and minor units. `grid` has 25 fields, the lowest steps first.
    """

    until: date
    people: int
    money: int
    later: int
    cells: tuple[Cell, ...]
    grid: tuple[Field, ...]
    recency_cuts: tuple[date, ...]
    frequency_cuts: tuple[int, ...]
    money_cuts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A customer who is expected to stay away: usually every `gap` days, now not for `silence`.

    `gap` is 0 of who came too seldom. `loss` is the money of the next year that is at stake.
    """

    customer_id: UUID
    last: date
    visits: int
    gap: int
    silence: int
    state: CustomerState
    loss: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dormancy:
    """Who has gone and who is about to, by the rule that the shop's own past speaks for.

    `worth_calling` customers are about to go or have just gone, and `at_stake` is what all of them
    would bring in a year; `missed` are those of them with the most to lose, most first.
    """

    until: date
    people: int
    later: int
    choice: dormancy.Choice
    states: dict[CustomerState, int]
    worth_calling: int
    at_stake: int
    missed: tuple[Missed, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is expected of each customer of a history, and the number of their `CustomerState`."""

    expected: Expected
    choice: dormancy.Choice
    states: Ints


def rfm_table(reading: Reading) -> RfmTable:
    """Return the cells of all who bought until a day."""
    history, summary = reading.history, reading.summary
    scores = rfm.score(summary.last, summary.visits, summary.total)
    people, money = _sums(scores.cell, summary.total, len(RfmCell) + 1)
    return RfmTable(
        until=reading.until,
        people=len(summary.visits),
        money=int(summary.total.sum()),
        later=history.later,
        cells=tuple(
            Cell(cell=RfmCell(cell), people=int(people[at]), money=int(money[at]))
            for at, cell in enumerate(NUMBERED[RfmCell], 1)
        ),
        grid=_grid(scores, summary),
        recency_cuts=tuple(date.fromordinal(int(day)) for day in scores.recency_cuts),
        frequency_cuts=tuple(int(cut) for cut in scores.frequency_cuts),
        money_cuts=tuple(int(cut) for cut in scores.money_cuts),
    )


def concentration(reading: Reading) -> Pareto | None:
    """Return how the money until a day is divided among customers; None if there is none."""
    return concentrate(reading.summary.total)


def find_dormant(reading: Reading, limit: int, standing: Standing | None = None) -> Dormancy:
    """Return who has gone, and the `limit` customers with the most to lose who are worth a call.

    These are at risk, or stay away for twice their own rhythm, or are dormant, but not for more
    than a year or three times their rhythm: who has just gone may still be won back.
    """
    history, summary = reading.history, reading.summary
    standing = standing or reckon_standing(reading)
    expected, states = standing.expected, standing.states
    counts = np.bincount(states, minlength=len(CustomerState) + 1)
    away = np.isin(states, [number_of(CustomerState.AT_RISK), number_of(CustomerState.DORMANT)])
    silence = history.day - summary.last
    is_unusual = (summary.gap > 0) & (silence >= np.maximum(_SOON, _TWICE * summary.gap))
    recent = silence <= np.maximum(_YEAR, _TIMES_OWN_GAP * summary.gap)
    at = np.flatnonzero((away | is_unusual) & recent & (expected.loss >= 1))
    most = at[np.argsort(-expected.loss[at], kind="stable")[:limit]]
    ids = customer_ids(reading.session, history.numbers[most].tolist())
    return Dormancy(
        until=reading.until,
        people=len(summary.visits),
        later=history.later,
        choice=standing.choice,
        states={
            CustomerState(state): int(counts[number])
            for number, state in enumerate(NUMBERED[CustomerState], 1)
        },
        worth_calling=len(at),
        at_stake=round(float(expected.loss[at].sum())),
        missed=tuple(
            _missed(history, summary, states, expected, place, customer_id)
            for place in most.tolist()
            if (customer_id := ids.get(int(history.numbers[place]))) is not None
        ),
    )


def scores_of(reading: Reading, standing: Standing) -> Iterator[Score]:
    """Yield the score of every living customer, in the order of their numbers."""
    people, history, summary = reading.people, reading.history, reading.summary
    expected, states = standing.expected, standing.states
    scores = rfm.score(summary.last, summary.visits, summary.total)
    columns = (
        np.full(len(states), history.day),
        scores.recency,
        scores.frequency,
        scores.money,
        scores.cell,
        summary.gap,
        summary.spread,
        _whole(expected.alive * 1000),
        _whole(expected.purchases * 1000),
        _whole(expected.money),
        _whole(expected.low),
        _whole(expected.high),
        _whole(expected.loss),
        states,
    )
    never = (history.day, *[0] * 12, number_of(CustomerState.NEVER_BOUGHT))
    for start in range(0, len(people.numbers), _AT_ONCE):
        numbers = people.numbers[start : start + _AT_ONCE]
        places = np.searchsorted(history.numbers, numbers)
        places = np.minimum(places, max(len(history.numbers) - 1, 0))
        bought = (
            history.numbers[places] == numbers
            if len(history.numbers)
            else np.zeros(len(numbers), np.bool_)
        )
        block = np.tile(np.array(never, np.int64), (len(numbers), 1))
        for at, column in enumerate(columns):
            block[bought, at] = column[places[bought]]
        for number, row in zip(numbers.tolist(), block.tolist(), strict=True):
            yield Score(number, *row)


def reckon_standing(reading: Reading) -> Standing:
    """Return how each customer of the history stands: the costly part, for several answers."""
    history, summary = reading.history, reading.summary
    expected = expect(summary, history.day)
    choice = dormancy.choose_rule(history.visits, history.day)
    near = dormancy.nearness(choice.rule, summary, expected.alive, history.day)
    return Standing(expected, choice, dormancy.states(near, summary, history.day))


def _sums(places: Ints, money: Ints, size: int) -> tuple[Ints, Ints]:
    sums = np.zeros(size, np.int64)
    np.add.at(sums, places, money)
    return np.bincount(places, minlength=size), sums


def _grid(scores: rfm.Rfm, summary: Summary) -> tuple[Field, ...]:
    place = (rfm.worth(scores) - 1) * rfm.STEPS + scores.recency - 1
    people, money = _sums(place, summary.total, rfm.STEPS**2)
    return tuple(
        Field(
            recency=at % rfm.STEPS + 1,
            worth=at // rfm.STEPS + 1,
            cell=rfm.cell_of(at % rfm.STEPS + 1, at // rfm.STEPS + 1),
            people=int(people[at]),
            money=int(money[at]),
        )
        for at in range(rfm.STEPS**2)
    )


def _missed(
    history: History,
    summary: Summary,
    states: Ints,
    expected: Expected,
    at: int,
    customer_id: UUID,
) -> Missed:
    last = int(summary.last[at])
    state = choice_of(CustomerState, int(states[at]))
    if state is None:
        raise AssertionError(at)
    return Missed(
        customer_id=customer_id,
        last=date.fromordinal(last),
        visits=int(summary.visits[at]),
        gap=int(summary.gap[at]),
        silence=history.day - last,
        state=state,
        loss=round(float(expected.loss[at])),
    )


def _whole(values: Floats) -> Ints:
    return np.rint(values).astype(np.int64)
