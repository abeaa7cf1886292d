"""How one event of a customer's story is told in the timeline."""

from collections.abc import Callable
from datetime import date
from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.timeline import TimelineEvent
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.due import due_kind, due_text
from ecrm_desktop.ui.widgets.interaction_texts import interaction_kind, interaction_text
from ecrm_desktop.ui.widgets.listed import dotted, listed
from ecrm_desktop.ui.widgets.status_badge import status_kind
from ecrm_desktop.ui.widgets.timeline import TimelineItem
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import Channel, Direction, RecordKind, is_open


def timeline_item(event: TimelineEvent, display: Display, today: date) -> TimelineItem:
    """Return an event as the timeline shows it."""
    return _TELLERS[event.kind](event, display, today)


def _interaction(event: TimelineEvent, display: Display, today: date) -> TimelineItem:
    channel = event.channel if isinstance(event.channel, Channel) else Channel.CALL
    direction = event.direction or Direction.INCOMING
    first_line = event.text.partition("\n")[0]
    return TimelineItem(
        kind=event.kind,
        id=event.id,
        badge=interaction_text(channel, direction, answered=event.answered),
        badge_kind=interaction_kind(channel, direction, answered=event.answered),
        title=event.title or first_line,
        when=_when(event, display, today),
        text=dotted(
            (
                display.duration(event.duration) if event.duration else "",
                translate("Customers", "spoke: {name}", name=event.user_name)
                if event.user_name
                else "",
                translate("Customers", "outcome: {outcome}", outcome=label(event.outcome))
                if event.outcome
                else "",
                first_line if event.title else "",
            )
        ),
    )


def _complaint(event: TimelineEvent, display: Display, today: date) -> TimelineItem:
    status = event.status
    owed = status is not None and is_open(status) and event.due_on is not None
    return TimelineItem(
        kind=event.kind,
        id=event.id,
        badge=translate("Customers", "Complaint"),
        badge_kind=BadgeKind.RED,
        title=event.title,
        when=_when(event, display, today),
        text=dotted(
            (
                translate("Customers", "responsible: {name}", name=event.user_name)
                if event.user_name
                else "",
                due_text(event.due_on, today, display) if owed and event.due_on else "",
                translate("Customers", "number {number}", number=display.code(event.number)),
            )
        ),
        status=label(status) if status else "",
        status_kind=status_kind(status) if status else BadgeKind.GREY,
    )


def _purchase(event: TimelineEvent, display: Display, today: date) -> TimelineItem:
    words = {
        "count": display.number(len(event.titles)),
        "amount": display.money_with_unit(event.amount),
    }
    return TimelineItem(
        kind=event.kind,
        id=event.id,
        badge=translate("Customers", "Purchase"),
        badge_kind=BadgeKind.PRIMARY,
        title=translate("Customers", "1 item · {amount}", **words)
        if len(event.titles) == 1
        else translate("Customers", "{count} items · {amount}", **words),
        when=_when(event, display, today),
        text=dotted((listed(event.titles), event.text.partition("\n")[0])),
    )


def _return(event: TimelineEvent, display: Display, today: date) -> TimelineItem:
    return TimelineItem(
        kind=event.kind,
        id=event.id,
        badge=translate("Customers", "Return"),
        badge_kind=BadgeKind.AMBER,
        title=translate(
            "Customers", "{amount} given back", amount=display.money_with_unit(event.amount)
        ),
        when=_when(event, display, today),
        text=event.text.partition("\n")[0],
    )


def _task(event: TimelineEvent, display: Display, today: date) -> TimelineItem:
    is_done = event.done_at is not None
    due = event.due_on if event.due_on is not None and not is_done else None
    return TimelineItem(
        kind=event.kind,
        id=event.id,
        badge=translate("Customers", "Task"),
        badge_kind=BadgeKind.GREY,
        title=event.title,
        when=_when(event, display, today) if is_done else _due_when(event, display, today),
        text=dotted(
            (
                translate("Customers", "for {name}", name=event.user_name)
                if event.user_name
                else "",
                event.text.partition("\n")[0],
            )
        ),
        status=due_text(due, today, display) if due else translate("Customers", "done"),
        status_kind=due_kind(due, today) if due else BadgeKind.PRIMARY,
    )


_TELLERS: Final[dict[RecordKind, Callable[[TimelineEvent, Display, date], TimelineItem]]] = {
    RecordKind.INTERACTION: _interaction,
    RecordKind.COMPLAINT: _complaint,
    RecordKind.PURCHASE: _purchase,
    RecordKind.RETURN: _return,
    RecordKind.TASK: _task,
}


def _when(event: TimelineEvent, display: Display, today: date) -> str:
    """Return the day, and the time of what is still fresh."""
    day = display.local_date(event.day or event.at)
    day_text = display.day(day, today=today)
    if abs((today - day).days) > 1 or display.local_date(event.at) != day:
        return day_text
    return translate("Customers", "{day} {time}", day=day_text, time=display.time(event.at))


def _due_when(event: TimelineEvent, display: Display, today: date) -> str:
    if event.due_on is None:
        return ""
    day_text = display.day(event.due_on, today=today)
    if event.due_time is None:
        return day_text
    return translate("Customers", "{day} {time}", day=day_text, time=display.time(event.due_time))
