"""Customers who may be one person, to be compared, joined or left apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.merge_proposals import (
    SHARED_BY_MOST,
    MergeProposal,
    ProposedCustomer,
    merge_proposals,
)
from ecrm_desktop.queries.similar_customers import Similarity
from ecrm_desktop.services.customer_merges import merge_pairs, undo_merges
from ecrm_desktop.services.distinct_customers import (
    keep_customers_apart,
    propose_customers_again,
)
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.customers.merge import open_merge_sheet
from ecrm_desktop.ui.restoring import restore_or_ask
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.columns import name_column, number_column
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.ui.widgets.record_list import ShortRecordList
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.ids import derived_id

_WIDTH: Final = 820
_TABLE_HEIGHT: Final = 320
_MOST: Final = 300


@dataclass(frozen=True, slots=True)
class _Row:
    id: UUID
    proposal: MergeProposal


class MergeProposalsSheet(Sheet):
    """A row a pair: Enter compares it, several can be joined at once, and all of it undone."""

    def __init__(self, ui: UiContext, asker: QWidget) -> None:
        self._ui = ui
        self._asker = asker
        self.explanation = Label(role="muted", wrap=True)
        self.table: RecordTable[_Row] = RecordTable(
            self._table_columns(), name=translate("MergeProposals", "Pairs of customers")
        )
        self._list = ShortRecordList(self.table)
        self._nothing = EmptyState(
            "users",
            translate("MergeProposals", "Nobody seems to be here twice"),
            translate(
                "MergeProposals",
                "Customers with one national ID, or with one phone or e-mail address and names"
                " that are alike, would stand here.",
            ),
        )
        super().__init__(
            asker,
            ui.messenger,
            title=translate("MergeProposals", "Is this one person?"),
            body=self._body(),
            width=_WIDTH,
        )
        self.show_closing_only()
        self._compare = self.add_primary(
            translate("MergeProposals", "Compare and merge"), self._compare_current
        )
        self.join = self.add_button("", self._join_selected)
        self.apart = self.add_button(translate("MergeProposals", "They are two"), self._keep_apart)
        self.table.activated_id.connect(lambda _id: self._compare_current())
        self.table.selected.connect(self._show_buttons)
        self._show_buttons(0)
        for one in (self.table, self._nothing):
            one.hide()
        self._read()

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self.explanation)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing)
        return body

    def _table_columns(self) -> list[Column[_Row]]:
        display = self._ui.display

        def who(one: ProposedCustomer) -> str:
            return dotted((one.name, display.code(one.code), one.city))

        return [
            name_column(
                "kept",
                translate("MergeProposals", "Stays"),
                lambda row: who(row.proposal.kept),
                width=200,
                sortable=False,
            ),
            name_column(
                "merged",
                translate("MergeProposals", "Is joined"),
                lambda row: who(row.proposal.merged),
                width=200,
                sortable=False,
            ),
            Column(
                key="shared",
                title=translate("MergeProposals", "In common"),
                format=lambda row: self._shared(row.proposal),
                width=190,
                sortable=False,
            ),
            number_column(
                display,
                "purchases",
                translate("MergeProposals", "Purchases"),
                lambda row: row.proposal.kept.purchase_count + row.proposal.merged.purchase_count,
                width=100,
                sortable=False,
            ),
        ]

    def _shared(self, one: MergeProposal) -> str:
        display = self._ui.display
        match one.similarity:
            case Similarity.PHONE:
                return display.phone(one.matched)
            case Similarity.NATIONAL_ID:
                return translate(
                    "MergeProposals", "National ID {text}", text=display.code(one.matched)
                )
            case _:
                return one.matched

    def _read(self) -> None:
        self._ui.background.read(
            lambda session: merge_proposals(session, _MOST), self._show, owner=self, key="pairs"
        )

    def _show(self, proposals: Sequence[MergeProposal]) -> None:
        rows = [_Row(derived_id(one.kept.id, "pair", one.merged.id.hex), one) for one in proposals]
        self._list.show(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.explanation.setVisible(bool(rows))
        self.explanation.setText(self._explanation(len(rows)))
        self._show_buttons(self.table.selected_count())
        self.place()
        if rows:
            self.table.setFocus()

    def _explanation(self, count: int) -> str:
        number = self._ui.display.number
        said = translate(
            "MergeProposals",
            "{count} pairs, the surest first. What is joined can be parted again. A number that"
            " more than {most} customers have is not counted as one of a person.",
            count=number(count),
            most=number(SHARED_BY_MOST),
        )
        if count < _MOST:
            return said
        return f"{said} {translate('MergeProposals', 'There are more: they follow.')}"

    def _show_buttons(self, count: int) -> None:
        for button in (self._compare, self.apart):
            button.setVisible(bool(self.table.paged.ids))
        self._compare.setEnabled(count == 1)
        self.apart.setEnabled(count >= 1)
        self.join.setVisible(count > 1)
        text = translate(
            "MergeProposals", "Merge these {count} pairs", count=self._ui.display.number(count)
        )
        self.join.setText(text)
        self.join.setAccessibleName(text)

    def _selected(self) -> list[MergeProposal]:
        rows = (self._list.row(one) for one in self.table.selected_ids())
        return [row.proposal for row in rows if row is not None]

    def _compare_current(self) -> None:
        row = self._list.current()
        if row is not None:
            sheet = open_merge_sheet(
                self._ui, self._asker, row.proposal.kept.id, row.proposal.merged.id
            )
            sheet.merged.connect(lambda _id: self._read())

    def _join_selected(self) -> None:
        pairs = [(one.kept.id, one.merged.id) for one in self._selected()]
        self._ui.background.write(
            lambda session: merge_pairs(session, pairs), self._tell_joined, owner=self
        )

    def _tell_joined(self, merges: list[UUID]) -> None:
        ui, messenger = self._ui, self.messenger

        def undo() -> None:
            # The bar outlives the sheet, so the undo must not belong to it.
            restore_or_ask(
                ui,
                lambda session, accepted: undo_merges(session, merges, accepted=accepted),
                lambda _nothing: messenger.inform(
                    translate("MergeProposals", "The customers are apart again.")
                ),
                owner=messenger,
            )

        count = ui.display.number(len(merges))
        text = translate("MergeProposals", "{count} customers were joined.", count=count)
        messenger.offer_undo(text, undo, lasting=True)
        self._read()

    def _keep_apart(self) -> None:
        pairs = [(one.kept.id, one.merged.id) for one in self._selected()]
        self._ui.background.write(
            lambda session: [keep_customers_apart(session, *pair) for pair in pairs],
            self._tell_apart,
            owner=self,
        )

    def _tell_apart(self, notes: list[UUID]) -> None:
        ui, messenger = self._ui, self.messenger

        def undo() -> None:
            ui.background.write(
                lambda session: propose_customers_again(session, notes),
                lambda _none: messenger.inform(
                    translate("MergeProposals", "You will be asked about them again.")
                ),
                owner=messenger,
            )

        messenger.offer_undo(
            translate("MergeProposals", "They stay two; nobody is asked about them again."),
            undo,
            lasting=True,
        )
        self._read()


def open_merge_proposals(ui: UiContext, asker: QWidget) -> MergeProposalsSheet:
    """Open the list of who may be one person."""
    sheet = MergeProposalsSheet(ui, asker)
    sheet.open()
    return sheet
