"""The audit trail in words: what was done, to what, and each value before and after."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from ecrm_desktop.i18n import language, translate
from ecrm_desktop.models.changes import ChangeKind
from ecrm_desktop.models.forgotten import FORGOTTEN_CODE
from ecrm_desktop.queries.change_detail import ChangedPart, ChangedValue
from ecrm_desktop.queries.change_filter import ROOTS, EntryKind
from ecrm_desktop.queries.change_values import RecordName
from ecrm_desktop.queries.changes import ChangeRow
from ecrm_desktop.text.field_titles import ValueKind, field_title, table_title
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.money import currency
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


def record_text(name: RecordName, display: Display) -> str:
    """Return what a record is called, with what it is: `Customer Maryam Ahmadi`."""
    kind = table_title(name.table)
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
            kind=table_title(row.record.table),
        )
    if row.kind is EntryKind.FORGOTTEN:
        return table_title("forgotten_customers")
    if row.kind in {EntryKind.MERGED, EntryKind.PARTED}:
        return name_text(row.record, display)
    return record_text(row.record, display)


def fields_text(row: ChangeRow) -> str:
    """Return which fields an entry changed."""
    titles: dict[str, None] = {}
    for table, column in row.fields:
        field = field_title(table, column) if column else None
        if field is not None:
            titles[field.title()] = None
        elif not column:
            titles[table_title(table)] = None
    return _comma(titles)


def value_title(part: ChangedPart, value: ChangedValue) -> str | None:
    """Return the title of a field, None if it is nothing for people."""
    field = field_title(part.name.table, value.column)
    return field.title() if field else None


def value_text(table: str, column: str, value: Any, display: Display) -> str:
    """Return a typed value for people; "" for none."""
    field = field_title(table, column)
    if value is None or field is None:
        return ""
    match value:
        case RecordName():
            text = name_text(value, display) or record_text(value, display)
        case StrEnum():
            text = label(value)
        case bool():
            text = translate("Audit", "yes") if value else translate("Audit", "no")
        case dt.datetime():
            text = display.datetime(value)
        case dt.date():
            text = display.date(value)
        case dt.time():
            text = display.time(value)
        case _:
            text = _WRITERS.get(field.kind, _plain)(value, display)
    return text


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


def _plain(value: Any, display: Display) -> str:
    return display.number(value) if isinstance(value, int) else str(value)


def _partial(value: Any, display: Display) -> str:
    try:
        return display.partial_date(PartialDate.from_stored(value))
    except ValueError:
        return str(value)


_WRITERS: Final[Mapping[ValueKind, Callable[[Any, Display], str]]] = {
    ValueKind.MONEY: lambda value, display: display.money_with_unit(value),
    ValueKind.QUANTITY: lambda value, display: display.quantity(value),
    ValueKind.SECONDS: lambda value, display: display.duration(value),
    ValueKind.MINUTES: lambda value, display: display.duration(value * 60),
    ValueKind.DAYS: lambda value, display: display.duration(value * 24 * 60 * 60),
    ValueKind.PHONE: lambda value, display: display.phone(value),
    ValueKind.CODE: lambda value, display: display.code(str(value)),
    ValueKind.PARTIAL_DATE: _partial,
    ValueKind.SECRET: lambda value, _display: str(value),
    ValueKind.CURRENCY: lambda value, _display: currency(value).name,
}


def _comma(words: Any) -> str:
    return ("، " if language() == "fa" else ", ").join(words)


def _dotted(parts: list[str]) -> str:
    shown = [part for part in parts if part]
    return " · ".join(isolate_words(part) if len(shown) > 1 else part for part in shown)
