"""The bin: what was deleted in the last 30 days, and how to get it back."""

from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout

from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.bin import BinnedCustomer, DeletionRow, binned_customer, deletions
from ecrm_desktop.services.bin import KEPT_FOR, empty_bin, restore_deletion
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.forgetting import Forgettable, open_forget_sheet
from ecrm_desktop.ui.restoring import restore_or_ask
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.columns import day_column, name_column, number_column
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.ui.widgets.record_list import ShortRecordList
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import RecordKind
from ecrm_desktop.values.text import isolate_words


class BinPage(Page):
    """One row a deletion; Enter or the button takes everything it took back out."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        head = QHBoxLayout()
        head.addWidget(Label(translate("Bin", "Bin"), "title"))
        note = Label(
            translate(
                "Bin",
                "What you delete stays here for {days} days.",
                days=ui.display.number(KEPT_FOR.days),
            ),
            "muted",
        )
        head.addWidget(note)
        head.addStretch()
        self._restore = QPushButton(translate("Bin", "Take back out"))
        self._restore.setProperty("kind", "primary")
        self._restore.clicked.connect(self._restore_current)
        self._empty = QPushButton(translate("Bin", "Empty the bin"))
        self._empty.setProperty("kind", "danger")
        self._empty.clicked.connect(self._ask_empty)
        if not ui.may(Permission.DELETE_FOR_GOOD):
            self._empty.hide()
        self.forget = QPushButton(translate("Bin", "Forget for good…"))
        self.forget.setEnabled(False)
        self.forget.clicked.connect(self._ask_forget)
        if not ui.may(Permission.FORGET):
            self.forget.hide()
        head.addWidget(self._restore)
        head.addWidget(self.forget)
        head.addWidget(self._empty)
        column.addLayout(head)
        self._table = RecordTable(self._columns(), name=translate("Bin", "Bin"))
        self._table.activated_id.connect(self._take_out)
        self._table.current_id.connect(lambda _id: self._show_current())
        self._list = ShortRecordList(self._table)
        self._place = QStackedLayout()
        # First into its place: what is laid out nowhere would be a window of its own for a moment.
        column.addLayout(self._place, 1)
        self._place.addWidget(self._table)
        self._place.addWidget(
            EmptyState(
                "trash-2",
                translate("Bin", "The bin is empty"),
                translate("Bin", "Nothing was deleted lately. What you delete can be undone here."),
            )
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        outer.addWidget(card)

    def refresh(self) -> None:
        """Read what is in the bin."""
        self.background.read(deletions, self._show, owner=self, key="deletions")

    def _columns(self) -> list[Column[DeletionRow]]:
        display = self._ui.display
        return [
            name_column("title", translate("Bin", "What"), self._what, width=120, sortable=False),
            Column(
                key="kind",
                title=translate("Bin", "Kind"),
                format=_kind,
                badge=lambda _row: BadgeKind.GREY,
                sortable=False,
            ),
            day_column(
                display,
                "deleted_at",
                translate("Bin", "Deleted"),
                lambda row: row.deleted_at,
                width=150,
                sortable=False,
            ),
            number_column(
                display,
                "records",
                translate("Bin", "Records"),
                lambda row: row.records,
                width=90,
                sortable=False,
            ),
        ]

    def _show(self, rows: list[DeletionRow]) -> None:
        self._place.setCurrentIndex(0 if rows else 1)
        self._restore.setEnabled(bool(rows))
        self._empty.setEnabled(bool(rows))
        self._list.show(rows)
        self._show_current()

    def _restore_current(self) -> None:
        current = self._table.current()
        if current is not None:
            self._take_out(current)

    def _take_out(self, deletion_id: UUID) -> None:
        row = self._list.row(deletion_id)
        if row is None:
            return
        name = isolate_words(_name(row))
        text = translate("Bin", "“{name}” is back in its place.", name=name)
        if row.count > 1:
            count = self._ui.display.number(row.count - 1)
            text = translate("Bin", "“{name}” and {count} more are back.", name=name, count=count)
        restore_or_ask(
            self._ui,
            lambda session, accepted: restore_deletion(session, deletion_id, accepted=accepted),
            lambda _count: self._ui.messenger.inform(text),
            owner=self,
        )

    def _what(self, row: DeletionRow) -> str:
        """Return what a row is called: one of its records, and how many more there are."""
        if row.count == 1:
            return _name(row)
        count = self._ui.display.number(row.count - 1)
        return translate(
            "Bin", "{name} and {count} more", name=isolate_words(_name(row)), count=count
        )

    def _show_current(self) -> None:
        row = self._list.current()
        self.forget.setEnabled(row is not None and row.kind is RecordKind.CUSTOMER)

    def _ask_forget(self) -> None:
        current = self._table.current()
        if current is None:
            return
        self.background.read(
            lambda session: binned_customer(session, current), self._open_forget, owner=self
        )

    def _open_forget(self, one: BinnedCustomer | None) -> None:
        if one is None:
            self._ui.messenger.inform(
                translate(
                    "Bin",
                    "This was several customers or a merge: take it back out, and forget each.",
                )
            )
            return
        who = Forgettable(id=one.id, name=one.name, code=one.code)
        open_forget_sheet(self._ui, self, who)

    def _ask_empty(self) -> None:
        self._ui.messenger.ask(
            translate("Bin", "Empty the bin for good?"),
            detail=translate("Bin", "What is in it cannot be taken back any more."),
            accept=translate("Bin", "Empty the bin"),
            on_accept=self._empty_now,
            dangerous=True,
        )

    def _empty_now(self) -> None:
        if not self._ui.require_permission(Permission.DELETE_FOR_GOOD):
            return
        self.background.write(
            empty_bin,
            lambda _count: self._ui.messenger.inform(translate("Bin", "The bin was emptied.")),
            owner=self,
        )


def _name(row: DeletionRow) -> str:
    return row.title or translate("Bin", "Untitled")


def _kind(row: DeletionRow) -> str:
    return RECORDS[row.table].title if row.kind is None else label(row.kind)
