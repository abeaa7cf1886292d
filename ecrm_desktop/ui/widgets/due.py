"""How a due date is told and coloured, the same wherever something is owed."""

from datetime import date

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.values.display import Display

_SOON = 2


def due_text(due_on: date, today: date, display: Display) -> str:
    """Return `۲ روز دیرکرد`, `موعد: امروز` or `۲ روز مانده`."""
    days = (due_on - today).days
    match days:
        case 0:
            return translate("Due", "due today")
        case 1:
            return translate("Due", "due tomorrow")
        case -1:
            return translate("Due", "1 day late")
    if days < 0:
        return translate("Due", "{days} days late", days=display.number(-days))
    return translate("Due", "{days} days left", days=display.number(days))


def due_kind(due_on: date, today: date) -> BadgeKind:
    """Return red for what is late, amber for today and tomorrow, grey for what can wait."""
    days = (due_on - today).days
    if days < 0:
        return BadgeKind.RED
    return BadgeKind.AMBER if days < _SOON else BadgeKind.GREY
