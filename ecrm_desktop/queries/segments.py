"""Segments as lists and pages show them: how many, who, since when, and how they went on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.segments import (
    Segment,
    SegmentEvent,
    SegmentMember,
    SegmentPin,
    SegmentSize,
)
from ecrm_desktop.queries.customers import sorted_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.queries.segment_numbers import numbers
from ecrm_desktop.queries.segment_rules import StoredRule, of_preset, presets, stored_rule
from ecrm_desktop.queries.segment_sql import Query, rule_query, segment_query
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.segment_reading import rule_from_json
from ecrm_desktop.values.segment_rule import (
    FieldIs,
    Rule,
    RuleField,
    is_too_new,
    leaves,
    segments_in,
)
from ecrm_desktop.values.statuses import SegmentCrossing
from ecrm_desktop.values.text import fold_compact, sort_key

_WEEK: Final = timedelta(days=7)
_OF_OTHERS: Final = frozenset({RuleField.REFERRED_BUYERS, RuleField.REFERRED_MONEY})


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRow:
    """A segment of the list, as it was when it was last looked at (`counted_on`).

    `rule` is None where it cannot be read; `trouble` says why nobody knows who is in it. `members`
    and `worth` are None before the first look, `change` is that of the last week, None where it is
    not known a week. `worth` is what its members have bought, net, in minor units, or what those
    have whom they brought where the rule is about that.
    """

    id: UUID
    name: str
    purpose: str
    rule: Rule | None
    is_preset: bool
    members: int | None = None
    worth: int | None = None
    change: int | None = None
    counted_on: date | None = None
    trouble: Problem | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """How many are in a segment, and what they bought (`SegmentRow.worth`)."""

    members: int
    worth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A customer entered a segment or left it; `is_again` for an entry after the first."""

    number: int
    segment_id: UUID
    customer_id: UUID
    customer: str
    code: str
    crossing: SegmentCrossing
    is_again: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PinRow:
    """A customer who was put into a segment by hand, or left out."""

    customer_id: UUID
    customer: str
    code: str
    is_in: bool
    reason: str


def list_segments(session: Session, today: date) -> list[SegmentRow]:
    """Return the stored segments by name, then the presets, as they were last looked at."""
    stored = session.execute(
        select(Segment.id, Segment.name, Segment.purpose, Segment.rule, Segment.deleted_at)
    ).all()
    known = {one.id for one in stored}
    rows = [
        _row(session, today, one.id, one.name, one.purpose, one.rule, is_preset=False)
        for one in sorted(stored, key=lambda row: sort_key(row.name))
        if one.deleted_at is None
    ]
    rows += [
        _row(session, today, one.id, one.name, one.purpose, one.json, is_preset=True)
        for one in map(of_preset, presets(session))
        if one.id not in known
    ]
    return rows


def get_segment(session: Session, segment_id: UUID, today: date) -> SegmentRow:
    """Return one segment or preset as it was last looked at; InvalidInput SEGMENT_MISSING."""
    found = stored_rule(session, segment_id)
    return _row(
        session, today, found.id, found.name, found.purpose, found.json,
        is_preset=not found.is_stored,
    )  # fmt: skip


def find_segment(session: Session, name: str) -> UUID | None:
    """Return the segment or preset with this name, however it is typed; None if there is none."""
    wanted = fold_compact(name)
    rows = session.execute(select(Segment.id, Segment.name, Segment.deleted_at)).all()
    for one in rows:
        if one.deleted_at is None and fold_compact(one.name) == wanted:
            return one.id  # type: ignore[no-any-return]
    known = {one.id for one in rows}
    return next(
        (
            one.id
            for one in presets(session)
            if one.id not in known and fold_compact(one.name) == wanted
        ),
        None,
    )


def count_rule(session: Session, rule: Rule, today: date) -> Size:
    """Return how many a rule means, while it is built; raises as `segment_sql.rule_query`.

    The derived tables have to be fresh (`services.customer_figures`), as for all below.
    """
    return count_query(session, rule_query(session, rule, today), rule)


def count_query(session: Session, query: Query, rule: Rule) -> Size:
    """Return how many a query means, and what they are worth by the rule that it is of."""
    row = session.connection().exec_driver_sql(query.count(worth_column(rule)), query.values).one()
    return Size(*row)


def rule_members(session: Session, rule: Rule, today: date, sort: Sort) -> IdList:
    """Return the ids of those whom a rule means, sorted by a field of `CustomerRow`."""
    return _sorted(session, rule_query(session, rule, today), sort)


def segment_members(session: Session, segment_id: UUID, today: date, sort: Sort) -> IdList:
    """Return the ids of those in a segment, by rule or by hand, sorted as above."""
    return _sorted(session, segment_query(session, segment_id, today), sort)


