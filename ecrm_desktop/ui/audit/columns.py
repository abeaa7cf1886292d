"""The columns of the audit trail, and of the records of one entry."""

from typing import Final

from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.changes import ChangeKind
from ecrm_desktop.queries.change_detail import ChangedRecord
from ecrm_desktop.queries.changes import ChangeRow, EntryKind
from ecrm_desktop.reports.change_texts import (
    change_kind_text,
    entry_text,
    fields_text,
    kind_text,
    name_text,
    user_text,
)
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.columns import name_column
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display

BADGES: Final = {
    EntryKind.CREATED: BadgeKind.PRIMARY,
    EntryKind.CHANGED: BadgeKind.BLUE,
    EntryKind.BINNED: BadgeKind.AMBER,
    EntryKind.RESTORED: BadgeKind.PRIMARY,
    EntryKind.REMOVED: BadgeKind.RED,
    EntryKind.IMPORTED: BadgeKind.PRIMARY,
    EntryKind.IMPORT_UNDONE: BadgeKind.AMBER,
    EntryKind.MERGED: BadgeKind.BLUE,
    EntryKind.PARTED: BadgeKind.BLUE,
    EntryKind.FORGOTTEN: BadgeKind.RED,
    EntryKind.EXPORTED: BadgeKind.AMBER,
    EntryKind.BACKUP_RESTORED: BadgeKind.AMBER,
    EntryKind.PASSWORD_FAILED: BadgeKind.RED,
    EntryKind.THINNED: BadgeKind.RED,
}
CHANGE_BADGES: Final = {
    ChangeKind.INSERT: BadgeKind.PRIMARY,
    ChangeKind.UPDATE: BadgeKind.BLUE,
    ChangeKind.DELETE: BadgeKind.RED,
}


def change_columns(display: Display, *, is_shared: bool) -> list[Column[ChangeRow]]:
    """Return the columns of the list of entries; `is_shared`: the shop is on several PCs."""
    return [
        Column(
            key="at",
            title=translate("Audit", "Time"),
            format=lambda row: display.datetime(row.at),
            width=140,
        ),
        Column(
            key="user_name",
            title=translate("Audit", "Who"),
            format=user_text,
            width=100,
            sortable=False,
        ),
        Column(
            key="pc",
            title=translate("Audit", "Computer"),
            format=lambda row: row.pc,
            width=84,
            sortable=False,
            hidden=not is_shared,
            gives_way=1,
        ),
        Column(
            key="kind",
            title=translate("Audit", "What was done"),
            format=lambda row: kind_text(row.kind),
            badge=lambda row: BADGES[row.kind],
            width=116,
            sortable=False,
        ),
        name_column(
            "record",
            translate("Audit", "Record"),
            lambda row: entry_text(row, display),
            width=120,
            sortable=False,
        ),
        Column(
            key="fields",
            title=translate("Audit", "What changed"),
            format=fields_text,
            width=132,
            sortable=False,
        ),
    ]


def record_columns(display: Display) -> list[Column[ChangedRecord]]:
    """Return the columns of the list of what one entry wrote."""
    return [
        Column(
            key="name",
            title=translate("Audit", "Record"),
            format=lambda row: name_text(row.name, display) or RECORDS[row.name.table].title,
            stretches=True,
            sortable=False,
        ),
        Column(
            key="table",
            title=translate("Audit", "Kind"),
            format=lambda row: RECORDS[row.name.table].title,
            width=108,
            sortable=False,
        ),
        Column(
            key="kind",
            title=translate("Audit", "What was done"),
            format=lambda row: change_kind_text(row.kind),
            badge=lambda row: CHANGE_BADGES[row.kind],
            width=108,
            sortable=False,
        ),
    ]
