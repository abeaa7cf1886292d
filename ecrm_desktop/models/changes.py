"""The capture of every change to a synced table, by triggers that no statement can pass by."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import Column, Index, Table, text
from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base, Synced, enum_column, utc_now
from ecrm_desktop.models.types import RecordId, stored_instant

SECRET = "secret"  # noqa: S105 - the name of a mark
"""Key of a column's `info`: its values are captured as `MASK`."""
MASK = "***"

FORGETTING = "forget"
"""The one action that may change what was captured: it empties the values, and only them."""
THINNING = "thin_audit"
"""The one action that may delete what was captured: up to the counter `THINNED`, and only that."""
THINNED = "audit_thinned"
"""Name of the counter with the number of the last group that was told to go."""

IMPORTING = "import"
UNDOING_AN_IMPORT = "undo_import"
IN_PORTIONS = (IMPORTING, UNDOING_AN_IMPORT)
"""The actions that take several transactions, between which others may write."""


class ChangeKind(StrEnum):
    """What happened to a record."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class ChangeGroup(Base):
    """What one transaction wrote: one user action.

    `number` counts on from the last one in the file, so that it alone says what came after what:
    `at` is what the clock said, and a clock may be wrong. Files of earlier versions begin with
    large numbers. `user_id` is empty where nobody had said who
    they are, as on the command line; `action` names what is more than a save, such as `import`.

    `uid` names it on all PCs of the shop; it is empty in entries of before schema 0008. `origin`
    is the device it came from, empty for this one. `seen` is the server's revision up to which this
    file held everything when it was made, `revision` the server's of its last operation, if it has
    one.
    """

    __tablename__ = "change_groups"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    user_id: Mapped[UUID | None] = mapped_column(index=True)
    action: Mapped[str] = mapped_column(default="")
    uid: Mapped[UUID | None] = mapped_column(index=True, unique=True)
    origin: Mapped[UUID | None]
    seen: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int | None]


class Change(Base):
    """One record that was written; local to this PC.

    `before` and `after` are JSON objects column → value: of the columns that changed, for an
    update; `before` holds the whole record for a delete. An insert has neither: the record as it
    was made is the record as it is, less what later changes say. Ids are 32 hex digits.
    `owner_id` is the record this one is a part of, such as the customer of a phone.
    """

    __tablename__ = "changes"
    __table_args__ = (
        # All that lists of the audit trail ask of a group, so that they need not read its rows.
        Index("ix_changes_group_number", "group_number", "table_name", "kind"),
        Index("ix_changes_owner_id", "owner_id", sqlite_where=text("owner_id IS NOT NULL")),
        Index(
            "ix_changes_bin",
            "group_number",
            sqlite_where=text("""instr(after, '"deleted_at":') > 0"""),
        ),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    group_number: Mapped[int]
    table_name: Mapped[str]
    record_id: Mapped[UUID] = mapped_column(index=True)
    owner_id: Mapped[UUID | None]
    kind: Mapped[ChangeKind] = enum_column(ChangeKind)
    before: Mapped[str | None]
    after: Mapped[str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignGroup:
    """What another PC says of a group that it made; `revision` is the server's of its last part."""

    uid: UUID
    origin: UUID
    at: datetime
    user_id: UUID | None
    action: str
    revision: int


_SERVERS: Final = frozenset({"seen", "revision"})


LIST_GROUP = """INSERT INTO change_groups (number, at, user_id, action, uid, origin, seen, revision)
    SELECT ecrm_group(), ecrm_at(), ecrm_user(), ecrm_action(),
        ecrm_uid(), ecrm_origin(), ecrm_seen(), ecrm_revision()
    WHERE NOT EXISTS (SELECT 1 FROM change_groups WHERE number = ecrm_group())"""
"""Statement that lists the present group, unless it is listed already."""

_INTO_CHANGES = (
    "INSERT INTO changes (group_number, table_name, record_id, owner_id, kind, before, after)"
)


