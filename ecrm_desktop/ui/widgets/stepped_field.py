"""A line whose value the arrows raise and lower, such as a date or a time."""

from abc import abstractmethod
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.ui.widgets.field import LineField
from ecrm_desktop.values.display import Display

T = TypeVar("T")


class SteppedField(LineField[T]):
    """Left-to-right digits of the language, one step by Up and Down, a long one with Ctrl."""

    def __init__(self, display: Display) -> None:
        super().__init__(left_to_right=True)
        self._display = display
        self.line.installEventFilter(self)

    @abstractmethod
    def stepped(self, step: int, *, far: bool) -> T:
        """Return the value one step up (1) or down (-1), or where stepping begins."""

    def take(self, value: T) -> None:
        """Show a value that a person chose."""
        self.set_value(value)
        self.edited.emit()

    def tidy(self) -> None:
        """Write the value as it will be shown, however it was typed."""
        self._write_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows change the value."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            far = modifiers == Qt.KeyboardModifier.ControlModifier
            if step and (far or modifiers == Qt.KeyboardModifier.NoModifier):
                # What is no value stays as it was typed, to be mended.
                with suppress(InvalidInput):
                    self.take(self.stepped(step, far=far))
                return True
        return super().eventFilter(watched, event)

    def _show(self, text: str) -> None:
        self.line.setText(text)
        self.hinted.emit(self.hint())

    def _on_edited(self, text: str) -> None:
        shown = self._display.digits(text)
        if shown != text:
            place = self.line.cursorPosition()
            self.line.setText(shown)
            self.line.setCursorPosition(place)
        super()._on_edited(shown)
