"""The fields of a segment, and of who was put into it or left out by hand."""

from typing import Final

from ecrm_desktop.fields.common import SOFT_DELETED, SYNCED, customer_title, name_title
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate


def segment_title() -> str:
    """Return what several records call it."""
    return translate("SegmentFields", "Segment")


SEGMENT: Final = RecordSpec(
    "segments",
    segment_title,
    (
        FieldSpec("name", ValueKind.LINE, name_title),
        FieldSpec("purpose", ValueKind.LINES, lambda: translate("SegmentFields", "Purpose")),
        FieldSpec("rule", ValueKind.LINES, lambda: translate("SegmentFields", "Rule")),
        *SYNCED,
        *SOFT_DELETED,
    ),
)
SEGMENT_PIN: Final = RecordSpec(
    "segment_pins",
    lambda: translate("SegmentFields", "Put in or left out by hand"),
    (
        FieldSpec("segment_id", ValueKind.REFERENCE, segment_title),
        FieldSpec("customer_id", ValueKind.REFERENCE, customer_title),
        FieldSpec("is_in", ValueKind.FLAG, lambda: translate("SegmentFields", "Is in")),
        FieldSpec("reason", ValueKind.LINE, lambda: translate("SegmentFields", "Reason")),
        *SYNCED,
    ),
)
