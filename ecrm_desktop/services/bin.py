"""Deleting into the bin, taking back out, and emptying it after 30 days."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    CursorResult,
    Select,
    and_,
    delete,
    func,
    literal_column,
    select,
    union,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import Base, SoftDeleted, utc_now
from ecrm_desktop.models.bin import BinExpiry
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer, CustomerField, CustomerMerge
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return
from ecrm_desktop.models.segments import Segment
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.days_of_work import SEEN_DAYS
from ecrm_desktop.services.clashes import (
    Clash,
    ClashKind,
    check_accepted,
    customer_clashes,
    product_clashes,
    replace_codes,
)
from ecrm_desktop.services.counters import is_shared
from ecrm_desktop.services.customer_index import postponed_figures
from ecrm_desktop.services.customer_merges import undo_merge
from ecrm_desktop.services.permissions import needs, require_permission
from ecrm_desktop.services.return_limits import check_returns
from ecrm_desktop.services.task_records import KINDS, bin_tasks_about, forget_missing_records
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.ids import new_id, to_json
from ecrm_desktop.values.permissions import Permission

KEPT_FOR: Final = timedelta(days=30)

BIN_TABLES: Final[tuple[type[SoftDeleted], ...]] = (
    Task,
    Interaction,
    Complaint,
    Return,
    Purchase,
    Product,
    Segment,
    CustomerField,
    CustomerMerge,
    User,
    Customer,
)


def put_in_bin(session: Session, records: Iterable[SoftDeleted]) -> UUID:
    """Put a few records into the bin as one deletion; return its id, for `restore_deletion`.

    A customer takes their interactions, complaints and tasks along; purchases stay, because the
    shop's sums must not change with its address book. Every record takes the open tasks about it.
    """
    by_table: dict[type[SoftDeleted], list[UUID]] = {}
    for record in records:
        by_table.setdefault(type(record), []).append(record.id)
    return put_all_in_bin(session, by_table)


def put_all_in_bin(session: Session, records: Mapping[type[SoftDeleted], Sequence[UUID]]) -> UUID:
    """Put records of several tables into the bin as `put_in_bin` does, without reading them."""
    deletion_id = new_id()
    session.flush()
    for table, ids in records.items():
        _bin(session, table, ids, deletion_id)
    bin_tasks_about(session, deletion_id)
    return deletion_id


def put_ids_in_bin(session: Session, table: type[SoftDeleted], ids: Sequence[UUID]) -> UUID:
    """Put the records of one table into the bin as `put_in_bin` does, without reading them.

    That is for many: each statement looks through all records that the session has read.
    RECORD_MISSING if all of them lie there already.
    """
    deletion_id = new_id()
    session.flush()
    if not _bin(session, table, ids, deletion_id):
        raise InvalidInput(Problem.RECORD_MISSING)
    bin_tasks_about(session, deletion_id)
    session.expire_all()
    return deletion_id


def _bin(session: Session, table: type[SoftDeleted], ids: Sequence[UUID], deletion_id: UUID) -> int:
    """Return how many records of the table itself were not in the bin yet."""
    now, binned = utc_now(), 0
    with _figures_at_once(session, deletion_id, len(ids) if table in _SALES else 0):
        for some in map(_as_table, batched(ids, _AT_ONCE)):
            for column in (table.id, *_TAKEN_ALONG.get(table, ())):
                result = session.execute(
                    update(column.class_)
                    .where(column.in_(some), column.class_.deleted_at.is_(None))
                    .values(deleted_at=now, deletion_id=deletion_id)
                )
                if column is table.id and isinstance(result, CursorResult):
                    binned += result.rowcount
    return binned


def _as_table(ids: Sequence[UUID]) -> Select[Any]:
    """Return ids as a SELECT of one value; a value each leaves thousands of objects behind."""
    given = func.json_each(to_json(one.bytes for one in ids)).table_valued("value")
    return select(func.unhex(given.c.value))


@contextmanager
def _figures_at_once(session: Session, deletion_id: UUID, sales: int) -> Iterator[None]:
    """Where many sales go to the bin or come back, count each customer's figures once.

    They may all be one customer's, as in a shop that writes nobody down.
    """
    if sales <= _MANY:
        yield
        return
    buyers = [select(table.customer_id).where(table.deletion_id == deletion_id) for table in _SALES]

    def name_buyers() -> None:
        found = session.scalars(union(*buyers))
        index.buyers.update(one.bytes for one in found if one is not None)

    with postponed_figures(session.connection()) as index:
        # Going there they are of the deletion afterwards, coming back before.
        name_buyers()
        yield
        name_buyers()


def records_of(session: Session, deletion_id: UUID) -> dict[type[SoftDeleted], list[UUID]]:
    """Return the ids of what one deletion put into the bin, by table."""
    found = {
        table: list(session.scalars(select(table.id).where(table.deletion_id == deletion_id)))
        for table in BIN_TABLES
    }
    return {table: ids for table, ids in found.items() if ids}


def restore_deletion(
    session: Session, deletion_id: UUID, *, accepted: Collection[Clash] = ()
) -> int:
    """Take everything one deletion put into the bin out again; return how many records.

    A customer who lies there because of a merge is parted from the other one. Raises InvalidInput
    RECORD_MISSING if nothing is left of it, MERGE_MOVED_ON, COMES_BACK_TAKEN (clashes) if others
    have by now what comes back and that is not `accepted`, those of `check_returns` when returns
    made meanwhile leave no room for the ones restored, and NOT_ALLOWED for own fields or people
    where those are others' to change.
    """
    if session.get(CustomerMerge, deletion_id) is not None:
        undo_merge(session, deletion_id, accepted=accepted)
        return 1
    returned = list(
        session.scalars(
            select(Return.purchase_id)
            .join(Purchase, Purchase.id == Return.purchase_id)
            # What lay in the bin with its purchase fits as it did: nobody could change either.
            .where(
                Return.deletion_id == deletion_id,
                Purchase.deletion_id.is_distinct_from(deletion_id),
            )
        )
    )
    tasks = list(session.scalars(select(Task.id).where(Task.deletion_id == deletion_id)))
    _settle_clashes(session, deletion_id, accepted)
    restored = 0
    with _figures_at_once(session, deletion_id, _sales_of(session, deletion_id)):
        for table in BIN_TABLES:
            result = session.execute(
                update(table)
                .where(table.deletion_id == deletion_id)
                .values(deleted_at=None, deletion_id=None)
            )
            count = result.rowcount if isinstance(result, CursorResult) else 0
            if count and table in _NOT_EVERYBODYS:
                require_permission(session, _NOT_EVERYBODYS[table])
            restored += count
    if not restored:
        raise InvalidInput(Problem.RECORD_MISSING)
    for purchase_id in returned:
        check_returns(session, purchase_id)
    for some in map(_as_table, batched(tasks, _AT_ONCE)):
        # A task comes back alone while what it was about went there in another deletion.
        forget_missing_records(session, Task.id.in_(some), Task.done_at.is_(None))
    return restored


def _sales_of(session: Session, deletion_id: UUID) -> int:
    counts = (
        select(func.count()).where(table.deletion_id == deletion_id).scalar_subquery()
        for table in _SALES
    )
    return sum(session.execute(select(*counts)).one())


def _settle_clashes(session: Session, deletion_id: UUID, accepted: Collection[Clash]) -> None:
    clashes = [
        *customer_clashes(session, Customer.deletion_id == deletion_id, Customer.deleted_at),
        *product_clashes(session, Product.deletion_id == deletion_id),
    ]
    check_accepted(clashes, accepted)
    replace_codes(session, clashes)
    for clash in clashes:
        if clash.kind is ClashKind.PRODUCT_CODE:
            product = session.get_one(Product, clash.record_id)
            product.code = "" if product.code == clash.value else product.code
            product.barcode = "" if product.barcode == clash.value else product.barcode
    session.flush()


def expire_bin(session: Session, *, now: datetime | None = None) -> int:
    """Delete for good what has been in the bin long enough; return how many records.

    That is `KEPT_FOR` by the clock, and found so on `SEEN_DAYS` different days: a clock that is
    wrong for a while destroys nothing. Where the shop is on several PCs nothing goes by any clock,
    for what is deleted by one is deleted on all.
    """
    if is_shared(session):
        return 0
    now = now or utc_now()
    expired = set(_expired(session, now - KEPT_FOR))
    known = {one.deletion_id: one for one in session.scalars(select(BinExpiry))}
    for deletion_id in known.keys() - expired:
        session.delete(known.pop(deletion_id))
    for deletion_id in expired:
        one = known.get(deletion_id)
        if one is None:
            session.add(BinExpiry(deletion_id=deletion_id, days=1, last_on=now.date()))
        elif one.last_on != now.date():
            one.days += 1
            one.last_on = now.date()
    session.flush()
    ripe = [one for one in known.values() if one.days >= SEEN_DAYS]
    emptied = sum(
        _delete_for_good(session, [one.deletion_id for one in some], now - KEPT_FOR)
        for some in batched(ripe, _AT_ONCE)
    )
    for one in ripe:
        session.delete(one)
    return emptied


@needs(Permission.DELETE_FOR_GOOD)
def empty_bin(session: Session) -> int:
    """Delete for good all that is in the bin, because somebody said so; return how many records."""
    session.execute(delete(BinExpiry))
    return _delete_for_good(session, None, utc_now())


def _expired(session: Session, limit: datetime) -> Iterator[UUID]:
    for table in BIN_TABLES:
        found = select(table.deletion_id).where(_in_bin(table, limit)).distinct()
        yield from (one for one in session.scalars(found) if one is not None)


def _in_bin(
    table: type[SoftDeleted], limit: datetime, deletions: Sequence[UUID] | None = None
) -> ColumnElement[bool]:
    """Return the condition that some deletions, or any, put a record into the bin until then."""
    those = (
        # As a range of deletions, which an index serves: most tables have nothing in the bin.
        table.deletion_id > literal_column("x''")
        if deletions is None
        else table.deletion_id.in_(deletions)
    )
    return and_(those, table.deleted_at <= limit)


def _delete_for_good(session: Session, deletions: Sequence[UUID] | None, limit: datetime) -> int:
    """Delete what some deletions, or all, put into the bin until an instant.

    Records that point at what goes keep their own data and lose the pointer. A product that was
    sold only leaves the bin's sight: sales by brand and category go on being told apart by it.
    """
    emptied = 0
    session.execute(
        update(Product)
        .where(
            _in_bin(Product, limit, deletions),
            select(PurchaseLine.id).where(PurchaseLine.product_id == Product.id).exists(),
        )
        .values(deletion_id=None)
    )
    # None of it counts in anybody's figures, so nothing has to be counted again.
    with postponed_figures(session.connection()):
        for table in BIN_TABLES:
            in_bin = _in_bin(table, limit, deletions)
            gone = select(table.id).where(in_bin)
            if session.scalar(gone.limit(1)) is None:
                continue
            for column in children(table):
                session.execute(delete(column.table).where(column.in_(gone)))
            for column in pointers(table):
                session.execute(
                    update(column.table).where(column.in_(gone)).values({column.key: None})
                )
            about = Task.record_kind == KINDS.get(table)
            session.execute(
                update(Task)
                .where(about, Task.record_id.in_(gone))
                .values(record_kind=None, record_id=None)
            )
            result = session.execute(delete(table).where(in_bin))
            emptied += result.rowcount if isinstance(result, CursorResult) else 0
    return emptied


_AT_ONCE: Final = 500
# Below, counting row by row is quicker than making the triggers anew.
_MANY: Final = 500
_SALES: Final[tuple[type[Purchase | Return], ...]] = (Purchase, Return)
_NOT_EVERYBODYS: Final[dict[type[SoftDeleted], Permission]] = {
    CustomerField: Permission.CHANGE_SETTINGS,
    User: Permission.MANAGE_PEOPLE,
}
_TAKEN_ALONG: Final[dict[type[SoftDeleted], tuple[InstrumentedAttribute[Any], ...]]] = {
    Customer: (Interaction.customer_id, Complaint.customer_id, Task.customer_id),
    Purchase: (Return.purchase_id,),
}


def _referring(target: type[SoftDeleted]) -> Iterator[Column[Any]]:
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table is target.__table__ for key in column.foreign_keys):
                yield column


def children(table: type[SoftDeleted]) -> list[Column[Any]]:
    """Return the columns of records that are nothing without those of `table`.

    They go with them for good, apart from returns: those went to the bin with their purchase.
    """
    return [
        column
        for column in _referring(table)
        if not column.nullable and column is not Return.__table__.c.purchase_id
    ]


def pointers(table: type[SoftDeleted]) -> list[Column[Any]]:
    """Return the columns that may be empty and point at records of `table`."""
    return [column for column in _referring(table) if column.nullable]
