"""What the shop sold in a period, net of returns, and by what it can be told apart."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import SQLCoreOperations

from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.line_shares import LINE_WORDS, share_differences
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.period import Month, Period, months_of


class SalesBy(StrEnum):
    """What sales are told apart by."""

    MONTH = "month"
    PRODUCT = "product"
    BRAND = "brand"
    CATEGORY = "category"
    SELLER = "seller"
    CITY = "city"


OF_LINES = frozenset({SalesBy.PRODUCT, SalesBy.BRAND, SalesBy.CATEGORY})
"""What belongs to the lines of purchases, not to whole purchases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesTotal:
    """Sales of a period; `sold` and `refunded` in minor units.

    A purchase counts on the day it was made, a return on the day it came back.
    """

    purchases: int = 0
    sold: int = 0
    returns: int = 0
    refunded: int = 0

    @property
    def net(self) -> int:
        """What was sold less what was given back."""
        return self.sold - self.refunded


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesRow(SalesTotal):
    """Sales of one product, seller, city …; `name` is "" where the records do not say.

    Of products, brands and categories the `quantity` is known (thousandths, net of returns) and
    the numbers of purchases and returns are 0; of sellers and cities it is the other way round.
    """

    name: str
    code: str = ""
    quantity: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """Sales told apart, best first; the rows and `shipping` together make `total`.

    Shipping belongs to no product; it is 0 where the rows count whole purchases.
    """

    rows: Sequence[SalesRow]
    shipping: int = 0
    total: SalesTotal


def sales_total(session: Session, period: Period) -> SalesTotal:
    """Return what was sold and given back in a period."""
    purchases, sold = session.execute(
        select(func.count(), _sum(Purchase.total)).where(_bought(period))
    ).one()
    returns, refunded = session.execute(
        select(func.count(), _sum(Return.total)).where(_returned(period))
    ).one()
    return SalesTotal(purchases=purchases, sold=sold, returns=returns, refunded=refunded)


def sales_by_month(session: Session, months: Iterable[Month]) -> list[SalesTotal]:
    """Return the sales of each month, or of the part of it that `months` has."""
    return [sales_total(session, month.days) for month in months]


