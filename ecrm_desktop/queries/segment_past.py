"""How those went on who would have been in a segment a year ago, by what they had bought then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.queries.segment_rules import stored_rule
from ecrm_desktop.queries.segment_sql import rule_condition
from ecrm_desktop.values.period import add_months
from ecrm_desktop.values.segment_rule import (
    Ago,
    All,
    Any,
    Bought,
    FieldIs,
    Filled,
    Found,
    Goods,
    InSegment,
    Measure,
    Not,
    Range,
    Rule,
    RuleField,
    Within,
)
from ecrm_desktop.values.time_windows import Between, Window, resolve

_MONTHS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """Those who would have been in a segment on a `day`, and the year that followed.

    `came_back` bought again within it; `spent_before` and `spent_after` are what the members bought
    in the year before that day and in the year after, net, in minor units. `everybody` had bought
    by then, of whom `everybody_came_back` bought again.
    """

    day: date
    members: int
    came_back: int
    spent_before: int
    spent_after: int
    everybody: int
    everybody_came_back: int


def backtest(session: Session, segment_id: UUID, today: date) -> Backtest | None:
    """Return how the members of a year ago went on; None where nobody can know who they were.

    What was bought until then, and customers recorded until then, are told apart as on that day;
    where they live and the like is taken as it is now. Scores, open complaints, contacts, tags and
    what was said by hand are of today, so rules about those give None. Raises as `rule_query`, and
    the derived tables have to be fresh.
    """
    day = add_months(today, -_MONTHS, "jalali")
    rule = _as_of(session, stored_rule(session, segment_id).rule, day, set())
    if rule is None:
        return None
    query = rule_condition(session, rule, day)
    then = day.toordinal()
    before = add_months(day, -_MONTHS, "jalali").toordinal()
    row = (
        session.connection()
        .exec_driver_sql(
            f"""
        WITH bought AS (
            SELECT customer, sum(iif(day > {before} AND day <= {then}, net, 0)) AS before,
                sum(iif(day > {then}, net, 0)) AS after, sum(day > {then}) AS purchases,
                min(day) <= {then} AS is_known
            FROM purchase_figures WHERE day <= {today.toordinal()} GROUP BY customer
        ), line AS (
            SELECT ({query.sql}) AS is_in, b.before, b.after, b.purchases, b.is_known
            FROM customer_figures f NOT INDEXED LEFT JOIN bought b ON b.customer = f.number
            WHERE f.created <= {then} OR b.is_known
        )
        SELECT coalesce(sum(is_in), 0), coalesce(sum(is_in AND purchases > 0), 0),
            coalesce(sum(iif(is_in, before, 0)), 0), coalesce(sum(iif(is_in, after, 0)), 0),
            coalesce(sum(is_known), 0), coalesce(sum(is_known AND purchases > 0), 0)
        FROM line
        """,
            query.values,
        )
        .one()
    )
    names = "members came_back spent_before spent_after everybody everybody_came_back"
    return Backtest(day=day, **dict(zip(names.split(), row, strict=True)))


def _as_of(  # noqa: PLR0911 - one of each kind
    session: Session, rule: Rule, day: date, within: set[UUID]
) -> Rule | None:
    """Return a rule as it was on a day, None where a part of it cannot be known any more."""
    match rule:
        case All(parts) | Any(parts):
            found = [_as_of(session, one, day, within) for one in parts]
            known = tuple(one for one in found if one is not None)
            return type(rule)(known) if len(known) == len(found) else None
        case Not(part):
            inner = _as_of(session, part, day, within)
            return None if inner is None else Not(inner)
        case Bought(measure, wanted, goods, window):
            return Bought(measure, wanted, goods, _until(window, day))
        case InSegment(segment_id):
            if segment_id in within:
                return None
            other = stored_rule(session, segment_id)
            return _as_of(session, other.rule, day, within | {segment_id})
        case FieldIs(field, _) if field in _AS_NOW:
            return rule
        case FieldIs(field, Range() as wanted) if field in _MEASURES:
            return _MEASURES[field](wanted, Between(None, day))
        case FieldIs(RuleField.LAST_PURCHASE, test):
            return _last_purchase(test, day)
        case Found():
            return rule
    return None


def _last_purchase(test: object, day: date) -> Rule | None:
    past = Between(None, day)
    match test:
        case Ago(days):
            return Bought(Measure.RECENCY, days, window=past)
        case Filled():
            return Bought(Measure.COUNT, Range(low=1), window=past)
        case Within(window):
            days_ = resolve(window, day)
            if days_ is None or days_.first > day:
                return None
            low, high = (max(0, (day - one).days) for one in (min(days_.last, day), days_.first))
            return Bought(Measure.RECENCY, Range(low, high), window=past)
    return None


def _until(window: Window, day: date) -> Window:
    """Return a window without what came after a day."""
    days = resolve(window, day)
    if days is None:
        return Between(None, day)
    if days.first > day:
        # Nothing of it had come: no day at all.
        return Between(date.min, date.min + timedelta(days=1))
    first = None if days.first == date.min else days.first
    return Between(first, min(days.last, day))


_AS_NOW: Final = frozenset(
    {
        RuleField.KIND,
        RuleField.GENDER,
        RuleField.INCOME,
        RuleField.ACQUISITION,
        RuleField.PREFERRED_CHANNEL,
        RuleField.PROVINCE,
        RuleField.CITY,
        RuleField.AGE,
        RuleField.BIRTHDAY,
        RuleField.REFERRER,
        RuleField.CREATED,
    }
)


def _of(measure: Measure, goods: Goods = Goods()) -> Callable[[Range, Window], Rule]:  # noqa: B008 - frozen
    return lambda wanted, window: Bought(measure, wanted, goods, window)


_MEASURES: Final[dict[RuleField, Callable[[Range, Window], Rule]]] = {
    RuleField.PURCHASES: _of(Measure.COUNT),
    RuleField.VISITS: _of(Measure.DAYS),
    RuleField.TOTAL: _of(Measure.SUM),
    RuleField.DISCOUNT_SHARE: _of(Measure.COUNT_SHARE, Goods(discounted=True)),
}
