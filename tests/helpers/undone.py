"""Work on a database that leaves no trace, for tests with many examples."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session


@contextmanager
def undone(session: Session) -> Iterator[None]:
    """Take back at the end what was done to the session meanwhile."""
    point = session.begin_nested()
    yield
    point.rollback()
    session.expire_all()
