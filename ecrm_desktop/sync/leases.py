"""Numbers that people see, taken from the server in blocks before they are needed."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.sync import NumberLease
from ecrm_desktop.values.jalali import to_jalali

AT_ONCE: Final = 100
_FEW: Final = 50


def missing_leases(session: Session, today: date) -> Iterator[tuple[str, int]]:
    """Yield the names under which numbers are running out, with the last one given out here."""
    for name in ("customer", "purchase", f"complaint-{to_jalali(today)[0]}"):
        left = session.scalar(
            select(func.sum(NumberLease.last - NumberLease.next + 1)).where(
                NumberLease.name == name
            )
        )
        if (left or 0) < _FEW:
            yield name, session.scalar(select(Counter.last).where(Counter.name == name)) or 0


def store_lease(session: Session, name: str, first: int, last: int) -> None:
    """Keep a block of numbers for this PC, and forget those that were used up."""
    used_up = select(NumberLease).where(
        NumberLease.name == name, NumberLease.next > NumberLease.last
    )
    for old in session.scalars(used_up):
        session.delete(old)
    session.add(NumberLease(name=name, last=last, next=first))
