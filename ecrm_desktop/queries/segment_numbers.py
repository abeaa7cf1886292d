"""Those whom a rule means, as a condition on the lines of the customers' index."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import column, text
from sqlalchemy.orm import Session

from ecrm_desktop.queries.segment_sql import Query, segment_query


def numbers(query: Query) -> Any:
    """Return a query of rules as one that a condition can look in."""
    return text(query.sql).bindparams(**query.values).columns(column("number"))


def segment_numbers(session: Session, segment_id: UUID, today: date) -> Any:
    """Return the same of a segment or preset; raises as `segment_sql.rule_query`."""
    return numbers(segment_query(session, segment_id, today))
