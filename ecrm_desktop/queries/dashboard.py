"""What the shop wants to see first in the morning."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ecrm_desktop.queries.buyers import Birthday, birthdays, count_birthdays
from ecrm_desktop.queries.complaints import (
    ComplaintCounts,
    ComplaintFilter,
    ComplaintRow,
    complaint_counts,
    complaint_rows,
    list_complaints,
)
from ecrm_desktop.queries.kept_purchases import KeptPurchases, kept_in
from ecrm_desktop.queries.sales import SalesTotal, sales_by_month, sales_total
from ecrm_desktop.queries.tasks import (
    TaskCounts,
    TaskFilter,
    TaskGroup,
    TaskRow,
    list_tasks,
    task_counts,
    task_rows,
)
from ecrm_desktop.values.period import Month, Period
from ecrm_desktop.values.statuses import OPEN_STATUSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """Sales of a period and of the one before, month by month, and what waits today.

    Tasks are overdue ones and today's, complaints open ones, each the most urgent first and
    birthdays today's; the lists are cut, the counts are whole.
    """

    sales: SalesTotal
    before: SalesTotal
    kept: KeptPurchases
    kept_before: KeptPurchases
    months: Sequence[SalesTotal]
    tasks: Sequence[TaskRow]
    task_counts: TaskCounts
    complaints: Sequence[ComplaintRow]
    complaint_counts: ComplaintCounts
    birthdays: Sequence[Birthday]
    birthday_count: int


def dashboard(
    session: Session,
    today: date,
    period: Period,
    before: Period,
    months: Sequence[Month],
    *,
    shown: int = 20,
) -> Dashboard:
    """Return all but the buyers, who take longer; at most `shown` of each list."""
    waiting = TaskFilter(today=today)
    tasks: list[TaskRow] = []
    for group in (TaskGroup.OVERDUE, TaskGroup.TODAY):
        ids = list_tasks(session, TaskFilter(today=today, group=group))
        tasks += task_rows(session, ids[: shown - len(tasks)])
    opened = list_complaints(session, ComplaintFilter(today=today, statuses=OPEN_STATUSES))
    return Dashboard(
        sales=sales_total(session, period),
        before=sales_total(session, before),
        kept=kept_in(session, period),
        kept_before=kept_in(session, before),
        months=sales_by_month(session, months),
        tasks=tasks,
        task_counts=task_counts(session, waiting),
        complaints=complaint_rows(session, opened[:shown]),
        complaint_counts=complaint_counts(session, today),
        birthdays=birthdays(session, [today], limit=shown),
        birthday_count=count_birthdays(session, [today]),
    )
