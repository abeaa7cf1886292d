"""Tags put on many customers at once, and taken off again."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.customers import Customer, CustomerTag
from ecrm_desktop.services.customer_parts import part_id
from ecrm_desktop.services.records import line_of
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.text import fold_compact

_AT_ONCE: Final = 500


def tag_customers(session: Session, customer_ids: Iterable[UUID], tag: str) -> list[UUID]:
    """Put a tag on customers; return those who did not have it, in any spelling.

    Customers in the bin are passed over. Raises InvalidInput TEXT_EMPTY, and those of `clean`, at
    `tag`.
    """
    word = line_of(tag, "tag", required=True)
    table: Any = CustomerTag.__table__
    now = utc_now()
    made: list[UUID] = []
    for some in _blocks(customer_ids):
        there = session.scalars(
            select(Customer.id).where(Customer.id.in_(some), Customer.deleted_at.is_(None))
        ).all()
        tags = session.execute(
            select(CustomerTag.customer_id, CustomerTag.tag).where(
                CustomerTag.customer_id.in_(some)
            )
        )
        have = {one.customer_id for one in tags if fold_compact(one.tag) == fold_compact(word)}
        new = [one for one in there if one not in have]
        ids = {one: part_id(one, CustomerTag.__tablename__, (word,)) for one in new}
        # It may have gone to somebody else in a merge.
        taken = set(session.scalars(select(CustomerTag.id).where(CustomerTag.id.in_(ids.values()))))
        if new:
            session.connection().execute(
                insert(table),
                [
                    {
                        "id": new_id() if ids[one] in taken else ids[one],
                        "customer_id": one,
                        "tag": word,
                        "created_at": now,
                        "updated_at": now,
                    }
                    for one in new
                ],
            )
        made += new
    return made


def untag_customers(session: Session, customer_ids: Sequence[UUID], tag: str) -> None:
    """Take a tag off customers, in this very spelling."""
    for some in _blocks(customer_ids):
        session.execute(
            delete(CustomerTag).where(CustomerTag.customer_id.in_(some), CustomerTag.tag == tag)
        )


def _blocks(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    left = iter(ids)
    while block := list(islice(left, _AT_ONCE)):
        yield block
