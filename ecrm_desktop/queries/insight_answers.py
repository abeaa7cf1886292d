"""What was reckoned of the whole shop last."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.insight_answers import InsightAnswer


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """A document and when (UTC) it was made."""

    answer: str
    computed_at: datetime


def stored_answer(session: Session, name: str) -> StoredAnswer | None:
    """Return an answer by its name."""
    statement = select(InsightAnswer.answer, InsightAnswer.computed_at).where(
        InsightAnswer.name == name
    )
    row = session.execute(statement).one_or_none()
    return None if row is None else StoredAnswer(row.answer, row.computed_at)
