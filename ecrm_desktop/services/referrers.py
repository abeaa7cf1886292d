"""Who brought whom: a chain of customers that never leads back to where it began."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customers import Customer


def check_referrer(session: Session, customer_id: UUID, referrer_id: UUID | None) -> None:
    """Refuse a referrer who was brought by the customer: REFERRER_CYCLE (name) at the field.

    REFERS_TO_ITSELF if they are one.
    """
    if referrer_id == customer_id:
        raise InvalidInput(Problem.REFERS_TO_ITSELF, "referred_by_id")
    if leads_to(session, referrer_id, customer_id):
        name = session.get_one(Customer, referrer_id).name
        raise InvalidInput(Problem.REFERRER_CYCLE, "referred_by_id", name=name)


def leads_to(session: Session, referrer_id: UUID | None, customer_id: UUID) -> bool:
    """Tell whether a chain of referrers leads to a customer, also through those in the bin."""
    seen: set[UUID] = set()
    # A chain that another PC has closed is gone round once.
    while referrer_id is not None and referrer_id not in seen:
        if referrer_id == customer_id:
            return True
        seen.add(referrer_id)
        found = select(Customer.referred_by_id).where(Customer.id == referrer_id)
        referrer_id = session.scalar(found)
    return False
