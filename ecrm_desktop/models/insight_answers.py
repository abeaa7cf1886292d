"""What was reckoned of the whole shop last, so that a page shows it at once."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base


class InsightAnswer(Base):
    """One page's answer as JSON; local to this PC, and no person's data but ids are in it."""

    __tablename__ = "insight_answers"

    name: Mapped[str] = mapped_column(primary_key=True)
    computed_at: Mapped[datetime]
    answer: Mapped[str]
