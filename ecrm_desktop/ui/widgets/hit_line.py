"""A line that searches while somebody types in it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.field import align_to_start
from ecrm_desktop.ui.widgets.hit_popup import Hit, HitPopup, Search

_PATIENCE_MS = 3_000
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class HitLine(QLineEdit):
    """Searches on every change; arrows walk the hits, Enter takes one, Esc closes the popup.

    An answer to an older text is dropped. Enter may come before the answer, as from a scanner: the
    first hit is taken when it comes, and what is typed meanwhile goes where the focus is then.
    `chosen(Hit)` when one is taken, which empties the line; `unknown(text)` when nothing was found
    and Enter is pressed. `nothing(text)` is the sentence the popup shows then.
    """

    chosen = Signal(object)
    unknown = Signal(str)

    def __init__(self, search: Search, nothing: Callable[[str], str]) -> None:
        super().__init__()
        align_to_start(self)
        self._search = search
        self._nothing = nothing
        self._asked = self._answered = self._entered = ""
        self._held: list[QKeyEvent] = []
        self.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.popup = HitPopup(self)
        self.popup.clicked.connect(self._take)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._release)
        self.textEdited.connect(self._ask)
        self.textChanged.connect(self._on_changed)
        self.destroyed.connect(self.popup.deleteLater)

    @property
    def wanted(self) -> str:
        """What is searched for."""
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, take and close."""
        key = event.key()
        if self._entered and key != Qt.Key.Key_Escape:
            self._held.append(event.clone())
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.popup.hits:
            self.popup.walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and self.wanted:
            self._enter()
        elif key == Qt.Key.Key_Escape and (self._entered or self.popup.isVisible()):
            self._held.clear()
            self._release()
            self.popup.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the popup with the focus."""
        super().focusOutEvent(event)
        self.popup.hide()

    def _on_changed(self) -> None:
        if not self.wanted:
            self.popup.hide()
        if self._entered and self._entered != self.wanted:
            self._release()

    def _ask(self) -> None:
        self._asked, self._answered = self.wanted, ""
        if self._asked:
            self._search(self._asked, partial(self._answer, self._asked))

    def _answer(self, wanted: str, hits: Sequence[Hit]) -> None:
        if not isValid(self) or wanted != self.wanted:
            return
        self._answered = wanted
        if wanted != self._entered:
            if self.hasFocus():
                self.popup.show_hits(hits, self._nothing(wanted))
            return
        self._entered = ""
        if hits:
            self._take(hits[0])
        else:
            self._give_up(wanted)
        self._release()

    def _enter(self) -> None:
        wanted = self.wanted
        if self.popup.isVisible() and self._answered == wanted:
            hit = self.popup.current
            if hit is not None:
                self._take(hit)
            else:
                self._give_up(wanted)
            return
        self._entered = wanted
        self._patience.start()
        if self._asked != wanted or self._answered == wanted:
            self._ask()

    def _take(self, hit: Hit) -> None:
        self.popup.hide()
        self.clear()
        self._asked = self._answered = ""
        self.chosen.emit(hit)

    def _give_up(self, wanted: str) -> None:
        self.popup.hide()
        self.selectAll()
        self.unknown.emit(wanted)

    def _release(self) -> None:
        """Let what was typed since Enter go on."""
        self._patience.stop()
        self._entered = ""
        held, self._held = self._held, []
        for event in held:
            QApplication.sendEvent(QApplication.focusWidget() or self, event)
