"""A line that only a value type can read, such as an e-mail address."""

from typing import Generic, TypeVar

from ecrm_desktop.drafts.unchanged import UNCHANGED, Unchanged
from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.ui.widgets.field import LineField
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.display import Display

Checked = TypeVar("Checked", bound=CheckedText)


class CheckedEdit(LineField[Checked | Unchanged | None], Generic[Checked]):
    """One value of `kind`, None when empty; digits alone are shown as the language writes them.

    A text that a record holds already is UNCHANGED while nobody edits it, even if it is wrong.
    """

    def __init__(self, display: Display, kind: type[Checked]) -> None:
        super().__init__(left_to_right=True)
        self._display = display
        self._kind = kind
        self._held = ""

    def value(self) -> Checked | Unchanged | None:
        """Return the value; InvalidInput as the kind's `parse` raises it."""
        if self.is_empty():
            return None
        try:
            return self._kind.parse(self.line.text())
        except InvalidInput:
            if self._shown(self.line.text()) == self._held:
                return UNCHANGED
            raise

    def set_value(self, value: Checked | Unchanged | str | None) -> None:
        """Show a value, or the text that a record holds; UNCHANGED leaves what is shown."""
        if value is not UNCHANGED:
            self.line.setText(self._shown(str(value or "")))
            self.line.setCursorPosition(0)
            self._held = self.line.text()

    def tidy(self) -> None:
        """Write the digits as the language does."""
        self.line.setText(self._shown(self.line.text()))

    def _shown(self, text: str) -> str:
        latin = any(letter.isascii() and letter.isalpha() for letter in text)
        return text if latin else self._display.digits(text)
