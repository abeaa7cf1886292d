"""The audit trail: who did what to which record, with every value before and after."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

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
from ecrm_desktop.ui.audit.card import EntryCard
from ecrm_desktop.ui.audit.columns import change_columns
from ecrm_desktop.ui.card_list_page import CardListPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.ui.widgets.period_chip import PeriodChip

_CARD_WIDTH = 392
_NOBODY: Final = "nobody"


class AuditPage(CardListPage[ChangeFilter, ChangeRow]):
    """Arrows choose, Enter goes into the card and Esc back; for owners."""

    card: EntryCard
    card_needs = 1000

    def __init__(self, ui: UiContext) -> None:
        super().__init__(
            ui,
            title=translate("Audit", "Audit trail"),
            search_hint=translate("Audit", "Name or value"),
            name="audit",
            columns=change_columns(ui.display, is_shared=ui.syncing.is_joined),
            list_ids=list_changes,
            read_rows=change_rows,
            sort=Sort("at", descending=True),
        )
        self._add_filters()
        self._add_export()
        self.card = EntryCard(ui)
        self._lay_out_with_card(
            nothing=self._nothing(
                "history",
                translate("Audit", "Nothing was written down yet"),
                translate(
                    "Audit", "Whatever is recorded, changed or deleted leaves its trace here."
                ),
            ),
            nothing_found=nothing_fits(self._bar, translate("Audit", "No entry fits")),
        )
        self._about.hide()
        self.table.current_id.connect(self._show_current)
        self.table.paged.dataChanged.connect(lambda *_: self._show_current(self.table.current()))

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

    def filter(self) -> ChangeFilter:
        """Return what the chips and the searched words let pass."""
        user, kind, table = self._user.value, self._kind.value, self._table.value
        since, until = self._period.instants(self._ui.today())
        about = self._about.value
        return ChangeFilter(
            user_id=user if isinstance(user, UUID) else None,
            without_user=user == _NOBODY,
            since=since,
            until=until,
            table=table if isinstance(table, str) else "",
            kind=kind if isinstance(kind, EntryKind) else None,
            record=about if isinstance(about, tuple) else None,
            text=self._bar.searched,
        )

    def _apply(self) -> None:
        self._about.setVisible(self._about.value is not None)
        super()._apply()

    def _show_users(self, found: Sequence[UserRow]) -> None:
        nobody = (_NOBODY, translate("Audit", "Nobody named"))
        self._user.set_choices([*((one.id, one.name) for one in found), nobody])

    def _show_current(self, entry: UUID | None) -> None:
        if entry is None:
            self.card.show_entry(None)
            return
        row = self.table.paged.row(self.table.currentIndex().row())
        if row is not None and row.id == entry:
            self.card.show_entry(row)

    def _card_width(self) -> int:
        return _CARD_WIDTH
