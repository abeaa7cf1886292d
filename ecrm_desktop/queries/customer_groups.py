"""Sums over groups of customers, as their figures are: high and low, by channel, by referrer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

_GROUPS: Final = """
SELECT total >= ?1 AS is_high, count(*) AS people, sum(purchases) AS purchases,
    sum(visits) AS visits, sum(total) AS total, sum(discounted) AS discounted,
    sum(referrer <> 0) AS came_by_referral, sum(referred_buyers) AS referred_buyers,
    sum(lines_money) AS lines_money, sum(top_brand_money) AS top_brand_money,
    sum(returns) AS returns,
    coalesce(sum(iif(visits > 1, last - first, 0)), 0) AS span,
    coalesce(sum(iif(visits > 1, visits - 1, 0)), 0) AS steps
FROM customer_figures WHERE purchases > 0 GROUP BY 1
"""
_BRANDS: Final = """
SELECT total >= ?1, top_brand, count(*), sum(top_brand_money) FROM customer_figures
WHERE purchases > 0 AND top_brand > 0 GROUP BY 1, 2
"""
_ACQUISITIONS: Final = """
SELECT total >= ?1, acquisition, count(*) FROM customer_figures WHERE purchases > 0 GROUP BY 1, 2
"""
_CHANNELS: Final = """
SELECT f.acquisition, count(*), sum(f.purchases > 0), sum(f.visits > 1), sum(f.total),
    sum(coalesce(s.value, 0))
FROM customer_figures f LEFT JOIN customer_scores s ON s.number = f.number GROUP BY 1
"""
_REFERRERS: Final = """
SELECT i.customer_id, f.referred_buyers, f.referred_money, f.total
FROM customer_figures f JOIN customer_index i ON i.number = f.number
WHERE f.referred_buyers > 0 ORDER BY f.referred_money DESC, f.number LIMIT ?
"""
_ALL_REFERRERS: Final = """
SELECT count(*), coalesce(sum(referred_buyers), 0), coalesce(sum(referred_money), 0)
FROM customer_figures WHERE referred_buyers > 0
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSums:
    """Sums over a group of customers who bought; money in minor units, `span` in days.

    `span` is from the first to the last visit of each, and `steps` the visits after the first.
    """

    people: int
    purchases: int
    visits: int
    total: int
    discounted: int
    came_by_referral: int
    referred_buyers: int
    lines_money: int
    top_brand_money: int
    returns: int
    span: int
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSums:
    """Customers by the number of their acquisition channel; `expected` is the next year's money."""

    channel: int
    people: int
    buyers: int
    came_again: int
    total: int
    expected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferrerSums:
    """A customer who brought others: how many of these bought and for how much; their own money."""

    customer_id: UUID
    buyers: int
    money: int
    own_money: int


def high_and_low_sums(session: Session, least: int) -> dict[bool, GroupSums]:
    """Return the sums of those who brought `least` or more (True), and of the other buyers."""
    rows = session.connection().exec_driver_sql(_GROUPS, (least,)).mappings()
    return {
        bool(row["is_high"]): GroupSums(**{key: row[key] for key in row if key != "is_high"})
        for row in rows
    }


def favourite_brands(session: Session, least: int) -> list[tuple[bool, int, int, int]]:
    """Return for high and low buyers and each favourite brand: how many, and money spent on it."""
    return [(bool(one[0]), one[1], one[2], one[3]) for one in _run(session, _BRANDS, least)]


def acquisitions(session: Session, least: int) -> list[tuple[bool, int, int]]:
    """Return for high and low buyers and each acquisition channel how many came by it."""
    return [(bool(one[0]), one[1], one[2]) for one in _run(session, _ACQUISITIONS, least)]


def channel_sums(session: Session) -> Sequence[ChannelSums]:
    """Return the sums of each acquisition channel; what is expected as it was last scored."""
    return [
        ChannelSums(
            channel=channel,
            people=people,
            buyers=buyers,
            came_again=again,
            total=total,
            expected=expected,
        )
        for channel, people, buyers, again, total, expected in _run(session, _CHANNELS)
    ]


def referrer_sums(session: Session, limit: int) -> Sequence[ReferrerSums]:
    """Return who brought customers who bought, those with the most money first."""
    return [
        ReferrerSums(customer_id=UUID(bytes=customer_id), buyers=buyers, money=money, own_money=own)
        for customer_id, buyers, money, own in _run(session, _REFERRERS, limit)
    ]


def all_referrers(session: Session) -> tuple[int, int, int]:
    """Return how many brought others, how many of these bought, and for how much."""
    [(referrers, buyers, money)] = _run(session, _ALL_REFERRERS)
    return referrers, buyers, money


def _run(session: Session, statement: str, *values: object) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in session.connection().exec_driver_sql(statement, values)]
