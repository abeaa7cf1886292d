"""Numbers that are grouped while they are typed."""

import re
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.ui.widgets.field import LineField
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.display import Display

# What may stand in a number that is being typed; all else is left for the parser to judge.
_TYPED = re.compile(r"([0-9,٬،' ]*)(?:([.٫/])([0-9]*))?")
_SEPARATORS: Final = frozenset(",٬،' ")
_STEP_OF_KEY = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class NumericEdit(LineField[int | None]):
    """A number of `10**places` parts, None when empty; Up and Down change the whole by one.

    Digits, groups and the decimal sign are shown as the language writes them while any family of
    digits and `.`, `/` or `٫` can be typed.
    """

    def __init__(self, display: Display, *, places: int = 0, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder, left_to_right=True)
        self.display = display
        self.places = places
        self._own_groups = False
        self._before = ""
        self.line.textEdited.disconnect()
        self.line.textEdited.connect(self._on_typed)
        self.line.installEventFilter(self)

    def parse(self, text: str) -> int:
        """Return the number of a text that is not empty; InvalidInput if it is none."""
        raise NotImplementedError

    def format(self, number: int) -> str:
        """Return a number as it is shown."""
        raise NotImplementedError

    def value(self) -> int | None:
        """Return the number; InvalidInput if what was typed is none."""
        return None if self.is_empty() else self.parse(self.line.text())

    def set_value(self, value: int | None) -> None:
        """Show a number."""
        self.line.setText("" if value is None else self.format(value))
        self._before, self._own_groups = self.line.text(), False
        self.hinted.emit(self.hint())

    def tidy(self) -> None:
        """Write the number as it is shown: without zeros in front, with its decimals."""
        self._write_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count up and down."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEP_OF_KEY.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._step(step)
                return True
            self._pass_separator(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        try:
            value = self.value() or 0
            # Parsed again, so that the limits of typing are the limits of stepping.
            value = self.parse(self.format(max(0, value + step * 10**self.places)))
        except InvalidInput:
            return
        self.set_value(value)
        self.edited.emit()

    def _pass_separator(self, key: Qt.Key) -> None:
        # A separator comes back at once, so deleting one has to reach for the digit beyond it.
        text, place = self.line.text(), self.line.cursorPosition()
        if self.line.hasSelectedText():
            return
        if key == Qt.Key.Key_Backspace and text[place - 1 : place] in _SEPARATORS:
            self.line.setCursorPosition(place - 1)
        elif key == Qt.Key.Key_Delete and text[place : place + 1] in _SEPARATORS:
            self.line.setCursorPosition(place + 1)

    def _on_typed(self, text: str) -> None:
        # Who types `1,5` may mean one and a half: their own separators are left for the parser,
        # which refuses them, instead of becoming 15 under their hands.
        if _separators(text) > _separators(self._before):
            self._own_groups = True
        elif not _separators(text):
            self._own_groups = False
        shown = self.display.digits(text) if self._own_groups else self._grouped(text)
        if shown != text:
            behind = sum(one not in _SEPARATORS for one in text[self.line.cursorPosition() :])
            self.line.setText(shown)
            self.line.setCursorPosition(_place_before(shown, behind))
        self._before = self.line.text()
        self._on_edited(text)

    def _grouped(self, text: str) -> str:
        match = _TYPED.fullmatch(to_latin_digits(text))
        if match is None:
            return self.display.digits(text)
        digits = re.sub("[^0-9]", "", match[1])
        fraction = ""
        if match[2]:
            fraction = ("٫" if self.display.language == "fa" else ".") + (match[3] or "")
        separator = "٬" if self.display.language == "fa" else ","
        parts = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
        return self.display.digits(separator.join(reversed(parts)) + fraction)


def _separators(text: str) -> int:
    return sum(one in _SEPARATORS for one in text)


def _place_before(text: str, behind: int) -> int:
    """Return the place in `text` that has `behind` characters, separators aside, after it."""
    place = len(text)
    while behind and place:
        place -= 1
        behind -= text[place] not in _SEPARATORS
    return place
