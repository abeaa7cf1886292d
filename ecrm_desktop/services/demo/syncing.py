"""A sample shop made to look as if it were on several PCs, without any server."""

import json
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.models.sync import Conflict, Device, Link, LoggedRound, RefusedGroup
from ecrm_desktop.models.users import User
from ecrm_desktop.values.ids import new_id


class SyncScene(StrEnum):
    """How syncing goes in the sample shop."""

    SYNCED = "synced"
    OFFLINE = "offline"
    CONFLICTS = "conflicts"


_WAITING: Final = 3
_NAMES: Final = ("صندوق", "دفتر", "انبار")


def pretend_syncing(session: Session, address: str, scene: SyncScene) -> None:
    """Let the sample shop be on three PCs; `address` is the server's, as a link keeps it.

    Not to be captured. Called again it changes the scene and the server.
    """
    now = utc_now()
    link = session.scalar(select(Link))
    if link is None:
        link = _join(session, address, now)
    numbers = session.scalars(
        select(func.max(Change.number)).group_by(Change.group_number).order_by(Change.group_number)
    ).all()
    is_offline = scene is SyncScene.OFFLINE
    waiting = _WAITING if is_offline else 0
    link.sent = numbers[-1 - waiting] if len(numbers) > waiting else 0
    link.address = address
    link.synced_at = now - timedelta(minutes=130 if is_offline else 2)
    link.failing_since = now - timedelta(minutes=128) if is_offline else None
    link.trouble = Problem.SYNC_UNREACHABLE.value if is_offline else None
    session.execute(delete(Conflict))
    session.execute(delete(RefusedGroup))
    if scene is SyncScene.CONFLICTS:
        _lose(session, now)
        last = session.scalar(select(func.max(ChangeGroup.number)))
        session.add(RefusedGroup(group_number=last, reason="unknown_record"))


def _join(session: Session, address: str, now: datetime) -> Link:
    devices = [Device(name=name) for name in _NAMES]
    session.add_all(devices)
    link = Link(
        id=1,
        address=address,
        shop_id=session.scalars(select(Shop.id)).one(),
        device_id=devices[0].id,
        device_number=1,
        epoch=new_id(),
    )
    session.add(link)
    for minutes, rounds, sent, received, trouble in (
        (2_900, 1, 0, 1_204, None),
        (1_500, 1, 7, 3, None),
        (1_460, 12, 0, 0, Problem.SYNC_UNREACHABLE),
        (1_400, 1, 9, 14, None),
        (600, 1, 0, 0, Problem.SYNC_SERVER_FULL),
        (120, 1, 2, 0, None),
        (2, 1, 1, 5, None),
    ):
        began = now - timedelta(minutes=minutes)
        session.add(
            LoggedRound(
                began_at=began,
                ended_at=began + timedelta(minutes=rounds * 3),
                rounds=rounds,
                sent=sent,
                received=received,
                trouble=None if trouble is None else trouble.value,
            )
        )
    session.flush()
    return link


def _lose(session: Session, now: datetime) -> None:
    people = session.scalars(select(User.id).order_by(User.id).limit(2)).all()
    devices = session.scalars(select(Device.id).order_by(Device.id)).all()
    living = Customer.deleted_at.is_(None), Customer.merged_into_id.is_(None)
    customers = session.scalars(
        select(Customer).where(*living, Customer.first_name != "").order_by(Customer.id).limit(3)
    ).all()
    authors: dict[str, Any] = {
        "lost_user_id": people[0],
        "lost_device": devices[1],
        "lost_at": now - timedelta(minutes=95),
        "won_user_id": people[-1],
        "won_device": devices[0],
        "won_at": now - timedelta(minutes=40),
    }
    for customer, unit, lost in (
        (customers[0], "job", "معلم"),
        (customers[0], "city", "" if customers[0].city else "یزد"),
        (customers[1], "notes", "عصرها تماس بگیرید؛ صبح‌ها جواب نمی‌دهد."),
        (customers[2], "", None),
    ):
        _conflict(session, customer.id, unit, lost, authors)


def _conflict(
    session: Session, record: UUID, unit: str, lost: str | None, authors: dict[str, Any]
) -> None:
    session.add(
        Conflict(
            table_name=Customer.__tablename__,
            record_id=record,
            unit=unit,
            lost=json.dumps(lost or None),
            settled_at=None,
            **authors,
        )
    )
