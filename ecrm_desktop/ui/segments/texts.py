"""What the pages say about groups."""

from collections.abc import Sequence

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segment_past import Backtest
from ecrm_desktop.queries.segments import EventRow, SegmentRow
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.listed import listed
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import SegmentCrossing
from ecrm_desktop.values.text import isolate_words


def change_text(change: int | None, display: Display) -> str:
    """Return by how many a group grew within a week; "" where that is not known."""
    if change is None:
        return ""
    if change == 0:
        return translate("Groups", "unchanged")
    number = display.number(abs(change))
    if change > 0:
        return translate("Groups", "{count} more", count=number)
    return translate("Groups", "{count} fewer", count=number)


def change_kind(change: int | None) -> BadgeKind | None:
    """Return the colour of a change."""
    if not change:
        return None
    return BadgeKind.BLUE if change > 0 else BadgeKind.AMBER


def names_text(names: Sequence[str]) -> str:
    """Return who bought for most in a group; "" for nobody."""
    if not names:
        return ""
    said = listed(map(isolate_words, names))
    return translate("Groups", "They buy for most: {names}", names=said)


def size_text(row: SegmentRow, display: Display) -> str:
    """Return what the members of a group bought, and how it grew; "" before the first look."""
    if row.worth is None or not row.members:
        return ""
    worth = display.money_with_unit(row.worth)
    if not row.change:
        return translate("Groups", "Worth: {worth}", worth=worth)
    change = change_text(row.change, display)
    return translate("Groups", "Worth: {worth} · this week {change}", worth=worth, change=change)


def people_text(count: int, display: Display) -> str:
    """Return how many people, in words."""
    if count == 0:
        return translate("Groups", "Nobody")
    if count == 1:
        return translate("Groups", "1 customer", count=display.number(count))
    return translate("Groups", "{count} customers", count=display.number(count))


def backtest_text(past: Backtest | None, display: Display) -> str:
    """Return how those went on who were in a group a year ago; "" where nobody knows."""
    if past is None or not past.members:
        return ""
    everybody = past.everybody_came_back / past.everybody if past.everybody else 0
    return translate(
        "Segments",
        "Of the {members} who would have been in it on {day}, {came_back} bought "
        "again within a year; of all buyers by then {share}.",
        members=display.number(past.members),
        day=display.date(past.day),
        came_back=display.percent(past.came_back / past.members),
        share=display.percent(everybody),
    )


def crossing_text(event: EventRow) -> str:
    """Return which way somebody went."""
    if event.crossing is SegmentCrossing.LEFT:
        return translate("Groups", "left")
    return translate("Groups", "came again") if event.is_again else translate("Groups", "came")
