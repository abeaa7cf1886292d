"""The columns of the list of interactions."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.interactions import InteractionRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.columns import day_column, name_column, phone_column
from ecrm_desktop.ui.widgets.due import due_kind
from ecrm_desktop.ui.widgets.interaction_texts import interaction_kind, interaction_text
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.statuses import InteractionOutcome

_OUTCOME_KINDS = {
    InteractionOutcome.NEEDS_FOLLOW_UP: BadgeKind.AMBER,
    InteractionOutcome.PROMISED: BadgeKind.AMBER,
    InteractionOutcome.NO_ANSWER: BadgeKind.GREY,
    InteractionOutcome.ORDERED: BadgeKind.PRIMARY,
}


def interaction_columns(ui: UiContext) -> list[Column[InteractionRow]]:
    """Return the columns; their keys are fields of `InteractionRow`."""
    display = ui.display

    def when(row: InteractionRow) -> str:
        day = display.day(row.occurred_at, today=ui.today())
        return translate(
            "Interactions", "{day} {clock}", day=day, clock=display.time(row.occurred_at)
        )

    def follow_up_kind(row: InteractionRow) -> BadgeKind | None:
        return None if row.follow_up_on is None else due_kind(row.follow_up_on, ui.today())

    return [
        Column(
            key="occurred_at",
            title=translate("Interactions", "When"),
            format=when,
            width=136,
        ),
        name_column(
            "customer_name",
            translate("Interactions", "Customer"),
            lambda row: row.customer_name or translate("Interactions", "Unknown"),
            width=130,
        ),
        phone_column(display, translate("Interactions", "Phone"), lambda row: row.phone, width=122),
        Column(
            key="channel",
            title=translate("Interactions", "Kind"),
            format=lambda row: interaction_text(row.channel, row.direction, answered=row.answered),
            width=132,
            badge=lambda row: interaction_kind(row.channel, row.direction, answered=row.answered),
        ),
        Column(
            key="subject",
            title=translate("Interactions", "Subject"),
            format=lambda row: row.subject or row.text.partition("\n")[0],
            width=150,
            stretches=True,
        ),
        Column(
            key="outcome",
            title=translate("Interactions", "Outcome"),
            format=lambda row: label(row.outcome) if row.outcome else "",
            width=118,
            badge=lambda row: _OUTCOME_KINDS.get(row.outcome) if row.outcome else None,
        ),
        day_column(
            display,
            "follow_up_on",
            translate("Interactions", "Follow-up"),
            lambda row: row.follow_up_on,
            width=96,
            badge=follow_up_kind,
            gives_way=1,
        ),
        Column(
            key="user_name",
            title=translate("Interactions", "By"),
            format=lambda row: row.user_name,
            width=100,
            gives_way=2,
        ),
        Column(
            key="duration",
            title=translate("Interactions", "Length"),
            format=lambda row: "" if row.duration is None else display.duration(row.duration),
            width=120,
            hidden=True,
        ),
        Column(
            key="text",
            title=translate("Interactions", "Text"),
            format=lambda row: row.text,
            width=200,
            sortable=False,
            hidden=True,
        ),
    ]
