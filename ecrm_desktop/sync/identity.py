"""Under which identity this file's changes go to the server, and when it needs another one."""

from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import Change
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.sync import Device, Link, NumberLease, SentPart

FORMER: Final = "sync-former"
"""Name of the counter with the last change that went to the server under a former identity."""
COMPARED: Final = "sync-compared"
"""Name of the counter with the day on which this file was compared with the server."""
IDENTITY: Final = "identity"
"""The action of the group with which a PC goes on under another identity."""


def the_link(session: Session) -> Link:
    """Return with whom this file syncs; NoResultFound where it is with nobody."""
    return session.scalars(select(Link)).one()


def take_identity(session: Session) -> None:
    """Let this file be another device from now on, as after it was copied or put back.

    Numbers that were leased to the former one may have been given out since. Nothing happens where
    the shop is on one PC alone.
    """
    link = session.scalar(select(Link))
    if link is None:
        return
    former = session.get(Device, link.device_id)
    previous = link.previous_id or link.device_id
    go_on_as(session, link, uuid4(), "" if former is None else former.name)
    link.previous_id = previous


def go_on_as(session: Session, link: Link, device_id: UUID, name: str) -> None:
    """Let this file be a device that the server knows or is told of, with nothing of the former."""
    link.device_id, link.previous_id = device_id, None
    link.batch, link.frozen, link.device_number = 0, None, None
    session.execute(delete(NumberLease))
    session.merge(Counter(name=FORMER, last=link.sent))
    # Whoever was put back, copied or has lost something looks soon whether all is well.
    session.execute(delete(Counter).where(Counter.name == COMPARED))
    # It may have been this one before.
    session.merge(Device(id=device_id, name=name))


def begin_anew(session: Session) -> None:
    """Let this file, in which anything may be missing, ask the server for all and offer all.

    What it offers is weaker than what the server has.
    """
    link = session.scalar(select(Link))
    if link is None:
        return
    take_identity(session)
    session.execute(delete(SentPart))
    link.cursor = 0
    link.repaired = session.scalar(select(func.max(Change.number))) or 0
    link.offering = 0
    link.filling = ""
    link.filled_to = None
