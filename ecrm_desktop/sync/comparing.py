"""Whether this file holds the same as the server, and how it comes to do so where it does not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, func, select, tuple_
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import CaptureContext, synced_tables
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.sync import Link, RefusedGroup, UnfinishedGroup, UnknownValue
from ecrm_desktop.models.wire import Unit, Wire, WireError, canonical, from_wire, units
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.queries.digests import NOTHING, record_digests, table_digest
from ecrm_desktop.sync.applying import apply_page, as_group
from ecrm_desktop.sync.identity import COMPARED
from ecrm_desktop.sync.outbox import waiting_groups
from ecrm_desktop.sync.transport import Answer, Transport

HEALING: Final = "heal"
"""The action of the group with which a file comes to hold what the server does."""

_RANGE: Final = 200
_AT_ONCE: Final = 500

Values = Mapping[str, Wire]


@dataclass(slots=True)
class Differing:
    """Records by table that are not the same: `theirs` as the server has them, and those it lacks.

    `head` is the revision at which both were compared.
    """

    head: int
    theirs: dict[str, dict[bytes, Values]] = field(default_factory=dict)
    lacking: dict[str, list[UUID]] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many records of each table are not the same."""
        return {
            table: len(self.theirs.get(table, ())) + len(self.lacking.get(table, ()))
            for table in sorted({*self.theirs, *self.lacking})
        }


class MovedError(Exception):
    """Somebody wrote while both sides were compared."""


def is_due(session: Session, today: int) -> bool:
    """Return whether both were not compared on this day; `today` as `date.toordinal`."""
    return session.scalar(select(Counter.last).where(Counter.name == COMPARED)) != today


def note_compared(session: Session, today: int) -> None:
    """Write down on which day both were compared."""
    session.merge(Counter(name=COMPARED, last=today))


def is_at_rest(session: Session, link: Link, told: Answer) -> bool:
    """Return whether nothing is on its way between this file and a server that `told` of itself."""
    if link.epoch is None or link.epoch.hex != told["epoch"] or link.cursor != told["head"]:
        return False
    unsettled = sum(
        session.scalar(select(func.count()).select_from(table)) or 0
        for table in (UnfinishedGroup, RefusedGroup)
    )
    return link.offering is None and not unsettled and not waiting_groups(session, link)


def find_differing(
    session: Session,
    transport: Transport,
    link: Link,
    told: Answer,
    report_progress: ReportProgress,
) -> Differing:
    """Return what is not the same here and there; `told` are the server's digests.

    Before each table it reports that the file has come up to the server's head. Raises MovedError,
    and what the transport and `report_progress` raise.
    """
    found = Differing(head=told["head"])
    for table in synced_tables():
        report_progress(found.head, found.head)
        if table_digest(session, table.name) != told["tables"].get(table.name, NOTHING):
            _find_in(session, transport, link, table.name, found)
    return found


def _find_in(
    session: Session, transport: Transport, link: Link, table: str, found: Differing
) -> None:
    ranges = _asked(transport.ranges(link.device_id, table, _RANGE), found)["ranges"]
    mine = record_digests(session, table)
    following = next(mine, None)
    after: UUID | None = None
    # What comes behind the last one is a range of its own.
    for last, digest in [*ranges, (None, NOTHING)]:
        some: dict[bytes, bytes] = {}
        while following is not None and (last is None or following[0] <= bytes.fromhex(last)):
            some[following[0]] = following[1]
            following = next(mine, None)
        if sha256(b"".join(some.values())).hexdigest() != digest:
            theirs = {} if last is None else _theirs(transport, link, table, after, last, found)
            _compare(table, some, theirs, found)
        after = None if last is None else UUID(hex=last)


def _theirs(
    transport: Transport, link: Link, table: str, after: UUID | None, last: str, found: Differing
) -> dict[bytes, Values]:
    page = _asked(transport.fill(link.device_id, table, after, _RANGE), found)["records"]
    return {bytes.fromhex(key): values for key, values in page if key <= last}


def _compare(
    table: str, mine: Mapping[bytes, bytes], theirs: Mapping[bytes, Values], found: Differing
) -> None:
    for key, values in theirs.items():
        if mine.get(key) != sha256(key + canonical(values)).digest():
            found.theirs.setdefault(table, {})[key] = values
    lacking = [UUID(bytes=key) for key in mine if key not in theirs]
    if lacking:
        found.lacking.setdefault(table, []).extend(lacking)


def _asked(answer: Answer, found: Differing) -> Answer:
    if answer.get("head") != found.head:
        raise MovedError
    return answer


def take_theirs(session: Session, capture: CaptureContext, link: Link, found: Differing) -> None:
    """Let records be as the server has them; needs `Database.applying`.

    What they were is captured, as is all that others write.
    """
    for table, records in found.theirs.items():
        for some in _portions(records):
            keys = [(table, UUID(bytes=key)) for key in some]
            beside = tuple_(UnknownValue.table_name, UnknownValue.record_id).in_(keys)
            session.execute(delete(UnknownValue).where(beside))
            apply_page(session, capture, link, [_as_group("c", table, some, found.head)])


def known_by_now(session: Session) -> dict[tuple[str, str], dict[bytes, dict[str, Wire]]]:
    """Return what a newer program said and this one has columns for by now, by id.

    First by what is to be done: a record of a table that was unknown is to be made ("c"), of others
    some units are to be written ("u"); and by table.
    """
    known = {
        table.name: {unit.name: unit for unit in units(table.name)} for table in synced_tables()
    }
    said: dict[str, dict[bytes, dict[str, Wire]]] = {}
    kept = select(UnknownValue).where(UnknownValue.table_name.in_(known))
    for one in session.scalars(kept):
        unit = known[one.table_name].get(one.unit)
        value = json.loads(one.value)
        if unit is not None and _fits(one.table_name, unit, value):
            record = said.setdefault(one.table_name, {}).setdefault(one.record_id.bytes, {})
            record[one.unit] = value
    found: dict[tuple[str, str], dict[bytes, dict[str, Wire]]] = {}
    for table, records in said.items():
        for key, values in records.items():
            kind = "c" if "created_at" in values else "u"
            found.setdefault((kind, table), {})[key] = values
    return found


def _fits(table: str, unit: Unit, value: Wire) -> bool:
    try:
        from_wire(table, unit, value)
    except WireError:
        return False
    return True


def take_known(session: Session, capture: CaptureContext, link: Link) -> None:
    """Write what is known by now into the records; needs `Database.applying`.

    It is captured as the server's word, and what waits here stays as it is.
    """
    for (kind, table), records in known_by_now(session).items():
        for some in _portions(records):
            session.connection().exec_driver_sql(
                "DELETE FROM unknown_values WHERE table_name = ? AND record_id = ? AND unit = ?",
                [(table, key, unit) for key, values in some.items() for unit in values],
            )
            apply_page(session, capture, link, [_as_group(kind, table, some, link.cursor)])


def _as_group(
    kind: str, table: str, records: Mapping[bytes, Values], head: int
) -> Mapping[str, Any]:
    operations = [[head, kind, table, key.hex(), values] for key, values in records.items()]
    return as_group(HEALING, operations)


def _portions(records: Mapping[bytes, Values]) -> Iterator[dict[bytes, Values]]:
    keys = list(records)
    for at in range(0, len(keys), _AT_ONCE):
        yield {key: records[key] for key in keys[at : at + _AT_ONCE]}
