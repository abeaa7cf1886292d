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
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.sync import Link, RefusedGroup, SentPart
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.sync.identity import FORMER
from ecrm_desktop.sync.operations import CapturedChange, operation_texts

MOST_OPERATIONS: Final = 500
MOST_BYTES: Final = 262_144
_ENVELOPE: Final = 4_096  # of a batch, besides its operations
_OF_A_GROUP: Final = 300
_MOST_OWN: Final = 100

# In the order of the changes, of which those that wait are the last.
_WAITING: Final = """FROM sync_link AS l CROSS JOIN changes AS c
    CROSS JOIN change_groups AS g ON g.number = c.group_number
    WHERE c.number > l.sent AND g.origin IS NULL"""
_FIRST_UNFINISHED: Final = """(SELECT min(number) FROM changes WHERE group_number IN (
    SELECT group_number FROM unfinished_imports UNION ALL SELECT undo_group FROM unfinished_imports
))"""
"""The first change of an import that may still be taken out again."""
_HAS_WAITING: Final = f"""(
    (SELECT frozen FROM sync_link) IS NOT NULL
    OR EXISTS (SELECT 1 {_WAITING} AND c.number < ifnull({_FIRST_UNFINISHED}, c.number + 1))
)"""
_HAS_WORK: Final = f"""SELECT {_HAS_WAITING}
    OR (SELECT offering FROM sync_link) IS NOT NULL
    OR EXISTS (SELECT 1 FROM forgotten_records)
    OR EXISTS (SELECT 1 FROM refused_groups WHERE reason = 'unknown_record')"""


