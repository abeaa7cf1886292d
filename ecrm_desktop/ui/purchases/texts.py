"""How a purchase is told in words, the same in list, card and forms."""

from collections.abc import Sequence
from typing import Final

from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.queries.purchases import PurchaseLineRow, PurchaseRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import isolate_words

_RIGHT_TO_LEFT_MARK: Final = "\u200f"


def customer_text(name: str) -> str:
    """Return the customer's name, or that there is none."""
    return name or translate("Purchases", "Passing customer")


def titles_text(titles: Sequence[str], count: int, display: Display) -> str:
    """Return the first titles of a purchase, and how many lines there are beyond them."""
    comma = "، " if language() == "fa" else ", "
    # Without a letter of its own outside the titles, the text would be taken for left-to-right.
    start = _RIGHT_TO_LEFT_MARK if language() in RIGHT_TO_LEFT else ""
    text = start + comma.join(map(isolate_words, titles))
    if count <= len(titles):
        return text
    return translate(
        "Purchases",
        "{titles} and {count} more",
        titles=text,
        count=display.number(count - len(titles)),
    )


def payment_text(row: PurchaseRow) -> str:
    """Return how a purchase was paid, "" if nobody said."""
    return label(row.payment_method) if row.payment_method else ""


def line_text(line: PurchaseLineRow, display: Display) -> str:
    """Return `۲ عدد × ۱۲۵٬۰۰۰` and what was taken off."""
    values = {
        "quantity": quantity_text(line.quantity, line.unit, display),
        "price": display.money(line.unit_price),
        "discount": display.money(line.discount),
    }
    if line.discount:
        return translate("Purchases", "{quantity} × {price}, less {discount}", **values)
    return translate("Purchases", "{quantity} × {price}", **values)


def quantity_text(quantity: int, unit: str, display: Display) -> str:
    """Return a quantity with its unit, if it has one."""
    if not unit:
        return display.quantity(quantity)
    return translate(
        "Purchases",
        "{quantity} {unit}",
        quantity=display.quantity(quantity),
        unit=isolate_words(unit),
    )
