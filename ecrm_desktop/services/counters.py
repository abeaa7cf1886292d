"""Numbers that this PC gives out one after the other."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from ecrm_desktop.models.shop import Counter


def next_number(session: Session, name: str) -> int:
    """Return the next number under `name`, from 1; an undone transaction gives it back."""
    statement = (
        insert(Counter)
        .values(name=name, last=1)
        .on_conflict_do_update(index_elements=[Counter.name], set_={"last": Counter.last + 1})
        .returning(Counter.last)
    )
    return session.execute(statement).scalar_one()


def peek_number(session: Session, name: str) -> int:
    """Return the number given out last under `name`; 0 when none was."""
    return session.scalar(select(Counter.last).where(Counter.name == name)) or 0
