"""An amount of money with its unit beside it and its words below."""

from contextlib import suppress
from typing import Any, Final

from PySide6.QtWidgets import QLabel

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.ui.widgets.numeric_edit import NumericEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, amount_in_words, decimal_places, parse_amount

_TYPED: Final = "typed"
_UNIT: Final = "unit"


class MoneyEdit(NumericEdit):
    """Minor units (rials) or None; typed and shown in the shop's unit, whose name stands beside.

    Without `unit` the heading of its column has to say it.
    """

    def __init__(
        self,
        display: Display,
        *,
        words: bool = True,
        unit: bool = True,
        placeholder: str = "",
    ) -> None:
        places = decimal_places(display.currency, display.unit)
        super().__init__(display, places=places, placeholder=placeholder)
        self._words = words
        if unit:
            name = QLabel(display.unit_name)
            name.setProperty("role", "muted")
            self.add_beside(name)

    def parse(self, text: str) -> int:
        """Return minor units; InvalidInput as `parse_amount` raises it."""
        return self._parse(text, self.display.unit)

    def format(self, number: int) -> str:
        """Return an amount without its unit."""
        return self.display.money(number)

    def snapshot(self) -> Any:
        """Return what was typed and in which unit, for the shop may choose another one."""
        typed = super().snapshot()
        return {_TYPED: typed, _UNIT: self.display.unit.value} if typed else ""

    def restore(self, contents: Any) -> None:
        """Show the same amount again, in the shop's unit; versions before kept only what was typed.

        What was no amount yet is shown as it was typed.
        """
        if not isinstance(contents, dict):
            super().restore(contents)
            return
        typed, unit = contents.get(_TYPED), contents.get(_UNIT)
        super().restore(typed)
        if unit == self.display.unit or unit not in set(MoneyUnit) or not isinstance(typed, str):
            return
        with suppress(InvalidInput):
            self.set_value(self._parse(typed, MoneyUnit(unit)))

    def set_name(self, name: str) -> None:
        """Tell screen readers the unit too."""
        super().set_name(f"{name} ({self.display.unit_name})")

    def hint(self) -> str:
        """Return the amount in words, which shows a missing zero."""
        try:
            value = self.value() if self._words else None
        except InvalidInput:
            return ""
        if value is None:
            return ""
        display = self.display
        return amount_in_words(value, display.currency, display.unit, display.language)

    def _parse(self, text: str, unit: MoneyUnit) -> int:
        return parse_amount(text.replace("/", "."), self.display.currency, unit)
