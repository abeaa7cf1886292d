"""Which entries of the audit trail somebody asks for."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Select,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from ecrm_desktop.models.changes import (
    Change,
    ChangeGroup,
    ChangeKind,
    owner_column,
    synced_tables,
)
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.values.text import clean, fold


class EntryKind(StrEnum):
    """What was done, as people say it."""

    CREATED = "created"
    CHANGED = "changed"
    BINNED = "binned"
    RESTORED = "restored"
    REMOVED = "removed"  # for good
    IMPORTED = "imported"
    IMPORT_UNDONE = "import_undone"
    MERGED = "merged"
    PARTED = "parted"
    FORGOTTEN = "forgotten"
    EXPORTED = "exported"
    BACKUP_RESTORED = "backup_restored"
    PASSWORD_FAILED = "password_failed"  # noqa: S105 - the name of a kind
    THINNED = "thinned"


RECORD_TABLES: Final = (
    "customers",
    "purchases",
    "returns",
    "complaints",
    "interactions",
    "products",
    "tasks",
    "shop",
    "users",
    "customer_fields",
    "segments",
    "imports",
    "customer_merges",
    "distinct_customers",
    "forgotten_customers",
    "exports",
    "restores",
    "failed_passwords",
    "audit_thinnings",
    "devices",
    "conflicts",
)
"""The tables of whole records; what an entry is mainly about is of the first it holds."""

ROOTS: Final = {
    table.name: next(iter(column.foreign_keys)).column.table.name
    for table in synced_tables()
    if (column := owner_column(table)) is not None
}
"""The table of the whole record by the table of its parts."""

# A merge or an import is what was done, whatever else it wrote; their removal is a side effect.
DEEDS: Final = {
    ("forgotten_customers", ChangeKind.INSERT): EntryKind.FORGOTTEN,
    ("imports", ChangeKind.INSERT): EntryKind.IMPORTED,
    ("imports", ChangeKind.UPDATE): EntryKind.IMPORT_UNDONE,
    ("customer_merges", ChangeKind.INSERT): EntryKind.MERGED,
    ("customer_merges", ChangeKind.UPDATE): EntryKind.PARTED,
    ("exports", ChangeKind.INSERT): EntryKind.EXPORTED,
    ("restores", ChangeKind.INSERT): EntryKind.BACKUP_RESTORED,
    ("failed_passwords", ChangeKind.INSERT): EntryKind.PASSWORD_FAILED,
    ("audit_thinnings", ChangeKind.INSERT): EntryKind.THINNED,
}
"""What stands for a whole deed when it was written: (table, kind of change)."""

_SEARCHED_FOR: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """Which entries: by whom, from which instant until before which one, about what.

    `table` is one of `RECORD_TABLES`; `record` a record's table and id: its parts are meant too,
    and all that is about a customer. `text` is looked for in values and in names.
    """

    user_id: UUID | None = None
    without_user: bool = False
    since: datetime | None = None
    until: datetime | None = None
    table: str = ""
    kind: EntryKind | None = None
    record: tuple[str, UUID] | None = None
    text: str = ""


def conditions_of(wanted: ChangeFilter) -> list[ColumnElement[bool]]:
    """Return the conditions on groups."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.user_id is not None:
        conditions.append(ChangeGroup.user_id == wanted.user_id)
    if wanted.without_user:
        conditions.append(ChangeGroup.user_id.is_(None))
    if wanted.since is not None:
        conditions.append(ChangeGroup.at >= wanted.since)
    if wanted.until is not None:
        conditions.append(ChangeGroup.at < wanted.until)
    if wanted.table or wanted.kind is not None:
        conditions += _of_kind(wanted.table, wanted.kind)
    if wanted.record is not None:
        conditions.append(ChangeGroup.number.in_(_about(*wanted.record)))
    text = clean(wanted.text, limit=_SEARCHED_FOR)
    if text:
        conditions.append(ChangeGroup.number.in_(_holding(text)))
    return conditions


def _of_kind(table: str, kind: EntryKind | None) -> list[ColumnElement[bool]]:
    roots = [table] if table else list(RECORD_TABLES)
    whole = Change.table_name.in_(roots)
    parts = [*roots, *(part for part, root in ROOTS.items() if root in roots)]
    # Without a table every group has one of them.
    touched = [_among(Change.table_name.in_(parts))] if table else []
    deeds = {deed: key for key, deed in DEEDS.items()}
    if kind in deeds:
        of, change = deeds[kind]
        return [_among(Change.table_name == of, Change.kind == change), *touched]
    created, removed = Change.kind == ChangeKind.INSERT, Change.kind == ChangeKind.DELETE
    # As the index of what went to the bin says it, so that SQLite uses it.
    in_bin = literal_column("""instr(after, '"deleted_at":') > 0""", Boolean())
    is_back = func.instr(Change.after, '"deleted_at":null') > 0
    of_kind: dict[EntryKind | None, list[ColumnElement[bool]]] = {
        None: touched,
        EntryKind.CREATED: [_among(whole, created)],
        EntryKind.REMOVED: [_among(whole, removed)],
        EntryKind.BINNED: [_among(whole, in_bin, ~is_back)],
        EntryKind.RESTORED: [_among(whole, in_bin, is_back)],
        EntryKind.CHANGED: [
            *touched,
            ~_among(whole, or_(created, removed)),
            ~_among(whole, in_bin),
        ],
    }
    return of_kind[kind]


def _among(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that a group has such a change, looked up once for all groups."""
    return ChangeGroup.number.in_(select(Change.group_number).where(*conditions))


def _about(table: str, record_id: UUID) -> Select[int]:
    """Return the groups that wrote a record, its parts, or what is about a customer."""
    parts = [select(Change.group_number).where(Change.record_id == record_id)]
    parts.append(select(Change.group_number).where(Change.owner_id == record_id))
    if table == "customers":
        about = union_all(
            *(
                select(record.id).where(record.customer_id == record_id)
                for record in (Interaction, Complaint, Purchase, Return, Task)
            )
        )
        parts.append(select(Change.group_number).where(Change.record_id.in_(about)))
        parts.append(select(Change.group_number).where(Change.owner_id.in_(about)))
    return select(union_all(*parts).subquery().c.group_number)


def _holding(text: str) -> Select[int]:
    """Return the groups with this text in a value, or in the name of a customer or product."""
    words = fold(text).split()
    people = select(CustomerIndex.customer_id).where(
        *(func.instr(CustomerIndex.words, word) > 0 for word in words)
    )
    goods = select(Product.id).where(*(func.instr(Product.name_folded, one) > 0 for one in words))
    named = [
        select(Change.group_number).where(column.in_(found))
        for column in (Change.record_id, Change.owner_id)
        for found in (people, goods)
    ]
    values = select(Change.group_number).where(
        or_(func.instr(Change.before, text) > 0, func.instr(Change.after, text) > 0)
    )
    return select(union_all(values, *named).subquery().c.group_number)
