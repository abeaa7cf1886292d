"""What somebody wants to know from a report."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from ecrm_desktop.queries.sales import SalesBy
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.period import Period


class ReportName(StrEnum):
    """The reports there are, under the names scripts use."""

    CUSTOMERS = "customers"
    CUSTOMER = "customer"
    INTERACTIONS = "interactions"
    COMPLAINTS = "complaints"
    PURCHASES = "purchases"
    SALES = "sales"
    TOP_CUSTOMERS = "top-customers"
    AUDIT = "audit"


OF_SUMS = frozenset({ReportName.SALES, ReportName.TOP_CUSTOMERS, ReportName.PURCHASES})
"""The reports that tell what the shop sells; Permission.SEE_SUMS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a report is about; no `period` means all there is.

    Without `with_sums` a report that tells other things leaves out what the shop sells.
    """

    display: Display
    now: datetime
    period: Period | None = None
    customer_code: str = ""
    customer_id: UUID | None = None
    sales_by: SalesBy | None = None
    user_id: UUID | None = None
    with_sums: bool = True

    @property
    def today(self) -> date:
        """The shop's day."""
        return self.display.local_date(self.now)

    @property
    def since(self) -> datetime | None:
        """The instant at which the period begins."""
        return None if self.period is None else self._midnight(self.period.first)

    @property
    def until(self) -> datetime | None:
        """The instant before which the period ends."""
        if self.period is None:
            return None
        return self._midnight(self.period.last + timedelta(days=1))

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(tzinfo=self.display.timezone))
