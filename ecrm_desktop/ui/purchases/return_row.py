"""One line of a purchase of which something may come back."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ecrm_desktop.drafts.purchases import ReturnLineDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.purchases import PurchaseLineRow
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui.purchases.elided_label import ElidedLabel
from ecrm_desktop.ui.purchases.texts import quantity_text
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.quantity_edit import QuantityEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.totals import refund


class ReturnRow(QObject):
    """How much of `line` comes back, and the refund, which follows the quantity until changed.

    An empty quantity means that nothing does.
    """

    edited = Signal()

    def __init__(self, line: PurchaseLineRow, display: Display) -> None:
        super().__init__()
        self._line = line
        self.name = ElidedLabel()
        self.name.show_name(line.title)
        self.left = Label(quantity_text(line.left, line.unit, display))
        self.quantity = QuantityEdit(display)
        self.amount = MoneyEdit(display, words=False, unit=False)
        of_line = translate("ReturnForm", "{title}, how much comes back", title=line.title)
        self.quantity.set_name(of_line)
        self.amount.set_name(translate("ReturnForm", "{title}, given back", title=line.title))
        self.quantity.edited.connect(self._follow)
        self.amount.edited.connect(self.edited)

    @property
    def line_id(self) -> UUID:
        """The purchased line."""
        return self._line.id

    def cells(self) -> tuple[QWidget, ...]:
        """Return the widgets in reading order: name, what is left, quantity, refund."""
        return (self.name, self.left, self.quantity, self.amount)

    def lines(self) -> list[QLineEdit]:
        """Return the editors in reading order."""
        return [self.quantity.line, self.amount.line]

    def take_all(self) -> None:
        """Let everything that is left come back."""
        self.quantity.set_value(self._line.left)
        self._follow()

    def value(self) -> ReturnLineDraft | None:
        """Return what comes back, None for nothing.

        InvalidInput at `quantity` or `amount` if it is wrong.
        """
        if self.quantity.is_empty():
            return None
        try:
            quantity = self.quantity.value() or 0
            if quantity > self._line.left:
                self._show_refusal()
        except InvalidInput as error:
            raise error.at("quantity") from None
        try:
            amount = self.amount.value() or 0
        except InvalidInput as error:
            raise error.at("amount") from None
        return ReturnLineDraft(purchase_line_id=self._line.id, quantity=quantity, amount=amount)

    def snapshot(self) -> dict[str, str]:
        """Return what was typed."""
        return {"quantity": self.quantity.snapshot(), "amount": self.amount.snapshot()}

    def restore(self, contents: dict[str, object]) -> None:
        """Show what `snapshot` returned."""
        self.quantity.restore(contents.get("quantity"))
        self.amount.restore(contents.get("amount"))

    def say_wrong(self, error: InvalidInput | None) -> str:
        """Mark the field an error is about, and no other; return the sentence."""
        sentence = explain(error) if error is not None else ""
        for name, field in (("quantity", self.quantity), ("amount", self.amount)):
            field.set_wrong(sentence if error is not None and error.field == name else "")
        return sentence

    def _follow(self) -> None:
        line = self._line
        try:
            quantity = min(self.quantity.value() or 0, line.left)
        except InvalidInput:
            quantity = 0
        amount = refund(line.share, line.quantity, line.returned, quantity) if quantity else None
        self.amount.set_value(amount)
        self.edited.emit()

    def _show_refusal(self) -> None:
        raise InvalidInput(Problem.RETURN_TOO_MANY, left=self._line.left)