class CaptureContext:
    """Who writes and what for, as the triggers of one writing connection see it."""

    def __init__(self) -> None:
        self._present: UUID | None = None
        self._asked = threading.local()
        self.action = ""
        self._by: UUID | None = None
        self._group: int | None = None
        self._last = 0
        self._at = utc_now()
        self._uid: UUID | None = None
        self._revision: int | None = None
        self._origin: UUID | None = None
        self._seen = 0

    @property
    def user_id(self) -> UUID | None:
        """In whose name this thread writes: who works now, or who asked for what it does."""
        asked: UUID | None = getattr(self._asked, "by", self._present)
        return asked

    @user_id.setter
    def user_id(self, present: UUID | None) -> None:
        self._present = present

    @contextmanager
    def working_for(self, user_id: UUID | None) -> Iterator[None]:
        """Let all that this thread writes meanwhile be `user_id`'s, whoever takes over."""
        is_within, outer = hasattr(self._asked, "by"), self.user_id
        self._asked.by = user_id
        try:
            yield
        finally:
            if is_within:
                self._asked.by = outer
            else:
                del self._asked.by

    def begin(self, last: int, seen: int) -> None:
        """Begin a group after the `last` one in the file, in a transaction that may write there.

        `seen` is the server's revision up to which the file holds everything.
        """
        self._group = self._last = last + 1
        self._at = utc_now()
        self.action = ""
        self._by = self.user_id
        self._uid = uuid4()
        self._origin = self._revision = None
        self._seen = seen

    def adopt(self, group: ForeignGroup) -> None:
        """Let what is written from now on be a group of another PC, after all that were begun."""
        self._next()
        self._at, self._by, self.action = group.at, group.user_id, group.action
        self._uid, self._origin, self._revision = group.uid, group.origin, group.revision

    def go_on(self, action: str) -> None:
        """Let what is written from now on be a group of this PC again, after all others."""
        self._next()
        self._at = utc_now()
        self._by, self.action = self.user_id, action
        self._uid, self._origin, self._revision = uuid4(), None, None

    def _next(self) -> None:
        self._group = self._last = self._last + 1

    def join(self, group: int) -> None:
        """Let what is written until the next group belong to one that was begun before."""
        self._group = group

    def silence(self) -> None:
        """Let the triggers keep silent until the next group."""
        self._group = None

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Let the triggers keep silent; whoever asks for it captures all that is written within."""
        group, self._group = self._group, None
        try:
            yield
        finally:
            self._group = group

    @property
    def is_silent(self) -> bool:
        """Whether nothing is captured now."""
        return self._group is None

    @property
    def group(self) -> int:
        """The number of the present group; RuntimeError outside of captured transactions."""
        if self._group is None:
            raise RuntimeError
        return self._group

    def functions(self) -> Mapping[str, Callable[[], int | str | bytes | None]]:
        """Return the SQL functions that the triggers call."""
        return {
            "ecrm_group": lambda: self._group,
            "ecrm_at": lambda: stored_instant(self._at),
            "ecrm_user": lambda: None if self._by is None else self._by.bytes,
            "ecrm_action": lambda: self.action,
            "ecrm_uid": lambda: None if self._uid is None else self._uid.bytes,
            "ecrm_origin": lambda: None if self._origin is None else self._origin.bytes,
            "ecrm_seen": lambda: self._seen,
            "ecrm_revision": lambda: self._revision,
        }


def synced_tables() -> list[Table]:
    """Return the tables whose every change is captured, by name."""
    tables = {
        mapper.local_table
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Synced) and isinstance(mapper.local_table, Table)
    }
    return sorted(tables, key=lambda table: table.name)


def parents_first() -> list[str]:
    """Return the names of the synced tables, what is pointed at before what points at it."""
    synced = {table.name for table in synced_tables()}
    return [table.name for table in Base.metadata.sorted_tables if table.name in synced]


def without_masks(table: Table, captured: Mapping[str, Any]) -> dict[str, Any]:
    """Return captured values but those that are secret: stars are no value."""
    return {
        name: value
        for name, value in captured.items()
        if name in table.columns and not (table.columns[name].info.get(SECRET) and value == MASK)
    }


def owner_column(table: Table) -> Column[object] | None:
    """Return the column that says which record those of a table are parts of; None for none.

    Parts have no bin of their own and are nothing without the first record they must refer to.
    """
    if "deletion_id" in table.columns:
        return None
    needed = (column for column in table.columns if column.foreign_keys and not column.nullable)
    return next(needed, None)


@cache
def capture_triggers() -> Mapping[str, str]:
    """Return the triggers of all synced tables, by name, and those that keep what was captured."""
    triggers = _keeping_triggers()
    for table in synced_tables():
        tracked = [column for column in table.columns if column.name != "updated_at"]
        columns = [column for column in tracked if column.name != "id"]
        owner = owner_column(table)
        differs = " OR ".join(f"old.{_name(one)} IS NOT new.{_name(one)}" for one in tracked)
        whole = ", ".join(f"'{one.name}', {_value('old', one)}" for one in columns)
        for kind, row, condition, before, after in (
            (ChangeKind.INSERT, "new", "", "NULL", "NULL"),
            (
                ChangeKind.UPDATE,
                "new",
                f" AND ({differs})",
                _changed("old", tracked),
                _changed("new", tracked),
            ),
            (ChangeKind.DELETE, "old", "", f"json_object({whole})", "NULL"),
        ):
            name = f"{table.name}_capture_{kind}"
            triggers[name] = f"""CREATE TRIGGER {name} AFTER {kind.upper()} ON {table.name}
