"""What lies in the bin, one row a deletion."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, literal, select, union_all
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import SoftDeleted
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer, CustomerField
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.models.segments import Segment
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.values.statuses import RecordKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionRow:
    """One deletion (`id`): what it was mainly about, and how many records of all kinds it took.

    `count` are those of the main kind, of which `title` names one.

    `kind` is None for what is no kind of its own, as a field that the shop had defined; `table`
    tells what it is.
    """

    id: UUID
    deleted_at: datetime
    kind: RecordKind | None
    table: str
    title: str
    count: int
    records: int


# Unlike IS NOT NULL, a comparison makes SQLite use the index.
_NO_ID = UUID(int=0)
# A deletion is named after the record of the first kind it holds: the customer, not their calls.
_RANKS: tuple[tuple[RecordKind | None, type[SoftDeleted], ColumnElement[str]], ...] = (
    (
        RecordKind.CUSTOMER,
        Customer,
        case(
            (Customer.company_name != "", Customer.company_name),
            else_=func.trim(Customer.first_name + " " + Customer.last_name),
        ),
    ),
    (RecordKind.PURCHASE, Purchase, Purchase.number.expression),
    (RecordKind.RETURN, Return, Return.reason.expression),
    (RecordKind.COMPLAINT, Complaint, Complaint.subject.expression),
    (RecordKind.PRODUCT, Product, Product.name.expression),
    (RecordKind.INTERACTION, Interaction, Interaction.subject.expression),
    (RecordKind.TASK, Task, Task.title.expression),
    (None, Segment, Segment.name.expression),
    (None, CustomerField, CustomerField.title.expression),
)


def deletions(session: Session, *, limit: int = 1000) -> list[DeletionRow]:
    """Return what is in the bin, latest deletion first."""
    parts = union_all(
        *(
            select(
                table.deletion_id.label("deletion_id"),
                table.deleted_at.label("deleted_at"),
                literal(rank).label("rank"),
                title.label("title"),
            ).where(table.deletion_id > _NO_ID)
            for rank, (_, table, title) in enumerate(_RANKS)
        )
    ).subquery()
    kinds = (
        select(
            parts.c.deletion_id,
            parts.c.rank,
            func.max(parts.c.deleted_at).label("deleted_at"),
            func.max(parts.c.title).label("title"),
            func.count().label("count"),
        )
        .group_by(parts.c.deletion_id, parts.c.rank)
        .subquery()
    )
    # SQLite takes bare columns such as `title` from the row that holds the minimum.
    statement = (
        select(
            kinds.c.deletion_id,
            kinds.c.deleted_at,
            func.min(kinds.c.rank),
            kinds.c.title,
            kinds.c.count,
            func.sum(kinds.c.count),
        )
        .group_by(kinds.c.deletion_id)
        .order_by(kinds.c.deleted_at.desc())
        .limit(limit)
    )
    return [
        DeletionRow(
            id=deletion_id,
            deleted_at=deleted_at,
            kind=_RANKS[rank][0],
            table=_RANKS[rank][1].__tablename__,
            title=title,
            count=count,
            records=records,
        )
        for deletion_id, deleted_at, rank, title, count, records in session.execute(statement)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class BinnedCustomer:
    """A customer in the bin."""

    id: UUID
    name: str
    code: str


def binned_customer(session: Session, deletion_id: UUID) -> BinnedCustomer | None:
    """Return the customer of a deletion that took just one, and no merge."""
    rows = session.execute(
        select(Customer.id, CUSTOMER_NAME.label("name"), Customer.code)
        .where(Customer.deletion_id == deletion_id, Customer.merged_into_id.is_(None))
        .limit(2)
    ).all()
    if len(rows) != 1:
        return None
    return BinnedCustomer(id=rows[0].id, name=rows[0].name, code=rows[0].code)
