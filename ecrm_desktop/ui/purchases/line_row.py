"""One line of a purchase while it is typed: product or text, quantity, price, discount."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ecrm_desktop.drafts.purchases import LineDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.products import ProductChoice
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.purchases.elided_label import ElidedLabel
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.quantity_edit import QuantityEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.quantity import ONE
from ecrm_desktop.values.totals import line_total

FIELDS = ("title", "quantity", "unit_price", "discount")


class LineRow(QObject):
    """The fields of one line; whoever owns it puts its `cells` into a grid.

    `edited` when a person changed it, `removed` when its cross is pressed. A line of a product
    has the product's name as its title; any other can be retitled.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, display: Display, *, product_id: UUID | None, title: str, unit: str) -> None:
        super().__init__()
        self._display = display
        self.product_id = product_id
        self.line_id: UUID | None = None
        self._unit = unit
        self.name = ElidedLabel()
        self.title = TextEdit()
        self.quantity = QuantityEdit(display)
        self.unit_price = MoneyEdit(display, words=False, unit=False)
        self.discount = MoneyEdit(display, words=False, unit=False)
        self.total = Label()
        rtl = self.total.layoutDirection() == Qt.LayoutDirection.RightToLeft
        end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        flags = end | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self.total.setAlignment(flags)
        self.cross = QToolButton()
        self.cross.setIcon(theme.icon("x", "muted"))
        self.cross.setIconSize(QSize(14, 14))
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setToolTip(translate("PurchaseForm", "Remove this line (Ctrl+Delete)"))
        self.cross.clicked.connect(lambda _checked: self.removed.emit())
        self.quantity.set_value(ONE)
        self._show_title(title)
        for name, field in self.fields():
            field.edited.connect(self._on_edited)
            field.set_name(_names()[name])
        self.show_total()

    @classmethod
    def of_product(cls, choice: ProductChoice, display: Display) -> "LineRow":
        """Return a line of one piece of a product at its price."""
        row = cls(display, product_id=choice.id, title=choice.name, unit=choice.unit)
        row.unit_price.set_value(choice.price)
        row.show_total()
        return row

    @classmethod
    def of_draft(cls, draft: LineDraft, unit: str, display: Display) -> "LineRow":
        """Return a line as it was stored."""
        row = cls(display, product_id=draft.product_id, title=draft.title, unit=unit)
        row.line_id = draft.line_id
        row.quantity.set_value(draft.quantity)
        row.unit_price.set_value(draft.unit_price)
        row.discount.set_value(draft.discount or None)
        row.show_total()
        return row

    @classmethod
    def of_snapshot(cls, contents: dict[str, Any], display: Display) -> "LineRow":
        """Return a line as `snapshot` gave it; ValueError, KeyError or TypeError if it is none."""
        product_id, line_id = contents["product_id"], contents["line_id"]
        row = cls(
            display,
            product_id=UUID(product_id) if product_id else None,
            title=str(contents["title"]),
            unit=str(contents["unit"]),
        )
        row.line_id = UUID(line_id) if line_id else None
        row.title.restore(contents["title"])
        for name in ("quantity", "unit_price", "discount"):
            row.field(name).restore(contents[name])
        row.show_total()
        return row

    def shown_title(self) -> str:
        """Return what the line says was bought."""
        return self.title.text()

    def snapshot(self) -> dict[str, Any]:
        """Return what was typed, finished or not, as JSON can hold it."""
        return {
            "product_id": str(self.product_id) if self.product_id else "",
            "line_id": str(self.line_id) if self.line_id else "",
            "unit": self._unit,
            **{name: self.field(name).snapshot() for name in FIELDS},
        }

    def cells(self) -> tuple[QWidget, ...]:
        """Return the widgets in reading order: title, quantity, price, discount, total, cross."""
        title = self.name if self.product_id else self.title
        return (title, self.quantity, self.unit_price, self.discount, self.total, self.cross)

    def fields(self) -> Iterator[tuple[str, Field[Any]]]:
        """Yield what can be typed in, by name."""
        for name in FIELDS:
            if name != "title" or not self.product_id:
                yield name, self.field(name)

    def field(self, name: str) -> Field[Any]:
        """Return one of `FIELDS`."""
        found: Field[Any] = getattr(self, name)
        return found

    def lines(self) -> list[QLineEdit]:
        """Return the editors, in the order the keyboard goes through them."""
        editors = [editor for _name, field in self.fields() for editor in field.editors]
        return [editor for editor in editors if isinstance(editor, QLineEdit)]

    def add_one(self) -> None:
        """Add one piece; a quantity that cannot be read begins anew."""
        try:
            quantity = self.quantity.value() or 0
        except InvalidInput:
            quantity = 0
        self.quantity.set_value(quantity + ONE)
        self._on_edited()

    def value(self) -> LineDraft:
        """Return the line; InvalidInput with one of `FIELDS` as its field if it is wrong."""
        values = {}
        for name, field in self.fields():
            if name != "discount" and field.is_empty():
                problem = Problem.NAME_MISSING if name == "title" else Problem.TEXT_EMPTY
                raise InvalidInput(problem, name)
            try:
                values[name] = field.value()
            except InvalidInput as error:
                raise error.at(name) from None
        draft = LineDraft(
            line_id=self.line_id,
            product_id=self.product_id,
            title=values.get("title", self.name.text()),
            quantity=values["quantity"],
            unit_price=values["unit_price"],
            discount=values["discount"] or 0,
        )
        try:
            line_total(draft.quantity, draft.unit_price, draft.discount)
        except InvalidInput as error:
            discounted = error.problem is Problem.DISCOUNT_TOO_LARGE
            raise error.at("discount" if discounted else "unit_price") from None
        return draft

    def amount(self) -> int | None:
        """Return what the line costs; None while it cannot be told."""
        try:
            draft = self.value()
        except InvalidInput as error:
            if error.field != "title":
                return None
            return self._untitled_amount()
        return line_total(draft.quantity, draft.unit_price, draft.discount)

    def show_total(self) -> None:
        """Show what the line costs."""
        amount = self.amount()
        self.total.setText("—" if amount is None else self._display.money(amount))

    def say_wrong(self, error: InvalidInput | None) -> str:
        """Mark the field an error is about, and no other; return the sentence."""
        sentence = explain(error) if error is not None else ""
        for name, field in self.fields():
            is_it = error is not None and error.field == name
            field.set_wrong(sentence if is_it else "")
            field.setToolTip(sentence if is_it else "")
        return sentence

    def _untitled_amount(self) -> int | None:
        try:
            quantity, price = self.quantity.value(), self.unit_price.value()
            return line_total(quantity or 0, price or 0, self.discount.value() or 0)
        except InvalidInput:
            return None

    def _show_title(self, title: str) -> None:
        self.name.show_name(title, self._unit)
        self.title.set_value(title)

    def _on_edited(self) -> None:
        self.show_total()
        self.edited.emit()


def _names() -> dict[str, str]:
    return {
        "title": translate("PurchaseForm", "Title"),
        "quantity": translate("PurchaseForm", "Quantity"),
        "unit_price": translate("PurchaseForm", "Unit price"),
        "discount": translate("PurchaseForm", "Discount"),
    }
