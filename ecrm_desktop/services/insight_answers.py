"""What was reckoned of the whole shop, stored beside the figures."""

from datetime import UTC, datetime

from ecrm_desktop.models.insight_answers import InsightAnswer
from ecrm_desktop.storage.database import Database


def store_answer(database: Database, name: str, answer: str) -> None:
    """Put an answer in the place of the one of its name.

    Anybody may, since no record changes. Raises DatabaseError as `Database.transaction` does.
    """
    with database.transaction(captured=False) as session:
        session.merge(InsightAnswer(name=name, computed_at=datetime.now(UTC), answer=answer))
