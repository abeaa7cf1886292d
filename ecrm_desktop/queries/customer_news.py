"""Who of some customers has been heard of since something was reckoned about them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.values.batches import batched

_AT_ONCE = 500


class News(NamedTuple):
    """The last purchase, and the last interaction (UTC); None where there was none."""

    last_purchase_on: date | None
    last_contact_at: datetime | None


def customer_news(session: Session, customer_ids: Iterable[UUID]) -> dict[UUID, News]:
    """Return the news of each customer who is still there."""
    last_contact = (
        select(func.max(Interaction.occurred_at))
        .where(
            Interaction.customer_id == CustomerIndex.customer_id, Interaction.deleted_at.is_(None)
        )
        .scalar_subquery()
    )
    found = {}
    for some in batched(customer_ids, _AT_ONCE):
        statement = select(
            CustomerIndex.customer_id, CustomerIndex.last_purchase_on, last_contact.label("at")
        ).where(CustomerIndex.customer_id.in_(some))
        for row in session.execute(statement):
            found[row.customer_id] = News(row.last_purchase_on, row.at)
    return found
