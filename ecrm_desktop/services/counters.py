"""Numbers that this PC gives out one after the other."""

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from ecrm_desktop.models.shop import Counter

# As text: saving a customer takes hardly longer than building this would.
_NEXT: Final = (
    "INSERT INTO counters (name, last) VALUES (?, 1)"
    " ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last"
)


def next_number(session: Session, name: str) -> int:
    """Return the next number under `name`, from 1; an undone transaction gives it back."""
    number: int = session.connection().exec_driver_sql(_NEXT, (name,)).scalar_one()
    return number


def last_number(session: Session, name: str) -> int:
    """Return the number given out last under `name`, 0 before the first."""
    return session.scalar(select(Counter.last).where(Counter.name == name)) or 0


def reach_number(session: Session, name: str, number: int) -> None:
    """Go on from `number` at least, because somebody gave it out by hand."""
    statement = insert(Counter).values(name=name, last=number)
    last = func.max(Counter.last, statement.excluded.last)
    session.execute(
        statement.on_conflict_do_update(index_elements=[Counter.name], set_={"last": last})
    )
