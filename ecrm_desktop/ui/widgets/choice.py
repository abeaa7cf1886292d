"""One of several, from a list that opens."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ecrm_desktop.text.labels import is_unknown, label
from ecrm_desktop.ui.widgets.field import Field

T = TypeVar("T")


class _Box(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a long form must not change what was chosen.
        event.ignore()


class Choice(Field[T]):
    """Pairs of (value, text); for "nothing chosen" give a pair with None."""

    def __init__(self, options: Sequence[tuple[T, str]]) -> None:
        self.box = _Box()
        super().__init__(self.box)
        self._options: list[tuple[T, str]] = []
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMaxVisibleItems(14)
        self.box.setMinimumContentsLength(6)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.set_options(options)
        self.box.activated.connect(lambda _index: self.edited.emit())

    def set_options(self, options: Sequence[tuple[T, str]]) -> None:
        """Offer other pairs; what was chosen stays if it is among them, else the first is."""
        before = self.snapshot()
        self._options = list(options)
        self.box.clear()
        self.box.addItems([text for _value, text in self._options])
        self.restore(before)

    def value(self) -> T:
        """Return the value of the chosen pair."""
        return self._options[self.box.currentIndex()][0]

    def set_value(self, value: T) -> None:
        """Choose the pair of a value; ValueError if there is none.

        A word of a newer version gets a pair of its own, so that nothing else is saved for it.
        """
        values = [one for one, _text in self._options]
        if isinstance(value, StrEnum) and value not in values and is_unknown(value):
            self._options.append((value, label(value)))
            self.box.addItem(label(value))
            values.append(value)
        self.box.setCurrentIndex(values.index(value))

    def is_empty(self) -> bool:
        """Whether the pair with None is chosen."""
        return not self._options or self.value() is None

    def text(self) -> str:
        """Return the chosen text."""
        return self.box.currentText()

    def snapshot(self) -> str:
        """Return the chosen value as text."""
        at = self.box.currentIndex()
        return str(self._options[at][0]) if 0 <= at < len(self._options) else ""

    def restore(self, contents: Any) -> None:
        """Choose again what was chosen, if it is still offered."""
        for at, (value, _text) in enumerate(self._options):
            if str(value) == contents:
                self.box.setCurrentIndex(at)
                return
