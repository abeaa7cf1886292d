"""All interactions with customers, through every channel."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout

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
from ecrm_desktop.ui.deleting import delete_with_undo
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.interactions.columns import interaction_columns
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.list_card import ListCard
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.period_chip import PeriodChip
from ecrm_desktop.ui.widgets.record_list import RecordList
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome

_MISSED = "missed"


class InteractionsPage(Page):
    """Enter opens an interaction, Delete puts it into the bin."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._bar = ListBar(
            translate("Interactions", "Interactions"),
            translate("Interactions", "Search the interactions"),
        )
        self._add_filters()
        export = Button(translate("Interactions", "Export"), icon="download")
        export.clicked.connect(self._export)
        if ui.may(Permission.EXPORT):
            self._bar.add_action(export)
        record = Button(
            translate("Interactions", "Record a call"), keys="F2", icon="phone", kind="primary"
        )
        record.clicked.connect(lambda _checked: ui.navigator.new_interaction())
        self._bar.add_action(record)
        self.table: RecordTable[InteractionRow] = RecordTable(
            interaction_columns(ui), name=translate("Interactions", "Interactions")
        )
        self._list = RecordList(
            self.table,
            ui.background,
            ui.settings,
            name="interactions",
            list_ids=list_interactions,
            read_rows=interaction_rows,
            sort=Sort("occurred_at", descending=True),
            filter=InteractionFilter(),
        )
        self._lay_out()
        self._bar.filtered.connect(self._apply)
        self._bar.left.connect(self.table.setFocus)
        self._list.filled.connect(self._show_count)
        self.table.activated_id.connect(ui.navigator.open_interaction)
        self.table.delete_asked.connect(self._delete)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)

    def refresh(self) -> None:
        """Read the interactions again."""
        self.background.read(users, self._show_users, owner=self, key="users")
        self._apply()

    def edit_current(self) -> None:
        """Open the current interaction (F4)."""
        current = self.table.current()
        if current is not None:
            self._ui.navigator.open_interaction(current)

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
        menu.addSeparator()
        menu.addAction(
            theme.icon("trash-2"),
            translate("Interactions", "Delete"),
            lambda: self._delete(self.table.selected_ids()),
        )
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

    def _lay_out(self) -> None:
        nothing = EmptyState(
            "phone",
            translate("Interactions", "No interactions yet"),
            translate("Interactions", "Every call, visit and message of a customer belongs here."),
            action=translate("Interactions", "Record a call"),
            on_action=self._ui.navigator.new_interaction,
        )
        nothing_found = EmptyState(
            "search",
            translate("Interactions", "No interaction fits"),
            action=translate("Interactions", "Show all"),
            on_action=self._bar.clear_filters,
        )
        self._listed = ListCard(self._bar, self.table, nothing=nothing, nothing_found=nothing_found)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        outer.addWidget(self._listed)

    def _apply(self) -> None:
        channel, direction, user = self._channel.value, self._direction.value, self._user.value
        outcome = self._outcome.value
        since, until = self._period.instants(self._ui.today())
        self._list.show(
            InteractionFilter(
                channels=(channel,) if isinstance(channel, Channel) else (),
                direction=direction if isinstance(direction, Direction) else None,
                missed=True if direction == _MISSED else None,
                outcomes=(outcome,) if isinstance(outcome, InteractionOutcome) else (),
                since=since,
                until=until,
                user_id=user if isinstance(user, UUID) else None,
                text=self._bar.searched,
            )
        )

    def _show_users(self, found: Sequence[UserRow]) -> None:
        self._user.set_choices([(one.id, one.name) for one in found])

    def _show_count(self, count: int) -> None:
        self._bar.show_count(self._ui.display.number(count))
        self._listed.show_count(count)

    def _delete(self, ids: Sequence[UUID]) -> None:
        if not ids:
            return
        text = (
            translate("Interactions", "The interaction is in the bin.")
            if len(ids) == 1
            else translate(
                "Interactions",
                "{count} interactions are in the bin.",
                count=self._ui.display.number(len(ids)),
            )
        )

        delete_with_undo(
            self._ui, lambda session: delete_interactions(session, ids), text, owner=self
        )

    def _offer(self, place: QPoint) -> None:
        row = self.table.paged.row(self.table.currentIndex().row())
        if row is not None:
            self.menu_for(row).exec(self.table.viewport().mapToGlobal(place))

    def _export(self) -> None:
        self._ui.navigator.export(
            ListExport(
                translate("Interactions", "Interactions"),
                self.table.visible_columns(),
                self.table.paged.ids,
                interaction_rows,
                filter_text=self._bar.filter_text,
            )
        )
