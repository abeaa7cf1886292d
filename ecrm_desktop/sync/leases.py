"""Numbers that people see, taken from the server in blocks before they are needed."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.sync import NumberLease
from ecrm_desktop.values.jalali import to_jalali

_USUAL: Final = 100
_MOST: Final = 10_000
_ELSEWHERE: Final = 1_000
"""More than a handful of PCs have at hand, and little enough for a number on a card."""

_STANDING: Final = """SELECT n.value,
    ifnull((SELECT sum(last - next + 1) FROM number_leases WHERE name = n.value), 0),
    ifnull((SELECT last FROM counters WHERE name = n.value), 0),
    ifnull((SELECT last FROM counters WHERE name = n.value || '@' || l.device_number), 0)
    FROM json_each(?) AS n CROSS JOIN sync_link AS l"""
"""Of names: how many numbers are left, the last used, and how many this PC gave out of its own."""


def missing_leases(session: Session, today: date) -> Iterator[tuple[str, int, int]]:
    """Yield under which names numbers are running out, how many to ask for, and the last used.

    Whoever ran out of them before asks for as many as were missing then.
    """
    rows = session.connection().exec_driver_sql(_STANDING, (json.dumps(_names(today)),))
    for name, left, last, beyond in rows:
        count = min(max(_USUAL, beyond), _MOST)
        if left < count // 2:
            yield name, count, last


def numbers_elsewhere(session: Session, today: date) -> Iterator[tuple[str, int, int]]:
    """Yield, as `missing_leases`, what nobody may get from a server that the shop moves to.

    The former one gave numbers to PCs that still are there, and nobody can ask it.
    """
    for name in _names(today):
        yield name, _ELSEWHERE, last_used(session, name)


def _names(today: date) -> tuple[str, ...]:
    return "customer", "purchase", f"complaint-{to_jalali(today)[0]}"


def blocks_for(session: Session, needed: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    """Yield what to ask for, as `missing_leases`, so that so many numbers are here."""
    for name, count in needed.items():
        missing = count - left_of(session, name)
        while missing > 0:
            yield name, min(max(missing, _USUAL), _MOST), last_used(session, name)
            missing -= _MOST


def left_of(session: Session, name: str) -> int:
    """Return how many numbers under a name are left of what was leased."""
    left = select(func.sum(NumberLease.last - NumberLease.next + 1)).where(NumberLease.name == name)
    return session.scalar(left) or 0


def last_used(session: Session, name: str) -> int:
    """Return the last number under a name that is known to be used."""
    return session.scalar(select(Counter.last).where(Counter.name == name)) or 0


def store_lease(session: Session, name: str, first: int, last: int) -> None:
    """Keep a block of numbers for this PC, and forget those that were used up."""
    used_up = select(NumberLease).where(
        NumberLease.name == name, NumberLease.next > NumberLease.last
    )
    for old in session.scalars(used_up):
        session.delete(old)
    session.add(NumberLease(name=name, last=last, next=first))
