"""What a form says about a task."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from ecrm_desktop.values.statuses import RecordKind, TaskRepeat


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """One thing to do."""

    title: str
    note: str = ""
    assignee_id: UUID | None = None
    customer_id: UUID | None = None
    record_kind: RecordKind | None = None
    record_id: UUID | None = None
    due_on: date
    due_time: time | None = None
    repeat: TaskRepeat = TaskRepeat.NONE
