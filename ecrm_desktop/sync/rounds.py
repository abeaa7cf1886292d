"""Rounds of syncing with whom a file is joined to, and how they went."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import select

from ecrm_desktop.errors import EcrmError, Problem, SyncError
from ecrm_desktop.file_locks import lock_if_free
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.sync import Device, Link, RefusedGroup
from ecrm_desktop.queries.changes import ChangeRow, change_rows, entry_id
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.storage.keyring_secrets import find_password
from ecrm_desktop.sync.address import ServerAddress, parse_address
from ecrm_desktop.sync.connecting import connected
from ecrm_desktop.sync.direct import DirectTransport
from ecrm_desktop.sync.engine import Engine, Round
from ecrm_desktop.sync.outbox import waiting_groups

_LOCK: Final = "-syncing"
"""After the name of a file: one process syncs it at a time, or it would look like two PCs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """With whom a file syncs, and how far it is.

    `failing_since` and `trouble`: since when no round reached its end, and why. `refused` are the
    actions that the server did not take, with its word for why.
    """

    address: ServerAddress
    shop_id: UUID
    device_id: UUID
    device_name: str
    synced_at: datetime | None
    failing_since: datetime | None
    trouble: Problem | None
    waiting: int
    refused: list[tuple[ChangeRow, str]]


def run_round(database: Database) -> Round:
    """Sync a file with its shop's server once; the link says afterwards how it went.

    Raises SyncError SYNC_NOT_JOINED, SYNC_RUNNING, SYNC_PASSWORD_MISSING and those of `connected`,
    and DatabaseError.
    """
    with database.reading() as session:
        link = joined(session)
        name = _device_name(session, link)
    with lock_if_free(Path(f"{database.path}{_LOCK}")) as is_free:
        if not is_free:
            raise SyncError(Problem.SYNC_RUNNING)
        try:
            done = _round(database, link, name)
        except SyncError as error:
            # What is told matters more than that it is written down.
            with suppress(EcrmError):
                _note(database, error.problem)
            raise
        _note(database, None)
    return done


def joined(session: Session) -> Link:
    """Return with whom a file syncs; SyncError SYNC_NOT_JOINED if with nobody."""
    link = session.scalars(select(Link)).first()
    if link is None:
        raise SyncError(Problem.SYNC_NOT_JOINED)
    return link


def sync_state(session: Session) -> SyncState:
    """Return how syncing goes; SYNC_NOT_JOINED."""
    link = joined(session)
    refused = session.execute(
        select(RefusedGroup.group_number, RefusedGroup.reason).order_by(RefusedGroup.group_number)
    ).all()
    rows = {
        row.number: row for row in change_rows(session, [entry_id(number) for number, _ in refused])
    }
    return SyncState(
        address=parse_address(link.address),
        shop_id=link.shop_id,
        device_id=link.device_id,
        device_name=_device_name(session, link),
        synced_at=link.synced_at,
        failing_since=link.failing_since,
        trouble=None if link.trouble is None else Problem(link.trouble),
        waiting=waiting_groups(session, link),
        refused=[(rows[number], reason) for number, reason in refused if number in rows],
    )


def _round(database: Database, link: Link, name: str) -> Round:
    address = parse_address(link.address)
    password = find_password(address.role)
    if password is None:
        raise SyncError(Problem.SYNC_PASSWORD_MISSING)
    with connected(address, password) as connection:
        transport = DirectTransport(connection, link.shop_id)
        return Engine(database, transport, name).run_round()


def _note(database: Database, trouble: Problem | None) -> None:
    now = utc_now()
    with database.transaction(captured=False) as session:
        link = joined(session)
        if trouble is None:
            link.synced_at, link.failing_since, link.trouble = now, None, None
        else:
            link.failing_since = link.failing_since or now
            link.trouble = trouble.value


def _device_name(session: Session, link: Link) -> str:
    return session.scalar(select(Device.name).where(Device.id == link.device_id)) or ""
