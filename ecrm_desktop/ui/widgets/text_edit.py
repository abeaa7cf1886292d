"""A line of text, cleaned."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from ecrm_desktop.ui.widgets.field import LineField
from ecrm_desktop.values.text import clean


class TextEdit(LineField[str]):
    """One line; its value is cleaned and "" when empty."""

    def __init__(
        self,
        *,
        placeholder: str = "",
        limit: int = 200,
        left_to_right: bool = False,
        suggestions: Sequence[str] = (),
    ) -> None:
        super().__init__(placeholder=placeholder, left_to_right=left_to_right)
        self._limit = limit
        if suggestions:
            self.suggest(suggestions)

    def value(self) -> str:
        """Return the cleaned text; InvalidInput as `clean` raises it."""
        return clean(self.line.text(), limit=self._limit)

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.line.setText(value)
        self.line.setCursorPosition(0)

    def suggest(self, words: Sequence[str]) -> None:
        """Offer words that contain what is typed."""
        completer = QCompleter(list(words), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _text: self.edited.emit())
        self.line.setCompleter(completer)
