"""The search index of customers, brought up to date for many at once instead of row by row."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from ecrm_desktop.models.customer_index import (
    FIGURES,
    REFRESH,
    REFRESH_FIGURES,
    ROW_BY_ROW,
    without_triggers,
)
from ecrm_desktop.models.figure_triggers import without_figure_marks
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.ids import to_json

_AT_ONCE = 5_000
# Rows of a file are all over the indexes; more would break the promise about memory.
_CACHE_KIB = 48_000


class PostponedIndex:
    """Remembers whose figures changed; lines of changed customers are made anew when asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.buyers: set[bytes] = set()
        """Customers whose purchases changed."""

    def move(self, connection: Connection) -> None:
        """Go on in a later transaction."""
        self._connection = connection

    def refresh(self, customers: Iterable[bytes]) -> None:
        """Make the lines of these customers anew; the bin's have none."""
        self._run(REFRESH, customers, lambda: None)

    def refresh_figures(self, report_progress: Callable[[], None]) -> None:
        """Count the purchases of all `buyers` anew; `report_progress` is called before some."""
        buyers, self.buyers = self.buyers, set()
        self._run(REFRESH_FIGURES, buyers, report_progress)

    def _run(
        self, statement: str, customers: Iterable[bytes], report_progress: Callable[[], None]
    ) -> None:
        for some in batched(customers, _AT_ONCE):
            report_progress()
            self._connection.exec_driver_sql(statement, (to_json(some),))


@contextmanager
def postponed_index(
    connection: Connection, index: PostponedIndex | None = None
) -> Iterator[PostponedIndex]:
    """Spare the triggers that keep the index row by row; whoever writes refreshes it.

    That marks whose figures are stale, so that what the lines of purchases mark is spared as well.
    All within the caller's transaction: if that ends half way, the triggers never were away. The
    capture of changes is left alone. Work in several transactions goes on with its `index`.
    """
    [cache] = connection.exec_driver_sql("PRAGMA cache_size").one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        with without_triggers(connection, ROW_BY_ROW), without_figure_marks(connection):
            yield index or PostponedIndex(connection)
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {cache}")


@contextmanager
def postponed_figures(connection: Connection) -> Iterator[PostponedIndex]:
    """Spare the triggers that count a customer's purchases anew with each row of them.

    What is written meanwhile must be purchases and returns; the figures of the `buyers` that were
    named by then are counted at the end. Within the caller's transaction, as `postponed_index`.
    """
    with without_triggers(connection, FIGURES):
        index = PostponedIndex(connection)
        yield index
        index.refresh_figures(lambda: None)
