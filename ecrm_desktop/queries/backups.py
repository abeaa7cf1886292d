"""What decides whether a shop needs a backup."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import Change
from ecrm_desktop.models.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupNeed:
    """`change` grows with every change of the shop's records; `since` is when the shop began."""

    change: int
    since: datetime | None


def backup_need(session: Session) -> BackupNeed:
    """Return how far the shop's records have come."""
    return BackupNeed(
        change=session.scalar(select(func.max(Change.number))) or 0,
        since=session.scalar(select(func.min(Shop.created_at))),
    )
