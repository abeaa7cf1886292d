"""What a shop's figures are read as: arrays, read once for several answers."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from ecrm_desktop.analysis.arrays import Ints, Small
from ecrm_desktop.analysis.visits import Summary, Visits, summarize
from ecrm_desktop.insight.arrays_read import filled
from ecrm_desktop.insight.goods import Goods, read_goods
from ecrm_desktop.insight.prices import Prices, own_prices
from ecrm_desktop.queries.purchase_history import (
    count_purchases,
    customer_lines,
    customers_with_figures,
    visit_rows,
)
from ecrm_desktop.storage.database import Session


@dataclass(frozen=True, slots=True)
class History:
    """Visits of customers; `numbers` are those of `CustomerIndex`, in the order of the visits.

    `later` is how many visits are left out because they are after the day `until`.
    """

    numbers: Ints
    visits: Visits
    until: date
    later: int

    @property
    def day(self) -> int:
        """`until` as an ordinal."""
        return self.until.toordinal()


@dataclass(frozen=True, slots=True)
class People:
    """All living customers: number, acquisition channel and day of entry, one entry each."""

    numbers: Ints
    acquisition: Ints
    created: Ints


class Reading:
    """A shop as it was at the end of the day `until`, read when it is first asked for.

    Nothing of it is read twice, so the figures are to be fresh when the first thing is asked for;
    `session` may be exchanged for a later one, and what was read stays.
    """

    def __init__(self, session: Session, until: date) -> None:
        self.session = session
        self.until = until

    @cached_property
    def everything(self) -> History:
        """All visits there are, also those that are dated after today."""
        return read_everything(self.session)

    @cached_property
    def history(self) -> History:
        """The visits until the day, of those who bought until then."""
        return until_day(self.everything, self.until)

    @cached_property
    def summary(self) -> Summary:
        """The figures of each customer of `history`."""
        return summarize(self.history.visits)

    @cached_property
    def people(self) -> People:
        """All living customers, in the order of their numbers."""
        return People(
            *filled(
                customer_lines(self.session), customers_with_figures(self.session), [np.int64] * 3
            )
        )

    @cached_property
    def goods(self) -> Goods:
        """What was sold of each product until the day, from the shop's first visit on."""
        day = self.history.visits.day
        earliest = int(day.min()) if len(day) else self.until.toordinal()
        return read_goods(self.session, earliest, self.until)

    @cached_property
    def prices(self) -> Prices:
        """The shop's own prices until the day."""
        return own_prices(self.goods)


def read_everything(session: Session) -> History:
    """Return all visits there are, also those that are dated after today."""
    kinds = (np.int32, np.int32, np.int64)
    customer, day, money = filled(visit_rows(session), count_purchases(session), kinds)
    numbers, places = _numbered(customer)
    return History(numbers, Visits(places, day, money, len(numbers)), date.max, 0)


def until_day(history: History, until: date) -> History:
    """Return a history as it was at the end of a day: who had not come by then is not in it."""
    kept = history.visits.day <= until.toordinal()
    later = int(len(kept) - kept.sum())
    if not later:
        return replace(history, until=until)
    customer = history.visits.customer[kept]
    people, places = _numbered(customer)
    visits = Visits(places, history.visits.day[kept], history.visits.money[kept], len(people))
    return History(history.numbers[people], visits, until, later)


def _numbered(sorted_values: Small) -> tuple[Ints, Small]:
    """Return the distinct values of a sorted array, and for each entry the place of its value."""
    is_first = np.ones(len(sorted_values), np.bool_)
    is_first[1:] = sorted_values[1:] != sorted_values[:-1]
    places = np.cumsum(is_first, dtype=np.int32)
    places -= 1
    return sorted_values[is_first].astype(np.int64), places
