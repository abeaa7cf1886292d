"""The customers' list: which pass a filter, in which order, and the rows of the visible part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, column, exists, func, or_, select, table
from sqlalchemy.orm import Session

from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer, CustomerTag
from ecrm_desktop.queries.kept_purchases import KeptPurchases, returned_whole
from ecrm_desktop.queries.lists import Sort, collect_ids, in_order
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.queries.search_terms import Term, match_long, readings
from ecrm_desktop.queries.segment_numbers import segment_numbers
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.statuses import OPEN_STATUSES, AcquisitionChannel, CustomerKind
from ecrm_desktop.values.text import sort_key


@dataclass(frozen=True, slots=True)
class InSegmentOn:
    """Who is in a segment or preset on a day, the shop's."""

    segment_id: UUID
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFilter:
    """Which customers are listed; None means all, "" in a text those who have none.

    `text` is what the search takes. `birthday_month` is a Jalali month, 1 to 12. Those with
    `no_purchase_since` a day have bought, yet neither on that day nor later. `segment` is who is in
    it; its rule looks at the figures of `services.customer_figures`, which have to be fresh.
    """

    text: str = ""
    kind: CustomerKind | None = None
    city: str | None = None
    tag: str | None = None
    acquisition_channel: AcquisitionChannel | None = None
    has_open_complaint: bool = False
    birthday_month: int | None = None
    no_purchase_since: date | None = None
    segment: InSegmentOn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """A customer of the list; `phone` is the main one, E.164, figures are net of returns."""

    id: UUID
    code: str
    name: str
    kind: CustomerKind
    phone: str
    email: str
    province: str
    city: str
    tags: tuple[str, ...]
    birth_date: PartialDate | None
    acquisition_channel: AcquisitionChannel | None
    purchase_count: int
    purchase_total: int
    kept: KeptPurchases
    last_purchase_on: date | None
    open_complaints: int
    created_at: datetime

    @property
    def average_purchase(self) -> int:
        """What a kept purchase cost on average, rounded down to a minor unit; 0 without any."""
        return self.kept.total // self.kept.count if self.kept.count else 0


_NONE: Final = KeptPurchases()
_FULL_TEXT: Final = table("customer_fts", column("rowid"), column("customer_fts"))
_OPEN_COMPLAINTS: Final = (
    select(func.count())
    .select_from(Complaint)
    .where(
        Complaint.customer_id == Customer.id,
        Complaint.status.in_(OPEN_STATUSES),
        Complaint.deleted_at.is_(None),
    )
    .correlate(Customer)
    .scalar_subquery()
)


def list_customers(session: Session, filter_: CustomerFilter, sort: Sort) -> IdList:
    """Return the ids of the customers that pass, sorted by a field of `CustomerRow`.

    Raises as `segment_sql.rule_query` does for a segment that cannot be made out.
    """
    conditions = _passes(filter_)
    if filter_.segment is not None:
        wanted = filter_.segment
        inside = segment_numbers(session, wanted.segment_id, wanted.day)
        conditions.append(CustomerIndex.number.in_(inside))
    if filter_.acquisition_channel is not None:
        found = select(Customer.id).where(
            Customer.acquisition_channel == filter_.acquisition_channel
        )
        conditions.append(CustomerIndex.customer_id.in_(found))
    return sorted_customers(session, conditions, sort)


def sorted_customers(
    session: Session, conditions: Iterable[ColumnElement[bool]], sort: Sort
) -> IdList:
    """Return the ids of the lines of the index that pass, sorted by a field of `CustomerRow`."""
    statement = select(CustomerIndex.customer_id).where(*conditions)
    if sort.key in _OF_CUSTOMER:
        statement = statement.join(Customer, Customer.id == CustomerIndex.customer_id)
    # All in one direction, so that an index gives the order.
    keys = (*_ORDERS[sort.key], CustomerIndex.customer_id.expression)
    statement = statement.order_by(*(key.desc() if sort.descending else key for key in keys))
    return collect_ids(session, statement, CustomerIndex.customer_id.expression)


def customer_rows(session: Session, ids: Sequence[UUID]) -> list[CustomerRow]:
    """Return the rows of some living customers, in the order of `ids`."""
    wanted = list(ids)
    tags: dict[UUID, list[str]] = {}
    for customer_id, tag in session.execute(
        select(CustomerTag.customer_id, CustomerTag.tag)
        .where(CustomerTag.customer_id.in_(wanted))
        .order_by(CustomerTag.created_at, CustomerTag.id)
    ):
        tags.setdefault(customer_id, []).append(tag)
    back = returned_whole(session, wanted)
    found = session.execute(_ROWS.where(Customer.id.in_(wanted))).mappings()
    rows = [
        CustomerRow(
            **values | {"birth_date": partial_date(values["birth_date"])},
            kept=KeptPurchases(
                count=values["purchase_count"] - back.get(values["id"], _NONE).count,
                total=values["purchase_total"] - back.get(values["id"], _NONE).total,
            ),
            tags=tuple(tags.get(values["id"], ())),
        )
        for values in map(dict[str, Any], found)
    ]
    return in_order(wanted, rows)


