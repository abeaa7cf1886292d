"""Why one customer is in a segment, or is not."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.segments import SegmentPin
from ecrm_desktop.queries.customer_detail import customer_name
from ecrm_desktop.queries.segment_fields import Figures, value_of
from ecrm_desktop.queries.segment_purchases import Purchases
from ecrm_desktop.queries.segment_rules import names_in, stored_rule
from ecrm_desktop.queries.segment_sql import rule_condition
from ecrm_desktop.text.segment_fields import Fact
from ecrm_desktop.text.segment_texts import Reason, explain_customer, explain_pin
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.segment_rule import (
    DAY_FIELDS,
    Ago,
    All,
    Any,
    Bought,
    FieldIs,
    InSegment,
    Leaf,
    Not,
    OneOf,
    Rule,
    leaves,
)


def explain_member(
    session: Session, segment_id: UUID, customer_id: UUID, today: date, display: Display
) -> str:
    """Return in a sentence why a customer is in a segment or is not.

    Raises InvalidInput SEGMENT_MISSING, RULE_TOO_NEW, SEGMENT_CYCLE (name), and RECORD_MISSING for
    a customer in the bin. The derived tables have to be fresh.
    """
    name = customer_name(session, customer_id)
    pin = _pin(session, segment_id, customer_id)
    if pin is not None:
        return explain_pin(name, pin.reason, is_in=pin.is_in)
    return explain_fit(session, stored_rule(session, segment_id).rule, customer_id, today, display)


def explain_fit(
    session: Session, rule: Rule, customer_id: UUID, today: date, display: Display
) -> str:
    """Return in a sentence why a customer fits a rule or does not; raises as above."""
    reasons = reasons_for(session, rule, customer_id, today)
    names = names_in(session, [rule])
    return explain_customer(customer_name(session, customer_id), rule, reasons, names, display)


def reasons_for(session: Session, rule: Rule, customer_id: UUID, today: date) -> dict[Leaf, Reason]:
    """Return of every condition of a rule whether it holds for a customer, and what is so."""
    number = session.scalar(
        select(CustomerIndex.number).where(CustomerIndex.customer_id == customer_id)
    )
    if number is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    person = _Person(session, customer_id, number, today)
    return {leaf: person.reason(leaf) for leaf in leaves(rule)}


class _Person:
    """Looks at the conditions of rules for one customer."""

    def __init__(self, session: Session, customer_id: UUID, number: int, today: date) -> None:
        self._session = session
        self._id = customer_id
        self._number = number
        self._today = today
        self._figures = Figures(session, today)
        self._purchases = Purchases(session, today)
        self._within: list[UUID] = []

    def reason(self, leaf: Leaf) -> Reason:
        if isinstance(leaf, Bought):
            fact = self._scalar(self._purchases.value(leaf))
            # A share is rounded for showing, so that the condition itself decides.
            return Reason(self._holds(leaf), fact)
        if isinstance(leaf, InSegment):
            return Reason(self._is_in(leaf.segment_id))
        return Reason(self._holds(leaf), self._fact(leaf))

    def _fact(self, leaf: Leaf) -> Fact:
        if not isinstance(leaf, FieldIs):
            return None
        if isinstance(leaf.test, OneOf):
            fitting = (
                one for one in leaf.test.values if self._holds(FieldIs(leaf.field, OneOf((one,))))
            )
            return next(fitting, None)
        value = value_of(self._figures, leaf)
        if value is None:
            return None
        found = self._scalar(f"SELECT {value} FROM customer_figures f WHERE f.number = :number")
        if found is None or leaf.field not in DAY_FIELDS:
            return found
        if isinstance(leaf.test, Ago):
            return max(0, self._today.toordinal() - found)
        return date.fromordinal(found)

    def _holds(self, leaf: Leaf) -> bool:
        query = rule_condition(self._session, leaf, self._today, of_one=True)
        values = {**query.values, "number": self._number}
        found = self._session.connection().exec_driver_sql(
            f"SELECT ({query.sql}) FROM customer_figures f WHERE f.number = :number", values
        )
        return bool(found.scalar())

    def _is_in(self, segment_id: UUID) -> bool:
        pin = _pin(self._session, segment_id, self._id)
        if pin is not None:
            return pin.is_in
        found = stored_rule(self._session, segment_id)
        if segment_id in self._within:
            raise InvalidInput(Problem.SEGMENT_CYCLE, name=found.name)
        self._within.append(segment_id)
        is_in = self._fits(found.rule)
        self._within.pop()
        return is_in

    def _fits(self, rule: Rule) -> bool:
        match rule:
            case All(parts):
                return all(map(self._fits, parts))
            case Any(parts):
                return any(map(self._fits, parts))
            case Not(part):
                return not self._fits(part)
            case InSegment(segment_id):
                return self._is_in(segment_id)
        return self._holds(rule)

    def _scalar(self, sql: str) -> int | None:
        found = self._session.connection().exec_driver_sql(sql, {"number": self._number})
        value = found.scalar()
        return None if value is None else int(value)


def _pin(session: Session, segment_id: UUID, customer_id: UUID) -> SegmentPin | None:
    return session.scalars(
        select(SegmentPin)
        .where(SegmentPin.segment_id == segment_id, SegmentPin.customer_id == customer_id)
        # Left out wins, as for everybody at once.
        .order_by(SegmentPin.is_in)
        .limit(1)
    ).first()
