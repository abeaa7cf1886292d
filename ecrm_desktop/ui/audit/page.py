"""The audit trail: who did what to which record, with every value before and after."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.change_filter import RECORD_TABLES
from ecrm_desktop.queries.changes import (
    ChangeFilter,
    ChangeRow,
    EntryKind,
    change_rows,
    list_changes,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.reports.change_texts import kind_text
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.audit.card import EntryCard
from ecrm_desktop.ui.audit.columns import change_columns
from ecrm_desktop.ui.export_requests import ListExport
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

_CARD_WIDTH = 392
_CARD_NEEDS = 1000  # a narrower page shows either the list or the card
_LEAST_WIDTH = 480
_NOBODY: Final = "nobody"


class AuditPage(Page):
    """Arrows choose, Enter goes into the card and Esc back; for owners."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._bar = ListBar(translate("Audit", "Audit trail"), translate("Audit", "Name or value"))
        self._add_filters()
        export = Button(translate("Audit", "Export"), icon="download")
        export.clicked.connect(lambda _checked: self._export())
        self._bar.add_action(export)
        self.table: RecordTable[ChangeRow] = RecordTable(
            change_columns(ui.display), name=translate("Audit", "Audit trail")
        )
        self._list = RecordList(
            self.table,
            ui.background,
            ui.settings,
            name="audit",
            list_ids=list_changes,
            read_rows=change_rows,
            sort=Sort("at", descending=True),
            filter=ChangeFilter(),
        )
        self.card = EntryCard(ui)
        self._lay_out()
        self._bar.filtered.connect(self._apply)
        self._bar.left.connect(self.table.setFocus)
        self._list.filled.connect(self._show_count)
        self.table.current_id.connect(self._show_current)
        self.table.paged.dataChanged.connect(lambda *_: self._show_current(self.table.current()))
        self.table.activated_id.connect(lambda _id: self._go_into())

    def refresh(self) -> None:
        """Read the entries again."""
        self.background.read(
            lambda session: users(session, retired=True), self._show_users, owner=self, key="users"
        )
        self._apply()

    def show_history(self, customer_id: UUID, name: str) -> None:
        """Show what was done about one customer."""
        record = ("customers", customer_id)
        self._bar.clear_filters()
        self._about.set_choices([(record, name)])
        self._about.set_value(record)
        self._apply()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the card to the list."""
        focused = self.focusWidget()
        in_card = focused is not None and self.card.isAncestorOf(focused)
        if event.key() == Qt.Key.Key_Escape and in_card:
            self._show_card(shown=False)
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and card side by side where there is room for both."""
        super().resizeEvent(event)
        self._show_card(shown=self._listed.isHidden())

    def _add_filters(self) -> None:
        self._user = FilterChip(translate("Audit", "Who"))
        self._period = PeriodChip(translate("Audit", "When"), self._ui.display)
        self._table = FilterChip(
            translate("Audit", "Kind"), [(one, RECORDS[one].title) for one in RECORD_TABLES]
        )
        self._kind = FilterChip(
            translate("Audit", "What was done"), [(one, kind_text(one)) for one in EntryKind]
        )
        self._about = FilterChip(translate("Audit", "About"))
        for chip in (self._user, self._period, self._table, self._kind, self._about):
            self._bar.add_chip(chip)

    def _lay_out(self) -> None:
        nothing = EmptyState(
            "history",
            translate("Audit", "Nothing was written down yet"),
            translate("Audit", "Whatever is recorded, changed or deleted leaves its trace here."),
        )
        nothing_found = EmptyState(
            "search",
            translate("Audit", "No entry fits"),
            action=translate("Audit", "Show all"),
            on_action=self._bar.clear_filters,
        )
        self._listed = ListCard(self._bar, self.table, nothing=nothing, nothing_found=nothing_found)
        self.setMinimumWidth(_LEAST_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        row.setSpacing(theme.M)
        row.addWidget(self._listed, 1)
        row.addWidget(self.card)
        self._about.hide()

    def _apply(self) -> None:
        user, kind, table = self._user.value, self._kind.value, self._table.value
        since, until = self._period.instants(self._ui.today())
        about = self._about.value
        self._about.setVisible(about is not None)
        self._list.show(
            ChangeFilter(
                user_id=user if isinstance(user, UUID) else None,
                without_user=user == _NOBODY,
                since=since,
                until=until,
                table=table if isinstance(table, str) else "",
                kind=kind if isinstance(kind, EntryKind) else None,
                record=about if isinstance(about, tuple) else None,
                text=self._bar.searched,
            )
        )

    def _show_users(self, found: Sequence[UserRow]) -> None:
        nobody = (_NOBODY, translate("Audit", "Nobody named"))
        self._user.set_choices([*((one.id, one.name) for one in found), nobody])

    def _show_count(self, count: int) -> None:
        self._bar.show_count(self._ui.display.number(count))
        self._listed.show_count(count)

    def _show_current(self, entry: UUID | None) -> None:
        if entry is None:
            self.card.show_entry(None)
            return
        row = self.table.paged.row(self.table.currentIndex().row())
        if row is not None and row.id == entry:
            self.card.show_entry(row)

    def _go_into(self) -> None:
        self._show_card(shown=True)
        self.card.take_focus()

    def _show_card(self, *, shown: bool) -> None:
        is_narrow = self.width() < _CARD_NEEDS
        self._listed.setVisible(not is_narrow or not shown)
        self.card.setVisible(not is_narrow or shown)
        self.card.setMinimumWidth(0 if is_narrow else _CARD_WIDTH)
        self.card.setMaximumWidth(_CARD_NEEDS if is_narrow else _CARD_WIDTH)

    def _export(self) -> None:
        self._ui.navigator.export(
            ListExport(
                translate("Audit", "Audit trail"),
                self.table.visible_columns(),
                self.table.paged.ids,
                change_rows,
                filter_text=self._bar.filter_text,
            )
        )
