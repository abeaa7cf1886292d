"""What this PC holds, offered to a server that never had it or forgot it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ecrm_desktop.migrations import HEAD
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.changes import Change, ChangeGroup, parents_first
from ecrm_desktop.models.forgotten import KEPT_HISTORY
from ecrm_desktop.models.sync import ForgottenRecord, Link, RefusedGroup
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.models.wire import ALWAYS_QUIET, unit_of
from ecrm_desktop.sync.operations import record_texts
from ecrm_desktop.sync.outbox import MOST_BYTES, MOST_OPERATIONS, Batch

_HIGHEST_RANK: Final = 999_999

OFFER: Final = "offer"
"""The action of the groups that an offer is made of."""


def offer_texts(session: Session, after: int, *, is_first: bool) -> Iterator[str]:
    """Yield an operation for each record; with `after`, of those written after that revision.

    Units that were written after it rank by how long after it: so of two PCs that offer different
    values, the one with the later one is right, whoever comes first. What nobody wrote after it
    yields to what somebody did. `is_first`: the server has nothing yet; it hears also of what was
    removed, or whoever comes later would bring it along.
    """
    if after == 0:
        if is_first:
            yield from _removals(session, after)
        for table in parents_first():
            ids = session.connection().exec_driver_sql(f"SELECT id FROM {table} ORDER BY id")
            for some in ids.scalars().partitions(MOST_OPERATIONS):
                yield from record_texts(session, table, [UUID(bytes=one) for one in some], {})
        return
    for table, ranks in _written_after(session, after).items():
        there = list(ranks)
        for at in range(0, len(there), MOST_OPERATIONS):
            yield from record_texts(session, table, there[at : at + MOST_OPERATIONS], ranks)
    yield from _removals(session, after)


def _removals(session: Session, after: int) -> Iterator[str]:
    for table, key in _removed_after(session, after):
        yield f'["d","{table}","{key.hex}"]'


def settle_offer(session: Session, after: int, last: int) -> None:
    """Write down that the server has what was written after that revision, up to `last` of its own.

    The former revisions are of a history that is gone: none of them may be taken for a later one.
    """
    gone = ChangeGroup.revision > (after or last)
    session.execute(update(ChangeGroup).where(gone).values(revision=last))


def unknown_there(session: Session) -> list[int]:
    """Return the groups that were refused because the server knew nothing of their records."""
    unknown = select(RefusedGroup.group_number).where(RefusedGroup.reason == "unknown_record")
    return list(session.scalars(unknown))


def healing_texts(session: Session, groups: list[int]) -> Iterator[str]:
    """Yield an operation for each record that such groups are about, as it is now."""
    records = select(Change.table_name, Change.record_id).where(Change.group_number.in_(groups))
    found: dict[str, set[UUID]] = {}
    for table, key in session.execute(records.distinct()):
        found.setdefault(table, set()).add(key)
    yield from lacking_texts(session, {table: sorted(ids) for table, ids in found.items()})


def lacking_texts(session: Session, lacking: Mapping[str, Sequence[UUID]]) -> Iterator[str]:
    """Yield an operation for each record that the server lacks, as it is here."""
    for table, ids in lacking.items():
        for at in range(0, len(ids), MOST_OPERATIONS):
            yield from record_texts(session, table, ids[at : at + MOST_OPERATIONS], {})


def forgetting_texts(session: Session, records: Sequence[ForgottenRecord]) -> Iterator[str]:
    """Yield what lets the server and others forget: records that are here no more go there too.

    Of a group that copied what is forgotten to other records, these stay, and what they are; only
    the server's log of them goes.
    """
    for one in records:
        if one.table_name == ChangeGroup.__tablename__:
            for table, key in _written_by(session, one.record_id):
                yield f'["h","{table}","{key.hex}"]'
            yield f'["f","{one.table_name}","{one.record_id.hex}"]'
            continue
        there = session.connection().exec_driver_sql(
            f"SELECT 1 FROM {one.table_name} WHERE id = ?", (one.record_id.bytes,)
        )
        if there.first() is None:
            yield f'["x","{one.table_name}","{one.record_id.hex}"]'
        yield f'["f","{one.table_name}","{one.record_id.hex}"]'


def single_batch(link: Link, texts: list[str], action: str, *, weak: bool) -> Batch:
    """Return a batch of one group that is of no change of this PC, such as an offer.

    What may be long past is `weak`: what the server has by now stays.
    """
    uid = uuid4()
    group = json.dumps(
        {
            "g": uid.hex,
            "at": stored_instant(utc_now()),
            "u": None,
            "a": action,
            "seen": 0 if weak else link.cursor,
            "weak": weak,
            "s": HEAD,
            "part": 1,
            "more": False,
        }
    )
    payload = f'{{"schema": "{HEAD}", "groups": [{group[:-1]}, "ops": [{",".join(texts)}]}}]}}'
    return Batch(number=link.batch, digest=sha256(uid.bytes).digest(), payload=payload)


def portions(texts: Iterator[str]) -> Iterator[list[str]]:
    """Yield as many operations at once as one batch can have."""
    some: list[str] = []
    size = 0
    for text in texts:
        length = len(text.encode()) + 1
        if some and (len(some) == MOST_OPERATIONS or size + length > MOST_BYTES - 4_096):
            yield some
            some, size = [], 0
        some.append(text)
        size += length
    if some:
        yield some


def _written_by(session: Session, uid: UUID) -> list[Any]:
    changed = select(Change.table_name, Change.record_id).join(
        ChangeGroup, ChangeGroup.number == Change.group_number
    )
    mine = ChangeGroup.uid == uid, Change.table_name.not_in(KEPT_HISTORY)
    return list(session.execute(changed.where(*mine).distinct()))


_AFTER: Final = (
    "FROM changes c JOIN change_groups g ON g.number = c.group_number WHERE g.revision > ?"
)


def _written_after(session: Session, after: int) -> dict[str, dict[UUID, dict[str, int]]]:
    found: dict[str, dict[UUID, dict[str, int]]] = {}
    rows = session.connection().exec_driver_sql(
        f"SELECT c.table_name, c.record_id, c.after, g.revision {_AFTER} AND c.kind <> 'delete'"
        " ORDER BY g.revision",
        (after,),
    )
    for table, key, values, revision in rows:
        ranks = found.setdefault(table, {}).setdefault(UUID(bytes=key), {})
        # Of one that was made, or whose history is forgotten, all was written.
        names = json.loads(values or "{}") or unit_of(table)
        for name in names:
            unit = unit_of(table).get(name)
            if unit is not None and unit.name not in ALWAYS_QUIET:
                ranks[unit.name] = min(revision - after, _HIGHEST_RANK)
    for table, key, values in session.connection().exec_driver_sql(
        "SELECT c.table_name, c.record_id, c.after FROM changes c"
        " JOIN change_groups g ON g.number = c.group_number WHERE g.origin IS NULL"
        " AND c.kind = 'update' AND c.number > (SELECT sent FROM sync_link)"
    ):
        # What waits was written after what was seen, and goes with the record.
        ranks = found.get(table, {}).get(UUID(bytes=key), {})
        known = unit_of(table)
        for unit_name in {known[name].name for name in json.loads(values or "{}") if name in known}:
            if unit_name in ranks:
                ranks[unit_name] = min(ranks[unit_name] + 1, _HIGHEST_RANK)
    return found


def _removed_after(session: Session, after: int) -> Iterator[tuple[str, UUID]]:
    rows = session.connection().exec_driver_sql(
        f"SELECT DISTINCT c.table_name, c.record_id {_AFTER} AND c.kind = 'delete'", (after,)
    )
    for table, key in rows:
        there = session.connection().exec_driver_sql(f"SELECT 1 FROM {table} WHERE id = ?", (key,))
        if there.first() is None:
            yield table, UUID(bytes=key)
