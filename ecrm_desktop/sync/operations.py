"""Captured changes as the operations that travel, with the values that they had at their time."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import FORGETTING, SECRET, ChangeKind, without_masks
from ecrm_desktop.models.wire import ALWAYS_QUIET, Unit, to_wire, unit_of, units, wire_text
from ecrm_desktop.values.ids import is_derived, to_json

_GIVEN: Final[Mapping[str, Mapping[str, int]]] = {
    # Of what a file brings in, that which the program had to add: of two PCs that read the same
    # file, the word of one will do. Such records have an id of their own kind.
    "purchases": {"number": -1, "customer_id": -1, "purchased_at": -1, "note": -1},
    "purchase_lines": {"product_id": -1},
    "interactions": {"customer_id": -1, "phone": -1, "text": -1},
}
_RANKS: Final[Mapping[str, Callable[[Mapping[str, Any]], Mapping[str, int]]]] = {
    # A refusal stands against an agreement that was given without knowing of it.
    "customer_consents": lambda row: {"granted|given_on|source": int(not row["granted"])},
}


def record_texts(
    session: Session, table: str, ids: Sequence[UUID], ranks: Mapping[UUID, Mapping[str, int]]
) -> Iterator[str]:
    """Yield the text of each record as it is, as if it were made now.

    `ranks` by unit, if any; what the record has besides then yields.
    """
    for key, name, fields, quiet in _records(session, table, (one.bytes for one in ids)):
        mine = ranks.get(UUID(bytes=key))
        if mine is not None:
            named = {**json.loads(fields), **json.loads(quiet)}
            quietly = {unit.name for unit in units(table) if unit.is_quiet}
            # What is not named is said to be zero, which no quiet unit is to be.
            given = {
                unit: one for unit, one in mine.items() if unit in named or unit not in quietly
            }
            mine = {**{unit: -1 for unit in named if unit not in ALWAYS_QUIET}, **given}
        yield _made(table, name, fields, quiet, mine)


def _records(session: Session, table: str, ids: Iterable[bytes], more: str = "") -> Any:
    """Return id, name and both kinds of units of records as they are, and what is asked `more`."""
    competing, quiet = _kinds(table)
    found = session.connection().exec_driver_sql(
        f"SELECT id, lower(hex(id)), {wire_text(table, competing)}, {wire_text(table, quiet)}{more}"
        f" FROM {table} WHERE id IN (SELECT unhex(value) FROM json_each(?)) ORDER BY id",
        (to_json(ids),),
    )
    return found.all()


def _made(table: str, name: str, fields: str, quiet: str, ranks: Mapping[str, int] | None) -> str:
    rank = f",{json.dumps(ranks)}" if ranks else ""
    return f'["c","{table}","{name}",{fields},{quiet}{rank}]'


class CapturedChange(NamedTuple):
    """What is asked of a change: a row of `changes`, and of its group what was done, and when.

    All is as columns keep it.
    """

    number: int
    group_number: int
    table_name: str
    record_id: bytes
    kind: str
    before: str | None
    after: str | None
    action: str
    at: str


def operation_texts(session: Session, changes: Sequence[CapturedChange]) -> dict[int, str]:
    """Return the JSON text of each change by its number.

    What is captured of an update are the columns that changed, and of a new record nothing; the
    rest is the record as it is, less what later changes say.
    """
    later = _later(session, changes)
    texts: dict[int, str] = {}
    plain = [
        one for one in changes if one.kind == ChangeKind.INSERT and not later.get(one.record_id)
    ]
    texts |= _new_records(session, plain)
    others = [one for one in changes if one.number not in texts]
    rows = _rows(session, others)
    for record, mine in _by_record(others).items():
        past = later.get(record[1], [])
        texts |= _replayed(record[0], rows.get(record), mine, past)
    return texts


Record = tuple[str, bytes]
_Later = tuple[int, str, str | None]


def _later(session: Session, changes: Sequence[CapturedChange]) -> dict[bytes, list[_Later]]:
    """Return what became of the records after the first of the changes, newest first."""
    first = changes[0].number
    ids = to_json({one.record_id for one in changes})
    mine = {one.number for one in changes if one.kind == ChangeKind.INSERT}
    found: dict[bytes, list[_Later]] = {}
    rows = session.connection().exec_driver_sql(
        "SELECT record_id, number, kind, before FROM changes WHERE number > ? AND record_id IN"
        " (SELECT unhex(value) FROM json_each(?)) ORDER BY number DESC",
        (first - 1, ids),
    )
    for key, number, kind, before in rows.all():
        if number not in mine:
            found.setdefault(key, []).append((number, kind, before))
    return found


def _new_records(session: Session, changes: Sequence[CapturedChange]) -> dict[int, str]:
    """Return the texts of records that are as they were made."""
    texts: dict[int, str] = {}
    for table, some in _by_table(changes).items():
        numbers = {one.record_id: one.number for one in some}
        more = f", {_columns(table)}" if table in _RANKS else ""
        rows = _records(session, table, (one.record_id for one in some), more)
        for key, name, fields, quiet, *row in rows:
            made = dict(zip(_names(table), row, strict=True)) if row else None
            # Of what is zero nothing is said, also not how it ranks.
            ranks = {
                unit: rank
                for unit, rank in (_ranks(table, key, made) or {}).items()
                if f'"{unit}":' in fields
            }
            texts[numbers[key]] = _made(table, name, fields, quiet, ranks)
    return texts


def _replayed(
    table: str,
    row: dict[str, Any] | None,
    mine: Mapping[int, CapturedChange],
    later: Sequence[_Later],
) -> dict[int, str]:
    """Return the texts of the changes of one record, going back from what it is."""
    texts: dict[int, str] = {}
    state = row
    made = [(number, one.kind, None) for number, one in mine.items()]
    steps = {step[0]: step for step in (*made, *later)}
    is_last = True
    for number, kind, before in sorted(steps.values(), reverse=True):
        change = mine.get(number)
        if change is not None:
            texts[number] = _text(change, state, is_last=is_last)
            is_last = False
        if kind == ChangeKind.DELETE:
            state = without_masks(Base.metadata.tables[table], json.loads(before or "{}"))
        elif kind == ChangeKind.UPDATE and before is not None and state is not None:
            known = Base.metadata.tables[table].columns
            state = state | {
                name: value
                for name, value in json.loads(before).items()
                # A secret is not captured: it travels as it is.
                if name in known and not known[name].info.get(SECRET)
            }
    return texts


def _text(change: CapturedChange, state: Mapping[str, Any] | None, *, is_last: bool) -> str:
    table, key, at = change.table_name, change.record_id.hex(), change.at
    if change.kind == ChangeKind.DELETE or state is None:
        return f'["{"x" if change.action == FORGETTING else "d"}","{table}","{key}"]'
    whole = {name: state.get(name) for name in _names(table)}
    whole["updated_at"] = whole["updated_at"] if is_last and whole["updated_at"] else at
    if change.kind == ChangeKind.INSERT:
        named: Sequence[Unit] = units(table)
        whole["created_at"] = whole["created_at"] or at
    else:
        known = unit_of(table)
        captured = json.loads(change.after or "{}")
        changed = [known[name] for name in captured if name in known]
        # What a removed record had as a secret is known to nobody.
        changed = [unit for unit in changed if state.keys() >= set(unit.columns)]
        if not captured and "id" in state:
            # What was changed is forgotten: then it is all that the record is.
            changed = list(units(table))
        named = [*dict.fromkeys([*changed, known["updated_at"]])]
    competing = to_wire(table, whole, [one for one in named if not one.is_quiet])
    quiet = to_wire(table, whole, [one for one in named if one.is_quiet])
    kind = "c" if change.kind == ChangeKind.INSERT else "u"
    if kind == "c":
        competing = {name: value for name, value in competing.items() if value is not None}
        quiet = {name: value for name, value in quiet.items() if value is not None}
    operation: list[Any] = [kind, table, key, competing, quiet]
    ranks = _ranks(table, change.record_id if kind == "c" else b"", whole)
    if ranks:
        operation.append({unit: rank for unit, rank in ranks.items() if unit in competing})
    return json.dumps(operation, ensure_ascii=False, separators=(",", ":"))


def _ranks(table: str, made: bytes, row: Mapping[str, Any] | None) -> Mapping[str, int] | None:
    """Return the ranks of an operation with the values of `row`; `made`: the id of a new record."""
    if table in _RANKS and row is not None:
        return _RANKS[table](row)
    return _GIVEN.get(table) if made and is_derived(made) else None


def _rows(session: Session, changes: Sequence[CapturedChange]) -> dict[Record, dict[str, Any]]:
    """Return the records as they are, ids in hex as in what is captured."""
    rows: dict[Record, dict[str, Any]] = {}
    for table, some in _by_table(changes).items():
        names = _names(table)
        found = session.connection().exec_driver_sql(
            f"SELECT {_columns(table)} FROM {table}"
            " WHERE id IN (SELECT unhex(value) FROM json_each(?))",
            (to_json({one.record_id for one in some}),),
        )
        for values in found:
            row = {
                name: value.hex() if isinstance(value, bytes) else value
                for name, value in zip(names, values, strict=True)
            }
            rows[table, bytes.fromhex(row["id"])] = row
    return rows


def _names(table: str) -> list[str]:
    return list(Base.metadata.tables[table].columns.keys())


def _columns(table: str) -> str:
    return ", ".join(f'"{name}"' for name in _names(table))


def _kinds(table: str) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    every = units(table)
    return (
        tuple(one for one in every if not one.is_quiet),
        tuple(one for one in every if one.is_quiet),
    )


def _by_table(changes: Sequence[CapturedChange]) -> dict[str, list[CapturedChange]]:
    found: dict[str, list[CapturedChange]] = {}
    for one in changes:
        found.setdefault(one.table_name, []).append(one)
    return found


def _by_record(
    changes: Sequence[CapturedChange],
) -> dict[Record, dict[int, CapturedChange]]:
    found: dict[Record, dict[int, CapturedChange]] = {}
    for one in changes:
        found.setdefault((one.table_name, one.record_id), {})[one.number] = one
    return found
