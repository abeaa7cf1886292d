"""How a complaint's parts are told and coloured."""

from datetime import date

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaints import ComplaintRow
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.due import due_kind, due_text
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import ComplaintStatus, Severity, is_open

COLUMN_ORDER = (
    ComplaintStatus.NEW,
    ComplaintStatus.REOPENED,
    ComplaintStatus.IN_PROGRESS,
    ComplaintStatus.WAITING_CUSTOMER,
    ComplaintStatus.RESOLVED,
    ComplaintStatus.CLOSED,
)
"""Statuses as work flows: what has just come in stands first."""


def severity_kind(severity: Severity) -> BadgeKind | None:
    """Return the colour of a severity that deserves one."""
    return {Severity.HIGH: BadgeKind.AMBER, Severity.CRITICAL: BadgeKind.RED}.get(severity)


def state_text(row: ComplaintRow, today: date, display: Display) -> str:
    """Return what is left of the promise, or how long it took."""
    taken = row.time_to_resolution
    if is_open(row.status):
        return due_text(row.due_on, today, display)
    if taken is None:
        return ""
    return translate(
        "Complaints", "took {duration}", duration=display.duration(taken.total_seconds())
    )


def state_kind(row: ComplaintRow, today: date) -> BadgeKind:
    """Return the colour of `state_text`."""
    return due_kind(row.due_on, today) if is_open(row.status) else BadgeKind.PRIMARY
