"""Looking who is in the segments now, and noting who came and who went since the last look."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.segments import Segment, SegmentMember, SegmentSize
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.queries.segment_rules import StoredRule, of_preset, presets, stored_rule
from ecrm_desktop.queries.segment_sql import segment_query
from ecrm_desktop.queries.segments import Size, count_query, signature

KEPT_DAYS: Final = 400
"""For how long sizes are kept, so that a year can be compared."""


def count_segment(session: Session, segment_id: UUID, today: date) -> Size | None:
    """Return how many are in a segment now, for `refresh_segments`; None if nobody can know."""
    try:
        rule = stored_rule(session, segment_id).rule
        return count_query(session, segment_query(session, segment_id, today), rule)
    except EcrmError:
        return None


def refresh_segments(
    session: Session,
    today: date,
    segment_ids: Sequence[UUID] | None = None,
    counted: Mapping[UUID, Size] = MappingProxyType({}),
) -> int:
    """Look who is in the given segments now, or in all; return how many crossings were noted.

    Members are noted of stored segments, sizes of presets as well. Whoever is in at the first look,
    or at the first one after the rule was changed, enters nothing: nobody moved. A segment that
    cannot be made out stays as it was. The derived tables have to be fresh. It is the program's own
    work: no record changes. What was `counted` before, while others could write, is not again.
    """
    session.flush()
    noted = 0
    for found in _wanted(session, segment_ids):
        try:
            noted += _refresh(session, found, today, counted.get(found.id))
        except EcrmError:
            continue
    living = select(Segment.id).where(Segment.deleted_at.is_(None))
    session.execute(delete(SegmentMember).where(SegmentMember.segment_id.not_in(living)))
    session.execute(
        delete(SegmentSize).where(
            SegmentSize.day < date.fromordinal(max(1, today.toordinal() - KEPT_DAYS))
        )
    )
    return noted


def _wanted(session: Session, segment_ids: Sequence[UUID] | None) -> list[StoredRule]:
    stored = session.execute(select(Segment.id, Segment.deleted_at)).all()
    known = {one.id for one in stored}
    every = [one.id for one in stored if one.deleted_at is None]
    found = [of_preset(one) for one in presets(session) if one.id not in known]
    for one in every:
        try:
            found.append(stored_rule(session, one))
        except EcrmError:
            continue
    return [one for one in found if segment_ids is None or one.id in segment_ids]


def _refresh(session: Session, found: StoredRule, today: date, counted: Size | None) -> int:
    mark = signature(session, found)
    query = segment_query(session, found.id, today)
    size = counted or count_query(session, query, found.rule)
    before = session.scalar(
        select(SegmentSize.rule)
        .where(SegmentSize.segment_id == found.id)
        .order_by(SegmentSize.day.desc())
        .limit(1)
    )
    session.merge(
        SegmentSize(
            segment_id=found.id, day=today, members=size.members, worth=size.worth, rule=mark
        )
    )
    session.flush()
    if not found.is_stored:
        return 0
    connection = session.connection()
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.segment_now")
    connection.exec_driver_sql(
        "CREATE TEMP TABLE segment_now AS SELECT i.customer_id FROM customer_index i"
        f" WHERE i.number IN ({query.sql})",
        query.values,
    )
    connection.exec_driver_sql(
        "CREATE UNIQUE INDEX temp.segment_now_id ON segment_now (customer_id)"
    )
    values = {
        "segment": found.id.bytes,
        "today": today.isoformat(),
        "at": stored_instant(utc_now()),
        "moved": int(before == mark),
    }
    noted = 0
    for statement in _DIFFERENCE:
        result = connection.exec_driver_sql(statement, values)
        noted += result.rowcount if "INTO segment_events" in statement else 0
    connection.exec_driver_sql("DROP TABLE temp.segment_now")
    return noted


_DIFFERENCE: Final = (
    # Whoever came, then whoever left, and only then what is so from now on.
    """INSERT INTO segment_events (segment_id, customer_id, crossing, is_again, at)
    SELECT :segment, n.customer_id, 'entered', m.customer_id IS NOT NULL, :at
    FROM segment_now n LEFT JOIN segment_members m
        ON m.segment_id = :segment AND m.customer_id = n.customer_id
    WHERE :moved AND coalesce(m.is_in, 0) = 0""",
    """INSERT INTO segment_events (segment_id, customer_id, crossing, is_again, at)
    SELECT :segment, m.customer_id, 'left', 0, :at FROM segment_members m
    WHERE :moved AND m.segment_id = :segment AND m.is_in
        AND m.customer_id NOT IN (SELECT customer_id FROM segment_now)""",
    """UPDATE segment_members SET is_in = 0, since = :today
    WHERE segment_id = :segment AND is_in
        AND customer_id NOT IN (SELECT customer_id FROM segment_now)""",
    """INSERT INTO segment_members (segment_id, customer_id, is_in, since, times)
    SELECT :segment, customer_id, 1, :today, 1 FROM segment_now WHERE 1
    ON CONFLICT (segment_id, customer_id) DO UPDATE
        SET is_in = 1, since = excluded.since, times = times + 1 WHERE NOT is_in""",
)
