"""What analyses read of customers and sales: plain rows of whole numbers, by the million."""

from collections.abc import Iterator, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.customer_figures import (
    CustomerFigure,
    CustomerScore,
    PurchaseFigure,
)
from ecrm_desktop.models.customer_index import CustomerIndex

Rows = list[tuple[int, ...]]

_AT_ONCE: Final = 50_000

# All customers are above 0; without that SQLite takes the index by day, and sorts.
_VISITS = """
SELECT customer, day, sum(net) FROM purchase_figures WHERE customer > 0
GROUP BY customer, day ORDER BY customer, day
"""
_CUSTOMERS = "SELECT number, acquisition, created FROM customer_figures ORDER BY number"


def count_purchases(session: Session) -> int:
    """Return how many rows `visit_rows` has at most."""
    return session.scalar(select(func.count()).select_from(PurchaseFigure)) or 0


def visit_rows(session: Session) -> Iterator[Rows]:
    """Yield customer, day and net money of each day with purchases, some at a time, in order."""
    return blocks(session, _VISITS)


def customer_lines(session: Session) -> Iterator[Rows]:
    """Yield number, acquisition channel and day of entry of each customer, some at a time."""
    return blocks(session, _CUSTOMERS)


def customer_ids(session: Session, numbers: Sequence[int]) -> dict[int, UUID]:
    """Return the ids of customers by their numbers."""
    found = select(CustomerIndex.number, CustomerIndex.customer_id).where(
        CustomerIndex.number.in_(numbers)
    )
    return {row.number: row.customer_id for row in session.execute(found)}


def scored_on(session: Session) -> int | None:
    """Return the day (ordinal) when customers were scored last, None if they never were."""
    return session.scalar(select(func.max(CustomerScore.scored_on)))


def customers_with_figures(session: Session) -> int:
    """Return how many customers there are figures of."""
    return session.scalar(select(func.count()).select_from(CustomerFigure)) or 0


def blocks(session: Session, statement: str, *values: object) -> Iterator[Rows]:
    """Yield the rows of a SELECT of whole numbers, some at a time."""
    # The driver's own rows: making SQLAlchemy's of three million takes as long as reading them.
    cursor: Any = session.connection().exec_driver_sql(statement, values).cursor
    while rows := cursor.fetchmany(_AT_ONCE):
        yield rows
