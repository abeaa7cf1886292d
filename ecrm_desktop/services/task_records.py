"""What tasks are about: open ones go to the bin with it, and let go of what is not there."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session, aliased

from ecrm_desktop.models.base import SoftDeleted, utc_now
from ecrm_desktop.models.record_tables import RECORD_TABLES
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.values.statuses import RecordKind

KINDS: Final[Mapping[type[SoftDeleted], RecordKind]] = {
    table: kind for kind, table in RECORD_TABLES.items()
}


def bin_tasks_about(session: Session, deletion_id: UUID) -> None:
    """Put the open tasks about what a deletion put into the bin there too, as part of it."""
    for kind, table in RECORD_TABLES.items():
        gone = select(table.id).where(table.deletion_id == deletion_id)
        if session.scalar(gone.limit(1)) is None:
            continue
        session.execute(
            update(Task)
            .where(
                Task.record_kind == kind,
                Task.record_id.in_(gone),
                Task.done_at.is_(None),
                Task.deleted_at.is_(None),
            )
            .values(deleted_at=utc_now(), deletion_id=deletion_id)
        )


def is_there(session: Session, kind: RecordKind | None, record_id: UUID | None) -> bool:
    """Tell whether a record is known and not in the bin."""
    if kind is None or record_id is None:
        return False
    record = session.get(RECORD_TABLES[kind], record_id)
    return record is not None and record.deleted_at is None


def forget_missing_records(session: Session, *which: ColumnElement[bool]) -> None:
    """Let the tasks that pass be about no record any more if theirs is in the bin or gone."""
    for kind, table in RECORD_TABLES.items():
        record = aliased(table)
        there = select(record.id).where(record.id == Task.record_id, record.deleted_at.is_(None))
        session.execute(
            update(Task)
            .where(*which, Task.record_kind == kind, ~there.exists())
            .values(record_kind=None, record_id=None)
        )
