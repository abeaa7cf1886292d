"""The PCs of a shop, as far as a file knows of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import ChangeGroup
from ecrm_desktop.models.sync import Device, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """A PC under one identity.

    `changed_at` is the hour of the last change that came from it, `is_this` the PC at hand, whose
    changes have no origin.
    """

    id: UUID
    name: str
    is_this: bool
    changed_at: datetime | None


def known_devices(session: Session) -> list[DeviceRow]:
    """Return the PCs, this one first, then by their last change."""
    mine = session.scalar(select(Link.device_id))
    groups = select(ChangeGroup.origin, func.max(ChangeGroup.at)).group_by(ChangeGroup.origin)
    changed: dict[UUID | None, datetime] = {one[0]: one[1] for one in session.execute(groups)}
    rows = [
        DeviceRow(
            id=one.id,
            name=one.name,
            is_this=one.id == mine,
            changed_at=changed.get(None if one.id == mine else one.id),
        )
        for one in session.execute(select(Device.id, Device.name).order_by(Device.id))
    ]
    return sorted(rows, key=lambda one: (not one.is_this, -_seconds(one.changed_at)))


def pc_names(session: Session) -> dict[UUID | None, str]:
    """Return what PCs are called by the origin of their changes, None for those of this PC.

    What the server itself made is nobody's; {} where the shop is on one PC alone.
    """
    mine = session.scalar(select(Link.device_id))
    if mine is None:
        return {}
    names: dict[UUID | None, str] = {
        one.id: one.name for one in session.execute(select(Device.id, Device.name))
    }
    return names | {None: names.get(mine, "")}


def _seconds(at: datetime | None) -> float:
    return 0.0 if at is None else at.timestamp()
