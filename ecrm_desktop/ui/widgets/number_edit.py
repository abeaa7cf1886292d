"""A whole number, such as minutes or days."""

from PySide6.QtWidgets import QLabel

from ecrm_desktop.ui.widgets.numeric_edit import NumericEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.numerals import parse_scaled


class NumberEdit(NumericEdit):
    """A whole number from 0 to `limit`, or None; `unit` stands beside it."""

    def __init__(self, display: Display, *, limit: int = 1_000_000, unit: str = "") -> None:
        super().__init__(display)
        self._limit = limit
        self._unit = unit
        if unit:
            label = QLabel(unit)
            label.setProperty("role", "muted")
            self.add_beside(label)

    def parse(self, text: str) -> int:
        """Return the number; InvalidInput as `parse_scaled` raises it."""
        return parse_scaled(text, 0, limit=self._limit)

    def format(self, number: int) -> str:
        """Return a number in groups of three."""
        return self.display.number(number)

    def set_name(self, name: str) -> None:
        """Tell screen readers the unit too."""
        super().set_name(f"{name} ({self._unit})" if self._unit else name)
