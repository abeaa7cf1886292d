"""The beginning of syncing: this PC gets an identity and knows whom to sync with."""

from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import Change, synced_tables
from ecrm_desktop.models.sync import Device, Link

_BEGINNING: Final = frozenset({"shop", "users", "devices"})
"""The tables that a file has records in before anybody worked with it."""


def has_data(session: Session) -> bool:
    """Return whether a file has more than what every new shop begins with."""
    return any(
        session.connection().exec_driver_sql(f"SELECT 1 FROM {table.name} LIMIT 1").first()
        for table in synced_tables()
        if table.name not in _BEGINNING
    )


def join(
    session: Session, address: str, shop_id: UUID, name: str, device_id: UUID | None = None
) -> UUID:
    """Let this file sync with a shop's server from now on; return this PC's identity there.

    All that it holds is offered to the server in the first round, and then what the server has
    comes in.
    """
    device_id = device_id or uuid4()
    last = session.scalar(select(func.max(Change.number))) or 0
    session.add(
        Link(
            id=1,
            address=address,
            shop_id=shop_id,
            device_id=device_id,
            sent=last,
            repaired=last,
            offering=0,
            filling="",
        )
    )
    session.add(Device(id=device_id, name=name))
    session.flush()
    return device_id
