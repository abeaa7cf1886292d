"""The fields of a task."""

from typing import Final

from ecrm_desktop.fields.common import (
    SOFT_DELETED,
    SYNCED,
    customer_title,
    due_title,
    note_title,
    responsible_title,
    time_title,
)
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate

TASK: Final = RecordSpec(
    "tasks",
    lambda: translate("TaskFields", "Task"),
    (
        FieldSpec("title", ValueKind.LINE, lambda: translate("TaskFields", "Title")),
        FieldSpec("note", ValueKind.LINES, note_title),
        FieldSpec("assignee_id", ValueKind.REFERENCE, responsible_title),
        FieldSpec("customer_id", ValueKind.REFERENCE, customer_title),
        FieldSpec("record_kind", ValueKind.CHOICE),
        FieldSpec("record_id", ValueKind.REFERENCE, lambda: translate("TaskFields", "About")),
        FieldSpec("due_on", ValueKind.DATE, due_title),
        FieldSpec("due_time", ValueKind.TIME, time_title),
        FieldSpec("repeat", ValueKind.CHOICE, lambda: translate("TaskFields", "Repeats")),
        FieldSpec("anchor_on", ValueKind.DATE, in_draft=False),
        FieldSpec("occurs_on", ValueKind.DATE, in_draft=False),
        FieldSpec("previous_id", ValueKind.REFERENCE, in_draft=False),
        FieldSpec(
            "done_at",
            ValueKind.INSTANT,
            lambda: translate("TaskFields", "Done"),
            in_draft=False,
        ),
        FieldSpec(
            "done_by_id",
            ValueKind.REFERENCE,
            lambda: translate("TaskFields", "Done by"),
            in_draft=False,
        ),
        *SYNCED,
        *SOFT_DELETED,
    ),
)
