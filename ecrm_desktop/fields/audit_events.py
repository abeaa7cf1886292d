"""The fields of what stands in the audit trail without changing a record."""

from typing import Final

from ecrm_desktop.fields.common import SYNCED, user_title
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate

EXPORT: Final = RecordSpec(
    "exports",
    lambda: translate("Fields", "Export"),
    (
        FieldSpec("subject", ValueKind.LINE, lambda: translate("Fields", "What was taken out")),
        FieldSpec("file_format", ValueKind.CHOICE, lambda: translate("Fields", "As what")),
        FieldSpec("rows", ValueKind.COUNT, lambda: translate("Fields", "Rows")),
        FieldSpec("user_id", ValueKind.REFERENCE, user_title),
        *SYNCED,
    ),
)
THINNING: Final = RecordSpec(
    "audit_thinnings",
    lambda: translate("Fields", "Thinned audit trail"),
    (
        FieldSpec("until", ValueKind.INSTANT, lambda: translate("Fields", "Entries of before")),
        FieldSpec("entries", ValueKind.COUNT, lambda: translate("Fields", "How many entries")),
        FieldSpec("user_id", ValueKind.REFERENCE, user_title),
        *SYNCED,
    ),
)
RESTORE: Final = RecordSpec(
    "restores",
    lambda: translate("Fields", "Restored backup"),
    (
        FieldSpec("backup", ValueKind.LINE, lambda: translate("Fields", "File")),
        FieldSpec("user_id", ValueKind.REFERENCE, user_title),
        *SYNCED,
    ),
)
FAILED_PASSWORD: Final = RecordSpec(
    "failed_passwords",
    lambda: translate("Fields", "Wrong password or code"),
    (
        FieldSpec("user_id", ValueKind.REFERENCE, lambda: translate("Fields", "Password of")),
        *SYNCED,
    ),
)
