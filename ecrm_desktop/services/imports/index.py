"""The search index of customers, brought up to date for many at once instead of row by row."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from ecrm_desktop.models.customer_index import REFRESH, REFRESH_FIGURES, ROW_BY_ROW, TRIGGERS
from ecrm_desktop.values.batches import batched

_AT_ONCE = 5_000
# Rows of a file are all over the indexes; more would break the promise about memory.
_CACHE_KIB = 48_000


class PostponedIndex:
    """Remembers whose figures changed; lines of changed customers are made anew when asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.buyers: set[bytes] = set()
        """Customers whose purchases changed."""

    def refresh(self, customers: Iterable[bytes]) -> None:
        """Make the lines of these customers anew; the bin's have none."""
        self._run(REFRESH, customers, lambda: None)

    def refresh_figures(self, report_progress: Callable[[], None]) -> None:
        """Count the purchases of all `buyers` anew."""
        self._run(REFRESH_FIGURES, self.buyers, report_progress)
        self.buyers = set()

    def _run(
        self, statement: str, customers: Iterable[bytes], report_progress: Callable[[], None]
    ) -> None:
        for some in batched(customers, _AT_ONCE):
            report_progress()
            self._connection.exec_driver_sql(statement, (json.dumps([one.hex() for one in some]),))


@contextmanager
def postponed_index(connection: Connection) -> Iterator[PostponedIndex]:
    """Spare the triggers that keep the index row by row; whoever writes refreshes it.

    All within the caller's transaction: if that ends half way, the triggers never were away. The
    capture of changes is left alone.
    """
    [cache] = connection.exec_driver_sql("PRAGMA cache_size").one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        for name in ROW_BY_ROW:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        yield PostponedIndex(connection)
        for name in ROW_BY_ROW:
            connection.exec_driver_sql(TRIGGERS[name])
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {cache}")
