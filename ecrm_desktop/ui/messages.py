"""Informs, asks and shows errors: the only place that speaks to the user."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.errors import Cancelled, EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.overlay import Overlay, overlay_host, top_overlay
from ecrm_desktop.ui.running_label import RunningLabel

_INFORM_MS = 4_000
_UNDO_MS = 8_000
_REMINDER_MS = 20_000
_ERRORS_SHOWN = 3
_UNDOS_KEPT = 20
_BAR_WIDTH = 620
_ONE_LINE = 70  # characters that surely fit beside the buttons of a bar
_QUESTION_WIDTH = 440


class Messenger(QObject):
    """Speaks in bars at the bottom of `window`, which never take the focus, and in questions."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bars: list[_Bar] = []
        self._undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window)
        self._undo.activated.connect(self._undo_last)
        self._undoable: list[_Undo] = []
        window.installEventFilter(self)

    def inform(self, text: str) -> None:
        """Say for a few seconds that something was done."""
        self._show(_Bar(self._window, text, milliseconds=_INFORM_MS))

    def offer_undo(self, text: str, undo: Callable[[], None], *, lasting: bool = False) -> None:
        """Say that something was done and offer to take it back, by button or Ctrl+Z.

        Ctrl+Z does so as long as the bar is seen, or, if it is `lasting`, as long as the window is
        open: for what can be taken back whatever was done since.
        """
        undoable = _Undo(undo, lasting=lasting)
        self._undoable = [*self._undoable[1 - _UNDOS_KEPT :], undoable]
        bar = _Bar(self._window, text, milliseconds=_UNDO_MS)
        bar.undoable = undoable
        bar.offer_undo(lambda: self._take_back(undoable))
        self._show(bar)

    def offer(self, text: str, action: str, act: Callable[[], None]) -> None:
        """Say that something was done and offer, by a button, what may come next."""
        bar = _Bar(self._window, text, milliseconds=_UNDO_MS)
        bar.offer(action, act)
        self._show(bar)

    def remind(self, text: str, action: str, act: Callable[[], None]) -> Callable[[], None]:
        """Offer what has waited for long, beside whatever else is said; return how to stop it."""
        bar = _Bar(self._window, text, milliseconds=_REMINDER_MS)
        bar.reminds = True
        bar.offer(action, act)
        self._show(bar)
        return bar.end

    def show_error(
        self, error: Exception, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Explain an error until the user closes the bar; a bug is written to the log too.

        With `action`, a button offers what can be done about it.
        """
        if isinstance(error, Cancelled):
            return
        if isinstance(error, EcrmError):
            text = explain(error)
        else:
            log_failure(error)
            text = explain_bug()
        bar = _Bar(self._window, text, wrong=True)
        if act is not None:
            bar.offer(action, act)
        self._show(bar)

    def ask(
        self,
        question: str,
        *,
        accept: str,
        on_accept: Callable[[], None],
        refuse: str = "",
        on_refuse: Callable[[], None] | None = None,
        detail: str = "",
        dangerous: bool = False,
    ) -> None:
        """Ask in the window; the focus is on `accept`, or on `refuse` if it would be `dangerous`.

        `refuse` (Cancel, unless named) is also what Esc means.
        """
        asked = _Question(overlay_host(self._window), question, detail)
        asked.answer(accept, on_accept, kind="danger" if dangerous else "primary")
        asked.answer(refuse or translate("Messages", "Cancel"), on_refuse, kind="")
        asked.first = int(dangerous)
        asked.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the bars at the bottom."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, bar: "_Bar") -> None:
        for old in self._replaced_by(bar):
            old.end()
        self._bars.append(bar)
        bar.ended.connect(self._forget)
        self._place()
        bar.show()
        bar.start()
        if self._window.isVisible():  # a locked window tells nobody what it says
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, bar.text))

    def _replaced_by(self, bar: "_Bar") -> list["_Bar"]:
        if not bar.wrong:
            return [old for old in self._bars if not old.wrong and old.reminds == bar.reminds]
        errors = [old for old in self._bars if old.wrong]
        return [old for old in errors if old.text == bar.text] or errors[: 1 - _ERRORS_SHOWN]

    def _forget(self) -> None:
        over = [bar.undoable for bar in self._bars if bar.over]
        self._undoable = [one for one in self._undoable if one.lasting or one not in over]
        self._bars = [bar for bar in self._bars if not bar.over]
        self._place()

    def _undo_last(self) -> None:
        if top_overlay(overlay_host(self._window)) is not None:
            return  # whoever is filling in a form means the form
        if self._undoable:
            self._take_back(self._undoable[-1])
        else:
            self.inform(translate("Messages", "There is nothing to undo."))

    def _take_back(self, undoable: "_Undo") -> None:
        self._undoable.remove(undoable)
        for bar in [bar for bar in self._bars if bar.undoable is undoable]:
            bar.end()
        undoable.undo()

    def _place(self) -> None:
        bottom = self._window.height() - theme.L
        for bar in reversed(self._bars):
            bar.setMaximumWidth(min(_BAR_WIDTH, self._window.width() - 2 * theme.L))
            bar.adjustSize()
            bottom -= bar.height()
            bar.move((self._window.width() - bar.width()) // 2, bottom)
            bar.raise_()
            bottom -= theme.S


@dataclass(frozen=True, eq=False)
class _Undo:
    undo: Callable[[], None]
    lasting: bool = field(kw_only=True)


class _Bar(QFrame):
    ended = Signal()

    def __init__(
        self, window: QWidget, text: str, *, wrong: bool = False, milliseconds: int = 0
    ) -> None:
        super().__init__(window)
        self.text, self.wrong, self.over = text, wrong, False
        self.reminds = False
        self.undoable: _Undo | None = None
        self.setProperty("role", "wrongBar" if wrong else "bar")
        self.setAccessibleName(text)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        self._row.setSpacing(theme.M)
        self._label = RunningLabel(text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(len(text) > _ONE_LINE)
        if self._label.wordWrap():
            self._label.setMinimumWidth(_BAR_WIDTH - 90)
        self._row.addWidget(self._label, 1)
        self._close = QToolButton()
        self._close.setIcon(theme.icon("x", "red" if wrong else "card"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setAccessibleName(translate("Messages", "Close"))
        self._close.setToolTip(translate("Messages", "Close"))
        self._close.clicked.connect(self.end)
        self._row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self.end)

    def offer_undo(self, undo: Callable[[], None]) -> None:
        button = self._add_button(translate("Messages", "Undo"), undo)
        button.setIcon(theme.icon("undo-2", "card"))
        button.setToolTip("Ctrl+Z")

    def offer(self, action: str, act: Callable[[], None]) -> None:
        def take() -> None:
            self.end()
            act()

        self._add_button(action, take)

    def _add_button(self, text: str, press: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(press)
        self._row.insertWidget(1, button)
        if self._label.wordWrap():
            button.ensurePolished()
            taken = button.sizeHint().width() + self._row.spacing()
            self._label.setMinimumWidth(self._label.minimumWidth() - taken)
        return button

    def start(self) -> None:
        if self._timer.interval():
            self._timer.start()

    def end(self) -> None:
        if not self.over:
            self.over = True
            self._timer.stop()
            self.hide()
            self.ended.emit()
            self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.start()
        super().leaveEvent(event)


class _Question(Overlay):
    def __init__(self, host: QWidget, question: str, detail: str) -> None:
        super().__init__(host)
        self.buttons: list[QPushButton] = []
        self.first = 0
        self._on_refuse: Callable[[], None] | None = None
        self.setAccessibleName(question)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(theme.S)
        for text, role in ((question, "title"), (detail, "muted")):
            if text:
                label = QLabel(text)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setProperty("role", role)
                label.setWordWrap(True)
                column.addWidget(label)
        column.addSpacing(theme.S)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.S)
        column.addLayout(self._row)
        self._row.addStretch(1)

    def answer(self, text: str, then: Callable[[], None] | None, *, kind: str) -> None:
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self._take(then))
        self._row.insertWidget(len(self.buttons), button)
        self.buttons.append(button)
        self._on_refuse = then

    def first_focus(self) -> QWidget | None:
        return self.buttons[self.first]

    def request_close(self, then: Callable[[], None] | None = None) -> None:
        """Stay: a question is answered, not walked away from."""

    def place(self) -> None:
        width = min(_QUESTION_WIDTH, self.width() - 2 * theme.L)
        self.card.setFixedWidth(width)
        height = self.card.heightForWidth(width)
        self.card.setFixedHeight(min(height, self.height() - 2 * theme.L))
        self.card.move((self.width() - width) // 2, (self.height() - self.card.height()) // 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._take(self._on_refuse)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = next((one for one in self.buttons if one.hasFocus()), None)
            if focused is not None:
                focused.click()

    def _take(self, then: Callable[[], None] | None) -> None:
        self.close_overlay()
        if then is not None:
            then()
