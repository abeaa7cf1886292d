"""Turning encryption on: the phrase is shown, put on paper and typed back, then it begins."""

from secrets import SystemRandom

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.settings.phrase_view import phrase_view
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.phrase_edit import PhraseEdit
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.values.recovery_phrase import GROUPS, to_phrase

_ASKED = 3


class EncryptSheet(Sheet):
    """Two steps; `confirmed(secret)` after some groups of the phrase were typed from the paper."""

    confirmed = Signal(object)

    def __init__(self, asker: QWidget, ui: UiContext) -> None:
        self._secret = keyring_secrets.make_secret()
        self.asked = sorted(SystemRandom().sample(range(1, GROUPS + 1), _ASKED))
        self._is_typing = False
        body = QWidget()
        super().__init__(
            asker,
            ui.messenger,
            title=translate("Encrypt", "Put the recovery phrase on paper"),
            body=body,
            is_dirty=lambda: self._is_typing,
        )
        self._view = phrase_view(ui, self._secret)
        self.typed = PhraseEdit(self.asked)
        self.typed.hinted.connect(self._say)
        self._said = Label(role="error", wrap=True)
        self._said.hide()
        self._showing, self._copying = self._first(), self._second()
        self._copying.hide()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._showing)
        column.addWidget(self._copying)
        self._next = self.add_primary(translate("Encrypt", "I have it on paper"), self._go_on)

    def _first(self) -> QWidget:
        return _column(
            Label(
                translate(
                    "Encrypt",
                    "These nine groups are the only way into the shop if this computer breaks, is"
                    " stolen or loses its key. Print them, or copy them by hand, and keep the paper"
                    " away from the computer.",
                ),
                wrap=True,
            ),
            self._view,
            Label(
                translate(
                    "Encrypt",
                    "A phone's picture or a message is no good place: others can see it there.",
                ),
                "muted",
                wrap=True,
            ),
        )

    def _second(self) -> QWidget:
        return _column(
            Label(
                translate(
                    "Encrypt",
                    "Type these three groups from the paper. The shop is then closed, encrypted and"
                    " opened again; that takes some seconds, or minutes for a very large shop.",
                ),
                wrap=True,
            ),
            self.typed,
            self._said,
        )

    def _go_on(self) -> None:
        if not self._is_typing:
            self._is_typing = True
            self.set_title(translate("Encrypt", "Is the paper right?"))
            self._next.setText(translate("Encrypt", "Encrypt now"))
            self._next.setAccessibleName(self._next.text())
            self._next.updateGeometry()
            self._showing.hide()
            self._copying.show()
            self.typed.setFocus()
            return
        phrase = to_phrase(self._secret)
        try:
            if self.typed.value() != " ".join(phrase[number - 1] for number in self.asked):
                raise InvalidInput(Problem.PHRASE_DIFFERS)  # noqa: TRY301 - told as the others
        except InvalidInput as error:
            self.typed.set_wrong(explain(error))
            self._say(explain(error))
            return
        self.discard()
        self.confirmed.emit(self._secret)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))


def _column(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.M)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return whole
