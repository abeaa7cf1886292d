"""What rounds of syncing did, and why some failed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import Problem
from ecrm_desktop.models.sync import LoggedRound


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """A round that did something, or several `rounds` in a row that failed in the same way."""

    id: UUID
    began_at: datetime
    ended_at: datetime
    rounds: int
    sent: int
    received: int
    trouble: Problem | None


def logged_rounds(session: Session, *, only_failed: bool = False) -> list[RoundRow]:
    """Return the rounds that are written down, the newest first."""
    statement = select(LoggedRound).order_by(LoggedRound.id.desc())
    if only_failed:
        statement = statement.where(LoggedRound.trouble.is_not(None))
    return [
        RoundRow(
            id=UUID(int=one.id),
            began_at=one.began_at,
            ended_at=one.ended_at,
            rounds=one.rounds,
            sent=one.sent,
            received=one.received,
            trouble=_problem(one.trouble),
        )
        for one in session.scalars(statement)
    ]


def _problem(word: str | None) -> Problem | None:
    if word is None:
        return None
    # A newer program may have written another word.
    return Problem(word) if word in set(Problem) else Problem.SYNC_FAILED
