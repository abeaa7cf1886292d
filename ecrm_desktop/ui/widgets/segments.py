"""One of a few, side by side; the arrow keys move between them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton

from ecrm_desktop.text.labels import is_unknown, label
from ecrm_desktop.ui.widgets.field import Field

T = TypeVar("T")


class Segments(Field[T]):
    """Pairs of (value, text), of which the first is chosen at the beginning.

    One stop for Tab; arrow keys choose, and so does the first letter of a text.
    """

    def __init__(self, options: Sequence[tuple[T, str]]) -> None:
        super().__init__()
        self._options: list[tuple[T, str]] = []
        self._group = QButtonGroup(self)
        self._row.setSpacing(6)
        for value, text in options:
            self.add(value, text)
        self._row.addStretch(1)
        self.editors = tuple(self._group.buttons())
        self._choose(0)
        self._group.idClicked.connect(self._on_clicked)

    def value(self) -> T:
        """Return the value of the chosen pair."""
        return self._options[self._group.checkedId()][0]

    def set_value(self, value: T) -> None:
        """Choose the pair of a value; ValueError if there is none.

        A word of a newer version gets a pair of its own, so that nothing else is saved for it.
        """
        values = [one for one, _text in self._options]
        if isinstance(value, StrEnum) and value not in values and is_unknown(value):
            self.add(value, label(value))
            values.append(value)
        self._choose(values.index(value))

    def add(self, value: T, text: str) -> None:
        """Offer a further pair."""
        at = len(self._options)
        button = QPushButton(text)
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.installEventFilter(self)
        self._group.addButton(button, at)
        self._row.insertWidget(at, button)
        self._options.append((value, text))

    def is_empty(self) -> bool:
        """Whether the pair with None is chosen."""
        return self.value() is None

    def text(self) -> str:
        """Return the chosen text."""
        chosen = self._group.checkedButton()
        return "" if chosen is None else chosen.text()

    def snapshot(self) -> str:
        """Return the chosen value as text."""
        return str(self.value())

    def restore(self, contents: Any) -> None:
        """Choose again what was chosen, if it is still offered."""
        for at, (value, _text) in enumerate(self._options):
            if str(value) == contents:
                self._choose(at)
                return

    def set_name(self, name: str) -> None:
        """Tell screen readers what is chosen here."""
        for button in self._group.buttons():
            button.setAccessibleName(f"{name}: {button.text()}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys, Home and End choose."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            at = self._target(event)
            if at is not None:
                self._choose(at % len(self._options))
                self._group.button(at % len(self._options)).setFocus(
                    Qt.FocusReason.OtherFocusReason
                )
                self.edited.emit()
                return True
        return super().eventFilter(watched, event)

    def _target(self, event: QKeyEvent) -> int | None:
        at, forward = self._group.checkedId(), Qt.Key.Key_Right
        backward = Qt.Key.Key_Left
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward, backward = backward, forward
        key = event.key()
        places = {forward: at + 1, backward: at - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        if key in places:
            return places[Qt.Key(key)]
        typed = event.text().casefold()
        if not typed.isalnum():
            return None
        others = [(at + step) % len(self._options) for step in range(1, len(self._options) + 1)]
        return next(
            (one for one in others if self._options[one][1].casefold().startswith(typed)), None
        )

    def _choose(self, at: int) -> None:
        self._group.button(at).setChecked(True)
        for button in self._group.buttons():
            stops = button.isChecked()
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._group.button(at))

    def _on_clicked(self, at: int) -> None:
        self._choose(at)
        self.edited.emit()
