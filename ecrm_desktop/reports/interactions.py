"""The report of interactions through every channel."""

from collections.abc import Mapping
from datetime import date

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.interaction_figures import ChannelFigures, interactions_by_channel
from ecrm_desktop.queries.interactions import (
    InteractionFilter,
    InteractionRow,
    interaction_rows,
    list_interactions,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.reports.layout import Chart, ChartKind, ColumnKind, Fact, Facts, Section
from ecrm_desktop.reports.records import Field, in_blocks, record_table
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display

_MINUTE = 60
_USUAL = (
    "occurred_at",
    "customer_name",
    "phone",
    "channel",
    "direction",
    "subject",
    "outcome",
    "user_name",
    "duration",
)


def interactions_report(session: Session, request: Request) -> list[Section]:
    """Return the interactions of the period, earliest first, and how many each channel had."""
    filter_ = InteractionFilter(since=request.since, until=request.until)
    ids = list_interactions(session, filter_, Sort("occurred_at"))
    rows = in_blocks(lambda block: interaction_rows(session, block), ids)
    fields = interaction_fields(request.display, request.today)
    return [
        *_summary(interactions_by_channel(session, request.since, request.until)),
        record_table(translate("Reports", "Interactions"), fields, _USUAL, rows),
    ]


def interaction_fields(_display: Display, _today: date) -> Mapping[str, Field[InteractionRow]]:
    """Return the columns a list of interactions may have, by key."""
    return {
        "occurred_at": Field(
            translate("Reports", "Time"), lambda row: row.occurred_at, ColumnKind.DATETIME
        ),
        "customer_name": Field(
            translate("Reports", "Customer"), lambda row: row.customer_name, weight=1.5
        ),
        "phone": Field(
            translate("Reports", "Phone"), lambda row: row.phone or None, ColumnKind.PHONE
        ),
        "channel": Field(translate("Reports", "Channel"), lambda row: label(row.channel)),
        "direction": Field(translate("Reports", "Direction"), _direction),
        "subject": Field(translate("Reports", "Subject"), lambda row: row.subject, weight=2),
        "text": Field(translate("Reports", "Text"), lambda row: row.text, weight=3),
        "outcome": Field(
            translate("Reports", "Outcome"),
            lambda row: label(row.outcome) if row.outcome else "",
        ),
        "follow_up_on": Field(
            translate("Reports", "Follow-up"), lambda row: row.follow_up_on, ColumnKind.DATE
        ),
        "user_name": Field(translate("Reports", "By"), lambda row: row.user_name),
        "duration": Field(translate("Reports", "Minutes"), _minutes, ColumnKind.NUMBER, total=True),
    }


def _direction(row: InteractionRow) -> str:
    direction = label(row.direction)
    if row.answered:
        return direction
    return translate("Reports", "{direction}, missed", direction=direction)


def _minutes(row: InteractionRow) -> float | None:
    return None if row.duration is None else round(row.duration / _MINUTE, 1)


def _summary(channels: list[ChannelFigures]) -> list[Section]:
    seconds = sum(one.seconds for one in channels)
    return [
        Facts(
            translate("Reports", "Figures"),
            [
                Fact(
                    translate("Reports", "Interactions"),
                    sum(one.interactions for one in channels),
                    ColumnKind.NUMBER,
                ),
                Fact(
                    translate("Reports", "Missed"),
                    sum(one.missed for one in channels),
                    ColumnKind.NUMBER,
                ),
                Fact(translate("Reports", "Minutes"), round(seconds / _MINUTE), ColumnKind.NUMBER),
            ],
        ),
        Chart(
            translate("Reports", "Interactions by channel"),
            ChartKind.BAR,
            [label(one.channel) for one in channels],
            [one.interactions for one in channels],
        ),
    ]
