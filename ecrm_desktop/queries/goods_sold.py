"""What analyses read of goods: plain rows of whole numbers by product, and what products are."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.customer_figures import ProductFigure
from ecrm_desktop.models.products import Product
from ecrm_desktop.queries.purchase_history import Rows, blocks
from ecrm_desktop.values.batches import batched

# Sums by seeking each month of each product in the index: sorting millions of lines takes longer.
_BY_MONTH: Final = """
WITH months AS MATERIALIZED (
    SELECT key AS month, value ->> 0 AS first, value ->> 1 AS last FROM json_each(?1))
SELECT * FROM (
    SELECT f.number, m.month,
        (SELECT sum(quantity) FROM sale_figures
            WHERE product = f.number AND day BETWEEN m.first AND m.last) AS quantity,
        (SELECT sum(money) FROM sale_figures
            WHERE product = f.number AND day BETWEEN m.first AND m.last) AS money
    FROM product_figures f CROSS JOIN months m)
WHERE quantity IS NOT NULL
"""
_MOVES: Final = """
SELECT product, min(day), max(day), count(*),
    sum(day BETWEEN ?2 AND ?3), sum(iif(day BETWEEN ?2 AND ?3, money, 0)),
    sum(day BETWEEN ?4 AND ?5), sum(iif(day BETWEEN ?4 AND ?5, money, 0))
FROM sale_figures WHERE product > 0 AND day <= ?1 GROUP BY product
"""
_BASKETS: Final = """
SELECT customer, day, sequence, product FROM sale_figures
WHERE product > 0 AND day BETWEEN ? AND ? AND quantity > 0
ORDER BY customer, day, sequence, product
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldProduct:
    """A product that is there, not in the bin; `brand` and `category` as they were typed."""

    number: int
    id: UUID
    name: str
    brand: str
    category: str
    is_active: bool


def sales_of_months(session: Session, months: Sequence[tuple[int, int]]) -> Iterator[Rows]:
    """Yield product, place of the month, quantity (thousandths) and money, some at a time.

    `months` are their first and last days; only what was sold has a row.
    """
    return blocks(session, _BY_MONTH, json.dumps(months))


def product_moves(
    session: Session, until: int, now: tuple[int, int], before: tuple[int, int]
) -> Iterator[Rows]:
    """Yield product, first and last day of sale, and in how many purchases it was until a day.

    Then in how many of two stretches of days, and for what money in each.
    """
    return blocks(session, _MOVES, until, *now, *before)


def basket_rows(session: Session, first: int, last: int) -> Iterator[Rows]:
    """Yield customer, day, sequence and product of what was bought on some days, in this order."""
    return blocks(session, _BASKETS, first, last)


def sold_products(session: Session, numbers: Iterable[int]) -> dict[int, SoldProduct]:
    """Return the products that `ProductFigure` numbers, but those in the bin."""
    found = {}
    for some in batched(list(numbers), 500):
        statement = (
            select(
                ProductFigure.number,
                Product.id,
                Product.name,
                Product.brand,
                Product.category,
                Product.active.label("is_active"),
            )
            .join(Product, Product.id == ProductFigure.product_id)
            .where(ProductFigure.number.in_(some), Product.deleted_at.is_(None))
        )
        for row in session.execute(statement).mappings():
            found[row["number"]] = SoldProduct(**row)
    return found


def product_groups(session: Session) -> list[tuple[int, int, int]]:
    """Return the number of each product, of its brand's word and of its category's; 0 for none."""
    statement = select(ProductFigure.number, ProductFigure.brand, ProductFigure.category)
    return [(row.number, row.brand, row.category) for row in session.execute(statement)]


def brand_names(session: Session) -> dict[int, str]:
    """Return the brands by the numbers of their words, each as it is typed on one product."""
    return _names(session, "brand")


def category_names(session: Session) -> dict[int, str]:
    """Return the categories by the numbers of their words, each as it is typed on one product."""
    return _names(session, "category")


def _names(session: Session, column: str) -> dict[int, str]:
    word = ProductFigure.__table__.c[column]
    statement = (
        select(word, Product.__table__.c[column])
        .join(Product, Product.id == ProductFigure.product_id)
        .where(word > 0)
        .distinct()
    )
    return {row[0]: row[1] for row in session.execute(statement) if row[1]}
