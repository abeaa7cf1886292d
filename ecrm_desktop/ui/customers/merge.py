"""Joining two customers who are one person, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import (
    CustomerDetail,
    FieldRow,
    customer_detail,
    customer_fields,
)
from ecrm_desktop.queries.timeline import timeline_counts
from ecrm_desktop.services.customer_merges import MergeSide, merge_customers, undo_merge
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.customers.merge_lines import merge_lines
from ecrm_desktop.ui.customers.merge_table import MergeTable
from ecrm_desktop.ui.restoring import restore_or_ask
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.customer_picker import CustomerPicker
from ecrm_desktop.ui.widgets.hit_popup import Hit
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import listed
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.values.statuses import RecordKind

_WIDTH = 720


@dataclass(frozen=True, slots=True)
class _Pair:
    kept: CustomerDetail
    merged: CustomerDetail
    moving: dict[RecordKind, int]
    fields: list[FieldRow]


class MergeSheet(Sheet):
    """Asks with whom, shows where both differ, and joins them; `merged(UUID)` of who is kept."""

    merged = Signal(object)

    def __init__(self, ui: UiContext, asker: QWidget, kept: UUID, other: UUID | None) -> None:
        self._ui = ui
        self._kept, self._other = kept, other
        self._shown: _Pair | None = None
        self.picker = CustomerPicker(
            ui.background,
            ui.display,
            placeholder=translate("Merge", "Name, phone or code of the other customer"),
        )
        self.picker.set_name(translate("Merge", "The other customer"))
        self._explanation = Label(role="muted", wrap=True)
        self.table = MergeTable()
        super().__init__(
            asker,
            ui.messenger,
            title=translate("Merge", "Merge two customers"),
            body=self._body(),
            width=_WIDTH,
        )
        self._join = self.add_primary(translate("Merge", "Merge"), self._merge)
        self._turn = self.add_button(translate("Merge", "Swap"), self._swap)
        self.picker.chosen.connect(self._choose)
        self._read()

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self.picker)
        column.addWidget(self._explanation)
        column.addWidget(self.table)
        column.addStretch()
        return body

    def _choose(self, hit: Hit) -> None:
        if hit.id == self._kept:
            self.picker.set_value(None)
            self.messenger.show_error(InvalidInput(Problem.MERGE_WITH_ITSELF))
        elif isinstance(hit.id, UUID):
            self._other = hit.id
            self._read()

    def _swap(self) -> None:
        if self._other is not None:
            self._kept, self._other = self._other, self._kept
            self._read()

    def _read(self) -> None:
        kept, other = self._kept, self._other
        # Until the table shows them, what is chosen in it is about others.
        self._shown = None
        self._join.setEnabled(False)
        self.picker.setVisible(other is None)
        for widget in (self.table, self._join, self._turn):
            widget.setVisible(other is not None)
        if other is None:
            self._explanation.setText(
                translate(
                    "Merge", "Who is the same person? Both are compared before anything changes."
                )
            )
            return
        self._ui.background.read(
            lambda session: _read_pair(session, kept, other), self._show, owner=self, key="pair"
        )

    def _show(self, pair: _Pair) -> None:
        self._shown = pair
        self._join.setEnabled(True)
        lines = merge_lines(pair.kept, pair.merged, pair.fields, self._ui.display)
        self.table.show_lines(pair.kept.name, pair.merged.name, lines)
        self._explanation.setText(self._explanation_text(pair))
        self.place()
        self.table.focus_first()

    def _explanation_text(self, pair: _Pair) -> str:
        """Say what goes where; nobody is asked whether a refusal stays."""
        both = (*pair.kept.consents, *pair.merged.consents)
        answers = {(one.channel, one.granted) for one in both}
        if len(answers) == len({channel for channel, _granted in answers}):
            return self._moving_text(pair)
        refusal = translate(
            "Merge",
            "Where one of them refused adverts, the refusal stays unless a later agreement is "
            "proven.",
        )
        return f"{self._moving_text(pair)} {refusal}"

    def _moving_text(self, pair: _Pair) -> str:
        moving = listed(self._counted(pair.moving))
        words = {"kept": pair.kept.name, "merged": pair.merged.name, "records": moving}
        if moving:
            return translate(
                "Merge",
                "Phones, tags and {records} of “{merged}” go to “{kept}”. It can be undone.",
                **words,
            )
        return translate(
            "Merge",
            "Phones and tags of “{merged}” go to “{kept}”. It can be undone.",
            **words,
        )

    def _counted(self, moving: dict[RecordKind, int]) -> list[str]:
        number = self._ui.display.number
        calls, purchases = moving[RecordKind.INTERACTION], moving[RecordKind.PURCHASE]
        complaints, tasks = moving[RecordKind.COMPLAINT], moving[RecordKind.TASK]
        return [
            translate("Merge", "purchases: {count}", count=number(purchases)) if purchases else "",
            translate("Merge", "calls: {count}", count=number(calls)) if calls else "",
            translate("Merge", "complaints: {count}", count=number(complaints))
            if complaints
            else "",
            translate("Merge", "tasks: {count}", count=number(tasks)) if tasks else "",
        ]

    def _merge(self) -> None:
        shown = self._shown
        if shown is None:
            return
        choices = self.table.choices()
        self._ui.background.write(
            lambda session: _merge_as_shown(session, shown, choices),
            # What is kept by now may be the other, if somebody swaps while it is written.
            lambda merge_id: self._announce(merge_id, shown.kept.id),
            owner=self,
            failed=self._show_refused,
        )

    def _show_refused(self, error: Exception) -> None:
        self.messenger.show_error(error)
        if isinstance(error, InvalidInput) and error.problem is Problem.MERGE_CHANGED:
            self._read()

    def _announce(self, merge_id: UUID, kept: UUID) -> None:
        ui, messenger = self._ui, self.messenger

        def undo() -> None:
            # The bar outlives the sheet, so the undo must not belong to it.
            restore_or_ask(
                ui,
                lambda session, accepted: undo_merge(session, merge_id, accepted=accepted),
                tell,
                owner=messenger,
            )

        def tell(_nothing: object) -> None:
            messenger.inform(translate("Merge", "The two customers are apart again."))

        text = translate("Merge", "The two customers are one now.")
        messenger.offer_undo(text, undo, lasting=True)
        self.discard()
        self.merged.emit(kept)


def open_merge_sheet(
    ui: UiContext, asker: QWidget, kept: UUID, other: UUID | None = None
) -> MergeSheet:
    """Open the merge of two customers, or ask for the second one first."""
    sheet = MergeSheet(ui, asker, kept, other)
    sheet.open()
    return sheet


def _merge_as_shown(session: Session, shown: _Pair, choices: Mapping[str, MergeSide]) -> UUID:
    """Merge what somebody chose from; MERGE_CHANGED if one of the two is another by now."""
    kept, merged = shown.kept.id, shown.merged.id
    now = _read_pair(session, kept, merged)
    if (now.kept, now.merged) != (shown.kept, shown.merged):
        raise InvalidInput(Problem.MERGE_CHANGED)
    return merge_customers(session, kept, merged, choices)


def _read_pair(session: Session, kept: UUID, other: UUID) -> _Pair:
    return _Pair(
        kept=customer_detail(session, kept),
        merged=customer_detail(session, other),
        moving=timeline_counts(session, other),
        fields=customer_fields(session),
    )
