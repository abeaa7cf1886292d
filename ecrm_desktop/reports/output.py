"""Files that appear whole or not at all, and the pace at which they are written."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ecrm_desktop.errors import Cancelled, FileError, Problem
from ecrm_desktop.storage.durability import is_full

_ROWS_BETWEEN = 200

ReportRows = Callable[[int], None]
IsCancelled = Callable[[], bool]


class Pace:
    """Counts table rows, tells `report_rows` about them, and asks `cancelled` now and then."""

    def __init__(self, report_rows: ReportRows | None, cancelled: IsCancelled | None) -> None:
        self._report_rows = report_rows
        self._cancelled = cancelled
        self._rows = 0

    def row_done(self) -> None:
        """Count one row; raises Cancelled if the user stopped the work."""
        self._rows += 1
        if self._rows % _ROWS_BETWEEN == 0:
            if self._report_rows:
                self._report_rows(self._rows)
            if self._cancelled and self._cancelled():
                raise Cancelled


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give an empty file beside `path`, which takes the place of `path` if the block succeeds.

    Raises FileError FILE_NOT_WRITABLE (path), as when Excel holds the old file, or DISK_FULL.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        part.touch(exist_ok=False)
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        problem = Problem.DISK_FULL if is_full(error) else Problem.FILE_NOT_WRITABLE
        raise FileError(problem, path=path) from error
