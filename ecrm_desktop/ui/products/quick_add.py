"""A row above the list in which one product after the other is added."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.products import create_product
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.field import LineField
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.text import isolate_words

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class QuickAdd(QWidget):
    """Name, barcode and price; Enter goes on, and in the last field adds the product."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._adding = False
        self.name = TextEdit(placeholder=translate("Products", "Name of a new product"))
        self.barcode = TextEdit(
            placeholder=translate("Products", "Barcode"), limit=60, left_to_right=True
        )
        self.price = MoneyEdit(ui.display, words=False, placeholder=translate("Products", "Price"))
        self._fields: dict[str, LineField[str] | MoneyEdit] = {
            "name": self.name,
            "barcode": self.barcode,
            "price": self.price,
        }
        names = {
            "name": translate("Products", "Name of a new product"),
            "barcode": translate("Products", "Barcode"),
            "price": translate("Products", "Price"),
        }
        self._said = Label("", "error", wrap=True)
        self._said.hide()
        add = Button(translate("Products", "Add"), icon="plus")
        add.clicked.connect(lambda _checked: self.add())
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        for key, field in self._fields.items():
            field.set_name(names[key])
            field.line.installEventFilter(self)
            field.edited.connect(self._forget_wrong)
            row.addWidget(field, {"name": 4, "barcode": 2, "price": 2}[key])
        row.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, 0, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addLayout(row)
        column.addWidget(self._said)
        self.setFocusProxy(self.name)

    def add(self) -> None:
        """Add what is typed; what is wrong is said below."""
        if self._adding:
            return
        try:
            draft = self._draft()
        except InvalidInput as error:
            self._fail(error)
            return
        self._adding = True
        self._ui.background.write(
            lambda session: create_product(session, draft),
            lambda _id: self._begin_again(draft.name),
            owner=self,
            failed=self._fail,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
        ):
            lines = [field.line for field in self._fields.values()]
            at = next((at for at, line in enumerate(lines) if line is watched), -1)
            if at + 1 < len(lines):
                lines[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.add()
            return True
        return super().eventFilter(watched, event)

    def _draft(self) -> ProductDraft:
        values: dict[str, str | int | None] = {}
        for key, field in self._fields.items():
            try:
                values[key] = field.value()
            except InvalidInput as error:
                raise error.at(key) from None
        if not values["name"]:
            raise InvalidInput(Problem.NAME_MISSING, "name")
        return ProductDraft(
            name=str(values["name"]),
            barcode=str(values["barcode"]),
            price=int(values["price"] or 0),
        )

    def _begin_again(self, name: str) -> None:
        self._adding = False
        for field in self._fields.values():
            field.restore("")
        self._forget_wrong()
        self.name.setFocus()
        self._ui.messenger.inform(
            translate("Products", "“{name}” is added.", name=isolate_words(name))
        )

    def _fail(self, error: Exception) -> None:
        self._adding = False
        field = self._fields.get(error.field or "") if isinstance(error, EcrmError) else None
        if field is None or not isinstance(error, EcrmError):
            self._ui.messenger.show_error(error)
            return
        sentence = explain(error)
        field.set_wrong(sentence)
        self._said.setText(sentence)
        self._said.show()
        field.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _forget_wrong(self) -> None:
        for field in self._fields.values():
            field.set_wrong("")
        self._said.hide()
