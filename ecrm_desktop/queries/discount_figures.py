"""What purchases with a discount and those without came to."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from ecrm_desktop.values.figure_numbers import WITH_DISCOUNT

_OF_ALL: Final = f"""
SELECT count(*), coalesce(sum(net), 0),
    coalesce(sum(flags & {WITH_DISCOUNT} <> 0), 0),
    coalesce(sum(iif(flags & {WITH_DISCOUNT} <> 0, net, 0)), 0)
FROM purchase_figures WHERE day BETWEEN :first AND :last
"""
# Of people who did both: the difference over the mean of both, which no rich buyer outweighs.
_WITHIN: Final = f"""
SELECT count(*), coalesce(sum(d), 0), coalesce(sum(d * d), 0) FROM (
    SELECT (reduced - full) * 2.0 / (reduced + full) AS d FROM (
        SELECT avg(iif(flags & {WITH_DISCOUNT} <> 0, net, NULL)) AS reduced,
            avg(iif(flags & {WITH_DISCOUNT} = 0, net, NULL)) AS full
        FROM purchase_figures WHERE day BETWEEN :first AND :last AND net > 0 GROUP BY customer)
    WHERE reduced IS NOT NULL AND full IS NOT NULL)
"""
_FIRST: Final = f"""
SELECT p.flags & {WITH_DISCOUNT} <> 0, count(*), coalesce(sum(EXISTS (
    SELECT 1 FROM purchase_figures n WHERE n.customer = c.number
        AND n.day > c.first AND n.day <= c.first + :days)), 0)
FROM customer_figures c
JOIN purchase_figures p ON p.customer = c.number AND p.day = c.first AND p.sequence = 1
WHERE c.first BETWEEN :first AND :last GROUP BY 1
"""
_GIVEN: Final = """
SELECT coalesce(sum(discount), 0) + coalesce(sum(on_lines), 0) FROM (
    SELECT p.discount, (SELECT sum(discount) FROM purchase_lines WHERE purchase_id = p.id
        ) AS on_lines
    FROM purchases p WHERE p.deleted_at IS NULL AND p.customer_id IS NOT NULL
        AND p.purchased_on BETWEEN date(:first + 1721424.5) AND date(:last + 1721424.5))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountSums:
    """Purchases of customers in some days; money in minor units.

    Of `both` people who bought with and without a discount, `differences` is the sum of by which
    part the former are larger, and `squares` that of their squares.
    """

    purchases: int
    money: int
    discounted: int
    discounted_money: int
    both: int
    differences: float
    squares: float


def discount_sums(session: Session, first: int, last: int) -> DiscountSums:
    """Return the sums of purchases between two days (ordinals)."""
    days = {"first": first, "last": last}
    purchases, money, discounted, discounted_money = session.execute(text(_OF_ALL), days).one()
    both, differences, squares = session.execute(text(_WITHIN), days).one()
    return DiscountSums(
        purchases=purchases,
        money=money,
        discounted=discounted,
        discounted_money=discounted_money,
        both=both,
        differences=float(differences),
        squares=float(squares),
    )


def first_purchases(
    session: Session, first: int, last: int, days: int
) -> dict[bool, tuple[int, int]]:
    """Return of those who first bought with a discount (True), and without, how many came again.

    The first number is how many they are; they began between two days, and came again within
    `days`.
    """
    rows = session.execute(text(_FIRST), {"first": first, "last": last, "days": days})
    return {bool(with_discount): (people, again) for with_discount, people, again in rows}


def discounts_given(session: Session, first: int, last: int) -> int:
    """Return the money that customers were let off between two days, on purchases and on lines."""
    return int(session.scalar(text(_GIVEN), {"first": first, "last": last}) or 0)
