"""Everything that happened with one customer, as the customer's file tells it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.timeline import TimelineEvent, customer_timeline
from ecrm_desktop.reports.layout import Chart, ChartKind, Column, ColumnKind, Table
from ecrm_desktop.reports.months import month_labels
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.period import PeriodChoice, chosen_period, months_of
from ecrm_desktop.values.statuses import RecordKind

_BLOCK = 200
_FEWEST_BARS = 3


def events_table(session: Session, customer_id: UUID, request: Request) -> Table:
    """Return the events of the period, newest first; the amounts add up to what was kept."""
    return Table(
        title=translate("Reports", "What happened"),
        columns=[
            Column(translate("Reports", "Time"), ColumnKind.DATETIME),
            Column(translate("Reports", "What")),
            Column(translate("Reports", "Subject"), weight=3),
            Column(translate("Reports", "Staff")),
            Column(translate("Reports", "Status")),
            Column(translate("Reports", "Amount"), ColumnKind.MONEY, total=True),
        ],
        rows=(
            _cells(event, request.display) for event in _of_period(session, customer_id, request)
        ),
    )


def purchase_chart(session: Session, customer_id: UUID, request: Request) -> Iterable[Chart]:
    """Yield what was bought in each of the last 12 months, if there is enough to look at."""
    calendar = request.display.calendar
    period = request.period or chosen_period(PeriodChoice.LAST_12_MONTHS, request.today, calendar)
    months = list(months_of(period, calendar))
    bought = [0] * len(months)
    for event in _events(session, customer_id, (RecordKind.PURCHASE,)):
        for place, month in enumerate(months):
            if event.day and month.days.first <= event.day <= month.days.last:
                bought[place] += event.amount
    if sum(amount > 0 for amount in bought) >= _FEWEST_BARS:
        yield Chart(
            translate("Reports", "Bought month by month"),
            ChartKind.BAR,
            month_labels(months, request.display),
            bought,
            ColumnKind.MONEY,
        )


def _of_period(session: Session, customer_id: UUID, request: Request) -> Iterator[TimelineEvent]:
    for event in _events(session, customer_id, None):
        if request.since is not None and event.at < request.since:
            return
        if request.until is None or event.at < request.until:
            yield event


def _events(
    session: Session, customer_id: UUID, kinds: Sequence[RecordKind] | None
) -> Iterator[TimelineEvent]:
    before: TimelineEvent | None = None
    while True:
        block = customer_timeline(session, customer_id, kinds, limit=_BLOCK, before=before).events
        yield from block
        if len(block) < _BLOCK:
            return
        before = block[-1]


def _cells(event: TimelineEvent, display: Display) -> list[Any]:
    amount = {RecordKind.PURCHASE: event.amount, RecordKind.RETURN: -event.amount}
    return [
        event.at,
        _what(event, display),
        _subject(event),
        event.user_name,
        _status(event, display),
        amount.get(event.kind),
    ]


def _what(event: TimelineEvent, display: Display) -> str:
    if event.kind is RecordKind.INTERACTION and event.channel and event.direction:
        what = translate(
            "Reports",
            "{channel}, {direction}",
            channel=label(event.channel),
            direction=label(event.direction),
        )
        return (
            what
            if event.answered
            else translate("Reports", "{interaction}, missed", interaction=what)
        )
    if event.number:
        return translate(
            "Reports",
            "{record} {number}",
            record=label(event.kind),
            number=display.code(event.number),
        )
    return label(event.kind)


def _subject(event: TimelineEvent) -> str:
    title = event.title or translate("Reports", ", ").join(event.titles)
    return "\n".join(part for part in (title, event.text) if part)


def _status(event: TimelineEvent, display: Display) -> str:
    state = event.outcome or event.status
    if state is not None:
        return label(state)
    if event.kind is not RecordKind.TASK or event.due_on is None:
        return ""
    if event.done_at is not None:
        return translate("Reports", "Done")
    return translate("Reports", "Due {day}", day=display.date(event.due_on))
