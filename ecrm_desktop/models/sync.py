"""What syncing keeps: which PCs there are, what lost against what, and how far this one is."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base, Synced


class Device(Synced):
    """One PC of the shop under the identity that its changes carry as their origin.

    A PC whose file was restored, salvaged or copied goes on under a new one.
    """

    __tablename__ = "devices"

    name: Mapped[str]


class Conflict(Synced):
    """A value that lost against another one, neither of whose authors had seen the other's.

    Made by the server alone. `lost` is the value as JSON, of the fields that `unit` names; an empty
    `unit` says that one deleted the record and the other one edited it, and the edit stayed.
    Nothing here is a reference: what it is about may be gone.
    """

    __tablename__ = "conflicts"

    table_name: Mapped[str]
    record_id: Mapped[UUID] = mapped_column(index=True)
    unit: Mapped[str]
    lost: Mapped[str]
    lost_user_id: Mapped[UUID | None]
    lost_device: Mapped[UUID | None]
    lost_at: Mapped[datetime | None]
    won_user_id: Mapped[UUID | None]
    won_device: Mapped[UUID | None]
    won_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]


class Link(Base):
    """The one row that says with whom this PC syncs, and how far it is; none: with nobody.

    `cursor` is the server's revision up to which this file holds everything. Of the changes made
    here those up to the number `sent` are at the server; those of others go together with the rest
    up to `repaired`. `batch` is the number of the batch that was frozen last, `frozen` its last
    change, until it is answered.
    `previous_id` is the identity that it went on from, until the server knows of that. What the
    server may have forgotten after the revision `offering` is to be offered to it: everything
    after 0, nothing where it is empty. The last round ended at `synced_at`; since `failing_since`
    none did, because of `trouble`. Secrets are in the keyring.

    While the server's records come in as they are, `filling` is the table that is on its way (empty
    before the first one) and `filled_to` the last id of it that is here. They are not captured, so
    up to the revision `filled_at`, from which the file goes on, nothing but them says what was.
    """

    __tablename__ = "sync_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str]
    shop_id: Mapped[UUID]
    device_id: Mapped[UUID]
    previous_id: Mapped[UUID | None]
    device_number: Mapped[int | None]
    epoch: Mapped[UUID | None]
    cursor: Mapped[int] = mapped_column(default=0)
    sent: Mapped[int] = mapped_column(default=0)
    repaired: Mapped[int] = mapped_column(default=0)
    batch: Mapped[int] = mapped_column(default=0)
    frozen: Mapped[int | None]
    offering: Mapped[int | None]
    filling: Mapped[str | None]
    filled_to: Mapped[UUID | None]
    filled_at: Mapped[int | None]
    synced_at: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    trouble: Mapped[str | None]


class UnfinishedGroup(Base):
    """A group of another PC of which a part is still to come."""

    __tablename__ = "unfinished_groups"

    group_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class ForgottenRecord(Base):
    """A record whose history the server and the other PCs are still to forget.

    Of a group of changes, by its uid, the values go that it wrote, wherever they were.
    """

    __tablename__ = "forgotten_records"

    record_id: Mapped[UUID] = mapped_column(primary_key=True)
    table_name: Mapped[str]


class SentPart(Base):
    """Changes from `first` to `last` that the server took up to `revision`, above the cursor.

    Until the cursor is there too, what others did before may still come in.
    """

    __tablename__ = "sent_parts"

    last: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first: Mapped[int]
    revision: Mapped[int]


class RefusedGroup(Base):
    """A group that the server did not take, and why; it stays on this PC alone."""

    __tablename__ = "refused_groups"

    group_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    reason: Mapped[str]


class LoggedRound(Base):
    """A round that sent or received something, or several in a row that failed in the same way.

    `sent` counts actions, `received` operations. Thinned: the oldest go.
    """

    __tablename__ = "sync_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    rounds: Mapped[int] = mapped_column(default=1)
    sent: Mapped[int] = mapped_column(default=0)
    received: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str | None]


class NumberLease(Base):
    """Numbers that the server gave to this PC alone: from `next` to `last`."""

    __tablename__ = "number_leases"

    name: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(primary_key=True)
    next: Mapped[int]


class UnknownValue(Base):
    """What a newer program wrote and this one has no column for, as JSON, until it has one."""

    __tablename__ = "unknown_values"

    table_name: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[UUID] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


LOCAL_TABLES: Final = frozenset(
    one.__tablename__
    for one in (
        Link,
        UnfinishedGroup,
        ForgottenRecord,
        SentPart,
        RefusedGroup,
        LoggedRound,
        NumberLease,
    )
)
"""What this file alone knows of its syncing: another file with the same would be its twin."""