def first_names(session: Session, rule: Rule, today: date, limit: int = 5) -> list[str]:
    """Return the names of a few whom a rule means, those who bought for most first."""
    query = rule_query(session, rule, today)
    rows = session.execute(
        select(CUSTOMER_NAME)
        .join(CustomerIndex, CustomerIndex.customer_id == Customer.id)
        .where(CustomerIndex.number.in_(numbers(query)))
        .order_by(CustomerIndex.purchase_total.desc(), CustomerIndex.customer_id)
        .limit(limit)
    )
    return list(rows.scalars())


def segments_of(session: Session, customer_id: UUID) -> list[UUID]:
    """Return the stored segments that a customer was in when they were last looked at."""
    found = session.scalars(
        select(SegmentMember.segment_id)
        .join(Segment, Segment.id == SegmentMember.segment_id)
        .where(
            SegmentMember.customer_id == customer_id,
            SegmentMember.is_in,
            Segment.deleted_at.is_(None),
        )
        .order_by(Segment.name)
    )
    return list(found)


def segment_events(
    session: Session,
    segment_id: UUID | None = None,
    *,
    customer_id: UUID | None = None,
    after: int = 0,
    limit: int = 1_000,
) -> list[EventRow]:
    """Return who entered and left, the latest first; those with a number above `after`."""
    statement = (
        select(
            SegmentEvent.number,
            SegmentEvent.segment_id,
            SegmentEvent.customer_id,
            CUSTOMER_NAME.label("customer"),
            Customer.code,
            SegmentEvent.crossing,
            SegmentEvent.is_again,
            SegmentEvent.at,
        )
        .join(Customer, Customer.id == SegmentEvent.customer_id)
        .where(SegmentEvent.number > after)
        .order_by(SegmentEvent.number.desc())
        .limit(limit)
    )
    if segment_id is not None:
        statement = statement.where(SegmentEvent.segment_id == segment_id)
    if customer_id is not None:
        statement = statement.where(SegmentEvent.customer_id == customer_id)
    return [EventRow(**row._mapping) for row in session.execute(statement)]  # noqa: SLF001 - SQLAlchemy's public name


def segment_pins(session: Session, segment_id: UUID) -> list[PinRow]:
    """Return who was put into a segment by hand or left out, of living customers, by name."""
    rows = session.execute(
        select(
            SegmentPin.customer_id,
            CUSTOMER_NAME.label("customer"),
            Customer.code,
            SegmentPin.is_in,
            SegmentPin.reason,
        )
        .join(Customer, Customer.id == SegmentPin.customer_id)
        .join(CustomerIndex, CustomerIndex.customer_id == Customer.id)
        .where(SegmentPin.segment_id == segment_id)
        .order_by(CustomerIndex.sort_name, Customer.id)
    )
    return [PinRow(**row._mapping) for row in rows]  # noqa: SLF001 - as above


def signature(session: Session, found: StoredRule) -> str:
    """Return what tells the rule of a segment, with all that it leads to, from any other."""
    texts: dict[UUID, str] = {found.id: found.json}
    left = [*segments_in(found.rule)]
    while left:
        other_id = left.pop()
        if other_id not in texts:
            other = stored_rule(session, other_id)
            texts[other_id] = other.json
            left += segments_in(other.rule)
    return sha256("\n".join(texts[one] for one in sorted(texts)).encode()).hexdigest()


def worth_column(rule: Rule) -> str:
    """Return which column of `customer_figures` says what the members of a rule are worth."""
    is_of_others = any(isinstance(one, FieldIs) and one.field in _OF_OTHERS for one in leaves(rule))
    return "referred_money" if is_of_others else "total"


def _row(
    session: Session,
    today: date,
    segment_id: UUID,
    name: str,
    purpose: str,
    json: str,
    *,
    is_preset: bool,
) -> SegmentRow:
    rule, trouble = None, None
    try:
        rule = rule_from_json(json)
        if segments_in(rule) or is_too_new(rule):
            # What it leads to may be gone, or lead back.
            rule_query(session, rule, today)
    except EcrmError as error:
        trouble = error.problem
    sizes = session.scalars(
        select(SegmentSize)
        .where(SegmentSize.segment_id == segment_id)
        .order_by(SegmentSize.day.desc())
    ).all()
    size = sizes[0] if sizes else None
    before = None
    if size is not None:
        week_ago = (
            one.members for one in sizes if one.day <= size.day - _WEEK and one.rule == size.rule
        )
        before = next(week_ago, None)
    return SegmentRow(
        id=segment_id,
        name=name,
        purpose=purpose,
        rule=rule,
        is_preset=is_preset,
        members=None if size is None else size.members,
        worth=None if size is None else size.worth,
        change=None if size is None or before is None else size.members - before,
        counted_on=None if size is None else size.day,
        trouble=trouble,
    )


def _sorted(session: Session, query: Query, sort: Sort) -> IdList:
    return sorted_customers(session, [CustomerIndex.number.in_(numbers(query))], sort)