@dataclass(frozen=True, slots=True)
class _Part:
    """Changes of one group, one after the other; `first` is how many of its own came before."""

    group: int
    uid: UUID
    first: int
    changes: Sequence[CapturedChange]
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What is sent at once: the same number always has the same digest, on this PC.

    `parts` are of changes that were captured, if it is of such.
    """

    number: int
    digest: bytes
    payload: str
    parts: Sequence[_Part] = ()


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


def has_waiting(session: Session) -> bool:
    """Return whether any change can be sent."""
    return _is(session, f"SELECT {_HAS_WAITING}")


def has_work(session: Session) -> bool:
    """Return whether anything is to be sent, offered or forgotten."""
    return _is(session, _HAS_WORK)


def pass_others(session: Session, link: Link) -> None:
    """Let nobody look for what waits among all that others did, where nothing waits."""
    if link.frozen is None and not _is(session, f"SELECT EXISTS (SELECT 1 {_WAITING})"):
        link.sent = session.scalar(select(func.max(Change.number))) or 0


def _is(session: Session, question: str) -> bool:
    return bool(session.connection().exec_driver_sql(question).scalar_one())


class Outbox:
    """Makes batches of what waits; used by one thread at a time.

    Of a group that goes in parts it remembers how much went: counting what an import wrote anew
    for each batch would take longer than sending it.
    """

    def __init__(self) -> None:
        self._sent = -1
        self._begun: dict[int, tuple[int, int]] = {}

    def freeze(self, session: Session, link: Link) -> Batch | None:
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
        groups = _groups(session, runs)
        parts = self._parts(session, link, groups, runs)
        own = _own_revisions(session, min(group.seen for group in groups.values()))
        return Batch(
            number=link.batch,
            digest=_digest(parts),
            payload=_payload(parts, groups, texts, own),
            parts=parts,
        )

    def _parts(
        self,
        session: Session,
        link: Link,
        groups: Mapping[int, ChangeGroup],
        runs: Iterable[list[CapturedChange]],
    ) -> list[_Part]:
        begun = self._begun if self._sent == link.sent else {}
        sizes = _sizes(session, groups.keys() - begun.keys(), link.sent) | begun
        parts = []
        for run in runs:
            number = run[0].group_number
            before, count = sizes[number]
            went = before + len(run)
            parts.append(_Part(number, _uid(groups[number]), before, run, went < count))
            sizes[number] = went, count
        self._sent = -1 if link.frozen is None else link.frozen
        self._begun = {number: size for number, size in sizes.items() if size[0] < size[1]}
        return parts


def lowest_seen(session: Session, link: Link) -> int:
    """Return the revision above which something that waits was made without having seen it."""
    found = (
        select(func.min(ChangeGroup.seen))
        .join(Change, Change.group_number == ChangeGroup.number)
        .where(Change.number > link.sent, ChangeGroup.origin.is_(None))
    )
    lowest = session.scalar(found)
    return link.cursor if lowest is None else min(lowest, link.cursor)


def settle_batch(
    session: Session, link: Link, batch: Batch, answer: Sequence[Mapping[str, Any]]
) -> None:
    """Write down what the server said of each group of the frozen batch."""
    refused, taken, sent = [], [], []
    for part, told in zip(batch.parts, answer, strict=True):
        if UUID(told["g"]) != part.uid:
            raise ValueError(told["g"])
        if "refused" in told:
            refused.append({"group_number": part.group, "reason": str(told["refused"])})
        elif (last := told["last"]) is not None:
            taken.append({"number": part.group, "revision": last})
            first = part.changes[0].number
            sent.append({"first": first, "last": part.changes[-1].number, "revision": last})
    if refused:
        session.execute(insert(RefusedGroup).prefix_with("OR REPLACE"), refused)
    if taken:
        session.execute(update(ChangeGroup), taken)
        session.execute(insert(SentPart), sent)
    link.sent = batch.parts[-1].changes[-1].number
    link.frozen = None


def _waiting(session: Session, link: Link) -> list[CapturedChange]:
    """Return the changes of the frozen batch, or one more than the next one can have."""
    end = "c.number < ifnull(" + _FIRST_UNFINISHED + ", c.number + 1)"
    if link.frozen is not None:
        end = "c.number <= l.frozen"
    rows = session.connection().exec_driver_sql(
        f"""SELECT c.number, c.group_number, c.table_name, c.record_id, c.kind, c.before, c.after,
            g.action, g.at {_WAITING} AND {end} ORDER BY c.number LIMIT ?""",
        (MOST_OPERATIONS + 1,),
    )
    return [CapturedChange._make(row) for row in rows.all()]


def _groups(session: Session, runs: Iterable[list[CapturedChange]]) -> dict[int, ChangeGroup]:
    numbers = {run[0].group_number for run in runs}
    found = session.scalars(select(ChangeGroup).where(ChangeGroup.number.in_(numbers)))
    return {one.number: one for one in found}


def _sizes(session: Session, groups: Iterable[int], sent: int) -> dict[int, tuple[int, int]]:
    """Return how many changes of each group are among the sent ones, and how many it has."""
    rows = session.connection().exec_driver_sql(
        "SELECT group_number, sum(number <= ?), count(*) FROM changes"
        " WHERE group_number IN (SELECT value FROM json_each(?)) GROUP BY group_number",
        (sent, json.dumps([*groups])),
    )
    return {number: (before, count) for number, before, count in rows}


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


def _digest(parts: Sequence[_Part]) -> bytes:
    digest = sha256()
    for part in parts:
        digest.update(part.uid.bytes + part.first.to_bytes(8) + len(part.changes).to_bytes(8))
    return digest.digest()


def _own_revisions(session: Session, seen: int) -> list[tuple[int, int]]:
    """Return what this file sent under a former identity and has not received again: it knows it.

    First and last revisions; the server cannot tell it from what a copy of the file did.
    """
    former = session.scalar(select(Counter.last).where(Counter.name == FORMER))
    if former is None:
        return []
    found = (
        select(SentPart.revision - func.count() + 1, SentPart.revision)
        .join(Change, Change.number.between(SentPart.first, SentPart.last))
        .join(ChangeGroup, ChangeGroup.number == Change.group_number)
        .where(SentPart.last <= former, SentPart.revision > seen, ChangeGroup.origin.is_(None))
        .group_by(SentPart.last)
        .order_by(SentPart.revision.desc())
        .limit(_MOST_OWN)
    )
    return [(first, last) for first, last in session.execute(found)]


def _payload(
    parts: Sequence[_Part],
    groups: Mapping[int, ChangeGroup],
    texts: Mapping[int, str],
    own: Sequence[tuple[int, int]],
) -> str:
    told_groups = []
    for part in parts:
        group = groups[part.group]
        told = {
            "g": part.uid.hex,
            "at": stored_instant(group.at),
            "u": None if group.user_id is None else group.user_id.hex,
            "a": group.action,
            "seen": group.seen,
            "s": HEAD,
            "part": part.first + 1,
            "more": part.has_more,
        }
        operations = ",".join(texts[one.number] for one in part.changes)
        told_groups.append(f'{json.dumps(told)[:-1]}, "ops": [{operations}]}}')
    known = f', "own":{json.dumps(own)}' if own else ""
    return f'{{"schema": "{HEAD}", "groups": [{",".join(told_groups)}]{known}}}'


def _uid(group: ChangeGroup) -> UUID:
    if group.uid is None:
        raise ValueError(group.number)
    return group.uid
