"""One user's password, and the ways out for who forgot it."""

import hmac
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.services.passwords import remove_password
from ecrm_desktop.storage.keyring_secrets import key_id
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.password_check import prove
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.password_edit import PasswordEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.recovery_phrase import parse_phrase
from ecrm_desktop.values.statuses import Role
from ecrm_desktop.values.text import isolate

_SECOND = 1_000


class PasswordStep(QWidget):
    """`proved` when the password was right, `back_asked` for somebody else."""

    proved = Signal()
    back_asked = Signal()

    def __init__(self, user: UserRow, background: Background, *, others: bool) -> None:
        super().__init__()
        self._user = user
        self._background = background
        self._wait = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._tick)
        who = translate("WhoIsWorking", "{name} · {role}", name=user.name, role=label(user.role))
        self._password = PasswordEdit()
        self._password.set_name(translate("WhoIsWorking", "PIN or password"))
        self._password.line.setPlaceholderText(translate("WhoIsWorking", "PIN or password"))
        self._password.setMinimumHeight(theme.CONTROL_HEIGHT)
        self._said = Label(role="error", wrap=True)
        self._said.hide()
        self._enter = Button(translate("WhoIsWorking", "Enter"), kind="primary", keys="Enter")
        self._enter.clicked.connect(lambda _checked: self._check())
        self._forgot = Button(translate("WhoIsWorking", "Forgotten?"), kind="quiet")
        self._forgot.clicked.connect(lambda _checked: self._help())
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addWidget(self._enter)
        if others:
            back = Button(translate("WhoIsWorking", "Somebody else"), icon="users")
            back.clicked.connect(lambda _checked: self.back_asked.emit())
            buttons.addWidget(back)
        buttons.addStretch()
        buttons.addWidget(self._forgot)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.M)
        self._column.addWidget(Label(who, "heading"))
        self._column.addWidget(self._password)
        self._column.addWidget(self._said)
        self._column.addLayout(buttons)

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries it, Esc goes back."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._check()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _check(self) -> None:
        if not self._password.isEnabled():
            return
        if self._password.is_empty():
            self._say(explain(InvalidInput(Problem.PASSWORD_MISSING)))
            self.take_focus()
            return
        self._say("")
        self._set_busy(busy=True)
        prove(
            self._background,
            self._user.id,
            self._password.value(),
            owner=self,
            right=self.proved.emit,
            wrong=self._show_refusal,
        )

    def _show_refusal(self, error: InvalidInput, wait: int) -> None:
        self._password.set_value("")
        if wait:
            self._wait = wait
            self._clock.start()
            self._show_wait()
            return
        self._set_busy(busy=False)
        self._say(explain(error))
        self.take_focus()

    def _tick(self) -> None:
        self._wait -= 1
        if self._wait > 0:
            self._show_wait()
            return
        self._clock.stop()
        self._set_busy(busy=False)
        self._say("")
        self.take_focus()

    def _show_wait(self) -> None:
        self._say(explain(InvalidInput(Problem.PASSWORD_WAIT, seconds=self._wait)))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._password.set_wrong(sentence)

    def _set_busy(self, *, busy: bool) -> None:
        self._password.setEnabled(not busy)
        self._enter.setEnabled(not busy)

    def _help(self) -> None:
        self._forgot.hide()
        encrypted = self._background.database.secret is not None
        if self._user.role is not Role.OWNER:
            text = translate(
                "WhoIsWorking",
                "The owner of the shop gives you a new one, in the settings under “People”.",
            )
        elif encrypted:
            text = translate(
                "WhoIsWorking",
                "Another owner can give you a new one. Or type the recovery phrase of the"
                " encryption, from the paper you printed; your password is then removed.",
            )
        else:
            text = translate(
                "WhoIsWorking",
                "Another owner can give you a new one. Or run this command on this computer; it"
                " removes your password, and the audit trail keeps that it was done:",
            )
        self._column.addWidget(Label(text, "muted", wrap=True))
        if self._user.role is not Role.OWNER:
            return
        if encrypted:
            self._ask_phrase()
        else:
            command = isolate(f'ecrm user reset-password "{self._user.name}"')
            self._column.addWidget(Label(command, wrap=True, selectable=True))

    def _ask_phrase(self) -> None:
        phrase = TextEdit(left_to_right=True)
        phrase.set_name(translate("WhoIsWorking", "Recovery phrase"))
        phrase.line.setPlaceholderText(translate("WhoIsWorking", "Recovery phrase"))
        said = Label(role="error", wrap=True)
        use = Button(translate("WhoIsWorking", "Remove my password"))
        use.clicked.connect(lambda _checked: self._use_phrase(phrase, said))
        for widget in (phrase, said, use):
            self._column.addWidget(widget)
        phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use_phrase(self, phrase: TextEdit, said: Label) -> None:
        try:
            secret = parse_phrase(phrase.line.text())
        except EcrmError as error:
            said.setText(explain(error))
            return
        own = self._background.database.secret or b""
        if not hmac.compare_digest(secret, own):
            said.setText(explain(InvalidInput(Problem.KEY_WRONG, key_id=key_id(own).hex())))
            return

        def fail(error: Exception) -> None:
            log_failure(error)
            said.setText(explain(error) if isinstance(error, EcrmError) else explain_bug())

        self._background.database.capture.user_id = self._user.id
        self._background.write(
            partial(remove_password, user_id=self._user.id),
            lambda _none: self.proved.emit(),
            owner=self,
            failed=fail,
        )
