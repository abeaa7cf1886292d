"""How a contact is told, coloured and pictured, the same in lists, cards and forms."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.values.statuses import Channel, Direction


def contact_text(channel: Channel, direction: Direction, *, answered: bool) -> str:
    """Return `تماس ورودی`, `تماس بی‌پاسخ`, `پیامک خروجی` or `مراجعه`."""
    if channel == Channel.VISIT:
        return label(channel)
    if channel == Channel.CALL:
        return _call_text(direction, answered=answered)
    words = {"channel": label(channel)}
    if not answered:
        return translate("Contact", "{channel}, not answered", **words)
    if direction == Direction.INCOMING:
        return translate("Contact", "{channel}, incoming", **words)
    return translate("Contact", "{channel}, outgoing", **words)


def _call_text(direction: Direction, *, answered: bool) -> str:
    if not answered:
        return translate("Contact", "Call not answered")
    if direction == Direction.INCOMING:
        return translate("Contact", "Incoming call")
    return translate("Contact", "Outgoing call")


def contact_kind(channel: Channel, direction: Direction, *, answered: bool) -> BadgeKind:
    """Return red for a caller nobody answered, amber for whom we did not reach."""
    if not answered:
        return BadgeKind.RED if direction == Direction.INCOMING else BadgeKind.AMBER
    if channel in {Channel.CALL, Channel.VISIT}:
        return BadgeKind.BLUE
    return BadgeKind.GREY
