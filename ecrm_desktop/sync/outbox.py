"""What was changed here and waits for the server: frozen into batches, sent, and answered."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from ecrm_desktop.migrations import HEAD
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.models.imports import UnfinishedImport
from ecrm_desktop.models.sync import Link, RefusedGroup, SentPart
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.sync.operations import CapturedChange, operation_texts

MOST_OPERATIONS: Final = 500
MOST_BYTES: Final = 262_144
_ENVELOPE: Final = 4_096  # of a batch, besides its operations
_OF_A_GROUP: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What is sent at once: the same number always has the same digest, on this PC."""

    number: int
    digest: bytes
    payload: str


def waiting_groups(session: Session, link: Link) -> int:
    """Return how many user actions the server does not know yet."""
    return (
        session.scalar(
            select(func.count(Change.group_number.distinct()))
            .join(ChangeGroup, ChangeGroup.number == Change.group_number)
            .where(Change.number > link.sent, ChangeGroup.origin.is_(None))
        )
        or 0
    )


def has_waiting(session: Session, link: Link) -> bool:
    """Return whether anything can be sent."""
    return bool(_waiting(session, link, 1))


def freeze_batch(session: Session, link: Link) -> Batch | None:
    """Return what is to be sent next, None if nothing waits.

    Where it ends is written down in the same transaction, so that after a crash the very same
    batch is made again.
    """
    rows = _waiting(session, link)
    if not rows:
        return None
    texts = operation_texts(session, rows)
    runs = list(_runs(rows))
    if link.frozen is None:
        runs = _fitting(runs, texts)
        link.batch += 1
        link.frozen = runs[-1][-1].number
    parts = _parts(session, runs)
    return Batch(number=link.batch, digest=_digest(parts), payload=_payload(parts, texts))


def settle_batch(session: Session, link: Link, answer: Sequence[Mapping[str, Any]]) -> None:
    """Write down what the server said of each group of the frozen batch."""
    parts = _parts(session, _runs(_waiting(session, link)))
    for part, told in zip(parts, answer, strict=True):
        if UUID(told["g"]) != part.group.uid:
            raise ValueError(told["g"])
        if "refused" in told:
            refused = insert(RefusedGroup).prefix_with("OR REPLACE")
            session.execute(
                refused.values(group_number=part.group.number, reason=str(told["refused"]))
            )
        elif told["last"] is not None:
            this = ChangeGroup.number == part.group.number
            session.execute(update(ChangeGroup).where(this).values(revision=told["last"]))
            first, last = part.changes[0].number, part.changes[-1].number
            session.add(SentPart(first=first, last=last, revision=told["last"]))
    link.sent = parts[-1].changes[-1].number
    link.frozen = None


@dataclass(frozen=True, slots=True)
class _Part:
    """Changes of one group, one after the other; `first` is how many of its own came before."""

    group: ChangeGroup
    first: int
    changes: Sequence[CapturedChange]
    has_more: bool


def _parts(session: Session, runs: Iterable[list[CapturedChange]]) -> list[_Part]:
    return [
        _Part(
            session.get_one(ChangeGroup, run[0].group_number),
            _before(session, run[0]),
            run,
            _goes_on(session, run[-1]),
        )
        for run in runs
    ]


def _waiting(session: Session, link: Link, most: int = MOST_OPERATIONS + 1) -> list[CapturedChange]:
    """Return the changes of the frozen batch, or one more than the next one can have."""
    *columns, _action, _at = CapturedChange._fields
    found = (
        select(*(getattr(Change, name) for name in columns), ChangeGroup.action, ChangeGroup.at)
        .join(ChangeGroup, ChangeGroup.number == Change.group_number)
        .where(Change.number > link.sent, ChangeGroup.origin.is_(None))
        .order_by(Change.number)
        .limit(most)
    )
    if link.frozen is not None:
        found = found.where(Change.number <= link.frozen)
    elif (first := _first_unfinished(session)) is not None:
        found = found.where(Change.number < first)
    return [CapturedChange._make(row) for row in session.execute(found)]


def _first_unfinished(session: Session) -> int | None:
    """Return the first change of an import that may still be taken out again."""
    groups = [
        number
        for both in session.execute(
            select(UnfinishedImport.group_number, UnfinishedImport.undo_group)
        )
        for number in both
        if number is not None
    ]
    if not groups:
        return None
    return session.scalar(select(func.min(Change.number)).where(Change.group_number.in_(groups)))


def _runs(rows: Sequence[CapturedChange]) -> Iterator[list[CapturedChange]]:
    run: list[CapturedChange] = []
    for row in rows:
        if run and row.group_number != run[-1].group_number:
            yield run
            run = []
        run.append(row)
    yield run


def _fitting(
    runs: Sequence[list[CapturedChange]], texts: Mapping[int, str]
) -> list[list[CapturedChange]]:
    """Return as many whole runs as a batch can have, of the first one as much as it can."""
    left, room = MOST_OPERATIONS, MOST_BYTES - _ENVELOPE
    fitting: list[list[CapturedChange]] = []
    for run in runs:
        room -= _OF_A_GROUP
        count = 0
        for row in run:
            room -= len(texts[row.number].encode()) + 1
            if count == left or room < 0:
                break
            count += 1
        if count < len(run):
            if not fitting:
                fitting.append(run[: max(count, 1)])
            break
        fitting.append(run)
        left -= count
    return fitting


def _before(session: Session, first: CapturedChange) -> int:
    return (
        session.scalar(
            select(func.count()).where(
                Change.group_number == first.group_number, Change.number < first.number
            )
        )
        or 0
    )


def _goes_on(session: Session, last: CapturedChange) -> bool:
    more = select(Change.number).where(
        Change.group_number == last.group_number, Change.number > last.number
    )
    return session.scalar(more.limit(1)) is not None


def _digest(parts: Sequence[_Part]) -> bytes:
    digest = sha256()
    for part in parts:
        digest.update(
            _uid(part.group).bytes + part.first.to_bytes(8) + len(part.changes).to_bytes(8)
        )
    return digest.digest()


def _payload(parts: Sequence[_Part], texts: Mapping[int, str]) -> str:
    groups = []
    for part in parts:
        group = part.group
        told = {
            "g": _uid(group).hex,
            "at": stored_instant(group.at),
            "u": None if group.user_id is None else group.user_id.hex,
            "a": group.action,
            "seen": group.seen,
            "s": HEAD,
            "part": part.first + 1,
            "more": part.has_more,
        }
        operations = ",".join(texts[one.number] for one in part.changes)
        groups.append(f'{json.dumps(told)[:-1]}, "ops": [{operations}]}}')
    return f'{{"schema": "{HEAD}", "groups": [{",".join(groups)}]}}'


def _uid(group: ChangeGroup) -> UUID:
    if group.uid is None:
        raise ValueError(group.number)
    return group.uid
