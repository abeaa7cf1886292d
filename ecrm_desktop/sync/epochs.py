"""The server's histories that this PC went along with, and how to go on with another one."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.models.changes import FORGETTING, Change, ChangeGroup, ChangeKind
from ecrm_desktop.models.customers import CustomerMerge
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.sync import ForgottenRecord, Link, SentPart, UnfinishedGroup
from ecrm_desktop.sync.identity import take_identity
from ecrm_desktop.sync.transport import Answer

_PREFIX: Final = "sync-epoch-"

Epoch = tuple[UUID, int]
"""A history, and up to which revision it is the one before."""


def told_epochs(told: Answer) -> list[Epoch]:
    """Return the server's histories as it says them, the present one last.

    Raises SyncError SYNC_SERVER_OLD where it keeps none yet.
    """
    if "epochs" not in told:
        raise SyncError(Problem.SYNC_SERVER_OLD)
    return [(UUID(epoch), restored_to) for epoch, restored_to in told["epochs"]]


def known_epochs(session: Session) -> list[Epoch]:
    """Return the server's histories that were kept here, the one that this PC knows last."""
    rows = session.execute(
        select(Counter.name, Counter.last)
        .where(Counter.name.startswith(_PREFIX))
        .order_by(Counter.name)
    )
    return [(UUID(hex=name.rpartition("-")[2]), last) for name, last in rows]


def keep_epochs(session: Session, epochs: Sequence[Epoch]) -> None:
    """Write down which histories led to the one that this PC goes on with."""
    if known_epochs(session) == list(epochs):
        return
    session.execute(delete(Counter).where(Counter.name.startswith(_PREFIX)))
    for number, (epoch, restored_to) in enumerate(epochs):
        session.add(Counter(name=f"{_PREFIX}{number:06}-{epoch.hex}", last=restored_to))


def shared_revision(mine: Sequence[Epoch], theirs: Sequence[Epoch]) -> int:
    """Return up to which revision two histories are the same; they are not the same one.

    After each other the parts that were kept only get longer, so the first parting counts.
    """
    same = 0
    while same < min(len(mine), len(theirs)) and mine[same][0] == theirs[same][0]:
        same += 1
    if same == 0:
        return 0
    return min(chain[same][1] for chain in (mine, theirs) if same < len(chain))


def follow(session: Session, link: Link, epochs: Sequence[Epoch]) -> None:
    """Go on with a server that was put back: what it forgot is to be offered to it again.

    Under another identity, as the server knows neither all batches of this one nor all numbers
    that were leased to it.
    """
    shared = shared_revision(known_epochs(session), epochs)
    take_identity(session)
    link.epoch = epochs[-1][0]
    link.cursor = min(link.cursor, shared)
    link.offering = shared if link.offering is None else min(link.offering, shared)
    if link.filling is not None:
        # What came in may be more than the server has now.
        link.filling, link.filled_to = "", None
    # What comes after it there is not what was seen here.
    session.execute(update(ChangeGroup).where(ChangeGroup.seen > shared).values(seen=shared))
    session.execute(delete(SentPart).where(SentPart.revision > shared))
    # What was to come of them may never come.
    session.execute(delete(UnfinishedGroup))
    _forget_again(session, shared)


def _forget_again(session: Session, after: int) -> None:
    """Let be forgotten once more what the server knows again."""
    forgot = ChangeGroup.action == FORGETTING, ChangeGroup.revision > after
    if session.scalar(select(ChangeGroup.number).where(*forgot).limit(1)) is None:
        return
    merges = select(Change.group_number).where(Change.table_name == CustomerMerge.__tablename__)
    emptied = (
        select(
            Change.table_name, Change.record_id, ChangeGroup.uid, Change.group_number.in_(merges)
        )
        .join(ChangeGroup, ChangeGroup.number == Change.group_number)
        .where(Change.kind != ChangeKind.INSERT, Change.before == "{}")
    )
    for table, record_id, uid, is_of_merge in session.execute(emptied.distinct()).all():
        if not is_of_merge:
            session.merge(ForgottenRecord(record_id=record_id, table_name=table))
        elif uid is not None:
            session.merge(ForgottenRecord(record_id=uid, table_name=ChangeGroup.__tablename__))
