"""The groups that one customer is in, each with the reason."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.queries.segment_reasons import explain_fit, explain_member
from ecrm_desktop.queries.segment_sql import rule_condition
from ecrm_desktop.queries.segments import list_segments
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.segment_rule import InSegment


@dataclass(frozen=True, slots=True)
class CustomerSegment:
    """A group and why a customer is in it."""

    id: UUID
    name: str
    reason: str


def customer_segments(
    session: Session, customer_id: UUID, today: date, display: Display
) -> list[CustomerSegment]:
    """Return the groups that a living customer is in now, the shop's own by name, then presets.

    A group that cannot be made out is left out. The derived tables have to be fresh.
    """
    number = session.scalar(
        select(CustomerIndex.number).where(CustomerIndex.customer_id == customer_id)
    )
    found = []
    for one in list_segments(session, today) if number is not None else ():
        # The rule of a preset is known; to look for it by its id counts the cities again.
        rule = one.rule if one.is_preset else InSegment(one.id)
        if rule is None:
            continue
        try:
            query = rule_condition(session, rule, today, of_one=True)
            is_in = session.connection().exec_driver_sql(
                f"SELECT ({query.sql}) FROM customer_figures f WHERE f.number = :number",
                {**query.values, "number": number},
            )
            if is_in.scalar():
                reason = (
                    explain_fit(session, rule, customer_id, today, display)
                    if one.is_preset
                    else explain_member(session, one.id, customer_id, today, display)
                )
                found.append(CustomerSegment(one.id, one.name, reason))
        except EcrmError:
            continue
    return found
