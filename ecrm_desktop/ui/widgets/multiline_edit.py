"""Several lines of text."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.values.text import clean_multiline


class MultilineEdit(Field[str]):
    """Text of several lines; Enter makes a new one, Tab moves on."""

    def __init__(self, *, lines: int = 4, placeholder: str = "", limit: int = 20_000) -> None:
        self.area = QPlainTextEdit()
        super().__init__(self.area)
        self._limit = limit
        self.area.setPlaceholderText(placeholder)
        self.area.setTabChangesFocus(True)
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setFixedHeight(QFontMetrics(self.area.font()).lineSpacing() * lines + 24)
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            # Left alone, a QPlainTextEdit aligns Persian lines to the left.
            option = self.area.document().defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            self.area.document().setDefaultTextOption(option)
        self.area.textChanged.connect(self._on_changed)
        self._showing = False

    def value(self) -> str:
        """Return the cleaned text, "" when empty; InvalidInput as `clean_multiline` raises it."""
        return clean_multiline(self.area.toPlainText(), limit=self._limit)

    def set_value(self, value: str) -> None:
        """Show a text."""
        self._showing = True
        self.area.setPlainText(value)
        self._showing = False

    def is_empty(self) -> bool:
        """Whether nothing but spaces was typed."""
        return not self.area.toPlainText().strip()

    def text(self) -> str:
        """Return the text."""
        return self.area.toPlainText().strip()

    def snapshot(self) -> str:
        """Return the text as it was typed."""
        return self.area.toPlainText()

    def restore(self, contents: Any) -> None:
        """Show the text as it was typed."""
        if isinstance(contents, str):
            self.set_value(contents)

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit()
