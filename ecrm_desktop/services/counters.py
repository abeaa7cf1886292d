"""Numbers that this PC gives out one after the other."""

from typing import Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from ecrm_desktop.models.shop import Counter

# Built once: saving a customer takes hardly longer than building this would.
_NEXT: Final = (
    insert(Counter)
    .values(name=bindparam("counter"), last=1)
    .on_conflict_do_update(index_elements=[Counter.name], set_={"last": Counter.last + 1})
    .returning(Counter.last)
)


def next_number(session: Session, name: str) -> int:
    """Return the next number under `name`, from 1; an undone transaction gives it back."""
    return session.connection().execute(_NEXT, {"counter": name}).scalar_one()


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
