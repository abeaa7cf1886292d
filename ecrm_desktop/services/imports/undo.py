"""Taking an import back."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CursorResult, text
from sqlalchemy.orm import Session

from ecrm_desktop.errors import Cancelled, InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.imports import Import, UnfinishedImport
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.queries.imports import (
    UNDOABLE_FOR,
    UnfinishedRow,
    import_group,
    undo_is_over,
)
from ecrm_desktop.services.customer_index import PostponedIndex, postponed_index
from ecrm_desktop.services.imports.restore import (
    RESTORED,
    changed_records,
    restore_records,
)
from ecrm_desktop.services.imports.row_values import PARTS
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.storage.portions import Portions
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.ids import to_json
from ecrm_desktop.values.permissions import Permission

_NAMED: Final = 100
_AT_ONCE: Final = 2_000

_MADE = """
SELECT record_id FROM changes
WHERE group_number = :group AND table_name = '{table}' AND kind = 'insert' ORDER BY record_id
"""
_BLOCK = "(SELECT unhex(value) FROM json_each(:ids))"
# Later groups have larger numbers; one that goes on in portions may have later changes.
_EDITED = f"""
SELECT record_id FROM changes
WHERE record_id IN {_BLOCK} AND group_number > :group AND group_number <> :own
UNION SELECT owner_id FROM changes
WHERE owner_id IN {_BLOCK} AND group_number > :group AND group_number <> :own
"""
_COUNTED = """
SELECT max(CAST({column} AS INTEGER)) FROM {table}
WHERE {column} <> '' AND {column} NOT GLOB '*[^0-9]*' AND length({column}) <= 9
AND CAST({column} AS INTEGER) <= ?
"""
_COUNTERS: Final = {"customer": ("customers", "code"), "purchase": ("purchases", "number")}

_CUSTOMER_IN_USE = """(EXISTS (SELECT 1 FROM purchases WHERE customer_id = t.id)
    OR EXISTS (SELECT 1 FROM returns WHERE customer_id = t.id)
    OR EXISTS (SELECT 1 FROM interactions WHERE customer_id = t.id)
    OR EXISTS (SELECT 1 FROM complaints WHERE customer_id = t.id)
    OR EXISTS (SELECT 1 FROM customers WHERE merged_into_id = t.id)
    OR t.id IN (SELECT customer_id FROM tasks WHERE customer_id IS NOT NULL)
    OR t.id IN (SELECT kept_id FROM customer_merges UNION ALL
        SELECT merged_id FROM customer_merges))"""
_FORGET_REFERRERS = f"""
UPDATE customers AS t SET referred_by_id = NULL, updated_at = :now
WHERE id IN {_BLOCK} AND NOT {_CUSTOMER_IN_USE} AND referred_by_id IN (
    SELECT record_id FROM changes
    WHERE group_number = :group AND table_name = 'customers' AND kind = 'insert'
)
"""
# In this order: what refers to others goes first, so that nothing else can still refer to them, and
# who was there loses what the file added to them.
_KEPT_WHILE: Final = {
    "returns": "0",
    "purchases": """EXISTS (SELECT 1 FROM returns WHERE purchase_id = t.id)
        OR t.id IN (SELECT purchase_id FROM complaints WHERE purchase_id IS NOT NULL)""",
    "interactions": "0",
    "customers": f"{_CUSTOMER_IN_USE} OR EXISTS (SELECT 1 FROM customers"
    " WHERE referred_by_id = t.id)",
    "customer_fields": "EXISTS (SELECT 1 FROM customer_field_values WHERE field_id = t.id)",
    "products": """EXISTS (SELECT 1 FROM purchase_lines WHERE product_id = t.id)
        OR t.id IN (SELECT product_id FROM complaints WHERE product_id IS NOT NULL)
        OR t.id IN (SELECT product_id FROM customer_favorites WHERE product_id IS NOT NULL)""",
}
"""What still keeps a record that an import made, though nobody edited it."""

_PARTS: Final = {
    "returns": (("return_lines", "return_id"),),
    "purchases": (("purchase_lines", "purchase_id"),),
    "customers": tuple((part, "customer_id") for part in PARTS),
}
_NAMES: Final = {
    "returns": "(SELECT number FROM purchases WHERE id = returns.purchase_id)",
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

    `table` is `customers`, `products`, `purchases`, `returns`, `interactions` or
    `customer_fields`.
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
def undo_import(
    session: Session,
    import_id: UUID,
    report_progress: ReportProgress,
    portions: Portions | None = None,
) -> UndoOutcome:
    """Remove for good what an import made, and give back what it changed, field by field.

    Records that were changed since, or that others refer to by now, stay as they are; so does what
    belongs to them. With `portions`, of which `session` is the first, a large one is taken out in
    several transactions; the last one is still open, and nothing can stop it after the first.
    Raises InvalidInput RECORD_MISSING, IMPORT_UNDONE, IMPORT_TOO_OLD (days), IMPORT_ELSEWHERE.
    """
    group = _undoable(session, import_id)
    return _Undo(session, import_id, group, report_progress, portions).run()


def take_out(
    portions: Portions, unfinished: UnfinishedRow, report_progress: ReportProgress
) -> UndoOutcome:
    """Take out what there is of an import that broke off, or go on with taking one out.

    Nobody is asked for it: it was promised when the import, or its undo, began. One that broke off
    and leaves nothing is not listed any more, and the numbers it was given are given out again. The
    last portion is still open afterwards.
    """
    portions.begin()
    import_id, group = unfinished.import_id, unfinished.group_number
    outcome = _Undo(portions.session, import_id, group, report_progress, portions).run()
    if unfinished.counters is not None:
        before = json.loads(unfinished.counters)
        for name in _COUNTERS:
            _give_back(portions.session, name, before.get(name, 0))
        if not outcome.kept_count:
            portions.session.delete(portions.session.get_one(Import, import_id))
    return outcome


def _give_back(session: Session, name: str, last: int) -> None:
    """Count on from the number given out last before, or the largest that somebody has by now."""
    table, column = _COUNTERS[name]
    given = session.get(Counter, name)
    if given is not None:
        used = session.connection().exec_driver_sql(
            _COUNTED.format(table=table, column=column), (given.last,)
        )
        given.last = max(last, used.scalar() or 0)


def _undoable(session: Session, import_id: UUID) -> int:
    """Return the group of changes of an import that can be undone."""
    done = session.get(Import, import_id)
    if done is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    if done.undone_at is not None:
        raise InvalidInput(Problem.IMPORT_UNDONE)
    group = import_group(session, import_id)
    if group is None:
        raise InvalidInput(Problem.IMPORT_ELSEWHERE)
    if undo_is_over(session)(done.created_at, group):
        raise InvalidInput(Problem.IMPORT_TOO_OLD, days=UNDOABLE_FOR.days)
    return group


class _Undo:
    """One undo on its way, through one or several transactions."""

    def __init__(
        self,
        session: Session,
        import_id: UUID,
        group: int,
        report_progress: ReportProgress,
        portions: Portions | None,
    ) -> None:
        self._session = session
        self._connection = session.connection()
        self._index = PostponedIndex(self._connection)
        self._import_id = import_id
        self._group = group
        self._report_progress = report_progress
        self._portions = portions
        self._own = 0 if portions is None else portions.group
        self._done = 0
        counted = self._run("SELECT count(*) FROM changes WHERE group_number = :group")
        self._all: int = counted.scalar_one()
        self._in_portions = portions is not None and self._all > _AT_ONCE
        self._kept: list[KeptRecord] = []
        self._kept_count = 0

    def _run(self, statement: str, **values: object) -> CursorResult[Any]:
        wanted = {"group": self._group} | values
        return self._connection.execute(text(statement), wanted)

    def run(self) -> UndoOutcome:
        """Take everything back that can be."""
        if self._in_portions:
            self._write_down()
        removed = restored = 0
        for table in _KEPT_WHILE:
            if table == "customers":
                self._forget_referrers()
            removed += self._remove(table)
            # Only now: what was made may have the former code of what was there.
            restored += self._restore(table) if table in RESTORED else 0
        done = self._session.get_one(Import, self._import_id)
        done.undone_at = utc_now()
        done.kept = self._kept_count
        unfinished = self._session.get(UnfinishedImport, self._import_id)
        if unfinished is not None:
            self._session.delete(unfinished)
        return UndoOutcome(
            removed=removed,
            restored=restored,
            kept_count=self._kept_count,
            kept=tuple(self._kept),
        )

    def _write_down(self) -> None:
        """Let whoever opens the file next go on with it if this program ends."""
        unfinished = self._session.get(UnfinishedImport, self._import_id)
        if unfinished is None:
            unfinished = UnfinishedImport(import_id=self._import_id, group_number=self._group)
            self._session.add(unfinished)
        unfinished.undo_group = self._own

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Do some of it, in a transaction of its own where there are portions."""
        if self._in_portions and self._portions is not None:
            self._portions.commit()
            self._portions.begin()
            self._session = self._portions.session
            self._connection = self._session.connection()
            self._index.move(self._connection)
        with postponed_index(self._connection, self._index):
            yield
            self._index.refresh_figures(lambda: None)

    def _forget_referrers(self) -> None:
        """Let nobody be kept by who goes too, or had another referrer before the import."""
        made = self._run(_MADE.format(table="customers")).scalars().all()
        changed = changed_records(self._connection, self._group, "customers")
        for some in batched((*made, *changed), _AT_ONCE):
            with self._turn():
                edited = self._edited(some)
                ids = to_json([one for one in some if one not in edited])
                self._run(_FORGET_REFERRERS, ids=ids, now=stored_instant(utc_now()))

    def _restore(self, table: str) -> int:
        """Give the records of one table that were there before their values back; count them."""
        restored = 0
        for owners in batched(changed_records(self._connection, self._group, table), _AT_ONCE):
            with self._turn():
                edited = self._edited(owners)
                free = [one for one in owners if one not in edited]
                left = restore_records(self._connection, self._group, table, free)
                if table == "customers":
                    self._index.refresh(one for one in free if one not in left)
                restored += len(free) - len(left)
                for one in owners:
                    if one in edited or one in left:
                        self._note_kept(table, one)
            self._progress(len(owners))
        return restored

    def _remove(self, table: str) -> int:
        """Remove the records of one table that the import made; return how many."""
        removed = 0
        for made in batched(self._run(_MADE.format(table=table)).scalars().all(), _AT_ONCE):
            with self._turn():
                removed += self._remove_some(table, made)
        return removed

    def _remove_some(self, table: str, made: Sequence[bytes]) -> int:
        ids, edited = to_json(made), self._edited(made)
        if table in {"purchases", "returns"}:
            buyers = self._run(
                f"SELECT DISTINCT customer_id FROM {table} WHERE id IN {_BLOCK}"
                " AND customer_id IS NOT NULL",
                ids=ids,
            )
            self._index.buyers.update(buyers.scalars())
        there = self._run(
            f"SELECT t.id, {_KEPT_WHILE[table]} OR t.id IN"
            " (SELECT record_id FROM tasks WHERE record_id IS NOT NULL) AS is_kept"
            f" FROM {table} t WHERE t.id IN {_BLOCK} ORDER BY t.id",
            ids=ids,
        ).all()
        gone = []
        for row in there:
            if row.is_kept or row.id in edited:
                self._note_kept(table, row.id)
            else:
                gone.append(row.id)
        wanted = to_json(gone)
        for part, column in _PARTS.get(table, ()):
            self._progress(
                self._run(f"DELETE FROM {part} WHERE {column} IN {_BLOCK}", ids=wanted).rowcount
            )
        if table == "customers":
            # That two of them are two is no work on them: such a note stays, about nobody.
            for column in ("first_id", "second_id"):
                self._run(
                    f"UPDATE distinct_customers SET {column} = NULL, updated_at = :now"
                    f" WHERE {column} IN {_BLOCK}",
                    ids=wanted,
                    now=stored_instant(utc_now()),
                )
        self._run(f"DELETE FROM {table} WHERE id IN {_BLOCK}", ids=wanted)
        self._progress(len(gone))
        return len(gone)

    def _edited(self, ids: Sequence[bytes]) -> set[bytes]:
        """Return which of some records were changed since, or their parts."""
        return set(self._run(_EDITED, ids=to_json(ids), own=self._own).scalars())

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
        try:
            self._report_progress(min(self._done, self._all), self._all)
        except Cancelled:
            # Half of it is out already, for good.
            if not self._in_portions:
                raise
