"""Every interaction with a customer, through every channel."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import SoftDeleted, enum_column, reference
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome


class Interaction(SoftDeleted):
    """One call, visit or message; `duration` in seconds, `user_id` who spoke for the shop.

    `customer_id` is empty for a caller nobody knows yet; `phone` then has the number.
    `source_key` tells an import which row of a file this came from.
    """

    __tablename__ = "interactions"
    __table_args__ = (
        Index("ix_interactions_customer_id_occurred_at", "customer_id", "occurred_at"),
        # All the list of every interaction reads, so that it never touches the table.
        Index("ix_interactions_occurred_at", "occurred_at", "id", "deleted_at"),
    )

    customer_id: Mapped[UUID | None] = reference("customers", index=False)
    channel: Mapped[Channel] = enum_column(Channel, Channel.CALL)
    direction: Mapped[Direction] = enum_column(Direction, Direction.INCOMING)
    answered: Mapped[bool] = mapped_column(default=True)
    occurred_at: Mapped[datetime]
    duration: Mapped[int | None]
    user_id: Mapped[UUID | None] = reference("users", index=False)
    phone: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    outcome: Mapped[InteractionOutcome | None] = enum_column(InteractionOutcome)
    source_key: Mapped[str | None] = mapped_column(index=True, default=None)
