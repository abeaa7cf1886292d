"""What the filters of the customers' list mean as the rule of a group."""

from collections.abc import Iterator
from datetime import date

from ecrm_desktop.queries.customers import CustomerFilter
from ecrm_desktop.values.segment_rule import (
    Ago,
    All,
    FieldIs,
    Filled,
    Found,
    InMonth,
    InSegment,
    Not,
    OneOf,
    Range,
    Rule,
    RuleField,
    Tagged,
    simplified,
)


def rule_of_filter(filter_: CustomerFilter, today: date) -> Rule:
    """Return a rule that means whom a filter lists today.

    A day since when nothing was bought, not after today, becomes so many days, which move on with
    the day of the shop.
    """
    return simplified(All(tuple(_parts(filter_, today))))


def _parts(filter_: CustomerFilter, today: date) -> Iterator[Rule]:
    if filter_.text.strip():
        yield Found(filter_.text.strip())
    if filter_.kind is not None:
        yield FieldIs(RuleField.KIND, OneOf((str(filter_.kind),)))
    if filter_.city is not None:
        yield (
            FieldIs(RuleField.CITY, OneOf((filter_.city,)))
            if filter_.city
            else Not(FieldIs(RuleField.CITY, Filled()))
        )
    if filter_.tag is not None:
        yield Tagged(filter_.tag) if filter_.tag else Not(Tagged())
    if filter_.acquisition_channel is not None:
        yield FieldIs(RuleField.ACQUISITION, OneOf((str(filter_.acquisition_channel),)))
    if filter_.has_open_complaint:
        yield FieldIs(RuleField.OPEN_COMPLAINTS, Range(low=1))
    if filter_.birthday_month is not None:
        yield FieldIs(RuleField.BIRTHDAY, InMonth(filter_.birthday_month))
    if filter_.no_purchase_since is not None:
        days = (today - filter_.no_purchase_since).days + 1
        yield FieldIs(RuleField.LAST_PURCHASE, Ago(Range(low=days)))
    if filter_.segment is not None:
        yield InSegment(filter_.segment.segment_id)
