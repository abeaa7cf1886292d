"""The products: lists, the picker's look-ups, and what was sold of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.queries.line_shares import share_differences
from ecrm_desktop.queries.lists import Sort, collect_ids, in_order
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.text import clean, fold, other_keyboard

SuggestedField = Literal["brand", "category", "unit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFilter:
    """Which products are listed; None means all, "" in brand or category means those without.

    `text` is any part of name, brand, category, code or barcode, word by word.
    """

    text: str = ""
    brand: str | None = None
    category: str | None = None
    active: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow:
    """A product of the list; `price` in minor units, `sold` in thousandths, net of returns."""

    id: UUID
    code: str
    barcode: str
    name: str
    brand: str
    category: str
    unit: str
    price: int
    active: bool
    sold: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductDetail(ProductRow):
    """A product with its sales; `revenue` is what was paid for it less what was refunded.

    Its lines have their shares of discounts and taxes of whole purchases, as in the reports.
    """

    purchases: int
    returned: int
    revenue: int
    last_sold_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductChoice:
    """A product as the picker offers it."""

    id: UUID
    name: str
    code: str
    barcode: str
    brand: str
    unit: str
    price: int


_COLUMNS = (
    Product.id,
    Product.code,
    Product.barcode,
    Product.name,
    Product.brand,
    Product.category,
    Product.unit,
    Product.price,
    Product.active,
)
_CHOICE = (
    Product.id,
    Product.name,
    Product.code,
    Product.barcode,
    Product.brand,
    Product.unit,
    Product.price,
)
_SUGGESTED: dict[SuggestedField, InstrumentedAttribute[str]] = {
    "brand": Product.brand,
    "category": Product.category,
    "unit": Product.unit,
}


def list_products(session: Session, filter_: ProductFilter, sort: Sort) -> IdList:
    """Return the ids of the products that pass, sorted by a field of `ProductRow`."""
    statement = select(Product.id).where(_passes(session, filter_))
    key: ColumnElement[str] | ColumnElement[int]
    if sort.key == "sold":
        statement, key = _by_sold(statement)
    elif sort.key in {"name", "brand", "category", "unit"}:
        key = func.ecrm_sort_key(getattr(Product, sort.key))
    else:
        key = getattr(Product, sort.key)
    order = key.desc() if sort.descending else key.asc()
    statement = statement.order_by(order, Product.name_folded, Product.id)
    return collect_ids(session, statement, Product.id)


def product_rows(session: Session, ids: Sequence[UUID]) -> list[ProductRow]:
    """Return the rows of some products, in the order of `ids`."""
    wanted = list(ids)
    sold = _sold(session, wanted)
    found = session.execute(select(*_COLUMNS).where(Product.id.in_(wanted))).mappings()
    return in_order(wanted, [ProductRow(**row, sold=sold.get(row["id"], 0)) for row in found])


def product_detail(session: Session, product_id: UUID) -> ProductDetail:
    """Return one product with its sales; InvalidInput RECORD_MISSING."""
    found = session.execute(
        select(*_COLUMNS).where(Product.id == product_id, Product.deleted_at.is_(None))
    ).mappings()
    product = found.one_or_none()
    if product is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    lines = session.execute(
        select(
            func.count(Purchase.id.distinct()),
            func.coalesce(func.sum(PurchaseLine.quantity), 0),
            func.coalesce(func.sum(PurchaseLine.total), 0),
            func.max(Purchase.purchased_on),
        )
        .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
        .where(PurchaseLine.product_id == product_id, Purchase.deleted_at.is_(None))
    ).one()
    returned = session.execute(
        select(
            func.coalesce(func.sum(ReturnLine.quantity), 0),
            func.coalesce(func.sum(ReturnLine.amount), 0),
        )
        .join(Return, Return.id == ReturnLine.return_id)
        .join(PurchaseLine, PurchaseLine.id == ReturnLine.purchase_line_id)
        .where(PurchaseLine.product_id == product_id, Return.deleted_at.is_(None))
    ).one()
    its_purchases = select(PurchaseLine.purchase_id).where(PurchaseLine.product_id == product_id)
    differences = share_differences(
        session,
        Purchase.id.in_(its_purchases),
        Purchase.deleted_at.is_(None),
        product_id=product_id,
    )
    return ProductDetail(
        **product,
        purchases=lines[0],
        sold=lines[1] - returned[0],
        revenue=lines[2] + sum(more for *_, more in differences) - returned[1],
        last_sold_on=lines[3],
        returned=returned[0],
    )


def find_by_code(session: Session, text: str) -> ProductChoice | None:
    """Return the product whose barcode or code is exactly what was scanned or typed.

    A scanner types keys, so the Persian layout turns its digits and letters into others; both
    readings are tried, and letters in either case. The barcode wins over the code. A product that
    is not offered any more is found too, since somebody holds it in their hands.
    """
    typed = to_latin_digits(clean(text))
    readings = {typed, to_latin_digits(other_keyboard(typed) or "")} - {""}
    codes = {form for one in readings for form in (one, one.upper(), one.lower())}
    if not codes:
        return None
    statement = (
        select(*_CHOICE)
        .where(or_(Product.barcode.in_(codes), Product.code.in_(codes)))
        .where(Product.deleted_at.is_(None))
        .order_by(Product.barcode.in_(codes).desc(), Product.active.desc())
        .limit(1)
    )
    return next(iter(_choices(session, statement)), None)


def product_choice(session: Session, product_id: UUID) -> ProductChoice | None:
    """Return one product as the picker offers it, None if there is none."""
    statement = select(*_CHOICE).where(Product.id == product_id, Product.deleted_at.is_(None))
    return next(iter(_choices(session, statement)), None)


def find_products(session: Session, text: str, *, limit: int = 20) -> list[ProductChoice]:
    """Return active products for the picker: all words anywhere in name, brand, code or category.

    Exact codes come first, then names that begin with the text, then by name.
    """
    folded = fold(text)
    if not folded:
        return []
    exact = or_(Product.barcode == folded, Product.code == folded)
    begins = Product.name_folded.startswith(folded, autoescape=True)
    statement = (
        select(*_CHOICE)
        .where(_passes(session, ProductFilter(text=text, active=True)))
        .order_by(case((exact, 0), (begins, 1), else_=2), Product.name_folded, Product.id)
        .limit(limit)
    )
    return _choices(session, statement)


def product_suggestions(session: Session, field: SuggestedField) -> list[str]:
    """Return the different brands, categories or units in use, in alphabetical order."""
    column = _SUGGESTED[field]
    statement = (
        select(column)
        .where(Product.deleted_at.is_(None), column != "")
        .group_by(column)
        .order_by(func.ecrm_sort_key(column))
    )
    return list(session.scalars(statement))


def _choices(session: Session, statement: Select[*tuple[Any, ...]]) -> list[ProductChoice]:
    return [ProductChoice(**row) for row in session.execute(statement).mappings()]


def _passes(session: Session, filter_: ProductFilter) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [Product.deleted_at.is_(None)]
    if filter_.brand is not None:
        conditions.append(Product.brand == filter_.brand)
    if filter_.category is not None:
        conditions.append(Product.category == filter_.category)
    if filter_.active is not None:
        conditions.append(Product.active.is_(filter_.active))
    if folded := fold(filter_.text):
        readings = {folded, fold(other_keyboard(filter_.text.strip()) or "")} - {""}
        conditions.append(or_(*(_has_words(session, reading) for reading in sorted(readings))))
    return and_(*conditions)


def _has_words(session: Session, folded: str) -> ColumnElement[bool]:
    compact = func.replace(Product.name_folded, " ", "")
    # Folding a few brands here is cheaper than calling Python for every product.
    folded_brands = {text: fold(text) for text in product_suggestions(session, "brand")}
    folded_categories = {text: fold(text) for text in product_suggestions(session, "category")}
    return and_(
        *(
            or_(
                compact.contains(word, autoescape=True),
                Product.code.contains(word, autoescape=True),
                Product.barcode.contains(word, autoescape=True),
                Product.brand.in_([text for text, form in folded_brands.items() if word in form]),
                Product.category.in_(
                    [text for text, form in folded_categories.items() if word in form]
                ),
            )
            for word in folded.split()
        )
    )


# Sold is what all lines say, less those of purchases in the bin and what came back: the first
# comes from one index alone, and the others are few.
_LINES = select(PurchaseLine.product_id, func.sum(PurchaseLine.quantity).label("quantity"))
_OF_ALL = _LINES.where(PurchaseLine.product_id.is_not(None))
_OF_BINNED = _LINES.where(
    PurchaseLine.purchase_id.in_(
        # Written as a range, which an index serves; IS NOT NULL is not.
        select(Purchase.id).where(Purchase.deletion_id > literal_column("x''"))
    )
)
_OF_RETURNED = (
    select(PurchaseLine.product_id, func.sum(ReturnLine.quantity).label("quantity"))
    .select_from(Return)
    .join(ReturnLine, ReturnLine.return_id == Return.id)
    .join(PurchaseLine, PurchaseLine.id == ReturnLine.purchase_line_id)
    .where(Return.deleted_at.is_(None))
)


def _sold(session: Session, product_ids: list[UUID]) -> dict[UUID | None, int]:
    sold: dict[UUID | None, int] = {}
    for part, sign in ((_OF_ALL, 1), (_OF_BINNED, -1), (_OF_RETURNED, -1)):
        statement = part.where(PurchaseLine.product_id.in_(product_ids)).group_by(
            PurchaseLine.product_id
        )
        for product_id, quantity in session.execute(statement):
            sold[product_id] = sold.get(product_id, 0) + sign * quantity
    return sold


def _by_sold(statement: Select[UUID]) -> tuple[Select[UUID], ColumnElement[int]]:
    """Return the statement joined to what was sold of each product, and that quantity."""
    sold: ColumnElement[int] = literal(0)
    for part, sign in ((_OF_ALL, 1), (_OF_BINNED, -1), (_OF_RETURNED, -1)):
        sums = part.group_by(PurchaseLine.product_id).subquery()
        statement = statement.outerjoin(sums, sums.c.product_id == Product.id)
        sold += sign * func.coalesce(sums.c.quantity, 0)
    return statement, sold
