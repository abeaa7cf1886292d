"""The purchases: the list with its sums, and one purchase with its lines and returns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    case,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.kept_purchases import KeptPurchases, kept_purchases
from ecrm_desktop.queries.lists import Sort, collect_ids, in_order
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.queries.returns import Returned, ReturnRow, returned_by_line, returns_of
from ecrm_desktop.queries.search_terms import match_inside, readings
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.statuses import PaymentMethod, PurchaseChannel
from ecrm_desktop.values.text import fold
from ecrm_desktop.values.totals import paid_shares

_SHOWN_TITLES: Final = 3
_MATCHING: Final = text("SELECT rowid FROM customer_fts WHERE customer_fts MATCH :words")


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseFilter:
    """Which purchases are listed; None means all.

    `first_day` and `last_day` are both included. `text` is the beginning of a number, or any part
    of the customer's name, phone or code.
    """

    first_day: date | None = None
    last_day: date | None = None
    customer_id: UUID | None = None
    seller_id: UUID | None = None
    channel: PurchaseChannel | None = None
    payment_method: PaymentMethod | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseRow:
    """A purchase of the list: its number of lines, the titles of the first, what came back."""

    id: UUID
    number: str
    purchased_on: date
    purchased_at: datetime
    customer_id: UUID | None
    customer_name: str
    channel: PurchaseChannel
    seller_id: UUID | None
    seller_name: str
    item_count: int
    titles: tuple[str, ...]
    total: int
    payment_method: PaymentMethod | None
    returned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseLineRow:
    """One line; quantities in thousandths.

    `share` is what the customer paid for it after the purchase's own discount and tax.
    """

    id: UUID
    product_id: UUID | None
    title: str
    unit: str
    quantity: int
    unit_price: int
    discount: int
    total: int
    share: int
    returned: int
    refunded: int

    @property
    def left(self) -> int:
        """The quantity that can still be returned."""
        return self.quantity - self.returned


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseDetail(PurchaseRow):
    """A purchase with its lines and returns, the latest return first."""

    discount: int
    shipping: int
    tax: int
    note: str
    lines: tuple[PurchaseLineRow, ...]
    returns: tuple[ReturnRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseSums:
    """How many purchases pass a filter, what they cost, and what of them came back since."""

    count: int
    total: int
    returned: int


_COLUMNS: Final = (
    Purchase.id,
    Purchase.number,
    Purchase.purchased_on,
    Purchase.purchased_at,
    Purchase.customer_id,
    CUSTOMER_NAME.label("customer_name"),
    Purchase.channel,
    Purchase.seller_id,
    func.coalesce(User.name, "").label("seller_name"),
    Purchase.total,
    Purchase.payment_method,
)


def list_purchases(session: Session, filter_: PurchaseFilter, sort: Sort) -> IdList:
    """Return the ids of the purchases that pass, sorted by a field of `PurchaseRow`."""
    statement = select(Purchase.id).where(*_passes(filter_))
    keys: list[SQLColumnExpression[Any]]
    if sort.key == "customer_name":
        statement = statement.outerjoin(
            CustomerIndex, CustomerIndex.customer_id == Purchase.customer_id
        )
        keys = [func.coalesce(CustomerIndex.sort_name, "")]
    elif sort.key == "seller_name":
        # Few sellers, many purchases: their order is worked out once.
        sellers = session.scalars(select(User.id).order_by(func.ecrm_sort_key(User.name)))
        places = [(Purchase.seller_id == one, place) for place, one in enumerate(sellers)]
        keys = [case(*places, else_=-1)] if places else []
    elif sort.key == "number":
        # A shorter number is the smaller one; text order would put 10 before 9.
        keys = [func.length(Purchase.number), Purchase.number]
    elif sort.key == "item_count":
        keys = [
            select(func.count())
            .where(PurchaseLine.purchase_id == Purchase.id)
            .correlate(Purchase)
            .scalar_subquery()
        ]
    elif sort.key == "returned":
        sums = _returned_sums().subquery()
        statement = statement.outerjoin(sums, sums.c.purchase_id == Purchase.id)
        keys = [func.coalesce(sums.c.returned, 0)]
    elif sort.key == "purchased_on":
        keys = []
    else:
        keys = [getattr(Purchase, sort.key)]
    keys += [Purchase.purchased_on, Purchase.purchased_at, Purchase.id]
    statement = statement.order_by(*(key.desc() if sort.descending else key.asc() for key in keys))
    return collect_ids(session, statement, Purchase.id)


def purchase_rows(session: Session, ids: Sequence[UUID]) -> list[PurchaseRow]:
    """Return the rows of some purchases, in the order of `ids`."""
    wanted = list(ids)
    titles = _titles(session, wanted)
    returned = _returned(session, wanted)
    rows = [
        PurchaseRow(
            **row,
            item_count=len(titles.get(row["id"], ())),
            titles=tuple(titles.get(row["id"], ())[:_SHOWN_TITLES]),
            returned=returned.get(row["id"], 0),
        )
        for row in session.execute(_joined(*_COLUMNS).where(Purchase.id.in_(wanted))).mappings()
    ]
    return in_order(wanted, rows)


def purchase_sums(session: Session, filter_: PurchaseFilter) -> PurchaseSums:
    """Return the sums of the purchases that pass."""
    conditions = _passes(filter_)
    count, total = session.execute(
        select(func.count(), func.coalesce(func.sum(Purchase.total), 0)).where(*conditions)
    ).one()
    returned = session.scalar(
        select(func.coalesce(func.sum(Return.total), 0))
        .join(Purchase, Purchase.id == Return.purchase_id)
        .where(Return.deleted_at.is_(None), *conditions)
    )
    return PurchaseSums(count=count, total=total, returned=returned or 0)


def purchases_kept(session: Session, filter_: PurchaseFilter) -> KeptPurchases:
    """Return the kept ones of the purchases that pass."""
    return kept_purchases(session, *_passes(filter_))


def purchase_detail(session: Session, purchase_id: UUID) -> PurchaseDetail:
    """Return one purchase with all that belongs to it; InvalidInput RECORD_MISSING."""
    statement = _joined(
        *_COLUMNS, Purchase.discount, Purchase.shipping, Purchase.tax, Purchase.note
    ).where(Purchase.id == purchase_id, Purchase.deleted_at.is_(None))
    found = session.execute(statement).mappings().one_or_none()
    if found is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    lines = _lines(session, purchase_id, found["discount"], found["tax"])
    returns = returns_of(session, purchase_id)
    return PurchaseDetail(
        **found,
        item_count=len(lines),
        titles=tuple(line.title for line in lines[:_SHOWN_TITLES]),
        returned=sum(one.total for one in returns),
        lines=lines,
        returns=returns,
    )


def _passes(filter_: PurchaseFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [Purchase.deleted_at.is_(None)]
    if filter_.first_day is not None:
        conditions.append(Purchase.purchased_on >= filter_.first_day)
    if filter_.last_day is not None:
        conditions.append(Purchase.purchased_on <= filter_.last_day)
    if filter_.customer_id is not None:
        conditions.append(Purchase.customer_id == filter_.customer_id)
    if filter_.seller_id is not None:
        conditions.append(Purchase.seller_id == filter_.seller_id)
    if filter_.channel is not None:
        conditions.append(Purchase.channel == filter_.channel)
    if filter_.payment_method is not None:
        conditions.append(Purchase.payment_method == filter_.payment_method)
    if fold(filter_.text):
        conditions.append(_says(filter_.text))
    return conditions


def _says(text_: str) -> ColumnElement[bool]:
    number = fold(text_)
    # Written as a range, which an index serves; LIKE is not.
    begins = (Purchase.number >= number) & (Purchase.number < number + chr(0x10FFFF))
    words = " OR ".join(f"({match_inside(terms)})" for terms in readings(text_))
    if not words:
        return begins
    matching = _MATCHING.bindparams(words=words).columns(CustomerIndex.number)
    customers = select(CustomerIndex.customer_id).where(CustomerIndex.number.in_(matching))
    return or_(begins, Purchase.customer_id.in_(customers))


def _joined(*columns: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .outerjoin(Customer, Customer.id == Purchase.customer_id)
        .outerjoin(User, User.id == Purchase.seller_id)
    )


def _titles(session: Session, ids: list[UUID]) -> dict[UUID, list[str]]:
    titles: dict[UUID, list[str]] = {}
    statement = (
        select(PurchaseLine.purchase_id, PurchaseLine.title)
        .where(PurchaseLine.purchase_id.in_(ids))
        .order_by(PurchaseLine.purchase_id, PurchaseLine.position)
    )
    for purchase_id, title in session.execute(statement):
        titles.setdefault(purchase_id, []).append(title)
    return titles


def _returned_sums() -> Select[UUID, int]:
    return (
        select(Return.purchase_id, func.sum(Return.total).label("returned"))
        .where(Return.deleted_at.is_(None))
        .group_by(Return.purchase_id)
    )


def _returned(session: Session, ids: list[UUID]) -> dict[UUID, int]:
    found = session.execute(_returned_sums().where(Return.purchase_id.in_(ids)))
    return {row.purchase_id: row.returned for row in found}


def _lines(
    session: Session, purchase_id: UUID, discount: int, tax: int
) -> tuple[PurchaseLineRow, ...]:
    found = (
        session.execute(
            select(
                PurchaseLine.id,
                PurchaseLine.product_id,
                PurchaseLine.title,
                func.coalesce(Product.unit, "").label("unit"),
                PurchaseLine.quantity,
                PurchaseLine.unit_price,
                PurchaseLine.discount,
                PurchaseLine.total,
            )
            .outerjoin(Product, Product.id == PurchaseLine.product_id)
            .where(PurchaseLine.purchase_id == purchase_id)
            .order_by(PurchaseLine.position)
        )
        .mappings()
        .all()
    )
    shares = paid_shares([row["total"] for row in found], discount, tax)
    back = returned_by_line(session, purchase_id)
    lines = []
    for row, share in zip(found, shares, strict=True):
        returned = back.get(row["id"], Returned())
        lines.append(
            PurchaseLineRow(
                **row, share=share, returned=returned.quantity, refunded=returned.amount
            )
        )
    return tuple(lines)
