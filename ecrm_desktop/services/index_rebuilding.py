"""Indexes made anew from their tables, where nothing but an index is wrong."""

from collections.abc import Collection
from typing import Any

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.models.customer_figures import FIGURE_TABLES
from ecrm_desktop.services.customer_figures import begin_figures_anew
from ecrm_desktop.storage.database import Session
from ecrm_desktop.storage.soundness import wrong_in_pages, wrong_in_table

_FULL_TEXT = "customer_fts"


def rebuild_indexes(session: Session, indexes: Collection[str]) -> None:
    """Make indexes, or the full text, anew from what their tables say; no record changes.

    Figures of customers are dropped where one of their own indexes was wrong, and made when they
    are needed. Anybody may: nothing can be lost. Takes some seconds for 200,000 customers. Raises
    DatabaseError DATABASE_DAMAGED where something is wrong even then; nothing was changed if so.
    """
    connection: Any = session.connection().connection.driver_connection
    tables = _tables(connection, indexes)
    try:
        for table in tables:
            connection.execute(f'REINDEX "{table}"')
        if not FIGURE_TABLES.isdisjoint(tables):
            begin_figures_anew(session)
        if _FULL_TEXT in indexes:
            connection.execute(f"INSERT INTO {_FULL_TEXT} ({_FULL_TEXT}) VALUES ('rebuild')")
    except driver.IntegrityError as error:  # the table has twice what may be there once
        raise DatabaseError(Problem.DATABASE_DAMAGED) from error
    # Emptying an index that was damaged itself may have set free what others have in use.
    is_wrong = wrong_in_pages(connection) or any(
        wrong_in_table(connection, table, thoroughly=True) for table in tables
    )
    if is_wrong:
        raise DatabaseError(Problem.DATABASE_DAMAGED)


def _tables(connection: Any, indexes: Collection[str]) -> list[str]:
    found = connection.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'")
    return sorted({table for name, table in found.fetchall() if name in indexes})
