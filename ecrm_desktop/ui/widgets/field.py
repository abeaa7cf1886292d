"""What every field of a form can do, whatever it holds."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import language
from ecrm_desktop.ui import theme

T = TypeVar("T")


class Field(QWidget, Generic[T]):
    """A field that holds a T.

    `edited` comes only when a person changed it. `hint` is the line below the field while nothing
    is wrong (an amount in words, a day of the week); `hinted` says that it changed.
    """

    edited = Signal()
    hinted = Signal(str)

    def __init__(self, *editors: QWidget) -> None:
        super().__init__()
        self.editors = editors
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.S)
        for editor in editors:
            self._row.addWidget(editor, 1)
        if editors:
            self.setFocusProxy(editors[0])

    def value(self) -> T:
        """Return what the field holds, parsed; InvalidInput (without `field`) if it is wrong."""
        raise NotImplementedError

    def set_value(self, value: T) -> None:
        """Show a value; not an edit."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether nothing is in it, right or wrong."""
        raise NotImplementedError

    def text(self) -> str:
        """Return what is shown, for a sentence that names it; "" where nothing can be named."""
        return ""

    def snapshot(self) -> Any:
        """Return the raw, perhaps unfinished contents as JSON can hold them."""
        raise NotImplementedError

    def restore(self, contents: Any) -> None:
        """Show what `snapshot` returned, perhaps of an older version: ignore what does not fit."""
        raise NotImplementedError

    def tidy(self) -> None:
        """Write what was typed as it will be shown from now on; called when the field is left."""

    def hint(self) -> str:
        """Return the line below the field."""
        return ""

    def set_name(self, name: str) -> None:
        """Tell screen readers what the field is."""
        for editor in self.editors:
            if not editor.accessibleName():
                editor.setAccessibleName(name)

    def set_wrong(self, sentence: str) -> None:
        """Put a red border around what can be typed in; "" takes it away."""
        for editor in self.editors:
            editor.setProperty("wrong", bool(sentence))
            editor.setAccessibleDescription(sentence)
            editor.style().unpolish(editor)
            editor.style().polish(editor)

    def add_beside(self, widget: QWidget) -> None:
        """Put a unit or a button at the end of the field."""
        self._row.addWidget(widget)


class LineField(Field[T]):
    """A field of one line of text; `left_to_right` for digits and codes inside Persian."""

    def __init__(self, *, placeholder: str = "", left_to_right: bool = False) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.setPlaceholderText(placeholder)
        if left_to_right:
            write_left_to_right(self.line)
        else:
            align_to_start(self.line)
        self.line.textEdited.connect(self._on_edited)

    def is_empty(self) -> bool:
        """Whether nothing but spaces was typed."""
        return not self.line.text().strip()

    def text(self) -> str:
        """Return the text."""
        return self.line.text().strip()

    def snapshot(self) -> str:
        """Return the text as it was typed."""
        return self.line.text()

    def restore(self, contents: Any) -> None:
        """Show the text as it was typed."""
        if isinstance(contents, str):
            self.line.setText(contents)
            self.hinted.emit(self.hint())

    def _write_again(self) -> None:
        """Write the value as it is shown, unless what was typed is none."""
        try:
            value = self.value()
        except InvalidInput:
            return
        self.set_value(value)

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
        self.hinted.emit(self.hint())


def join_texts(texts: Iterable[str]) -> str:
    """Return what several fields show as one text."""
    comma = "، " if language() == "fa" else ", "
    return comma.join(text for text in texts if text)


def write_left_to_right(line: QLineEdit) -> None:
    """Keep digits and codes in their order, at the side where this language starts reading."""
    line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    align_to_start(line)


def align_to_start(line: QLineEdit) -> None:
    """Stand at the side where this language starts reading, even while the field is empty.

    Left to itself, Qt puts the cursor of an empty field where the keyboard's language begins.
    """
    right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
