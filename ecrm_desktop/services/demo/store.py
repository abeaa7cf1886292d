"""Filling tables without the work that each row would otherwise make."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from ecrm_desktop.models import figure_triggers
from ecrm_desktop.models.customer_index import REBUILD, TRIGGERS
from ecrm_desktop.models.figure_lines import BEGIN_ANEW

_CACHE_KIB = 400_000


@contextmanager
def without_indexes(connection: Connection) -> Iterator[None]:
    """Fill tables without keeping the indexes, and make them all anew at the end.

    All within the caller's transaction: killed half way, the file is as it was before.
    """
    [cache] = connection.exec_driver_sql("PRAGMA cache_size").one()
    indexes: list[tuple[str, str]] = [
        (row.name, row.sql)
        for row in connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        )
    ]
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        triggers = {**TRIGGERS, **figure_triggers.TRIGGERS}
        for name in triggers:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for name, _ in indexes:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        yield
        made = (*(sql for _, sql in indexes), *REBUILD, *BEGIN_ANEW, *triggers.values())
        for statement in made:
            connection.exec_driver_sql(statement)
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {cache}")
