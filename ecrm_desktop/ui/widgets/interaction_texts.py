"""How an interaction is told, coloured and pictured, the same in lists, cards and forms."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.values.statuses import Channel, Direction


def interaction_text(channel: Channel, direction: Direction, *, answered: bool) -> str:
    """Return `تماس ورودی`, `تماس بی‌پاسخ`, `پیامک خروجی` or `مراجعه`."""
    if channel == Channel.VISIT:
        return label(channel)
    if channel == Channel.CALL:
        return _call_text(direction, answered=answered)
    words = {"channel": label(channel)}
    if not answered:
        return translate("Interaction", "{channel}, not answered", **words)
    if direction == Direction.INCOMING:
        return translate("Interaction", "{channel}, incoming", **words)
    return translate("Interaction", "{channel}, outgoing", **words)


def _call_text(direction: Direction, *, answered: bool) -> str:
    if not answered:
        return translate("Interaction", "Call not answered")
    if direction == Direction.INCOMING:
        return translate("Interaction", "Incoming call")
    return translate("Interaction", "Outgoing call")


def interaction_kind(channel: Channel, direction: Direction, *, answered: bool) -> BadgeKind:
    """Return red for a caller nobody answered, amber for whom we did not reach."""
    if not answered:
        return BadgeKind.RED if direction == Direction.INCOMING else BadgeKind.AMBER
    if channel in {Channel.CALL, Channel.VISIT}:
        return BadgeKind.BLUE
    return BadgeKind.GREY
