"""What is to be said about the lines of a purchase, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label


class LinesNote(QWidget):
    """A sentence below the lines; hidden while there is none.

    `product_wanted(code)` to have a new product made for an unknown barcode.
    """

    product_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._unknown = ""
        self._take: Callable[[], None] = _nothing
        self._sentence = Label("", "error", wrap=True)
        self._make = Button(translate("PurchaseForm", "Add it to the products"), icon="plus")
        self._make.clicked.connect(lambda _checked: self.product_wanted.emit(self._unknown))
        self._theirs = Button("", kind="quiet")
        self._theirs.clicked.connect(lambda _checked: self._take())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._make)
        row.addWidget(self._theirs)
        self.say("")

    def say(self, sentence: str) -> None:
        """Say something else, without anything to do about it; "" for nothing."""
        self._sentence.setText(sentence)
        self._make.hide()
        self._theirs.hide()
        self.setVisible(bool(sentence))

    def offer_product(self, code: str) -> None:
        """Offer to make the product that has this barcode."""
        self._unknown = code
        self._make.show()

    def offer(self, text: str, take: Callable[[], None]) -> None:
        """Offer what somebody else made of the lines."""
        self._take = take
        self._theirs.setText(text)
        self._theirs.show()


def _nothing() -> None:
    """There are no other lines to take."""
