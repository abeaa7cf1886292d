"""Numbers that this PC gives out one after the other, of those that are its own to give."""

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


_LEASED: Final = (
    "UPDATE number_leases SET next = next + 1 WHERE rowid = ("
    "SELECT rowid FROM number_leases WHERE name = ? AND next <= last ORDER BY last LIMIT 1"
    ") RETURNING next - 1"
)
_OF_A_DEVICE: Final = 10_000_000
"""Behind these many, numbers are a PC's own: more than are ever counted on from."""


def next_number(session: Session, name: str) -> int:
    """Return the next number under `name`, from 1; an undone transaction gives it back.

    Where the shop is on several PCs it is of those that the server leased to this one. Once they
    are used up it begins with the PC's own number, until the server is reached again.
    """
    connection = session.connection()
    if not is_shared(session):
        number: int = connection.exec_driver_sql(_NEXT, (name,)).scalar_one()
        return number
    leased: int | None = connection.exec_driver_sql(_LEASED, (name,)).scalar()
    if leased is not None:
        return leased
    device: int = connection.exec_driver_sql(_DEVICE).scalar() or _UNKNOWN_DEVICE
    own: int = connection.exec_driver_sql(_NEXT, (f"{name}@{device}",)).scalar_one()
    return device * _OF_A_DEVICE + own


def is_shared(session: Session) -> bool:
    """Return whether the shop is on several PCs."""
    return session.connection().exec_driver_sql(_SHARED).scalar() is not None


_SHARED: Final = "SELECT id FROM sync_link"
_DEVICE: Final = "SELECT device_number FROM sync_link"
# Of a file that was put back and has not asked the server since who it is.
_UNKNOWN_DEVICE: Final = 99


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
