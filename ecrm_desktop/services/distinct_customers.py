"""Customers who have much in common and are two all the same."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from ecrm_desktop.models.customers import Customer, DistinctCustomers
from ecrm_desktop.services.records import get_active
from ecrm_desktop.values.ids import derived_id


def keep_customers_apart(session: Session, one_id: UUID, other_id: UUID) -> UUID:
    """Note that two customers are two, so that nobody is asked again; return the note's id.

    Raises InvalidInput RECORD_MISSING.
    """
    first, second = sorted((one_id, other_id))
    for one in (first, second):
        get_active(session, Customer, one)
    note_id = derived_id(first, DistinctCustomers.__tablename__, second.hex)
    if session.get(DistinctCustomers, note_id) is None:
        session.add(DistinctCustomers(id=note_id, first_id=first, second_id=second))
        session.flush()
    return note_id


def propose_customers_again(session: Session, notes: Sequence[UUID]) -> None:
    """Take back that customers are two, by the ids of what was noted."""
    session.execute(delete(DistinctCustomers).where(DistinctCustomers.id.in_(notes)))
