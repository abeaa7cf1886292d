"""Tags of a record as chips, with a line that completes known ones."""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.ui.widgets.field import Field, join_texts
from ecrm_desktop.ui.widgets.tag_box import TagBox
from ecrm_desktop.values.text import clean, fold_compact

_SEPARATORS = re.compile("[,،;؛]")
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OFFERED = 8


class TagsEdit(Field[tuple[str, ...]]):
    """Tags in the order they were added; Enter, a comma or leaving the field adds what is typed.

    Backspace in the empty line takes the last tag back into it; the arrows reach the others.
    `suggestions()` returns all known tags, and is asked on every change.
    """

    def __init__(
        self, suggestions: Callable[[], Iterable[str]] = tuple, *, placeholder: str = ""
    ) -> None:
        self._box = TagBox(placeholder)
        super().__init__(self._box)
        self.line = self._box.line
        self.editors = (self.line,)
        self.setFocusProxy(self.line)
        self._suggestions = suggestions
        self._known = QStringListModel(self)
        self._popup = QListView()
        self._popup.setProperty("role", "popup")
        self._popup.installEventFilter(self)
        completer = QCompleter(self._known, self)
        completer.setPopup(self._popup)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_OFFERED)
        # Later than Qt's own slot, which writes the suggestion into the line.
        completer.activated.connect(self._on_picked, Qt.ConnectionType.QueuedConnection)
        self.line.setCompleter(completer)
        self.line.press = self._press
        self.line.textEdited.connect(self._on_edited)
        self._box.dropped.connect(self.edited)

    def value(self) -> tuple[str, ...]:
        """Return the tags and what is still being typed; InvalidInput as `clean` raises it."""
        return _joined(self._box.tags, [clean(self.line.text())])

    def set_value(self, value: Sequence[str]) -> None:
        """Show tags."""
        self.line.clear()
        self._box.show_tags(tuple(value))

    def is_empty(self) -> bool:
        """Whether there are no tags and nothing is typed."""
        return not self._box.tags and not self.line.text().strip()

    def text(self) -> str:
        """Return the tags."""
        return join_texts(self._box.tags)

    def snapshot(self) -> dict[str, Any]:
        """Return the tags and what is typed."""
        return {"tags": list(self._box.tags), "typed": self.line.text()}

    def restore(self, contents: Any) -> None:
        """Show the tags again and what was typed."""
        match contents:
            case {"tags": [*tags], "typed": str(typed)} if all(isinstance(t, str) for t in tags):
                self.set_value(tags)
                self.line.setText(typed)

    def tidy(self) -> None:
        """Make a tag of what is typed; what cannot be one stays."""
        with suppress(InvalidInput):
            self.set_value(self.value())

    def set_wrong(self, sentence: str) -> None:
        """Put a red border around the whole field."""
        super().set_wrong(sentence)
        self._box.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the suggestions below the whole field, wherever in it the line is."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Move}:
            self._popup.setFixedWidth(self._box.width())
            self._popup.move(self._box.mapToGlobal(QPoint(0, 0)).x(), self._popup.y())
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and self.line.text().strip():
            picked = self._popup.selectionModel().selectedIndexes()
            if self._popup.isVisible() and picked:
                self.line.setText(picked[0].data())
            self._popup.hide()
            self.tidy()
            self.edited.emit()
            return True
        if self.line.text() or not self._box.tags:
            return False
        if event.key() == Qt.Key.Key_Backspace:
            *tags, last = self._box.tags
            self._box.show_tags(tuple(tags))
            self.line.setText(last)
            self.edited.emit()
            return True
        return self._box.walk_to_last(event.key())

    def _on_edited(self, text: str) -> None:
        *whole, rest = _SEPARATORS.split(text)
        if whole:
            with suppress(InvalidInput):
                self._box.show_tags(_joined(self._box.tags, [clean(tag) for tag in whole]))
                self.line.setText(rest.lstrip())
        self._known.setStringList(self._matching(rest))
        self.edited.emit()

    def _matching(self, typed: str) -> list[str]:
        wanted = fold_compact(typed)
        there = {fold_compact(tag) for tag in self._box.tags}
        folded = ((tag, fold_compact(tag)) for tag in self._suggestions() if wanted)
        return [tag for tag, folded in folded if wanted in folded and folded not in there]

    def _on_picked(self, tag: str) -> None:
        self.line.setText(tag)
        self.tidy()
        self.edited.emit()


def _joined(tags: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """Return all tags, each once however it is spelled, none empty."""
    by_sound: dict[str, str] = {}
    for tag in (*tags, *more):
        by_sound.setdefault(fold_compact(tag), tag)
    by_sound.pop("", None)
    return tuple(by_sound.values())
