"""The pace at which files are written."""

from collections.abc import Callable

from ecrm_desktop.errors import Cancelled

_ROWS_BETWEEN = 200

ReportRows = Callable[[int], None]
IsCancelled = Callable[[], bool]


class Pace:
    """Counts table `rows`, tells `report_rows` about them, and asks `cancelled` now and then."""

    def __init__(self, report_rows: ReportRows | None, cancelled: IsCancelled | None) -> None:
        self._report_rows = report_rows
        self._cancelled = cancelled
        self.rows = 0

    def row_done(self) -> None:
        """Count one row; raises Cancelled if the user stopped the work."""
        self.rows += 1
        if self.rows % _ROWS_BETWEEN == 0:
            if self._report_rows:
                self._report_rows(self.rows)
            if self._cancelled and self._cancelled():
                raise Cancelled
