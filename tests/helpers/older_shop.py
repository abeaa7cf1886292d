"""Files as earlier versions of the program made them."""

from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from ecrm_desktop.migrations import run_migrations
from ecrm_desktop.storage.database import APPLICATION_ID, connect


def make_older_shop(path: Path, revision: str, *statements: str) -> None:
    """Make an empty shop file with the tables of a revision, and run statements in it."""
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=StaticPool)
    event.listen(engine, "begin", lambda one: one.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        run_migrations(connection, revision)
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