WHEN ecrm_group() IS NOT NULL{condition} BEGIN
{LIST_GROUP};
{_INTO_CHANGES}
    VALUES (ecrm_group(), '{table.name}', {row}.id,
        {"NULL" if owner is None else f"{row}.{_name(owner)}"}, '{kind}', {before}, {after});
END"""
    return MappingProxyType(triggers)


def capture_of_inserts(table: Table) -> str:
    """Return the statement that captures the rows behind rowid ?1 as if the trigger had, in order.

    The group must be listed by then, with `LIST_GROUP`.
    """
    owner = owner_column(table)
    return f"""{_INTO_CHANGES}
    SELECT ecrm_group(), '{table.name}', id, {"NULL" if owner is None else _name(owner)},
        '{ChangeKind.INSERT}', NULL, NULL
    FROM {table.name} WHERE rowid > ?1 ORDER BY rowid"""


def _keeping_triggers() -> dict[str, str]:
    """Return triggers that refuse to change or delete what was captured."""
    thinned = f"coalesce((SELECT last FROM counters WHERE name = '{THINNED}'), -1)"
    # How the server knows it is all that ever becomes of a group.
    made = [one.name for one in ChangeGroup.__table__.columns if one.name not in _SERVERS]
    stays = f"WHEN ecrm_action() <> '{THINNING}' OR old.{{}} > {thinned} "
    return {
        (name := f"{table}_capture_no_{event.split()[0].lower()}"): (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table}\n"
            f"{condition}BEGIN SELECT RAISE(ABORT, 'what was captured stays'); END"
        )
        for table, event, condition in (
            ("changes", "UPDATE", f"WHEN ecrm_action() <> '{FORGETTING}' "),
            ("changes", "DELETE", stays.format("group_number")),
            ("change_groups", f"UPDATE OF {', '.join(made)}", ""),
            ("change_groups", "DELETE", stays.format("number")),
        )
    }


def _changed(row: str, columns: list[Column[object]]) -> str:
    """Return an expression for the JSON object of the columns that differ, as `row` has them."""
    parts = " || ".join(
        f"CASE WHEN old.{_name(one)} IS NOT new.{_name(one)}"
        f" THEN ',\"{one.name}\":' || json_quote({_value(row, one)}) ELSE '' END"
        for one in columns
    )
    return f"'{{' || substr({parts}, 2) || '}}'"


def _value(row: str, column: Column[object]) -> str:
    value = f"{row}.{_name(column)}"
    if column.info.get(SECRET):
        return f"iif({value} = '', '', '{MASK}')"
    if isinstance(column.type, RecordId):
        return f"iif({value} IS NULL, NULL, lower(hex({value})))"
    return value


def _name(column: Column[object]) -> str:
    return f'"{column.name}"'
