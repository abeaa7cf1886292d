"""The sheet in which goods of a purchase are taken back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.drafts.purchases import ReturnDraft, ReturnLineDraft
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.purchases import PurchaseDetail, purchase_detail
from ecrm_desktop.services.returns import record_return
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.purchases.return_row import ReturnRow
from ecrm_desktop.ui.purchases.texts import customer_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import amount_in_words
from ecrm_desktop.values.text import isolate_words

_WIDTH: Final = 680
_WIDTHS: Final = (0, 96, 84, 132)  # of the columns; the name takes what is left
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReturnForm(Form):
    """The lines of one purchase, each with how much of it comes back; then why and when."""

    def __init__(self, ui: UiContext, purchase: PurchaseDetail) -> None:
        super().__init__(label_width=86)
        self._ui = ui
        self._purchase = purchase
        self.rows = [ReturnRow(line, ui.display) for line in purchase.lines if line.left]
        self._said = Label("", "error", wrap=True)
        self._total = Label("", "heading")
        self._words = Label("", "small")
        self.add_widget(self._heading())
        self.add_widget(self._grid())
        self.add_widget(self._totals())
        self.reason = self.add(
            "reason",
            translate("ReturnForm", "Reason"),
            TextEdit(placeholder=translate("ReturnForm", "such as wrong size, damaged")),
        )
        self.day = self.add(
            "returned_on",
            translate("ReturnForm", "Date"),
            JalaliEdit(ui.display, today=ui.today),
            required=Problem.TEXT_EMPTY,
        )
        self.day.set_value(ui.today())
        for row in self.rows:
            row.edited.connect(partial(self._on_row_edited, row))
            for line in row.lines():
                line.installEventFilter(self)
        self._show_total()

    def draft(self) -> ReturnDraft:
        """Return what comes back; InvalidInput at the field that is wrong."""
        day = self.day.value() or self._ui.today()
        now = datetime.now(self._ui.display.timezone)
        return ReturnDraft(
            purchase_id=self._purchase.id,
            returned_on=day,
            returned_at=datetime.combine(day, now.timetz()).astimezone(UTC),
            user_id=self._ui.user.id,
            reason=self.reason.value(),
            lines=tuple(line for _row, line in self._returned()),
        )

    def check(self) -> bool:
        """Check the quantities too; the first wrong one gets the keyboard."""
        rest = super().check()
        for row in self.rows:
            try:
                row.value()
            except InvalidInput as error:
                self._go_to_wrong(row, error)
                return False
        if not self._returned():
            self._say(explain(InvalidInput(Problem.LINES_MISSING)))
            self.rows[0].quantity.setFocus(Qt.FocusReason.TabFocusReason)
            return False
        return rest

    def show_error(self, error: Exception) -> bool:
        """Say errors of lines at their cells."""
        parts = (error.field or "").split(".") if isinstance(error, EcrmError) else [""]
        if not isinstance(error, EcrmError) or parts[0] != "lines":
            return super().show_error(error)
        returned = self._returned()
        at = int(parts[1]) if len(parts) > 1 else 0
        row = returned[at][0] if at < len(returned) else self.rows[0]
        name = parts[-1] if parts[-1] in {"quantity", "amount"} else "amount"
        self._go_to_wrong(row, InvalidInput(error.problem, name, **error.details))
        return True

    def snapshot(self) -> dict[str, Any]:
        """Return the quantities too."""
        rows = {str(row.line_id): row.snapshot() for row in self.rows}
        return {**super().snapshot(), "lines": rows}

    def restore(self, contents: Mapping[str, Any]) -> None:
        """Restore the quantities too."""
        super().restore(contents)
        kept = contents.get("lines")
        for row in self.rows:
            typed = kept.get(str(row.line_id)) if isinstance(kept, dict) else None
            if isinstance(typed, dict):
                row.restore(typed)
        self._show_total()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move on with Enter; check a cell that is left."""
        row = next((one for one in self.rows if watched in one.lines()), None)
        if row is not None and event.type() == QEvent.Type.FocusOut:
            self._leave(row)
        elif row is not None and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.type() == QEvent.Type.KeyPress and event.key() in _ENTER and not control:
                self._go_on(row, watched)
                return True
        return super().eventFilter(watched, event)

    def _heading(self) -> QWidget:
        display, purchase = self._ui.display, self._purchase
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        summary = translate(
            "ReturnForm",
            "Purchase {number} · {customer} · {date}",
            number=display.code(purchase.number),
            customer=isolate_words(customer_text(purchase.customer_name)),
            date=display.day(purchase.purchased_on),
        )
        row.addWidget(Label(summary, "muted"), 1)
        everything = Button(translate("ReturnForm", "Everything comes back"), icon="rotate-ccw")
        everything.clicked.connect(lambda _checked: self._take_all())
        row.addWidget(everything)
        return whole

    def _grid(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        grid = QGridLayout(frame)
        grid.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.XS)
        grid.setColumnStretch(0, 1)
        titles = (
            translate("ReturnForm", "Item"),
            translate("ReturnForm", "May come back"),
            translate("ReturnForm", "Quantity"),
            translate("ReturnForm", "Given back ({unit})", unit=self._ui.display.unit_name),
        )
        for column, title in enumerate(titles):
            grid.addWidget(Label(title, "small"), 0, column)
        for at, row in enumerate(self.rows, start=1):
            for column, cell in enumerate(row.cells()):
                if _WIDTHS[column]:
                    cell.setFixedWidth(_WIDTHS[column])
                grid.addWidget(cell, at, column)
        return frame

    def _totals(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        for label in (self._said, self._total, self._words):
            column.addWidget(label)
        self._said.hide()
        return whole

    def _returned(self) -> list[tuple[ReturnRow, ReturnLineDraft]]:
        found = [(row, row.value()) for row in self.rows]
        return [(row, line) for row, line in found if line is not None]

    def _take_all(self) -> None:
        for row in self.rows:
            row.take_all()

    def _on_row_edited(self, row: ReturnRow) -> None:
        row.say_wrong(None)
        self._say("")
        self._show_total()
        self.changed.emit()

    def _show_total(self) -> None:
        try:
            total = sum(line.amount for _row, line in self._returned())
        except InvalidInput:
            self._total.setText(_total_text("—"))
            self._words.hide()
            return
        display: Display = self._ui.display
        self._total.setText(_total_text(display.money_with_unit(total)))
        words = amount_in_words(total, display.currency, display.unit, display.language)
        self._words.setText(words)
        self._words.setVisible(bool(total))

    def _leave(self, row: ReturnRow) -> None:
        row.quantity.tidy()
        row.amount.tidy()
        error: InvalidInput | None = None
        try:
            row.value()
        except InvalidInput as wrong:
            error = wrong
        self._say(row.say_wrong(error))

    def _go_on(self, row: ReturnRow, line: QLineEdit) -> None:
        # Who has no quantity for a line goes on to the next line.
        skips = line is row.quantity.line and row.quantity.is_empty()
        at = self.rows.index(row)
        following: QWidget = self.reason
        if line is row.quantity.line and not skips:
            following = row.amount
        elif at + 1 < len(self.rows):
            following = self.rows[at + 1].quantity
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _go_to_wrong(self, row: ReturnRow, error: InvalidInput) -> None:
        field = row.quantity if error.field == "quantity" else row.amount
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self._say(row.say_wrong(error))


class ReturnSheet(FormSheet):
    """Takes goods back; `saved(UUID)` of the return."""

    def __init__(self, ui: UiContext, asker: QWidget, purchase: PurchaseDetail) -> None:
        self.returning = ReturnForm(ui, purchase)
        super().__init__(
            asker,
            ui.messenger,
            ui.background,
            title=translate("ReturnForm", "Take goods back"),
            form=self.returning,
            action=self._action_of_form,
            width=_WIDTH,
            autosaves=ui.autosaves,
            autosave_key=f"returns:{purchase.id}",
        )
        self.saved.connect(
            lambda _id: ui.messenger.inform(translate("ReturnForm", "The return is saved."))
        )

    def first_focus(self) -> QWidget | None:
        """Begin with the first quantity."""
        return self.returning.rows[0].quantity.line

    def _action_of_form(self) -> Action:
        draft = self.returning.draft()
        return lambda session: record_return(session, draft)


def open_return_form(ui: UiContext, asker: QWidget, *, purchase_id: UUID) -> None:
    """Open the sheet over the window of `asker`, or say that nothing is left to come back."""

    def show(purchase: PurchaseDetail) -> None:
        if any(line.left for line in purchase.lines):
            ReturnSheet(ui, asker, purchase).open()
        else:
            ui.messenger.inform(
                translate("ReturnForm", "Everything of this purchase came back already.")
            )

    ui.background.read(lambda session: purchase_detail(session, purchase_id), show, owner=asker)


def _total_text(amount: str) -> str:
    return translate("ReturnForm", "To give back: {amount}", amount=amount)
