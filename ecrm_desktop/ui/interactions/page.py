"""All interactions with customers, through every channel."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMenu

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.interactions import (
    InteractionFilter,
    InteractionRow,
    interaction_rows,
    list_interactions,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.interactions import delete_interactions
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.interactions.columns import interaction_columns
from ecrm_desktop.ui.list_page import ListPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.ui.widgets.period_chip import PeriodChip
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome
from ecrm_desktop.values.text import isolate_words

_MISSED = "missed"


class InteractionsPage(ListPage[InteractionFilter, InteractionRow]):
    """Enter opens an interaction, Delete puts it into the bin."""

    shows = frozenset({"interactions", "customers", "purchases", "returns", "tasks", "users"})

    def __init__(self, ui: UiContext) -> None:
        super().__init__(
            ui,
            title=translate("Interactions", "Interactions"),
            search_hint=translate("Interactions", "Search the interactions"),
            name="interactions",
            columns=interaction_columns(ui),
            list_ids=list_interactions,
            read_rows=interaction_rows,
            sort=Sort("occurred_at", descending=True),
            delete=delete_interactions,
        )
        self._add_filters()
        self._add_export()
        record = Button(
            translate("Interactions", "Record a call"), keys="F2", icon="phone", kind="primary"
        )
        record.clicked.connect(lambda _checked: ui.navigator.new_interaction())
        self._bar.add_action(record)
        self._lay_out(
            nothing=self._nothing(
                "phone",
                translate("Interactions", "No interactions yet"),
                translate(
                    "Interactions", "Every call, visit and message of a customer belongs here."
                ),
                action=translate("Interactions", "Record a call"),
                on_action=ui.navigator.new_interaction,
            ),
            nothing_found=nothing_fits(self._bar, translate("Interactions", "No interaction fits")),
        )

    def refresh(self) -> None:
        """Read the interactions again."""
        self.background.read(users, self._show_users, owner=self, key="users")
        self._apply()

    def edit(self, record_id: UUID) -> None:
        """Open the form of an interaction."""
        self._ui.navigator.open_interaction(record_id)

    def menu_for(self, row: InteractionRow) -> QMenu:
        """Return what can be done with an interaction."""
        menu, navigator = QMenu(self), self._ui.navigator
        menu.addAction(
            theme.icon("pencil"),
            translate("Interactions", "Edit"),
            partial(navigator.open_interaction, row.id),
        )
        if row.customer_id is not None:
            menu.addAction(
                theme.icon("user"),
                translate("Interactions", "Open the customer"),
                partial(navigator.open_customer, row.customer_id),
            )
            menu.addAction(
                theme.icon("phone"),
                translate("Interactions", "Record another call"),
                partial(navigator.new_interaction, row.customer_id),
            )
        self._add_delete(menu)
        return menu

    def _add_filters(self) -> None:
        self._channel = FilterChip(
            translate("Interactions", "Channel"), [(one, label(one)) for one in Channel]
        )
        self._direction = FilterChip(
            translate("Interactions", "Kind"),
            [
                *((one, label(one)) for one in Direction),
                (_MISSED, translate("Interactions", "Not answered")),
            ],
        )
        self._outcome = FilterChip(
            translate("Interactions", "Outcome"), [(one, label(one)) for one in InteractionOutcome]
        )
        self._period = PeriodChip(translate("Interactions", "Period"), self._ui.display)
        self._user = FilterChip(translate("Interactions", "By"))
        for chip in (self._channel, self._direction, self._outcome, self._period, self._user):
            self._bar.add_chip(chip)

    def filter(self) -> InteractionFilter:
        """Return what the chips and the searched words let pass."""
        channel, direction, user = self._channel.value, self._direction.value, self._user.value
        outcome = self._outcome.value
        since, until = self._period.instants(self._ui.today())
        return InteractionFilter(
            channels=(channel,) if isinstance(channel, Channel) else (),
            direction=direction if isinstance(direction, Direction) else None,
            missed=True if direction == _MISSED else None,
            outcomes=(outcome,) if isinstance(outcome, InteractionOutcome) else (),
            since=since,
            until=until,
            user_id=user if isinstance(user, UUID) else None,
            text=self._bar.searched,
        )

    def call_record(self, row: InteractionRow) -> str:
        """Return what a sentence about one interaction begins with."""
        name = isolate_words(row.customer_name)
        return translate("Interactions", "The interaction with {name}", name=name) if name else ""

    def binned_text(self, count: int) -> str:
        """Return what is said when so many interactions have gone to the bin."""
        if count == 1:
            return translate("Interactions", "The interaction is in the bin.")
        return translate(
            "Interactions",
            "{count} interactions are in the bin.",
            count=self._ui.display.number(count),
        )

    def _show_users(self, found: Sequence[UserRow]) -> None:
        self._user.set_choices([(one.id, one.name) for one in found])
