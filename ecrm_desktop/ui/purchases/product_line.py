"""The line where goods are scanned or looked for by name."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.products import ProductChoice, find_by_code, find_products
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.widgets.hit_line import HitLine
from ecrm_desktop.ui.widgets.hit_popup import Hit, Search
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import clean

SCANNED: Final = "scanned"
PICKED: Final = "picked"
FREE: Final = "free"
_SHOWN = 7
# So many digits are a barcode; one that is not known must not become a line of its own, nor the
# product whose code it is a part of.
_BARCODE_DIGITS = 8


class ProductLine(HitLine):
    """Finds products by barcode, code or part of the name; any other text may become a line.

    `chosen(Hit)`: a hit of kind `SCANNED` is exactly the code that was typed, one of `PICKED` was
    chosen from the list, both with a `ProductChoice` as `id`; `FREE` is the text itself.
    `unknown(text)` for a barcode nobody has; `passed` for Enter in the empty line.
    """

    passed = Signal()

    def __init__(self, background: Background, display: Display, owner: QObject) -> None:
        super().__init__(
            product_search(background, display, owner), lambda text: unknown_code(text, display)
        )
        self.setPlaceholderText(
            translate("PurchaseForm", "Scan a barcode, or type a product's name")
        )
        self.setAccessibleName(translate("PurchaseForm", "Product or barcode"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the next scan replace what was left here, such as a code that nothing has."""
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on with Enter where nothing was typed."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.wanted:
            self.passed.emit()
        else:
            super().keyPressEvent(event)


def product_search(background: Background, display: Display, owner: QObject) -> Search:
    """Return the search of a `ProductLine`."""

    def search(text: str, show: Callable[[Sequence[Hit]], None]) -> None:
        background.read(
            lambda session: _find(session, text),
            lambda found: show(_hits(text, *found, display)),
            owner=owner,
            key="products",
        )

    return search


def unknown_code(text: str, display: Display) -> str:
    """Return what is said about a barcode that no product has."""
    return translate("PurchaseForm", "No product has the code “{code}”.", code=display.code(text))


def _find(session: Session, text: str) -> tuple[ProductChoice | None, list[ProductChoice]]:
    try:
        exact = find_by_code(session, text)
    except EcrmError:
        return None, []
    return exact, find_products(session, text, limit=_SHOWN)


def _hits(
    text: str, exact: ProductChoice | None, found: Sequence[ProductChoice], display: Display
) -> list[Hit]:
    hits = [_hit(SCANNED, exact, display)] if exact is not None else []
    digits = to_latin_digits(text)
    if digits.isdigit() and len(digits) >= _BARCODE_DIGITS:
        return hits
    hits += [_hit(PICKED, one, display) for one in found if exact is None or one.id != exact.id]
    try:
        title = clean(text)
    except EcrmError:
        return hits
    free = translate("PurchaseForm", "As free text, without a product of the list")
    return [*hits, Hit(kind=FREE, id=title, title=title, text=free, icon="pencil")]


def _hit(kind: str, choice: ProductChoice, display: Display) -> Hit:
    parts = [display.money_with_unit(choice.price), choice.brand, display.code(choice.code)]
    return Hit(
        kind=kind,
        id=choice,
        title=choice.name,
        text=dotted(parts),
        icon="barcode" if kind == SCANNED else "package",
    )
