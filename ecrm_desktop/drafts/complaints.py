"""What a form says about a complaint."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ecrm_desktop.values.statuses import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintDraft:
    """One complaint; an empty `due_on` takes the shop's promise for the severity.

    `compensation` in minor units, `satisfaction` 1 to 5. The status moves by services of its own.
    """

    customer_id: UUID | None = None
    subject: str
    description: str = ""
    category: str = ""
    severity: Severity = Severity.NORMAL
    purchase_id: UUID | None = None
    product_id: UUID | None = None
    assignee_id: UUID | None = None
    received_at: datetime
    due_on: date | None = None
    resolution: str = ""
    compensation: int = 0
    satisfaction: int | None = None