def days_of_sales(session: Session) -> Period | None:
    """Return the days from the first purchase to the last; None if there is none."""
    active = Purchase.deleted_at.is_(None)
    # Two statements: SQLite goes straight to one end of an index, but not to both at once.
    first = session.scalar(select(func.min(Purchase.purchased_on)).where(active))
    last = session.scalar(select(func.max(Purchase.purchased_on)).where(active))
    return Period(first, last) if first and last else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSum:
    """Sums of all lines of one product, or of the same words where there is no product.

    `sold` is what customers paid for them: with their shares of discounts and taxes of purchases.
    """

    product_id: UUID | None
    title: str
    quantity: int
    sold: int
    refunded: int

    def plus(self, other: "LineSum") -> "LineSum":
        """Return the sums of both, which are of the same product or words."""
        return LineSum(
            product_id=self.product_id,
            title=self.title,
            quantity=self.quantity + other.quantity,
            sold=self.sold + other.sold,
            refunded=self.refunded + other.refunded,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldLines:
    """What the lines of a period sum up to, to be grouped by anything that products have."""

    lines: Sequence[LineSum]
    shipping: int
    total: SalesTotal


def sales_by(session: Session, by: SalesBy, period: Period) -> Breakdown:
    """Return sales told apart by anything but the month, which `sales_by_month` does."""
    if by is SalesBy.MONTH:
        raise ValueError(by)
    if by in OF_LINES:
        return grouped_lines(session, sold_lines(session, period), by)
    rows = _by_seller(session, period) if by is SalesBy.SELLER else _by_city(session, period)
    return Breakdown(rows=_ranked(rows), total=sales_total(session, period))


def sold_lines(session: Session, period: Period) -> SoldLines:
    """Return the sums from which `grouped_lines` makes any of `OF_LINES`: the costly part."""
    found: dict[tuple[UUID | None, str], LineSum] = {}
    months = list(months_of(period, "gregorian"))
    # In parts, because SQLite sorts what it groups in memory: three million lines at once would
    # take 150 MB. Few purchases have a discount of their own, so theirs are read year by year.
    years = [Period(some[0].days.first, some[-1].days.last) for some in batched(months, 12)]
    for line in chain(
        *(_line_sums(session, month.days) for month in months),
        *(_differences(session, year) for year in years),
    ):
        key = (line.product_id, line.title)
        found[key] = line.plus(found[key]) if key in found else line
    return SoldLines(
        lines=list(found.values()),
        shipping=session.scalars(select(_sum(Purchase.shipping)).where(_bought(period))).one(),
        total=sales_total(session, period),
    )


def _line_sums(session: Session, period: Period) -> Iterator[LineSum]:
    group = (PurchaseLine.product_id, LINE_WORDS)
    bought = (
        select(*group, _sum(PurchaseLine.quantity), _sum(PurchaseLine.total))
        .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
        .where(_bought(period))
        .group_by(*group)
    )
    for product_id, words, quantity, sold in session.execute(bought):
        yield LineSum(product_id=product_id, title=words, quantity=quantity, sold=sold, refunded=0)
    returned = (
        select(*group, _sum(ReturnLine.quantity), _sum(ReturnLine.amount))
        .select_from(Return)
        .join(ReturnLine, ReturnLine.return_id == Return.id)
        .join(PurchaseLine, PurchaseLine.id == ReturnLine.purchase_line_id)
        .where(_returned(period))
        .group_by(*group)
    )
    for product_id, words, back, refunded in session.execute(returned):
        yield LineSum(product_id=product_id, title=words, quantity=-back, sold=0, refunded=refunded)


def _differences(session: Session, period: Period) -> Iterator[LineSum]:
    for product_id, words, more in share_differences(session, _bought(period)):
        yield LineSum(product_id=product_id, title=words, quantity=0, sold=more, refunded=0)


def grouped_lines(session: Session, sold: SoldLines, by: SalesBy) -> Breakdown:
    """Return the lines grouped by one of `OF_LINES`."""
    group_of = _grouping(session, by)
    found: dict[Any, _Group] = {}
    for line in sold.lines:
        key, name, code = group_of(line.product_id, line.title)
        group = found.setdefault(key, _Group(name, code))
        group.quantity += line.quantity
        group.sold += line.sold
        group.refunded += line.refunded
    rows = [
        SalesRow(
            name=group.name,
            code=group.code,
            quantity=group.quantity,
            sold=group.sold,
            refunded=group.refunded,
        )
        for group in found.values()
    ]
    return Breakdown(rows=_ranked(rows), shipping=sold.shipping, total=sold.total)


def _bought(period: Period) -> ColumnElement[bool]:
    return and_(
        Purchase.purchased_on.between(period.first, period.last), Purchase.deleted_at.is_(None)
    )


def _returned(period: Period) -> ColumnElement[bool]:
    return and_(Return.returned_on.between(period.first, period.last), Return.deleted_at.is_(None))


def _sum(column: SQLCoreOperations[int]) -> ColumnElement[int]:
    return func.coalesce(func.sum(column), 0)


def _by_seller(session: Session, period: Period) -> list[SalesRow]:
    seller = Purchase.seller_id
    bought = select(seller, func.count(), _sum(Purchase.total)).where(_bought(period))
    returned = (
        select(seller, func.count(), _sum(Return.total))
        .join(Purchase, Purchase.id == Return.purchase_id)
        .where(_returned(period))
    )
    names = dict(session.execute(select(User.id, User.name)).all())
    return _whole_purchases(session, bought.group_by(seller), returned.group_by(seller), names)


def _by_city(session: Session, period: Period) -> list[SalesRow]:
    # Each customer is looked up once, not once for each purchase, and in the order of the table.
    customer = Purchase.customer_id
    bought = select(customer, func.count().label("number"), _sum(Purchase.total).label("amount"))
    returned = (
        select(customer, func.count().label("number"), _sum(Return.total).label("amount"))
        .select_from(Return)
        .join(Purchase, Purchase.id == Return.purchase_id)
    )
    sums = (
        bought.where(_bought(period)).group_by(customer).subquery(),
        returned.where(_returned(period)).group_by(customer).subquery(),
    )
    city = func.coalesce(Customer.city, "")
    by_city = [
        select(city, func.sum(each.c.number), func.sum(each.c.amount))
        .select_from(each)
        .outerjoin(Customer, Customer.id == each.c.customer_id)
        .group_by(city)
        for each in sums
    ]
    return _whole_purchases(session, by_city[0], by_city[1])


def _whole_purchases(
    session: Session, bought: Any, returned: Any, names: Mapping[Any, str] | None = None
) -> list[SalesRow]:
    """Join the two statements' (key, number, sum); without `names` the key is the name."""
    sold = {key: (number, total) for key, number, total in session.execute(bought)}
    back = {key: (number, total) for key, number, total in session.execute(returned)}
    rows = []
    for key in sold.keys() | back.keys():
        purchases, gross = sold.get(key, (0, 0))
        returns, refunded = back.get(key, (0, 0))
        rows.append(
            SalesRow(
                name=key if names is None else names.get(key, ""),
                purchases=purchases,
                sold=gross,
                returns=returns,
                refunded=refunded,
            )
        )
    return rows


@dataclass(slots=True)
class _Group:
    """Sums of the lines of one product, brand or category."""

    name: str
    code: str
    quantity: int = 0
    sold: int = 0
    refunded: int = 0


def _grouping(session: Session, by: SalesBy) -> Callable[[UUID | None, str], tuple[Any, str, str]]:
    """Return what gives a line's key, name and code, from its product or else its title."""
    if by is SalesBy.PRODUCT:
        products: dict[UUID | None, tuple[Any, str, str]] = {
            one: (one, name, code)
            for one, name, code in session.execute(select(Product.id, Product.name, Product.code))
        }
        return lambda product_id, title: products.get(product_id, (title, title, ""))
    column = Product.brand if by is SalesBy.BRAND else Product.category
    groups: dict[UUID | None, tuple[Any, str, str]] = {
        one: (name, name, "") for one, name in session.execute(select(Product.id, column))
    }
    return lambda product_id, _title: groups.get(product_id, ("", "", ""))


def _ranked(rows: list[SalesRow]) -> list[SalesRow]:
    return sorted(rows, key=lambda row: (-row.net, row.name))
