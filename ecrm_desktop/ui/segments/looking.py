"""Looks who is in the groups, beside the work: figures made fresh, sizes and crossings noted."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from ecrm_desktop.queries.segments import list_segments
from ecrm_desktop.services.segment_members import count_segment, refresh_segments
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.background import Progress
from ecrm_desktop.ui.one_at_a_time import freshen


def look_at_all(database: Database, today: date, progress: Progress) -> None:
    """Look at every group."""
    with database.reading() as session:
        every = [one.id for one in list_segments(session, today)]
    look_at(every, database, today, progress)


def look_at(
    segment_ids: Sequence[UUID], database: Database, today: date, progress: Progress
) -> None:
    """Look at some groups."""
    freshen(database, today, progress)
    if database.is_read_only:
        return
    # Each for itself, and counted while others may write: among a million customers it takes
    # seconds, in which nobody could save.
    for done, segment_id in enumerate(segment_ids, start=1):
        with database.reading() as session:
            size = count_segment(session, segment_id, today)
        if size is not None:
            with database.transaction() as session:
                refresh_segments(session, today, [segment_id], {segment_id: size})
        progress.report(done, len(segment_ids))
