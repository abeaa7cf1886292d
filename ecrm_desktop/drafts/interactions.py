"""What a form or a file says about an interaction."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpDraft:
    """A task to be made from an interaction; an empty `title` takes the interaction's subject."""

    due_on: date
    due_time: time | None = None
    assignee_id: UUID | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionDraft:
    """One interaction; `duration` in seconds. `phone` for a caller who is no customer yet."""

    customer_id: UUID | None = None
    channel: Channel = Channel.CALL
    direction: Direction = Direction.INCOMING
    answered: bool = True
    occurred_at: datetime
    duration: int | None = None
    user_id: UUID | None = None
    phone: Phone | None = None
    subject: str = ""
    text: str = ""
    outcome: InteractionOutcome | None = None
    follow_up: FollowUpDraft | None = None
