"""A line of text, cleaned and perhaps checked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from ecrm_desktop.ui.widgets.field import LineField
from ecrm_desktop.values.text import clean


class TextEdit(LineField[str]):
    """One line; its value is cleaned and "" when empty.

    `parse` checks a text that is not empty and may rewrite it, such as `parse_email`.
    """

    def __init__(
        self,
        *,
        placeholder: str = "",
        limit: int = 200,
        left_to_right: bool = False,
        parse: Callable[[str], str] | None = None,
        suggestions: Sequence[str] = (),
    ) -> None:
        super().__init__(placeholder=placeholder, left_to_right=left_to_right)
        self._limit = limit
        self._parse = parse
        if suggestions:
            self.suggest(suggestions)

    def value(self) -> str:
        """Return the cleaned text; InvalidInput as `clean` or the given `parse` raise it."""
        text = clean(self.line.text(), limit=self._limit)
        return self._parse(text) if self._parse is not None and text else text

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
