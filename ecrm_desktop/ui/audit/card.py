"""One entry of the audit trail beside the list: who, when, and each record it wrote."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.change_detail import ChangedRecord, changed_records, entry_records
from ecrm_desktop.queries.change_values import RecordName
from ecrm_desktop.queries.changes import ChangeRow
from ecrm_desktop.reports.change_texts import entry_text, kind_text, user_text
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.audit.columns import BADGES, record_columns
from ecrm_desktop.ui.audit.values import ChangedValues
from ecrm_desktop.ui.card_list_page import RecordCard
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.ids import IdList

_LIST_SHARE = 2
_VALUES_SHARE = 3


class EntryCard(RecordCard):
    """Shows an entry, or how to choose one; a record that is still there can be opened."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._entry: UUID | None = None
        self._shown: RecordName | None = None
        navigator = ui.navigator
        # The tables whose records have a form or a card.
        self._opened: dict[str, Callable[[UUID], None]] = {
            "customers": navigator.open_customer,
            "purchases": navigator.open_purchase,
            "interactions": navigator.open_interaction,
            "complaints": navigator.open_complaint,
            "products": navigator.edit_product,
            "tasks": navigator.open_task,
        }
        self._badge = Badge(parent=self)
        self._title = Label(role="title", wrap=True, selectable=True)
        self._about = Label(role="muted", wrap=True)
        self.open = Button(translate("Audit", "Open"), icon="eye")
        self.open.clicked.connect(lambda _checked: self._open())
        self.records: RecordTable[ChangedRecord] = RecordTable(
            record_columns(ui.display), name=translate("Audit", "Records of this entry")
        )
        self.records.paged.rows_wanted.connect(self._fetch)
        self.records.current_id.connect(self._choose)
        self.values = ChangedValues(ui.display)
        self._lay_out()

    def show_entry(self, row: ChangeRow | None) -> None:
        """Show another entry, or none."""
        same = row is not None and row.id == self._entry
        self._entry = None if row is None else row.id
        if row is None:
            self._whole.setCurrentIndex(0)
            return
        if same:
            return
        display = self._ui.display
        self._badge.show_text(kind_text(row.kind), BADGES[row.kind])
        self._title.setText(entry_text(row, display))
        self._about.setText(dotted([user_text(row), row.pc, display.datetime(row.at)]))
        self._show_record(None)
        self._whole.setCurrentIndex(1)
        entry = row.id
        self._ui.background.read(
            lambda session: entry_records(session, entry),
            self._show_records,
            owner=self,
            key="records",
        )

    def take_focus(self) -> None:
        """Put the keyboard into what is shown."""
        (self.records if self.records.isVisible() else self.values).setFocus()

    def _lay_out(self) -> None:
        self._whole = QStackedLayout(self)
        self._whole.setContentsMargins(1, 1, 1, 1)
        self._whole.addWidget(
            EmptyState(
                "history",
                translate("Audit", "No entry chosen"),
                translate("Audit", "What was changed is shown here, before and after."),
            )
        )
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.S)
        upper = QHBoxLayout()
        upper.addWidget(self._badge)
        upper.addStretch()
        upper.addWidget(self.open)
        column.addLayout(upper)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.records, _LIST_SHARE)
        column.addWidget(self.values, _VALUES_SHARE)
        self._whole.addWidget(shown)

    def _show_records(self, ids: IdList) -> None:
        self.records.setVisible(len(ids) > 1)
        # What few records leave of their share is for the values.
        self.records.setMaximumHeight((len(ids) + 1) * theme.ROW_HEIGHT + 2)
        self.records.show_ids(ids)
        if len(ids):
            self._choose(ids[0])

    def _fetch(self, generation: int, ids: Sequence[UUID]) -> None:
        entry = self._entry
        if entry is None:
            return
        self._ui.background.read(
            lambda session: changed_records(session, entry, ids),
            lambda rows: self.records.paged.put_rows(generation, ids, rows),
            owner=self,
        )

    def _choose(self, record_id: UUID | None) -> None:
        entry = self._entry
        if entry is None or record_id is None:
            return

        def read(session: Session) -> list[ChangedRecord]:
            return changed_records(session, entry, [record_id])

        self._ui.background.read(
            read,
            lambda found: self._show_record(found[0] if found else None),
            owner=self,
            key="values",
        )

    def _open(self) -> None:
        if self._shown is not None:
            self._opened[self._shown.table](self._shown.id)

    def _show_record(self, record: ChangedRecord | None) -> None:
        self._shown = None if record is None else record.name
        can_open = record is not None and record.name.exists and record.name.table in self._opened
        self.open.setVisible(can_open)
        self.values.show_record(record)
