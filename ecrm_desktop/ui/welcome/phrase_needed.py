"""The window that asks for the recovery phrase of a file whose key this PC does not have."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ecrm_desktop.errors import EcrmError, InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.welcome.start_window import StartWindow
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.phrase_edit import PhraseEdit
from ecrm_desktop.values.recovery_phrase import parse_phrase
from ecrm_desktop.values.text import isolate

_WAYS_IN_ROW = 2


class PhraseNeeded(StartWindow):
    """Boxes for the nine groups; `typed(secret)` once they are a phrase, right or wrong."""

    typed = Signal(bytes)

    def __init__(
        self, key_id: str, path: str, ways_out: Sequence[tuple[str, Callable[[], object]]]
    ) -> None:
        super().__init__(
            translate("PhraseNeeded", "Type the recovery phrase"),
            translate(
                "PhraseNeeded",
                "This shop's file is encrypted, and this computer does not have its key. Its"
                " phrase is on the sheet that was printed when encryption was turned on. Nothing"
                " else opens the file.",
            ),
            icon="lock",
        )
        self.card.addWidget(
            Label(
                translate("PhraseNeeded", "The sheet bears the key {key}.", key=isolate(key_id)),
                wrap=True,
                selectable=True,
            )
        )
        self.phrase = PhraseEdit()
        self.phrase.hinted.connect(self._say)
        self.card.addWidget(self.phrase)
        self._said = Label(role="error", wrap=True)
        self._said.hide()
        self.card.addWidget(self._said)
        self._open = Button(
            translate("PhraseNeeded", "Open the shop"), kind="primary", keys="Ctrl+Enter"
        )
        self._open.clicked.connect(lambda _checked: self._try())
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self._open)
        row.addStretch()
        self.card.addLayout(row)
        others = QGridLayout()
        others.setSpacing(theme.XS)
        others.setColumnStretch(_WAYS_IN_ROW, 1)
        for place, (text, action) in enumerate(ways_out):
            button = Button(text, kind="quiet")
            button.clicked.connect(lambda _checked, action=action: action())
            row_of_ways, column = divmod(place, _WAYS_IN_ROW)
            others.addWidget(button, row_of_ways, column, Qt.AlignmentFlag.AlignLeading)
        self.card.addLayout(others)
        self.card.addWidget(Label(isolate(path), "small", wrap=True, selectable=True))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._try)
        self.phrase.setFocus()

    def show_error(self, error: EcrmError) -> None:
        """Say why the phrase did not open the file, and let it be typed again."""
        self._set_busy(busy=False)
        self._say(explain(error))
        self.phrase.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a box tries it; on a button it presses that."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._try()
        else:
            super().keyPressEvent(event)

    def _try(self) -> None:
        if not self._open.isEnabled():
            return
        try:
            secret = parse_phrase(self.phrase.value())
        except InvalidInput as error:
            self.phrase.set_wrong(explain(error))
            self._say(explain(error))
            return
        self._say("")
        self._set_busy(busy=True)
        self.typed.emit(secret)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _set_busy(self, *, busy: bool) -> None:
        self._open.setEnabled(not busy)
        self.phrase.setEnabled(not busy)
