"""The fields of an import: what it brought in."""

from typing import Final

from ecrm_desktop.fields.common import SYNCED, kind_title, total_title, user_title
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate

IMPORT: Final = RecordSpec(
    "imports",
    lambda: translate("Fields", "Import"),
    (
        FieldSpec("kind", ValueKind.CHOICE, kind_title),
        FieldSpec("file_name", ValueKind.LINE, lambda: translate("Fields", "File")),
        FieldSpec("user_id", ValueKind.REFERENCE, user_title),
        FieldSpec("group_number", ValueKind.COUNT),
        FieldSpec("new", ValueKind.COUNT, lambda: translate("Fields", "New")),
        FieldSpec("updated", ValueKind.COUNT, lambda: translate("Fields", "Updated")),
        FieldSpec("unchanged", ValueKind.COUNT, lambda: translate("Fields", "Unchanged")),
        FieldSpec(
            "duplicates", ValueKind.COUNT, lambda: translate("Fields", "Duplicates in the file")
        ),
        FieldSpec("problems", ValueKind.COUNT, lambda: translate("Fields", "Rows with problems")),
        FieldSpec("customers_new", ValueKind.COUNT, lambda: translate("Fields", "New customers")),
        FieldSpec("products_new", ValueKind.COUNT, lambda: translate("Fields", "New products")),
        FieldSpec("purchases_new", ValueKind.COUNT, lambda: translate("Fields", "New purchases")),
        FieldSpec("lines_new", ValueKind.COUNT, lambda: translate("Fields", "New lines")),
        FieldSpec("amount_total", ValueKind.MONEY, total_title),
        FieldSpec("undone_at", ValueKind.INSTANT, lambda: translate("Fields", "Undone")),
        FieldSpec("kept", ValueKind.COUNT, lambda: translate("Fields", "Kept by the undo")),
        *SYNCED,
    ),
)
