"""How many, or how much by weight or length."""

from ecrm_desktop.ui.widgets.numeric_edit import NumericEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.quantity import PLACES, parse_quantity


class QuantityEdit(NumericEdit):
    """Thousandths (1500 is one and a half) above zero, or None."""

    def __init__(self, display: Display) -> None:
        super().__init__(display, places=PLACES)

    def parse(self, text: str) -> int:
        """Return thousandths; InvalidInput as `parse_quantity` raises it."""
        return parse_quantity(text.replace("/", "."))

    def format(self, number: int) -> str:
        """Return a quantity without needless zeros."""
        return self.display.quantity(number)
