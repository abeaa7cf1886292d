"""Who has gone: three rules, and which of them the shop's own past speaks for."""

from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis import bg_nbd
from ecrm_desktop.analysis.arrays import Flags, Floats, Ints
from ecrm_desktop.analysis.visits import Summary, Visits, summarize
from ecrm_desktop.values.figure_numbers import number_of
from ecrm_desktop.values.findings import DormancyRule
from ecrm_desktop.values.statuses import CustomerState

_NINETY = 90
_SOON = 14
_TIMES_OWN_GAP = 2
_ALIVE_AT_LEAST = 0.5
_AT_RISK_FROM = 2 / 3
_NEW_DAYS = 90
_YEAR = 365
_FEWEST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule would have said a while ago: `named` of `people`, of whom `stayed_away`.

    `gone` are all who did not come again within `days`, named or not.
    """

    rule: DormancyRule
    people: int
    named: int
    stayed_away: int
    gone: int
    days: int

    @property
    def hit_rate(self) -> float:
        """Which part of those it named did not come again; 0 if it named nobody."""
        return self.stayed_away / self.named if self.named else 0.0

    @property
    def skill(self) -> float:
        """Youden's J: the part of the gone that it named less the part of the others."""
        others = self.people - self.gone
        if not self.gone or not others:
            return 0.0
        return self.stayed_away / self.gone - (self.named - self.stayed_away) / others


@dataclass(frozen=True, slots=True)
class Choice:
    """The rule to go by; no `verdicts` where the shop is too young to try them."""

    rule: DormancyRule
    verdicts: tuple[Verdict, ...]

    @property
    def verdict(self) -> Verdict | None:
        """What the chosen rule was worth, None if that is not known."""
        return next((one for one in self.verdicts if one.rule is self.rule), None)


def choose_rule(visits: Visits, until: int) -> Choice:
    """Return the rule that told best, a year ago, who would not come again until the day `until`.

    A younger shop is tried on half its age, from 90 days on. Where nothing can be tried, it is 90
    days. Best is Youden's J, because the rate of hits alone favours a rule that names hardly
    anybody.
    """
    plain = Choice(DormancyRule.NINETY_DAYS, ())
    if not len(visits):
        return plain
    days = min(_YEAR, (until - int(visits.day.min())) // 2)
    if days < _NINETY:
        return plain
    verdicts = _tried(visits, until, days)
    best = max(verdicts, key=lambda one: one.skill)
    if best.named < _FEWEST_NAMED or best.skill <= 0:
        return Choice(DormancyRule.NINETY_DAYS, verdicts)
    return Choice(best.rule, verdicts)


def _tried(visits: Visits, until: int, days: int) -> tuple[Verdict, ...]:
    cut = until - days
    past = summarize(visits.until(cut))
    came = past.visits > 0
    returned = np.zeros(visits.people, np.bool_)
    returned[visits.customer[(visits.day > cut) & (visits.day <= until)]] = True
    gone = came & ~returned
    alive = probability_alive(past, cut)
    verdicts = []
    for rule in DormancyRule:
        named = came & (nearness(rule, past, alive, cut) >= 1)
        verdicts.append(
            Verdict(
                rule=rule,
                people=int(came.sum()),
                named=int(named.sum()),
                stayed_away=int((named & gone).sum()),
                gone=int(gone.sum()),
                days=days,
            )
        )
    return tuple(verdicts)


def probability_alive(summary: Summary, until: int, *, with_prior: bool = True) -> Floats:
    """Return how likely each customer buys again, by BG/NBD; 0 of who never came."""
    came = summary.visits > 0
    alive = np.zeros(len(came))
    if came.any():
        rows, numbers = model_rows(summary, until, came)
        fit = bg_nbd.fit(rows, with_prior=with_prior)
        alive[came] = bg_nbd.probability_alive(fit.parameters, rows)[numbers]
    return alive


def model_rows(summary: Summary, until: int, came: Flags) -> tuple[bg_nbd.Rows, Ints]:
    """Return the distinct rows of those who `came`, and for each of them the number of theirs."""
    return bg_nbd.distinct_rows(
        summary.visits[came] - 1,
        summary.last[came] - summary.first[came],
        until - summary.first[came],
    )


def nearness(rule: DormancyRule, summary: Summary, alive: Floats, until: int) -> Floats:
    """Return how near each customer is to being dormant: from 1 on they are.

    By days it is the silence over what the rule allows. Who came too seldom for a rhythm of their
    own, or once only for a probability, is measured by 90 days. 0 of who never came.
    """
    silence = np.where(summary.visits > 0, until - summary.last, 0).astype(float)
    by_days = silence / _NINETY
    if rule is DormancyRule.TWICE_OWN_GAP:
        allowed = np.maximum(_SOON, _TIMES_OWN_GAP * summary.gap)
        return np.where(summary.gap > 0, silence / allowed, by_days)
    if rule is DormancyRule.PROBABILITY:
        return np.where(summary.visits > 1, (1 - alive) / (1 - _ALIVE_AT_LEAST), by_days)
    return by_days


def states(near: Floats, summary: Summary, until: int) -> Ints:
    """Return the number of each customer's `CustomerState` by how near they are to dormant.

    At risk begins at two thirds; new is whose first visit was within 90 days.
    """
    is_new = until - summary.first < _NEW_DAYS
    found = np.where(is_new, number_of(CustomerState.NEW), number_of(CustomerState.ACTIVE))
    found = np.where(near >= _AT_RISK_FROM, number_of(CustomerState.AT_RISK), found)
    found = np.where(near >= 1, number_of(CustomerState.DORMANT), found)
    never = number_of(CustomerState.NEVER_BOUGHT)
    return np.where(summary.visits > 0, found, never).astype(np.int64)
