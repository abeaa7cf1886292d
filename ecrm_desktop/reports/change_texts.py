"""The audit trail in words: what was done, to what, and each value before and after."""

from typing import Any, Final

from ecrm_desktop.fields import texts
from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.models.changes import ChangeKind
from ecrm_desktop.models.forgotten import FORGOTTEN_CODE
from ecrm_desktop.queries.change_detail import ChangedPart, ChangedValue
from ecrm_desktop.queries.change_filter import ROOTS, EntryKind
from ecrm_desktop.queries.change_values import RecordName
from ecrm_desktop.queries.changes import ChangeRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import ConsentChannel
from ecrm_desktop.values.text import isolate_words


def kind_text(kind: EntryKind) -> str:
    """Return what was done, in a word or two."""
    return {
        EntryKind.CREATED: translate("Audit", "Recorded"),
        EntryKind.CHANGED: translate("Audit", "Changed"),
        EntryKind.BINNED: translate("Audit", "Deleted"),
        EntryKind.RESTORED: translate("Audit", "Taken back"),
        EntryKind.REMOVED: translate("Audit", "Deleted for good"),
        EntryKind.IMPORTED: translate("Audit", "Imported"),
        EntryKind.IMPORT_UNDONE: translate("Audit", "Import undone"),
        EntryKind.MERGED: translate("Audit", "Merged"),
        EntryKind.PARTED: translate("Audit", "Merge undone"),
        EntryKind.FORGOTTEN: translate("Audit", "Forgotten"),
        EntryKind.EXPORTED: translate("Audit", "Taken out"),
        EntryKind.BACKUP_RESTORED: translate("Audit", "Backup restored"),
        EntryKind.PASSWORD_FAILED: translate("Audit", "Wrong password or code"),
        EntryKind.THINNED: translate("Audit", "Audit trail thinned"),
    }[kind]


def change_kind_text(kind: ChangeKind) -> str:
    """Return what became of one record."""
    return {
        ChangeKind.INSERT: translate("Audit", "Recorded"),
        ChangeKind.UPDATE: translate("Audit", "Changed"),
        ChangeKind.DELETE: translate("Audit", "Deleted for good"),
    }[kind]


def part_kind_text(kind: ChangeKind) -> str:
    """Return what became of a part of a record, such as a phone of a customer."""
    return {
        ChangeKind.INSERT: translate("Audit", "Added"),
        ChangeKind.UPDATE: translate("Audit", "Changed"),
        ChangeKind.DELETE: translate("Audit", "Taken away"),
    }[kind]


def user_text(row: ChangeRow) -> str:
    """Return who did it."""
    if row.user_id is None:
        return translate("Audit", "Nobody named")
    return row.user_name or translate("Audit", "User who is gone")


def author_text(row: ChangeRow) -> str:
    """Return who did it and, in a shop on several PCs, on which."""
    return _dotted([user_text(row), row.pc])


def record_text(name: RecordName, display: Display) -> str:
    """Return what a record is called, with what it is: `Customer Maryam Ahmadi`."""
    kind = RECORDS[name.table].title
    shown = name_text(name, display)
    if not shown:
        return kind
    return translate("Audit", "{kind}: {name}", kind=kind, name=isolate_words(shown))


def name_text(name: RecordName, display: Display) -> str:
    """Return a record's name, or the day and the customer by which it is known; perhaps ""."""
    if name.table == "customer_consents":
        known = {one.value: one for one in ConsentChannel}
        return label(known[name.name]) if name.name in known else name.name
    own = translate("Audit", "forgotten customer") if _is_forgotten(name) else name.name
    if name.table in _NUMBERED:
        own = display.code(own)
    elif name.table == "customer_phones":
        own = display.phone(own)
    parts = [own]
    if not own and name.day is not None:
        parts.append(display.date(display.local_date(name.day)))
    if name.customer and name.customer != FORGOTTEN_CODE:
        parts.append(name.customer)
    return _dotted(parts)


def entry_text(row: ChangeRow, display: Display) -> str:
    """Return what an entry is about: a record, or how many of a kind."""
    if row.count > 1 and row.kind not in _ONE:
        return translate(
            "Audit",
            "{count} × {kind}",
            count=display.number(row.count),
            kind=RECORDS[row.record.table].title,
        )
    if row.kind is EntryKind.FORGOTTEN:
        return RECORDS["forgotten_customers"].title
    if row.kind in {EntryKind.MERGED, EntryKind.PARTED}:
        return name_text(row.record, display)
    return record_text(row.record, display)


def fields_text(row: ChangeRow) -> str:
    """Return which fields an entry changed."""
    titles: dict[str, None] = {}
    for table, column in row.fields:
        if not column:
            titles[RECORDS[table].title] = None
        elif (field := RECORDS[table][column]).is_shown:
            titles[field.title] = None
    return _comma(titles)


def value_title(part: ChangedPart, value: ChangedValue) -> str | None:
    """Return the title of a field, None if it is nothing for people."""
    field = RECORDS[part.name.table][value.column]
    return field.title if field.is_shown else None


def value_text(table: str, column: str, value: Any, display: Display) -> str:
    """Return a typed value for people; "" for none."""
    field = RECORDS[table][column]
    if not field.is_shown:
        return ""
    if isinstance(value, RecordName):
        return name_text(value, display) or record_text(value, display)
    return texts.value_text(field.kind, value, display)


def part_lines(part: ChangedPart, display: Display) -> list[tuple[str, str, str]]:
    """Return (title, before, after) of each field that is for people and says something."""
    lines = []
    for value in part.values:
        title = value_title(part, value)
        if title is None or _is_noise(part, value):
            continue
        before, after = (
            value_text(part.name.table, value.column, one, display)
            for one in (value.before, value.after)
        )
        lines.append((title, before, after))
    return lines


_NUMBERED: Final = frozenset({"purchases", "complaints"})
_ONE: Final = frozenset(
    {
        EntryKind.IMPORTED,
        EntryKind.IMPORT_UNDONE,
        EntryKind.MERGED,
        EntryKind.PARTED,
        EntryKind.FORGOTTEN,
    }
)


def _is_forgotten(name: RecordName) -> bool:
    return name.table == "customers" and name.name in {FORGOTTEN_CODE, ""}


def _is_noise(part: ChangedPart, value: ChangedValue) -> bool:
    # What came or went is told by what was filled in.
    if part.kind is ChangeKind.UPDATE:
        return False
    is_owner = part.name.table in ROOTS and value.column == "customer_id"
    return is_owner or value.column == "created_at" or not (value.before or value.after)


def _comma(words: Any) -> str:
    return ("، " if language() == "fa" else ", ").join(words)


def _dotted(parts: list[str]) -> str:
    shown = [part for part in parts if part]
    return " · ".join(isolate_words(part) if len(shown) > 1 else part for part in shown)
