"""A phone number, left to right, that says how many digits are missing."""

from typing import Any

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.ui.widgets.field import LineField
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.phone import Phone, grouped


class PhoneEdit(LineField[Phone | None]):
    """A valid phone or None; `area_code` completes a landline of the shop's own city."""

    def __init__(self, display: Display, *, area_code: str = "", placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder, left_to_right=True)
        self._display = display
        self._area_code = area_code

    def value(self) -> Phone | None:
        """Return the number; InvalidInput as `Phone.parse` raises it."""
        if self.is_empty():
            return None
        return Phone.parse(self.line.text(), area_code=self._area_code)

    def set_value(self, value: Phone | None) -> None:
        """Show a number in groups."""
        self.line.setText("" if value is None else self._display.digits(grouped(value.number)))

    def restore(self, contents: Any) -> None:
        """Show the text as it was typed."""
        super().restore(contents)
        self.tidy()

    def tidy(self) -> None:
        """Write a whole number in groups, and any digits as the language does."""
        try:
            value = self.value()
        except InvalidInput:
            self.line.setText(self._display.digits(self.line.text()))
            return
        self.set_value(value)

    def _on_edited(self, text: str) -> None:
        shown = self._display.digits(text)
        if shown != text:
            place = self.line.cursorPosition()
            self.line.setText(shown)
            self.line.setCursorPosition(place)
        super()._on_edited(text)
