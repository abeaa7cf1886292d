"""How many interactions a period had through each channel."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.values.statuses import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelFigures:
    """Interactions of one channel; `seconds` is how long they took, where it is known."""

    channel: Channel
    interactions: int
    missed: int
    seconds: int


def interactions_by_channel(
    session: Session, since: datetime | None, until: datetime | None
) -> list[ChannelFigures]:
    """Return the figures of interactions from `since` to before `until`, busiest channel first."""
    statement = (
        select(
            Interaction.channel,
            func.count().label("interactions"),
            func.count().filter(~Interaction.answered).label("missed"),
            func.coalesce(func.sum(Interaction.duration), 0).label("seconds"),
        )
        .where(Interaction.deleted_at.is_(None))
        .group_by(Interaction.channel)
        .order_by(func.count().desc(), Interaction.channel)
    )
    if since is not None:
        statement = statement.where(Interaction.occurred_at >= since)
    if until is not None:
        statement = statement.where(Interaction.occurred_at < until)
    return [ChannelFigures(**row) for row in session.execute(statement).mappings()]
