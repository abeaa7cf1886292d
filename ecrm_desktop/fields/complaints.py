"""The fields of a complaint and of its history."""

from typing import Final

from ecrm_desktop.fields.common import (
    SOFT_DELETED,
    SYNCED,
    category_title,
    customer_title,
    due_title,
    note_title,
    number_title,
    product_title,
    purchase_title,
    responsible_title,
    subject_title,
)
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate

COMPLAINT: Final = RecordSpec(
    "complaints",
    lambda: translate("ComplaintFields", "Complaint"),
    (
        FieldSpec("number", ValueKind.CODE, number_title, in_draft=False),
        FieldSpec("customer_id", ValueKind.REFERENCE, customer_title),
        FieldSpec("subject", ValueKind.LINE, subject_title, is_personal=True),
        FieldSpec(
            "description",
            ValueKind.LINES,
            lambda: translate("ComplaintFields", "Description"),
            is_personal=True,
        ),
        FieldSpec("category", ValueKind.LINE, category_title),
        FieldSpec("severity", ValueKind.CHOICE, lambda: translate("ComplaintFields", "Severity")),
        FieldSpec("purchase_id", ValueKind.REFERENCE, purchase_title),
        FieldSpec("product_id", ValueKind.REFERENCE, product_title),
        FieldSpec("assignee_id", ValueKind.REFERENCE, responsible_title),
        FieldSpec(
            "received_at", ValueKind.INSTANT, lambda: translate("ComplaintFields", "Received")
        ),
        FieldSpec("due_on", ValueKind.DATE, due_title),
        FieldSpec(
            "status",
            ValueKind.CHOICE,
            lambda: translate("ComplaintFields", "State"),
            in_draft=False,
        ),
        FieldSpec(
            "resolved_at",
            ValueKind.INSTANT,
            lambda: translate("ComplaintFields", "Resolved"),
            in_draft=False,
        ),
        FieldSpec(
            "closed_at",
            ValueKind.INSTANT,
            lambda: translate("ComplaintFields", "Closed"),
            in_draft=False,
        ),
        FieldSpec(
            "resolution",
            ValueKind.LINES,
            lambda: translate("ComplaintFields", "Resolution"),
            is_personal=True,
        ),
        FieldSpec(
            "compensation", ValueKind.MONEY, lambda: translate("ComplaintFields", "Compensation")
        ),
        FieldSpec(
            "satisfaction",
            ValueKind.COUNT,
            lambda: translate("ComplaintFields", "Satisfaction (1 to 5)"),
        ),
        *SYNCED,
        *SOFT_DELETED,
    ),
)
COMPLAINT_CHANGE: Final = RecordSpec(
    "complaint_changes",
    lambda: translate("ComplaintFields", "Entry in the complaint's history"),
    (
        FieldSpec("complaint_id", ValueKind.REFERENCE),
        FieldSpec("changed_at", ValueKind.INSTANT),
        FieldSpec("user_id", ValueKind.REFERENCE),
        # The complaint's own fields say the same.
        FieldSpec("field", ValueKind.CODE),
        FieldSpec("before", ValueKind.LINES),
        FieldSpec("after", ValueKind.LINES),
        FieldSpec("note", ValueKind.LINES, note_title),
        *SYNCED,
    ),
)
