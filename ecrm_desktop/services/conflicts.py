"""What becomes of a value that lost against another PC's: it is taken after all, or let go."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Table, delete, insert, or_, select, update
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import Base, SoftDeleted, utc_now
from ecrm_desktop.models.changes import owner_column
from ecrm_desktop.models.sync import Conflict
from ecrm_desktop.models.wire import from_wire, unit_of
from ecrm_desktop.queries.change_values import decoded
from ecrm_desktop.queries.conflicts import ConflictRow, find_conflict
from ecrm_desktop.queries.record_drafts import (
    complaint_draft,
    customer_draft,
    customer_field_draft,
    interaction_draft,
    product_draft,
    purchase_draft,
    shop_draft,
    task_draft,
    user_draft,
)
from ecrm_desktop.services.bin import put_all_in_bin, put_in_bin, records_of, restore_deletion
from ecrm_desktop.services.complaints import update_complaint
from ecrm_desktop.services.customer_fields import update_customer_field
from ecrm_desktop.services.customers import update_customer
from ecrm_desktop.services.interactions import update_interaction
from ecrm_desktop.services.permissions import needs, require_permission
from ecrm_desktop.services.products import update_product
from ecrm_desktop.services.purchases import update_purchase
from ecrm_desktop.services.shop import update_shop
from ecrm_desktop.services.tasks import update_task
from ecrm_desktop.services.users import update_user
from ecrm_desktop.values.permissions import Permission

Undo = Callable[[Session], None]
"""Takes back what was done about a conflict; CHANGED_MEANWHILE if somebody went on from there."""


@needs(Permission.SEE_SUMS)
def keep_present(session: Session, conflict_id: UUID) -> Undo:
    """Let a value go that lost; RECORD_MISSING if the conflict is settled already."""
    _open_conflict(session, conflict_id)
    return _settled(session, conflict_id, _nothing)


@needs(Permission.SEE_SUMS)
def take_lost_value(session: Session, conflict_id: UUID) -> Undo:
    """Put a value that lost into its record, or delete the record where the deletion lost.

    It is an edit as any other: NOT_ALLOWED to whom the record's own service is not, and whatever
    that one raises where the value is not allowed any more, such as CODE_TAKEN. RECORD_MISSING if
    the conflict is settled already, or the record is in the bin.
    """
    row = _open_conflict(session, conflict_id)
    table = Base.metadata.tables[row.record.table]
    lost = _lost(session, row)
    if "deleted_at" in lost and lost["deleted_at"] is None:
        undo = _bring_back(session, row)
    elif (not row.unit and _has_bin(table)) or "deleted_at" in lost:
        undo = _put_in_bin(session, row)
    else:
        undo = _write(session, table, row.record.id, lost)
    return _settled(session, conflict_id, undo)


def _open_conflict(session: Session, conflict_id: UUID) -> ConflictRow:
    row = find_conflict(session, conflict_id)
    if row is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    return row


def _settled(session: Session, conflict_id: UUID, undo: Undo) -> Undo:
    session.get_one(Conflict, conflict_id).settled_at = utc_now()
    session.flush()

    def take_back(session: Session) -> None:
        undo(session)
        session.get_one(Conflict, conflict_id).settled_at = None

    return take_back


def _nothing(_session: Session) -> None:
    """Nothing was written."""


def _lost(session: Session, row: ConflictRow) -> dict[str, Any]:
    """Return the columns that lost with their values in Python; {} for a deletion."""
    if not row.unit:
        return {}
    table = row.record.table
    unit = next(one for one in unit_of(table).values() if one.name == row.unit)
    text = session.scalars(select(Conflict.lost).where(Conflict.id == row.id)).one()
    stored = from_wire(table, unit, json.loads(text))
    plain = {
        name: value.hex() if isinstance(value, bytes) else value for name, value in stored.items()
    }
    return decoded(table, json.dumps(plain))


def _has_bin(table: Table) -> bool:
    return "deletion_id" in table.columns


def _model(table: Table) -> type[SoftDeleted]:
    return next(
        mapper.class_
        for mapper in Base.registry.mappers
        if mapper.local_table is table and issubclass(mapper.class_, SoftDeleted)
    )


def _put_in_bin(session: Session, row: ConflictRow) -> Undo:
    table = Base.metadata.tables[row.record.table]
    _require(session, table.name, ())
    deletion = put_in_bin(session, [session.get_one(_model(table), row.record.id)])

    def take_back(session: Session) -> None:
        restore_deletion(session, deletion)

    return take_back


def _bring_back(session: Session, row: ConflictRow) -> Undo:
    table = Base.metadata.tables[row.record.table]
    record = session.get_one(_model(table), row.record.id)
    if record.deletion_id is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    # The whole deletion comes back, as it does from the bin, so the whole of it goes there again.
    returned = records_of(session, record.deletion_id)
    restore_deletion(session, record.deletion_id)

    def take_back(session: Session) -> None:
        put_all_in_bin(session, returned)

    return take_back


@dataclass(frozen=True, slots=True)
class _Editor:
    """How a kind of record is read as a draft, and how an edit of it is saved."""

    read: Callable[[Session, UUID], Any]
    save: Callable[..., Any]


def _save_shop(session: Session, _shop_id: UUID, draft: Any, *, base: Any) -> None:
    update_shop(session, draft, base=base)


_EDITORS: Final[Mapping[str, _Editor]] = {
    "complaints": _Editor(complaint_draft, update_complaint),
    "customer_fields": _Editor(customer_field_draft, update_customer_field),
    "customers": _Editor(customer_draft, update_customer),
    "interactions": _Editor(interaction_draft, update_interaction),
    "products": _Editor(product_draft, update_product),
    "purchases": _Editor(purchase_draft, update_purchase),
    "shop": _Editor(lambda session, _shop_id: shop_draft(session), _save_shop),
    "tasks": _Editor(task_draft, update_task),
    "users": _Editor(user_draft, update_user),
}
_NOT_EVERYBODYS: Final[Mapping[str, Permission]] = {
    "customer_fields": Permission.CHANGE_SETTINGS,
    "devices": Permission.CHANGE_SETTINGS,
    "shop": Permission.CHANGE_SETTINGS,
    "shop.audit_years": Permission.THIN_AUDIT,
    "shop.lock_minutes": Permission.MANAGE_PEOPLE,
    "users": Permission.MANAGE_PEOPLE,
}


def _require(session: Session, table: str, columns: Any) -> None:
    for name in (table, *(f"{table}.{column}" for column in columns)):
        if name in _NOT_EVERYBODYS:
            require_permission(session, _NOT_EVERYBODYS[name])


def _write(session: Session, table: Table, record_id: UUID, lost: Mapping[str, Any]) -> Undo:
    """Write what lost; without columns the record, a part of another one, is removed."""
    root, root_id = table, record_id
    while root.name not in _EDITORS and (owner := owner_column(root)) is not None:
        statement = select(owner).where(root.c.id == root_id)
        found = session.execute(statement).scalar_one()
        (key,) = owner.foreign_keys
        root, root_id = key.column.table, _id(found)
    editor = _EDITORS.get(root.name)
    if editor is not None:
        base = editor.read(session, root_id)
        wanted = _draft_with(session, editor, root_id, table, record_id, lost)
        if wanted != base:
            _save(session, editor, root_id, wanted, base)
            written = editor.read(session, root_id)
            return lambda session: _save(session, editor, root_id, base, written)
    _require(session, root.name, lost)
    return _write_plainly(session, table, record_id, lost)


def _id(value: Any) -> UUID:
    if not isinstance(value, UUID):
        raise TypeError(type(value))
    return value


def _draft_with(
    session: Session,
    editor: _Editor,
    root_id: UUID,
    table: Table,
    record_id: UUID,
    lost: Mapping[str, Any],
) -> Any:
    """Return the draft of a record as it would be, which leaves no trace."""
    with session.begin_nested() as tried:
        _set(session, table, record_id, lost)
        draft = editor.read(session, root_id)
        tried.rollback()
    session.expire_all()
    return draft


def _save(session: Session, editor: _Editor, root_id: UUID, draft: Any, base: Any) -> None:
    if editor.save(session, root_id, draft, base=base):
        raise InvalidInput(Problem.CHANGED_MEANWHILE)


def _write_plainly(
    session: Session, table: Table, record_id: UUID, lost: Mapping[str, Any]
) -> Undo:
    """Write what no form has, such as how far a complaint is; references must be to something."""
    for name, value in lost.items():
        for key in table.c[name].foreign_keys:
            there = select(key.column).where(key.column == value)
            if value is not None and session.execute(there).first() is None:
                raise InvalidInput(Problem.RECORD_MISSING)
    names = [table.c[name] for name in lost] or list(table.c)
    before = dict(session.execute(select(*names).where(table.c.id == record_id)).mappings().one())
    _set(session, table, record_id, lost)

    def take_back(session: Session) -> None:
        now = session.execute(select(*names).where(table.c.id == record_id)).mappings().first()
        if (dict(now) if now is not None else {}) != dict(lost):
            raise InvalidInput(Problem.CHANGED_MEANWHILE)
        if lost:
            _set(session, table, record_id, before)
        else:
            session.execute(insert(table).values(before))

    return take_back


def _set(session: Session, table: Table, record_id: UUID, values: Mapping[str, Any]) -> None:
    is_it = table.c.id == record_id
    try:
        if values:
            # Where it is so already, another hour alone would be heard of by nobody else.
            differs = or_(*(table.c[name].is_distinct_from(one) for name, one in values.items()))
            change = update(table).where(is_it, differs).values(**values, updated_at=utc_now())
            session.execute(change)
        else:
            session.execute(delete(table).where(is_it))
    except StatementError as error:
        if not isinstance(error.orig, ValueError):
            raise
        # A word that only a newer program knows.
        raise InvalidInput(Problem.CHOICE_WRONG) from error
    session.expire_all()
