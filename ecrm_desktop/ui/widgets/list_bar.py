"""The head of a list: its name, how many are shown, filters, a search field and actions."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.label import Label

_SEARCH_MS = 150
_SEARCH_WIDTH = 220


class ListBar(QWidget):
    """`filtered` when a chip or the searched words changed; `left` when the list should have focus.

    Ctrl+Shift+F goes to the search field; Down, Enter and Esc leave it.
    """

    filtered = Signal()
    left = Signal()

    def __init__(self, title: str, search_hint: str) -> None:
        super().__init__()
        self._chips: list[FilterChip] = []
        self._count = Label(role="muted")
        self._line = _SearchLine()
        self._line.setPlaceholderText(search_hint)
        self._line.setAccessibleName(search_hint)
        self._line.setToolTip("Ctrl+Shift+F")
        self._line.setMaximumWidth(_SEARCH_WIDTH)
        self._line.setClearButtonEnabled(True)
        self._line.left.connect(self.left)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SEARCH_MS)
        self._wait.timeout.connect(self.filtered)
        self._line.textChanged.connect(lambda _text: self._wait.start())
        self._upper = QHBoxLayout()
        self._upper.setSpacing(theme.S)
        self._upper.addWidget(Label(title, "title"))
        self._upper.addWidget(self._count)
        self._upper.addStretch()
        self._upper.addWidget(self._line, 1)
        self._lower = QHBoxLayout()
        self._lower.setSpacing(6)
        self._clear = QToolButton()
        self._clear.setIcon(theme.icon("rotate-ccw", "muted"))
        self._clear.setToolTip(translate("ListBar", "Show all again"))
        self._clear.setAccessibleName(translate("ListBar", "Show all again"))
        self._clear.clicked.connect(self.clear_filters)
        self._clear.hide()
        self._lower.addWidget(self._clear)
        self._lower.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.S)
        column.addLayout(self._upper)
        column.addLayout(self._lower)
        find = QShortcut(QKeySequence("Ctrl+Shift+F"), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self._find)

    @property
    def searched(self) -> str:
        """The words that were typed."""
        return self._line.text()

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out of the list."""
        return bool(self.searched.strip()) or any(chip.value is not None for chip in self._chips)

    @property
    def filter_text(self) -> str:
        """What is filtered, in words, for the head of an export."""
        parts = [chip.text() for chip in self._chips if chip.value is not None]
        if self.searched.strip():
            words = self.searched.strip()
            parts.append(translate("ListBar", "search: {words}", words=words))
        return " · ".join(parts)

    def add_chip(self, chip: FilterChip) -> None:
        """Add a filter."""
        self._chips.append(chip)
        self._lower.insertWidget(len(self._chips) - 1, chip)
        chip.changed.connect(lambda _value: self._notify())

    def add_action(self, widget: QWidget) -> None:
        """Add a button or something else at the end of the first line."""
        self._upper.addWidget(widget)

    def show_count(self, text: str) -> None:
        """Show how many there are, already in words."""
        self._count.setText(text)
        self._clear.setVisible(self.is_filtered)

    def clear_filters(self) -> None:
        """Show everything again."""
        for chip in self._chips:
            chip.set_value(None)
        self._line.clear()
        self._notify()

    def _notify(self) -> None:
        self._wait.stop()
        self._clear.setVisible(self.is_filtered)
        self.filtered.emit()

    def _find(self) -> None:
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()


class _SearchLine(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field and then leaves it, Down and Enter go to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {
            Qt.Key.Key_Escape,
            Qt.Key.Key_Down,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        }:
            self.left.emit()
        else:
            super().keyPressEvent(event)
