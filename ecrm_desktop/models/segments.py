"""Groups of customers by a rule, who was put in or left out by hand, and who came and went."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base, SoftDeleted, Synced, enum_column, reference
from ecrm_desktop.values.statuses import SegmentCrossing


class Segment(SoftDeleted):
    """A group of customers; `rule` is the JSON of `values.segment_writing`.

    `purpose` is what the shop has it for. Presets become records when they are changed, under an
    id that every PC gives them (`text.segment_presets`).
    """

    __tablename__ = "segments"

    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    rule: Mapped[str]


class SegmentPin(Synced):
    """A customer who is in a segment, or is not, whatever its rule says; the id is of both."""

    __tablename__ = "segment_pins"

    segment_id: Mapped[UUID] = reference("segments")
    customer_id: Mapped[UUID] = reference("customers")
    is_in: Mapped[bool]
    reason: Mapped[str] = mapped_column(default="")


class SegmentMember(Base):
    """A customer who was in a segment when it was last looked at here; local to this PC.

    `since` is the shop's day on which that was first so; `times` how often they have entered.
    Whoever left stays, with `is_in` false, so that coming back is told from coming.
    """

    __tablename__ = "segment_members"
    __table_args__ = (
        Index("ix_segment_members_customer_id", "customer_id"),
        {"sqlite_with_rowid": False},
    )

    segment_id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(primary_key=True)
    is_in: Mapped[bool]
    since: Mapped[date]
    times: Mapped[int]


class SegmentEvent(Base):
    """A customer entered a segment or left it, as this PC saw it; local to it.

    `is_again` tells an entry after the first one. Whoever was in it when it was first looked at
    never entered.
    """

    __tablename__ = "segment_events"
    __table_args__ = (
        Index("ix_segment_events_segment_id_at", "segment_id", "at"),
        Index("ix_segment_events_customer_id", "customer_id"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    segment_id: Mapped[UUID]
    customer_id: Mapped[UUID]
    crossing: Mapped[SegmentCrossing] = enum_column(SegmentCrossing)
    is_again: Mapped[bool]
    at: Mapped[datetime]


class SegmentSize(Base):
    """How many were in a segment on a day, and what they had bought; local to this PC.

    `worth` is net of returns in minor units. `rule` tells a size from that of another rule: the
    SHA-256 of all that decides who is in, in hex.
    """

    __tablename__ = "segment_sizes"
    __table_args__ = ({"sqlite_with_rowid": False},)

    segment_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    members: Mapped[int]
    worth: Mapped[int]
    rule: Mapped[str]


WATCHED: Final = frozenset(one.__tablename__ for one in (SegmentMember, SegmentEvent, SegmentSize))
"""What this PC saw of the segments: nothing captures, packs or salvages it."""
