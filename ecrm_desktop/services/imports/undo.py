"""Taking an import back."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, CursorResult, text
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.imports import Import
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.queries.imports import UNDOABLE_FOR, import_group
from ecrm_desktop.services.customer_index import PostponedIndex, postponed_index
from ecrm_desktop.services.imports.restore import restore_records
from ecrm_desktop.services.imports.row_values import PARTS
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.values.permissions import Permission

_NAMED: Final = 100
_AT_ONCE: Final = 5_000

_MADE = """
SELECT record_id FROM changes
WHERE group_number = :group AND table_name = '{table}' AND kind = 'insert'
"""

# In this order: what refers to others goes first, so that nothing else can still refer to them.
_KEPT_WHILE: Final = {
    "purchases": """EXISTS (SELECT 1 FROM returns WHERE purchase_id = t.id)
        OR t.id IN (SELECT purchase_id FROM complaints WHERE purchase_id IS NOT NULL)""",
    "interactions": "0",
    "customers": """EXISTS (SELECT 1 FROM purchases WHERE customer_id = t.id)
        OR EXISTS (SELECT 1 FROM returns WHERE customer_id = t.id)
        OR EXISTS (SELECT 1 FROM interactions WHERE customer_id = t.id)
        OR EXISTS (SELECT 1 FROM complaints WHERE customer_id = t.id)
        OR EXISTS (SELECT 1 FROM customers WHERE referred_by_id = t.id OR merged_into_id = t.id)
        OR t.id IN (SELECT customer_id FROM tasks WHERE customer_id IS NOT NULL)
        OR t.id IN (SELECT kept_id FROM customer_merges UNION ALL
            SELECT merged_id FROM customer_merges)""",
    "customer_fields": "EXISTS (SELECT 1 FROM customer_field_values WHERE field_id = t.id)",
    "products": """EXISTS (SELECT 1 FROM purchase_lines WHERE product_id = t.id)
        OR t.id IN (SELECT product_id FROM complaints WHERE product_id IS NOT NULL)
        OR t.id IN (SELECT product_id FROM customer_favorites WHERE product_id IS NOT NULL)""",
}
"""What still keeps a record that an import made, though nobody edited it."""

_PARTS: Final = {
    "purchases": (("purchase_lines", "purchase_id"),),
    "customers": tuple((part, "customer_id") for part in PARTS),
}
_NAMES: Final = {
    "purchases": "number",
    "interactions": "coalesce(nullif(subject, ''), substr(text, 1, 60))",
    "customers": """coalesce(nullif(iif(kind = 'company' AND company_name <> '', company_name,
        trim(first_name || ' ' || last_name)), ''), nullif(company_name, ''), code)""",
    "customer_fields": "title",
    "products": "name",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecord:
    """A record that an undo left as it is, because somebody worked on it since the import.

    `table` is `customers`, `products`, `purchases`, `interactions` or `customer_fields`.
    """

    table: str
    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoOutcome:
    """What an undo did: records `removed` for good, and `restored` to their former values.

    `kept` names the first ones of `kept_count`.
    """

    removed: int
    restored: int
    kept_count: int
    kept: tuple[KeptRecord, ...]


@needs(Permission.IMPORT)
def undo_import(session: Session, import_id: UUID, report_progress: ReportProgress) -> UndoOutcome:
    """Remove for good what an import made, and give back what it changed, field by field.

    Records that were changed since, or that others refer to by now, stay as they are; so does what
    belongs to them. Raises InvalidInput RECORD_MISSING, IMPORT_UNDONE, IMPORT_TOO_OLD (days),
    IMPORT_ELSEWHERE.
    """
    done, group = _undoable(session, import_id)
    connection = session.connection()
    with postponed_index(connection) as index:
        undo = _Undo(connection, index, group, report_progress)
        outcome = undo.run()
        undo.clean_up()
    done.undone_at = utc_now()
    done.kept = outcome.kept_count
    return outcome


def _undoable(session: Session, import_id: UUID) -> tuple[Import, int]:
    """Return an import that can be undone, and its group of changes."""
    done = session.get(Import, import_id)
    if done is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    if done.undone_at is not None:
        raise InvalidInput(Problem.IMPORT_UNDONE)
    if done.created_at < utc_now() - UNDOABLE_FOR:
        raise InvalidInput(Problem.IMPORT_TOO_OLD, days=UNDOABLE_FOR.days)
    group = import_group(session, import_id)
    if group is None:
        raise InvalidInput(Problem.IMPORT_ELSEWHERE)
    return done, group


class _Undo:
    """One undo on its way, with its notes in temporary tables."""

    def __init__(
        self,
        connection: Connection,
        index: PostponedIndex,
        group: int,
        report_progress: ReportProgress,
    ) -> None:
        self._connection = connection
        self._index = index
        self._group = group
        self._report_progress = report_progress
        self._done = 0
        counted = self._run("SELECT count(*) FROM changes WHERE group_number = :group")
        self._all: int = counted.scalar_one()
        self._kept: list[KeptRecord] = []
        self._kept_count = 0

    def _run(self, statement: str, **values: object) -> CursorResult[Any]:
        wanted = {"group": self._group} | values
        return self._connection.execute(text(statement), wanted)

    def run(self) -> UndoOutcome:
        """Take everything back that can be."""
        for name in ("edited_since", "gone"):
            self._run(f"CREATE TEMP TABLE {name} (id BLOB PRIMARY KEY) WITHOUT ROWID")
        for column in ("record_id", "owner_id"):
            self._run(
                f"INSERT OR IGNORE INTO edited_since SELECT {column} FROM changes WHERE number >"
                " (SELECT max(number) FROM changes WHERE group_number = :group)"
                f" AND {column} IS NOT NULL"
            )
        restored, kept = restore_records(self._connection, self._index, self._group, self._progress)
        for table, record_id in kept:
            self._note_kept(table, record_id)
        removed = sum(self._remove(table) for table in _KEPT_WHILE)
        self._index.refresh_figures(lambda: self._progress(0))
        return UndoOutcome(
            removed=removed,
            restored=restored,
            kept_count=self._kept_count,
            kept=tuple(self._kept),
        )

    def clean_up(self) -> None:
        """Drop the notes."""
        for name in ("edited_since", "gone"):
            self._run(f"DROP TABLE {name}")

    def _remove(self, table: str) -> int:
        """Remove the records of one table that the import made; return how many."""
        made = _MADE.format(table=table)
        self._run("DELETE FROM gone")
        self._run(
            f"INSERT INTO gone SELECT t.id FROM {table} t WHERE t.id IN ({made})"
            f" AND t.id NOT IN edited_since AND NOT ({_KEPT_WHILE[table]}) AND t.id NOT IN"
            " (SELECT record_id FROM tasks WHERE record_id IS NOT NULL)"
        )
        kept = self._run(
            f"SELECT id FROM {table} WHERE id IN ({made}) AND id NOT IN gone ORDER BY id"
        )
        for record_id in kept.scalars().all():
            self._note_kept(table, record_id)
        if table == "purchases":
            buyers = self._run(
                "SELECT DISTINCT customer_id FROM purchases"
                " WHERE id IN gone AND customer_id IS NOT NULL"
            )
            self._index.buyers.update(buyers.scalars())
        removed, low = 0, b""
        while block := self._run(
            "SELECT id FROM gone WHERE id > :low ORDER BY id LIMIT :some", low=low, some=_AT_ONCE
        ).scalars().all():  # fmt: skip
            removed, high = removed + len(block), block[-1]
            some = "(SELECT id FROM gone WHERE id > :low AND id <= :high)"
            for part, column in _PARTS.get(table, ()):
                self._delete(f"DELETE FROM {part} WHERE {column} IN {some}", low, high)
            self._delete(f"DELETE FROM {table} WHERE id IN {some}", low, high)
            low = high
        return removed

    def _delete(self, statement: str, low: bytes, high: bytes) -> None:
        self._progress(self._run(statement, low=low, high=high).rowcount)

    def _note_kept(self, table: str, record_id: bytes) -> None:
        row = self._run(
            f"SELECT {_NAMES[table]} FROM {table} WHERE id = :one", one=record_id
        ).first()
        if row is None:  # deleted for good since
            return
        self._kept_count += 1
        if len(self._kept) < _NAMED:
            name = row[0] or ""
            self._kept.append(KeptRecord(table=table, id=UUID(bytes=record_id), name=name))

    def _progress(self, more: int) -> None:
        self._done += more
        self._report_progress(min(self._done, self._all), self._all)
