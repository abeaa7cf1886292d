"""The fields of what several PCs of one shop know of each other."""

from typing import Final

from ecrm_desktop.fields.common import SYNCED
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate

DEVICE: Final = RecordSpec(
    "devices",
    lambda: translate("Fields", "PC"),
    (
        FieldSpec("name", ValueKind.LINE, lambda: translate("Fields", "Name")),
        *SYNCED,
    ),
)
CONFLICT: Final = RecordSpec(
    "conflicts",
    lambda: translate("Fields", "Value that another one replaced"),
    (
        FieldSpec("table_name", ValueKind.CODE),
        FieldSpec("record_id", ValueKind.REFERENCE),
        FieldSpec("unit", ValueKind.CODE),
        FieldSpec("lost", ValueKind.LINES),
        FieldSpec("lost_user_id", ValueKind.REFERENCE),
        FieldSpec("lost_device", ValueKind.REFERENCE),
        FieldSpec("lost_at", ValueKind.INSTANT),
        FieldSpec("won_user_id", ValueKind.REFERENCE),
        FieldSpec("won_device", ValueKind.REFERENCE),
        FieldSpec("won_at", ValueKind.INSTANT),
        FieldSpec("settled_at", ValueKind.INSTANT, lambda: translate("Fields", "Settled")),
        *SYNCED,
    ),
)
