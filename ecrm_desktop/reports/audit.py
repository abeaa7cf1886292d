"""The report of who did what: every entry of the audit trail with what it changed."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.changes import ChangeKind
from ecrm_desktop.queries.change_detail import ChangedPart, changed_records, entry_records
from ecrm_desktop.queries.change_filter import ROOTS
from ecrm_desktop.queries.changes import ChangeFilter, ChangeRow, change_rows, list_changes
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.reports.change_texts import (
    change_kind_text,
    entry_text,
    fields_text,
    kind_text,
    name_text,
    part_kind_text,
    part_lines,
    user_text,
)
from ecrm_desktop.reports.layout import ColumnKind, Section
from ecrm_desktop.reports.records import Field, in_blocks, table_of
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import isolate_words

_LONGEST: Final = 60
"""How many changes an entry may have whose values are told one by one."""


def audit_report(session: Session, request: Request) -> list[Section]:
    """Return the entries of the period, earliest first, with the values before and after."""
    filter_ = ChangeFilter(
        since=request.since,
        until=request.until,
        user_id=request.user_id,
        record=None if request.customer_id is None else ("customers", request.customer_id),
    )
    ids = list_changes(session, filter_, Sort("at"))
    rows = in_blocks(lambda block: change_rows(session, block), ids)
    display = request.display
    fields = audit_fields(display, request.today)
    details: Field[ChangeRow] = Field(
        translate("Audit", "What changed"),
        lambda row: "\n".join(entry_lines(session, row, display)),
        weight=4,
    )
    columns = [*(fields[key] for key in ("at", "user_name", "kind", "record")), details]
    return [table_of(translate("Audit", "Audit trail"), columns, rows)]


def audit_fields(display: Display, _today: date) -> Mapping[str, Field[ChangeRow]]:
    """Return the columns a list of entries may have, by key."""
    return {
        "at": Field(translate("Audit", "Time"), lambda row: row.at, ColumnKind.DATETIME),
        "user_name": Field(translate("Audit", "Who"), user_text),
        "kind": Field(translate("Audit", "What was done"), lambda row: kind_text(row.kind)),
        "record": Field(
            translate("Audit", "Record"), lambda row: entry_text(row, display), weight=2
        ),
        "fields": Field(translate("Audit", "What changed"), fields_text, weight=2),
    }


def entry_lines(session: Session, row: ChangeRow, display: Display) -> list[str]:
    """Return a line for each value an entry changed; one line for one that changed very many."""
    if row.changes > _LONGEST:
        return [
            translate(
                "Audit",
                "{count} changes in all kinds of records",
                count=display.number(row.changes),
            )
        ]
    records = changed_records(session, row.id, entry_records(session, row.id))
    lines = []
    for record in records:
        is_main = record.id == row.record.id
        for part in record.parts:
            details = [value_line(*line) for line in part_lines(part, display)]
            is_whole = part.name.id == record.id
            if is_main and is_whole:
                lines += details
            elif is_whole or is_main or record.kind is ChangeKind.UPDATE:
                lines += _of_part(part, details, display)
    return lines


def value_line(title: str, before: str, after: str) -> str:
    """Return a field's title with what it was and is."""
    values = {"field": title, "before": isolate_words(before), "after": isolate_words(after)}
    if before and after:
        return translate("Audit", "{field}: {before} → {after}", **values)
    if before:
        return translate("Audit", "{field}: {before} → nothing", **values)
    return translate("Audit", "{field}: {after}", **values)


def _of_part(part: ChangedPart, details: list[str], display: Display) -> list[str]:
    """Return one line for a part, or for a record beside the one an entry is mainly about."""
    name = name_text(part.name, display)
    what = f"{RECORDS[part.name.table].title} {isolate_words(name)}".strip()
    if part.kind is not ChangeKind.UPDATE and name:
        became = part_kind_text if part.name.table in ROOTS else change_kind_text
        return [translate("Audit", "{what}: {done}", what=what, done=became(part.kind))]
    if not details:
        return []
    comma = translate("Audit", ", ")
    return [translate("Audit", "{what}: {values}", what=what, values=comma.join(details))]