def customer_row(session: Session, customer_id: UUID | None) -> CustomerRow | None:
    """Return the row of one customer; None for nobody, or if they are not there any more."""
    rows = customer_rows(session, [customer_id]) if customer_id is not None else []
    return rows[0] if rows else None


def find_customer(session: Session, code: str) -> UUID | None:
    """Return the living customer with this code."""
    return session.scalar(
        select(Customer.id).where(Customer.code == code, Customer.deleted_at.is_(None)).limit(1)
    )


def partial_date(stored: str) -> PartialDate | None:
    """Return a stored birthday or anniversary; None if there is none."""
    return PartialDate.from_stored(stored) if stored else None


_ROWS: Final = select(
    Customer.id,
    Customer.code,
    CUSTOMER_NAME.label("name"),
    Customer.kind,
    CustomerIndex.phone,
    Customer.email,
    Customer.province,
    Customer.city,
    Customer.birth_date,
    Customer.acquisition_channel,
    CustomerIndex.purchase_count,
    CustomerIndex.purchase_total,
    CustomerIndex.last_purchase_on,
    _OPEN_COMPLAINTS.label("open_complaints"),
    Customer.created_at,
).join(CustomerIndex, CustomerIndex.customer_id == Customer.id)

# What no index holds in its order is sorted on the spot: two seconds for a million.
_OF_CUSTOMER: Final[dict[str, tuple[ColumnElement[Any], ...]]] = {
    # Codes are numbers for the most part, so 9 comes before 10.
    "code": (func.length(Customer.code), Customer.code.expression),
    "kind": (Customer.kind.expression,),
    "email": (Customer.email.expression,),
    "province": (func.ecrm_sort_key(Customer.province),),
    "acquisition_channel": (Customer.acquisition_channel.expression,),
    "open_complaints": (_OPEN_COMPLAINTS,),
    "created_at": (Customer.created_at.expression,),
}
_ORDERS: Final[dict[str, tuple[ColumnElement[Any], ...]]] = {
    **_OF_CUSTOMER,
    "name": (CustomerIndex.sort_name.expression,),
    "phone": (CustomerIndex.phone.expression,),
    "city": (CustomerIndex.sort_city.expression, CustomerIndex.sort_name.expression),
    "birth_date": (CustomerIndex.birthday.expression,),
    "purchase_count": (CustomerIndex.purchase_count.expression,),
    "purchase_total": (CustomerIndex.purchase_total.expression,),
    "last_purchase_on": (CustomerIndex.last_purchase_on.expression,),
}


def _passes(filter_: CustomerFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filter_.text.strip():
        conditions.append(or_(False, *(_holds(terms) for terms in readings(filter_.text))))
    if filter_.city is not None:
        conditions.append(CustomerIndex.sort_city == sort_key(filter_.city))
    if filter_.birthday_month is not None:
        month = f"{filter_.birthday_month:02}"
        conditions.append(CustomerIndex.birthday.between(f"{month}-01", f"{month}-31"))
    if filter_.no_purchase_since is not None:
        conditions.append(CustomerIndex.last_purchase_on < filter_.no_purchase_since)
    if filter_.kind is not None:
        of_kind = select(Customer.id).where(Customer.kind == filter_.kind)
        conditions.append(CustomerIndex.customer_id.in_(of_kind))
    if filter_.has_open_complaint:
        complaining = select(Complaint.customer_id).where(
            Complaint.status.in_(OPEN_STATUSES), Complaint.deleted_at.is_(None)
        )
        conditions.append(CustomerIndex.customer_id.in_(complaining))
    if filter_.tag:
        tagged = select(CustomerTag.customer_id).where(CustomerTag.tag == filter_.tag)
        conditions.append(CustomerIndex.customer_id.in_(tagged))
    elif filter_.tag is not None:
        has_tag = exists().where(CustomerTag.customer_id == CustomerIndex.customer_id)
        conditions.append(~has_tag)
    return conditions


def _holds(terms: Sequence[Term]) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = []
    if long := match_long(terms):
        matching = select(_FULL_TEXT.c.rowid).where(_FULL_TEXT.c.customer_fts.op("MATCH")(long))
        conditions.append(CustomerIndex.number.in_(matching))
    for term in terms:
        if term.is_short:
            haystacks = (CustomerIndex.words, CustomerIndex.digits)
            inside = [func.instr(one, text) > 0 for one in haystacks for text in term.spellings]
            conditions.append(or_(*inside))
    return and_(*conditions)
