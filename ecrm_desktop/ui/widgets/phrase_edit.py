"""The groups of a recovery phrase, copied from a sheet of paper."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.values.digits import to_latin_digits, to_persian_digits
from ecrm_desktop.values.recovery_phrase import (
    GROUP_DIGITS,
    GROUPS,
    is_group,
    parse_phrase,
    split_phrase,
)

_IN_ROW = 3
_ALL = tuple(range(1, GROUPS + 1))


class PhraseEdit(Field[str]):
    """A box for each group, or for those that are `asked`, numbered from 1 as on the sheet.

    Its value are the digits of these groups with spaces between; a group that is mistyped turns red
    as soon as it is full, and its hint says so. A phrase that is pasted fills all boxes.
    """

    def __init__(self, asked: Sequence[int] = _ALL) -> None:
        self._asked = tuple(asked)
        self._lines = {number: QLineEdit() for number in self._asked}
        super().__init__()
        grid = QWidget()
        cells = QGridLayout(grid)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setHorizontalSpacing(theme.M)
        cells.setVerticalSpacing(theme.S)
        for place, (number, line) in enumerate(self._lines.items()):
            column = 2 * (place % _IN_ROW)
            cells.addWidget(Label(_shown(str(number)), "muted"), place // _IN_ROW, column)
            cells.addWidget(line, place // _IN_ROW, column + 1)
            cells.setColumnStretch(column + 1, 1)
            self._prepare(number, line)
        self._row.addWidget(grid)
        self.editors = tuple(self._lines.values())
        self.setFocusProxy(self.editors[0])

    def value(self) -> str:
        """Return the groups; InvalidInput PHRASE_… if one is mistyped or not full."""
        groups = [to_latin_digits(line.text()) for line in self._lines.values()]
        if len(self._asked) == GROUPS and all(groups):
            parse_phrase(" ".join(groups))
        for number, group in zip(self._asked, groups, strict=True):
            if not is_group(group):
                raise InvalidInput(Problem.PHRASE_GROUP_WRONG, group=number)
        return " ".join(groups)

    def set_value(self, value: str) -> None:
        """Show groups."""
        for line, group in zip(self._lines.values(), split_phrase(value), strict=False):
            line.setText(_shown(group))

    def is_empty(self) -> bool:
        """Whether no box holds anything."""
        return not any(line.text() for line in self._lines.values())

    def snapshot(self) -> str:
        """Return nothing: what opens everything is kept in no draft."""
        return ""

    def restore(self, contents: Any) -> None:
        """Stay empty, as `snapshot` is."""

    def hint(self) -> str:
        """Return which full group is mistyped."""
        wrong = next((number for number in self._asked if self._is_wrong(number)), None)
        if wrong is None:
            return ""
        return explain(InvalidInput(Problem.PHRASE_GROUP_WRONG, group=wrong))

    def set_name(self, name: str) -> None:
        """Tell screen readers which group is which; each says its number itself."""

    def set_wrong(self, sentence: str) -> None:
        """Put a red border around the groups that are wrong by themselves, or around all."""
        wrong = [
            number for number, line in self._lines.items() if sentence and not is_group(line.text())
        ]
        for number in self._asked:
            self._mark(number, sentence if number in wrong or (sentence and not wrong) else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Spread a pasted phrase, and go back from an empty box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            line = self._line_of(watched)
            if line is not None and event.matches(QKeySequence.StandardKey.Paste):
                self._spread(line, QGuiApplication.clipboard().text())
                return True
            if line is not None and event.key() == Qt.Key.Key_Backspace and not line.text():
                self._step(line, -1)
                return True
        return super().eventFilter(watched, event)

    def _prepare(self, number: int, line: QLineEdit) -> None:
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.setFont(theme.font(16, medium=True))
        line.setMaxLength(GROUP_DIGITS)
        line.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        )
        line.setAccessibleName(translate("Phrase", "Group {number}", number=_shown(str(number))))
        line.installEventFilter(self)
        line.textEdited.connect(lambda text: self._on_edited(number, text))

    def _on_edited(self, number: int, text: str) -> None:
        line = self._lines[number]
        digits = "".join(one for one in to_latin_digits(text) if one.isascii() and one.isdigit())
        at = line.cursorPosition()
        if _shown(digits) != text:
            line.setText(_shown(digits))
            line.setCursorPosition(min(at, len(digits)))
        self._mark(number, self.hint() if self._is_wrong(number) else "")
        self.edited.emit()
        self.hinted.emit(self.hint())
        if len(digits) == GROUP_DIGITS and line.cursorPosition() == GROUP_DIGITS:
            self._step(line, 1)

    def _spread(self, line: QLineEdit, text: str) -> None:
        """Put groups into this and the next boxes, however they were separated."""
        digits = "".join(one for one in to_latin_digits(text) if one.isascii() and one.isdigit())
        lines = list(self._lines.values())
        # A whole phrase is one, wherever it is pasted.
        first = 0 if len(digits) == GROUP_DIGITS * len(lines) else lines.index(line)
        for place, one in enumerate(lines[first:]):
            group = digits[place * GROUP_DIGITS : (place + 1) * GROUP_DIGITS]
            if group:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                one.setText("")
                one.insert(_shown(group))
        for number in self._asked:
            self._mark(number, self.hint() if self._is_wrong(number) else "")
        self.edited.emit()
        self.hinted.emit(self.hint())

    def _step(self, line: QLineEdit, by: int) -> None:
        lines = list(self._lines.values())
        place = lines.index(line) + by
        if 0 <= place < len(lines):
            lines[place].setFocus(Qt.FocusReason.OtherFocusReason)
            if by > 0:
                lines[place].selectAll()

    def _line_of(self, watched: QObject) -> QLineEdit | None:
        return next((line for line in self._lines.values() if line is watched), None)

    def _is_wrong(self, number: int) -> bool:
        text = self._lines[number].text()
        return len(text) == GROUP_DIGITS and not is_group(text)

    def _mark(self, number: int, sentence: str) -> None:
        line = self._lines[number]
        if bool(line.property("wrong")) != bool(sentence):
            line.setProperty("wrong", bool(sentence))
            line.style().unpolish(line)
            line.style().polish(line)
        line.setAccessibleDescription(sentence)


def _shown(digits: str) -> str:
    return to_persian_digits(digits) if language() == "fa" else digits
