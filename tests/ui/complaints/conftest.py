"""Complaints to look at."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.statuses import ComplaintStatus, is_open

MakeComplaint = Callable[..., UUID]


@pytest.fixture
def make_complaint(ui: UiContext) -> MakeComplaint:
    """Store a complaint of a subject and status, due in so many days."""
    numbers = iter(range(1, 100))

    def make(
        subject: str, status: ComplaintStatus = ComplaintStatus.NEW, due: int = 3, **over: Any
    ) -> UUID:
        now = utc_now()
        complaint = Complaint(
            number=f"1405-{next(numbers)}",
            subject=subject,
            status=status,
            received_at=now - timedelta(days=5),
            due_on=ui.today() + timedelta(days=due),
            resolved_at=None if is_open(status) else now,
            **over,
        )
        with ui.background.database.transaction() as session:
            session.add(complaint)
        return complaint.id

    return make
