"""The colours of a complaint's status, the same wherever one is shown."""

from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.values.statuses import ComplaintStatus


def status_kind(status: ComplaintStatus) -> BadgeKind:
    """Return the colour of a status."""
    return {
        ComplaintStatus.NEW: BadgeKind.BLUE,
        ComplaintStatus.REOPENED: BadgeKind.RED,
        ComplaintStatus.IN_PROGRESS: BadgeKind.AMBER,
        ComplaintStatus.WAITING_CUSTOMER: BadgeKind.AMBER,
        ComplaintStatus.RESOLVED: BadgeKind.PRIMARY,
        ComplaintStatus.CLOSED: BadgeKind.GREY,
    }.get(status, BadgeKind.GREY)
