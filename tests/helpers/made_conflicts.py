"""Conflicts as the server makes them, without one."""

import json
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.models.sync import Conflict, Device

AT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


def make_device(session: Session, name: str) -> UUID:
    """Add a PC of the shop."""
    device = Device(name=name)
    session.add(device)
    session.flush()
    return device.id


def make_conflict(
    session: Session,
    table: str,
    record_id: UUID,
    unit: str,
    lost: object,
    *,
    lost_by: tuple[UUID | None, UUID | None] = (None, None),
    won_by: tuple[UUID | None, UUID | None] = (None, None),
) -> UUID:
    """Add a conflict; authors are a user and a PC each, `lost` as it travels."""
    conflict = Conflict(
        table_name=table,
        record_id=record_id,
        unit=unit,
        lost=json.dumps(lost),
        lost_user_id=lost_by[0],
        lost_device=lost_by[1],
        lost_at=AT,
        won_user_id=won_by[0],
        won_device=won_by[1],
        won_at=AT,
        settled_at=None,
    )
    session.add(conflict)
    session.flush()
    return conflict.id
